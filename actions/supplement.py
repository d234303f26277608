"""Small talk with the aanmelding in view: a name, a number, a moment or another age belongs to the aanmelding, not to search."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions.base import Uitkomst
from actions.concept import concept_uit
from actions.consult import is_in_consult, toon_consult
from actions.context import Situatie
from actions.extra import LuisterActie, antwoord_erbij
from actions.kaarten import AanmeldingKaart, Kaart
from actions.names import is_eigen_naam
from actions.notes import met_opmerkingen
from actions.preference import vorm_in
from actions.reach import GEEFT_NUMMER, NUMMER, alleen_contact, momenten_in, over_bereiken
from actions.status import zoekt_op

VERBETERT = re.compile(
    r"\b(?:geen|niet|nee|geworden|bedoel\w*|verkeerd\w*|oeps|t[iy]k?p?fout\w*|klopt|fout\w*|vergist\w*|moet|"
    r"wordt|inmiddels|sinds kort|oude?|sorry|wacht|"
    r"verhuisd|nu)\b",
    re.I,
)
HOOGUIT = 14  # words in a message that only corrects an age
KORT = 9  # words in a message that only chooses mail or a visit
VAKER_NIET = 2  # times a question is asked; then the card has the field to fill in
BIJ_HET_ADRES = ("kern", "kind_leeftijd")  # questions that wait on the card for who gives a number instead


class VrijeActie(LuisterActie):
    """An action that free text leads to. While an aanmelding is being made, some of that text belongs to the aanmelding."""

    def beslis(self, s: Situatie) -> Uitkomst:
        """What was told for the aanmelding is heard as such; all else is for the action itself."""
        return antwoord_erbij(s) or aangevuld(s) or zoekt_op(s) or met_opmerkingen(s, self.doe(s))


def aangevuld(s: Situatie) -> Uitkomst | None:
    """The acknowledgement, with the card again once it was shown; None when the message is about something else."""
    getoond = bool(s.slots.get("kaart_getoond"))
    if not s.tekst or not (getoond or s.slots.get("requested_slot") or is_in_consult(s)):
        return None
    if not (_over_contact(s) or (getoond and (_verbetert(s) or kiest_vorm(s)))):
        return None
    if is_in_consult(s):
        return None if s.intent == GEEFT_NUMMER else _in_het_consult(s)
    slots: dict[str, Any] = {"wacht_op": None} | _niet_weer_vragen(s)
    kaarten: list[Kaart] = [_gehoord(s)]
    if s.slots.get("requested_slot") or s.intent == GEEFT_NUMMER:  # the question, or the card, follows by itself
        return Uitkomst(kaarten, slots, "overdracht", s.slots.get("onderwerp"))
    kaart = AanmeldingKaart(velden=concept_uit(s.slots))
    return Uitkomst([*kaarten, kaart], slots, "overdracht", s.slots.get("onderwerp"))


def _over_contact(s: Situatie) -> bool:
    """Whether this is about how or when to reach someone; at the question about the worry a moment may be part of it."""
    if s.slots.get("requested_slot") == "zorg" and not NUMMER.search(s.tekst):
        return alleen_contact(s.tekst)
    return alleen_contact(s.tekst) or over_bereiken(s.tekst)


def kiest_vorm(s: Situatie) -> bool:
    """Whether this only says in which form someone wants to be reached, while an aanmelding stands ready."""
    return (
        bool(s.slots.get("kaart_getoond"))
        and len(s.tekst.split()) <= KORT
        and "?" not in s.tekst
        and vorm_in(s.tekst, gevraagd=True) not in (None, "bellen")
    )


def _niet_weer_vragen(s: Situatie) -> dict[str, Any]:
    """The slot by which a question is not asked again of who gave a number instead of an answer: the card has the field."""
    veld = s.slots.get("requested_slot")
    if veld not in BIJ_HET_ADRES or not NUMMER.search(s.tekst):
        return {}
    return {
        "gevraagd": [*(s.slots.get("gevraagd") or []), *[naam for naam in BIJ_HET_ADRES for _ in range(VAKER_NIET)]]
    }


def _in_het_consult(s: Situatie) -> Uitkomst:
    """The card of the consult again, with the kern that was said; a moment or a name is filled in there."""
    uitkomst = toon_consult(s)
    if s.noemt_kern:
        return uitkomst
    return replace(uitkomst, kaarten=[s.zeg("consult_bereik"), *uitkomst.kaarten[1:]])


def _verbetert(s: Situatie) -> bool:
    return (
        (s.noemt_leeftijd or s.noemt_kern)
        and len(s.tekst.split()) <= HOOGUIT
        and (s.alleen_feiten or bool(VERBETERT.search(s.tekst)))
    )


def _gehoord(s: Situatie) -> Kaart:
    if NUMMER.search(s.tekst):
        return s.zeg("nummer_veranderd" if VERBETERT.search(s.tekst) else "nummer_erbij")
    if is_eigen_naam(s.tekst):
        return s.zeg("naam_erbij")
    if kiest_vorm(s):
        return s.zeg("vorm_erbij")
    return s.zeg("moment_gehoord" if momenten_in(s.tekst) else "erbij_gezet")
