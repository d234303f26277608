"""Finds a school by the capital of its name: "op de Klaproos", "naar het Brinkman", "De Fladder geeft de kinderen tv"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.gate.namelist import Namenlijst, Woordenschat
from assistant.gate.redact_school_names import Schoolnaamlezer
from assistant.gate.redact_words import Woord

LIDWOORDEN = ("de", "het", "t")
PLEKKEN = frozenset(
    ("op", "bij", "naar", "van", "vanuit", "naast", "binnen", "uit", "in", "achter", "tegenover", "vlakbij", "via")
)
ZONDER_LIDWOORD = frozenset(("op", "bij", "naar", "van", "vanuit"))
AANEEN = (" ", " '", " \u2019")
GAAN = frozenset(("ga", "gaat", "gaan", "ging", "gingen", "gegaan", "wil", "wilt", "moet", "mag", "kan"))
KIJKEN = frozenset(
    ("kijk", "kijkt", "kijken", "keek", "gekeken", "leest", "luistert", "aflevering", "afleveringen", "delen")
)
BIJVOEGLIJK = (
    "kleine",
    "gouden",
    "bonte",
    "blauwe",
    "groene",
    "gele",
    "vrolijke",
    "wijze",
    "wilde",
    "witte",
    "zilveren",
    "dappere",
)
NOOIT_LOS = frozenset(("villa", "huize", "kasteel"))
VOORVOEGSELS = ("da", "van", "titus", "thomas", "johan")
BEREIK, KORTSTE_NAAM = 10, 4
GEEN_EINDEN = (
    "straat", "straatje", "laan", "weg", "plein", "wijk", "buurt", "markt", "kade", "gracht", "park", "steeg", "pad", "polder",
    "singel", "zorg", "hulp", "huizen", "kliniek", "ziekenhuis", "bank", "team", "raad", "loket", "poli", "winkel", "wet", "partij",
    "stad", "centrum", "museum", "theater", "station", "gemeente", "ers", "aren", "anen", "ezen", "hal", "bad", "meer", "dorp",
    "eiland", "kruis", "kerk", "dag", "school",
)  # fmt: skip


class Schoolhoofdletters:
    """Knows a school by a capital inside a sentence, where somebody speaks of a child or of school."""

    def __init__(self, lijst: Namenlijst, schat: Woordenschat, naam: Schoolnaamlezer) -> None:
        self._is, self._schat, self._naam = lijst.verzamelingen, schat, naam
        self._alledaags = self._is["alledaags"]
        self._namen = self._is["schoolnamen"] | self._is["alledaags"]
        self._geen = (
            self._is["geen_scholen"]
            | self._is["winkels"]
            | self._is["plaatsen"]
            | self._is["clubs"]
            | self._is["merken"]
        )
        self._geen |= self._is["organisaties"] | self._is["talen"] | self._is["spelen"] | self._is["afkortingen"]
        self._sporen = self._is["schoolsporen"] | self._is["kindwoorden"]

    def vanaf(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """First and last word of the name that is read from this word on."""
        if rij[plek].laag in PLEKKEN and plek + 1 < len(rij):
            return self._achter_voorzetsel(rij, plek)
        if rij[plek].laag not in LIDWOORDEN or plek + 1 >= len(rij) or not (rij[plek + 1].groot and rij[plek + 1].los):
            return None
        if rij[plek].kop or rij[plek].groot:
            return self._onderwerp(rij, plek)
        return self._bijstelling(rij, plek) if rij[plek].voor.strip() in (",", "(", "-") else None

    def _bijstelling(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "speciaal onderwijs, de Keerkring": between commas, with a word about school near."""
        laatste = self._naam.eind(rij, plek + 1)
        los = laatste + 1 == len(rij) or rij[laatste + 1].voor != " "
        kan = los and self._soort(rij, plek + 1)[0] and self._gesprek(rij, plek, laatste, streng=True)
        return (plek, laatste) if kan else None

    def _achter_voorzetsel(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        begin = plek + 1
        lidwoord = rij[begin].laag in LIDWOORDEN
        kern = begin + lidwoord
        if kern >= len(rij) or not (rij[kern].groot and rij[kern].los) or rij[begin].voor not in AANEEN:
            return None
        laatste = self._naam.eind(rij, kern)
        if not lidwoord:
            return (begin, laatste) if self._zonder_lidwoord(rij, plek, laatste) else None
        return (begin, laatste) if self._met_lidwoord(rij, plek, kern, laatste) else None

    def _zonder_lidwoord(self, rij: Sequence[Woord], plek: int, laatste: int) -> bool:
        """ "op Speelrijk heeft hij gebeten": with a child or a word about school beside it."""
        voor, kern = rij[plek].laag, rij[plek + 1]
        bekend, vreemd = self._soort(rij, plek + 1)
        kan = voor in ZONDER_LIDWOORD and (bekend or (vreemd and voor == "op"))
        if not kan or self._naam.is_voornaam(kern.laag) or kern.laag in self._is["figuren"] | NOOIT_LOS:
            return False
        return kern.laag not in self._is["naambijvoeglijk"] and self._gesprek(rij, plek, laatste)

    def _met_lidwoord(self, rij: Sequence[Woord], plek: int, kern: int, laatste: int) -> bool:
        """ "op de Klaproos", "op het Brinkman", "van De Zilverling"."""
        voor, lidwoord = rij[plek].laag, rij[plek + 1]
        if voor == "van" and plek and rij[plek - 1].groot and rij[plek].los:
            return False
        if voor in ("naar", "van") and any(buur.laag in KIJKEN for buur in rij[max(0, plek - 6) : plek]):
            return False
        bekend, vreemd = self._soort(rij, kern)
        if lidwoord.laag != "de" and voor != "uit" and self._naar_iemand(rij, plek, kern, laatste):
            return True
        if not (bekend or vreemd):
            return False
        eigen = bekend and voor != "in" and self._zegt_genoeg(rij, plek, kern)
        if (eigen or (vreemd and voor == "op" and lidwoord.laag != "de")) and not self._afgebeeld(rij, plek, laatste):
            return True
        gaat = (
            voor == "naar" and lidwoord.laag != "de" and any(buur.laag in GAAN for buur in rij[max(0, plek - 5) : plek])
        )
        streng = vreemd and voor == "naar" and lidwoord.laag == "de"
        return gaat or ((bekend or voor != "in") and self._gesprek(rij, plek, laatste, streng=streng))

    def _zegt_genoeg(self, rij: Sequence[Woord], plek: int, kern: int) -> bool:
        """Whether the article has a capital, or the name is no everyday thing, or begins with "Kleine" or "Bonte"."""
        if rij[plek + 1].groot or rij[kern].laag not in self._alledaags:
            return True
        return rij[kern].laag in BIJVOEGLIJK

    def _naar_iemand(self, rij: Sequence[Woord], plek: int, kern: int, laatste: int) -> bool:
        """ "op het Huygens", "de mentor van het Da Vinci": nobody is called "het", and no hospital is meant."""
        laag = rij[kern].laag
        naam = (
            self._naam.is_voornaam(laag)
            or (laag in self._is["achternamen"] and not self._schat.kent(laag))
            or laag in VOORVOEGSELS
        )
        if not naam or laag in self._is["ziekenhuisnamen"] or laag in self._is["plaatsen"]:
            return False
        zin = [*rij[max(0, plek - BEREIK) : plek], *rij[laatste + 1 : laatste + BEREIK]]
        if any(buur.laag in self._is["ziekenhuiswoorden"] for buur in zin):
            return False
        return rij[plek].laag == "op" or self._gesprek(rij, plek, laatste)

    def _soort(self, rij: Sequence[Woord], kern: int) -> tuple[bool, bool]:
        """Whether many schools are called so, or the word is in no list."""
        laag = rij[kern].laag
        if laag in self._is["naambijvoeglijk"] and kern + 1 < len(rij) and rij[kern + 1].groot and rij[kern + 1].los:
            volgende = rij[kern + 1].laag
            return volgende not in self._geen and not volgende.endswith(GEEN_EINDEN), False
        if laag in self._geen or rij[kern].cijfer:
            return False, False
        if laag in self._namen:
            return True, False
        nooit = self._naam.nooit(laag) or self._naam.is_voornaam(laag) or len(laag) < KORTSTE_NAAM
        if nooit or laag.endswith(GEEN_EINDEN) or not rij[kern].tekst[1:2].islower():
            return False, False
        return False, not self._schat.in_woordenboek(laag)

    def _gesprek(self, rij: Sequence[Woord], plek: int, laatste: int, *, streng: bool = False) -> bool:
        """Whether a child or a word about school (`streng`: only that) stands near, and nobody watches or reads it."""
        if self._afgebeeld(rij, plek, laatste):
            return False
        buren = [*rij[max(0, plek - BEREIK) : plek], *rij[laatste + 1 : laatste + BEREIK]]
        sporen = self._is["schoolsporen"] if streng else self._sporen
        return any(buur.laag in sporen or self._naam.is_spoor(buur.laag) for buur in buren)

    def _afgebeeld(self, rij: Sequence[Woord], plek: int, laatste: int) -> bool:
        buren = [*rij[max(0, plek - BEREIK) : plek], *rij[laatste + 1 : laatste + BEREIK]]
        return any(buur.laag in self._is["afbeeldingen"] for buur in buren)

    def _onderwerp(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "De Fladder geeft de kinderen elke middag tv": a verb behind it, and then a child or school."""
        kern = plek + 1
        bekend, vreemd = self._soort(rij, kern)
        laatste = self._naam.eind(rij, kern)
        vreemd = vreemd and rij[kern].laag not in self._is["achternamen"] and "-" not in rij[kern].laag
        letter = plek > 0 and len(rij[plek - 1].tekst) == 1
        if letter or not (bekend or vreemd) or laatste + 1 >= len(rij):
            return None
        doet = (
            rij[laatste + 1].laag in self._is["werkwoorden"] or rij[laatste + 1].laag in self._is["schoolwerkwoorden"]
        )
        return (plek, laatste) if doet and rij[laatste + 1].los and self._gesprek(rij, plek, laatste) else None
