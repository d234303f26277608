"""By what a child could be recognised in one line, so that the professional can take it out before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass

from actions.casus import genoemde_klassen
from assistant.gate.clean import opschonen
from assistant.gate.redact import redigeer

KLAS = "klas"


@dataclass(frozen=True)
class Herkenbaar:
    """A piece of the line as it stands there, and what kind of thing it is."""

    soort: str
    stuk: str


def herkenbaar_in(zin: str) -> list[Herkenbaar]:
    """What the redaction finds, and a class or group: with the name of the school beside it that is a child. In order."""
    schoon = opschonen(zin)
    gevonden = [Herkenbaar(vondst.soort, vondst.waarde) for vondst in redigeer(schoon).vondsten]
    klassen = [Herkenbaar(KLAS, klas) for klas in genoemde_klassen(schoon)]
    eigen = {deel.stuk for deel in gevonden}
    return sorted(gevonden + [k for k in klassen if k.stuk not in eigen], key=lambda deel: schoon.find(deel.stuk))
