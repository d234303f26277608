"""What a visitor told in passing that belongs in the aanmelding: their own sentences, and what was tried before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from actions.context import Situatie
from actions.reach import NUMMER, momenten_in, te_bereiken

VERHAAL_MAX = 12
GEPROBEERD_MAX = 5
GEPROBEERD = re.compile(
    r"\b(?:al|eerder|vaker|vorige|alles)\b[^.!?]*\b(?:gebeld|gemaild|geprobeerd|gevraagd|aangevraagd|gedaan|gezocht|geweest)\b|"
    r"\b(?:hebben?|heb|geprobeerd)\b[^.!?]*\b(?:geprobeerd|uitgeprobeerd|van alles)\b|"
    r"\b(?:proberen|probeer|doen)\b[^.!?]*\bmet (?:een|de|vaste|veel|meer|minder|extra)\b|"
    r"\b(?:help\w*|hielp\w*|werk\w*|lukt\w*)\b[^.!?]{0,30}\b(?:niet|niks|niets|geen|even|maar)\b|"
    r"\b(?:niet|niks|niets|geen)\b[^.!?]{0,20}\b(?:helpt?|hielp|werkt?|werkte)\b|\bzonder (?:resultaat|succes|effect|verschil)\b|"
    r"\b(?:maak|haal)(?:t|te|de)? (?:\w+ ){0,2}(?:geen|niks|niets) (?:verschil|uit)\b|"
    r"\b(?:geen|nul) (?:enkel )?(?:effect|verschil|resultaat)\b|"
    r"\b(?:doen|doe|deden|hebben|heb) (?:\w+ ){0,2}van alles\b|\bis het (?:al)?weer (?:over|voorbij|mis|raak)\b",
    re.I,
)
WIJST_TERUG = re.compile(
    r"\s*(?:(?:ja|nee)\W+)?(?:dat|dit|het)\b", re.I
)  # "nee dat helpt niet" names nothing that was tried
BEL_MIJ = re.compile(r"\b(?:bel(?:len)?|gebeld|terugbel\w*|bereik\w*|contact)\b", re.I)
ZIN = re.compile(r"[^.!?]+[.!?]*")


def onthoud(s: Situatie) -> list[str]:
    """The visitor's own sentences so far, this one included, for the aanmelding they may want later."""
    return aangevuld(s.slots.get("verhaal"), s.tekst)


def aangevuld(verhaal: Sequence[str] | None, *zinnen: str) -> list[str]:
    """The story with these sentences at its end, each once; of a long story the last part."""
    return list(dict.fromkeys([*(verhaal or ()), *filter(None, zinnen)]))[-VERHAAL_MAX:]


def geprobeerd(s: Situatie) -> dict[str, Any]:
    """The slot for what was tried before, when this message says something about it."""
    zinnen = [zin.strip() for zin in ZIN.findall(s.tekst) if GEPROBEERD.search(zin) and not WIJST_TERUG.match(zin)]
    eerder = str(s.slots.get("al_geprobeerd") or "")
    nieuw = [zin for zin in zinnen if zin not in eerder]
    if not nieuw or eerder.count("\n") >= GEPROBEERD_MAX:
        return {}
    return {"al_geprobeerd": "\n".join(filter(None, [eerder, *nieuw]))}


def wanneer_te_bereiken(s: Situatie) -> dict[str, Any]:
    """The slots for when to call, when this message says so: while an aanmelding is made, beside a number, or asking for a call."""
    gevraagd = (
        s.slots.get("requested_slot")
        or s.slots.get("kaart_getoond")
        or NUMMER.search(s.tekst)
        or BEL_MIJ.search(s.tekst)
    )
    woorden = te_bereiken(s.tekst) if gevraagd else None
    if woorden is None:
        return {}
    delen = momenten_in(woorden)
    return {"bereikbaar": woorden} | ({"wanneer": delen} if delen else {})


def verteld(s: Situatie) -> dict[str, Any]:
    """The slots that this message fills in the visitor's own words."""
    return {"verhaal": onthoud(s)} | geprobeerd(s)
