"""Which sentences of an approved text the danger reader heard something in, in the words of the family."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from api.context import Huis
from api.veiligheid.gate import VERHAAL
from assistant.gate.clean import opschonen

EINDE_ZIN = re.compile(r"(?<=[.!?])\s+|\n+")
KERN = ("zorg", "wens")
VRAAGT = re.compile(
    r"\?$|\b(hulp|help|hoe (?:kan|moet|krijg)|wat (?:kan|moet)|(?:ik|we|wij) (?:wil|willen|zoek|zoeken|hoop|hopen))\b",
    re.I,
)


@dataclass(frozen=True)
class Citaat:
    """A sentence in which a rule saw danger, as it was written, and which rule that was."""

    zin: str
    regel: str
    niveau: str
    woorden: str


def zinnen(tekst: str) -> list[str]:
    """The sentences of a text, each exactly as it was written."""
    return [zin.strip() for zin in EINDE_ZIN.split(tekst) if zin.strip()]


def citaten(huis: Huis, velden: dict[str, Any], berichten: list[str | None]) -> list[Citaat]:
    """Every sentence of the approved text that a danger rule fires on, in the words of the family."""
    teksten = [str(velden[naam]) for naam in VERHAAL if velden.get(naam)] + [tekst for tekst in berichten if tekst]
    gevonden = []
    for zin in (zin for tekst in teksten for zin in zinnen(tekst)):
        signaal = huis.gevaar.beoordeel(opschonen(zin), rol=velden.get("rol"))
        if signaal is not None:
            gevonden.append(Citaat(zin, signaal.regel, signaal.niveau, ", ".join(signaal.woorden)))
    return gevonden


def kernvraag(velden: dict[str, Any]) -> str:
    """The question in one sentence of the family itself: the first that asks or hopes for something, else the first at all."""
    reeks = [zin for naam in KERN for zin in zinnen(str(velden.get(naam) or ""))]
    return next((zin for zin in reeks if VRAAGT.search(zin)), reeks[0] if reeks else "")
