import os
import socket
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from generator.errors import OutputError
from generator.preview import Rebuilt, serve

from .conftest import archive


@contextmanager
def served(folder, base):
    with archive(folder) as site:
        site.base = base
        site.start()
        site.wait_for_line("Built in")
        yield site


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """One archive for all tests here; what they add to public/ is in no other's way."""
    with served(tmp_path_factory.mktemp("archive"), "/") as site:
        yield site


@pytest.fixture(scope="module")
def based_site(tmp_path_factory):
    with served(tmp_path_factory.mktemp("archive"), "/archive/") as site:
        yield site


@pytest.fixture(scope="module")
def trapped_site(site):
    """With files that must not be had, and ways that might lead to them."""
    site.write("secret.txt", "secret")
    site.write("public/.git/config", "secret")
    public = site.folder / "public"
    (public / "outside.txt").symlink_to(site.folder / "secret.txt")
    (public / "outside").symlink_to(site.folder)
    (public / "loop").symlink_to(public / "loop")
    (public / ".hidden").write_text("secret")
    (public / "seen").symlink_to(public / ".hidden")
    os.mkfifo(public / "pipe")
    return site


def raw(site, head: bytes) -> bytes:
    """What the server answers to bytes as they are, without a client's tidying."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(head + b"\r\nConnection: close\r\n\r\n")
        return b"".join(iter(lambda: connection.recv(65536), b""))


def status_of(site, target: bytes, host: bytes = b"localhost") -> int:
    return int(raw(site, b"GET " + target + b" HTTP/1.1\r\nHost: " + host).split(b" ")[1])


def test_a_folder_address_shows_its_index_page(site):
    assert "Port workers" in site.get("articles/harbour/").text


def test_a_folder_without_its_slash_leads_to_it_and_keeps_the_query(site):
    response = site.get("articles/harbour?page=2")
    assert (response.status_code, response.headers["location"]) == (307, "/articles/harbour/?page=2")


def test_a_missing_page_shows_the_sites_own_404_page(site):
    response = site.get("nowhere/")
    assert response.status_code == 404
    assert "No such page here" in response.text


def test_without_a_404_page_a_plain_one_is_shown(site):
    own = site.folder / "public/404.html"
    own.rename(site.folder / "404.html")
    response = site.get("nowhere/")
    (site.folder / "404.html").rename(own)
    assert response.status_code == 404
    assert "The site has no page at this address." in response.text


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("style.css", "text/css; charset=utf-8"),
        ("search.js", "text/javascript; charset=utf-8"),
        ("articles.json", "application/json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("harbour.svg", "image/svg+xml; charset=utf-8"),
        ("wasm.en.pagefind", "application/octet-stream"),
        ("en_1f3c.pf_meta", "application/octet-stream"),
        ("engine.wasm", "application/wasm"),
        ("harbour.webp", "image/webp"),
        ("crawl.warc.gz", "application/octet-stream"),
    ],
)
def test_files_are_sent_as_what_they_are(site, name, kind):
    (site.folder / "public" / name).write_bytes(b"\x00bytes")
    response = site.get(name)
    assert (response.headers["content-type"], response.content) == (kind, b"\x00bytes")


def test_pages_are_html_in_utf_8(site):
    assert site.get().headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("name", ["style.css", "index.html", "large.bin"])
def test_a_browser_asks_each_time_and_is_told_when_nothing_changed(site, name):
    path = site.folder / "public" / name
    if name != "index.html":
        path.write_bytes(b"a" * (3_000_000 if name == "large.bin" else 10))
    first = site.get(name)
    assert first.headers["cache-control"] == "no-cache"
    assert "last-modified" in first.headers
    again = site.get(name, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])


def test_two_versions_of_one_second_and_size_are_told_apart(site):
    path = site.folder / "public/style.css"
    path.write_text("a { color: red }")
    first = site.get("style.css")
    path.write_text("a { color: tan }")
    os.utime(path, (path.stat().st_atime, 1_000_000_000))
    headers = {"If-None-Match": first.headers["etag"], "If-Modified-Since": first.headers["last-modified"]}
    assert site.get("style.css", headers=headers).text == "a { color: tan }"


@pytest.mark.parametrize("address", ["", "style.css", "nowhere/", "_dateline/events", "_dateline/reload.js"])
def test_head_tells_what_get_would_without_a_body(site, address):
    (site.folder / "public/style.css").write_text("p { margin: 0 }")
    response = httpx.head(site.url + address)
    assert response.content == b""
    assert response.status_code == (404 if address == "nowhere/" else 200)


@pytest.mark.parametrize("size", [1_000, 3_000_000])
def test_ranges_of_files_are_sent(site, size):
    body = os.urandom(size)
    (site.folder / "public/harbour.mp4").write_bytes(body)
    response = site.get("harbour.mp4", headers={"Range": "bytes=10-19"})
    assert (response.status_code, response.content) == (206, body[10:20])
    assert site.get("harbour.mp4").content == body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_the_preview_can_only_be_read(site, method):
    response = httpx.request(method, site.url)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


def test_one_connection_serves_many_requests(site):
    with httpx.Client(base_url=site.url) as client:
        streams = {id(client.get("/").extensions["network_stream"]) for _ in range(3)}
    assert len(streams) == 1


def test_names_beyond_ascii_are_found(site):
    site.write("public/наука/index.html", "<p>Наука</p>")
    assert "Наука" in site.get("наука/").text
    assert site.get("наука").headers["location"] == "/%D0%BD%D0%B0%D1%83%D0%BA%D0%B0/"


@pytest.mark.parametrize(
    "target",
    [
        b"/../secret.txt",
        b"/articles/../../secret.txt",
        b"/%2e%2e/secret.txt",
        b"/%2e%2e%2fsecret.txt",
        b"/..%2fsecret.txt",
        b"/%252e%252e/secret.txt",
        b"/..\\secret.txt",
        b"/%2e%2e%5csecret.txt",
        b"/articles\\harbour\\index.html",
        b"//etc/passwd",
        b"/%2fetc/passwd",
        b"///",
        b"//example.org/",
        b"file:///etc/passwd",
        b"http://localhost/",
        b"/index.html%00",
        b"/%00",
        b"/outside.txt",
        b"/outside/secret.txt",
        b"/outside/",
        b"/loop",
        b"/.hidden",
        b"/.git/config",
        b"/articles/./harbour/",
        b"/seen",
        b"/" + b"a" * 5000,
        b"/%ff%fe",
        b"/pipe",
    ],
)
def test_nothing_but_the_sites_own_files_can_be_had(trapped_site, target):
    answer = raw(trapped_site, b"GET " + target + b" HTTP/1.1\r\nHost: localhost")
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert b"secret" not in answer


def test_a_raw_nul_is_refused(site):
    assert status_of(site, b"/index.html\0") == 400


def test_symlinks_within_the_site_are_followed(site):
    (site.folder / "public/latest").symlink_to(site.folder / "public/articles/harbour")
    assert "Port workers" in site.get("latest/").text


@pytest.mark.parametrize(
    "host",
    [b"localhost", b"LOCALHOST:1", b"127.0.0.1:8000", b"[::1]:8000", b"archive.localhost:8000"],
)
def test_local_names_are_answered_at_any_port(site, host):
    assert status_of(site, b"/", host) == 200


@pytest.mark.parametrize(
    "host",
    [b"example.org", b"localhost.example.org", b"127.0.0.1.example.org:8000", b"evil@localhost", b"[::1", b""],
)
def test_other_names_are_refused_so_that_no_page_elsewhere_can_read_the_archive(site, host):
    answer = raw(site, b"GET / HTTP/1.1\r\nHost: " + host)
    assert answer.startswith(b"HTTP/1.1 403 ")
    assert f"The preview answers to local names only. Open {site.url}".encode() in answer


def test_a_request_without_a_host_is_refused(site):
    assert raw(site, b"GET / HTTP/1.0").startswith(b"HTTP/1.1 403 ")


def test_below_a_path_everything_is_found_below_it(based_site):
    page = based_site.get().text
    assert "Front page" in page
    assert '<script src="/archive/_dateline/reload.js"' in page
    assert based_site.get("articles/harbour").headers["location"] == "/archive/articles/harbour/"
    assert httpx.get(f"http://127.0.0.1:{based_site.port}/articles/harbour/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/archive"])
def test_below_a_path_the_root_leads_there(based_site, path):
    response = httpx.get(f"http://127.0.0.1:{based_site.port}{path}")
    assert (response.status_code, response.headers["location"]) == (307, "/archive/")


def refused(host: str, port: int) -> str:
    with pytest.raises(OutputError) as caught:
        serve(
            root=Path("public"),
            base="/",
            host=host,
            port=port,
            watched=list,
            rebuild=lambda: Rebuilt(problems=(), changed=False),
            announce=print,
        )
    return str(caught.value)


def test_a_taken_port_is_said_with_another_to_choose(site):
    assert refused("127.0.0.1", site.port) == (
        f"127.0.0.1:{site.port}: Another program serves there already. "
        f"Choose another port with --port {site.port + 1}, or end it."
    )


def test_a_port_beyond_the_last_is_said():
    assert refused("127.0.0.1", 70000) == (
        "127.0.0.1:70000: There is no such port. Choose one up to 65535, such as --port 8000."
    )


def test_a_host_of_another_machine_is_said():
    said = refused("192.0.2.1", 8000)
    assert said.startswith("192.0.2.1:8000: This machine has no such address (")
    assert said.endswith("Choose one of its own with --host 127.0.0.1.")
