"""The demonstration archive below a path of nginx, as docs/hosting.md has it set up."""

import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.rebuild import rebuild
from generator.site import load_site

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
HOSTING = Path(__file__).parents[2] / "docs/hosting.md"
AROUND = "daemon off; pid nginx.pid; error_log error.log; {user} events {{}} http {{ access_log off; {own} {site} }}"


def configure(output: Path, port: int) -> str:
    """The configuration that the documentation shows, with this folder and port."""
    (shown,) = re.findall(r"^```nginx\n(.*?)^```$", HOSTING.read_text(), re.MULTILINE | re.DOTALL)
    site = shown.replace("/srv/archive", str(output)).replace("listen 80;", f"listen 127.0.0.1:{port};")
    places = " ".join(f"{kind}_temp_path {kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    own = f"{places} types {{ text/html html; text/css css; text/javascript js; image/svg+xml svg; }}"
    return AROUND.format(user="user root;" if Path.home() == Path("/root") else "", own=own, site=site)


def ask(url: str) -> tuple[int, dict[str, str]]:
    """The status and headers of an answer; redirects are not followed."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args: object) -> None:
            return None

    try:
        with urllib.request.build_opener(Stay).open(url, timeout=5) as answer:
            return answer.status, dict(answer.headers)
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, dict(answer.headers)


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small archive of the tests at a path of nginx."""
    if NGINX is None:
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    folder = tmp_path_factory.mktemp("nginx")
    shutil.copytree(Path(__file__).parents[1] / "archive", folder / "site")
    settings = (folder / "site/site.toml").read_text()
    settings = re.sub(r'(?m)^url = ".*"$', 'url = "https://example.org/archive/"', settings)
    (folder / "site/site.toml").write_text(settings)
    site = load_site(folder / "site")
    assert rebuild(site).problems == ()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "nginx.conf").write_text(configure(site.output, port))
    server = subprocess.Popen([NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "error.log"])
    try:
        for _ in range(200):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, (folder / "error.log").read_text()
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/archive/"
    finally:
        server.terminate()
        server.wait()


def test_every_answer_has_the_headers(nginx):
    for address in ("", "articles/port-workers-reach-a-deal/", "static/style.css", "nowhere/"):
        status, headers = ask(nginx + address)
        assert status == (404 if address == "nowhere/" else 200)
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert ask(nginx)[1]["Cache-Control"] == "no-cache"


def test_a_former_address_leads_on(nginx):
    status, headers = ask(f"{nginx}articles/deal-in-the-port/")
    assert status == 301
    assert headers["Location"].endswith("/archive/articles/port-workers-reach-a-deal/")


def test_a_reader_is_led_on_searches_and_finds(reader, nginx):
    """In Chromium, which says a word for whatever the policy forbids."""
    page = reader.open(f"{nginx}articles/deal-in-the-port/")
    assert page.url == f"{nginx}articles/port-workers-reach-a-deal/"
    page.goto(f"{nginx}search/?q=barrier")
    page.locator("[data-results] a").first.wait_for()


def test_what_is_not_there_is_said_on_a_page_of_the_archive(reader, nginx):
    page = reader.open(nginx)
    page.goto(f"{nginx}nowhere/")
    page.locator("h1", has_text="Not found").wait_for()
    assert page.locator("main").get_by_role("searchbox").input_value() == "nowhere"
    assert page.locator("link[rel=stylesheet]").evaluate("link => link.sheet !== null")
    assert [fault for fault in reader.faults if "404" not in fault] == []
    reader.faults.clear()
