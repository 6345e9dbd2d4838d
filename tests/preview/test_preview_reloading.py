import os
import shutil
import signal
import socket
import time

import pytest

from .conftest import sentences, wait_until


def test_a_saved_page_is_built_and_the_open_pages_reload(site):
    with site.events() as events:
        site.write("content/index.html", "<p>Second edition</p>")
        events.until("reload")
    assert "Second edition" in site.get().text


def test_a_save_is_told_within_a_moment(site):
    """The target is a tenth of a second; a busy machine is given more."""
    with site.events() as events:
        took = []
        for edition in range(5):
            start = time.monotonic()
            site.write("content/index.html", f"<p>Edition {edition}</p>")
            events.until("reload")
            took.append(time.monotonic() - start)
    assert min(took) < 0.3


def test_a_build_that_changes_nothing_reloads_nothing(site):
    with site.events() as events:
        assert events.next() == ("fixed", "")
        os.utime(site.folder / "content/index.html")
        site.wait_for_builds(2)
        assert events.are_silent(0.3)


def test_pages_carry_the_script_and_the_site_on_disk_does_not(site):
    page = site.get().text
    assert '<p>Front page</p><script src="/_dateline/reload.js" data-version="' in page
    assert page.endswith("</script></body>")
    assert "_dateline" not in (site.folder / "public/index.html").read_text()
    assert site.get("_dateline/reload.js").headers["content-type"] == "text/javascript; charset=utf-8"
    assert not (site.folder / "public/_dateline").exists()


def test_a_page_without_a_body_tag_carries_the_script_at_its_end(site):
    site.write("public/bare.html", "<p>Bare")
    assert site.get("bare.html").text.startswith('<p>Bare<script src="/_dateline/reload.js"')


def test_a_page_that_missed_a_change_is_told_another_version_when_it_comes_back(site):
    def version():
        return site.get().text.split('data-version="')[1].split('"')[0]

    before = version()
    site.write("content/index.html", "<p>Second edition</p>")
    site.wait_for_builds(2)
    wait_until(lambda: version() != before)


def test_problems_are_told_and_so_is_that_they_are_gone(site):
    with site.events() as events:
        assert events.next() == ("fixed", "")
        site.write("problems", '"a-holm" is unknown.\n<b>Two</b>\n')
        told = ["content/harbour.html:4: " + what for what in ('"a-holm" is unknown. Mend it.', "<b>Two</b> Mend it.")]
        assert sentences(events.until("problems")) == told
        (site.folder / "problems").unlink()
        assert events.next() == ("fixed", "")


def test_a_page_opened_later_is_told_the_problems_that_there_are(site):
    site.write("problems", "Wrong.")
    site.wait_for_line("1 problem.")
    with site.events() as events:
        assert sentences(events.until("problems")) == ["content/harbour.html:4: Wrong. Mend it."]


def test_each_problem_is_said_once_on_the_terminal(site):
    site.write("problems", "Wrong.")
    site.wait_for_line("1 problem.")
    site.write("problems", "Wrong.\nAlso wrong.")
    site.wait_for_line("2 problems.")
    assert sum(": Wrong. Mend it." in line for line in site.lines) == 1


def test_a_failed_build_leaves_the_last_good_site(site):
    with site.events() as events:
        site.write("fail", "The dates are broken.")
        assert sentences(events.until("problems")) == ["content/harbour.html:4: The dates are broken. Mend it."]
        assert "Front page" in site.get().text
        (site.folder / "fail").unlink()
        events.until("fixed")


@pytest.mark.parametrize("fault", ["bad slug", ""])
def test_a_fault_in_the_program_is_shown_and_the_server_lives_on(site, fault):
    with site.events() as events:
        site.write("crash", fault)
        said = sentences(events.until("problems"))[0]
        assert said.startswith(f"The build broke: LookupError{': ' if fault else ''}{fault} (a fault in the program")
        site.wait_for_line("Traceback (most recent call last)")
        (site.folder / "crash").unlink()
        events.until("fixed")
    assert "Front page" in site.get().text


def test_until_the_first_build_a_page_waits_for_it(idle_site):
    idle_site.write("hold", "")
    idle_site.start()
    response = idle_site.get("articles/harbour/")
    assert response.status_code == 503
    assert "This page shows it as soon as it is built." in response.text
    with idle_site.events() as events:
        (idle_site.folder / "hold").unlink()
        events.until("reload")
    assert "Port workers" in idle_site.get("articles/harbour/").text


def test_a_waiting_page_is_told_to_reload_even_when_no_file_differs(idle_site):
    idle_site.write("hold", "")
    shutil.copytree(idle_site.folder / "content", idle_site.folder / "public")
    idle_site.start()
    assert idle_site.get("nowhere/").status_code == 503
    with idle_site.events() as events:
        (idle_site.folder / "hold").unlink()
        events.until("reload")
    assert idle_site.get("nowhere/").status_code == 404


def test_a_site_built_earlier_is_shown_at_once(idle_site):
    idle_site.write("hold", "")
    idle_site.write("public/index.html", "<p>Yesterday's site</p>")
    idle_site.start()
    assert "Yesterday's site" in idle_site.get().text


def test_a_first_build_that_fails_says_why_on_the_waiting_page(idle_site):
    idle_site.write("fail", "The <dates> are broken.")
    idle_site.start()
    idle_site.wait_for_line("Not built")
    response = idle_site.get()
    assert response.status_code == 503
    assert "content/harbour.html:4: The &lt;dates&gt; are broken. Mend it." in response.text
    (idle_site.folder / "fail").unlink()
    idle_site.wait_for_builds(1)
    wait_until(lambda: "Front page" in idle_site.get().text)


def test_changes_during_a_build_lead_to_exactly_one_more(site):
    site.write("hold", "")
    site.write("content/index.html", "<p>1</p>")
    wait_until(lambda: site.builds("started") == 2)
    for edition in range(2, 8):
        time.sleep(0.1)
        site.write("content/index.html", f"<p>{edition}</p>")
    (site.folder / "hold").unlink()
    site.wait_for_builds(3)
    assert site.settle() == 3
    assert "<p>7</p>" in site.get().text


def save_by_renaming(path):
    """As Emacs, gedit and many others do."""
    temporary = path.with_name(f".{path.name}.x7Qp")
    temporary.write_text("<p>Renamed</p>")
    temporary.replace(path)


def save_like_vim(path):
    """With a probe, a swap file and a backup."""
    swap, probe, backup = (path.with_name(name) for name in (f".{path.name}.swp", "4913", f"{path.name}~"))
    swap.write_text("swap")
    probe.touch()
    probe.unlink()
    path.rename(backup)
    path.write_text("<p>Vim</p>")
    backup.unlink()
    swap.unlink()


def save_in_pieces(path):
    """Emptied first, then written."""
    with path.open("w") as file:
        for _ in range(3):
            file.write("<p>Piece</p>")
            file.flush()


@pytest.mark.parametrize("save", [save_by_renaming, save_like_vim, save_in_pieces])
@pytest.mark.parametrize("name", ["content/index.html", "site.toml"])
def test_however_an_editor_saves_it_is_one_build(site, save, name):
    for round_ in (2, 3):
        save(site.folder / name)
        site.wait_for_builds(round_)
        assert site.settle() == round_


@pytest.mark.parametrize(
    "name",
    [
        "content/.harbour.html.swp",
        "content/harbour.html~",
        "content/4913",
        "content/#harbour.html#",
        "content/harbour.html.tmp",
        "content/.git/index",
        "content/.dateline/store.sqlite",
        "content/harbour.html___jb_tmp___",
        "public/index.html",
        "unwatched.txt",
    ],
)
def test_what_editors_and_builds_leave_behind_starts_no_build(site, name):
    before = site.settle()
    site.write(name, "noise")
    (site.folder / name).unlink()
    assert site.settle() == before


def test_output_within_a_watched_folder_starts_no_build(idle_site):
    idle_site.write("watched", "public\n")
    idle_site.start()
    idle_site.wait_for_line("Built in")
    before = idle_site.settle()
    idle_site.write("public/articles/new.html", "output")
    assert idle_site.settle() == before


def test_new_folders_are_watched_too(site):
    site.write("content/people/holm/index.html", "<p>Holm</p>")
    wait_until(lambda: site.get("people/holm/").status_code == 200)
    before = site.settle()
    site.write("content/people/holm/index.html", "<p>Anna Holm</p>")
    wait_until(lambda: "Anna" in site.get("people/holm/").text)
    assert site.settle() == before + 1


def remove(folder):
    shutil.rmtree(folder)


def put_aside(folder):
    folder.rename(folder.with_name("aside"))


@pytest.mark.parametrize("away", [remove, put_aside])
@pytest.mark.parametrize("pause", [0.0, 0.4])
def test_a_watched_folder_may_go_and_come_back(site, away, pause):
    """As when another branch is checked out."""
    away(site.folder / "content")
    time.sleep(pause)
    site.write("content/index.html", "<p>Another branch</p>")
    wait_until(lambda: "Another branch" in site.get().text)
    site.settle()
    site.write("content/index.html", "<p>Edited there</p>")
    wait_until(lambda: "Edited there" in site.get().text)


def test_a_watched_folder_may_be_swapped_for_another(site):
    site.write("next/index.html", "<p>Next</p>")
    put_aside(site.folder / "content")
    (site.folder / "next").rename(site.folder / "content")
    wait_until(lambda: "Next" in site.get().text)
    site.write("content/index.html", "<p>Edited next</p>")
    wait_until(lambda: "Edited next" in site.get().text)


def test_a_watched_folder_need_not_exist_yet(idle_site):
    idle_site.write("watched", "themes/mine/templates\n")
    idle_site.start()
    idle_site.wait_for_line("Built in")
    before = idle_site.settle()
    idle_site.write("themes/mine/templates/base.html", "new")
    wait_until(lambda: idle_site.builds() == before + 1)
    idle_site.write("themes/mine/templates/base.html", "newer")
    wait_until(lambda: idle_site.builds() == before + 2)


def test_what_to_watch_is_asked_again_after_each_build(site):
    site.write("extra/note.md", "1")
    site.write("watched", "extra\n")
    site.write("site.toml", 'title = "Watches extra"\n')
    site.wait_for_builds(2)
    before = site.settle()
    site.write("extra/note.md", "2")
    site.wait_for_builds(before + 1)


def test_a_symlinked_content_folder_is_watched(idle_site):
    (idle_site.folder / "content").rename(idle_site.folder / "elsewhere")
    (idle_site.folder / "content").symlink_to(idle_site.folder / "elsewhere")
    idle_site.start()
    idle_site.wait_for_line("Built in")
    idle_site.write("elsewhere/index.html", "<p>Through the link</p>")
    wait_until(lambda: "Through the link" in idle_site.get().text)


def test_pages_lose_and_find_the_server_when_it_restarts(site):
    with site.events():
        site.stop()
    site.start(site.port)
    with site.events() as events:
        site.write("content/index.html", "<p>After the restart</p>")
        events.until("reload")


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("busy", ["nothing", "hold", "workers"])
def test_it_ends_at_once_and_silently_whatever_it_is_doing(site, by, busy):
    if busy != "nothing":
        site.write(busy, "")
        site.write("content/index.html", "<p>Never built</p>")
        wait_until(lambda: site.builds("started") == 2)
        time.sleep(0.2)
    with site.events():
        start = time.monotonic()
        assert site.stop(by) == (0, "")
        assert time.monotonic() - start < 8
    assert site.lines[-1] == "ended\n"


def test_a_reader_who_does_not_read_cannot_hold_the_end_up(site):
    with (site.folder / "public/large.bin").open("wb") as large:
        large.truncate(1 << 28)
    with socket.create_connection(("127.0.0.1", site.port)) as connection:
        connection.sendall(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
        connection.recv(1)
        start = time.monotonic()
        assert site.stop() == (0, "")
        assert time.monotonic() - start < 8
