"""How an aanmelding is getting on: the chat cannot look that up, and says who can, however often it is asked."""

from __future__ import annotations

import re

from actions.base import Uitkomst
from actions.context import Situatie
from actions.extra import LuisterActie

STATUS, OVER_AANMELDEN = "status", "aanmelden-jgt"
OPZOEKEN = re.compile(
    r"\b(?:zoek|zoeken|opzoeken|kijk|kijken|nakijken|check|checken|zien|vind|vinden|weet|weten)\b[^.!?]*\b(?:op|na|in|even|eens|systeem|"
    r"computer|dossier|waar|hoe)\b|\b(?:opzoeken|nakijken|checken|natrekken)\b|\b(?:systeem|computer|dossier|aanmelding|dossiernummer)\b",
    re.I,
)
LANG = re.compile(
    r"\b(?:niks|niets|nooit|nog niet|geen)\b[^.!?]{0,20}\b(?:gehoord|reactie|antwoord|bericht|gebeld|telefoontje|vernomen|terug)\b|"
    r"\bhoor(?:den?)? (?:\w+ ){0,3}(?:niks|niets)\b|\b(?:blijft|is) (?:\w+ ){0,2}stil\b|\bwaar blijf(?:t|en)?\b|"
    r"\b(?:weken|maand|maanden) (?:geleden|terug)\b|\bal (?:\w+ ){0,2}(?:weken|maanden)\b|"
    r"\b(?:zit|zitten|ben|zijn) (?:\w+ ){0,3}te wachten\b",
    re.I,
)


class ActieStatus(LuisterActie):
    """Where to see it and who can look it up; who waits longer than was promised hears what to do now."""

    naam = "actie_status_aanmelding"

    def doe(self, s: Situatie) -> Uitkomst:
        return status(s)


def status(s: Situatie) -> Uitkomst:
    """What to say about an aanmelding that was sent: never twice the same."""
    al = list(s.slots.get("aangeboden") or [])
    if STATUS in al:
        kaarten = s.zeg_met_knoppen("status_weer")
    else:
        kaarten = s.zeg_met_knoppen("status_te_lang" if LANG.search(s.tekst) else "status_aanmelding")
    kaarten.insert(1, s.contact())
    slots = {"wacht_op": None, "aangeboden": sorted({*al, STATUS})}
    return Uitkomst(kaarten, slots, "praktisch", OVER_AANMELDEN)


def zoekt_op(s: Situatie) -> Uitkomst | None:
    """The answer to who, after that, asks to look it up here after all; None when this is about something else."""
    gevraagd = STATUS in (s.slots.get("aangeboden") or []) and not s.slots.get("artikel")
    return status(s) if gevraagd and OPZOEKEN.search(s.tekst) else None
