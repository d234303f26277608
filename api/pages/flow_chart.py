"""A picture of a route in steps, laid out from its data: boxes in one column, so that it can be read on a phone.

A step that comes right after another has an arrow down. Every other step has one lane beside the boxes, in which the
lines of all steps before it come together."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from knowledge.stroomschema import Stroomschema

BREED, RAND, BAAN, PIJL = 360, 2, 16, 12
REGEL, TUSSEN, BOVEN, ONDER = 20, 26, 27, 30
TEKST_X, TEKEN = 46, 9.3
BINNEN, UIT = 0.3, 0.7
KLEUREN = 5


@dataclass(frozen=True)
class Vak:
    """One step: its number, its title in lines, and the numbers of the steps that may follow."""

    nummer: int
    regels: tuple[str, ...]
    daarna: tuple[int, ...]
    y: float
    hoog: float

    @property
    def uit(self) -> float:
        """Where the line to other steps leaves the box."""
        return self.y + self.hoog * UIT

    @property
    def binnen(self) -> float:
        """Where the line from other steps comes in."""
        return self.y + self.hoog * BINNEN


@dataclass(frozen=True)
class Baan:
    """The lane to one step, with where it begins and ends and where lines come in."""

    x: float
    kleur: int
    van: float
    tot: float
    naar: float
    punten: tuple[float, ...]


@dataclass(frozen=True)
class Plaat:
    """The whole picture, in units of about one pixel on a phone."""

    breed: int
    hoog: float
    vakbreed: float
    vakken: tuple[Vak, ...]
    banen: tuple[Baan, ...]
    pijlen: tuple[tuple[float, float], ...]


def teken(schema: Stroomschema) -> Plaat:
    """The picture of this route."""
    plek = {stap.id: nummer for nummer, stap in enumerate(schema.stappen)}
    pijlen = [sorted({plek[pijl.naar] for pijl in stap.volgende}) for stap in schema.stappen]
    banen = _verdeel(pijlen)
    kolommen = 1 + max((kolom for kolom, *_ in banen), default=-1)
    breed = BREED - 2 * RAND - (PIJL + BAAN * kolommen if kolommen else 0)
    vakken = _vakken(schema, pijlen, breed)
    return Plaat(
        breed=BREED,
        hoog=vakken[-1].y + vakken[-1].hoog + RAND,
        vakbreed=breed,
        vakken=vakken,
        banen=tuple(
            _baan(vakken, naar, van, x=RAND + breed + PIJL + BAAN * (kolom + 0.5), kleur=nummer % KLEUREN)
            for nummer, (kolom, naar, van) in enumerate(banen)
        ),
        pijlen=tuple(
            (vak.y + vak.hoog, vakken[nummer + 1].y)
            for nummer, vak in enumerate(vakken)
            if nummer + 1 in pijlen[nummer]
        ),
    )


def _vakken(schema: Stroomschema, pijlen: list[list[int]], breed: float) -> tuple[Vak, ...]:
    vakken: list[Vak] = []
    y = float(RAND)
    for nummer, stap in enumerate(schema.stappen):
        regels = tuple(wrap(stap.titel, int((breed - TEKST_X - 8) / TEKEN)))
        hoog = BOVEN + REGEL * (len(regels) - 1) + ONDER
        vakken.append(Vak(nummer + 1, regels, tuple(naar + 1 for naar in pijlen[nummer]), y, hoog))
        y += hoog + TUSSEN
    return tuple(vakken)


def _verdeel(pijlen: list[list[int]]) -> list[tuple[int, int, list[int]]]:
    """Column, step and sources of each lane; short lanes come nearest to the boxes, and none overlap in a column."""
    bronnen = [
        [van for van, naren in enumerate(pijlen) if naar in naren and naar != van + 1] for naar in range(len(pijlen))
    ]
    nodig = sorted(((naar, van) for naar, van in enumerate(bronnen) if van), key=lambda baan: _lengte(*baan))
    kolommen: list[list[tuple[float, float]]] = []
    banen = []
    for naar, van in nodig:
        begin, eind = _bereik(naar, van)
        vrij = (nr for nr, bezet in enumerate(kolommen) if all(eind < b or begin > e for b, e in bezet))
        kolom = next(vrij, len(kolommen))
        kolommen += [[]] if kolom == len(kolommen) else []
        kolommen[kolom].append((begin, eind))
        banen.append((kolom, naar, van))
    return banen


def _bereik(naar: int, van: list[int]) -> tuple[float, float]:
    """From where to where a lane runs, in boxes."""
    hoogtes = [naar + BINNEN, *(bron + UIT for bron in van)]
    return min(hoogtes), max(hoogtes)


def _lengte(naar: int, van: list[int]) -> float:
    begin, eind = _bereik(naar, van)
    return eind - begin


def _baan(vakken: tuple[Vak, ...], naar: int, van: list[int], *, x: float, kleur: int) -> Baan:
    hoogtes = [vakken[naar].binnen, *(vakken[bron].uit for bron in van)]
    return Baan(x, kleur, min(hoogtes), max(hoogtes), vakken[naar].binnen, tuple(vakken[bron].uit for bron in van))
