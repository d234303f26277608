"""What the redaction finds: a piece of the text, its kind, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vondst:
    """One piece of personal data: `tekst[start:eind] == waarde`."""

    soort: str
    waarde: str
    start: int
    eind: int


Zoeker = Callable[[str], Iterator[Vondst]]


def vondst(soort: str, treffer: re.Match[str], groep: int | str = 0) -> Vondst:
    """The find for a match, or for one group of it."""
    return Vondst(soort, treffer[groep], treffer.start(groep), treffer.end(groep))


def vondsten(
    soort: str,
    tekst: str,
    *patronen: re.Pattern[str],
    groep: int | str = 0,
    mits: Callable[[re.Match[str]], object] = bool,
) -> Iterator[Vondst]:
    """Every match of these patterns, in this order, for which `mits` holds; a match by itself always does."""
    for patroon in patronen:
        yield from (vondst(soort, treffer, groep) for treffer in patroon.finditer(tekst) if mits(treffer))
