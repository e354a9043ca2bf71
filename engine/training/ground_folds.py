"""Shares labeled instances between learning and testing by the ground they lie on, each tested once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.random import Generator
from numpy.typing import NDArray

N_FOLDS = 4
_BLOCK_FRAMES = 4  # side of a block of ground, in sides of a typical picture
_MOST_HALVINGS = 3
_N_DRAWS = 200


@dataclass(frozen=True, eq=False)
class Folds:
    """Who tests whom.

    Attributes:
        fold: int64 (n,), the head that an instance tests, -1 for those that only teach.
        teaches: bool (heads, n), whom each head may learn from: not from what it is tested on, nor from what shows
            some of the same ground.
    """

    fold: NDArray[np.int64]
    teaches: NDArray[np.bool_]


def make_folds(
    labels: NDArray[np.int64],
    grounds: NDArray[np.object_] | None,
    worlds: NDArray[np.int64],
    n_categories: int,
    generator: Generator,
) -> Folds:
    """Return folds of whole blocks of ground, in which every category is spread as evenly as it can be.

    A category all of whose instances lie in one block only teaches. Without grounds every picture is its own block.
    """
    blocks = np.arange(len(labels)) if grounds is None else _blocks(labels, grounds, worlds, n_categories)
    counts = np.zeros((blocks.max(initial=-1) + 1, n_categories), np.int64)
    np.add.at(counts, (blocks, labels), 1)
    fold = _spread(counts, generator)[blocks]
    n_blocks = (counts > 0).sum(axis=0)
    fold = np.where(n_blocks[labels] < 2, -1, fold)
    teaches = fold[None] != np.arange(N_FOLDS)[:, None]
    if grounds is not None:
        one, other = shapely.STRtree(grounds).query(grounds, predicate="intersects")
        same = (worlds[one] == worlds[other]) & (fold[one] >= 0)
        teaches[fold[one[same]], other[same]] = False
    return Folds(_with_teachers(fold, teaches, labels), teaches)


def _with_teachers(fold: NDArray[np.int64], teaches: NDArray[np.bool_], labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the folds without tests that nobody could pass: of a category that the head has never seen."""
    answer = fold.copy()
    for head, mine in enumerate(teaches):
        taught = np.unique(labels[mine])
        answer[(fold == head) & ~np.isin(labels, taught)] = -1
    return answer


def _blocks(
    labels: NDArray[np.int64], grounds: NDArray[np.object_], worlds: NDArray[np.int64], n_categories: int
) -> NDArray[np.int64]:
    """Return the number of the block of each instance; smaller blocks where a category would lie in one alone."""
    bounds = shapely.bounds(grounds)
    middles = np.column_stack([bounds[:, 0] + bounds[:, 2], bounds[:, 1] + bounds[:, 3]]) / 2
    typical = float(np.median(np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])))
    size = _BLOCK_FRAMES * max(typical, 1e-12)
    answer = np.zeros(len(labels), np.int64)
    for _ in range(_MOST_HALVINGS + 1):
        cells = np.column_stack([worlds, np.floor(middles / size).astype(np.int64)])
        answer = np.unique(cells, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)
        alone = [len(np.unique(answer[labels == i])) < 2 <= int((labels == i).sum()) for i in range(n_categories)]
        if not any(alone):
            break
        size /= 2
    return answer


def _spread(counts: NDArray[np.int64], generator: Generator) -> NDArray[np.int64]:
    """Return the fold of each block, int (blocks,): the best of many draws, each filling the emptiest fold first."""
    shares = counts / np.maximum(counts.sum(axis=0), 1)
    best, best_cost = np.zeros(len(counts), np.int64), np.inf
    for _ in range(_N_DRAWS):
        order = generator.permutation(len(counts))
        order = order[np.argsort(-counts[order].sum(axis=1), kind="stable")]
        fold, filled = np.zeros(len(counts), np.int64), np.zeros((N_FOLDS, counts.shape[1]))
        for block in order:
            costs = ((filled + shares[block]) ** 2).sum(axis=1) - (filled**2).sum(axis=1)
            fold[block] = int(np.argmin(costs))
            filled[fold[block]] += shares[block]
        cost = float((filled**2).sum())
        if cost < best_cost - 1e-12:
            best, best_cost = fold, cost
        if len(counts) > 2000:  # so many blocks are even at the first try
            break
    return best
