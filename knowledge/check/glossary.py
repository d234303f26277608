"""The word list of the editors: jargon with its plain words, and long words that everybody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from knowledge.errors import plek
from knowledge.models import Model, Zin
from knowledge.words import lemma
from knowledge.yaml_file import bouw, lees_yaml

BESTAND = "landelijk/woordenlijst.yml"
LANG, VERTROUWD_IN, DEEL_MIN = 12, 3, 4
TUSSENLETTERS = ("", "s", "en", "e", "n")
WOORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Vakwoord(Model):
    """A word that not every reader knows, in its forms, with plain words and the fragments that count as explaining it."""

    woord: Zin
    ook: tuple[Zin, ...] = ()
    gewoon: Zin
    uitleg: tuple[Zin, ...] = ()
    beroep: bool = True
    """Whether professionals know the word, so that an article for them alone need not explain it."""

    def patroon(self) -> re.Pattern[str]:
        """Finds the word in any of its forms; an abbreviation in capitals only in capitals."""
        vormen = [re.escape(vorm) if vorm.isupper() else f"(?i:{re.escape(vorm)})" for vorm in (self.woord, *self.ook)]
        return re.compile(rf"(?<![\w-])(?:{'|'.join(vormen)})(?!\w)")


class Woordenlijst(Model):
    """What stands in woordenlijst.yml; empty for a folder without one."""

    jargon: tuple[Vakwoord, ...] = ()
    bekend: tuple[Zin, ...] = ()

    def woorden(self) -> list[str]:
        """Every word that the list knows."""
        return [*self.bekend, *(vorm for vak in self.jargon for vorm in (vak.woord, *vak.ook))]


def lees_woordenlijst(basis: Path) -> Woordenlijst:
    """The word list of this content folder; raises KennisFout when it is not right."""
    bestand = basis / BESTAND
    if not bestand.is_file():
        return Woordenlijst()
    tekst, naam = bestand.read_text(encoding="utf-8-sig"), plek(bestand, basis)
    return bouw(Woordenlijst, lees_yaml(tekst, naam), tekst=tekst, bestand=naam)


def lange_woorden(tekst: str) -> list[str]:
    """The words of LANG letters or more; a word with a hyphen counts as its parts."""
    return [woord for woord in WOORD.findall(tekst) if len(woord) >= LANG]


def vertrouwde_woorden(teksten: Iterable[str], gewoon: Iterable[str], lijst: Woordenlijst) -> frozenset[str]:
    """The dictionary forms that stand in several texts, or once in `gewoon` (what visitors type) or in the list."""
    telling = Counter(vorm for tekst in teksten for vorm in _vormen(tekst))
    eigen = {vorm for stuk in gewoon for vorm in _vormen(stuk)}
    bekend = {vorm for term in lijst.woorden() for vorm in _vormen(term)}
    return frozenset({vorm for vorm, aantal in telling.items() if aantal >= VERTROUWD_IN} | eigen | bekend)


def is_vertrouwd(woord: str, vertrouwd: frozenset[str]) -> bool:
    """Whether this word is in the vocabulary, or made of two words that are ('natuurspeeltuin')."""
    laag = woord.lower()
    if lemma(laag) in vertrouwd:
        return True
    knippen = range(DEEL_MIN, len(laag) - DEEL_MIN + 1)
    return any(
        lemma(laag[i:]) in vertrouwd
        and any(lemma(_zonder_tussenletter(laag[:i], t)) in vertrouwd for t in TUSSENLETTERS)
        for i in knippen
    )


def _zonder_tussenletter(deel: str, letters: str) -> str:
    return deel.removesuffix(letters) if len(deel) - len(letters) >= DEEL_MIN else deel


def _vormen(tekst: str) -> set[str]:
    return {lemma(woord.lower()) for woord in WOORD.findall(tekst) if len(woord) >= DEEL_MIN}
