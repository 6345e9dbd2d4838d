"""Learn how much a line's place in a page's tree says of it, on top of the text model's judgement.

The text model's scores are those of weights learnt without the page's host (``train.py --folds``), so that its mistakes
look as they do on pages it has not seen. Needs numpy and scipy, as ``train.py`` does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import fmin_l_bfgs_b

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).parent))

from chain import NEVER, S, Sequences, expect  # noqa: E402
from gold import allow_states  # noqa: E402
from train import fold_of  # noqa: E402

from generator.clean.features import look_at  # noqa: E402
from generator.clean.furniture import KnownFurniture, learn_furniture  # noqa: E402
from generator.clean.labels import FOLLOWERS, STATES, Weights  # noqa: E402
from generator.clean.lines import gather_units, split_lines  # noqa: E402
from generator.clean.page import TextScores, score_text  # noqa: E402
from generator.clean.structure import SIZES, describe_layout  # noqa: E402
from generator.errors import IntakeError  # noqa: E402
from generator.intake.html import html_page  # noqa: E402
from generator.model.raw import RawPage  # noqa: E402

RAREST, FEWEST = 6, 3
"""Lines, and pages, that a hint must hold for to be learnt."""
SHORT = 50
"""Words of a story below which a line's share of them is not looked at."""
LEAST = 0.02
"""Weights nearer to 0 are left out."""


@dataclass(frozen=True)
class Page:
    """A development page with its HTML."""

    gold: dict
    raw: RawPage
    fold: int
    known: KnownFurniture
    """What its siblings (same host) teach of furniture."""


@dataclass(frozen=True)
class Read:
    """A page as the model sees it before anything is learnt."""

    fold: int
    scores: TextScores
    moves: dict[tuple[str, str], float]
    hints: list[list[str]]
    allowed: list[int]
    """For each unit the states that it may have, as bits."""
    costs: list[float]
    """What a wrong state of each unit costs: its share of the story's words."""


def read_html(data: Path, html: Path, folds: int) -> list[Page]:
    """All development pages whose HTML can be read, in order of path."""
    found = []
    for path in sorted((data / "data").glob("*/*.json")):
        gold = json.loads(path.read_text("utf-8"))
        try:
            found.append((gold, html_page(gold["id"], (html / gold["set"] / f"{gold['id']}.html").read_bytes())))
        except (IntakeError, OSError) as error:
            print(gold["id"], error)
    siblings: dict[str, list[RawPage]] = defaultdict(list)
    for gold, raw in found:
        siblings[gold["host"]].append(raw)
    return [
        Page(gold, raw, fold_of(gold["host"], folds), learn_furniture(siblings[gold["host"]])) for gold, raw in found
    ]


def read_all(pages: Sequence[Page], folds: Sequence[Weights], suspects: set[str]) -> Iterator[Read]:
    """The pages whose gold says anything of the text that is to be believed."""
    for page in pages:
        weights = folds[page.fold]
        units = gather_units(split_lines(page.raw.text))
        allowed = allow_states([unit.text for unit in units], page.gold)
        if page.gold["id"] in suspects or all(bits == (1 << S) - 1 for bits in allowed):
            continue
        scores = score_text(units, [look_at(unit.text) for unit in units], page.known, weights)
        hints = describe_layout(page.raw, units, scores.body, scores.label(weights))
        words = [len(unit.text.split()) for unit in units]
        whole = sum(count for count, bits in zip(words, allowed, strict=True) if bits == 1 << STATES.index("body"))
        yield Read(page.fold, scores, weights.moves, hints, allowed, [count / max(whole, SHORT) for count in words])


GROUPS = (
    ("-",),
    ("in ", "is "),
    ("peers", "kin", "place", "wide", "share", "pure", "beside"),
)
"""Hints by their beginnings. Each page is learnt from once with all, and again without those of each group, so that
classes that mislead, or a wrong guess at where the story is, can be outvoted."""


def widen(hints: list[str]) -> list[str]:
    """Hints, and each without its size."""
    return [*hints, *{hint.partition("@")[0] for hint in hints}]


def learn(reads: Sequence[Read], *, l2: float = 12.0, rounds: int = 60, margin: float = 30.0) -> dict[str, float]:
    """The weights of hints: what each adds to the score of story text. The text model's weights stay as they are.

    A hint's weight for lines of one size is held near its weight for lines of all sizes. ``margin`` is how much higher
    wrong states count to score, for each share of the story's words that they cost.
    """
    reads = sorted(reads, key=lambda read: -len(read.allowed))
    reads = [read for read in reads for _ in GROUPS]
    rows = [
        [widen([hint for hint in hints if not hint.startswith(GROUPS[at % len(GROUPS)])]) for hints in read.hints]
        for at, read in enumerate(reads)
    ]
    seen = Counter(name for page in rows for row in page for name in set(row))
    owners = Counter(name for page in rows for name in {name for row in page for name in row})
    names = sorted(name for name, count in seen.items() if count >= RAREST and owners[name] >= FEWEST)
    number = {name: at for at, name in enumerate(names)}
    numbered = [[[number[name] for name in row if name in number] for row in page] for page in rows]
    seq = Sequences(
        [
            (page, read.allowed, [margin * cost for cost in read.costs])
            for page, read in zip(numbered, reads, strict=True)
        ],
        len(names),
    )
    body, end = STATES.index("body"), STATES.index("end")
    base = np.zeros((seq.offsets[-1], S))
    base[:, body] = [read.scores.body[t] for t, n in enumerate(seq.alive) for read in reads[:n]]
    base[:, end] = [read.scores.end[t] for t, n in enumerate(seq.alive) for read in reads[:n]]
    moves = np.full((S, S), NEVER)
    for before, followers in FOLLOWERS.items():
        for after in followers:
            moves[STATES.index(before), STATES.index(after)] = np.mean([read.moves[before, after] for read in reads])

    def loss(w):
        scores = base.copy()
        scores[:, body] += seq.x @ w
        z, g, _ = expect(seq, scores + seq.costs, moves)
        z1, g1, _ = expect(seq, np.where(seq.allowed, scores, NEVER), moves)
        return z - z1 + 0.5 * l2 * (w @ w), seq.xt @ (g - g1)[:, body] + l2 * w

    w, value, info = fmin_l_bfgs_b(loss, np.zeros(len(names)), maxiter=rounds, m=12)
    print("loss", round(value, 1), "after", info["funcalls"], "looks;", len(names), "hints", flush=True)
    return pack(dict(zip(names, map(float, w), strict=True)))


def pack(learnt: dict[str, float]) -> dict[str, float]:
    """For each hint and size one weight: what it has for all sizes, and what more for this one."""
    hints = sorted({name.partition("@")[0] for name in learnt})
    packed = {
        f"{hint}@{size}": learnt.get(hint, 0.0) + learnt.get(f"{hint}@{size}", 0.0) for hint in hints for size in SIZES
    }
    return {name: round(weight, 2) for name, weight in packed.items() if abs(weight) >= LEAST}


def write(path: Path, weights: dict[str, float]) -> None:
    """One hint a line."""
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in weights.items())
    path.write_text("{\n" + rows + "\n}\n", "utf-8")


def main() -> None:
    """Learn from all pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the development set's folder, shared/data/cleaning")
    parser.add_argument("html", type=Path, help="its html.tar.xz, unpacked: the folder that holds one folder a set")
    parser.add_argument("folds", type=Path, nargs="+", help="the files that train.py --folds wrote, in order")
    parser.add_argument("--out", type=Path, default=ROOT / "generator" / "clean" / "structure.json")
    parser.add_argument("--l2", type=float, default=12.0)
    parser.add_argument("--rounds", type=int, default=60)
    args = parser.parse_args()
    folds = [Weights.read(path.read_text("utf-8")) for path in args.folds]
    suspects = set((args.data / "suspect_gold.txt").read_text("utf-8").split())
    pages = read_html(args.data, args.html, len(folds))
    write(args.out, learn(list(read_all(pages, folds, suspects)), l2=args.l2, rounds=args.rounds))


if __name__ == "__main__":
    main()
