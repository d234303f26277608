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
