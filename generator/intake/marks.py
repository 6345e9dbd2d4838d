"""What the element, classes, id and role of a block say that it is.

Class names are chosen by hand on every site, yet their words are few: what readers are to take something for, its
makers call so too.
"""

import re
from functools import lru_cache
from itertools import pairwise


def gather_words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text.

    >>> sorted(gather_words("ul ol"))
    ['ol', 'ul']
    """
    return frozenset(text.split())


_ELEMENT_MARKS = {
    tag: tag
    for tag in gather_words(
        "article main nav aside header footer form figure figcaption table blockquote li address h1 h2 h3 h4 button"
    )
}
_ROLE_MARKS = {
    "navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside", "main": "main",
    "search": "form", "article": "article", "dialog": "popup", "alertdialog": "popup", "menu": "nav", "menubar": "nav",
}  # fmt: skip
_WORD_MARKS = {
    word: mark
    for mark, words in {
        "comment": "comment comments commenting disqus respond reply replies discussion coral livefyre viafoura",
        "related": "related recommended recommendation recommendations recirc recirculation trending popular "
        "mostpopular mostread readnext upnext outbrain taboola zergnet teaser teasers suggested "
        "suggestions similar more morestories linkbox readmore latest river",
        "share": "share sharing social addthis sharedaddy follow shares",
        "signup": "newsletter newsletters subscribe subscription signup register registration login piano optin "
        "mailchimp",
        "consent": "cookie cookies consent gdpr onetrust privacy",
        "advert": "ad ads advert advertisement advertising sponsor sponsored promo promotion promoted dfp adslot "
        "adunit commercial banner partner affiliate shop",
        "nav": "nav navigation navbar menu menus breadcrumb breadcrumbs subnav topnav toolbar",
        "side": "sidebar rail aside widget widgets rightcol secondary",
        "foot": "footer colophon copyright legal disclaimer",
        "head": "masthead header topbar",
        "caption": "caption figcaption captions legend cutline photocaption",
        "credit": "credit credits photocredit imagecredit",
        "byline": "byline author authors bylines contributor contributors writer reporter",
        "bio": "bio biography authorbio aboutauthor",
        "date": "date time timestamp dateline published pubdate datetime datepublished",
        "meta": "meta info metadata infobar details",
        "headline": "headline title entrytitle hed",
        "deck": "standfirst subtitle subhead subheadline dek deck summary excerpt lede kicker description intro",
        "tags": "tag tags tagged topics keywords categories category taxonomy",
        "picture": "image images photo photos gallery slideshow picture media lightbox carousel figure",
        "player": "video player audio podcast jwplayer brightcove",
        "embed": "embed tweet twitter instagram oembed facebook",
        "quote": "pullquote quote blockquote",
        "infobox": "infobox factbox inset callout box sidenote note notice alert",
        "hidden": "hidden hide sronly visuallyhidden offscreen srtext accessibility",
        "popup": "popup modal overlay lightbox interstitial",
        "print": "print printfriendly",
        "body": "articlebody storybody entrycontent postcontent articlecontent storycontent bodycopy articletext "
        "storytext postbody bodytext mainbody fulltext storyparagraph paragraph articleparagraph rte "
        "richtext",
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
_ID_WORDS = 4
"""Words of an id that names a block; a longer one repeats the block's heading."""
_NAMING = ("class", "id", "role", "itemprop")
_LONGEST_NAME = 300
"""Characters of each of them that are looked at."""


def kind_of(tag: str, attributes: dict[str, str | None]) -> str:
    """An element and its classes, but for the digits in them, by which blocks of one make are known."""
    classes = attributes.get("class")
    return f"{tag} {_DIGITS.sub('', classes[:_LONGEST_NAME])}" if classes else tag


def marks_of(tag: str, attributes: dict[str, str | None]) -> frozenset[str]:
    """What an element's names say of it, in words that all pages share."""
    if tag in ("html", "body") or not attributes:
        # What the class of the whole page says, such as "has-sidebar", holds of no line of it.
        return _marks_of_names(tag, "", "", "", "")
    return _marks_of_names(tag, *[(attributes.get(key) or "")[:_LONGEST_NAME] for key in _NAMING])


@lru_cache(maxsize=1 << 14)
def _marks_of_names(tag: str, classes: str, name: str, role: str, prop: str) -> frozenset[str]:
    names = classes.split()
    if len(_TOKENS.findall(name)) <= _ID_WORDS:  # else it holds the words of a heading
        names.append(name)
    marks = set()
    if tag in _ELEMENT_MARKS:
        marks.add(_ELEMENT_MARKS[tag])
    if role.lower() in _ROLE_MARKS:
        marks.add(_ROLE_MARKS[role.lower()])
    if prop:
        marks.add("body" if "articleBody" in prop else "prop")
    for name in names:
        words = [word.lower() for word in _TOKENS.findall(name)]
        for word in (*words, "".join(words)):
            if word in _WORD_MARKS:
                marks.add(_WORD_MARKS[word])
        for pair in pairwise(words):
            if " ".join(pair) in _PAIRS:
                marks.add("body")
    return frozenset(marks)
