"""An archive, and somebody who edits it at random: everything that a person may do to the inputs of a build."""

import os
import random
import re
from pathlib import Path

from archives import write

from generator.content import Filed, format_filed, record_path
from generator.model.cleaning import CleaningRecord, Passage, Verdict
from generator.site import BUNDLED, Site, load_site

PEOPLE = {
    "ada-holm": "Ada Holm", "bruno-keller": "Bruno Keller", "carla-ruiz": "Carla Ruiz", "erik-sand": "Erik Sand",
    "maria-lopez": "Maria Lopez", "john-carter": "John Carter", "anna-petrova": "Anna Petrova",
}  # fmt: skip
TERMS = ("strike", "flood", "harbour", "ferry", "pier", "election", "pilots", "dredging", "Port of Call", "WHO")
SOURCES = ("tide-wire", "harbour-times", "New Gazette", "evening-post")
DATES = (
    "2009-05-06", "2015-05-19", "2015-05-20", "2015-05", "2015", "2016-02-29", "2017-02-18?", "2018-12-31",
    "'[2009-05-06,2015-05-06]'", "'2014/..'", "2020-01-01", "2015-05-19", "not a date", "XXXX-05-19", "",
)  # fmt: skip
SENTENCES = (
    "{person} spoke of the {term} in the harbour hall.",
    "The {term} went on for eleven days, said {person}.",
    "Nobody knew of the {term}, *{person}* told reporters.",
    "> We are glad that it is over, {person} said.",
    "A [{term}](https://tide.example/a) is not what {person} wanted.",
    "## The {term}",
    "It rained.",
)
SETTINGS = {
    "title": ('"The Harbour Archive"', '"The Tide Archive & Sons"'),
    "tagline": ('""', '"What the tide left"'),
    "url": ('"https://harbour.example/"', '"https://harbour.example/archive/"', '"https://harbour.example/a/b"'),
    "language": ('"en"', '"de"'),
    "lists.page_size": ("5", "6", "9", "50"),
    "lists.feed_entries": ("2", "20"),
    "lists.feed_inferred": ("true", "false"),
    "lists.home_articles": ("3", "12"),
    "people.page_threshold": ("0", "1", "2", "3"),
    "cleaning.pages": ("true", "true", "false"),
    "search.shard_articles": ("10", "5000"),
}
HEAD = '{% block head %}<meta name="mark" content="MARK">{% endblock %}\n'


class Editor:
    """Edits the inputs in a folder. Every choice comes from ``chance``, so that a walk can be walked again."""

    def __init__(self, root: Path, chance: random.Random, articles: int = 14) -> None:
        self.root = root
        self.chance = chance
        self.log: list[str] = []
        self._made = 0
        self._settings = {name: values[0] for name, values in SETTINGS.items()}
        self._begin(articles)

    @property
    def site(self) -> Site:
        return load_site(self.root)

    def edit(self) -> None:
        """Do something that may follow from how things are."""
        weights = [weight for _, weight in EDITS]
        for _ in range(50):
            ((name, _),) = self.chance.choices(EDITS, weights)
            told = getattr(self, name)()
            if told is not None:
                self.log.append(f"{name.replace('_', ' ')}: {told}")
                return
        raise AssertionError("There is nothing that can be edited.")

    # What there is.

    def _files(self, kind: str) -> list[Path]:
        return sorted((self.root / "content" / kind).rglob("*.md"))

    def _some(self, kind: str) -> Path | None:
        files = self._files(kind)
        return self.chance.choice(files) if files else None

    def _ids(self, kind: str) -> list[str]:
        return [path.stem for path in self._files(kind)]

    def _told(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    # What is written.

    def _begin(self, articles: int) -> None:
        self.save_settings()
        for id_, name in list(PEOPLE.items())[:4]:
            write(self.root, {f"content/people/{id_}.md": f"---\nname: {name}\n---\n"})
        for term in TERMS[:3]:
            write(self.root, {f"content/topics/{term}.md": f"---\nname: {term.capitalize()}\nterms: [{term}]\n---\n"})
        for id_ in SOURCES[:2]:
            write(self.root, {f"content/sources/{id_}.md": f"---\nname: {id_.replace('-', ' ').title()}\n---\n"})
        write(self.root, {"content/pages/about.md": "---\ntitle: About\n---\nThis *archive*.\n"})
        for _ in range(articles):
            self.add_article()
        self.log.clear()

    def save_settings(self) -> None:
        text, section = "", ""
        for name, value in sorted(self._settings.items(), key=lambda item: ("." in item[0], item[0])):
            before, _, key = name.rpartition(".")
            if before != section:
                section, text = before, f"{text}[{before}]\n"
            text += f"{key} = {value}\n"
        write(self.root, {"site.toml": text})

    def _body(self) -> str:
        chosen = [self.chance.choice(SENTENCES) for _ in range(self.chance.randint(1, 4))]
        return "\n\n".join(
            sentence.format(person=self.chance.choice([*PEOPLE.values()]), term=self.chance.choice(TERMS))
            for sentence in chosen
        )

    def _decided(self, known: list[str], *others: str) -> str | None:
        """A list for front matter; None to leave the finding to the machine."""
        choices = [*known, *others]
        if self.chance.random() < 0.4 or not choices:
            return None
        return f"[{', '.join(self.chance.sample(choices, min(self.chance.randint(0, 3), len(choices))))}]"

    def _front(self) -> dict[str, str]:
        front = {"title": f"{self.chance.choice(TERMS).capitalize()} number {self.chance.randint(1, 40)}"}
        if date := self.chance.choice(DATES):
            front["published"] = date
        front["source"] = self.chance.choice(SOURCES)
        decided = {
            "people": self._decided(self._ids("people"), "Maria Lopez", "nobody-known"),
            "topics": self._decided(self._ids("topics"), "no such topic"),
        }
        return front | {key: value for key, value in decided.items() if value is not None}

    def _read(self, path: Path) -> tuple[dict[str, str], str]:
        """The front matter of a file as it is written, line by line, and its body."""
        found = re.fullmatch(r"---\n(.*?\n)---\n(.*)", path.read_bytes().decode("utf-8", "replace"), re.DOTALL)
        if not found:
            return {}, ""
        return dict(line.split(": ", 1) for line in found[1].splitlines() if ": " in line), found[2]

    def _write(self, path: Path, front: dict[str, str], body: str) -> str:
        lines = "".join(f"{key}: {value}\n" for key, value in front.items())
        text = f"---\n{lines}---\n{body.strip()}\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.chance.random() < 0.3:  # as editors do that save safely
            beside = path.with_name(f".{path.name}.new")
            beside.write_text(text)
            beside.replace(path)
        else:
            path.write_text(text)
        return self._told(path)

    def _set(self, kind: str, key: str, value: str | None) -> str | None:
        path = self._some(kind)
        if path is None or not (front := self._read(path)[0]):
            return None
        body = self._read(path)[1]
        front.pop(key, None)
        if value is not None:
            front[key] = value
        return f"{self._write(path, front, body)}: {value}"

    # What may be done, each told in a few words; None when there is nothing to do it to.

    def edit_body(self) -> str | None:
        path = self._some("articles")
        front, body = self._read(path) if path else ({}, "")
        if not front:
            return None
        if self.chance.random() < 0.5:
            body = self._body()
        else:  # of the same size
            letters = [letter for letter in body if letter.isalpha()]
            body = body.replace(self.chance.choice(letters), self.chance.choice("aeiou")) if letters else "x"
        return self._write(path, front, body)

    def edit_title(self) -> str | None:
        return self._set("articles", "title", f"{self.chance.choice(TERMS)} again {self.chance.randint(1, 9)}")

    def edit_standfirst(self) -> str | None:
        return self._set("articles", "standfirst", self.chance.choice([None, "In short", "In brief"]))

    def edit_byline(self) -> str | None:
        return self._set("articles", "byline", self.chance.choice([None, "By Ada Holm", "By Bo Berg"]))

    def edit_language(self) -> str | None:
        return self._set("articles", "language", self.chance.choice(["en", "de", "ar"]))

    def edit_date(self) -> str | None:
        return self._set("articles", "published", self.chance.choice(DATES) or None)

    def edit_people(self) -> str | None:
        return self._set("articles", "people", self._decided(self._ids("people"), "Erik Sand", "nobody-known"))

    def edit_topics(self) -> str | None:
        return self._set("articles", "topics", self._decided(self._ids("topics"), "no such topic"))

    def edit_source(self) -> str | None:
        return self._set("articles", "source", self.chance.choice([*SOURCES, None]))

    def edit_alias(self) -> str | None:
        other = self.chance.choice(["old-name", "older-name", "Not a slug", *self._ids("articles")])
        return self._set("articles", "aliases", self.chance.choice([None, f"[{other}]", f"[{other}, was-here]"]))

    def add_article(self) -> str:
        self._made += 1
        stem = self.chance.choice([f"story-{self._made}", f"story-{self.chance.randint(1, 30)}"])
        folder = self.chance.choice(["2009", "2015", "undated", "deep/er"])
        return self._write(self.root / f"content/articles/{folder}/{stem}.md", self._front(), self._body())

    def delete_article(self) -> str | None:
        path = self._some("articles")
        if path is None or len(self._files("articles")) < 5:
            return None
        path.unlink()
        return self._told(path)

    def rename_article(self) -> str | None:
        path = self._some("articles")
        front, body = self._read(path) if path else ({}, "")
        if not front:
            return None
        new = path.parent.parent / self.chance.choice(["2009", "moved"]) / f"{path.stem[:20]}-renamed.md"
        if self.chance.random() < 0.6:
            front["aliases"] = f"[{path.stem}]"
        path.unlink()
        return f"{self._told(path)} to {self._write(new, front, body)}"

    def file_record(self) -> str | None:
        """A cleaning record of an article, new or changed; some cannot be read."""
        path = self._some("articles")
        front, body = self._read(path) if path else ({}, "")
        if path is None or not front:
            return None
        sha256 = front.get("original_sha256") or f"{self.chance.randrange(16**64):064x}"
        if "original_sha256" not in front:
            self._write(path, front | {"original_sha256": sha256}, body)
        passages = (
            Passage(1, Verdict.FURNITURE, "menu", f"Home {self.chance.randint(1, 9)}\n"),
            Passage(2, Verdict.BODY, "text", self._body()),
        )
        made = CleaningRecord(name=path.name, sha256=sha256, encoding="utf-8", cleaner=1, passages=passages)
        text = format_filed(Filed(record=made, article=None, suggestion=""))
        record = f"content/{record_path(sha256)}"
        write(self.root, {record: "{" if self.chance.random() < 0.2 else text})
        return record

    def remove_record(self) -> str | None:
        records = sorted((self.root / "content/originals").rglob("*.json"))
        if not records:
            return None
        path = self.chance.choice(records)
        path.unlink()
        return self._told(path)

    def break_article(self) -> str | None:
        path = self._some("articles")
        if path is None:
            return None
        data = self.chance.choice(
            [
                b"",
                b"No front matter.\n",
                b"---\ntitle: [\n---\nx\n",
                b"---\nnothing: x\n---\nx\n",
                b"---\ntitle: \xff\n---\nx\n",
            ]
        )
        path.write_bytes(data)
        return f"{self._told(path)}: {data!r}"

    def mend_article(self) -> str | None:
        broken = [path for path in self._files("articles") if "title" not in self._read(path)[0]]
        return self._write(self.chance.choice(broken), self._front(), self._body()) if broken else None

    def touch(self) -> str | None:
        """A file gets another time, an older one even, or is replaced by its own like."""
        path = self._some(self.chance.choice(["articles", "people", "topics"]))
        if path is None:
            return None
        if self.chance.random() < 0.5:
            os.utime(path, ns=(0, self.chance.randint(0, 10**18)))
        else:
            beside = path.with_name(".copy")
            beside.write_bytes(path.read_bytes())
            beside.replace(path)
        return self._told(path)

    def swap_letters_unseen(self) -> str | None:
        """As many bytes as before, at the same time as before, as far as a file can show it."""
        path = self._some("articles")
        text = path.read_bytes() if path else b""
        if b"number" not in text and b"rained" not in text:
            return None
        before = path.stat()
        path.write_bytes(text.replace(b"number", b"pumber").replace(b"rained", b"hailed"))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        return self._told(path)

    def edit_person(self) -> str | None:
        key, value = self.chance.choice(
            [("name", self.chance.choice([*PEOPLE.values()])), ("variants", "[Lopez, Bruno]"), ("born", "1950"),
             ("identifiers", "{wikidata: Q42}"), ("offices", "[{title: Mayor, from: 2010, to: 2012}]"),
             ("verified", "false"), ("aliases", "[b-keller]"), ("name", "")]
        )  # fmt: skip
        return self._set("people", key, value)

    def edit_note(self) -> str | None:
        path = self._some(self.chance.choice(["people", "topics", "sources"]))
        return self._write(path, self._read(path)[0], f"A note, {self.chance.random()}.") if path else None

    def add_person(self) -> str | None:
        missing = sorted(PEOPLE.keys() - set(self._ids("people")))
        if not missing:
            return None
        id_ = self.chance.choice(missing)
        return self._write(self.root / f"content/people/{id_}.md", {"name": PEOPLE[id_]}, "")

    def remove_person(self) -> str | None:
        path = self._some("people")
        if path is None:
            return None
        path.unlink()
        return self._told(path)

    def merge_people(self) -> str | None:
        """One record takes the other's name as a variant and its address as an alias; the other's file goes."""
        files = self._files("people")
        if len(files) < 2:
            return None
        kept, gone = self.chance.sample(files, 2)
        front = self._read(kept)[0]
        front["variants"] = f"[{self._read(gone)[0].get('name', 'Nobody')}]"
        front["aliases"] = f"[{gone.stem}]"
        gone.unlink()
        return f"{self._told(gone)} into {self._write(kept, front, '')}"

    def edit_terms(self) -> str | None:
        terms = ", ".join(self.chance.sample(TERMS, self.chance.randint(0, 3)))
        return self._set("topics", self.chance.choice(["terms", "variants"]), f"[{terms}]")

    def edit_topic(self) -> str | None:
        others = self.chance.choice([*self._ids("topics"), "no-such-topic"])
        return self._set("topics", self.chance.choice(["broader", "related", "aliases"]), f"[{others}]")

    def add_topic(self) -> str | None:
        term = self.chance.choice(TERMS)
        id_ = term.lower().replace(" ", "-")
        if id_ in self._ids("topics"):
            return None
        return self._write(
            self.root / f"content/topics/{id_}.md", {"name": term.capitalize(), "terms": f"[{term}]"}, ""
        )

    def remove_topic(self) -> str | None:
        path = self._some("topics")
        if path is None:
            return None
        path.unlink()
        return self._told(path)

    def edit_outlet(self) -> str | None:
        path = self._some("sources")
        if path is None or self.chance.random() < 0.4:
            id_ = self.chance.choice(["tide-wire", "harbour-times", "evening-post"])
            return self._write(self.root / f"content/sources/{id_}.md", {"name": f"The {id_}"}, "")
        path.unlink()
        return self._told(path)

    def override_template(self) -> str:
        name = self.chance.choice(
            ["article.html", "home.html", "person.html", "date.html", "page.html", "redirect.html"]
        )
        mark = str(self.chance.randint(1, 3))
        text = f'{{% extends "bundled/{name}" %}}\n' + HEAD.replace("MARK", mark)
        if self.chance.random() < 0.3:  # one that names what it includes only when it runs
            text += '{% block canonical %}{% set name = "own" %}{% include "parts/" ~ name ~ ".html" %}{% endblock %}\n'
            write(self.root, {"templates/parts/own.html": f"<!-- own {mark} -->\n"})
        write(self.root, {f"templates/{name}": text})
        return f"{name}, {mark}"

    def override_part(self) -> str:
        name = self.chance.choice(["item", "menu", "number", "pager", "crumbs", "date", "frame", "links"])
        text = (BUNDLED / f"parts/{name}.html").read_text()
        mark = self.chance.randint(1, 3)
        changed = text.replace("{% macro ", f"{{# {mark} #}}{{% macro ").replace("</a>", f"<i>{mark}</i></a>")
        write(self.root, {f"templates/parts/{name}.html": changed})
        return f"{name}, {mark}"

    def edit_own_part(self) -> str | None:
        path = self.root / "templates/parts/own.html"
        if not path.exists():
            return None
        path.write_text(f"<!-- own {self.chance.randint(1, 9)} -->\n")
        return self._told(path)

    def remove_override(self) -> str | None:
        own = sorted(path for path in (self.root / "templates").rglob("*.html") if path.name != "own.html")
        if not own:
            return None
        path = self.chance.choice(own)
        path.unlink()
        return self._told(path)

    def edit_static(self) -> str:
        name, mark = self.chance.choice(["style.css", "own.css", "img/logo.svg", "a", "b/c"]), self.chance.randint(1, 3)
        path = self.root / "templates/static" / name
        if path.is_dir():
            return ""
        write(self.root, {f"templates/static/{name}": f"/* {mark} */"})
        return f"{name}, {mark}"

    def swap_static_file_and_folder(self) -> str:
        """What was a file becomes a folder of that name, and back."""
        static = self.root / "templates/static"
        if (static / "a").is_file():
            (static / "a").unlink()
            write(static, {"a/c": "in a folder"})
        else:
            (static / "a/c").unlink(missing_ok=True)
            (static / "a").rmdir() if (static / "a").exists() else None
            write(static, {"a": "a file"})
        return "a"

    def remove_static(self) -> str | None:
        own = sorted(path for path in (self.root / "templates/static").rglob("*") if path.is_file())
        if not own:
            return None
        path = self.chance.choice(own)
        path.unlink()
        return self._told(path)

    def edit_settings(self) -> str:
        name = self.chance.choice([*SETTINGS])
        self._settings[name] = self.chance.choice(SETTINGS[name])
        self.save_settings()
        return f"{name} = {self._settings[name]}"

    def add_page(self) -> str:
        name = self.chance.choice(["about", "colophon", "help", "search"])
        front = {"title": f"{name} {self.chance.randint(1, 9)}", "menu": self.chance.choice(["true", "false"])}
        return self._write(self.root / f"content/pages/{name}.md", front, "Words of *ours*.")

    def remove_page(self) -> str | None:
        path = self._some("pages")
        if path is None:
            return None
        path.unlink()
        return self._told(path)


EDITS: list[tuple[str, int]] = [
    ("edit_body", 14), ("swap_letters_unseen", 4), ("edit_title", 6), ("edit_standfirst", 2), ("edit_byline", 3),
    ("edit_language", 1), ("edit_date", 7), ("edit_people", 5), ("edit_topics", 4), ("edit_source", 3),
    ("edit_alias", 3), ("add_article", 7), ("delete_article", 5), ("rename_article", 4), ("break_article", 3),
    ("mend_article", 3), ("file_record", 6), ("remove_record", 2), ("touch", 3),
    ("edit_person", 4), ("edit_note", 2), ("add_person", 3), ("remove_person", 2),
    ("merge_people", 3), ("edit_terms", 4), ("edit_topic", 2), ("add_topic", 3), ("remove_topic", 2),
    ("edit_outlet", 3), ("override_template", 4), ("override_part", 3), ("edit_own_part", 2), ("remove_override", 4),
    ("edit_static", 3), ("swap_static_file_and_folder", 2), ("remove_static", 2), ("edit_settings", 4),
    ("add_page", 2), ("remove_page", 1),
]  # fmt: skip
"""What may be done, and how often, one against the other."""
