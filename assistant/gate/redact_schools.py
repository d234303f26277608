"""Finds the names of schools and childcare: behind the word for it, before "college", or behind "op de" in school talk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.gate.finds import Vondst
from assistant.gate.namelist import Namenlijst, Woordenschat, namenlijst, woordenschat
from assistant.gate.redact_words import Woord, woorden

SCHOOLEIND = ("school", "scholen", "college", "lyceum")
NAAMEIND = ("hof", "boom", "burg", "schip", "nest", "baken", "wiek", "akker", "horst", "brug", "toren", "rank", "poort")
TUSSENTEKENS = frozenset(("", ":", ",", "(", "'", '"', "\u2018", "\u2019", "\u201c", "('"))
BEREIK, MEESTE_WOORDEN, KORTSTE_NAAM = 10, 4, 5


class Scholenzoeker:
    """Finds the names of schools in a text; loads its lists once."""

    def __init__(self, lijst: Namenlijst | None = None, schat: Woordenschat | None = None) -> None:
        lijst = lijst or namenlijst()
        self._is, self._reeksen = lijst.verzamelingen, lijst.reeksen
        self._schat = schat or woordenschat()
        self._voornamen = self._is["voornamen"] - self._is["dubbelzinnig"] - self._is["hoofdletter"]

    def __call__(self, tekst: str) -> Iterator[Vondst]:
        """The name of every school, with its article when that is part of the name."""
        rij = woorden(tekst)
        for plek, woord in enumerate(rij):
            stuk = self._stuk(rij, plek, woord)
            if stuk:
                begin, eind = rij[stuk[0]].start, rij[stuk[1]].eind
                yield Vondst("school", tekst[begin:eind], begin, eind)

    def _stuk(self, rij: Sequence[Woord], plek: int, woord: Woord) -> tuple[int, int] | None:
        if woord.laag in self._is["schoolwoorden"] or woord.laag.endswith("opvang"):
            gevonden = self._na_schoolwoord(rij, plek)
            if gevonden:
                return gevonden
        if woord.laag in self._is["slotwoorden"] or woord.laag.endswith(SCHOOLEIND):
            return self._voor_slotwoord(rij, plek)
        if woord.laag in self._is["plaatswoorden"]:
            return self._op_de(rij, plek)
        return None

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
            return begin, self._verder(rij, kern + 1)
        heet = rij[plek + 1].laag in ("heet", "heette", "genaamd")
        zeker = heet or (
            rij[plek].laag not in self._is["vage_schoolwoorden"] and ("," not in rij[plek + 1].voor or rij[kern].groot)
        )
        if zeker and kern > begin and rij[kern].laag in self._is["naambijvoeglijk"] and self._kan_volgen(rij, kern + 1):
            return begin, self._verder(rij, kern + 1)
        if zeker and self._reeks(rij, kern) > 1:
            return begin, self._verder(rij, kern)
        zonder = plek > 0 and rij[plek - 1].laag in self._is["plaatswoorden"] and rij[plek].los and kern > begin
        if zonder and zeker and not rij[kern].cijfer and not self._nooit(rij[kern].laag):
            return begin, self._verder(rij, kern)
        if not self._schoolnaam(
            rij[kern], lidwoord=kern > begin, zeker=zeker, via_van=rij[plek + 1].laag in self._is["koppelwoorden"]
        ):
            return None
        return begin, self._verder(rij, kern)

    def _schoolnaam(self, woord: Woord, *, lidwoord: bool, zeker: bool, via_van: bool) -> bool:
        laag = woord.laag
        if woord.cijfer or len(laag) < 2 or self._nooit(laag):
            return False
        if woord.groot:
            return lidwoord or (zeker and (laag not in self._voornamen or not via_van))
        if laag in self._is["schoolnamen"]:
            return zeker
        if laag in self._voornamen or not zeker:
            return False
        return not self._schat.kent(laag) if lidwoord else not self._schat.gewoon(laag) and not laag.endswith("t")

    def _kan_volgen(self, rij: Sequence[Woord], plek: int) -> bool:
        return plek < len(rij) and rij[plek].los and not rij[plek].cijfer and not self._nooit(rij[plek].laag)

    def _nooit(self, laag: str) -> bool:
        lijsten = ("geen_naam", "geen_school", "familie", "rollen", "titels")
        return any(laag in self._is[lijst] for lijst in lijsten) and laag not in self._is["schoolnamen"]

    def _verder(self, rij: Sequence[Woord], kern: int) -> int:
        """The last word of a name that starts here: capitals go on, with "van" and "de" between them."""
        laatste = kern + self._reeks(rij, kern) - 1
        while laatste + 1 < min(len(rij), kern + MEESTE_WOORDEN) and rij[laatste + 1].los:
            volgende = rij[laatste + 1]
            tussen = volgende.laag in ("van", "de", "der", "het", "den", "en") and laatste + 2 < len(rij)
            if volgende.laag in self._is["slotwoorden"] or (
                volgende.groot and volgende.laag not in self._is["geen_naam"]
            ):
                laatste += 1
            elif tussen and rij[laatste + 2].groot and rij[laatste + 2].los and rij[kern].groot:
                laatste += 2
            elif laatste == kern and not rij[kern].groot and self._tweede(volgende):
                laatste += 1
            else:
                break
        return laatste

    def _tweede(self, woord: Woord) -> bool:
        onbekend = not self._schat.gewoon(woord.laag) and woord.laag not in self._voornamen
        return onbekend and not self._nooit(woord.laag) and len(woord.laag) > 2 and not woord.cijfer

    def _voor_slotwoord(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "Plassen Lyceum", "johannes calvijnschool": what stands before it, or the first half of the word."""
        laag, begin = rij[plek].laag, plek
        while (
            begin
            and plek - begin < MEESTE_WOORDEN
            and rij[begin].voor.strip(" '\u2019") == ""
            and self._deel(rij[begin - 1])
        ):
            begin -= 1
        if begin == plek and laag in self._is["slotwoorden"]:
            begin = self._vanaf_lidwoord(rij, plek)
        while begin < plek and rij[begin].laag in self._is["lidwoorden"] and not rij[begin].groot:
            begin += 1
        if laag in self._is["slotwoorden"]:
            return (begin, plek) if begin < plek else None
        eerste = next(laag.removesuffix(eind) for eind in SCHOOLEIND if laag.endswith(eind))
        if len(eerste) < 4 or self._schat.gewoon(laag) or self._schat.gewoon(eerste):
            return None
        return begin, plek

    def _vanaf_lidwoord(self, rij: Sequence[Woord], plek: int) -> int:
        """ "op het groene hart lyceum": the place behind "op het", if it is at most three words back."""
        for begin in range(plek - 1, max(1, plek - 4), -1):
            if not rij[begin].los or self._nooit(rij[begin].laag) or rij[begin].cijfer:
                return plek
            if rij[begin - 1].laag in ("het", "t") and rij[begin - 2].laag in self._is["plaatswoorden"]:
                return begin
        return plek

    def _deel(self, woord: Woord) -> bool:
        laag = woord.laag
        if woord.cijfer or self._nooit(laag) or laag in self._is["schoolwoorden"]:
            return False
        if laag in self._is["heilig"]:
            return True
        if woord.groot:
            return not (woord.kop and self._schat.kent(laag))
        return laag in ("t", "van", "de", "der", "het") or laag in self._voornamen or not self._schat.gewoon(laag)

    def _op_de(self, rij: Sequence[Woord], plek: int) -> tuple[int, int] | None:
        """ "op de klimop", "bij het Vondelhof", "op Al Noer": only where a word about school stands near."""
        begin = plek + 1
        if begin >= len(rij):
            return None
        kern = begin + (rij[begin].laag in self._is["lidwoorden"])
        if kern + 1 < len(rij) and kern == begin and rij[begin].groot and rij[begin].laag in ("al", "el"):
            kern += rij[kern + 1].groot
        if kern >= len(rij) or rij[kern].voor.strip(" '\u2019") or rij[kern].cijfer or self._nooit(rij[kern].laag):
            return None
        buren = [*rij[max(0, plek - BEREIK) : plek], *rij[kern + 1 : kern + BEREIK]]
        school = sum(buur.laag in self._is["schoolsporen"] for buur in buren)
        zit = rij[plek].laag == "op" and any(buur.laag in self._is["zitten"] for buur in rij[max(0, plek - 3) : plek])
        school = school or (zit and rij[kern].laag not in self._is["alledaags"])
        vlakbij = [*rij[max(0, plek - 2) : plek], *rij[kern + 1 : kern + 2]]
        if rij[kern].laag in self._is["alledaags"] and not any(
            buur.laag in self._is["aangrenzend"] for buur in vlakbij
        ):
            return None
        lidwoord = rij[begin].laag in self._is["lidwoorden"]
        if lidwoord and rij[kern].groot and rij[kern].laag.endswith(NAAMEIND) and rij[plek].laag in ("op", "bij"):
            return begin, self._verder(rij, kern)
        groep = kern + 2 < len(rij) and rij[kern + 1].laag in ("groep", "klas") and rij[kern + 2].cijfer
        if groep and lidwoord and not self._schat.gewoon(rij[kern].laag):
            return begin, kern
        juf = rij[plek].laag == "van" and plek > 0 and rij[plek - 1].laag in self._is["aangrenzend"]
        if lidwoord and (juf or (zit and school)) and self._onbekende_plek(rij[kern]):
            return begin, self._verder(rij, kern)
        if not school or not self._lijkt_schoolnaam(rij[kern], lidwoord=lidwoord, plaats=rij[plek].laag):
            return None
        return begin, self._verder(rij, kern)

    def _onbekende_plek(self, woord: Woord) -> bool:
        """A word that is in no list and does not end in a thing to sit on."""
        laag = woord.laag
        if self._schat.kent(laag) or laag in self._voornamen or len(laag) < KORTSTE_NAAM:
            return False
        return not laag.endswith(tuple(self._is["schoolachter"]))

    def _lijkt_schoolnaam(self, woord: Woord, *, lidwoord: bool, plaats: str) -> bool:
        laag = woord.laag
        if laag in self._is["schoolnamen"]:
            return lidwoord
        if not woord.groot or laag in self._voornamen:
            return False
        if lidwoord:
            return laag.endswith(NAAMEIND) or not self._schat.gewoon(laag)
        return plaats == "op" and not self._schat.gewoon(laag)

    def _reeks(self, rij: Sequence[Woord], kern: int) -> int:
        """How many words of a fixed phrase start here ("dikkie dik")."""
        for reeks in self._reeksen.get(rij[kern].laag, ()):
            if tuple(woord.laag for woord in rij[kern : kern + len(reeks)]) == reeks:
                return len(reeks)
        return 1
