"""Pages that hold no article, and short ones that do."""

import pytest

from generator.clean import clean_page, why_no_article
from generator.model.raw import RawPage

TITLE = "Ferry to Saltby sails again"
LEDE = "The ferry to Saltby sails again from Monday, after nine weeks in the dock, the port authority said on Tuesday."
MORE = "Its engine had been taken out and put back twice, and nobody could say what had been wrong with it all along."


def why(*lines):
    text = "\n\n".join(lines)
    return why_no_article(clean_page(RawPage(name="a", data=text.encode(), text=text, encoding="utf-8")))


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["Home", "News", "Sport", "Contact"], "no line of it reads as a story"),
        ([TITLE, "By Ada Holm", LEDE, "Subscribe to continue reading", "Already a subscriber? Log in"],
         "shows the start of a story only, behind a paywall"),
        ([TITLE, LEDE, "This article is only available to subscribers."],
         "shows the start of a story only, behind a paywall"),
        (["We use cookies to make this site work and to learn how it is used.", "Accept all cookies", "Manage choices"],
         "asks for consent, and shows no story"),
        (["Checking your browser", "Please verify you are a human to go on."],
         "shows a check for robots or of the browser, and no story"),
        (["Page not found", "The page you asked for was not found.", "Home"], "says that the page is not there"),
        (["Watch: Ferry sails", "Video", "0:00 / 1:32", "Now playing", "Up next"], "shows a video, and no story"),
    ],
)  # fmt: skip
def test_pages_without_a_story_say_what_they_show(lines, reason):
    assert why(*lines) == reason


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, "By Ada Holm", LEDE],
        [TITLE, LEDE, MORE],
        ["Already a subscriber? Log in", TITLE, LEDE, MORE],
        [TITLE, LEDE, MORE, "We use cookies", "Accept all cookies", "Cookie settings"],
        [TITLE, "Watch now", "Video", LEDE, MORE, "Share"],
        [TITLE, LEDE, "The court said that access to the page had been denied to nobody.", MORE],
        [TITLE, *(f"{number} {LEDE} {MORE}" for number in range(4)), "Subscribe to continue reading"],
    ],
)
def test_a_short_story_beside_such_things_is_a_story(lines):
    assert why(*lines) == ""
