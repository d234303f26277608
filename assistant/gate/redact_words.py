"""A text as a row of words with their places, for the finders that look at what stands beside a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.gate.namelist import woordenschat
from assistant.gate.words import vouwen

MASKER = "\x00"
MINSTE_WOORDEN = 4
_woord = re.compile(r"\d+|[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_bezit = re.compile(r"['\u2019]s\Z")
_zinseinde = re.compile(r"[.!?;:\n\"\u201c\u201d]|['\u2018\u2019]\s|\s['\u2018\u2019]\Z")
_vouwen = lru_cache(maxsize=20_000)(vouwen)


@dataclass(frozen=True, slots=True)
class Woord:
    """One word or number: its text, folded text, place, what stands before it, and whether its capital means something."""

    tekst: str
    laag: str
    start: int
    eind: int
    voor: str
    groot: bool
    bezit: bool

    @property
    def cijfer(self) -> bool:
        """Whether this is a number in digits."""
        return self.tekst[0].isdigit()

    @property
    def los(self) -> bool:
        """Whether this word stands right behind the one before it, with one space."""
        return self.voor == " "

    @property
    def kop(self) -> bool:
        """Whether a sentence begins here, so that a capital says nothing."""
        return self.start == len(self.voor) or _zinseinde.search(self.voor) is not None


def woorden(tekst: str) -> list[Woord]:
    """The words of the text; where everything has a capital none counts, but for a signature with an initial."""
    treffers = list(_woord.finditer(tekst))
    telt = not _hoofdletters_zeggen_niets([treffer[0] for treffer in treffers])
    rij, vorige = [], 0
    for treffer in treffers:
        vol = treffer[0]
        kaal = _bezit.sub("", vol)
        eind = treffer.start() + len(kaal)
        groot = telt and kaal[0].isupper() and (len(kaal) == 1 or not kaal.isupper())
        voor = tekst[vorige : treffer.start()]
        rij.append(Woord(kaal, _vouwen(kaal), treffer.start(), eind, voor, groot, kaal != vol))
        vorige = treffer.end()
    return rij


def _hoofdletters_zeggen_niets(vormen: list[str]) -> bool:
    letters = [vorm for vorm in vormen if vorm[0].isalpha()]
    if sum(len(vorm) for vorm in letters if vorm.isupper()) * 2 > sum(map(len, letters)) > 1:
        return True
    groot = [vorm for vorm in letters if vorm[0].isupper()]
    if len(letters) < MINSTE_WOORDEN or len(groot) * 4 <= len(letters) * 3:
        return False
    if not any(len(vorm) == 1 for vorm in groot):
        return True
    kent = woordenschat().kent
    return sum(kent(_vouwen(vorm)) for vorm in groot if len(vorm) > 1) * 2 > len(letters)
