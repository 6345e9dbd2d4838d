"""Search documents: what Pagefind reads of an article.

No template has a say in them, so a new theme does not mean a new index.
"""

import re
from html import escape

from generator.model.page import ArticlePage

_MARKUP = re.compile(r"<[^>]*>|&#?\w+;")


def render_document(page: ArticlePage, body: str) -> str:
    """The HTML that is indexed for an article, with Pagefind's attributes; ``body`` is its rendered text.

    Meta is searched too, so it holds only words worth finding. The sort key is an ISO day because numbers are compared
    as 32-bit floats; an article whose day is not certain has none.
    """
    day = page.date.machine if len(page.date.machine) == len("2009-05-06") else ""
    doubt = "" if page.date.certain else "~"  # for the search page, which marks such dates
    facts = [f'<p data-pagefind-meta="date" data-pagefind-ignore>{doubt}{escape(page.date.text)}</p>']
    if day:
        facts.append(f'<i data-pagefind-sort="date">{day}</i>')
    if page.source:
        name = escape(page.source.title)
        facts.append(f'<p data-pagefind-meta="source" data-pagefind-filter="source">{name}</p>')
    facts.extend(f'<i data-pagefind-filter="topic">{escape(topic.title)}</i>' for topic in page.topics)
    standfirst = f"<p>{escape(page.standfirst)}</p>" if page.standfirst else ""
    byline = f"<p>{escape(page.byline)}</p>" if page.byline else ""
    captions = "".join(f"<p>{escape(caption.text)}</p>" for caption in page.captions)
    people = f"<p>{escape(', '.join(link.title for link in page.people))}</p>" if page.people else ""
    words = f"<h1>{escape(page.title)}</h1>{standfirst}{body}{captions}{byline}{people}"
    if not re.search(r"\w", _MARKUP.sub("", words)):
        words += "<p>untitled</p>"  # a page without any word would be left out, and the index be found short
    return (
        f'<!DOCTYPE html><html lang="{escape(page.language)}"><head><title>{escape(page.title)}</title></head>'
        f"<body data-pagefind-body>{words}<div data-pagefind-ignore>{''.join(facts)}</div></body></html>"
    )
