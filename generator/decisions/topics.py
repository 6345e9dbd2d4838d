"""What people decide about topics: write, merge, rename, hide; and the subjects of articles, suggested again.

Each is one command, and can be undone. A merged or renamed topic's former id stays as an alias, so that addresses lead
on; articles and records that list the id follow.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from generator.content import read_journal
from generator.decisions.drafts import Done
from generator.decisions.topic_drafts import TopicDrafts
from generator.decisions.topic_roster import TopicRoster, read_topics
from generator.errors import ContentError
from generator.model.authority import Topic
from generator.site import Site
from generator.store import claim

__all__ = ["Done", "Retagged", "TopicDecisions", "TopicRoster", "read_topics"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Retagged:
    """What suggesting subjects again comes to."""

    done: Done
    kept: int
    """Articles whose subjects a person decided, and would be others."""


class TopicDecisions:
    """Decisions about the topics of one site. Each method is one command: all of it is done, or nothing."""

    def __init__(self, site: Site, say: Callable[[str], None] = lambda _: None) -> None:
        """``say`` is told when something is waited for."""
        self._site, self._say = site, say

    @contextmanager
    def _open(self) -> Iterator[TopicDrafts]:
        with claim(self._site.store / "ingest", waiting=self._say, work="changing the content of this site"):
            yield TopicDrafts(self._site)

    def accept(self, topic: Topic) -> Done:
        """Write a record for a topic that has none. Raises ContentError when its id or its name is taken."""
        with self._open() as drafts:
            for name in (topic.name, *topic.variants):
                if owner := drafts.named(name):
                    raise drafts.refuse(drafts.where(owner), f'It has the name "{name}".', "Add to that record.")
            topic = replace(topic, id=drafts.choose_id(topic.name))
            drafts.put(topic)
            return drafts.commit("accept", topic.id)

    def merge(self, keep: str, gone: str) -> Done:
        """Merge one topic into another: names and terms joined, the lists of articles and records rewritten.

        Raises ContentError when a word is neither the id nor the name of a topic, or both are one.
        """
        with self._open() as drafts:
            kept, other = drafts.find(keep), drafts.find(gone)
            if kept.id == other.id:
                raise drafts.refuse(drafts.where(kept), f'"{kept.id}" is one topic already.', "Name two.")
            drafts.remove(other)
            drafts.put(_combine(kept, other))
            drafts.relist((other.id, *other.aliases), kept.id)
            return drafts.commit("merge", kept.id, other.id)

    def rename(self, word: str, *, name: str | None = None, id_: str | None = None) -> Done:
        """Give a topic another name, or another id, or both; the former ones still lead there.

        Raises ContentError when the id is taken, or cannot stand in an address.
        """
        with self._open() as drafts:
            topic = drafts.find(word)
            old = topic.id
            if name and name != topic.name:
                variants = dict.fromkeys((*topic.variants, topic.name))
                topic = replace(topic, name=name, variants=tuple(v for v in variants if v != name))
                drafts.put(topic)
            if id_ and id_ != old:
                drafts.check_id(id_, topic)
                drafts.move(topic, id_)
                aliases = tuple(alias for alias in (*topic.aliases, old) if alias != id_)
                topic = replace(topic, id=id_, aliases=aliases)
                drafts.put(topic)
                drafts.relist([old], id_)
            return drafts.commit("rename", topic.id)

    def hide(self, words: Sequence[str]) -> Done:
        """Let topics have no page, and never be suggested again; articles that list them do so no more."""
        with self._open() as drafts:
            topics = [drafts.find(word) for word in words]
            for topic in topics:
                drafts.put(replace(topic, hidden=True))
                drafts.relist_articles((topic.id, *topic.aliases), None)
            return drafts.commit("hide", *(topic.id for topic in topics))

    def unhide(self, words: Sequence[str]) -> Done:
        """Let topics have pages again. Articles list them again where hiding took them out and nobody edited since."""
        with self._open() as drafts:
            topics = [drafts.find(word) for word in words]
            for entry in read_journal(self._site.content, "topics"):
                if entry.command == "hide" and list(entry.ids) == [topic.id for topic in topics]:
                    try:
                        return drafts.undo(entry)
                    except ContentError:
                        break
            for topic in topics:
                drafts.put(replace(topic, hidden=False))
            return drafts.commit("unhide", *(topic.id for topic in topics))

    def retag(self, paths: Sequence[str] = (), *, dry_run: bool) -> Retagged:
        """Suggest the subjects of all articles again, or of those at ``paths``; ``dry_run`` only tells the difference.

        An article's subjects are those of the last suggestion, and follow, or a person's, and stay.
        """
        with self._open() as drafts:
            kept = sum(drafts.retag(path) for path in drafts.choose_articles(paths))
            return Retagged(done=drafts.commit("retag", dry_run=dry_run), kept=kept)

    def undo(self) -> Done | None:
        """Undo what the last command on topics did; None when there is nothing to undo.

        Raises ContentError when later edits stand in its way.
        """
        with self._open() as drafts:
            entry = next(read_journal(self._site.content, "topics"), None)
            return drafts.undo(entry) if entry else None


def _combine(kept: Topic, other: Topic) -> Topic:
    """One record of two: the names and terms of both; where they say different things, the first one's stand."""
    names = dict.fromkeys((*kept.variants, other.name, *other.variants))
    notes = list(dict.fromkeys(filter(None, (kept.note, other.note))))
    both = (kept.id, other.id)
    return replace(
        kept,
        variants=tuple(name for name in names if name != kept.name),
        terms=_join(kept.terms, other.terms),
        must=kept.must if kept.must or kept.must_not else other.must,
        must_not=kept.must_not if kept.must or kept.must_not else other.must_not,
        broader=tuple(id_ for id_ in _join(kept.broader, other.broader) if id_ not in both),
        related=tuple(id_ for id_ in _join(kept.related, other.related) if id_ not in both),
        identifiers={**other.identifiers, **kept.identifiers},
        aliases=_join(kept.aliases, (other.id, *other.aliases)),
        note="\n\n".join(notes),
    )


def _join(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
