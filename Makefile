# What people run, and what runs for them. `make site`, then `make serve`.

VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test lint soak lighthouse bench clean

site: $(VENV)/site.done
	$(BIN)/dateline ingest content/incoming
	$(BIN)/dateline build
	@echo "Look at it with: make serve"

serve: $(VENV)/site.done
	$(BIN)/dateline serve

test: $(VENV)/test.done
	$(BIN)/pytest --numprocesses auto --dist worksteal

soak: $(VENV)/test.done
	$(BIN)/pytest -m soak

lint: $(VENV)/test.done
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# How fast, accessible, well made and well described pages are, as Google's Lighthouse sees them. It needs npm and Chromium.
lighthouse: $(VENV)/test.done
	@npm install --prefix tests/tools --no-save --ignore-scripts --no-audit --no-fund --silent lighthouse@12.8.2
	$(BIN)/python tests/tools/lighthouse.py

bench: $(VENV)/bench.done
	$(BIN)/python benchmarks/building/measure.py --pelican

clean:
	rm -rf public .dateline

# Debian and Ubuntu have Python's venv module in a package of its own.
$(BIN)/python:
	python3 -m venv $(VENV) || { [ "$$(id -u)" = 0 ] && apt-get update && apt-get install -y python3-venv \
	  && python3 -m venv --clear $(VENV); } || { echo "Install python3-venv (3.11 or newer) and try again." >&2; exit 1; }

$(VENV)/site.done: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/test.done: pyproject.toml tests/tools/package-lock.json | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,lint]'
	@command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null \
	  || command -v chromium-browser >/dev/null || { [ "$$(id -u)" = 0 ] \
	  && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium-headless-shell; } \
	  || echo "Chromium is not installed: the browser tests will be skipped."
	@command -v nginx >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get install -y -qq nginx-light; } || echo "nginx is not installed: its tests will be skipped."
	@command -v java >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get install -y -qq default-jre-headless; } || echo "Java is not installed: HTML will not be checked."
	@command -v npm >/dev/null && npm ci --prefix tests/tools --ignore-scripts --no-audit --no-fund --silent \
	  || echo "npm is not installed, or could not install tests/tools: its checkers will be skipped."
	@touch $@ $(VENV)/site.done

$(VENV)/bench.done: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@
