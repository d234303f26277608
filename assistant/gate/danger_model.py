"""Beside the rules: a linear model that weighs all words of a message, for danger that is told without its usual words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from assistant.gate.danger_net import Netwerk
from assistant.gate.namelist import woordenschat
from assistant.gate.typing_errors import Hersteller
from knowledge.words import Kenmerken

VENSTER, OVERLAP = 45, 15  # words: what is read as one message, and how much of it is read again with what follows
GEVAAR, ACUUT, NU, SLEPEND, SOORTEN = range(5)  # the columns; the categories from the last one on
SOORT_WEEGT = 0.6  # how much one kind of danger counts beside danger at all: ADR 0012
# of what acute is made: danger, acute among everything, acute among danger
ACUUT_UIT = {GEVAAR: 0.3, ACUUT: 0.5, NU: 0.2}
# how much the network's log-odds count beside those sums: ADR 0015
NET_GEVAAR, NET_ACUUT, NET_SOORT = 0.07, 0.23, 0.09
NET_MEEST = 10.0  # log-odds beyond this count as this
# under this margin the network is not asked: hardly any danger lies there, and nine tenths of what is ordinary
NET_VANAF = -0.575
KORT = 7  # words: so few that a rule which sees danger in them is hardly ever wrong
TEKENS, WOORDEN = (3, 5), (1, 3)  # lengths of the runs of letters and of words that are weighed


@dataclass(frozen=True, slots=True)
class Weging:
    """How far a message lies over the line between safe and danger, and what it then looks like most."""

    marge: float
    categorie: str
    woorden: tuple[str, ...]
    voorsprong: float = 9.0
    """How far the category lies ahead of the next one."""
    acuut: float = -9.0
    """The same as `marge`, for danger to life or safety at this moment."""
    slepend: bool = False
    """Whether it looks more like danger that lasts than like danger of today."""
    kort: bool = False
    """Whether the message is too short for the model to silence a rule."""


@dataclass(frozen=True)
class Gewichten:
    """What was learnt, as plain arrays: columns for danger, acute (twice) and lasting, then one for each category."""

    categorieen: tuple[str, ...]
    matrix: Any
    bias: Any


class Gevaarmodel:
    """The learnt weights over the features of a text; loading it executes nothing, the same text always weighs the same."""

    def __init__(
        self, kenmerken: Kenmerken, gewichten: Gewichten, keren: Mapping[str, int], netwerk: Netwerk | None = None
    ) -> None:
        """`keren`: how often each word stands in what was learnt, to undo slips of the finger."""
        self._kenmerken, self._gewichten = kenmerken, gewichten
        self._hersteller = Hersteller(keren, woordenschat().enkel)
        self._namen = kenmerken.namen()
        self._eerste_woord = min(self._namen, default=0)
        self.netwerk = netwerk
        self._plek = [netwerk.soorten.index(naam) for naam in gewichten.categorieen] if netwerk else []

    def met(self, netwerk: Netwerk | None) -> Gevaarmodel:
        """The same model with this network beside it; ValueError when the network does not know a kind of danger."""
        return Gevaarmodel(self._kenmerken, self._gewichten, self._hersteller.keren, netwerk)

    def weeg(self, tekst: str) -> Weging | None:
        """The heaviest part of the text; None when there is nothing to weigh."""
        delen = list(vensters(self._hersteller.hersteld(tekst)))
        if not delen:
            return None
        rijen = self._kenmerken.van(delen)
        scores = self._scores(rijen)
        marges = _meng(scores[:, GEVAAR], scores[:, SOORTEN:].max(axis=1), SOORT_WEEGT)
        zwaarst = int(marges.argmax())
        marge, soorten = marges[zwaarst], scores[zwaarst, SOORTEN:]
        acuut = (scores[:, list(ACUUT_UIT)] @ np.array(list(ACUUT_UIT.values()))).max()
        if self.netwerk is not None and marge >= NET_VANAF:
            bij = self._uit_netwerk(self.netwerk, delen[zwaarst])
            marge, acuut, soorten = marge + bij[0], acuut + bij[1], soorten + bij[2:]
        beste = int(soorten.argmax())
        volgende = float(np.partition(soorten, -2)[-2]) if len(soorten) > 1 else -9.0
        return Weging(
            marge=float(marge),
            categorie=self._gewichten.categorieen[beste],
            woorden=self._woorden(rijen, zwaarst, beste),
            voorsprong=float(soorten[beste]) - volgende,
            acuut=float(acuut),
            slepend=bool(scores[zwaarst, SLEPEND] > 0),
            kort=len(delen) == 1 and len(delen[0].split()) <= KORT,
        )

    def _scores(self, rijen: csr_matrix) -> Any:
        """Every column for every row, from the weights of the features that occur: a product with all of them copies them all."""
        plekken = [slice(van, tot) for van, tot in pairwise(rijen.indptr)]
        per_rij = [rijen.data[plek] @ self._gewichten.matrix[rijen.indices[plek]] for plek in plekken]
        return np.vstack(per_rij) + self._gewichten.bias

    def _uit_netwerk(self, netwerk: Netwerk, tekst: str) -> Any:
        """What the network adds for this part of the text: to the margin, to acute, and to every category."""
        uit = netwerk.lees([tekst])
        kolommen = [uit.gevaar[0], uit.acuut[0], *uit.soorten[0, self._plek]]
        weegt = np.array([NET_GEVAAR, NET_ACUUT] + [NET_SOORT] * len(self._plek), dtype=np.float32)
        return np.clip(kolommen, -NET_MEEST, NET_MEEST) * weegt

    def _woorden(self, rijen: csr_matrix, nummer: int, categorie: int) -> tuple[str, ...]:
        """The words that weighed most in this row, as a reader would point at them."""
        van, tot = rijen.indptr[nummer : nummer + 2]
        van += np.searchsorted(rijen.indices[van:tot], self._eerste_woord)  # the runs of letters stand before them
        plekken = rijen.indices[van:tot]
        kolommen = self._gewichten.matrix[plekken]
        bijdrage = rijen.data[van:tot] * _meng(kolommen[:, GEVAAR], kolommen[:, SOORTEN + categorie], SOORT_WEEGT)
        heel = [(b, self._namen[i]) for b, i in zip(bijdrage, plekken, strict=True) if b > 0]
        return tuple(woord for _, woord in sorted(heel, reverse=True)[:3])

    def als_data(self) -> dict[str, Any]:
        """Everything as arrays, for `uit_data`."""
        woorden, idf = self._kenmerken.als_data()
        kop = {"woorden": woorden, "categorieen": self._gewichten.categorieen, "keren": self._hersteller.keren}
        return {
            "kop": np.frombuffer(json.dumps(kop).encode(), dtype=np.uint8),
            "idf_tekens": idf[0],
            "idf_woorden": idf[1],
            "matrix": self._gewichten.matrix.astype(np.float16),
            "bias": self._gewichten.bias,
        }

    @classmethod
    def uit_data(cls, data: Mapping[str, Any]) -> Gevaarmodel:
        """The opposite of `als_data`."""
        kop = json.loads(data["kop"].tobytes())
        kenmerken = Kenmerken.uit_data(
            kop["woorden"], [data["idf_tekens"], data["idf_woorden"]], tekens=TEKENS, woorden=WOORDEN
        )
        matrix = data["matrix"].astype(np.float32)
        return cls(kenmerken, Gewichten(tuple(kop["categorieen"]), matrix, data["bias"]), kop["keren"])


def _meng(algemeen: Any, bijzonder: Any, weegt: float) -> Any:
    """What speaks for danger at all, together with what speaks for one kind of it."""
    return (1 - weegt) * algemeen + weegt * bijzonder


def vensters(tekst: str) -> Iterator[str]:
    """The text as messages of ordinary length; a long one in pieces that overlap, so that nothing drowns in the rest.

    The same word over and over counts twice.
    """
    alle = tekst.split()
    woorden = [woord for n, woord in enumerate(alle) if n < 2 or not woord == alle[n - 1] == alle[n - 2]]
    if len(woorden) <= VENSTER:
        if woorden:
            yield " ".join(woorden)
        return
    for begin in range(0, len(woorden) - OVERLAP, VENSTER - OVERLAP):
        yield " ".join(woorden[begin : begin + VENSTER])
