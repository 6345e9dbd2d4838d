"""Learns the weights by which names of people are found (``generator/enrich/weights.tsv``) from labelled news.

usage: python benchmarks/names/train.py [--check]

Needs numpy, scipy and scikit-learn, which Dateline itself does not. Learns from the development texts with gold persons
and from news texts of the same data folder, whose labels stand in ``spans.jsonl`` beside this file: spans by spaCy's
en_core_web_md (MIT), decided by hand wherever an earlier model of ours disagreed. Surnames alone that stand for a full
name of the same text are added. Labels are kept by digest of their text; the texts are not. With --check nothing is
written; each development set is instead predicted by a model that has not seen it, and scored.
"""

import argparse
import json
import runpy
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from generator.enrich import model  # noqa: E402 - a script of the tree, run without installing it
from generator.enrich.evidence import Clue, clues_around, clues_of_words, evidence_of, words_after, words_before  # noqa: E402
from generator.enrich.lexicon import classes_of  # noqa: E402
from generator.enrich.people import gather_people  # noqa: E402
from generator.enrich.prose import mask  # noqa: E402
from generator.enrich.runs import join_lines  # noqa: E402

DATA = HERE.parents[2] / "shared" / "data"
WEIGHTS = HERE.parents[1] / "generator" / "enrich" / "weights.tsv"
FOLDS = 3
SEEN_AT_LEAST = {"words": 5, "whole": 10}
STRENGTH = {"words": 0.5, "whole": 0.5}
"""C of the regularisation: larger fits closer."""
SMALLEST = 0.02
"""Weights nearer to nothing are not kept."""


@dataclass(frozen=True, eq=False)
class Text:
    """A labelled text."""

    id: str
    group: str
    prose: str
    names: frozenset[tuple[int, int]]
    """Where people are named."""
    part: tuple[int, int]
    """What of it is labelled."""
    runs: list[list[model.Candidate]]

    @property
    def candidates(self) -> list[model.Candidate]:
        """All candidates of the labelled part."""
        first, last = self.part
        return [one for run in self.runs for one in run if first <= one.start and one.end <= last]

    def right(self, one: model.Candidate) -> bool:
        """Whether a candidate is a name, exactly."""
        return (one.start, one.end) in self.names


def make_text(name: str, group: str, text: str, names: Iterable[Sequence[int]], part: Sequence[int] | None) -> Text:
    """A text, with its candidates."""
    prose = join_lines(mask(text))
    spans = frozenset((name[0], name[1]) for name in names)
    first, last = part or (0, len(text))
    return Text(name, group, prose, spans, (first, last), model.find_candidates(prose))


def gold_documents() -> list[dict[str, Any]]:
    """The development texts with gold persons."""
    return [json.loads(line) for line in (DATA / "persons" / "dev.jsonl").open(encoding="utf-8")]


def labelled_texts() -> list[Text]:
    """The other development texts that there are labels for, each once."""
    labels = {}
    for line in (HERE / "spans.jsonl").open(encoding="utf-8"):
        entry = json.loads(line)
        labels[entry["digest"]] = entry["mentions"]
    texts = {}
    for folder in ("topics", "dates", "quotes"):
        for line in (DATA / folder / "dev.jsonl").open(encoding="utf-8"):
            text = json.loads(line)["text"]
            texts[digest_of(text)] = (folder, text)
    for path in sorted((DATA / "cleaning" / "data").rglob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        body = page.get("body") or []
        paragraphs = body.split("\n") if isinstance(body, str) else body
        text = "\n\n".join([*filter(None, [page.get("title")]), *paragraphs])
        texts[digest_of(text)] = ("cleaning", text)
    known = sorted(texts.keys() & labels.keys())
    return [with_surnames(make_text(digest, *texts[digest], labels[digest], [0, 12000])) for digest in known]


def with_surnames(text: Text) -> Text:
    """The text with every surname labelled that stands alone for a labelled full name: spaCy passes many over."""
    full = {one.key[-1] for one in text.candidates if text.right(one) and len(one.key) > 1}
    alone = {
        (one.start, one.end)
        for run in text.runs
        for one in run
        if len(run) == 1 and one.key[0] in full and classes_of(one.texts[0])[3] == "0" and not one.heading
    }
    return replace(text, names=text.names | alone)


def digest_of(text: str) -> str:
    """What stands for a text in the labels."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def word_names(text: Text) -> list[list[str]]:
    """For each candidate of the labelled part, the names of the evidence in its words and around them."""
    prose = text.prose
    printed = set(prose.split())
    return [
        names_of(
            clues_of_words(one.texts)
            + clues_around(
                one.texts,
                words_before(prose, one.start),
                words_after(prose, one.end),
                printed,
                heading=one.heading,
            )
        )
        for one in text.candidates
    ]


def whole_names(text: Text) -> list[list[str]]:
    """The same for the evidence of the whole text; each candidate must have its weight of words."""
    clues = {id(one): clues for one, clues in model.whole_clues(text.runs)}
    return [names_of(clues[id(one)]) for one in text.candidates]


def names_of(clues: Iterable[Clue]) -> list[str]:
    """The names of all evidence of some clues; each counts once."""
    return [name for clue in clues for name in sorted(set(evidence_of(clue)))]


def fit(
    stage: str, rows: list[list[str]], right: list[bool], own: list[tuple[str, float]] | None = None
) -> model.Weights:
    """Learns one model; `own` adds the weight of words as evidence, by the number of words."""
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= SEEN_AT_LEAST[stage])
    columns = {name: at for at, name in enumerate(names)}
    columns |= {name: len(columns) + at for at, name in enumerate(sorted({name for name, _ in own or ()}))}
    places: list[int] = []
    values: list[float] = []
    starts = [0]
    for at, row in enumerate(rows):
        inside = [columns[name] for name in row if name in columns]
        places += inside
        values += [1.0] * len(inside)
        if own:
            places.append(columns[own[at][0]])
            values.append(own[at][1])
        starts.append(len(places))
    matrix = csr_matrix((values, places, starts), shape=(len(rows), len(columns)))
    regression = LogisticRegression(C=STRENGTH[stage], solver="liblinear", max_iter=1000, random_state=0)
    regression.fit(matrix, np.array(right))
    weights = {name: round(float(regression.coef_[0][at]), 3) for name, at in columns.items()}
    kept = {name: weight for name, weight in weights.items() if abs(weight) >= SMALLEST}
    return model.Weights(kept | {"bias": round(float(regression.intercept_[0]), 3)})


def learn(texts: Sequence[Text]) -> tuple[model.Weights, model.Weights]:
    """Learns both models. The second sees weights of words as a model gives them that has not seen the text."""
    rows = [word_names(text) for text in texts]
    right = [[text.right(one) for one in text.candidates] for text in texts]
    for fold in range(FOLDS):
        others = [at for at in range(len(texts)) if at % FOLDS != fold]
        learned = fit("words", join(rows[at] for at in others), join(right[at] for at in others))
        for text in texts[fold::FOLDS]:
            model.weigh_words(text.runs, text.prose, learned)
    own = [(f"own {one.several}", one.weight) for text in texts for one in text.candidates]
    whole = fit("whole", join(map(whole_names, texts)), join(right), own)
    return fit("words", join(rows), join(right)), whole


def join(lists: Iterable[list[Any]]) -> list[Any]:
    """One list of many."""
    return [one for each in lists for one in each]


def predict(text: Text, words: model.Weights, whole: model.Weights) -> dict[str, Any]:
    """The people of a text, in the shape that the scorer reads."""
    model.weigh_words(text.runs, text.prose, words)
    model.weigh_whole(text.runs, whole)
    people = gather_people(text.prose, model.mentions_of(text.runs))
    return {
        "id": text.id,
        "persons": [{"name": person.name, "aliases": list(person.aliases)} for person in people],
        "mentions": [span for person in people for span in person.mentions],
    }


def check(gold: list[dict[str, Any]], texts: list[Text], more: list[Text]) -> None:
    """Scores each development set as predicted by a model that learned from everything else."""
    predictions = []
    for group in sorted({text.group for text in texts}):
        weights = learn([text for text in texts if text.group != group] + more)
        predictions += [predict(text, *weights) for text in texts if text.group == group]
    print_scores(gold, predictions)


def print_scores(gold: list[dict[str, Any]], predictions: list[dict[str, Any]], errors: int = 0) -> None:
    """Prints the table of the development data's scorer."""
    scorer = runpy.run_path(str(DATA / "persons" / "score.py"))
    results, wrong = scorer["score"](gold, predictions, errors)
    for group, r in results.items():
        document = scorer["prf"](r["tp"], r["np"], r["ng"])
        mention = scorer["prf"](r["mtp"], r["mp"], r["mg"])
        print(
            f"{group:12} doc {document[0]:.3f} {document[1]:.3f} {document[2]:.3f}   mention "
            f"{mention[0]:.3f} {mention[1]:.3f} {mention[2]:.3f}"
        )
    for line in wrong:
        print(*line)


def main() -> None:
    """Learns, and writes or checks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    gold = gold_documents()
    texts = [make_text(one["id"], one["set"], one["text"], one["mentions"], one["span"]) for one in gold]
    more = labelled_texts()
    print(len(texts), "texts with gold persons,", len(more), "labelled by us")
    if parser.parse_args().check:
        check(gold, texts, more)
        return
    lines = [
        f"{stage}\t{name}\t{weight:g}\n"
        for stage, weights in zip(("words", "whole"), learn(texts + more), strict=True)
        for name, weight in sorted(weights.by_name.items())
    ]
    WEIGHTS.write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
