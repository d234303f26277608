"""Small talk with the aanmelding in view: a name, a number, a moment or another age belongs to the aanmelding, not to search."""

from __future__ import annotations

import re
from typing import Any

from actions.base import Uitkomst
from actions.concept import concept_uit
from actions.context import Situatie
from actions.extra import LuisterActie, antwoord_erbij
from actions.kaarten import AanmeldingKaart, Kaart
from actions.names import is_eigen_naam
from actions.notes import met_opmerkingen
from actions.reach import GEEFT_NUMMER, NUMMER, alleen_contact, momenten_in

VERBETERT = re.compile(
    r"\b(?:geen|niet|nee|geworden|bedoel\w*|verkeerd\w*|oeps|t[iy]k?p?fout\w*|klopt|fout\w*|vergist\w*|moet|"
    r"wordt|inmiddels|sinds kort|oude?|sorry|wacht|"
    r"verhuisd|nu)\b",
    re.I,
)
HOOGUIT = 14  # words in a message that only corrects an age


class VrijeActie(LuisterActie):
    """An action that free text leads to. While an aanmelding is being made, some of that text belongs to the aanmelding."""

    def beslis(self, s: Situatie) -> Uitkomst:
        """What was told for the aanmelding is heard as such; all else is for the action itself."""
        return antwoord_erbij(s) or aangevuld(s) or met_opmerkingen(s, self.doe(s))


def aangevuld(s: Situatie) -> Uitkomst | None:
    """The acknowledgement, with the card again once it was shown; None when the message is about something else."""
    getoond = bool(s.slots.get("kaart_getoond"))
    if not s.tekst or not (getoond or s.slots.get("requested_slot")):
        return None
    if not (alleen_contact(s.tekst) or (getoond and _verbetert(s))):
        return None
    slots: dict[str, Any] = {"wacht_op": None}
    kaarten: list[Kaart] = [_gehoord(s)]
    if s.slots.get("requested_slot") or s.intent == GEEFT_NUMMER:  # the question, or the card, follows by itself
        return Uitkomst(kaarten, slots, "overdracht", s.slots.get("onderwerp"))
    kaart = AanmeldingKaart(velden=concept_uit(s.slots))
    return Uitkomst([*kaarten, kaart], slots, "overdracht", s.slots.get("onderwerp"))


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
    return s.zeg("moment_gehoord" if momenten_in(s.tekst) else "erbij_gezet")
