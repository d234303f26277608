"""Reads every text for danger: the rules that a professional can read, and beside them the model; the heaviest counts."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import structlog

from actions.kaarten import Niveau
from assistant.gate.danger_model import Gevaarmodel, Weging
from assistant.gate.danger_training import Instelling, gevaarmodel, instelling
from assistant.gate.rulebook import NIVEAUS
from assistant.gate.urgency import Signaal, Urgentieregels
from knowledge.errors import KennisFout

REGEL = "model-{}"
ONBEKEND = "onveilig_gevoel"  # danger of which it is not clear what kind: the reply stays general
MINSTENS = 2  # words that the model wants before it says anything
_ZINSEINDE = re.compile(r"(?<=[.!?\n])\s+|\n")
Onderwerp = Callable[[str], str | None]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Lezing:
    """What one text gave: the sign if there is one, and its weight when the model read it."""

    signaal: Signaal | None
    weging: Weging | None
    regel: Signaal | None = None
    """What the rules made of it by themselves."""


class Gevaarlezer:
    """Rules and model together. The model is read in the background; a text that the rules find grave never waits for it."""

    def __init__(
        self,
        regels: Urgentieregels,
        zet: Instelling,
        model: Future[Gevaarmodel],
        onderwerp: Onderwerp | None = None,
        maak: Callable[[], Gevaarmodel] | None = None,
    ) -> None:
        self._regels, self._model, self._onderwerp = regels, model, onderwerp
        self._maak, self._slot = maak, threading.Lock()
        self.zet = zet

    @classmethod
    def open(cls, map_: Path | None, onderwerp: Onderwerp | None = None) -> Gevaarlezer:
        """Rules now, the model from this folder (or learnt and put there) from `begin` or the first text on.

        `onderwerp` says which topic a text is surely about, or None; an ordinary one takes a faint doubt away.
        """
        return cls(Urgentieregels(), instelling(), Future(), onderwerp, partial(gevaarmodel, map_))

    def begin(self) -> None:
        """Start reading the model on a thread of its own, once; a server does so before the first message."""
        with self._slot:
            if self._maak is not None:
                draad = ThreadPoolExecutor(1, thread_name_prefix="gevaarmodel")
                self._model, self._maak = draad.submit(self._maak), None
                draad.shutdown(wait=False)

    @property
    def stand(self) -> str:
        """ "gereed" once the model is read or learnt; until then a text that no rule surely knows waits for it."""
        return "gereed" if self._model.done() else "laadt"

    def beoordeel(self, tekst: str, *, rol: str | None = None) -> Signaal | None:
        """The most serious sign in the text, or None."""
        return self.lees(tekst, rol=rol).signaal

    def lees(self, tekst: str, *, rol: str | None = None) -> Lezing:
        """The sign, and what the text weighed. What kind it is says the model, where one kind stands out; else the rule.

        Where the model finds it unlikely, an alarm of a rule becomes a question first, and where it finds it most unlikely
        the rule is silent. 112 of a rule never waits for the model to be read, and never falls silent: at most it asks first.
        """
        self.begin()
        gelezen = self._regels.beoordeel(tekst, rol=rol)
        nood = gelezen is not None and gelezen.niveau == "112"
        if nood and not self._model.done():
            return Lezing(gelezen, None, gelezen)
        weging = self._weeg(tekst)
        steun = weging
        if gelezen is not None and self._gewogen(gelezen, weging) != gelezen:
            gelezen = self._regels.beoordeel(tekst, rol=rol, alleen_vast=True) or gelezen
            steun = weging if gelezen.niveau == "twijfel" else self._sterkste_zin(tekst, weging)
        signaal = self._benoemd(self.beslis(gelezen, weging, steun), weging, rol)
        if signaal is not None and weging is not None and not nood and signaal.regel not in self._regels.vast:
            signaal = self._verzacht(tekst, signaal, weging)
        return Lezing(signaal, weging, gelezen)

    def _benoemd(self, signaal: Signaal | None, weging: Weging | None, rol: str | None) -> Signaal | None:
        """The sign with the kind that the model sees, where one stands out and the rule is not a fixed one.

        Who is writing goes before both: with a professional it is about somebody else.
        """
        if signaal is None:
            return None
        gezien = signaal.categorie
        if weging is not None and weging.voorsprong >= self.zet.soort and signaal.regel not in self._regels.vast:
            gezien = weging.categorie
        return replace(signaal, categorie=self.zet.per_rol.get(rol or "", {}).get(gezien, gezien))

    def _verzacht(self, tekst: str, signaal: Signaal, weging: Weging) -> Signaal | None:
        """What is left when something in the text explains it: of an alarm a question first, of a doubt nothing."""
        if signaal.niveau == "twijfel":
            return None if self._is_gewoon(tekst, signaal, weging) else signaal
        lichter = signaal.niveau != "112" and self._speelt(tekst, self.zet.vraag_als.get(signaal.categorie))
        return replace(signaal, niveau="twijfel") if lichter else signaal

    def _is_gewoon(self, tekst: str, signaal: Signaal, weging: Weging) -> bool:
        """Whether a doubt can go: something in the text explains it, or it is faint and the topic is ordinary."""
        if self._speelt(tekst, self.zet.gewoon_als.get(signaal.categorie)):
            return True
        van_regel = not signaal.regel.startswith(REGEL.format(""))
        if self._onderwerp is None or weging.marge >= self.zet.gewoon_onder or (weging.kort and van_regel):
            return False
        return self._onderwerp(tekst) in self.zet.gewone_onderwerpen

    def _speelt(self, tekst: str, omstandigheid: str | None) -> bool:
        return omstandigheid is not None and self._regels.speelt(tekst, omstandigheid)

    def beslis(self, gelezen: Signaal | None, weging: Weging | None, steun: Weging | None = None) -> Signaal | None:
        """What rules and model come to together, for who has both readings already; `steun` weighs for the rule instead."""
        return _samen(self._gewogen(gelezen, steun or weging), self._signaal(weging))

    def _sterkste_zin(self, tekst: str, weging: Weging | None) -> Weging | None:
        """The sentence that weighs most by itself, or the whole: an ordinary question behind it silences no rule."""
        delen = _ZINSEINDE.split(tekst)
        zinnen = [self._weeg(zin) for zin in delen] if len(delen) > 1 else []
        sterkste = max((w for w in (weging, *zinnen) if w is not None), key=lambda w: w.marge, default=None)
        return sterkste and replace(sterkste, kort=weging is not None and weging.kort)

    def strenger(self, stap: float) -> Gevaarlezer:
        """The same reader with every threshold this much higher, to measure what that would do."""
        grenzen = (
            "alarm",
            "twijfel",
            "terug",
            "stil",
            "stil_112",
            "stil_vraag",
            "vast_vraag",
            "alarm_112",
            "nood_vanaf",
        )
        hoger = {naam: getattr(self.zet, naam) + stap for naam in grenzen}
        self.begin()
        return Gevaarlezer(self._regels, self.zet.model_copy(update=hoger), self._model, self._onderwerp)

    def _gewogen(self, gelezen: Signaal | None, weging: Weging | None) -> Signaal | None:
        """What is left of the sign of a rule once the model has weighed the whole message."""
        if gelezen is None or weging is None or gelezen.regel in self._regels.zonder_model:
            return gelezen
        if gelezen.regel in self._regels.vast:
            lichter = gelezen.niveau not in ("112", "twijfel") and weging.marge < self.zet.vast_vraag
            return replace(gelezen, niveau="twijfel") if lichter else gelezen
        if gelezen.niveau == "112":
            return gelezen if weging.marge >= self.zet.stil_112 else replace(gelezen, niveau="twijfel")
        if gelezen.niveau == "twijfel":
            return gelezen if weging.kort or weging.marge >= self.zet.stil_vraag else None
        if weging.marge < self.zet.stil and not weging.kort:
            return None
        return replace(gelezen, niveau="twijfel") if weging.marge < self.zet.terug else gelezen

    def _weeg(self, tekst: str) -> Weging | None:
        """What the model makes of it; without a model the rules go on alone, and the log says so at every message.

        One word is too little for it: what a word means by itself the rules know.
        """
        if len(tekst.split()) < MINSTENS:
            return None
        try:
            return self._model.result().weeg(tekst)
        except (OSError, ValueError, KennisFout) as fout:
            log.error("gevaarmodel_weg", soort=type(fout).__name__)
            return None

    def tel_op(self, wegingen: Sequence[tuple[float, str]]) -> Signaal | None:
        """Signs too faint to ask about one by one: together, over a few messages, they ask for the question after all."""
        licht = [(marge - self.zet.flauw, categorie) for marge, categorie in wegingen if marge > self.zet.flauw]
        if len(licht) < 2 or sum(gewicht for gewicht, _ in licht) < self.zet.samen:
            return None
        soorten = {categorie for _, categorie in licht}
        categorie = soorten.pop() if len(soorten) == 1 else ONBEKEND
        return Signaal("twijfel", categorie, REGEL.format(categorie.replace("_", "-")), self.zet.versie, ())

    def _signaal(self, weging: Weging | None) -> Signaal | None:
        """What the model's weight means: danger, a question to ask first, or nothing."""
        if weging is None or weging.marge < self.zet.twijfel:
            return None
        soort = weging.categorie if weging.voorsprong >= self.zet.soort else ONBEKEND
        niveau: Niveau = "twijfel"
        if weging.acuut >= self.zet.alarm_112 and weging.marge >= self.zet.nood_vanaf:
            niveau = "112"
        elif weging.marge >= self.zet.alarm:
            niveau = "binnenkort" if weging.slepend else "vandaag"
        return Signaal(niveau, soort, REGEL.format(weging.categorie.replace("_", "-")), self.zet.versie, weging.woorden)


def _samen(gelezen: Signaal | None, gewogen: Signaal | None) -> Signaal | None:
    """What rules and model say together."""
    if gelezen is None or gewogen is None:
        return gelezen or gewogen
    if gelezen.niveau == "twijfel":
        return min(gelezen, gewogen, key=_zwaarte)
    return gelezen if _zwaarte(gelezen) <= _zwaarte(gewogen) else replace(gelezen, niveau=gewogen.niveau)


def _zwaarte(signaal: Signaal) -> int:
    return NIVEAUS.index(signaal.niveau)
