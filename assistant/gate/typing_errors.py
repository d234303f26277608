"""Undoes slips of the finger before the danger model reads: the words of what it learnt from are the measure of what was meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from assistant.gate.words import vouwen

KORTST, LANGST = 5, 24  # letters: a shorter word is too near to others, a longer one is no word
BEKEND = 4  # in how many messages a word stands that is surely meant so
BUITEN_WOORDENBOEK = 15  # and a word that no dictionary has
LOS, LOS_KEER = (
    200,
    3,
)  # in how many messages both parts stand of a word that lacks a space, and how much more than one word
LETTERS = "abcdefghijklmnopqrstuvwxyz\u00eb\u00e9"

_woord = re.compile(r"[^\W\d_]+")


def tel(teksten: Iterable[str]) -> dict[str, int]:
    """In how many of these messages each word stands, for the words that stand in a few at least."""
    keren = Counter(woord for tekst in teksten for woord in set(_woord.findall(tekst.lower())))
    return {woord: keer for woord, keer in sorted(keren.items()) if keer >= BEKEND}


class Hersteller:
    """Reads an unknown word as the most usual word that is one slip away, or as two words without their space."""

    def __init__(self, keren: Mapping[str, int], kent: Callable[[str], bool]) -> None:
        """`keren` as `tel` gives it; `kent` says whether a dictionary has a word, folded."""
        self.keren, self._kent = keren, kent
        self._beter = lru_cache(maxsize=20_000)(self._beste)

    def hersteld(self, tekst: str) -> str:
        """The text with what was meant; a word that is known, short or like nothing stays as it was typed."""
        return _woord.sub(self._een, tekst)

    def _een(self, treffer: re.Match[str]) -> str:
        woord = treffer[0]
        laag = woord.lower()
        return woord if len(laag) < KORTST or laag in self.keren else self._beter(laag) or woord

    def _beste(self, woord: str) -> str | None:
        if len(woord) > LANGST or self._kent(vouwen(woord)):
            return None
        een, keer = self._een_letter(woord)
        los, los_keer = self._met_spatie(woord)
        return los if los_keer >= LOS and los_keer > LOS_KEER * keer else een

    def _een_letter(self, woord: str) -> tuple[str | None, int]:
        """The most usual word with one letter other, more, less or swapped; the first letter is nearly always right."""
        begin = woord[0], woord[1::-1]
        rijen = ((self.keren[vorm], vorm) for vorm in _naast(woord) if vorm in self.keren and vorm.startswith(begin))
        for keer, vorm in sorted(rijen, reverse=True):
            if keer >= BUITEN_WOORDENBOEK or (keer > BEKEND and self._kent(vouwen(vorm))):
                return vorm, keer
        return None, BEKEND

    def _met_spatie(self, woord: str) -> tuple[str, int]:
        """The word as two, cut where both parts are most usual, and how usual that is."""
        knippen = ((woord[:plek], woord[plek:]) for plek in range(2, len(woord) - 1))
        waarden = ((min(self.keren.get(deel, 0) for deel in knip), " ".join(knip)) for knip in knippen)
        keer, vorm = max(waarden)
        return vorm, keer


def _naast(woord: str) -> Iterator[str]:
    """Every row of letters that is one slip away; many are no words, and some come twice."""
    for plek in range(len(woord) + 1):
        voor, na = woord[:plek], woord[plek:]
        yield from (voor + letter + na for letter in LETTERS)
        yield from (voor + letter + na[1:] for letter in LETTERS if na)
        yield voor + na[1:]
        if len(na) > 1:
            yield voor + na[1] + na[0] + na[2:]
