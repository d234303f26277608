"""Precision, recall and F1 from pairs of expected and given, and how far chance could have moved them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Paren = Sequence[tuple[str, str]]
Plekken = NDArray[np.intp]
KEER, ZAAD = 2000, 20261122


class Score(NamedTuple):
    """How often something was expected, how often it was given, and how often both at once."""

    raak: int
    verwacht: int
    gegeven: int

    @property
    def precisie(self) -> float:
        """Of what was given, the share that was right."""
        return self.raak / self.gegeven if self.gegeven else 0.0

    @property
    def vangst(self) -> float:
        """Of what was expected, the share that was given (recall)."""
        return self.raak / self.verwacht if self.verwacht else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 0 when nothing was expected or given."""
        return 2 * self.raak / (self.verwacht + self.gegeven) if self.verwacht + self.gegeven else 0.0


def per_soort(paren: Paren) -> dict[str, Score]:
    """A score for everything that is expected somewhere in the set, in the order of the alphabet."""
    raak = Counter(verwacht for verwacht, gegeven in paren if verwacht == gegeven)
    verwacht, gegeven = (Counter(kant) for kant in zip(*paren, strict=True)) if paren else (Counter(), Counter())
    return {naam: Score(raak[naam], verwacht[naam], gegeven[naam]) for naam in sorted(verwacht)}


def macro_f1(paren: Paren) -> tuple[float, tuple[float, float]]:
    """The mean F1 over everything that is expected in the set, each as heavy as the other, with its 95 % interval."""
    scores = per_soort(paren)
    nummer = {naam: plek for plek, naam in enumerate(scores)}
    elders = len(nummer)
    verwacht = np.array([nummer[v] for v, _ in paren])
    gegeven = np.array([nummer.get(g, elders) for _, g in paren])

    def opnieuw(plekken: Plekken) -> float:
        v, g = verwacht[plekken], gegeven[plekken]
        raak, van, aan = (np.bincount(kant, minlength=elders + 1)[:elders] for kant in (v[v == g], v, g))
        getrokken = van + aan > 0  # in a draw without one intent, that one has no F1
        return float(np.mean(2 * raak[getrokken] / (van + aan)[getrokken]))

    return sum(score.f1 for score in scores.values()) / max(len(scores), 1), interval(len(paren), opnieuw)


def f1_interval(trekkingen: Sequence[tuple[bool, bool, bool]]) -> tuple[float, float]:
    """The 95 % interval of one F1, from right, expected and given for every message."""
    tabel: NDArray[Any] = np.array(trekkingen, dtype=int).reshape(-1, 3)

    def opnieuw(plekken: Plekken) -> float:
        return Score(*(int(som) for som in tabel[plekken].sum(axis=0))).f1

    return interval(len(tabel), opnieuw)


def interval(aantal: int, cijfer: Callable[[Plekken], float]) -> tuple[float, float]:
    """The bootstrap 95 % interval (percentiles, Efron 1979) of a figure over this many messages; the seed is fixed."""
    if aantal == 0:
        return 0.0, 1.0
    trek = np.random.default_rng(ZAAD)
    waarden = [cijfer(trek.integers(0, aantal, aantal)) for _ in range(KEER)]
    laag, hoog = np.percentile(waarden, (2.5, 97.5))
    return float(laag), float(hoog)


def score_regel(naam: str, waarde: float, marge: tuple[float, float], erbij: str = "") -> str:
    """A line of a table: the figure, its interval and what it was measured on."""
    return f"{naam:<34} {waarde:7.3f}   ({marge[0]:.3f} - {marge[1]:.3f})   {erbij}".rstrip()
