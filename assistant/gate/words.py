"""Turns a text into plain words for the danger rules: folded, unstretched, unspaced, with the usual chat spellings undone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from assistant.gate.clean import opschonen

LANGSTE_WOORD = 60
LANGSTE_HASHTAG = 40
CIJFERLETTERS = str.maketrans("013457@$", "oieastas")
APOSTROFS = str.maketrans("", "", "'\u2019\u2018`\u00b4")

_brokken = re.compile(
    r"(?P<los>(?<![^\W_])[^\W\d_](?:[ .*_-]{1,2}[^\W\d_]){3,}(?![^\W_]))"
    r"|(?P<woord>(?:[^\W_]|(?<=\w)[@$*](?=\w))+(?:['\u2019\u2018`\u00b4][^\W_]+)*|['\u2019\u2018`\u00b4][^\W_]+)"
    r"|(?P<zacht>\.{2,}|\u2026|\n(?!\n)|[,;:()\u2013\u2014]|(?<=\s)-(?=\s))"
    r"|(?P<hard>[.!?]+|\n\n)"
)
_gerekt = re.compile(r"([^\W\d_])\1{2,}")
_leeftijd_en_eenheid = re.compile(r"(\d+)([^\W\d_]+)")
_los_scheiding = re.compile(r"[ .*_-]+")


@dataclass(frozen=True, slots=True)
class Woord:
    """One word as the rules see it; `nieuw` marks the first word after a comma or other soft break."""

    vorm: str
    nieuw: bool = False


Kent = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Spelling:
    """What chat words stand for, long words in which one typing error is undone, and how words written as one may begin."""

    voluit: Mapping[str, str]
    typfouten: Sequence[str]
    aaneen: Sequence[str]


def vouwen(tekst: str) -> str:
    """The text in lower case without diacritics."""
    if tekst.isascii():
        return tekst.lower()
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return unicodedata.normalize("NFC", "".join(teken for teken in ontleed if not unicodedata.combining(teken)))


class Woordenaar:
    """Splits a text into sentences of words; `kent` says whether the rules know a word, `heel` the same without wildcards."""

    def __init__(self, kent: Kent, heel: Kent, spelling: Spelling) -> None:
        self._kent = kent
        self._heel = heel
        self._spelling = {woord: tuple(vol.split()) for woord, vol in spelling.voluit.items()}
        self._typfouten = _typfouten_van(spelling.typfouten)
        self._aaneen = tuple(spelling.aaneen)
        self._vormen = lru_cache(maxsize=20_000)(self._vormen_van)

    def zinnen(self, tekst: str) -> list[list[Woord]]:
        """The sentences of the text, each a list of words; empty sentences are left out."""
        zinnen: list[list[Woord]] = [[]]
        nieuw = True
        for brok in _brokken.finditer(vouwen(opschonen(tekst))):
            soort = brok.lastgroup
            if soort == "hard":
                zinnen.append([])
            if soort in ("hard", "zacht"):
                nieuw = True
                continue
            for vorm in self._los(brok.group()) if soort == "los" else self._vormen(brok.group()):
                zinnen[-1].append(Woord(vorm, nieuw))
                nieuw = False
        return [zin for zin in zinnen if zin]

    def _los(self, brok: str) -> tuple[str, ...]:
        """Letters with spaces between ("d o o d") read as words, when the rules know those words."""
        aaneen = _los_scheiding.sub("", brok)
        delen = self._vormen(aaneen) if len(aaneen) <= LANGSTE_HASHTAG else ()
        return delen if any(self._kent(deel) for deel in delen) else tuple(_los_scheiding.split(brok))

    def _vormen_van(self, ruw: str) -> tuple[str, ...]:
        vorm = ruw.translate(APOSTROFS)[:LANGSTE_WOORD]
        if not vorm:
            return ()
        if vorm in self._spelling:
            return self._spelling[vorm]
        eenheid = _leeftijd_en_eenheid.fullmatch(vorm)
        if eenheid:
            return (eenheid[1], *self._vormen(eenheid[2]))
        return self._uit_letters(vorm)

    def _uit_letters(self, vorm: str) -> tuple[str, ...]:
        if self._kent(vorm):
            return (vorm,)
        for kandidaat in self._kandidaten(vorm):
            if kandidaat in self._spelling:
                return self._spelling[kandidaat]
            if self._kent(kandidaat):
                return (kandidaat,)
        return self._geknipt(vorm) or (_gerekt.sub(r"\1", vorm),)

    def _kandidaten(self, vorm: str) -> list[str]:
        """Other readings of an unknown word: digits as letters, stretched letters short, a known typing error undone."""
        lezingen = [vorm]
        if not vorm.isalpha() and not vorm.isdigit():
            lezingen.append(vorm.translate(CIJFERLETTERS))
        lezingen += [kort for lezing in tuple(lezingen) for kort in _ontrekt(lezing)]
        return lezingen[1:] + [goed for lezing in lezingen if (goed := self._hersteld(lezing))]

    def _hersteld(self, vorm: str) -> str | None:
        if len(vorm) < 5:
            return None
        return next(
            (self._typfouten[deel] for deel in (vorm, *_met_een_letter_weg(vorm)) if deel in self._typfouten), None
        )

    def _geknipt(self, vorm: str) -> tuple[str, ...] | None:
        """A run of words written as one ("ikwildood"), cut when all of it is known."""
        if not 7 <= len(vorm) <= LANGSTE_HASHTAG or not vorm.startswith(self._aaneen):
            return None
        beste: list[tuple[str, ...] | None] = [()] + [None] * len(vorm)
        for eind in range(1, len(vorm) + 1):
            for begin in range(max(0, eind - 14), eind):
                voor = beste[begin]
                deel = vorm[begin:eind]
                if (
                    voor is not None
                    and self._mag_los(deel)
                    and (beste[eind] is None or len(voor) + 1 < len(beste[eind] or ()))
                ):
                    beste[eind] = (*voor, deel)
        delen = beste[-1]
        return delen if delen and len(delen) >= 3 and delen[0] in self._aaneen else None

    def _mag_los(self, deel: str) -> bool:
        return len(deel) > 1 and (deel in self._spelling or self._heel(deel))


def _ontrekt(vorm: str) -> list[str]:
    """The word with each stretched letter once or twice ("doooood": "dod", "dood"); the doubled reading first."""
    delen = _gerekt.split(vorm)
    if len(delen) == 1 or len(delen) > 9:
        return []
    vast, letters = delen[0::2], delen[1::2]
    lezingen = []
    for aantallen in product((2, 1), repeat=len(letters)):
        stukken = [deel + letter * aantal for deel, letter, aantal in zip(vast, letters, aantallen, strict=False)]
        lezingen.append("".join(stukken) + vast[-1])
    return lezingen


def _met_een_letter_weg(vorm: str) -> list[str]:
    return [vorm[:plek] + vorm[plek + 1 :] for plek in range(len(vorm))]


def _typfouten_van(woorden: Sequence[str]) -> dict[str, str]:
    """What each word looks like with one letter gone, so that one typing error can be undone without a dictionary."""
    fouten = {deel: woord for woord in sorted(woorden) for deel in _met_een_letter_weg(woord)}
    return fouten | {woord: woord for woord in woorden}
