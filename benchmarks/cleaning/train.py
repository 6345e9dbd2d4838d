"""Learn the weights of the line labeller from the development pages.

Two steps: how much a line's shape speaks for story text by itself (logistic regression), then a linear-chain model of
the whole page with partly open labels (L-BFGS); beside them, which line above the text is the headline. Needs numpy and
scipy, which the generator itself does not: run it with a Python that has them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import fmin_l_bfgs_b
from scipy.sparse import csr_matrix

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).parent))

from chain import fit  # noqa: E402
from gold import Page, allow_states, find_title, read_pages  # noqa: E402
from grow import grow  # noqa: E402

from generator.clean.features import Shape, look_at  # noqa: E402
from generator.clean.furniture import learn_furniture  # noqa: E402
from generator.clean.headlines import NONE, UNTOLD, describe_candidates  # noqa: E402
from generator.clean.labels import FOLLOWERS, STATES  # noqa: E402
from generator.clean.lines import Unit, gather_units, split_lines  # noqa: E402
from generator.clean.places import describe_units, find_main_run, measure_worth, name_place  # noqa: E402
from generator.model.raw import RawPage  # noqa: E402

DEARER = 1.5
"""How much worse it is to lose a word of the story than to keep one that is not of it."""
ANCHORED = ("run=", "position=", "core=", "kin=", "gulf above", "gulf below")
"""Features that rest on a first guess at where the story is. Every page is learnt from a second time without them, so
that a wrong guess can be outvoted."""


@dataclass(frozen=True)
class Read:
    """A page as the model sees it before anything is learnt."""

    host: str
    units: list[Unit]
    shapes: list[Shape]
    known: frozenset[str]
    allowed: list[int]
    useful: bool
    """Whether its gold says anything of the text that is to be believed."""
    titled: bool
    """Whether it is known which unit is the headline."""
    title: int | None
    """The headline; None when the page prints none."""

    @property
    def body(self) -> tuple[int, int] | None:
        """First and last unit that surely belong to the text."""
        sure = [at for at, bits in enumerate(self.allowed) if bits == 1 << STATES.index("body")]
        return (sure[0], sure[-1]) if sure else None

    @property
    def costs(self) -> list[float]:
        """What a wrong state of each unit costs: its share of the story's words, as far as these are known."""
        body = 1 << STATES.index("body")
        whole = sum([shape.words for shape, bits in zip(self.shapes, self.allowed, strict=True) if bits == body])
        return [
            shape.words / max(whole, 50) * (DEARER if bits == body else 1.0)
            for shape, bits in zip(self.shapes, self.allowed, strict=True)
        ]

    def features(self, prose: dict[str, float]) -> list[list[str]]:
        """All features of each unit, given what the first step has learnt."""
        qualities = [sum(prose.get(name, 0.0) for name in shape.features) for shape in self.shapes]
        main_run = find_main_run(measure_worth(self.shapes, qualities))
        places = describe_units(self.units, self.shapes, qualities, main_run, self.known, [False] * len(qualities))
        return [[*shape.features, *name_place(place)] for shape, *place in zip(self.shapes, *places, strict=True)]


def read_all(pages: list[Page], suspects: set[str]) -> list[Read]:
    """Every page with its gold labels."""
    found = []
    for page, known in zip(pages, known_lines(pages), strict=True):
        units = gather_units(split_lines(page.text))
        allowed = allow_states([unit.text for unit in units], page.gold)
        useful = bool(units) and page.id not in suspects and any(bits != (1 << len(STATES)) - 1 for bits in allowed)
        texts = [unit.text for unit in units]
        first = next((at for at, bits in enumerate(allowed) if bits == 1 << STATES.index("body")), 0)
        titled, title = find_title(texts, page.gold, first) if first else (False, None)
        found.append(Read(page.host, units, [look_at(text) for text in texts], known, allowed, useful, titled, title))
    return found


def fit_prose(reads: list[Read], l2: float = 10.0) -> dict[str, float]:
    """How much each feature of a line's shape speaks for story text (logistic regression; long lines weigh more)."""
    body = 1 << STATES.index("body")
    lines = [
        (shape.features, bits == body, 0.2 + min(shape.words, 40) / 20)
        for read in reads
        for shape, bits in zip(read.shapes, read.allowed, strict=True)
        if bits == body or not bits & body
    ]
    names = sorted({name for features, _, _ in lines for name in features})
    number = {name: at for at, name in enumerate(names)}
    ids = [sorted(number[name] for name in features) for features, _, _ in lines]
    sizes = np.cumsum([0, *map(len, ids)])
    x = csr_matrix((np.ones(sizes[-1]), [at for row in ids for at in row], sizes))
    y = np.array([1.0 if inside else -1.0 for _, inside, _ in lines])
    weight = np.array([w for _, _, w in lines])

    def loss(w):
        margin = y * (x @ w)
        pull = -y * weight / (1 + np.exp(np.clip(margin, -50, 50)))
        return (weight * np.logaddexp(0, -margin)).sum() + 0.5 * l2 * (w @ w), x.T @ pull + l2 * w

    w, _, _ = fmin_l_bfgs_b(loss, np.zeros(len(names)), maxiter=80)
    return dict(zip(names, map(float, w), strict=True))


def learn(reads: list[Read], *, l2: float = 6.0, rounds: int = 60, margin: float = 30.0) -> dict[str, object]:
    """Both steps, on pages whose gold is believed; the weights as the generator reads them."""
    reads = [read for read in reads if read.useful]
    prose = fit_prose(reads)
    described = describe_apart(reads)
    seen = Counter(name for page in described for row in page for name in set(row))
    names = sorted(name for name, count in seen.items() if count >= 4)
    number = {name: at for at, name in enumerate(names)}
    rows = [
        (
            [
                sorted(number[name] for name in row if name in number and not (blind and name.startswith(ANCHORED)))
                for row in page
            ],
            read.allowed,
            [margin * cost for cost in read.costs],
        )
        for page, read in zip(described, reads, strict=True)
        for blind in (False, True)
    ]
    weights, moves = fit(rows, len(names), l2=l2, rounds=rounds)
    return pack(prose, fit_headline(reads), names, weights, moves)


APART = 4
"""Parts that hosts are dealt to, so that no page is described by what was learnt from it."""


def describe_apart(reads: list[Read]) -> list[list[list[str]]]:
    """Every page's features, by what the first step learns from the other hosts' pages.

    A page that the first step has learnt from is judged better by it than any page it will meet.
    """
    if APART < 2:
        prose = fit_prose(reads)
        return [read.features(prose) for read in reads]
    parts = [fold_of(read.host + "/", APART) for read in reads]
    prose = [fit_prose([read for read, at in zip(reads, parts, strict=True) if at != part]) for part in range(APART)]
    return [read.features(prose[part]) for read, part in zip(reads, parts, strict=True)]


LATE = 4
"""Units below its start where a text may be taken to begin: headlines are learnt from such pages too."""
LENGTH = 20
"""Units that a story is taken to have, below the first, where the set tells only how it begins."""


def fit_headline(reads: list[Read], l2: float = 16.0) -> dict[str, float]:
    """How much each feature speaks for a line being the headline: the choice among all lines above the text."""
    pages = []
    for read in reads:
        if not read.titled or read.body is None:
            continue
        first, last = read.body
        if first == last:
            last = min(len(read.units) - 1, first + LENGTH)
        for start in (first, *[late for late in (first + LATE,) if late < last]):
            candidates = describe_candidates(read.units, read.shapes, start, last)
            right = next((at for at, (index, _) in enumerate(candidates, 1) if index == read.title), 0)
            if right or read.title is None:
                pages.append(([[NONE], *(features for _, features in candidates)], right))
    seen = Counter(name for rows, _ in pages for row in rows for name in set(row))
    names = sorted(name for name, count in seen.items() if count >= 3 and not name.startswith(UNTOLD))
    number = {name: at for at, name in enumerate(names)}
    tables = []
    for rows, right in pages:
        ids = [sorted(number[name] for name in row if name in number) for row in rows]
        sizes = np.cumsum([0, *map(len, ids)])
        tables.append(
            (
                csr_matrix((np.ones(sizes[-1]), np.concatenate(ids).astype(int), sizes), shape=(len(rows), len(names))),
                right,
            )
        )

    def loss(w):
        total, gradient = 0.5 * l2 * (w @ w), l2 * w
        for x, right in tables:
            scores = x @ w
            p = np.exp(scores - scores.max())
            p /= p.sum()
            total -= np.log(p[right] + 1e-300)
            p[right] -= 1
            gradient = gradient + x.T @ p
        return total, gradient

    w, _, _ = fmin_l_bfgs_b(loss, np.zeros(len(names)), maxiter=80)
    return dict(zip(names, map(float, w), strict=True))


def known_lines(pages: list[Page]) -> list[frozenset[str]]:
    """For each page what its siblings (same host, same form) teach of furniture, itself left out."""
    hosts = defaultdict(list)
    for page in pages:
        hosts[page.host, page.form].append(page)
    return [learn_furniture([raw(p) for p in hosts[page.host, page.form]]).lines for page in pages]


def raw(page: Page) -> RawPage:
    """A development page as intake would hand it over."""
    return RawPage(name=page.id, data=page.text.encode(), text=page.text, encoding="utf-8")


def pack(
    prose: dict[str, float], headline: dict[str, float], names: list[str], weights: np.ndarray, moves: np.ndarray
) -> dict[str, object]:
    """Weights as the generator reads them."""
    features = {
        name: [round(float(b), 2), round(float(e), 2) + 0.0]
        for name, (b, e) in zip(names, weights, strict=True)
        if max(abs(b), abs(e)) >= 0.05
    }
    return {
        "prose": {name: round(weight, 2) for name, weight in sorted(prose.items()) if abs(weight) >= 0.05},
        "headline": {name: round(weight, 2) for name, weight in sorted(headline.items()) if abs(weight) >= 0.05},
        "moves": {
            f"{a}>{b}": round(float(moves[STATES.index(a), STATES.index(b)]), 2) for a in STATES for b in FOLLOWERS[a]
        },
        "features": features,
    }


def fold_of(host: str, folds: int) -> int:
    """Hosts are dealt to folds by a fixed hash, so that all pages of a host stay together."""
    return random.Random(host).randrange(folds)


def main() -> None:
    """Train on all pages, or with ``--fold`` on all hosts but one fold's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the development set's folder, shared/data/cleaning")
    parser.add_argument("--out", type=Path, default=ROOT / "generator" / "clean" / "weights.json")
    parser.add_argument("--folds", type=int, default=0, help="write one file a fold, trained without its hosts")
    parser.add_argument("--l2", type=float, default=6.0)
    parser.add_argument("--rounds", type=int, default=60)
    args = parser.parse_args()
    pages = read_pages(args.data)
    suspects = set((args.data / "suspect_gold.txt").read_text("utf-8").split())
    pages += grow(pages, suspects)
    reads = read_all(pages, suspects)
    if not args.folds:
        write(args.out, learn(reads, l2=args.l2, rounds=args.rounds))
    for fold in range(args.folds):
        kept = [read for page, read in zip(pages, reads, strict=True) if fold_of(page.host, args.folds) != fold]
        write(args.out.with_suffix(f".{fold}.json"), learn(kept, l2=args.l2, rounds=args.rounds))


def write(path: Path, weights: dict[str, object]) -> None:
    """Weights as JSON, one feature a line."""
    parts = []
    for name, table in weights.items():
        rows = ",\n".join(f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v)}" for k, v in table.items())
        parts.append(f"{json.dumps(name)}: {{\n{rows}\n}}")
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
