import re

import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.render.markup import render_markdown

ALLOWED = {
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5",
    "h6", "hr", "i", "ins", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {"href", "title", "rel", "lang", "dir", "start", "colspan", "rowspan", "scope", "id"}


def assert_harmless(html):
    """What a browser makes of it runs nothing, loads nothing, and leads only to web and mail addresses."""
    tree = LexborHTMLParser(f"<body>{html}</body>")
    for node in tree.body.css("*"):
        if node.tag == "body":
            continue
        assert node.tag in ALLOWED, html
        assert node.attributes.keys() <= ATTRIBUTES, html
        if "id" in node.attributes:
            assert re.fullmatch(r"p-[0-9a-f]{6}(-\d+)?", node.attributes["id"]), html
        # As a browser reads it: blanks and control characters before an address, tabs and line ends in it, are nothing.
        link = re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", node.attributes.get("href") or "")
        scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.\-]*:", link)
        assert scheme is None or scheme[0].lower() in ("http:", "https:", "mailto:"), html


def plain(text):
    """The HTML without the ids of its paragraphs."""
    return re.sub(r' id="p-[^"]*"', "", render_markdown(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One\ntwo", "<p>One\ntwo</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("# Top\n\n## Second\n\n###### Last", "<h2>Top</h2>\n<h2>Second</h2>\n<h6>Last</h6>"),
        ("Top\n===\n\nSecond\n---", "<h2>Top</h2>\n<h2>Second</h2>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("    x = 1 < 2", "<pre><code>x = 1 &lt; 2\n</code></pre>"),
        ("---", "<hr>"),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("AT&T &lt;b&gt;", "<p>AT&amp;T &lt;b&gt;</p>"),
        (r"\*not\*", "<p>*not*</p>"),
        ("[a](https://x.example/)", '<p><a href="https://x.example/" rel="noopener noreferrer">a</a></p>'),
        (
            "<https://x.example/>",
            '<p><a href="https://x.example/" rel="noopener noreferrer">https://x.example/</a></p>',
        ),
        ("[a](mailto:a@x.example)", '<p><a href="mailto:a@x.example" rel="noopener noreferrer">a</a></p>'),
        ("[a](/people/)", '<p><a href="/people/" rel="noopener noreferrer">a</a></p>'),
        ("<span lang='fr' class='x' style='y' onclick='z'>a</span>", '<p><span lang="fr">a</span></p>'),
    ],
)
def test_markdown_that_people_write(text, html):
    assert plain(text) == html


def test_tables():
    html = plain("| a | b |\n|---|---|\n| 1 | 2 |")
    assert [node.text() for node in LexborHTMLParser(html).css("th, td")] == ["a", "b", "1", "2"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "![A boat](https://x.example/b.jpg)",
            '<p><a href="https://x.example/b.jpg" rel="noopener noreferrer">A boat</a></p>',
        ),
        ("![](b.jpg)", '<p><a href="b.jpg" rel="noopener noreferrer">picture</a></p>'),
        ("![A boat](data:image/png;base64,AAAA)", '<p><a rel="noopener noreferrer">A boat</a></p>'),
        ("![x](javascript:alert(1))", '<p><a rel="noopener noreferrer">x</a></p>'),
    ],
)
def test_pictures_become_links(text, html):
    """An archive asks no other host for anything."""
    assert plain(text) == html


ATTACKS = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//x.example/a.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>", "<script\n>alert(1)</script\n>", "<script>alert(1)",
    "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)//>", "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>", "<iframe src=//x.example></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=x></object>", "<embed src=x>",
    "<style>body{display:none}</style>", "<link rel=stylesheet href=//x.example>", "<base href=//x.example/>",
    "<meta http-equiv=refresh content='0;url=//x.example'>", "<form action=//x.example><input>",
    "<button formaction=javascript:alert(1)>", "<video src=x onerror=alert(1)>", "<audio autoplay src=x>",
    "<details open ontoggle=alert(1)>", "<div style='background:url(//x.example)'>a</div>",
    "<a href='javascript:alert(1)'>a</a>", "<a href='&#106;avascript:alert(1)'>a</a>",
    "<a href='java\tscript:alert(1)'>a</a>", "<a href=' javascript:alert(1)'>a</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>a</a>", "<a href=vbscript:x>a</a>",
    "<a name=main id=main>a</a>", "<p id=search class=x data-pagefind-ignore onmouseover=alert(1)>a</p>",
    "<!-- <script>alert(1)</script> -->", "<!--><script>alert(1)</script>", "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>", "<template><script>x</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<textarea><script>alert(1)</script></textarea>",
    "<title><script>alert(1)</script></title>", "</div></main></body></html><script>alert(1)</script>", "<plaintext>",
    "<xmp><script>alert(1)</script></xmp>", "<custom-element onclick=x>a</custom-element>", "<p", "<a href='",
    "&lt;script&gt;", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#10;script:alert(1))",
    "[a](data:text/html,x)", "[a](<javascript:alert(1)>)", "[a]( javascript:alert(1))",
    "[a][b]\n\n[b]: javascript:alert(1)", "<javascript:alert(1)>", "[a](https://x.example/\"onmouseover=\"alert(1))",
    "[a](https://x.example 'x\" onclick=\"alert(1)')", "`<script>`", "    <script>alert(1)</script>",
    "```\n<script>\n```", "\x02wzxhzdk:0\x03<script>alert(1)</script>", "klzzwxh:0000",
    "![a](x\" onerror=\"alert(1))", "![\"onerror=alert(1)](x)", "<svg/onload=alert(1)//",
    "\ufeff<script>alert(1)</script>", "<sc\x00ript>alert(1)</sc\x00ript>", "＜script＞alert(1)＜/script＞",
    "<a href=\"\x01javascript:alert(1)\">a</a>",
]  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "around", ["{}", "Words {} words.", "> {}", "- {}", "# {}", "*{}*", "<div>\n{}\n</div>", "One.\n\n{}\n\nTwo."]
)
def test_no_attack_survives(attack, around):
    html = render_markdown(around.format(attack))
    assert_harmless(html)
    assert "<script" not in html.lower()


PIECES = [
    *ATTACKS,
    "<", ">", "</", "<p>", "</p>", "<div>", "<table>", "<td>", "\n\n", "\n", " ", "*", "_", "`", "[", "](", ")", "!",
    "#", "- ", "> ", "    ", "&", "&#", ";", "'", '"', "=", "javascript:", "on", "href=", "src=", "style=", "|", "\\",
    "<!--", "-->", "words", "\x00", "\x02", "\u2028",
]  # fmt: skip
pieces = st.sampled_from(PIECES) | st.text(max_size=8)


@quick
@given(st.lists(pieces, max_size=12).map("".join))
def test_nothing_harmful_can_be_put_together(text):
    assert_harmless(render_markdown(text))


def ids(text):
    return {node.text(): node.attributes["id"] for node in LexborHTMLParser(render_markdown(text)).css("p")}


def test_an_edited_paragraph_leaves_the_others_where_they_were():
    """A link to a paragraph outlives edits around it."""
    before = ids("One stays.\n\nTwo.\n\nThree *stays*.")
    after = ids("A new one.\n\nOne stays.\n\nTwo, corrected.\n\nThree **stays**.")
    assert before["One stays."] == after["One stays."]
    assert before["Three stays."] == after["Three stays."]
    assert before["Two."] not in after.values()


def test_a_paragraph_that_stands_twice_has_two_ids():
    html = render_markdown("Same.\n\nSame.\n\nSame.")
    found = [node.attributes["id"] for node in LexborHTMLParser(html).css("p")]
    assert found == [found[0], f"{found[0]}-2", f"{found[0]}-3"]


@quick
@given(st.lists(st.sampled_from(["One.", "Two.", "> One.", "- One.\n\n  Two.", "*One.*"]), max_size=6))
def test_no_two_paragraphs_share_an_id(blocks):
    found = [node.attributes.get("id") for node in LexborHTMLParser(render_markdown("\n\n".join(blocks))).css("p")]
    assert None not in found
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("    " * depth + "- deep" for depth in range(250)),
        "> " * 2000 + "deep",
        "<div>" * 3000 + "deep",
        "*" * 5000 + "deep",
    ],
    ids=["lists", "quotes", "elements", "stars"],
)
def test_text_that_is_nested_without_end_is_shown_somehow(text):
    """One strange article stops neither its own page nor the build."""
    html = render_markdown(text)
    assert "deep" in html
    assert_harmless(html)


@pytest.mark.parametrize("text", ["word " * 20_000, "a" * 100_000, "&" * 20_000, "ж" * 100_000])
def test_very_long_paragraphs(text):
    assert text.strip()[:100].replace("&", "&amp;") in render_markdown(text)


@quick
@given(st.text(st.characters() | st.sampled_from("*_`[]()<>#-&\n ")))
def test_rendering_is_the_same_every_time(text):
    """Nothing is left over from one article to the next."""
    first = render_markdown(text)
    render_markdown.cache_clear()
    render_markdown("[a]: https://left.example/\n\n*over* <div>")
    render_markdown.cache_clear()
    assert render_markdown(text) == first
