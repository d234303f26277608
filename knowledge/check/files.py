"""Where a mistake stands: the line of a piece of text in a file, also when an editor wrapped it over several lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.base import Kennisbank
from knowledge.check.glossary import Woordenlijst
from knowledge.errors import Melding

ZOEKLENGTE = 40


class Bestand:
    """One file, as running text in which every word knows its line."""

    def __init__(self, basis: Path, naam: str) -> None:
        self.naam = naam
        pad = basis / naam
        regels = pad.read_text(encoding="utf-8-sig").splitlines() if pad.is_file() else []
        self._begin: list[int] = []
        self._regel: list[int] = []
        self._tekst = ""
        for nummer, regel in enumerate(regels, 1):
            for woord in regel.split():
                self._begin.append(len(self._tekst))
                self._regel.append(nummer)
                self._tekst += f"{woord} "

    def regel(self, zoek: str, *, onder: str = "", keer: int = 1) -> int:
        """The line where this text stands for the `keer`-th time below the field or heading `onder`; line 1 when nowhere."""
        stuk = " ".join(zoek.split())[:ZOEKLENGTE].strip()
        koppen = (self._tekst.find(vorm) for vorm in (f"## {onder} ", f"{onder}: ")) if onder else ()
        begin = max(0, *koppen, 0)
        for start in (begin, 0):
            plaats = self._plaats(stuk, start, keer)
            if plaats >= 0:
                return self._regel[bisect_right(self._begin, plaats) - 1]
        return 1

    def _plaats(self, stuk: str, start: int, keer: int) -> int:
        plaats = start - 1
        for _ in range(keer if stuk else 0):
            volgende = self._tekst.find(stuk, plaats + 1)
            if volgende < 0:
                break
            plaats = volgende
        return plaats if plaats >= start else -1

    def meld(self, zoek: str, veld: str, uitleg: str, ernst: str = "fout") -> Melding:
        """A finding on the line where `zoek` stands, below the field or heading `veld`."""
        return Melding(self.naam, self.regel(zoek, onder=veld), veld, uitleg, ernst)


@dataclass(frozen=True)
class Inhoud:
    """All content of one folder on one day, with what the rules need to judge it."""

    kennis: Kennisbank
    basis: Path
    vandaag: date
    woordenlijst: Woordenlijst
    vertrouwd: frozenset[str]
    """The words that the articles share or that visitors use; a long word outside it is rare."""

    def bestand(self, naam: str) -> Bestand:
        """The file with this name below the content folder."""
        return Bestand(self.basis, naam)
