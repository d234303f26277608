"""Finds a school by a name that many schools have, in small letters: "naar het vogelnest", "de wegwijzer heeft hem geschorst"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.namelist import Namenlijst, Woordenschat
from assistant.gate.redact_school_names import Schoolnaamlezer
from assistant.gate.redact_words import Woord

LIDWOORDEN = ("de", "het", "t")
PLEKKEN = frozenset(("op", "bij", "naar", "van", "vanuit"))
AANEEN = (" ", " '", " \u2019")
NIVEAUS = frozenset(
    ("vmbo", "havo", "vwo", "mavo", "gymnasium", "atheneum", "brugklas", "mentor", "rector", "kader", "mbo")
)
BEREIK, VLAKBIJ, KORTSTE_NAAM = 10, 5, 5


class Schoolbekenden:
    """Knows the names that are used for schools and for little else."""

    def __init__(self, lijst: Namenlijst, schat: Woordenschat, naam: Schoolnaamlezer) -> None:
        self._is, self._schat, self._naam = lijst.verzamelingen, schat, naam
        gewoon = self._is["alledaags"] | self._is["geen_scholen"] | self._is["plaatsen"]
        self._namen = frozenset(een for een in self._is["schoolnamen"] - gewoon if not schat.kent(een))
        self._sporen = self._is["schoolsporen"] | self._is["kindwoorden"]

    def vanaf(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """First and last word of the name that is read from this word on."""
        laag = rij[plek].laag
        if (
            laag in PLEKKEN
            and plek + 2 < len(rij)
            and rij[plek + 1].laag in LIDWOORDEN
            and rij[plek + 1].voor in AANEEN
        ):
            return self._achter_voorzetsel(rij, plek)
        if rij[plek].kop and laag in LIDWOORDEN and plek + 2 < len(rij):
            return self._onderwerp(rij, plek)
        return None

    def _achter_voorzetsel(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        kern = plek + 2
        if rij[kern].groot or not rij[kern].los:
            return None
        if (
            kern + 1 < len(rij)
            and rij[kern + 1].los
            and f"{rij[kern].laag}-{rij[kern + 1].laag}" in self._is["schoolparen"]
        ):
            return (plek + 1, kern + 1) if self._gesprek(rij, plek, kern + 1) else None
        if rij[kern].laag in self._namen and self._gesprek(rij, plek, kern):
            return plek + 1, kern
        niveau = rij[plek + 1].laag != "de" and any(buur.laag in NIVEAUS for buur in rij[max(0, plek - VLAKBIJ) : plek])
        return (plek + 1, kern) if niveau and self._vreemd(rij[kern].laag) else None

    def _vreemd(self, laag: str) -> bool:
        """Whether this word is in no list: "vmbo op het wellant"."""
        if len(laag) < KORTSTE_NAAM or self._naam.nooit(laag) or laag in self._is["geen_scholen"]:
            return False
        return laag not in self._is["bekend"] and not self._schat.in_woordenboek(laag)

    def _gesprek(self, rij: Sequence[Woord], plek: int, laatste: int) -> bool:
        """Whether a child or a word about school stands near, and no drawing or story."""
        buren = [*rij[max(0, plek - BEREIK) : plek], *rij[laatste + 1 : laatste + BEREIK]]
        if any(buur.laag in self._is["afbeeldingen"] for buur in buren):
            return False
        return any(buur.laag in self._sporen or self._naam.is_spoor(buur.laag) for buur in buren)

    def _onderwerp(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "de wegwijzer heeft mijn zoon geschorst": a verb behind it, and a child or a word about school."""
        kern = plek + 1
        if rij[kern].laag not in self._namen or not (rij[kern].los and rij[kern + 1].los):
            return None
        doet = rij[kern + 1].laag in self._is["werkwoorden"] or rij[kern + 1].laag in self._is["schoolwerkwoorden"]
        return (plek, kern) if doet and self._gesprek(rij, plek, kern) else None
