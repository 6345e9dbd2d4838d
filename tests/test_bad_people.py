"""Records of people that do not go together: said by check and build alike, each in a line with its remedy."""

from archives import article, make_archive, said

from generator.check import check
from generator.rebuild import rebuild

FILES = {
    "content/people/nameless.md": "---\nvariants: [X. Y.]\n---\n",
    "content/people/ann-berg.md": "---\nname: Ann Berg\nvariants: [The Captain]\n---\n",
    "content/people/bo-dahl.md": "---\nname: Bo Dahl\nvariants: [The Captain]\n---\n",
    "content/people/cy-lund.md": "---\nname: Cy Lund\naliases: [cy-moe]\n---\n",
    "content/people/cy-moe.md": "---\nname: Cy Moe\naliases: [cy-lund]\n---\n",
    "content/people/port-holm.md": "---\nname: Port Holm\nhidden: true\n---\n",
    "content/articles/a.md": article(people="[port-holm, ann-bergh, nobody]"),
}
LINES = [
    "content/people/nameless.md: name: It is missing. Add a line: name: …",
    "content/people/cy-lund.md:3: aliases: These records were merged in a circle: cy-lund → cy-moe → cy-lund. Keep "
    "one of them, and take the aliases that are records out of the others.",
    'content/people/ann-berg.md: The name "the captain" is claimed by people/ann-berg.md and people/bo-dahl.md, so it '
    "leads to neither. Take the variant out of one, or merge them: dateline people merge ann-berg bo-dahl",
    'content/articles/a.md:3: people: "port-holm" is hidden, and still listed here. Take it out of the list, or bring '
    "it back: dateline people unhide port-holm",
    'content/articles/a.md:3: people: "ann-bergh" has no authority record. Did you mean "ann-berg"? Add '
    "content/people/ann-bergh.md, or list the name as a variant in an existing one.",
    'content/articles/a.md:3: people: "nobody" has no authority record. Add content/people/nobody.md, or list the name '
    "as a variant in an existing one.",
]


def test_each_is_said_once_by_check_and_by_build(tmp_path):
    site = make_archive(tmp_path, FILES)
    assert sorted(said(check(site))) == sorted(LINES)
    assert sorted(said(rebuild(site, search=False).problems)) == sorted(LINES)


def test_none_of_it_stops_the_rest(tmp_path):
    site = make_archive(tmp_path, FILES | {"content/articles/b.md": article(people="[ann-berg]")})
    rebuild(site, search=False)
    assert "Ann Berg" in (site.output / "articles/b/index.html").read_text()
    assert (site.output / "people/ann-berg/index.html").is_file()
    assert not (site.output / "people/port-holm").exists()
