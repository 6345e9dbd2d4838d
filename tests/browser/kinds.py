"""A page of each kind in the demonstration archive."""

KINDS = {
    "home": "",
    "article": "articles/macron-elected/",
    "doubtful article": "articles/the-hotel-where-security-is-discussed/",
    "cleaning": "articles/obama-sworn-in-before-the-largest-crowd-washington-has-seen/cleaning/",
    "person": "people/vladimir-putin/",
    "topic": "topics/nato-russia-relations/",
    "source": "sources/kestrel-wire/",
    "people": "people/",
    "people by count": "people/by/count/",
    "people by office": "people/by/office/",
    "topics": "topics/",
    "sources": "sources/",
    "dates": "dates/",
    "year": "dates/2017/",
    "month": "dates/2017/02/",
    "day": "dates/2017/05/08/",
    "undated": "dates/undated/",
    "search": "search/?q=NATO",
    "written": "about/",
    "not found": "404.html",
}
