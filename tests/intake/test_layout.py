"""A page's tree as lines of text."""

from generator.intake.html import html_page
from generator.intake.marks import marks_of
from generator.model.raw import Layout, RawPage


def laid_out(body: str) -> RawPage:
    return html_page("page.html", f"<html><body>{body}</body></html>".encode())


def layout_of(page: RawPage) -> Layout:
    assert page.layout is not None
    return page.layout


def test_blocks_stand_on_lines_of_their_own() -> None:
    """Paragraphs are set apart, divisions are not, and what is inline stays in its line."""
    text = laid_out("<div>One <b>bold</b> <a href='/'>link</a></div><div>Two</div><p>Three<br>four</p>five").text
    assert text == "One bold link\nTwo\n\nThree\nfour\n\nfive\n"


def test_lists_tables_and_pictures_read_as_in_a_text_browser() -> None:
    text = laid_out("<ul><li>Ale<li>Beer</ul><table><tr><td>1<td>2<tr><td>3</table><img alt='A quay'>").text
    assert text == "  • Ale\n  • Beer\n\n1\t2\n3\n\nA quay\n"


def test_blanks_are_one_space_but_in_preformatted_text() -> None:
    assert laid_out("<p>a \n\t b<p>c&nbsp;d").text == "a b\n\nc\xa0d\n"
    assert laid_out("<pre>one\n  two</pre>").text == "one\ntwo\n"


def test_what_no_reader_sees_is_left_out() -> None:
    """Scripts, styles, templates and what is hidden, with everything within."""
    hidden = "<p hidden>x<b>y</b></p><div style='DISPLAY : none'><p>z</p></div><template><p>t</p></template>"
    assert laid_out(f"<script>a</script><style>b</style><noscript>c</noscript>{hidden}<p>seen").text == "seen\n"


def test_a_hint_says_where_a_line_stood() -> None:
    """Its block, what share of it is linked, whether it is bold, and the blocks around."""
    page = laid_out(
        "<nav id=top><a href='/'>Home</a></nav><article><p><b>Bold</b></p><p>Half <a>link</a></p></article>"
    )
    layout = layout_of(page)
    hints = [hint for hint in layout.lines if hint is not None]
    assert [(hint.tag, round(hint.links, 1), hint.bold) for hint in hints] == [
        ("nav", 1.0, False),
        ("p", 0.0, True),
        ("p", 0.4, False),
    ]
    around = layout.boxes[hints[1].box].parent
    assert (layout.boxes[around].tag, layout.boxes[around].marks) == ("article", {"article"})


def test_marks_are_what_classes_ids_and_roles_say() -> None:
    """In camel case, with hyphens or run together; digits and unknown words say nothing."""
    assert marks_of("div", {"class": "c-newsletterSignup x9"}) == {"signup"}
    assert marks_of("div", {"class": "js_articleBody", "id": "related-links"}) >= {"body", "related"}
    assert marks_of("section", {"role": "complementary", "class": None}) == {"aside"}
    assert marks_of("div", {"itemprop": "articleBody"}) == {"body"}
    assert marks_of("p", {}) == frozenset()


def test_an_id_that_repeats_a_heading_is_no_mark() -> None:
    assert marks_of("h2", {"id": "how-a-video-of-the-ferry-was-shared"}) == {"h2"}


def test_the_class_of_the_whole_page_marks_nothing() -> None:
    page = html_page("page.html", b"<html class='nav'><body class='has-sidebar comments'><p>Words.")
    assert all(not box.marks for box in layout_of(page).boxes)
