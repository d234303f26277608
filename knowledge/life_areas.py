"""Life areas: which parts of a family's life a story is about, by words that editors keep. No diagnosis, no score."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from knowledge.models import Model, Slug, Zin
from knowledge.yaml_file import bouw, lees_yaml

BESTAND = Path(__file__).parent / "landelijk/leefgebieden.yml"
SAMEN = 2
_NIET = re.compile(r"\b(?:geen|zonder|nooit)\s+(?:\w+\s+)?$", re.I)


class Leefgebied(Model):
    """One area, by the name that stands in an aanmelding, and whose it is."""

    id: Slug
    naam: Zin
    van: Literal["gezin", "volwassene", "kind"] = "gezin"
    woorden: tuple[Zin, ...] = Field(min_length=1)

    def is_in(self, tekst: str) -> bool:
        """Whether this text tells about the area; 'we hebben geen schulden' does not."""
        return any(not _NIET.search(tekst[: t.start()]) for t in _patroon(self.woorden).finditer(tekst))


class Leefgebieden(Model):
    """The file as editors keep it."""

    eigenaar: Zin
    nagekeken_op: date
    gebieden: tuple[Leefgebied, ...]


@cache
def alle_leefgebieden(pad: Path = BESTAND) -> tuple[Leefgebied, ...]:
    """The areas in the order in which they are named; raises KennisFout when the file holds a mistake."""
    tekst = pad.read_text(encoding="utf-8")
    return bouw(Leefgebieden, lees_yaml(tekst, pad.name), tekst=tekst, bestand=pad.name).gebieden


def leefgebieden_in(tekst: str) -> list[str]:
    """The names of the areas that this story is about; how the child is goes without saying when it is the only one."""
    gevonden = [gebied for gebied in alle_leefgebieden() if gebied.is_in(tekst)]
    return [] if all(gebied.van == "kind" for gebied in gevonden) else [gebied.naam for gebied in gevonden]


def noemt_gebied(tekst: str) -> bool:
    """Whether this text by itself is about an area of the family, or about the child in one of them."""
    return any(gebied.is_in(tekst) for gebied in alle_leefgebieden())


def kernteam_reden(namen: Sequence[str]) -> str | None:
    """Why more teams should look at these areas together, in words; None when one team is enough.

    That is so for two areas of the family, and for something of an adult beside something of the child.
    """
    genoemd = [gebied.van for gebied in alle_leefgebieden() if gebied.naam in namen]
    van_het_gezin = [van for van in genoemd if van != "kind"]
    samen = len(van_het_gezin) >= SAMEN or {"volwassene", "kind"} <= set(genoemd)
    return opsomming(namen) if samen else None


def opsomming(namen: Sequence[str]) -> str:
    """'geld', 'geld en school', 'geld, wonen en school'."""
    return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))


@cache
def _patroon(woorden: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{_als_patroon(woord)})(?!\w)" for woord in woorden), re.I)


def _als_patroon(woord: str) -> str:
    return woord.replace("*", r"\w*").replace(" .. ", r"\s+(?:[\w'-]+,?\s+){0,6}?")
