"""Recipes in order, whether they are kept or made on demand."""

from generator.model.page import NotFoundPage
from generator.pages.recipe import Recipe, Recipes, RecipesOnDemand


def recipe(name, *besides):
    return Recipe(url=f"/{name}/", make=lambda: NotFoundPage(url="/", title="", description=""), besides=besides)


def on_demand(count, made):
    def make(number):
        made.append(number)
        return recipe(f"article-{number}")

    return RecipesOnDemand(count, make, lambda: (f"/article-{number}/" for number in range(count)))


def urls(recipes):
    return [each.url for each in recipes]


def test_all_stand_in_one_order_however_they_are_asked_for():
    recipes = Recipes([recipe("a")], [], on_demand(3, []), [recipe("b"), recipe("c")])
    order = ["/a/", "/article-0/", "/article-1/", "/article-2/", "/b/", "/c/"]
    assert len(recipes) == 6
    assert urls(recipes) == [recipes[at].url for at in range(6)] == urls(recipes[:]) == order
    assert urls(recipes[2:5]) == order[2:5]
    assert urls(recipes[4:99]) == order[4:]
    assert recipes[-1].url == "/c/"


def test_what_is_made_on_demand_is_made_for_nothing_else():
    """Thousands of recipes of articles are not made to count them, or to list their addresses."""
    made = []
    recipes = Recipes([recipe("a", "/a.csv")], on_demand(3, made))
    assert list(recipes.urls()) == ["/a/", "/a.csv", "/article-0/", "/article-1/", "/article-2/"]
    assert (len(recipes), made) == (4, [])
    assert (recipes[2].url, made) == ("/article-1/", [1])
