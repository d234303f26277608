"""Reads every text for danger: the rules that a professional can read, and beside them the model; the heaviest counts."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import structlog

from actions.kaarten import Niveau
from assistant.gate.danger_model import Gevaarmodel, Weging
from assistant.gate.danger_training import Instelling, gevaarmodel, instelling
from assistant.gate.rulebook import NIVEAUS
from assistant.gate.urgency import Signaal, Urgentieregels
from knowledge.errors import KennisFout

REGEL = "model-{}"
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Lezing:
    """What one text gave: the sign if there is one, and its weight when the model read it."""

    signaal: Signaal | None
    weging: Weging | None


class Gevaarlezer:
    """Rules and model together. The model is read in the background; a text that the rules find grave never waits for it."""

    def __init__(self, regels: Urgentieregels, zet: Instelling, model: Future[Gevaarmodel]) -> None:
        self._regels, self._model = regels, model
        self.zet = zet

    @classmethod
    def open(cls, map_: Path | None) -> Gevaarlezer:
        """Rules now, the model from this folder (or learnt and put there) as soon as it is read."""
        draad = ThreadPoolExecutor(1, thread_name_prefix="gevaarmodel")
        model = draad.submit(gevaarmodel, map_)
        draad.shutdown(wait=False)
        return cls(Urgentieregels(), instelling(), model)

    def beoordeel(self, tekst: str, *, rol: str | None = None) -> Signaal | None:
        """The most serious sign in the text, or None."""
        return self.lees(tekst, rol=rol).signaal

    def lees(self, tekst: str, *, rol: str | None = None) -> Lezing:
        """The sign, and what the text weighed. The category of a rule goes before that of the model.

        An alarm of a rule that the model finds most unlikely becomes a question first; 112 never does.
        """
        gelezen = self._regels.beoordeel(tekst, rol=rol)
        if gelezen is not None and gelezen.niveau == "112":
            return Lezing(gelezen, None)
        weging = self._weeg(tekst)
        if gelezen is not None and weging is not None and weging.marge < self.zet.terug:
            gelezen = replace(gelezen, niveau="twijfel")
        return Lezing(_samen(gelezen, self._signaal(weging)), weging)

    def _weeg(self, tekst: str) -> Weging | None:
        """What the model makes of it; without a model the rules go on alone, and the log says so at every message."""
        try:
            return self._model.result().weeg(tekst)
        except (OSError, ValueError, KennisFout) as fout:
            log.error("gevaarmodel_weg", soort=type(fout).__name__)
            return None

    def tel_op(self, wegingen: Sequence[tuple[float, str]]) -> Signaal | None:
        """Signs too faint to ask about one by one: together, over a few messages, they ask for the question after all."""
        licht = [(marge - self.zet.flauw, categorie) for marge, categorie in wegingen if marge > self.zet.flauw]
        if len(licht) < 2 or sum(gewicht for gewicht, _ in licht) < self.zet.twijfel - self.zet.flauw:
            return None
        categorie = max(licht)[1]
        return Signaal("twijfel", categorie, REGEL.format(categorie.replace("_", "-")), self.zet.versie, ())

    def _signaal(self, weging: Weging | None) -> Signaal | None:
        """What the model's weight means: danger, a question to ask first, or nothing."""
        if weging is None or weging.marge < self.zet.twijfel:
            return None
        niveau: Niveau = "twijfel"
        if weging.marge >= self.zet.alarm:
            niveau = next(naam for naam in get_args(Niveau) if naam == weging.niveau)
            if niveau == "112" and weging.marge < self.zet.zeker_112:
                niveau = "vandaag"
        return Signaal(
            niveau, weging.categorie, REGEL.format(weging.categorie.replace("_", "-")), self.zet.versie, weging.woorden
        )


def _samen(gelezen: Signaal | None, gewogen: Signaal | None) -> Signaal | None:
    """What rules and model say together."""
    if gelezen is None or gewogen is None:
        return gelezen or gewogen
    if gelezen.niveau == "twijfel":
        return min(gelezen, gewogen, key=_zwaarte)
    return gelezen if _zwaarte(gelezen) <= _zwaarte(gewogen) else replace(gelezen, niveau=gewogen.niveau)


def _zwaarte(signaal: Signaal) -> int:
    return NIVEAUS.index(signaal.niveau)
