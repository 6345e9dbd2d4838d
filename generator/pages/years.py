"""How a list of articles is spread over the years."""

from collections import Counter
from collections.abc import Sequence

from generator.model.page import Chart, Tally
from generator.pages.charts import draw_years
from generator.pages.lists import Slice
from generator.pages.views import Views, year_anchor


def chart_years(views: Views, parts: Sequence[Slice]) -> Chart | None:
    """How many articles each year has; a year leads to where its articles begin in the list, cut into ``parts``."""
    counts: Counter[str] = Counter()
    urls: dict[str, str] = {}
    for part in parts:
        for slug in part.slugs:
            title = views.year_title(slug)
            counts[title] += 1
            urls.setdefault(title, f"{part.url}#{year_anchor(title)}")
    tallies = {title: Tally(title=title, url=urls[title], count=count) for title, count in counts.items()}
    return draw_years(
        {int(title): tally for title, tally in tallies.items() if title.isdigit()},
        tallies.get(views.words.gettext("Undated")),
        views.words,
    )
