"""Which pages exist, their addresses, and everything that they show."""

from generator.pages.articles import compose_article_page
from generator.pages.cleaning import compose_cleaning_page
from generator.pages.plan import Plan, plan_articles_only, plan_pages
from generator.pages.recipe import Plannable, Recipe

__all__ = [
    "Plan", "Plannable", "Recipe", "compose_article_page", "compose_cleaning_page", "plan_articles_only", "plan_pages",
]  # fmt: skip
