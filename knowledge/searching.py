"""Finding the articles that could answer a question: a linear model picks the topic, likeness to its lines picks the article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize

from knowledge.learning import leer_lineair
from knowledge.models import Artikel, Rol
from knowledge.readers import Lezers
from knowledge.words import Kenmerken

SCHERPTE = 8.0  # turns margins into probabilities; chosen so that a score of .7 is right about 7 times in 10
# Whether a question is ours: the margins of the best topic and of BUITEN, weighed on authors that the model had not read.
BEKEND, ONBEKEND, GRENS = 3.05, 4.93, 2.27
VERTROUWD = 0.12  # similarity to an example below which a question is hardly about anything we know
BUITEN = "buiten"  # the name under which example questions stand that are not ours to answer
BUITEN_LEEFTIJD, ANDERE_LEZER = 0.5, 0.4
ALLEEN_BEROEP = 0.01  # a topic written for professionals alone, for who said to be no professional
ZELF_LEZER, ZONDER_LEZER = (
    ("jongere", "professional"),
    0.03,
)  # readers with articles of their own; a topic without one for them
TEKENS = (3, 4)


@dataclass(frozen=True)
class Treffer:
    """An article and how likely it is the one: between 0 and 1. `gelijkenis` is that to its nearest example question.

    `buiten` is how likely it is that the question is not ours to answer; the same for every article.
    """

    artikel: Artikel
    score: float
    gelijkenis: float
    buiten: float = 0.0


class Zoeker:
    """An index over articles, built once and never changed; safe to use from several threads."""

    def __init__(
        self,
        artikelen: Iterable[Artikel],
        voorbeeldvragen: Mapping[str, Sequence[str]] | None = None,
        bewaard: Mapping[str, Any] | None = None,
    ) -> None:
        """Build the index, or take it from what `als_data` gave for the same content.

        `voorbeeldvragen` are questions by topic that belong to no article in particular; those under BUITEN are out of scope.
        """
        self.artikelen: tuple[Artikel, ...] = tuple(artikelen)
        self._voorbeeldvragen = dict(voorbeeldvragen or {})
        if bewaard is not None:
            self._neem(bewaard)
        elif self.artikelen:
            self._bouw()
        self._leid_af()

    def zoek(
        self, vraag: str, *, rol: Rol | None = None, leeftijd: float | None = None, aantal: int = 5
    ) -> list[Treffer]:
        """The best candidates, best first; reader and age of the child re-rank but never exclude.

        Whose reader is not known is judged by the words.
        """
        if not self.artikelen or not vraag.strip():
            return []
        rij = self._kenmerken.van([vraag])
        gelijk, lijkt = self._gelijkenis(rij)
        kansen, buiten = self._kansen(rij)
        van_leeftijd = self._past_leeftijd(leeftijd)
        kansen = self._verdeel(kansen, van_leeftijd * self._past_beroep(rol))
        van_lezer = ANDERE_LEZER + (1 - ANDERE_LEZER) * self._lezers.past(rij, rol)
        scores = kansen[self._onderwerp_van] * self._aandeel(lijkt * van_leeftijd * van_lezer)
        scores *= min(1.0, float(gelijk.max()) / VERTROUWD)
        beste = np.argsort(-scores, kind="stable")[:aantal]
        return [
            Treffer(self.artikelen[i], round(float(scores[i]), 4), round(float(gelijk[i]), 4), buiten) for i in beste
        ]

    def _bouw(self) -> None:
        regels = [(regel, artikel.onderwerp) for artikel in self.artikelen for regel in _regels(artikel)]
        los = [(vraag, naam) for naam, vragen in self._voorbeeldvragen.items() for vraag in vragen]
        vaak = 2 if len(self.artikelen) > 10 else 1  # what occurs once tells nothing, in content of some size
        self._kenmerken = Kenmerken(tekens=TEKENS, min_df=vaak, woord_min_df=vaak)
        matrix = self._kenmerken.leer([regel for regel, _ in regels + los])
        self._gewichten, self._bias = _leer_onderwerpen(matrix, np.array([naam for _, naam in regels + los]))
        van_artikelen = normalize(matrix[: len(regels)])
        self._regels_per_kenmerk = csr_matrix(van_artikelen.T)  # only the features of a question are touched
        vragen = [(regel, n) for n, artikel in enumerate(self.artikelen) for regel in artikel.vragen]
        rijen = self._kenmerken.van([regel for regel, _ in vragen])
        self._lezers = Lezers.leer(self.artikelen, rijen, [n for _, n in vragen])

    def _leid_af(self) -> None:
        """What follows from the articles alone."""
        van = [artikel.onderwerp for artikel in self.artikelen]
        self._onderwerpen = np.unique([*van, *(naam for naam, vragen in self._voorbeeldvragen.items() if vragen)])
        self._onderwerp_van = np.searchsorted(self._onderwerpen, van)
        self._lengtes = np.array([len(_regels(artikel)) for artikel in self.artikelen])
        self._begin = np.concatenate(([0], np.cumsum(self._lengtes)[:-1])).astype(int)
        self._leeftijden = np.array([(a.leeftijd.van, a.leeftijd.tot + 1) for a in self.artikelen])

    def als_data(self) -> dict[str, Any]:
        """The index as plain arrays: features, weights and lines; nothing that runs when it is read."""
        woorden, idf = self._kenmerken.als_data()
        regels = self._regels_per_kenmerk
        return {
            "woorden": np.frombuffer(json.dumps(woorden).encode(), dtype=np.uint8),
            "idf_tekens": idf[0],
            "idf_woorden": idf[1],
            "gewichten": self._gewichten,
            "bias": self._bias,
            "data": regels.data,
            "indices": regels.indices,
            "indptr": regels.indptr,
            "vorm": np.array(regels.shape),
        } | self._lezers.als_data()

    def _neem(self, bewaard: Mapping[str, Any]) -> None:
        woorden = json.loads(bewaard["woorden"].tobytes())
        idf = [bewaard["idf_tekens"], bewaard["idf_woorden"]]
        self._kenmerken = Kenmerken.uit_data(woorden, idf, tekens=TEKENS)
        self._gewichten, self._bias = bewaard["gewichten"], bewaard["bias"]
        delen = (bewaard["data"], bewaard["indices"], bewaard["indptr"])
        self._regels_per_kenmerk = csr_matrix(delen, shape=tuple(bewaard["vorm"]))
        self._lezers = Lezers.uit_data(self.artikelen, bewaard)

    def _kansen(self, rij: csr_matrix) -> tuple[Any, float]:
        """The probability of every topic, and that the question is not ours to answer at all."""
        marges = rij.data @ self._gewichten[rij.indices].astype(np.float32) + self._bias
        vreemd = self._onderwerpen == BUITEN
        beste = float(marges[~vreemd].max())
        buiten = _kans(ONBEKEND * float(marges[vreemd].max()) - BEKEND * beste + GRENS) if vreemd.any() else 0.0
        macht = np.where(vreemd, 0.0, np.exp(SCHERPTE * (marges - beste)))
        return macht / macht.sum() * (1 - buiten), round(buiten, 4)

    def _gelijkenis(self, rij: csr_matrix) -> tuple[Any, Any]:
        """For every article the cosine with its nearest line, and how much it is like all of its lines, the near ones most.

        The second tells articles on one topic apart; the nearest line alone is right less often.
        """
        per_regel = (normalize(rij) @ self._regels_per_kenmerk).toarray().ravel()
        samen = np.add.reduceat(np.square(per_regel), self._begin) / self._lengtes
        return np.maximum.reduceat(per_regel, self._begin), np.sqrt(samen)

    def _aandeel(self, gelijk: Any) -> Any:
        """How an article compares with the best one of its own topic: 1 for that one."""
        beste = np.zeros(len(self._onderwerpen))
        np.maximum.at(beste, self._onderwerp_van, gelijk)
        return (gelijk + 1e-6) / (beste[self._onderwerp_van] + 1e-6)

    def _verdeel(self, kansen: Any, past: Any) -> Any:
        """The same certainty, less of it for a topic with no article that fits."""
        beste = np.zeros(len(self._onderwerpen))
        np.maximum.at(beste, self._onderwerp_van, past)
        passend = kansen * beste
        return passend * (kansen.sum() / (passend.sum() or 1.0))

    def _past_beroep(self, rol: Rol | None) -> Any:
        """Less for a topic without an article for who is known to be young or a professional: a topic is what they meant then."""
        if rol in ZELF_LEZER:
            return np.array([1.0 if rol in a.doelgroep else ZONDER_LEZER for a in self.artikelen])
        anders = rol is not None
        return np.array([ALLEEN_BEROEP if anders and a.doelgroep == ("professional",) else 1.0 for a in self.artikelen])

    def _past_leeftijd(self, leeftijd: float | None) -> Any:
        if leeftijd is None:
            return np.ones(len(self.artikelen))
        binnen = (self._leeftijden[:, 0] <= leeftijd) & (leeftijd < self._leeftijden[:, 1])
        return np.where(binnen, 1.0, BUITEN_LEEFTIJD)


def _kans(gewicht: float) -> float:
    """A probability from a weight between minus and plus infinity."""
    return float(1 / (1 + np.exp(-gewicht)))


def _regels(artikel: Artikel) -> list[str]:
    return [artikel.titel, *artikel.vragen, artikel.kort, *(blok.tekst for blok in artikel.blokken)]


def _leer_onderwerpen(matrix: csr_matrix, onderwerpen: Any) -> tuple[Any, Any]:
    """Weights and bias of a linear model from lines to topics; with one topic there is nothing to learn."""
    namen = np.unique(onderwerpen)
    if len(namen) < 3:
        midden = np.stack([np.asarray(matrix[onderwerpen == naam].mean(axis=0)).ravel() for naam in namen])
        return np.ascontiguousarray(midden.T), np.zeros(len(namen))
    model = leer_lineair(matrix, onderwerpen, c=0.3, tol=0.1)
    return np.ascontiguousarray(model.coef_.T, dtype=np.float16), model.intercept_.astype(np.float32)
