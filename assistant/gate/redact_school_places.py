"""Finds a school that is only called by its name ("op de klimop", "groep 8, De Stromen"), where the talk is about school."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.namelist import Namenlijst, Woordenschat
from assistant.gate.redact_school_names import Schoolnaamlezer
from assistant.gate.redact_words import MASKER, Woord

NAAMEIND = ("hof", "boom", "burg", "schip", "nest", "baken", "wiek", "akker", "horst", "brug", "toren", "rank", "poort")
EIGEN_LIDWOORDEN = ("de", "het", "t")
BEREIK, VLAKBIJ, KORTSTE_NAAM = 10, 4, 5


class Schoolplekken:
    """Finds names of schools that have no word for school before or behind them."""

    def __init__(self, lijst: Namenlijst, schat: Woordenschat, naam: Schoolnaamlezer) -> None:
        self._is, self._schat, self._naam = lijst.verzamelingen, schat, naam
        self._sporen = self._is["schoolsporen"]

    def vanaf(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """First and last word of the name that is read from this word on."""
        laag = rij[plek].laag
        if laag in self._is["plaatswoorden"]:
            return self._op_de(rij, plek)
        if laag == "in":
            return self._in(rij, plek)
        return self._zonder_voorzetsel(rij, plek) if laag in EIGEN_LIDWOORDEN else None

    def _op_de(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "op de klimop", "bij het Vondelhof", "op Al Noer", "van Het Speelkasteel"."""
        begin = plek + 1
        if begin >= len(rij):
            return None
        if heilig := self._heilig(rij, plek, begin):
            return heilig
        kern = self._kern(rij, begin)
        if kern >= len(rij) or rij[kern].voor.strip(" '\u2019") or rij[kern].cijfer or self._naam.nooit(rij[kern].laag):
            return None
        if not self._kan_plek(rij, plek, kern):
            return None
        laatste = self._naam.eind(rij, kern)
        if rij[begin].laag in self._is["lidwoorden"] and self._aan_lidwoord(rij, plek, kern):
            return begin, laatste
        lijkt = self._lijkt(rij, begin, kern, plaats=rij[plek].laag)
        return (begin, laatste) if lijkt and self._in_gesprek(rij, plek, laatste) else None

    def _kern(self, rij: Sequence[Woord], begin: int) -> int:
        """The place of the name itself, behind an article or "Al"."""
        kern = begin + (rij[begin].laag in self._is["lidwoorden"])
        if kern + 1 < len(rij) and kern == begin and rij[begin].groot and rij[begin].laag in ("al", "el"):
            kern += rij[kern + 1].groot
        return kern

    def _kan_plek(self, rij: Sequence[Woord], plek: int, kern: int) -> bool:
        """Whether no drawing of it is meant, nor an everyday thing: that needs capitals or a word about school beside it."""
        if rij[plek].laag == "van" and plek and rij[plek - 1].laag in self._is["afbeeldingen"]:
            return False
        if rij[kern].groot and (rij[plek + 1].groot or rij[plek + 1].laag == "t"):
            return True
        weg = rij[plek].laag == "naar" and plek > 1 and rij[plek - 2].laag in ("van", "uit", "na")
        vlakbij = [*rij[max(0, plek - 2) : 0 if weg else plek], *rij[kern + 1 : kern + 2]]
        return rij[kern].laag not in self._is["alledaags"] or any(
            buur.laag in self._is["aangrenzend"] for buur in vlakbij
        )

    def _zit(self, rij: Sequence[Woord], plek: int) -> bool:
        return rij[plek].laag == "op" and any(buur.laag in self._is["zitten"] for buur in rij[max(0, plek - 3) : plek])

    def _in_gesprek(self, rij: Sequence[Woord], plek: int, laatste: int) -> bool:
        """Whether a word about school stands near, or somebody "sits at" it."""
        buren = [*rij[max(0, plek - BEREIK) : plek], *rij[laatste + 1 : laatste + BEREIK]]
        return self._zit(rij, plek) or any(
            buur.laag in self._sporen or self._naam.is_spoor(buur.laag) for buur in buren
        )

    def _aan_lidwoord(self, rij: Sequence[Woord], plek: int, kern: int) -> bool:
        """Whether "het Vondelhof", "de x groep 5", "juf van de x" or "zit op de x" gives the name away."""
        if rij[kern].groot and rij[kern].laag.endswith(NAAMEIND) and rij[plek].laag in ("op", "bij"):
            return True
        groep = kern + 2 < len(rij) and rij[kern + 1].laag in ("groep", "klas") and rij[kern + 2].cijfer
        if groep and not self._schat.gewoon(rij[kern].laag):
            return True
        juf = rij[plek].laag == "van" and plek > 0 and rij[plek - 1].laag in self._is["aangrenzend"]
        return (juf or self._zit(rij, plek)) and self._onbekende_plek(rij[kern])

    def _onbekende_plek(self, woord: Woord) -> bool:
        """A word that is in no list and does not end in a thing to sit on."""
        laag = woord.laag
        if self._schat.kent(laag) or self._naam.is_voornaam(laag) or len(laag) < KORTSTE_NAAM:
            return False
        return not laag.endswith(tuple(self._is["schoolachter"])) and laag not in self._is["geen_scholen"]

    def _lijkt(self, rij: Sequence[Woord], begin: int, kern: int, *, plaats: str) -> bool:
        """Whether this is a name that schools have, or a name with a capital that is no person and no village."""
        woord, laag = rij[kern], rij[kern].laag
        if laag in self._is["geen_scholen"]:
            return False
        if laag in self._is["schoolnamen"]:
            return kern > begin
        if not woord.groot or self._naam.is_voornaam(laag):
            return False
        if kern > begin:
            return self._met_eigen_lidwoord(rij, begin) or laag.endswith(NAAMEIND) or not self._schat.gewoon(laag)
        return plaats == "op" and not self._schat.gewoon(laag)

    def _met_eigen_lidwoord(self, rij: Sequence[Woord], begin: int) -> bool:
        """Whether the article belongs to a name: "De" or "Het" with a capital inside a sentence."""
        return rij[begin].groot and not rij[begin].kop and rij[begin].laag in EIGEN_LIDWOORDEN

    def _heilig(self, rij: Sequence[Woord], plek: int, begin: int) -> tuple[int, int] | None:
        """ "in 't Sint-Aloysius", "op de St. Jan": with an article or "op" before it, where the talk is about school."""
        kern = begin + (rij[begin].laag in EIGEN_LIDWOORDEN)
        if kern >= len(rij) or (kern == begin and rij[plek].laag != "op"):
            return None
        if not rij[kern].groot and (kern > begin or rij[kern].laag in ("koning", "koningin")):
            return None
        laatste = self._naam.heilig(rij, kern)
        if laatste is None or not self._in_gesprek(rij, plek, laatste):
            return None
        return kern, laatste

    def _in(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "op school in De Zonnebloem": "in" only right behind a word about school, because villages have a De too."""
        begin, kern = plek + 1, plek + 2
        if begin < len(rij) and (heilig := self._heilig(rij, plek, begin)):
            return heilig
        if kern >= len(rij) or rij[begin].laag not in EIGEN_LIDWOORDEN or not self._kan_naam(rij[kern]):
            return None
        erbij = any(self._naam.is_spoor(buur.laag) for buur in rij[max(0, plek - 2) : plek])
        eigen = rij[kern].groot and (rij[begin].groot or rij[begin].laag == "t")
        return (begin, self._naam.eind(rij, kern)) if erbij and eigen else None

    def _kan_naam(self, woord: Woord) -> bool:
        laag = woord.laag
        return not (woord.cijfer or len(laag) < 2 or self._naam.nooit(laag) or laag in self._is["geen_scholen"])

    def _zonder_voorzetsel(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "groep 8, De Stromen", "Het Kompas wil hem niet meer op school": both words with a capital."""
        kern = plek + 1
        if kern >= len(rij) or not (rij[kern].groot and rij[kern].los and self._kan_naam(rij[kern])):
            return None
        if not rij[plek].groot and rij[plek].laag != "t":
            return None
        laatste = self._naam.eind(rij, kern)
        los_deel = self._is_los_deel(rij, plek, laatste)
        vlakbij = any(self._naam.is_spoor(buur.laag) for buur in rij[max(0, plek - VLAKBIJ) : plek])
        if los_deel and vlakbij and not self._naam.is_voornaam(rij[kern].laag):
            return plek, laatste
        alledaags = rij[plek].kop and rij[kern].laag in self._is["alledaags"]
        bekend = rij[kern].laag in self._is["schoolnamen"] and not alledaags
        if bekend and self._doet_iets(rij, plek, laatste):
            return plek, laatste
        gesprek = self._in_gesprek(rij, plek, laatste) or (los_deel and any(MASKER in woord.voor for woord in rij))
        return (plek, laatste) if bekend and gesprek else None

    def _doet_iets(self, rij: Sequence[Woord], plek: int, laatste: int) -> bool:
        """ "De Tweesprong heeft mijn kind gefilmd": the name begins the sentence, a verb follows, and then a child or a pupil."""
        if not rij[plek].kop or laatste + 1 >= len(rij) or not rij[laatste + 1].los:
            return False
        verder = rij[laatste + 2 : laatste + 2 + BEREIK]
        return rij[laatste + 1].laag in self._is["werkwoorden"] and any(
            woord.laag in self._is["schooldaden"] for woord in verder
        )

    def _is_los_deel(self, rij: Sequence[Woord], plek: int, laatste: int) -> bool:
        """Whether the name stands alone between commas, as in a signature."""
        alleen = laatste + 1 == len(rij) or rij[laatste + 1].voor != " "
        return alleen and rij[plek].voor.rstrip()[-1:] in (",", "(", "-", "|", "\u2013")
