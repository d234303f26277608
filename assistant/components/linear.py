"""A linear text classifier stored as plain JSON and arrays: loading it executes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.learning import leer_lineair
from knowledge.words import Kenmerken

TEKENS = (2, 5)
SCHERPTE = (
    4.5  # margins times this are, through softmax, as sure as they are right (cross-validation; see docs/adr/0004)
)


class LineairModel:
    """Probabilities for a fixed list of classes, from a text and its lemmas."""

    def __init__(self, klassen: list[str], kenmerken: Kenmerken, gewichten: Any, bias: Any) -> None:
        self.klassen = klassen
        self._kenmerken, self._gewichten, self._bias = kenmerken, gewichten, bias

    @classmethod
    def train(cls, teksten: Sequence[str], lemmas: Sequence[str], klassen: Sequence[str], *, c: float) -> LineairModel:
        """Fit each class against all others on these texts, every class weighing the same."""
        kenmerken = Kenmerken(tekens=TEKENS, min_df=2)
        matrix = kenmerken.leer(teksten, lemmas)
        model = leer_lineair(matrix, list(klassen), c=c, gewichten="balanced")
        gewichten = np.ascontiguousarray(SCHERPTE * model.coef_.T, dtype=np.float16)
        bias = (SCHERPTE * model.intercept_).astype(np.float32)
        return cls([str(k) for k in model.classes_], kenmerken, gewichten, bias)

    def kansen(self, tekst: str, lemmas: str) -> Any:
        """The probability of every class, in the order of `klassen`."""
        rij = self._kenmerken.van([tekst], [lemmas])
        logits = rij.data @ self._gewichten[rij.indices].astype(np.float32) + self._bias
        macht = np.exp(logits - logits.max())
        return macht / macht.sum()

    def kent(self, lemmas: str) -> bool:
        """Whether one of these words was learnt; if not, only pieces of words speak."""
        return self._kenmerken.kent(lemmas)

    def bewaar(self, pad: Path) -> None:
        """Write `<pad>.json` and `<pad>.npz`."""
        woorden, (idf0, idf1) = self._kenmerken.als_data()
        pad.with_suffix(".json").write_text(json.dumps({"klassen": self.klassen, "woorden": woorden}))
        np.savez(pad.with_suffix(".npz"), w=self._gewichten, b=self._bias, idf0=idf0, idf1=idf1)

    @classmethod
    def laad(cls, pad: Path) -> LineairModel:
        """Read what `bewaar` wrote."""
        data = json.loads(pad.with_suffix(".json").read_text())
        with np.load(pad.with_suffix(".npz"), allow_pickle=False) as reeksen:
            kenmerken = Kenmerken.uit_data(data["woorden"], [reeksen["idf0"], reeksen["idf1"]], tekens=TEKENS)
            return cls(data["klassen"], kenmerken, reeksen["w"], reeksen["b"])
