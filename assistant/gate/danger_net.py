"""Beside the weighed words: a small network that reads the whole message at once, learnt once and kept as a graph of numbers.

It is the lower half of Multilingual E5 small (Wang et al. 2024; MIT), learnt further on our own messages by `tests/bench/netwerk`:
see docs/adr/0015. Here it only reads, with onnxruntime.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sentencepiece import SentencePieceProcessor

if TYPE_CHECKING:  # the learning program has numpy and sentencepiece, not what the rules are read with
    from assistant.gate.rulefiles import Categorie

NETWERK = "netwerk.npz"  # beside the messages in nlu_data/gevaar
MEEST = 90  # pieces of one text that are read, besides begin and end
BEGIN, EIND = 0, 2  # the pieces for those
GEVAAR, ACUUT, SOORTEN = 0, 1, 2  # the columns that come out; the kinds from the last one on


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What the network makes of texts: log-odds of danger and of 112 (n each), and of every kind (n by kinds)."""

    gevaar: Any
    acuut: Any
    soorten: Any


class Netwerk:
    """Word pieces, each read in the light of all others. The same text always reads the same."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """The arrays of `netwerk.npz`; ValueError or KeyError when they are not whole."""
        kop = json.loads(data["kop"].tobytes())
        self.soorten: tuple[Categorie, ...] = tuple(kop["soorten"])
        self.geleerd: Mapping[str, Any] = kop["geleerd"]
        """When, from how many messages, and the fingerprint of what it learnt from."""
        self.controle: tuple[Sequence[str], Any] = (kop["controle"], data["controle"])
        """Texts with what the learning program read in them, to prove that reading here is the same."""
        self._stukken = SentencePieceProcessor(model_proto=data["woordstukken"].tobytes())
        self._sessie = _sessie(data["graaf"].tobytes())

    @classmethod
    def open(cls, pad: Path) -> Netwerk:
        """The network of this file; OSError when it is not there, ValueError or KeyError when it is damaged."""
        with np.load(pad, allow_pickle=False) as bewaard:
            return cls({naam: bewaard[naam] for naam in bewaard.files})

    def lees(self, teksten: Sequence[str]) -> Gelezen:
        """What is in each of these texts."""
        uit = np.concatenate([self._een(tekst) for tekst in teksten])
        return Gelezen(uit[:, GEVAAR], uit[:, ACUUT], uit[:, SOORTEN:])

    def _een(self, tekst: str) -> Any:
        nummers = paren([BEGIN, *self._stukken.encode(genormaliseerd(tekst))[:MEEST], EIND])
        return self._sessie.run(None, {"stukken": np.array([nummers], dtype=np.int64)})[0]


def paren(nummers: list[int]) -> list[int]:
    """An even number of pieces: the upper layers read them two by two."""
    return nummers + [EIND] * (len(nummers) % 2)


def genormaliseerd(tekst: str) -> str:
    """The text as the network learnt to read it: no capitals, and one form for every letter."""
    return unicodedata.normalize("NFKC", tekst).lower()


def _sessie(graaf: bytes) -> Any:
    """The graph, ready to run on one core: a message is too small to divide. ValueError when it is no graph."""
    import onnxruntime  # only a process that reads messages needs it

    zet = onnxruntime.SessionOptions()
    zet.intra_op_num_threads = zet.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(graaf, zet, providers=["CPUExecutionProvider"])
    except _fouten(onnxruntime) as fout:
        raise ValueError("de graaf van het netwerk is niet te lezen") from fout


def _fouten(onnxruntime: Any) -> tuple[type[Exception], ...]:
    """What onnxruntime raises for a graph that is damaged or too new for it; these share no base class of their own."""
    staat = onnxruntime.capi.onnxruntime_pybind11_state
    return staat.InvalidProtobuf, staat.InvalidGraph, staat.InvalidArgument, staat.Fail, staat.NotImplemented
