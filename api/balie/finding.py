"""The one search field of the balie: what somebody typed is a kenmerk, a telephone number, an e-mail address or a surname."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from api.aanmelding import normal_forms
from api.aanmelding.search_marks import Soort, merken
from api.balie.store import als_kenmerk
from api.crypto import Sleutelbos

Waarop = Literal["kenmerk", "telefoon", "email", "achternaam"]
LANGSTE = 254


@dataclass(frozen=True)
class Gezocht:
    """What was asked: a kenmerk or its beginning, or the marks of a whole value. What was typed is not in it."""

    waarop: Waarop
    kenmerk: str = ""
    merken: tuple[str, ...] = ()


def lees(bos: Sleutelbos, gemeente: str, getypt: str) -> Gezocht:
    """What these words ask for in this gemeente. A surname may be the beginning of a kenmerk too: then both are asked."""
    kaal = getypt[:LANGSTE]
    nummer, adres = normal_forms.telefoon(kaal), normal_forms.email(kaal)
    if nummer:
        return Gezocht("telefoon", merken=_merken(bos, gemeente, "telefoon", nummer))
    if adres:
        return Gezocht("email", merken=_merken(bos, gemeente, "email", adres))
    namen = [] if any(teken.isdigit() for teken in kaal) else normal_forms.achternamen(kaal)
    if namen:
        kenmerk = als_kenmerk(kaal) if kaal.strip().isascii() and len(kaal.split()) == 1 else ""
        return Gezocht("achternaam", kenmerk, _merken(bos, gemeente, "achternaam", namen[0]))
    return Gezocht("kenmerk", als_kenmerk(kaal))


def _merken(bos: Sleutelbos, gemeente: str, soort: Soort, waarde: str) -> tuple[str, ...]:
    return tuple(merken(bos, gemeente, soort, waarde))
