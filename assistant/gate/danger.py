"""Reads every text for danger: the rules that a professional can read, and beside them the model; the heaviest counts."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import get_args

from actions.kaarten import Niveau
from assistant.gate.danger_model import Gevaarmodel, Weging
from assistant.gate.danger_training import Instelling, gevaarmodel, instelling
from assistant.gate.rulebook import NIVEAUS
from assistant.gate.urgency import Signaal, Urgentieregels

REGEL = "model-{}"


class Gevaarlezer:
    """Rules and model together. The model is read in the background; a text that the rules find grave never waits for it."""

    def __init__(self, regels: Urgentieregels, zet: Instelling, model: Future[Gevaarmodel]) -> None:
        self._regels, self._zet, self._model = regels, zet, model

    @classmethod
    def open(cls, map_: Path | None) -> Gevaarlezer:
        """Rules now, the model from this folder (or learnt and put there) as soon as it is read."""
        draad = ThreadPoolExecutor(1, thread_name_prefix="gevaarmodel")
        model = draad.submit(gevaarmodel, map_)
        draad.shutdown(wait=False)
        return cls(Urgentieregels(), instelling(), model)

    def beoordeel(self, tekst: str, *, rol: str | None = None) -> Signaal | None:
        """The most serious sign in the text, or None. The category of a rule goes before that of the model."""
        gelezen = self._regels.beoordeel(tekst, rol=rol)
        if gelezen is not None and gelezen.niveau == "112":
            return gelezen
        gewogen = self._signaal(self._model.result().weeg(tekst))
        if gelezen is None or gewogen is None:
            return gelezen or gewogen
        if gelezen.niveau == "twijfel":
            return min(gelezen, gewogen, key=_zwaarte)
        return gelezen if _zwaarte(gelezen) <= _zwaarte(gewogen) else _met_niveau(gelezen, gewogen.niveau)

    def _signaal(self, weging: Weging | None) -> Signaal | None:
        """What the model's weight means: danger, a question to ask first, or nothing."""
        if weging is None or weging.marge < self._zet.twijfel:
            return None
        niveau: Niveau = "twijfel"
        if weging.marge >= self._zet.alarm:
            niveau = next(naam for naam in get_args(Niveau) if naam == weging.niveau)
            if niveau == "112" and weging.marge < self._zet.zeker_112:
                niveau = "vandaag"
        return Signaal(
            niveau, weging.categorie, REGEL.format(weging.categorie.replace("_", "-")), self._zet.versie, weging.woorden
        )


def _zwaarte(signaal: Signaal) -> int:
    return NIVEAUS.index(signaal.niveau)


def _met_niveau(signaal: Signaal, niveau: Niveau) -> Signaal:
    return Signaal(niveau, signaal.categorie, signaal.regel, signaal.versie, signaal.woorden)
