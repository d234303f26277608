"""Tells when a name is no person: a shop, a club, a way of teaching, an instrument, a game or a tree."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.namelist import Namenlijst
from assistant.gate.redact_cues import Aanwijzingen, Sterkte
from assistant.gate.redact_words import Woord

ARTIKELEN = frozenset(("de", "het", "een", "geen", "n", "die", "deze", "elke", "mooie", "oude", "grote"))
OPTREDENS = frozenset(
    ("fan", "concert", "optreden", "liedjes", "liedje", "muziek", "album", "nummers", "clip", "tournee", "poster")
)
PLAATSEN_IN = frozenset(("in", "naar", "uit", "vanuit", "door", "binnen", "bij", "van", "via"))
LEEFTIJDVOOR = frozenset(("van", "groep", "klas", "is"))
VAN_IEMAND = frozenset(("zijn", "haar", "zn", "d", "hun", "der", "je"))


class Dingenlezer:
    """Reads what stands beside a name for signs that a thing is meant."""

    def __init__(self, lijst: Namenlijst, cue: Aanwijzingen) -> None:
        self._is, self._cue, self._dingsporen = lijst.verzamelingen, cue, lijst.dingsporen
        self._alle = self._is["dingen"] | self._is["winkels"] | self._is["methodes"] | self._is["spelen"]
        self._alle |= self._is["mijlpalen"]

    def is_ding(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether the name at this place stands for a thing."""
        if self._voor(rij, plek) in self._is["methodewoorden"] and not rij[plek].bezit:
            return True
        if self._voor(rij, plek) in self._is["heilig"] and self._na(rij, plek) in self._is["niet_achter_sint"]:
            return True
        if rij[plek].groot and self._voor(rij, plek) == "van" and self._voor(rij, plek - 1) in OPTREDENS:
            return True
        if self._na(rij, plek) in self._is["cursuswoorden"] and rij[plek].tekst.isupper():
            return True
        if rij[plek].groot and not rij[plek].kop and self._gebouw(rij, plek):
            return True
        if rij[plek].laag in self._dingsporen and self._met_spoor(rij, plek):
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

    def _gebouw(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "in het Sophia", "uit het Antonius": a hospital or a home, because nobody is called "het"."""
        return (
            self._voor(rij, plek) in ("het", "t")
            and rij[plek - 2 : plek - 1] != []
            and (self._voor(rij, plek - 1) in PLAATSEN_IN)
        )

    def _met_spoor(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "mark is ook geld geweest": another word of the message says that the thing is meant."""
        if (rij[plek].groot and not rij[plek].kop) or rij[plek].bezit or self._cue.links(rij, plek) == Sterkte.STERK:
            return False
        sporen = self._dingsporen[rij[plek].laag]
        return any(woord.laag in sporen for woord in rij)

    def _met_lidwoord(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "een puck", "onder de linde", "2 mark", "zijn beer": a thing; and "de Benjamin van de klas"."""
        if rij[plek].laag not in self._is["dingen"]:
            return False
        voor = self._voor(rij, plek)
        if rij[plek].groot:
            return voor in ("de", "een", "echte") and self._na(rij, plek) == "van"
        geteld = plek > 0 and rij[plek].los and rij[plek - 1].cijfer and self._voor(rij, plek - 1) not in LEEFTIJDVOOR
        achter_voorzetsel = self._voor(rij, plek - 1) in self._is["voorzetsels"]
        doet = self._na(rij, plek) in self._is["werkwoorden"]
        van_iemand = voor in VAN_IEMAND and (achter_voorzetsel or not doet)
        return voor in ARTIKELEN or geteld or van_iemand

    def _winkel(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "bij de dirk", "naar dirk supermarkt"."""
        if rij[plek].laag not in self._is["winkels"]:
            return False
        bij = self._voor(rij, plek) == "de" and (
            rij[plek].groot or self._voor(rij, plek - 1) in self._is["winkelvoorzetsels"]
        )
        kleren = self._voor(rij, plek) in ("van", "bij", "via", "op") and any(
            buur.laag in self._is["kledingwoorden"]
            for buur in [*rij[max(0, plek - 4) : plek], *rij[plek + 1 : plek + 4]]
        )
        return bij or kleren or self._na(rij, plek) in self._is["winkelwoorden"]

    def _methode(self, rij: Sequence[Woord], plek: int) -> bool:
        """ "montessori of dalton", "dalton onderwijs": beside another kind of teaching."""
        if rij[plek].laag not in self._is["methodes"]:
            return False
        if self._na(rij, plek) in self._is["methodewoorden"] | self._is["cursuswoorden"]:
            return True
        if self._voor(rij, plek) == "volgens" and not self._na(rij, plek):
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
