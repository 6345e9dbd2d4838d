"""A page's tree as the lines of text that a reader sees, with hints of where each stood."""

import re
from functools import lru_cache

from selectolax.lexbor import LexborNode

from generator.model.raw import Box, Layout, LineHint

_UNSEEN = frozenset(
    "script style noscript template head svg math object embed applet audio video canvas map select datalist textarea "
    "iframe frame frameset noframes progress meter dialog rp".split()
)
"""Elements without words for a reader; what they hold is left out."""
_SPACED = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure table hr fieldset center".split())
"""Blocks with an empty line before and after."""
_BLOCKS = _SPACED | frozenset(
    "html body div section article main header footer aside nav address figcaption form li dt dd tr thead tbody tfoot "
    "caption details summary legend hgroup search menu dir optgroup option title".split()
)
_CELLS = frozenset({"td", "th"})
_ELEMENT_MARKS = {
    tag: tag
    for tag in "article main nav aside header footer form figure figcaption table blockquote li address h1 h2 h3 h4 button".split()
}
_ROLE_MARKS = {
    "navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside", "main": "main",
    "search": "form", "article": "article", "dialog": "popup", "alertdialog": "popup", "menu": "nav", "menubar": "nav",
}  # fmt: skip
_WORD_MARKS = {
    word: mark
    for mark, words in {
        "comment": "comment comments commenting disqus respond reply replies discussion coral livefyre viafoura",
        "related": "related recommended recommendation recommendations recirc recirculation trending popular mostpopular mostread "
        "readnext upnext outbrain taboola zergnet teaser teasers suggested suggestions similar more morestories linkbox readmore "
        "latest river",
        "share": "share sharing social addthis sharedaddy follow shares",
        "signup": "newsletter newsletters subscribe subscription signup register registration login piano "
        "optin mailchimp",
        "consent": "cookie cookies consent gdpr onetrust privacy",
        "advert": "ad ads advert advertisement advertising sponsor sponsored promo promotion promoted dfp adslot adunit commercial "
        "banner partner affiliate shop",
        "nav": "nav navigation navbar menu menus breadcrumb breadcrumbs subnav topnav toolbar",
        "side": "sidebar rail aside widget widgets rightcol secondary",
        "foot": "footer colophon copyright legal disclaimer",
        "head": "masthead header topbar",
        "caption": "caption figcaption captions wp-caption legend cutline photocaption",
        "credit": "credit credits photocredit imagecredit copyright-holder",
        "byline": "byline author authors bylines contributor contributors writer reporter",
        "bio": "bio biography authorbio aboutauthor",
        "date": "date time timestamp dateline published pubdate datetime datepublished",
        "meta": "meta info metadata infobar details",
        "headline": "headline title entrytitle hed",
        "deck": "standfirst subtitle subhead subheadline dek deck summary excerpt lede kicker teaser-text description intro",
        "tags": "tag tags tagged topics keywords categories category taxonomy",
        "picture": "image images photo photos gallery slideshow picture media lightbox carousel figure",
        "player": "video player audio podcast jwplayer brightcove",
        "embed": "embed tweet twitter instagram oembed facebook",
        "quote": "pullquote quote blockquote",
        "infobox": "infobox factbox inset callout box sidenote note notice alert",
        "hidden": "hidden hide sronly screen-reader visuallyhidden offscreen srtext accessibility",
        "popup": "popup modal overlay lightbox interstitial",
        "print": "print printfriendly",
        "body": "articlebody storybody entrycontent postcontent articlecontent storycontent bodycopy articletext storytext "
        "postbody bodytext mainbody fulltext storyparagraph paragraph articleparagraph rte richtext",
        "content": "content body text entry copy prose",
        "story": "story article post",
        "list": "list listing grid cards card items feed archive index",
    }.items()
    for word in words.split()
}
_PAIRS = {
    "article body", "story body", "entry content", "post content", "article content", "story content", "body copy",
    "article text", "story text", "post body", "body text", "main body", "full text", "content body", "article copy",
    "content article", "body content", "article main", "text body", "page content", "content text",
}  # fmt: skip
"""Two words that, side by side, name the box of a story's text."""
_TOKENS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")
_DIGITS = re.compile(r"\d+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_BULLET = "  • "
_ID_WORDS = 4
_LONGEST_NAME = 300
"""Characters of a class or id that are looked at."""


def lay_out(body: LexborNode) -> tuple[str, Layout]:
    """The words that a reader sees below an element, one block a line, and where each line stood.

    Blocks that browsers set apart have an empty line around them, list items a bullet, cells of a table a tab between
    them, and pictures their alternative text, as text-mode browsers do it.
    """
    page = _Page()
    page.walk(body)
    return page.finish()


class _Page:
    """Lines as they fill while the tree is walked."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._hints: list[LineHint | None] = []
        self._boxes: list[Box] = [Box(-1, "body", "body", frozenset())]
        self._box = 0
        """The innermost block."""
        self._home = 0
        """The block that the line which fills began in."""
        self._words: list[str] = []
        self._gap = False
        self._bullet = False
        self._linked = 0
        self._bold = 0
        self._length = 0
        self._pre = 0
        self._skip: int | None = None

    def walk(self, top: LexborNode) -> None:
        """Read every node below ``top`` in the order of the text."""
        # Open elements: identity, tag, what to restore on leaving.
        stack: list[tuple[int, str, int]] = [(top.mem_id, "body", 0)]
        links = bolds = 0
        nodes = top.traverse(include_text=True)
        next(nodes, None)
        skipping: set[int] = set()
        for node in nodes:
            parent = node.parent
            owner = parent.mem_id if parent is not None else 0
            if owner in skipping:
                if not node.is_text_node:
                    skipping.add(node.mem_id)
                continue
            while len(stack) > 1 and stack[-1][0] != owner:
                _, tag, before = stack.pop()
                if tag == "a":
                    links -= 1
                elif tag in ("b", "strong"):
                    bolds -= 1
                else:
                    self._leave(tag, before)
            if node.is_text_node:
                self._write(node.text_content or "", links > 0, bolds > 0)
                continue
            tag = node.tag
            if tag is None or not node.is_element_node:
                continue
            attributes = node.attributes if tag not in ("b", "strong", "br", "em", "i") else {}
            if tag in _UNSEEN or _is_hidden(attributes):
                skipping.add(node.mem_id)
                continue
            before = self._box
            if tag == "a":
                links += 1
            elif tag in ("b", "strong"):
                bolds += 1
            elif tag == "br":
                self._end_line()
            elif tag == "img":
                self._write(attributes.get("alt") or "", links > 0, False)
            elif tag == "input":
                pass
            elif tag in _BLOCKS or tag in _CELLS:
                self._enter(tag, attributes)
            stack.append((node.mem_id, tag, before))
        while len(stack) > 1:
            _, tag, before = stack.pop()
            self._leave(tag, before)

    def finish(self) -> tuple[str, Layout]:
        """The text, without empty lines at its ends, and its layout."""
        self._end_line()
        return "".join(line + "\n" for line in self._lines), Layout(tuple(self._hints), tuple(self._boxes))

    def _enter(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in _CELLS:
            if self._words:
                self._words.append("\t")
        else:
            self._end_line()
            self._gap = self._gap or tag in _SPACED
        self._boxes.append(Box(self._box, tag, _kind_of(tag, attributes), _marks_of(tag, attributes)))
        self._box = len(self._boxes) - 1
        if tag == "li":
            self._bullet = True
        elif tag == "pre":
            self._pre += 1

    def _leave(self, tag: str, before: int) -> None:
        if tag in _CELLS:
            self._box = before
        elif tag in _BLOCKS:
            self._end_line()
            self._gap = self._gap or tag in _SPACED
            self._box = before
            if tag == "li":
                self._bullet = False
            elif tag == "pre":
                self._pre -= 1

    def _write(self, text: str, linked: bool, bold: bool) -> None:
        if self._pre and "\n" in text:
            first, *rest = text.split("\n")
            self._add(first, linked, bold)
            for line in rest:
                self._end_line()
                self._add(line, linked, bold)
        else:
            self._add(text, linked, bold)

    def _add(self, text: str, linked: bool, bold: bool) -> None:
        text = _BLANKS.sub(" ", text)
        if not text:
            return
        if not self._words:
            text = text.lstrip(" ")
            if not text:
                return
            self._home = self._box
        elif text[0] == " " and self._words[-1][-1] in " \t":
            text = text[1:]
            if not text:
                return
        self._words.append(text)
        size = len(text)
        self._length += size
        if linked:
            self._linked += size
        if bold:
            self._bold += size

    def _end_line(self) -> None:
        if not self._words:
            return
        text = "".join(self._words).strip(" \t")
        if text:
            if self._gap and self._lines:
                self._lines.append("")
                self._hints.append(None)
            self._gap = False
            self._lines.append((_BULLET if self._bullet else "") + text)
            box = self._boxes[self._home]
            length = max(1, self._length)
            self._hints.append(LineHint(self._home, box.tag, self._linked / length, self._bold >= 0.9 * length))
            self._bullet = False
        self._words.clear()
        self._linked = self._bold = self._length = 0


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN.search(style))


def _kind_of(tag: str, attributes: dict[str, str | None]) -> str:
    classes = attributes.get("class")
    return f"{tag} {_DIGITS.sub('', classes[:_LONGEST_NAME])}" if classes else tag


def _marks_of(tag: str, attributes: dict[str, str | None]) -> frozenset[str]:
    if tag in ("html", "body") or not attributes:
        # What the class of the whole page says, such as "has-sidebar", holds of no line of it.
        return _marks_of_names(tag, "", "", "")
    ident = attributes.get("id") or ""
    if len(_TOKENS.findall(ident[:_LONGEST_NAME])) > _ID_WORDS:
        ident = ""  # it holds the words of a heading
    names = f"{(attributes.get('class') or '')[:_LONGEST_NAME]} {ident}"
    return _marks_of_names(tag, names, (attributes.get("role") or "").lower(), attributes.get("itemprop") or "")


@lru_cache(maxsize=1 << 14)
def _marks_of_names(tag: str, names: str, role: str, prop: str) -> frozenset[str]:
    marks = set()
    if tag in _ELEMENT_MARKS:
        marks.add(_ELEMENT_MARKS[tag])
    if role in _ROLE_MARKS:
        marks.add(_ROLE_MARKS[role])
    if prop:
        marks.add("body" if "articleBody" in prop else "prop")
    for name in names.split():
        words = [word.lower() for word in _TOKENS.findall(name)]
        for word in (*words, "".join(words)):
            if word in _WORD_MARKS:
                marks.add(_WORD_MARKS[word])
        for pair in zip(words, words[1:], strict=False):
            if " ".join(pair) in _PAIRS:
                marks.add("body")
    return frozenset(marks)
