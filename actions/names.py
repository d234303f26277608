"""Whose name a redacted message holds: the writer's own, or that of the employee they know. No other name is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.people import vaste_medewerker
from actions.reach import NUMMER

NAAM = "[naam]"
_LOS = r"(?:hoi|hallo|dag|ja|nee|oke|ok|en|dus|nou|maar|dan|gewoon)"
EIGEN = re.compile(
    rf"^\W*(?:{_LOS}\W+)*\[naam\](?=\W*(?:$|\[|hier\b|en (?:mijn|m'n|mn|het)\b|is (?:mijn|de) naam|heet ik|\d|op\b|"
    rf"(?:te )?bereik))|"
    r"\b(?:ik ben|ik heet|ben|heet ik|heet|mijn (?:voor)?naam(?: is)?|m'n naam(?: is)?|mn naam(?: is)?|naam(?: is)?|"
    r"noem (?:me|mij)|vraag naar|vragen naar|u spreekt met|"
    r"je spreekt met|spreekt met|(?:met )?(?:vriendelijke )?groet(?:en|jes)?|gr|mvg|mevrouw|meneer|mw|dhr|"
    r"met)\W{0,3}(?:van )?\[naam\]|\[naam\] (?:heet ik|is mijn naam)",
    re.I,
)
VAN_EEN_ANDER = re.compile(
    r"\b(?:hij|ze|zij|die|(?:mijn|m'n|mn|onze|ons|zijn|haar|hun|de|een) (?:\w+ ){0,2}?\w+)\s(?:heet|is|"
    r"noemen we)?\s*\[naam\]|\[naam\] van (?:jullie|het)|"
    r"\bmet \[naam\] (?:van|praten|spreken|gesproken|contact)",
    re.I,
)


def is_eigen_naam(tekst: str) -> bool:
    """Whether the name in this redacted text is the writer's: said so, or all there is; never that of a child or a friend."""
    zegt_het = EIGEN.search(tekst) or (
        NAAM in tekst and NUMMER.search(tekst)
    )  # beside a number it is whose number it is
    return bool(zegt_het) and not _van_een_ander(tekst)


def _van_een_ander(tekst: str) -> bool:
    zonder_eigen = re.sub(r"\b(?:mijn|m'n|mn) (?:voor)?naam\b", "ik", tekst, flags=re.I)
    return bool(VAN_EEN_ANDER.search(zonder_eigen))


def medewerker_bij_naam(tekst: str, namen: Sequence[str]) -> str | None:
    """The employee someone knows, with the name put back; None when this text names no employee by name."""
    stuk = vaste_medewerker(tekst)
    if stuk is None or NAAM not in tekst or not namen:
        return None
    return stuk.replace(NAAM, namen[0], 1) if NAAM in stuk else f"{stuk}, {namen[0]}"
