"""What a visitor told in passing that belongs in the aanmelding: their own sentences, and what was tried before."""

from __future__ import annotations

import re
from typing import Any

from actions.context import Situatie

VERHAAL_MAX = 12
GEPROBEERD_MAX = 5
GEPROBEERD = re.compile(
    r"\b(?:al|eerder|vaker|vorige|alles)\b[^.!?]*\b(?:gebeld|gemaild|geprobeerd|gevraagd|aangevraagd|gedaan|gezocht|geweest)\b",
    re.I,
)
MOMENTEN = {
    "ochtend": re.compile(r"\b(?:\w*ochtend\w*|\w*morgens|voormiddag|overdag)\b", re.I),
    "middag": re.compile(r"\b(?:\w*middag\w*|overdag|na school)\b", re.I),
    "avond": re.compile(r"\b(?:\w*avond\w*|na het eten|na vijven|na zessen)\b", re.I),
}
ZIN = re.compile(r"[^.!?]+[.!?]*")


def onthoud(s: Situatie) -> list[str]:
    """The visitor's own sentences so far, this one included, for the aanmelding they may want later."""
    verhaal = list(s.slots.get("verhaal") or [])
    return [*verhaal, s.tekst][-VERHAAL_MAX:] if s.tekst and s.tekst not in verhaal else verhaal


def geprobeerd(s: Situatie) -> dict[str, Any]:
    """The slot for what was tried before, when this message says something about it."""
    zinnen = [zin.strip() for zin in ZIN.findall(s.tekst) if GEPROBEERD.search(zin)]
    eerder = str(s.slots.get("al_geprobeerd") or "")
    nieuw = [zin for zin in zinnen if zin not in eerder]
    if not nieuw or eerder.count("\n") >= GEPROBEERD_MAX:
        return {}
    return {"al_geprobeerd": "\n".join(filter(None, [eerder, *nieuw]))}


def momenten_in(tekst: str) -> list[str]:
    """The parts of the day that this names, as the aanmelding has them."""
    return [deel for deel, patroon in MOMENTEN.items() if patroon.search(tekst)]


def verteld(s: Situatie) -> dict[str, Any]:
    """The slots that this message fills in the visitor's own words."""
    return {"verhaal": onthoud(s)} | geprobeerd(s)
