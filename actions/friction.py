"""Where a conversation does not run smoothly: anger, not knowing, another subject, a correction, a number out of the blue."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions.answer import route_van, zoek_antwoord
from actions.base import Actie, Uitkomst
from actions.context import Situatie
from actions.inform import ActieInformeer, beantwoord, niet_van_ons, wijs_een_mens
from actions.reach import NUMMER, alleen_contact, zonder_contact
from actions.supplement import VrijeActie
from actions.told import geprobeerd, verteld

LETTER = re.compile(r"\w")
ANDER_KIND = re.compile(r"\b(?:oudste|jongste|middelste|ander(?:e)?|broer\w*|zus\w*|zoon\w*|dochter\w*)\b", re.I)


def _is_vraag_over_een_kind(s: Situatie) -> Uitkomst | None:
    """The answer when this is about growing up after all: search is sure, or a child's age is named; None otherwise."""
    antwoord = zoek_antwoord(s.kennis, s.tekst, rol=s.rol, leeftijd=s.leeftijd)
    genoeg = ("zeker", "dichtbij", "keuze") if s.noemt_leeftijd else ("zeker",)
    if antwoord.zekerheid not in genoeg or route_van(antwoord.treffers[0].artikel, s.kennis) != "kennis":
        return None
    return beantwoord(s, antwoord, verteld(s) | {"laatste_vraag": s.tekst})


class ActieBoos(Actie):
    """Anger is acknowledged without defence, with a person, the call back and the complaint as ways on; never twice the same."""

    naam = "actie_boos"

    def doe(self, s: Situatie) -> Uitkomst:
        over_het_kind = None if s.leeftijd is None else _is_vraag_over_een_kind(s)
        if over_het_kind is not None:
            return over_het_kind
        al = list(s.slots.get("aangeboden") or [])
        kaarten = s.zeg_met_knoppen("boos_weer" if "boos" in al else "boos")
        kaarten.insert(1, s.contact())
        slots = geprobeerd(s) | {"wacht_op": None, "aangeboden": sorted({*al, "boos"})}
        return Uitkomst(kaarten, slots, "gesprek")


class ActieRustigAan(VrijeActie):
    """Someone does not know what to say: an easy way to begin, and the second time a person."""

    naam = "actie_rustig_aan"

    def doe(self, s: Situatie) -> Uitkomst:
        keer = int(s.slots.get("misverstanden") or 0) + bool(LETTER.search(s.tekst))  # an emoji is no misunderstanding
        slots: dict[str, Any] = {"wacht_op": None, "misverstanden": keer}
        if keer > 1:
            return wijs_een_mens(s, slots)
        al = list(s.slots.get("aangeboden") or [])
        kaarten = s.zeg_met_knoppen("rustig_aan_weer" if "rustig" in al else "rustig_aan")
        return Uitkomst(kaarten, slots | {"aangeboden": sorted({*al, "rustig"})}, "gesprek")


class ActieBuitenBereik(VrijeActie):
    """Not ours, unless search is sure that it is; said once, the second time a person is offered."""

    naam = "actie_buiten_bereik"

    def doe(self, s: Situatie) -> Uitkomst:
        toch = _is_vraag_over_een_kind(s)
        if toch is not None:
            return toch
        return niet_van_ons(s, zoek_antwoord(s.kennis, s.tekst, rol=s.rol, leeftijd=s.leeftijd), {})


class ActieCorrectie(VrijeActie):
    """A correction: what was wrong is forgotten. Another child without an age means that the old age no longer holds."""

    naam = "actie_correctie"

    def doe(self, s: Situatie) -> Uitkomst:
        if ANDER_KIND.search(s.tekst) and not s.noemt_leeftijd and s.leeftijd is not None:
            slots = verteld(s) | {"kind_leeftijd": None}
            if s.slots.get("requested_slot"):  # the aanmelding asks for the age itself
                return Uitkomst([s.zeg("correctie")], slots, "overdracht", s.slots.get("onderwerp"))
            return Uitkomst(s.zeg_met_knoppen("correctie_kind"), slots, "gesprek", s.slots.get("onderwerp"))
        verder = self._zelfde_vraag(s) or ActieInformeer(self._gereedschap).doe(s)
        if not s.slots.get("laatste_vraag"):
            return verder
        kaarten = [s.zeg("correctie"), *(k for k in verder.kaarten if getattr(k, "id", None) != "past_ook")]
        return Uitkomst(kaarten, verder.slots, verder.route, verder.onderwerp, verder.artikel, verder.kandidaten)

    def _zelfde_vraag(self, s: Situatie) -> Uitkomst | None:
        """The question so far again, for another child whose age was named, when no answer was given to it yet."""
        vraag = s.slots.get("laatste_vraag")
        if not vraag or s.slots.get("artikel") or not (ANDER_KIND.search(s.tekst) and s.noemt_leeftijd):
            return None
        antwoord = zoek_antwoord(s.kennis, str(vraag), rol=s.rol, leeftijd=s.leeftijd)
        return beantwoord(s, antwoord, verteld(s))


class ActieNummerGehoord(VrijeActie):
    """A phone number or address typed outside any question means: call me. What redact found goes to the concept alone."""

    naam = "actie_nummer_gehoord"

    def doe(self, s: Situatie) -> Uitkomst:
        tekst = s.zeg("nummer_gehoord" if NUMMER.search(s.tekst) else "nummer_niet_gezien")
        slots: dict[str, Any] = {"wacht_op": None}
        if not alleen_contact(s.tekst, hooguit_over=1):  # a whole story in one sentence, number included
            verhaal = replace(s, tekst=zonder_contact(s.tekst))
            if verhaal.tekst:
                slots |= verteld(verhaal) | {"laatste_vraag": s.slots.get("laatste_vraag") or verhaal.tekst}
        return Uitkomst([tekst], slots, "overdracht", s.slots.get("onderwerp"))
