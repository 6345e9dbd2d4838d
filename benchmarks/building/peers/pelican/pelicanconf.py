SITENAME = "News Archive"
SITEURL = "https://archive.example.org"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_PATHS = []
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = []
STATIC_PATHS = []
ARTICLE_URL = "articles/{date:%Y}/{date:%m}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "people/{slug}/", "people/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "topics/{slug}/", "topics/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "sources/{slug}/", "sources/{slug}/index.html"
AUTHORS_SAVE_AS, TAGS_SAVE_AS, CATEGORIES_SAVE_AS = "people/index.html", "topics/index.html", "sources/index.html"
ARCHIVES_SAVE_AS = ""
YEAR_ARCHIVE_URL, YEAR_ARCHIVE_SAVE_AS = "dates/{date:%Y}/", "dates/{date:%Y}/index.html"
MONTH_ARCHIVE_URL, MONTH_ARCHIVE_SAVE_AS = "dates/{date:%Y}/{date:%m}/", "dates/{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_URL, DAY_ARCHIVE_SAVE_AS = (
    "dates/{date:%Y}/{date:%m}/{date:%d}/",
    "dates/{date:%Y}/{date:%m}/{date:%d}/index.html",
)
DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"tag": None, "category": None, "author": None, "period_archives": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
DIRECT_TEMPLATES = ["index", "authors", "tags", "categories"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = TAG_FEED_ATOM = TRANSLATION_FEED_ATOM = None
FEED_ALL_RSS = "index.xml"
AUTHOR_FEED_RSS = "people/{slug}/index.xml"
TAG_FEED_RSS = "topics/{slug}/index.xml"
RSS_FEED_SUMMARY_ONLY = True
FEED_MAX_ITEMS = 20
FEED_DOMAIN = SITEURL
TYPOGRIFY = False
MARKDOWN = {"extension_configs": {}, "output_format": "html5"}
JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True, "autoescape": False}
PLUGINS = ["pelican.plugins.sitemap"]
SITEMAP = {"format": "xml"}
FORMATTED_FIELDS = []
