"""A linear-chain model of whole pages with partly open labels: its likelihood, and the weights that are likeliest.

Only two states have scores of their own, the story's text and the first line below it; furniture is what they are
measured against, and scores 0 wherever it stands. Pages are learnt with a margin: a wrong state counts as if it scored
higher by what it would cost, so that a long paragraph matters more than a menu's entry.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import fmin_l_bfgs_b
from scipy.sparse import csr_matrix

from generator.clean.labels import CLOSERS, FOLLOWERS, OPENERS, STATES

S = len(STATES)
SCORED = [STATES.index("body"), STATES.index("end")]
START = np.array([float(state in OPENERS) for state in STATES])
STOP = np.array([float(state in CLOSERS) for state in STATES])
LEGAL = np.array([[b in FOLLOWERS[a] for b in STATES] for a in STATES])
NEVER = -1e9
LOOSE_MOVES = 0.1
"""How much less the weights of moves are held back than those of features."""

Row = tuple[list[list[int]], list[int], list[float]]
"""A page: the numbers of each unit's features, the states that each may have, as bits, and what a wrong one costs."""


class Sequences:
    """All lines of all pages, ordered by place on the page, so that one step of every page is one slice.

    Pages are in order of falling length; at each step only the longer ones are left.
    """

    def __init__(self, rows: list[Row], vocabulary: int):
        rows = sorted(rows, key=lambda row: -len(row[1]))
        lengths = np.array([len(row[1]) for row in rows])
        self.alive = [int((lengths > t).sum()) for t in range(lengths[0])]
        self.offsets = np.concatenate([[0], np.cumsum(self.alive)])
        self.ends = self.offsets[lengths - 1] + np.arange(len(rows))
        order = [(ids[t], bits[t], costs[t]) for t, n in enumerate(self.alive) for ids, bits, costs in rows[:n]]
        counts = [len(ids) for ids, _, _ in order]
        self.x = csr_matrix(
            (
                np.ones(sum(counts)),
                np.concatenate([ids for ids, _, _ in order]).astype(np.int32),
                np.concatenate([[0], np.cumsum(counts)]),
            ),
            shape=(len(order), vocabulary),
        )
        self.xt = self.x.T.tocsr()
        bits = np.array([bits for _, bits, _ in order])
        self.allowed = ((bits[:, None] >> np.arange(S)) & 1).astype(bool)
        self.costs = np.where(self.allowed, 0.0, np.array([cost for _, _, cost in order])[:, None])


def expect(seq: Sequences, scores: np.ndarray, moves: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """Log of the partition sum, and the expected states and moves, by forward and backward sums."""
    top = scores.max(1, keepdims=True)
    e = np.exp(np.maximum(scores - top, -300.0)) * (scores > NEVER / 2)
    tr = np.exp(np.maximum(moves, -300.0)) * (moves > NEVER / 2)
    a, scale = np.zeros_like(e), np.ones(len(e))
    off = seq.offsets
    for t, n in enumerate(seq.alive):
        here = slice(off[t], off[t + 1])
        x = (a[off[t - 1] : off[t - 1] + n] @ tr if t else START) * e[here]
        scale[here] = x.sum(1)
        a[here] = x / scale[here, None]
    closing = (a[seq.ends] * STOP).sum(1)
    log_z = np.log(scale).sum() + top.sum() + np.log(closing).sum()
    b = np.zeros_like(e)
    b[seq.ends] = STOP / closing[:, None]
    xi = np.zeros((S, S))
    for t in range(len(seq.alive) - 1, 0, -1):
        here, before = slice(off[t], off[t + 1]), slice(off[t - 1], off[t - 1] + seq.alive[t])
        following = b[here] * e[here] / scale[here, None]
        b[before] = following @ tr.T
        xi += (a[before].T @ following) * tr
    return log_z, a * b, xi


def fit(rows: list[Row], vocabulary: int, *, l2: float, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights of each feature for body and end, and of moves: the likeliest under normal priors (L-BFGS)."""
    seq = Sequences(rows, vocabulary)
    size = vocabulary * len(SCORED)

    def unpack(flat):
        moves = np.full((S, S), NEVER)
        moves[LEGAL] = flat[size:]
        return flat[:size].reshape(vocabulary, len(SCORED)), moves

    def loss(flat):
        weights, moves = unpack(flat)
        scores = np.zeros((seq.x.shape[0], S))
        scores[:, SCORED] = seq.x @ weights
        z, g, xi = expect(seq, scores + seq.costs, moves)
        z1, g1, xi1 = expect(seq, np.where(seq.allowed, scores, NEVER), moves)
        penalty = 0.5 * l2 * ((flat[:size] ** 2).sum() + LOOSE_MOVES * (flat[size:] ** 2).sum())
        gradient = np.concatenate([(seq.xt @ (g - g1)[:, SCORED]).ravel(), (xi - xi1)[LEGAL]])
        gradient += l2 * np.concatenate([flat[:size], LOOSE_MOVES * flat[size:]])
        return z - z1 + penalty, gradient

    flat, _, _ = fmin_l_bfgs_b(loss, np.zeros(size + int(LEGAL.sum())), maxiter=rounds, m=12)
    return unpack(flat)
