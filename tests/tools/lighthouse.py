"""Lighthouse on an article, a person and the front page: ``make lighthouse``.

It builds the demonstration archive in a folder of its own, serves it as a host does (packed, with the headers of
``_headers``), and fails unless every page has 100 in every category.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

from browser.conftest import Files, make_site, read_headers  # noqa: E402
from browser.kinds import KINDS  # noqa: E402
from conftest import CHROMIUM  # noqa: E402

PAGES = ("home", "article", "person")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PACKED = (".html", ".css", ".js", ".svg")


class Packed(Files):
    """Files as hosts send them: texts packed, and the theme kept for a while."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.split("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def judge(url: str) -> dict[str, Any]:
    """What Lighthouse says of a page."""
    command = [
        Path(__file__).parent / "node_modules/.bin/lighthouse", url, "--output=json", "--quiet",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    environment = os.environ | ({"CHROME_PATH": CHROMIUM} if CHROMIUM else {})
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    return dict(json.loads(done.stdout))


def main() -> int:
    """Print the scores, and what is wrong; 1 unless all are 100."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        output = make_site(Path(folder), "https://dateline.example/")
        files = partial(Packed, directory=str(output), base="/", headers=read_headers(output))
        server = ThreadingHTTPServer(("127.0.0.1", 0), files)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{'page':10}" + "".join(f"{name:>16}" for name in CATEGORIES))
        for page in PAGES:
            report = judge(f"http://127.0.0.1:{server.server_port}/{KINDS[page]}")
            scores = [round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES]
            print(f"{page:10}" + "".join(f"{score:16}" for score in scores), flush=True)
            wrong += sum(score < 100 for score in scores)
            for name in CATEGORIES:
                for reference in report["categories"][name]["auditRefs"]:
                    audit = report["audits"][reference["id"]]
                    if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                        print(f"    {name}: {audit['title']}: {audit.get('displayValue', audit['score'])}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
