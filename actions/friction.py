"""Where a conversation does not run smoothly: anger, not knowing, another subject, a correction, a number out of the blue."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions.answer import Antwoord, route_van, zoek_antwoord
from actions.base import Actie, Uitkomst
from actions.clauses import inhoud
from actions.consult import is_in_consult
from actions.context import Gereedschap, Situatie
from actions.inform import (
    ActieInformeer,
    beantwoord,
    blijf_bij,
    gaat_verder,
    huidig_artikel,
    niet_van_ons,
    wijs_een_mens,
)
from actions.kaarten import Kaart
from actions.nearby import genoemde_plek
from actions.reach import NUMMER, alleen_contact, zonder_contact
from actions.status import zoekt_op
from actions.supplement import VrijeActie
from actions.talk import GEZEGDEN, ActieZeg
from actions.told import geprobeerd, verteld

_WIL = r"(?:(?:ik )?(?:heb|had|wil|wou|zou|mag|kan)(?: ik| graag| jullie| je)*(?: ook)? )?(?:nog |toch )?(?:even |ff )?"
AANKONDIGING = re.compile(
    rf"\b{_WIL}(?:(?:een|n|'n) )?"
    r"(?:(?:(?:heel )?ander\w*|nieuwe|tweede|volgende) (?:vraag(?:je)?|ding|onderwerp|probleem|kwestie)|"
    r"iets(?: heel)? anders|nog iets|nog (?:een |n )?vraag(?:je)?|nog wat)\b(?: (?:vragen|weten|kwijt|stellen|hoor|dan|ook))*|"
    r"^\W*(?:(?:amai|ja|nee|ok(?:e|é)?|goed|oh?|dank\w*|bedankt|hoi|en|maar|trouwens|overigens|nu|dan)\b\W*)+",
    re.I,
)
INHOUD = 2  # words with a meaning of their own from which something is asked
GEVOEL = re.compile(  # an emoji or ':(' is no misunderstanding; '???' is one
    r"(?:[\s\u2190-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]|[:;=]'?-?[()/\\|dDpP]|<3|:'\()*"
)
NIET_MIJN = re.compile(
    r"\b(?:niet|geen) (?:over |om |voor )?(?:mijn|mn|m'n|me|onze|ons|eigen) (?:eigen )?"
    r"(?:zoon\w*|dochter\w*|kind\w*|jongen|meisje)\b",
    re.I,
)
VAN_EEN_ANDER = re.compile(
    r"\b(?:neefje|nichtje|kleinzoon|kleindochter|kleinkind|buurjongen|buurmeisje|(?:kind|zoon|dochter) van)\b", re.I
)
RANG = re.compile(r"\b(?:oudste|jongste|middelste|andere?)\b", re.I)
ANDER_KIND = re.compile(r"\b(?:oudste|jongste|middelste|ander(?:e)?|broer\w*|zus\w*|zoon\w*|dochter\w*)\b", re.I)


def _is_vraag_over_een_kind(s: Situatie, antwoord: Antwoord) -> Uitkomst | None:
    """This answer when it is about growing up after all: search is sure, or a child's age is named; None otherwise."""
    genoeg = ("zeker", "dichtbij", "keuze") if s.noemt_leeftijd else ("zeker",)
    if antwoord.zekerheid not in genoeg or route_van(antwoord.treffers[0].artikel, s.kennis) != "kennis":
        return None
    return beantwoord(s, antwoord, verteld(s) | {"laatste_vraag": s.tekst})


class ActieBoos(Actie):
    """Anger is acknowledged without defence, with a person, the call back and the complaint as ways on; never twice the same."""

    naam = "actie_boos"

    def beslis(self, s: Situatie) -> Uitkomst:
        """Who is angry because their aanmelding is not looked up here hears who can."""
        return zoekt_op(s) or self.doe(s)

    def doe(self, s: Situatie) -> Uitkomst:
        if s.leeftijd is not None:
            over_het_kind = _is_vraag_over_een_kind(s, zoek_antwoord(s.kennis, s.tekst, rol=s.rol, leeftijd=s.leeftijd))
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
        keer = int(s.slots.get("misverstanden") or 0) + (not GEVOEL.fullmatch(s.tekst))
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
        if s.alleen_feiten and (s.noemt_kern or s.noemt_leeftijd):
            return ActieInformeer(self._gereedschap).doe(s)
        antwoord = zoek_antwoord(s.kennis, s.tekst, rol=s.rol, leeftijd=s.leeftijd)
        toch = _is_vraag_over_een_kind(s, antwoord)
        if toch is not None:
            return toch
        huidig = huidig_artikel(s)
        if huidig is not None and gaat_verder(s, antwoord, huidig):
            return blijf_bij(s, huidig, verteld(s))
        return genoemde_plek(s) or niet_van_ons(s, antwoord, {})


def zelfde_kind(tekst: str) -> bool:
    """Whether this only corrects whose child it is: 'not my son, my nephew'; 'my youngest grandson' is another child."""
    return bool(NIET_MIJN.search(tekst) or (VAN_EEN_ANDER.search(tekst) and not RANG.search(tekst)))


class ActieAndereVraag(ActieZeg):
    """Someone wants to ask something else: the answer when it is said at once, else the floor is theirs."""

    naam = "actie_andere_vraag"

    def __init__(self, gereedschap: Gereedschap) -> None:
        super().__init__(gereedschap, self.naam, GEZEGDEN[self.naam])

    def doe(self, s: Situatie) -> Uitkomst:
        gezegd = zonder_aankondiging(s.tekst) if s.intent == "andere_vraag" else ""
        if gezegd:
            antwoord = zoek_antwoord(s.kennis, gezegd, rol=s.rol, leeftijd=s.leeftijd)
            if antwoord.zekerheid != "onbegrepen":
                return beantwoord(s, antwoord, verteld(s) | {"laatste_vraag": gezegd})
        return super().doe(s)


def zonder_aankondiging(tekst: str) -> str:
    """What is asked after 'nog iets anders', 'andere vraag:' and the like; '' when nothing is."""
    rest = AANKONDIGING.sub(" ", tekst).strip(" ,.:;!?-")
    return rest if len(inhoud(rest)) >= (1 if rest.lower().startswith("over ") else INHOUD) else ""


class ActieCorrectie(VrijeActie):
    """A correction: what was wrong is forgotten. Another child without an age means that the old age no longer holds."""

    naam = "actie_correctie"

    def doe(self, s: Situatie) -> Uitkomst:
        if not s.noemt_leeftijd and zelfde_kind(s.tekst):
            return self._zelfde_kind(s)
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

    def _zelfde_kind(self, s: Situatie) -> Uitkomst:
        """'Not my son, my nephew': who the child is to the writer changes, the child and the question stay the same."""
        huidig = huidig_artikel(s)
        if s.slots.get("requested_slot") or huidig is None:
            kaarten: list[Kaart] = (
                [s.zeg("correctie")] if s.slots.get("requested_slot") else s.zeg_met_knoppen("wat_is_je_vraag")
            )
            return Uitkomst(kaarten, verteld(s), "gesprek", s.slots.get("onderwerp"))
        verder = blijf_bij(s, huidig, verteld(s))
        kaarten = [s.zeg("correctie"), *(k for k in verder.kaarten if getattr(k, "id", None) != "past_ook")]
        return replace(verder, kaarten=kaarten)

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
        if is_in_consult(s):
            tekst = s.zeg("consult_bereik")
        else:
            tekst = s.zeg("nummer_gehoord" if NUMMER.search(s.tekst) else "nummer_niet_gezien")
        slots: dict[str, Any] = {"wacht_op": None}
        if not alleen_contact(s.tekst, hooguit_over=1):  # a whole story in one sentence, number included
            verhaal = replace(s, tekst=zonder_contact(s.tekst))
            if verhaal.tekst:
                slots |= verteld(verhaal) | {"laatste_vraag": s.slots.get("laatste_vraag") or verhaal.tekst}
        return Uitkomst([tekst], slots, "overdracht", s.slots.get("onderwerp"))
