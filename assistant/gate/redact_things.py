"""Tells when a name is no person: a shop, a club, a way of teaching, an instrument, a game or a tree."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.namelist import Namenlijst
from assistant.gate.redact_cues import Aanwijzingen, Sterkte
from assistant.gate.redact_words import Woord

ARTIKELEN = frozenset(("de", "het", "een", "geen", "n", "die", "deze", "elke", "mooie", "oude", "grote"))


class Dingenlezer:
    """Reads what stands beside a name for signs that a thing is meant."""

    def __init__(self, lijst: Namenlijst, cue: Aanwijzingen) -> None:
        self._is, self._cue = lijst.verzamelingen, cue
        self._alle = self._is["dingen"] | self._is["winkels"] | self._is["methodes"] | self._is["spelen"]
        self._alle |= self._is["mijlpalen"]

    def is_ding(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether the name at this place stands for a thing."""
        if self._voor(rij, plek) in self._is["methodewoorden"] and not rij[plek].bezit:
            return True
        if self._voor(rij, plek) in self._is["heilig"] and self._na(rij, plek) in self._is["niet_achter_sint"]:
            return True
        if rij[plek].laag not in self._alle or self._cue.links(rij, plek) == Sterkte.STERK:
            return False
        lezers = (self._met_lidwoord, self._winkel, self._methode, self._spel, self._mijlpaal)
        return any(lezer(rij, plek) for lezer in lezers)

    def _voor(self, rij: Sequence[Woord], plek: int) -> str:
        """The word right before this one, with nothing but a space between."""
        return rij[plek - 1].laag if plek > 0 and rij[plek].los else ""

    def _na(self, rij: Sequence[Woord], plek: int) -> str:
        return rij[plek + 1].laag if plek + 1 < len(rij) and rij[plek + 1].los else ""

    def _met_lidwoord(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "een puck", "onder de linde": in small letters behind an article."""
        if rij[plek].groot or rij[plek].laag not in self._is["dingen"]:
            return False
        return self._voor(rij, plek) in ARTIKELEN

    def _winkel(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "bij de dirk", "naar dirk supermarkt"."""
        if rij[plek].laag not in self._is["winkels"]:
            return False
        bij = self._voor(rij, plek) == "de" and self._voor(rij, plek - 1) in self._is["winkelvoorzetsels"]
        return bij or self._na(rij, plek) in self._is["winkelwoorden"]

    def _methode(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "montessori of dalton", "dalton onderwijs": beside another kind of teaching."""
        if rij[plek].laag not in self._is["methodes"]:
            return False
        if self._na(rij, plek) in self._is["methodewoorden"]:
            return True
        buren = [*rij[max(0, plek - 2) : plek], *rij[plek + 1 : plek + 3]]
        return any(buur.laag in self._is["methodes"] or buur.laag.endswith(("onderwijs", "school")) for buur in buren)

    def _spel(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "hij wil bas leren spelen", "ze speelt viool": behind the one who plays; somebody one plays with is no game."""
        if rij[plek].laag not in self._is["spelen"] or rij[plek].groot:
            return False
        voor, na = self._voor(rij, plek), self._na(rij, plek)
        na = self._na(rij, plek + 1) if na in ("leren", "gaan", "te") else na
        wie = any(
            buur.laag in self._is["spelers"] | self._cue.mensen for buur in rij[max(0, plek - 3) : max(0, plek - 1)]
        )
        speelt = na in self._is["speelwoorden"] or voor in ("speel", "speelt", "speelde")
        return wie and speelt and voor not in self._is["niet_voor_spel"]

    def _mijlpaal(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "werd mijn man abraham", "hij is 50, abraham dus": at the end of a clause."""
        if rij[plek].laag not in self._is["mijlpalen"] or self._na(rij, plek) not in ("", "en", "maar"):
            return False
        return any(
            buur.laag in self._is["mijlpaalwoorden"] or buur.tekst == "50" for buur in rij[max(0, plek - 5) : plek]
        )
