"""Finds the names of schools and childcare: behind the word for it, before "college", or near a word about school."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.gate.finds import Vondst
from assistant.gate.namelist import Namenlijst, Woordenschat, namenlijst, woordenschat
from assistant.gate.redact_school_capitals import Schoolhoofdletters
from assistant.gate.redact_school_known import Schoolbekenden
from assistant.gate.redact_school_names import ARABISCH, MEESTE_WOORDEN, Schoolnaamlezer
from assistant.gate.redact_school_places import Schoolplekken
from assistant.gate.redact_words import Woord, woorden

SCHOOLEIND = ("school", "scholen", "college", "lyceum")
TUSSENTEKENS = frozenset(("", ":", ",", "(", "'", '"', "\u2018", "\u2019", "\u201c", "('"))
AANEEN = frozenset(("", "'", '"', "\u2018", "\u2019", "\u201c"))
KORTSTE_NAAM = 4
GEEN_COLLEGES = frozenset(("hoorcollege", "werkcollege", "raadscollege", "gastcollege", "universiteitscollege"))


class Scholenzoeker:
    """Finds the names of schools in a text; loads its lists once."""

    def __init__(self, lijst: Namenlijst | None = None, schat: Woordenschat | None = None) -> None:
        lijst = lijst or namenlijst()
        self._is = lijst.verzamelingen
        self._schat = schat or woordenschat()
        self._woorden = self._is["schoolwoorden"] | self._is["soorten"]
        self._naam = Schoolnaamlezer(lijst, self._schat)
        self._plekken = Schoolplekken(lijst, self._schat, self._naam)
        self._bekenden = Schoolbekenden(lijst, self._schat, self._naam)
        self._hoofdletters = Schoolhoofdletters(lijst, self._schat, self._naam)

    def __call__(self, tekst: str) -> Iterator[Vondst]:
        """The name of every school, with its article and the word for its kind where they belong to the name."""
        rij = woorden(tekst)
        for plek, woord in enumerate(rij):
            stuk = self._stuk(rij, plek, woord)
            if stuk:
                begin, eind = rij[stuk[0]].start, rij[stuk[1]].eind
                begin -= rij[stuk[0]].laag == "t" and tekst[begin - 1 : begin] in ("'", "\u2019", "\u2018")
                yield Vondst("school", tekst[begin:eind], begin, eind)

    def _stuk(self, rij: Sequence[Woord], plek: int, woord: Woord) -> tuple[int, int] | None:
        if woord.laag in self._woorden or woord.laag.endswith("opvang"):
            gevonden = self._na_schoolwoord(rij, plek)
            if gevonden:
                return self._met_soort(rij, plek, gevonden)
        if woord.laag in self._is["slotwoorden"] or woord.laag.endswith(SCHOOLEIND):
            return self._voor_slotwoord(rij, plek)
        gevonden = self._plekken.vanaf(rij, plek) or self._hoofdletters.vanaf(rij, plek)
        return gevonden or self._bekenden.vanaf(rij, plek)

    def _met_soort(self, rij: Sequence[Woord], plek: int, gevonden: tuple[int, int]) -> tuple[int, int]:
        """The name with "obs" or "openbare basisschool" when that stands right before it."""
        begin, eind = gevonden
        aaneen = begin == plek + 1 and rij[begin].voor.strip() in AANEEN
        if not aaneen or rij[plek].laag not in self._is["soorten"]:
            return gevonden
        while plek and rij[plek].los and rij[plek - 1].laag in self._is["gezindten"]:
            plek -= 1
        return plek, eind

    def _na_schoolwoord(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        begin = plek + 1
        while begin < min(len(rij) - 1, plek + 3) and rij[begin].laag in self._is["koppelwoorden"] and rij[begin].los:
            begin += 1
        if begin >= len(rij) or rij[begin].voor.strip() not in TUSSENTEKENS or "\n" in rij[begin].voor:
            return None
        kern = begin + (rij[begin].laag in self._is["lidwoorden"])
        if kern >= len(rij) or (kern > begin and not rij[kern].los):
            return None
        begin -= rij[begin - 1].laag == "bij"
        if rij[kern].laag in self._is["heilig"] and kern + 1 < len(rij) and rij[kern + 1].voor in (" ", ". ", "."):
            return begin, self._naam.eind(rij, kern + 1)
        if kern == begin and rij[kern].laag in ARABISCH and self._kan_volgen(rij, kern + 1):
            return self._arabisch(rij, kern)
        kern += self._zeker(rij, plek, kern) and self._bijvoeglijk(rij, begin, kern)
        return (begin, self._naam.eind(rij, kern)) if self._is_naam(rij, plek, begin, kern) else None

    def _arabisch(self, rij: Sequence[Woord], kern: int) -> tuple[int, int] | None:
        """ "Al Hidaya": both words with a capital, or the second in no list."""
        groot = rij[kern].groot and rij[kern + 1].groot
        onbekend = not self._schat.gewoon(rij[kern + 1].laag) and rij[kern - 1].laag in self._is["losse_soorten"]
        return (kern, self._naam.eind(rij, kern + 1)) if groot or onbekend else None

    def _zeker(self, rij: Sequence[Woord], plek: int, kern: int) -> bool:
        """Whether the word for school is precise enough, or says what the school is called."""
        heet = rij[plek + 1].laag in ("heet", "heette", "genaamd")
        vaag = rij[plek].laag in self._is["vage_schoolwoorden"] - self._is["losse_soorten"]
        return heet or (not vaag and ("," not in rij[plek + 1].voor or rij[kern].groot))

    def _bijvoeglijk(self, rij: Sequence[Woord], begin: int, kern: int) -> bool:
        """Whether "de groene", "het kleine" begins the name, so that any word may follow."""
        return kern > begin and rij[kern].laag in self._is["naambijvoeglijk"] and self._kan_volgen(rij, kern + 1)

    def _is_naam(self, rij: Sequence[Woord], plek: int, begin: int, kern: int) -> bool:
        """Whether the word behind the word for school is its name."""
        zeker, lidwoord = self._zeker(rij, plek, kern), rij[begin].laag in self._is["lidwoorden"]
        if zeker and (self._naam.reeks(rij, kern) > 1 or rij[kern - 1].laag in self._is["naambijvoeglijk"]):
            return True
        if zeker and lidwoord and self._zonder_lidwoord(rij, plek) and not self._naam.nooit(rij[kern].laag):
            return not rij[kern].cijfer
        via_van = rij[plek + 1].laag in self._is["koppelwoorden"]
        return self._schoolnaam(rij[kern], lidwoord=lidwoord, zeker=zeker, via_van=via_van)

    def _zonder_lidwoord(self, rij: Sequence[Woord], plek: int) -> bool:
        """Whether the word for school has no "de" or "onze" before it, as before a name: "op kdv de ...", "obs de ..."."""
        if plek and rij[plek].los and rij[plek - 1].laag in self._is["plaatswoorden"]:
            return True
        bepaald = plek and rij[plek - 1].laag in self._is["bepaald"] | self._is["eigen"]
        return rij[plek].laag in self._is["losse_soorten"] and not bepaald and rij[plek + 1].los

    def _schoolnaam(self, woord: Woord, *, lidwoord: bool, zeker: bool, via_van: bool) -> bool:
        laag = woord.laag
        if woord.cijfer or len(laag) < 2 or self._naam.nooit(laag):
            return False
        if woord.groot:
            return lidwoord or (zeker and not (via_van and self._naam.is_voornaam(laag)))
        if laag in self._is["schoolnamen"]:
            return zeker or (lidwoord and laag not in self._is["alledaags"] and not self._schat.kent(laag))
        if self._naam.is_voornaam(laag) or not zeker:
            return False
        return not self._schat.kent(laag) if lidwoord else not self._schat.gewoon(laag) and not laag.endswith("t")

    def _kan_volgen(self, rij: Sequence[Woord], plek: int) -> bool:
        return plek < len(rij) and rij[plek].los and not rij[plek].cijfer and not self._naam.nooit(rij[plek].laag)

    def _voor_slotwoord(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "Plassen Lyceum", "johannes calvijnschool": what stands before it, or the first half of the word."""
        laag, begin = rij[plek].laag, self._begin(rij, plek)
        if begin == plek and laag in self._is["slotwoorden"]:
            begin = self._vanaf_lidwoord(rij, plek)
        while begin < plek and rij[begin].laag in self._is["lidwoorden"] and not rij[begin].groot:
            begin += 1
        if laag in self._is["slotwoorden"]:
            return (begin, plek) if begin < plek else None
        eerste = next(laag.removesuffix(eind) for eind in SCHOOLEIND if laag.endswith(eind))
        if len(eerste) < KORTSTE_NAAM or self._is_soort(rij, plek, eerste.rstrip("-")):
            return None
        return begin, plek

    def _is_soort(self, rij: Sequence[Woord], plek: int, eerste: str) -> bool:
        """Whether "steinerschool" or "een taxischool" names a kind of school, and no school."""
        if rij[plek].groot and not rij[plek].kop and rij[plek].laag.endswith(("college", "lyceum")):
            return rij[plek].laag in GEEN_COLLEGES
        if self._schat.gewoon(rij[plek].laag) or self._schat.gewoon(eerste) or eerste in self._is["methodes"]:
            return True
        onbepaald = plek > 0 and rij[plek].los and rij[plek - 1].laag in self._is["onbepaald"]
        return onbepaald and not (rij[plek].groot and rij[plek].tekst[1:].islower())

    def _begin(self, rij: Sequence[Woord], plek: int) -> int:
        begin = plek
        while (
            begin
            and plek - begin < MEESTE_WOORDEN
            and rij[begin].voor.strip(" '\u2019") == ""
            and self._deel(rij[begin - 1])
        ):
            begin -= 1
        return begin

    def _vanaf_lidwoord(self, rij: Sequence[Woord], plek: int) -> int:
        """ "op het groene hart lyceum": the place behind "op het", if it is at most three words back."""
        for begin in range(plek - 1, max(1, plek - 4), -1):
            if not rij[begin].los or self._naam.nooit(rij[begin].laag) or rij[begin].cijfer:
                return plek
            if rij[begin - 1].laag in ("het", "t") and rij[begin - 2].laag in self._is["plaatswoorden"]:
                return begin
        return plek

    def _deel(self, woord: Woord) -> bool:
        laag = woord.laag
        if woord.cijfer or self._naam.nooit(laag) or laag in self._woorden:
            return False
        if laag in self._is["heilig"]:
            return True
        if woord.groot:
            return not (woord.kop and self._schat.kent(laag))
        return laag in ("t", "van", "de", "der", "het") or self._naam.is_voornaam(laag) or not self._schat.gewoon(laag)
