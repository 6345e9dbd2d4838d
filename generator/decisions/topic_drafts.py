"""Drafts of topics: their records, and the articles that list them, as a command would leave them. A chapter."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.content import (
    ARTICLE_FIELDS,
    TOPIC_FIELDS,
    describe_topic,
    find_topics,
    format_filed,
    format_topic,
    parse_filed,
    read_head,
    read_library,
    read_subjects,
    read_text,
    record_path,
    set_body,
    set_fields,
)  # fmt: skip
from generator.decisions.drafts import Drafts
from generator.desk import suggest_subjects
from generator.errors import ContentError, did_you_mean
from generator.model.authority import Topic
from generator.model.slug import is_slug, slugify
from generator.site import Site


class TopicDrafts(Drafts):
    """The records of topics, and the articles that list them."""

    def __init__(self, site: Site) -> None:
        super().__init__(site, "topics")
        library = read_library(site.content)
        self._articles = library.articles
        self._topics: dict[str, Topic] = dict(library.authority.topics)
        self._written = dict(self._topics)
        """As they stand in their files."""
        self._paths = find_topics(site.content)

    def find(self, word: str) -> Topic:
        """The topic that is meant by an id, a former id, or a name. Raises ContentError when that is none."""
        found = self._topics.get(word) or self.named(word)
        if found is None:
            found = next((topic for topic in self._topics.values() if word in topic.aliases), None)
        if found is None:
            known = [*self._topics, *(topic.name for topic in self._topics.values())]
            hint = did_you_mean(word, known).strip()
            raise self.refuse("topics", f'There is no topic "{word}".', hint or "See: dateline topics list")
        return found

    def named(self, name: str) -> Topic | None:
        """The topic that has this name; None when none or several have."""
        key = name.casefold()
        fitting = [t for t in self._topics.values() if key in {form.casefold() for form in (t.name, *t.variants)}]
        return fitting[0] if len(fitting) == 1 else None

    def where(self, topic: Topic) -> str:
        """The path of a topic's record."""
        return self._paths.get(topic.id, f"topics/{topic.id}.md")

    def choose_id(self, name: str) -> str:
        """An id for a new record that no record has, or had."""
        taken = {*self._paths, *(alias for topic in self._topics.values() for alias in topic.aliases)}
        wanted = chosen = slugify(name)
        number = 1
        while chosen in taken:
            number += 1
            chosen = f"{wanted}-{number}"
        return chosen

    def check_id(self, id_: str, topic: Topic) -> None:
        """Raises ContentError when an id cannot be a topic's."""
        if not is_slug(id_):
            raise self.refuse("topics", f'"{id_}" cannot stand in an address.', f"Take: {slugify(id_)}")
        owner = next((t for t in self._topics.values() if id_ in (t.id, *t.aliases)), None)
        if id_ in self._paths or (owner and owner.id != topic.id):
            path = self._paths.get(id_) or self.where(owner or topic)
            raise self.refuse(path, f'It has the id "{id_}", or had it before.', "Take another.")

    def put(self, topic: Topic) -> None:
        """Let a topic's record say what ``topic`` says; what it says already is left as it is written."""
        before = self._written.get(topic.id)
        path = self._paths.setdefault(topic.id, self.where(topic))
        text = self.read(path)
        if before is None or text is None:
            text = format_topic(topic)
        else:
            was, now = describe_topic(before), describe_topic(topic)
            fields = {key: value for key, value in now.items() if value != was[key]}
            text = set_body(set_fields(text, fields, TOPIC_FIELDS), topic.note)
        self.put_text(path, text)
        self._topics[topic.id] = self._written[topic.id] = topic

    def remove(self, topic: Topic) -> None:
        """Let a topic have no record."""
        self.put_text(self._paths.pop(topic.id), None)
        del self._topics[topic.id], self._written[topic.id]

    def move(self, topic: Topic, id_: str) -> None:
        """Let a topic's record have another id, and stand under it in the same folder."""
        old = self._paths.pop(topic.id)
        new = str(PurePosixPath(old).with_name(f"{id_}.md"))
        text = self.read(old)
        self.put_text(old, None)
        self.put_text(new, text)
        del self._topics[topic.id], self._written[topic.id]
        self._paths[id_] = new
        self._topics[id_] = self._written[id_] = replace(topic, id=id_)

    def relist(self, ids: Iterable[str], new: str) -> None:
        """Put ``new`` for any of ``ids`` in every article and every other record that lists one."""
        ids = [id_ for id_ in ids if id_ != new]
        self.relist_articles(ids, new)
        for topic in list(self._topics.values()):
            lists = {
                key: tuple(
                    i for i in dict.fromkeys(new if i in ids else i for i in getattr(topic, key)) if i != topic.id
                )
                for key in ("broader", "related")
            }
            if any(lists[key] != getattr(topic, key) for key in lists):
                self.put(replace(topic, broader=lists["broader"], related=lists["related"]))

    def relist_articles(self, ids: Iterable[str], new: str | None) -> None:
        """Put ``new`` for any of ``ids`` in every article that lists one; None: take them out."""
        ids = list(ids)
        marks = [id_.encode() for id_ in ids]
        for path in self._articles:
            try:
                data = (self.site.content / path).read_bytes()
            except OSError:
                continue  # check and build say what is wrong with it
            if any(mark in data for mark in marks):
                self.relist_article(path, "topics", ids, new)

    def choose_articles(self, paths: Sequence[str]) -> list[str]:
        """The articles that are meant by paths or slugs; all where none are given. Raises ContentError."""
        if not paths:
            return list(self._articles)
        by_slug = {PurePosixPath(path).stem: path for path in self._articles}
        chosen = []
        for word in paths:
            slug = PurePosixPath(word.rstrip("/")).stem
            if slug not in by_slug:
                hint = did_you_mean(slug, by_slug).strip()
                raise self.refuse("articles", f'There is no article "{word}".', hint or "Give its path, or its slug.")
            chosen.append(by_slug[slug])
        return chosen

    def retag(self, path: str) -> bool:
        """Suggest an article's subjects again; whether a person decided on others, which then stay."""
        try:
            text = read_text(self.site.content, path)
            article, now = read_subjects(text, f"{self.site.content.name}/{path}")
        except ContentError:
            return False  # check and build say what is wrong with it
        new = suggest_subjects(article)
        record, suggested = self._read_suggestion(article.original_sha256)
        if now == (list(new) or None):
            return False
        if now != suggested:
            return True
        self.put_text(path, set_fields(text, {"subjects": list(new) or None}, ARTICLE_FIELDS))
        if record is not None:
            self._resuggest(record, new)
        return False

    def _read_suggestion(self, sha256: str | None) -> tuple[str | None, list[str] | None]:
        """The path of an article's cleaning record, and the subjects last suggested; None for what there is none of."""
        if sha256 is None:
            return None, None
        path = record_path(sha256)
        try:
            filed = read_head(self.site.content, path)
            return (path, read_subjects(filed.suggestion, path)[1]) if filed.suggestion else (None, None)
        except ContentError:
            return None, None

    def _resuggest(self, path: str, subjects: Sequence[str]) -> None:
        """Let a cleaning record know what was suggested, so that the next merge can tell it from a person's word."""
        text = self.read(path)
        assert text is not None
        filed = parse_filed(text.encode(), path)
        suggestion = set_fields(filed.suggestion, {"subjects": list(subjects) or None}, ARTICLE_FIELDS)
        self.put_text(path, format_filed(replace(filed, suggestion=suggestion)))


def _replace_ids(listed: Sequence[str], ids: Sequence[str], new: str, own: str) -> tuple[str, ...]:
    """A list of ids with ``new`` for any of ``ids``, each once, and without the record's ``own``."""
    replaced = dict.fromkeys(new if id_ in ids else id_ for id_ in listed)
    return tuple(id_ for id_ in replaced if id_ != own)
