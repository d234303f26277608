"""What stands beside a name and gives it away: "mijn zoon", "ik heet" before it, "(8)", "van 5", "wil niet" behind it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from assistant.gate.namelist import Namenlijst
from assistant.gate.redact_words import MASKER, Woord

PLEK_IN_GEZIN = frozenset(("oudste", "jongste", "middelste"))
MIJN = frozenset(("mijn", "onze", "ons", "mn", "m'n", "me"))


class Sterkte(IntEnum):
    """How much a neighbour says: nothing, a little, enough for a name from the list, enough for a word nobody knows."""

    NIETS = 0
    ZWAK = 1
    MATIG = 2
    STERK = 3


class Aanwijzingen:
    """Reads the neighbours of a word."""

    def __init__(self, lijst: Namenlijst) -> None:
        self._is = lijst.verzamelingen
        self.mensen = self._is["familie"] | self._is["rollen"] | self._is["titels"]

    def links(self, rij: Sequence[Woord], plek: int) -> Sterkte:
        """What stands before the word at this place."""
        if plek == 0 or MASKER in rij[plek].voor:
            return Sterkte.NIETS
        vorige, tussen = rij[plek - 1], rij[plek].voor.strip()
        if vorige.laag in self._is["afsluiters"] or (vorige.laag == "van" and self._bij(rij, plek - 2, "afsluiters")):
            return Sterkte.MATIG
        if rij[plek].kop and tussen != ":":
            return Sterkte.NIETS
        if vorige.laag in self.mensen:
            return Sterkte.STERK if tussen in ("", "(", ":", "-", "\u2013") else Sterkte.MATIG
        if self.noemt(rij, plek):
            return Sterkte.STERK
        return max(self._stelt_voor(rij, plek), self._achter_voorzetsel(rij, plek))

    def _bij(self, rij: Sequence[Woord], plek: int, lijst: str) -> bool:
        return plek >= 0 and rij[plek].laag in self._is[lijst]

    def _anker(self, rij: Sequence[Woord], plek: int) -> int:
        """The place of the nearest word before this one that is no filler."""
        anker = plek - 1
        while anker > max(0, plek - 5) and rij[anker].laag in self._is["opvulling"] and not rij[anker].kop:
            anker -= 1
        return anker

    def noemt(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether somebody is called something: "heet", "naam is", "namens", "t.n.v."."""
        anker = self._anker(rij, plek)
        woord, ervoor = rij[anker], rij[anker - 1].laag if anker else ""
        if woord.laag in self._is["noemwoorden"]:
            return ervoor not in self._is["geen_persoon"] and (rij[plek].groot or not woord.laag.startswith("noem"))
        if rij[plek - 1].laag in self._is["naamwoorden"]:
            return True
        if woord.laag in ("is", "was", "luidt"):
            return any(eerder.laag in self._is["naamwoorden"] for eerder in rij[max(0, anker - 4) : anker])
        return woord.laag == "v" and ervoor in ("n", "a")

    def _stelt_voor(self, rij: Sequence[Woord], plek: int) -> Sterkte:
        """Whether somebody greets or says who it is: "hoi", "met", "ik ben", "dit is", "mijn kind is"."""
        anker = self._anker(rij, plek)
        ervoor = rij[anker - 1].laag if anker else ""
        vorige, woord = rij[plek - 1], rij[anker]
        if vorige.laag in self._is["groeten"]:
            return Sterkte.MATIG
        if vorige.laag == "met" and (
            vorige.kop or self._bij(rij, plek - 2, "groeten") or ervoor in ("spreek", "spreekt", "is", "hier")
        ):
            return Sterkte.MATIG
        if woord.laag in ("ben", "was") and ervoor in ("ik", "")[: 1 if anker else 2]:
            return Sterkte.MATIG
        if woord.laag.startswith("noem"):
            return (
                Sterkte.MATIG if any(tussen.laag in ("me", "mij") for tussen in rij[anker + 1 : plek]) else Sterkte.ZWAK
            )
        if vorige.laag == "is" and (ervoor in ("dit", "hier") or (rij[plek].groot and ervoor in self._is["familie"])):
            return Sterkte.MATIG
        return Sterkte.NIETS

    def _achter_voorzetsel(self, rij: Sequence[Woord], plek: int) -> Sterkte:
        vorige = rij[plek - 1]
        if vorige.laag == "van" and plek > 1 and (rij[plek - 2].laag in self.mensen | self._is["ouderwoorden"]):
            return Sterkte.STERK if rij[plek - 2].laag in self.mensen else Sterkte.MATIG
        if vorige.laag == "van" and plek > 1 and rij[plek - 2].laag == "naam":
            return Sterkte.MATIG
        los = vorige.laag in self._is["voorzetsels"] or any(
            vorige.laag in self._is[lijst] for lijst in ("eigen", "voorwerkwoorden", "voegwoorden", "werkwoorden")
        )
        return Sterkte.ZWAK if los and rij[plek].los else Sterkte.NIETS

    def rechts(self, rij: Sequence[Woord], plek: int) -> Sterkte:
        """What stands behind the word at this place."""
        if rij[plek].bezit:
            return Sterkte.MATIG if rij[plek].groot else Sterkte.NIETS
        if plek + 1 >= len(rij):
            return Sterkte.NIETS
        volgende = rij[plek + 1]
        if MASKER in volgende.voor:
            return Sterkte.MATIG if "(" in volgende.voor else Sterkte.NIETS
        if self._leeftijd(rij, plek) or self._is_van_iemand(rij, plek):
            return Sterkte.STERK
        if not volgende.los:
            return Sterkte.NIETS
        doet = volgende.laag in self._is["werkwoorden"] or volgende.laag in ("hier", "weer")
        if doet or (rij[plek].groot and self._uit_de_buurt(rij, plek)):
            return Sterkte.MATIG
        return (
            Sterkte.ZWAK
            if volgende.laag in self._is["bezittelijk"] or volgende.laag in ("is", "was")
            else Sterkte.NIETS
        )

    def _is_van_iemand(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "wolf is mijn zoontje", "storm is onze jongste"."""
        achter = [woord.laag for woord in rij[plek + 1 : plek + 4] if woord.los]
        if len(achter) < 3 or achter[0] not in ("is", "was"):
            return False
        if achter[1] in ("de", "het") and rij[plek].groot:
            return rij[plek].kop and achter[2] in PLEK_IN_GEZIN
        if achter[1] not in MIJN:
            return False
        return rij[plek].kop and achter[2] in self._is["familie"] | self._is["rollen"]

    def _uit_de_buurt(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "Rein van de overkant", "Floor van hiernaast"."""
        achter = [woord.laag for woord in rij[plek + 1 : plek + 4] if woord.los]
        if len(achter) > 2 and achter[1] in ("de", "het"):
            del achter[1]
        return len(achter) > 1 and achter[0] == "van" and achter[1] in self._is["buurtwoorden"]

    def _leeftijd(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether an age follows: "(8)", "van 5", ", 9 jaar", "is 11"."""
        volgende = rij[plek + 1]
        erna = rij[plek + 2] if plek + 2 < len(rij) else None
        daarna = rij[plek + 3].laag if plek + 3 < len(rij) else ""
        if self._is_leeftijd(volgende):
            haakje = volgende.voor.strip() == "("
            if haakje or not (volgende.voor in (" ", ", ") and erna is not None):
                return haakje
            return erna.laag in self._is["jaren"] if rij[plek].groot or volgende.voor == ", " else False
        if not volgende.los or erna is None or not erna.los or daarna in self._is["geen_leeftijd"]:
            return False
        return volgende.laag in ("van", "fan", "vn", "is", "wordt", "was") and self._is_leeftijd(erna)

    def _is_leeftijd(self, woord: Woord) -> bool:
        return len(woord.tekst) <= 2 if woord.cijfer else woord.laag in self._is["leeftijden"]
