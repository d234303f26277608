"""The approved text in at most 900 characters: whole sentences of the family itself, those about danger first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from api.context import Huis
from api.pages.fields import label
from api.veiligheid.quotes import Citaat, citaten, zinnen
from assistant.gate.clean import opschonen
from assistant.gate.rulebook import NIVEAUS

HOOGUIT = 900
IN_TEKST = ("zorg", "wens", "al_geprobeerd", "wie_helpt_al", "met_jou", "gaat_goed", "opmerking")
ZONDER_VRAAG = "zorg"


@dataclass(frozen=True)
class Samenvatting:
    """What fitted, and whether that is everything."""

    tekst: str
    volledig: bool


def vat_samen(velden: dict[str, Any], eerst: Sequence[str] = ()) -> Samenvatting:
    """These sentences first, then the rest in order until one does not fit; never a part of a sentence."""
    tekst, volledig = "", True
    for zin in dict.fromkeys(eerst):
        langer = f"{tekst} {zin}".lstrip()
        if len(langer) <= HOOGUIT:
            tekst = langer
        else:
            volledig = False
    for begin, zin in _rest(velden, frozenset(eerst)):
        langer = f"{tekst}{begin}{zin}".lstrip()
        if len(langer) > HOOGUIT:
            return Samenvatting(tekst, False)
        tekst = langer
    return Samenvatting(tekst, volledig)


def _rest(velden: dict[str, Any], geweest: frozenset[str]) -> list[tuple[str, str]]:
    """Every other sentence with what goes before it: a new line and the question for the first of a field, else a space."""
    rest = []
    for veld in IN_TEKST:
        over = [zin for zin in zinnen(str(velden.get(veld) or "")) if zin not in geweest]
        vraag = "\n" if veld == ZONDER_VRAAG else f"\n{label(veld)} "
        rest += [(" " if nummer else vraag, zin) for nummer, zin in enumerate(over)]
    return rest


def gevaarlijke_zinnen(huis: Huis, velden: dict[str, Any]) -> list[str]:
    """The sentences with a sign of danger, the gravest first; when none has one by itself, the pairs that have it together."""
    alleen = citaten(huis, velden, [])
    if alleen:
        return [c.zin for c in sorted(alleen, key=_ernst)]
    samen: list[str] = []
    for veld in IN_TEKST:
        reeks = zinnen(str(velden.get(veld) or ""))
        for paar in pairwise(reeks):
            if huis.gevaar.beoordeel(opschonen(" ".join(paar)), rol=velden.get("rol")) is not None:
                samen += paar
    return samen


def _ernst(citaat: Citaat) -> int:
    return [str(niveau) for niveau in NIVEAUS].index(citaat.niveau)
