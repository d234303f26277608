"""Tells which words of a sentence have a name and are no person: a saying, a disease, a foundation, a flower, "sam-sam"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from assistant.gate.namelist import Namenlijst, Woordenschat
from assistant.gate.redact_cues import Aanwijzingen, Sterkte
from assistant.gate.redact_words import Woord

MEESTE_WOORDEN, NABIJ = 4, 7
KOPPELINGEN = frozenset(("de", "van", "het", "en", "of", "der", "den", "la", "le", "the"))
GROEIT = frozenset(
    ("staan", "staat", "stond", "groeien", "groeit", "bloeien", "bloeit", "planten", "zaaien", "plukken", "ruikt")
)
_uitgerekt = re.compile(r"([^\W\d_])\1{2,}")


class Bekendlezer:
    """Knows what may stay although it looks like a name."""

    def __init__(self, lijst: Namenlijst, schat: Woordenschat, cue: Aanwijzingen) -> None:
        self._lijst, self._is, self._schat, self._cue = lijst, lijst.verzamelingen, schat, cue
        self._einden, self._dingeinden = tuple(self._is["soorteinden"]), tuple(self._is["dingeinden"])
        self._sporen = frozenset(lijst.reeksen).union(
            ("van",), *(self._is[naam] for naam in ("soort_ervoor", "artiesten", "soort_erachter", "bloemen"))
        )

    def vast(self, rij: Sequence[Woord]) -> set[int]:
        """The places of words that stay, whatever stands beside them."""
        vast: set[int] = set()
        for plek, woord in enumerate(rij):
            if self._zegt_soort(rij, plek) or self._club(rij, plek):
                vast.update(self._hoofdletters(rij, plek + 1))
            if woord.laag not in self._sporen:
                if not self._schat.kent(woord.laag) and (self._herhaalt(woord) or self._is_uitgerekt(woord)):
                    vast.add(plek)
                continue
            vast.update(self._uitdrukking(rij, plek))
            if woord.laag == "van" and plek and rij[plek - 1].laag in self._is["ziektes"]:
                vast.add(plek + 1)
                vast.update(self._hoofdletters(rij, plek + 2))
            elif woord.groot and woord.laag in self._is["soort_erachter"]:
                vast.update(self._ervoor(rij, plek))
            elif self._bloem(rij, plek):
                vast.add(plek)
        return vast

    def bekend(self, woord: Woord) -> bool:
        """Whether the lists know this as a disease, a character, a brand, an organisation or a place."""
        return woord.laag in self._is["bekend"]

    def _uitdrukking(self, rij: Sequence[Woord], plek: int) -> Iterator[int]:
        for reeks in self._lijst.reeksen.get(rij[plek].laag, ()):
            if tuple(ander.laag for ander in rij[plek : plek + len(reeks)]) == reeks:
                return iter(range(plek, plek + len(reeks)))
        return iter(())

    def _zegt_soort(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "stichting Lezen", "rapper Boef": behind a word for an artist only what is no first name."""
        laag = rij[plek].laag
        if plek + 1 >= len(rij) or not rij[plek + 1].los or not rij[plek + 1].groot:
            return False
        if laag in self._is["soort_ervoor"]:
            return True
        merk = rij[plek].groot and self.bekend(rij[plek]) and laag not in self._is["plaatsen"]
        soort = laag in self._is["artiesten"] or laag.endswith(self._einden)
        return (merk or soort) and rij[plek + 1].laag not in self._is["voornamen"]

    def _club(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "voetbalt bij Stormvogels": a club, when it is no first name."""
        if rij[plek].laag != "bij" or plek + 1 >= len(rij) or rij[plek + 1].laag in self._is["voornamen"]:
            return False
        return any(woord.laag in self._is["sportwoorden"] for woord in rij[max(0, plek - 3) : plek])

    def is_titel(self, woord: Woord) -> bool:
        """Whether a word with a capital is an ordinary one, or ends as a thing does: part of the name of a film or a course."""
        laag = woord.laag
        if laag in self._is["achternamen"] or laag in self._is["voornamen"]:
            return False
        return laag in self._is["engels"] or laag.endswith(self._dingeinden) or self._schat.in_woordenboek(laag)

    def _hoofdletters(self, rij: Sequence[Woord], plek: int) -> Iterator[int]:
        """The words with a capital from here on, with "de" or "en" between them."""
        laatste = min(len(rij), plek + MEESTE_WOORDEN)
        while plek < laatste and rij[plek].los:
            if rij[plek].groot:
                yield plek
            elif rij[plek].laag not in KOPPELINGEN or not (plek + 1 < laatste and rij[plek + 1].groot):
                return
            plek += 1

    def _ervoor(self, rij: Sequence[Woord], plek: int) -> Iterator[int]:
        """The words with a capital right before "Arena", "Foundation"."""
        yield plek
        for eerder in range(plek - 1, max(-1, plek - MEESTE_WOORDEN), -1):
            if not rij[eerder + 1].los or not rij[eerder].groot:
                return
            yield eerder

    def _herhaalt(self, woord: Woord) -> bool:
        """ "sam-sam", "tik-tak": the same word twice, but for one letter."""
        if woord.groot or "-" not in woord.laag:
            return False
        delen = woord.laag.split("-")
        return all(een[:1] == ander[:1] and Levenshtein.distance(een, ander) <= 1 for een, ander in pairwise(delen))

    def _is_uitgerekt(self, woord: Woord) -> bool:
        """ "saaaaai": an ordinary word with a letter drawn out."""
        if (woord.groot and not woord.kop) or not _uitgerekt.search(woord.laag):
            return False
        korter = (_uitgerekt.sub(vorm, woord.laag) for vorm in (r"\1\1", r"\1"))
        return any(self._schat.in_woordenboek(vorm) for vorm in korter)

    def _bloem(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "er staat jasmijn in de tuin": a flower beside a word about plants, and nobody who does something."""
        if rij[plek].groot or rij[plek].laag not in self._is["bloemen"]:
            return False
        if self._cue.links(rij, plek) == Sterkte.STERK or self._cue.rechts(rij, plek) >= Sterkte.MATIG:
            return False
        eerder = {woord.laag for woord in rij[max(0, plek - 3) : plek]}
        buren = (woord.laag for woord in rij[max(0, plek - NABIJ) : plek + NABIJ])
        return not eerder.isdisjoint(GROEIT) or any(buur in self._is["tuinwoorden"] for buur in buren)
