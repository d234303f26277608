"""Reads the name of a school: which words can be one, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.namelist import Namenlijst, Woordenschat
from assistant.gate.redact_words import Woord

MEESTE_WOORDEN = 4
ARABISCH = ("al", "el", "an", "ar", "as")


class Schoolnaamlezer:
    """Knows which words can be the name of a school, and which words go on with it."""

    def __init__(self, lijst: Namenlijst, schat: Woordenschat) -> None:
        self._is, self._reeksen = lijst.verzamelingen, lijst.reeksen
        self._schat = schat
        self._voornamen = self._is["voornamen"] - self._is["dubbelzinnig"] - self._is["hoofdletter"]
        self._sporen = self._is["sporen"] | self._is["losse_soorten"]
        self._begin = tuple(self._is["spoorbegin"])
        self._eind = tuple(self._is["spooreind"])

    def is_voornaam(self, laag: str) -> bool:
        """Whether this is a first name, and nothing else."""
        return laag in self._voornamen

    def is_spoor(self, laag: str) -> bool:
        """Whether this word shows that the talk is about school or childcare."""
        return laag in self._sporen or laag.startswith(self._begin) or laag.endswith(self._eind)

    def nooit(self, laag: str) -> bool:
        """Whether this word is never the name of a school; nor is "D-tjes"."""
        if laag[1:2] == "-":
            return True
        lijsten = ("geen_naam", "geen_school", "familie", "rollen", "titels")
        return any(laag in self._is[lijst] for lijst in lijsten) and laag not in self._is["schoolnamen"]

    def heilig(self, rij: Sequence[Woord], plek: int) -> int | None:
        """The last word of "Sint Jozef", "St. Jan" or "Sint-Aloysius" that starts here; a village or a church is none."""
        laag, kern = rij[plek].laag, plek
        if laag in self._is["heilig"]:
            kern = plek + 1
            if kern >= len(rij) or rij[kern].voor not in (" ", ". ", ".") or self.nooit(rij[kern].laag):
                return None
        elif not laag.startswith(("sint-", "st-")):
            return None
        naam = laag.partition("-")[2] if kern == plek else rij[kern].laag
        erna = rij[kern + 1].laag if kern + 1 < len(rij) and rij[kern + 1].los else ""
        if naam.partition("-")[0] in self._is["sint_plaatsen"] or erna in self._is["niet_achter_sint"]:
            return None
        return self.eind(rij, kern)

    def eind(self, rij: Sequence[Woord], kern: int) -> int:
        """The last word of a name that starts here: capitals go on, with "van" and "de" between them."""
        laatste = kern + self.reeks(rij, kern) - 1
        while laatste + 1 < min(len(rij), kern + MEESTE_WOORDEN) and (
            rij[laatste + 1].los or self._apostrof(rij, laatste + 1)
        ):
            stap = self._stap(rij, kern, laatste)
            if not stap:
                break
            laatste += stap
        return laatste

    def _apostrof(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether "'t" stands here with a capital behind it: "Visser 't Hooft"."""
        achter = rij[plek + 1 : plek + 2]
        return rij[plek].laag == "t" and rij[plek].voor in (" '", " \u2019") and bool(achter) and achter[0].groot

    def _stap(self, rij: Sequence[Woord], kern: int, laatste: int) -> int:
        """How many words the name goes on behind this one: none, one, or two with a word between."""
        volgende = rij[laatste + 1]
        if volgende.laag in self._is["slotwoorden"] or (volgende.groot and volgende.laag not in self._is["geen_naam"]):
            return 1
        tussen = volgende.laag in ("van", "de", "der", "het", "den", "en", "t") and laatste + 2 < len(rij)
        if tussen and rij[laatste + 2].groot and rij[laatste + 2].los and rij[kern].groot:
            return 2
        return 1 if laatste == kern and not rij[kern].groot and self._tweede(volgende) else 0

    def _tweede(self, woord: Woord) -> bool:
        onbekend = not self._schat.gewoon(woord.laag) and woord.laag not in self._voornamen
        return onbekend and not self.nooit(woord.laag) and len(woord.laag) > 2 and not woord.cijfer

    def reeks(self, rij: Sequence[Woord], kern: int) -> int:
        """How many words of a fixed phrase start here ("dikkie dik")."""
        for reeks in self._reeksen.get(rij[kern].laag, ()):
            if tuple(woord.laag for woord in rij[kern : kern + len(reeks)]) == reeks:
                return len(reeks)
        return 1
