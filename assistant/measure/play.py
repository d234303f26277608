"""Playing a conversation: every message through the whole beurt (gate, brain, actions), with the state carried over."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from actions.kaarten import (
    AanmeldingKaart,
    ArtikelKaart,
    ConsultKaart,
    Contact,
    HulplijnKaart,
    Kaart,
    Keuzes,
    Tekst,
    VoorzieningKaart,
)
from assistant.beurt import Beurt, Stap, doorloop
from knowledge.models import Gemeente, Rol

Onthoud = Callable[[Beurt], dict[str, Any]]
NAAR_EEN_MENS = frozenset({"wil_mens", "wil_aanmelden", "niet_geholpen", "consult"})
"""Buttons behind which a person is offered at once; `niet_geholpen` always ends with the offer of the JGT."""
VRAAGZIN = re.compile(r"[^.!?]*\?")


@dataclass(frozen=True)
class Zet:
    """What a visitor does: says something, or presses a button."""

    tekst: str = ""
    keuze: str | None = None


@dataclass(frozen=True)
class Gehoord:
    """What one beurt led to, in the shape that outcomes are checked on."""

    zet: Zet
    route: str
    onderwerp: str | None
    niveau: str | None
    gezien: tuple[str, ...]
    gezegd: str
    vragen: tuple[str, ...]
    nuttig: bool
    mens: bool


@dataclass(frozen=True)
class Spel:
    """A conversation as it was played, and the concept it left."""

    beurten: tuple[Gehoord, ...]
    concept: dict[str, Any]


@dataclass(frozen=True)
class Speler:
    """The parts a conversation is played with; `nieuw_concept` gives a memory of its own to every conversation."""

    stappen: Sequence[Stap]
    gemeente: Callable[[str], Gemeente]
    nieuw_concept: Callable[[], Onthoud]
    nu: datetime

    def speel(self, naam: str, zetten: Sequence[Zet], *, gemeente: str, rol: Rol | None) -> Spel:
        """Play these moves as one new conversation of this name."""
        onthoud, plaats = self.nieuw_concept(), self.gemeente(gemeente)
        toestand: bytes | None = None
        geheugen: dict[str, Any] = {}
        concept: dict[str, Any] = {}
        gehoord = []
        for nummer, zet in enumerate(zetten, 1):
            beurt = Beurt(
                zet.tekst,
                self.nu + timedelta(minutes=nummer),
                naam,
                plaats,
                volgnummer=nummer,
                keuze=zet.keuze,
                rol=rol,
                toestand=toestand,
                geheugen=geheugen,
            )
            doorloop(beurt, self.stappen)
            toestand, geheugen, rol = beurt.toestand, beurt.geheugen, beurt.rol
            concept = onthoud(beurt)
            gehoord.append(_gehoord(zet, beurt))
        return Spel(tuple(gehoord), concept)


def _gehoord(zet: Zet, beurt: Beurt) -> Gehoord:
    teksten = [kaart for kaart in beurt.kaarten if isinstance(kaart, Tekst)]
    eigen = [kaart.tekst for kaart in teksten if not (kaart.id or "").startswith("artikel:")]
    return Gehoord(
        zet=zet,
        route=beurt.route,
        onderwerp=beurt.onderwerp,
        niveau=beurt.signaal.niveau if beurt.signaal else None,
        gezien=tuple(naam for kaart in beurt.kaarten for naam in namen_van(kaart)),
        gezegd="\n".join(filter(None, map(leesbaar, beurt.kaarten))),
        vragen=tuple(zin.strip() for tekst in eigen for zin in VRAAGZIN.findall(tekst)),
        nuttig=any(not isinstance(kaart, Tekst | Keuzes) for kaart in beurt.kaarten)
        or any((kaart.id or "").startswith(("artikel:", "uitleg_")) for kaart in teksten),
        mens=naar_een_mens(beurt.kaarten),
    )


def namen_van(kaart: Kaart) -> list[str]:
    """How an outcome names a card: `tekst:boos`, `artikel:slapen/x`, `voorziening:y`, `knop:wil_mens`, `contact`, ..."""
    match kaart:
        case Tekst():
            return [f"tekst:{kaart.id}"]
        case ArtikelKaart():
            return [f"artikel:{kaart.artikel}"]
        case VoorzieningKaart() | HulplijnKaart():
            return [f"{kaart.soort}:{kaart.id}"]
        case Keuzes():
            return [f"knop:{keuze.keuze}" for keuze in kaart.keuzes]
        case _:
            return [str(getattr(kaart, "soort", ""))]


def leesbaar(kaart: Kaart) -> str:
    """All words of a card that a visitor reads."""
    match kaart:
        case Tekst():
            return kaart.tekst
        case ArtikelKaart():
            blokken = [f"{blok.kop}\n{blok.tekst}" for blok in kaart.blokken]
            return "\n".join(filter(None, [kaart.titel, kaart.tekst, *blokken, kaart.wanneer_hulp]))
        case VoorzieningKaart():
            return "\n".join(filter(None, [kaart.naam, kaart.wat, kaart.telefoon]))
        case HulplijnKaart():
            return "\n".join(filter(None, [kaart.naam, kaart.waarvoor, kaart.nummer]))
        case Contact():
            return "\n".join(filter(None, [kaart.team, kaart.telefoon, kaart.open, kaart.uitleg]))
        case Keuzes():
            return "\n".join(keuze.label for keuze in kaart.keuzes)
        case _:
            return ""


def naar_een_mens(kaarten: Sequence[Kaart]) -> bool:
    """Whether this reply shows a person to reach, or a button behind which one is offered."""
    return any(
        isinstance(kaart, Contact | HulplijnKaart | AanmeldingKaart | ConsultKaart)
        or (isinstance(kaart, Keuzes) and any(keuze.keuze in NAAR_EEN_MENS for keuze in kaart.keuzes))
        for kaart in kaarten
    )
