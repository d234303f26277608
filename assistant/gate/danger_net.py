"""Beside the weighed words: a small network that reads word pieces in their order, learnt once and kept as plain arrays.

The encoder is that of Universal Sentence Encoder Multilingual (Yang et al. 2020; Apache-2.0), learnt further on our own messages
by `tests/bench/netwerk`: see docs/adr/0014. Here it only reads, with numpy.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sentencepiece import SentencePieceProcessor
from threadpoolctl import threadpool_limits

from assistant.gate.rulefiles import Categorie

NETWERK = "netwerk.npz"  # beside the messages in nlu_data/gevaar
BREEDTES = (
    (2, 0),
    (3, 1),
    (5, 2),
)  # pieces that are read together, and how many of them stand before the one they are about
MEEST = 90  # pieces of one text that are read
EENHEID = 8.0  # the length of the vector of a sentence, as in learning
KLEIN = np.float32(1e-12)
GEVAAR, ACUUT, SOORTEN = 0, 1, 2  # the columns that come out; the kinds from the last one on


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What the network makes of texts: log-odds of danger and of 112 (n each), and of every kind (n by kinds)."""

    gevaar: Any
    acuut: Any
    soorten: Any


class Netwerk:
    """Word pieces, read in runs of two, three and five, averaged and at their strongest. The same text always reads the same."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """The arrays of `netwerk.npz`; ValueError or KeyError when they are not whole."""
        kop = json.loads(data["kop"].tobytes())
        self.soorten: tuple[Categorie, ...] = tuple(kop["soorten"])
        self.geleerd: Mapping[str, Any] = kop["geleerd"]
        """When, from how many messages, and the fingerprint of what it learnt from."""
        self.controle: tuple[Sequence[str], Any] = (kop["controle"], data["controle"])
        """Texts with what the learning program read in them, to prove that reading here is the same."""
        self._stukken = SentencePieceProcessor(model_proto=data["woordstukken"].tobytes())
        self._tabel = data["tabel"].astype(np.float32) * data["tabel_stap"].astype(np.float32)[:, None]
        self._w = {naam: data[naam].astype(np.float32) for naam in data if naam.startswith("w_")}
        self._begin = {breed: self._vooraf(breed) for breed, _ in BREEDTES}

    def _vooraf(self, breed: int) -> tuple[Any, Any]:
        """What every piece is before its neighbours are known, and what it gives to each: worked out once, not per message."""
        w = self._w
        stuk = self._gelijk(self._tabel @ w[f"w_in{breed}"] + w[f"w_in{breed}_b"], str(breed))
        geeft = np.stack([stuk @ deel for deel in np.split(w[f"w_1_{breed}"], breed)])
        return stuk.astype(np.float16), geeft.astype(np.float16)

    @classmethod
    def open(cls, pad: Path) -> Netwerk:
        """The network of this file; OSError when it is not there, ValueError or KeyError when it is damaged.

        From here on numpy works on one core: a message is too small to divide, and dividing costs more than it gains.
        """
        threadpool_limits(1, "blas")
        with np.load(pad, allow_pickle=False) as bewaard:
            return cls({naam: bewaard[naam] for naam in bewaard.files})

    def lees(self, teksten: Sequence[str]) -> Gelezen:
        """What is in each of these texts."""
        uit = np.stack([self._een(tekst) for tekst in teksten])
        return Gelezen(uit[:, GEVAAR], uit[:, ACUUT], uit[:, SOORTEN:])

    def _een(self, tekst: str) -> Any:
        nummers = self._stukken.encode(tekst.lower(), add_bos=True, add_eos=True)[:MEEST]
        reeksen = [self._reeksen(nummers, *breedte) for breedte in BREEDTES]
        diep = self._gelijk(np.concatenate([self._tabel[nummers], *reeksen], axis=1), "alles")
        return self._oordeel(self._gemiddeld(diep), self._sterkst(diep))

    def _reeksen(self, nummers: Sequence[int], breed: int, ervoor: int) -> Any:
        """Every piece with its neighbours, twice over."""
        w, (stuk, geeft) = self._w, self._begin[breed]
        x = stuk[nummers].astype(np.float32)
        x = np.maximum(_som(geeft[:, nummers], ervoor) + w[f"w_1_{breed}_b"], 0) + x
        return np.maximum(_naast(x, breed, ervoor) @ w[f"w_2_{breed}"] + w[f"w_2_{breed}_b"], 0) + x

    def _gelijk(self, x: Any, naam: str) -> Any:
        """Rows made comparable: mean 0, spread 1, then the learnt scale and shift."""
        x = x - x.mean(axis=1, keepdims=True)
        spreiding = np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[1] + KLEIN)
        return x / spreiding[:, None] * self._w[f"w_schaal_{naam}"] + self._w[f"w_plek_{naam}"]

    def _gemiddeld(self, diep: Any) -> Any:
        """The sentence as one vector."""
        w, aantal = self._w, np.float32(len(diep))
        som = (diep.sum(axis=0) @ w["w_zin"] + aantal * w["w_zin_b"]) / np.sqrt(aantal)
        een = np.maximum(som @ w["w_p1"] + np.maximum(som @ w["w_d0"], 0) @ w["w_d1"], 0)
        zin = np.tanh(een @ w["w_p3"] + np.maximum(een @ w["w_d2"], 0) @ w["w_d3"])
        return zin / max(float(np.linalg.norm(zin)), 1e-12) * EENHEID

    def _sterkst(self, diep: Any) -> Any:
        """What speaks loudest anywhere in the sentence."""
        return np.maximum(diep @ self._w["w_sterk"] + self._w["w_sterk_b"], 0).max(axis=0)

    def _oordeel(self, gemiddeld: Any, sterkst: Any) -> Any:
        return np.concatenate([gemiddeld, sterkst]) @ self._w["w_uit"] + self._w["w_uit_b"]


def _som(geeft: Any, ervoor: int) -> Any:
    """What each place gets from the places around it, added up; `geeft` has a layer for each distance."""
    breed, lengte, kolommen = geeft.shape
    uit = np.zeros((lengte, kolommen), dtype=np.float32)
    for n in range(breed):
        stap = n - ervoor  # place i gets this from place i + stap
        van, tot = max(0, -stap), min(lengte, lengte - stap)
        if van < tot:
            uit[van:tot] += geeft[n, van + stap : tot + stap]
    return uit


def _naast(x: Any, breed: int, ervoor: int) -> Any:
    """Each row with the rows around it, as one long row; nothing beyond the ends."""
    lengte, kolommen = x.shape
    ruim = np.zeros((lengte + breed - 1, kolommen), dtype=x.dtype)
    ruim[ervoor : ervoor + lengte] = x
    return np.concatenate([ruim[n : n + lengte] for n in range(breed)], axis=1)
