import pytest
from archives import said, write

from generator.errors import TemplateError
from generator.model.address import Addresses
from generator.model.page import Link, NotFoundPage, Page, SiteView
from generator.render import Renderer, Theme
from generator.site import BUNDLED

HERE = Addresses("/archive/")
SITE = SiteView(
    title="The <Harbour> Archive", tagline="", description="", url="https://harbour.example/archive/", base="/archive/",
    language="en", menu=(Link(title="People", url="/archive/people/"),), feed="/archive/feed.xml", search=False,
    policy="default-src 'self'", canonical="self",
    downloads=None,
)  # fmt: skip
PAGE = NotFoundPage(url="/archive/404.html", title="Not found")


def theme(folder, files=None):
    write(folder / "templates", files or {})
    return Theme(folder / "templates", HERE, "https://harbour.example/archive/")


def render(folder, files, page=PAGE):
    return Renderer(theme(folder, files), SITE).render_page(page)


def refusal(folder, files):
    with pytest.raises(TemplateError) as caught:
        render(folder, files)
    return said(caught.value.problems)


def test_without_templates_of_its_own_a_site_has_the_bundled_ones(tmp_path):
    made = Theme(tmp_path / "nowhere", HERE, "https://harbour.example/archive/")
    made.check()
    artifact = Renderer(made, SITE).render_page(PAGE)
    assert artifact.path == "404.html"
    assert b"<h1>Not found</h1>" in artifact.data
    assert b"The &lt;Harbour&gt; Archive" in artifact.data


def test_one_template_of_its_own_replaces_one(tmp_path):
    assert render(tmp_path, {"404.html": "Lost: {{ page.title }}"}).data == b"Lost: Not found"


def test_a_part_of_its_own_is_used_by_bundled_templates(tmp_path):
    files = {"parts/menu.html": "{% macro menu(links) %}<nav>mine: {{ links[0].title }}</nav>{% endmacro %}"}
    assert b"<nav>mine: People</nav>" in render(tmp_path, files).data


def test_a_bundled_template_can_be_extended_under_its_own_name(tmp_path):
    files = {"404.html": '{% extends "bundled/404.html" %}{% block head %}<meta name="mine">{% endblock %}'}
    data = render(tmp_path, files).data
    assert b'<meta name="mine">' in data
    assert b"<h1>Not found</h1>" in data


def test_titles_are_escaped(tmp_path):
    page = NotFoundPage(url="/archive/404.html", title='<script>alert(1)</script> & "quotes"')
    data = render(tmp_path, {}, page).data
    assert b"<script>alert" not in data
    assert b"&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;quotes&#34;" in data


def test_half_of_a_surrogate_pair_does_not_stop_a_page(tmp_path):
    assert (
        render(tmp_path, {"404.html": "{{ page.title }}"}, NotFoundPage(url="/archive/404.html", title="a\ud800b")).data
        == b"a?b"
    )


def test_a_syntax_error_names_file_and_line(tmp_path):
    files = {"404.html": "<p>\n{% if page.title %}\n</p>\n{% endfor %}"}
    (problem,) = refusal(tmp_path, files)
    assert problem.startswith("templates/404.html:4: Encountered unknown tag 'endfor'.")
    assert problem.endswith("Correct the template; the page /archive/404.html asks for it.")


def test_all_broken_templates_are_found_before_anything_is_rendered(tmp_path):
    made = theme(tmp_path, {"home.html": "{% if %}", "parts/mine.html": "\n{{ a b }}", "fine.html": "x"})
    with pytest.raises(TemplateError) as caught:
        made.check()
    assert [str(problem.where) for problem in caught.value.problems] == [
        "templates/home.html:1", "templates/parts/mine.html:2",
    ]  # fmt: skip


def test_a_template_that_is_not_utf_8(tmp_path):
    made = theme(tmp_path, {"home.html": b"<p>Caf\xe9</p>"})
    with pytest.raises(TemplateError) as caught:
        made.check()
    (problem,) = said(caught.value.problems)
    assert problem.startswith("templates/home.html: ")
    assert "utf-8" in problem.lower()


def test_an_attribute_that_no_page_has_names_template_line_and_page(tmp_path):
    (problem,) = refusal(tmp_path, {"404.html": "<p>\n{{ page.title }}\n{{ page.titel }}"})
    assert problem.startswith("templates/404.html:3: ")
    assert "has no attribute 'titel'" in problem
    assert "/archive/404.html" in problem


def test_a_variable_that_is_not_there(tmp_path):
    (problem,) = refusal(tmp_path, {"404.html": "{{ sight.title }}"})
    assert problem.startswith("templates/404.html:1: 'sight' is undefined.")


def test_a_mistake_in_a_part_names_the_part(tmp_path):
    (problem,) = refusal(tmp_path, {"parts/menu.html": "{% macro menu(links) %}\n{{ links.nonsense.x }}{% endmacro %}"})
    assert problem.startswith("templates/parts/menu.html:2: ")


def test_a_template_that_is_not_there(tmp_path):
    (problem,) = refusal(tmp_path, {"404.html": '{% include "parts/gone.html" %}'})
    assert problem.startswith('templates/404.html: There is no template "parts/gone.html".')


def test_a_page_kind_without_a_template(tmp_path):
    class MissingPage(Page):
        template = "missing.html"

    with pytest.raises(TemplateError, match=r'There is no template "missing\.html"'):
        Renderer(theme(tmp_path), SITE).render_page(MissingPage(url="/archive/x/", title="X"))


def test_a_template_that_includes_itself(tmp_path):
    (problem,) = refusal(tmp_path, {"404.html": '{% include "404.html" %}'})
    assert problem.startswith("templates/404.html:1: ")
    assert "\n" not in problem


@pytest.mark.parametrize("expression", ["1 / 0", "page.title + 1", "none.x()", '"x" | nonsense'])
def test_whatever_a_template_raises_is_one_clear_line(tmp_path, expression):
    (problem,) = refusal(tmp_path, {"404.html": "\n{{ " + expression + " }}"})
    assert problem.startswith("templates/404.html:2: ")
    assert "\n" not in problem


def test_a_static_file_that_is_not_there(tmp_path):
    (problem,) = refusal(tmp_path, {"404.html": '\n\n<link href="{{ "styl.css" | asset }}">'})
    assert problem.startswith('templates/404.html:3: There is no static file "styl.css".')


def test_addresses_of_static_files_and_absolute_ones(tmp_path):
    files = {"404.html": '{{ "style.css" | asset }} {{ page.url | absolute }}'}
    assert render(tmp_path, files).data == b"/archive/static/style.css https://harbour.example/archive/404.html"


@pytest.mark.parametrize("url", ["https://harbour.example", "https://harbour.example/"])
def test_absolute_addresses_of_a_site_at_the_root(tmp_path, url):
    write(tmp_path / "templates", {"404.html": "{{ page.url | absolute }}"})
    made = Theme(tmp_path / "templates", Addresses("/"), url)
    text = made.render("404.html", page=NotFoundPage(url="/404.html", title=""), site=SITE)
    assert text == "https://harbour.example/404.html"


def test_static_files_of_its_own_stand_before_and_beside_the_bundled_ones(tmp_path):
    made = theme(
        tmp_path,
        {"static/style.css": "mine", "static/fonts/a.woff2": b"\0", "static/.DS_Store": b"x", "static/.git/a": "x"},
    )
    artifacts = {artifact.path: artifact.data for artifact in made.static_artifacts()}
    bundled = {path.relative_to(BUNDLED).as_posix() for path in (BUNDLED / "static").rglob("*") if path.is_file()}
    assert artifacts.keys() == bundled | {"static/fonts/a.woff2"}
    assert list(artifacts) == sorted(artifacts)
    assert artifacts["static/style.css"] == b"mine"
    assert artifacts["static/fonts/a.woff2"] == b"\0"


def test_backups_of_editors_are_no_templates(tmp_path):
    theme(tmp_path, {"home.html~": "{% if %}", ".home.html.swp": b"\xff", "notes.txt": "{{"}).check()


# ---- Hasty code, and careful code where that does not do


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("page.titel is defined", "False"),
        ("page.titel | default('none')", "none"),
        ("{'a b': 1, 'title': 'of a dictionary'}.title", "of a dictionary"),
        ("{'class': 'a keyword'}.class", "a keyword"),
        ("(page.title ~ '!').upper()", "NOT FOUND!"),
        ("nobody.title is defined", "'nobody' is undefined"),
        ("[page.title, 2].count(2)", "1"),
        ("dict(a='<b>').a", "&lt;b&gt;"),
        ("page.title.split(maxsplit=1) | last", "found"),
    ],
)
def test_an_expression_means_what_jinja_says(tmp_path, expression, shown):
    """``"…".title`` is a method of every text; a dictionary has none of that name, and so its item is meant."""
    files = {"404.html": "{{ " + expression + " }}"}
    if shown.endswith("undefined"):
        assert shown in refusal(tmp_path, files)[0]
    else:
        assert render(tmp_path, files).data.decode() == shown


def test_after_one_page_that_hasty_code_does_not_do_for_all_of_its_template_are_made_with_care(tmp_path):
    made = theme(tmp_path, {"404.html": "{% for n in [1, 2] %}{{ {'n': n}.n }}{% endfor %}{{ page.title }}"})
    renderer = Renderer(made, SITE)
    assert [renderer.render_page(PAGE).data for _ in range(2)] == [b"12Not found"] * 2


def test_macros_called_by_position_by_name_and_with_a_block(tmp_path):
    text = (
        "{% macro m(a, b='-') %}{{ a }}{{ b }}{% endmacro %}{% macro c() %}[{{ caller() }}]{% endmacro %}"
        "{% macro v() %}{{ varargs | join }}{% endmacro %}"
        "{{ m('<') }}{{ m('x', 'y') }}{{ m(b=1, a=2) }}{% call c() %}&amp;{% endcall %}{{ v(1, 2) }}"
        "{% for i in [7] %}{{ m(i, loop.index) }}{{ loop.cycle('odd', 'even') }}{% endfor %}"
    )
    assert render(tmp_path, {"404.html": text}).data == b"&lt;-xy21[&amp;]1271odd"


def test_compiled_templates_are_kept_apart_by_how_they_were_compiled(tmp_path):
    write(tmp_path / "templates", {"404.html": "{{ {'t': page.title}.t }}"})
    for _ in range(2):
        made = Theme(tmp_path / "templates", HERE, "https://harbour.example/archive/", tmp_path / "cache")
        assert Renderer(made, SITE).render_page(PAGE).data == b"Not found"
    assert {path.name.split("_")[0] for path in (tmp_path / "cache").iterdir()} == {"hasty", "careful"}
