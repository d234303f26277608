"""Finds names by what stands before them ("mijn zoon", "juf", "groetjes"), with a list of first names for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst, vondst
from assistant.gate.namelist import Namenlijst, namenlijst
from assistant.gate.words import vouwen

LETTER = r"[^\W\d_]"
HOOFD = r"[A-Z\u00c0-\u00de\u0130\u015e\u0141]"


class Namenzoeker:
    """Finds names in a text; loads its lists and compiles its expressions once."""

    def __init__(self, lijst: Namenlijst | None = None) -> None:
        lijst = lijst or namenlijst()
        self._is = lijst.verzamelingen
        self._zeker = self._is["voornamen"] - self._is["dubbelzinnig"] - self._is["geen_naam"]
        self._voor = self._is["voornamen"] | self._is["dubbelzinnig"]
        self._naam = self._naamvorm(lijst)
        self._met_titel = re.compile(rf"(?<!\w)((?:{_een_van(lijst.titels)})\.?\s{self._naam})(?!\w)", re.I)
        self._sterk, self._zwak = self._aanwijzingen(lijst)
        self._los = re.compile(rf"(?<![\w@./-]){LETTER}{{3,}}(?:-{HOOFD}{LETTER}+)?(?![\w@-])")
        self._voorletters = re.compile(
            rf"(?<![\w.])((?:{HOOFD}\.\s?){{1,4}}(?:(?:{_een_van(lijst.tussenvoegsels)})\s){{0,3}}{HOOFD}[a-z]{{2,}})(?!\w)"
        )
        voegsels = _een_van(lijst.tussenvoegsels)
        achternaam = rf"\s{HOOFD}{LETTER}+(?:-{HOOFD}?{LETTER}+)?(?![\w])"
        bekend = rf"van\sde(?=\s(?:{_een_van(lijst.achternamen)})\b)"
        klein = rf"\s(?:van\s(?:der|den)|el|al|ben|ten|ter|oude|in\s't|{bekend})\s{LETTER}{{3,}}(?!\w)"
        self._vervolg = re.compile(rf"(?:\s(?:{voegsels})){{0,3}}{achternaam}|{klein}|\s{HOOFD}\.(?!\w)")
        self._nog_een = re.compile(rf"\s?(?:,|en|&|of)\s({HOOFD}{LETTER}+)(?!\w)")

    def __call__(self, tekst: str) -> Iterator[Vondst]:
        """Every name, first name and surname together."""
        schreeuwt = sum(teken.isupper() for teken in tekst) * 2 > sum(teken.isalpha() for teken in tekst)
        for treffer in self._met_titel.finditer(tekst):
            if self._kan_naam(treffer[2], schreeuwt, sterk=False):
                yield self._tot_en_met_achternaam(tekst, vondst("naam", treffer, 1))
        for patroon in (*self._sterk, *self._zwak):
            for treffer in patroon.finditer(tekst):
                if self._kan_naam(treffer[1], schreeuwt, sterk=patroon in self._sterk):
                    yield from self._met_volgende(tekst, vondst("naam", treffer, 1))
        if not schreeuwt:
            yield from self._losse_voornamen(tekst)

    def _naamvorm(self, lijst: Namenlijst) -> str:
        voegsel = _een_van(lijst.tussenvoegsels)
        return rf"((?:(?:{voegsel})\s){{0,3}}{LETTER}[^\W\d_]+(?:['\u2019-]{LETTER}+)?)"

    def _aanwijzingen(self, lijst: Namenlijst) -> tuple[list[re.Pattern[str]], list[re.Pattern[str]]]:
        """What stands before a name: so strong that an unknown word in lower case counts too, or not."""
        wie = rf"ik|hij|ze|zij|die|{_een_van(lijst.familie)}"
        woord = rf"({LETTER}+(?:-{LETTER}+)?)(?!\w)"
        sterk = [rf"\b(?:voor|achter)?naam(?:\sis|:)\s+{woord}", rf"\b(?:{wie})\sheet\s{woord}", rf"\bgenaamd\s{woord}"]
        zwak = [
            rf"\b(?:ik\sben|heet|noem(?:en|t)?\s(?:hem|haar)|spreekt\smet|namens|t\.a\.v\.|tav|beste|hoi|hallo|lieve|dag)\s{woord}",
            rf"(?:\A|[.!?\n]\s?)(?:je\sspreekt\s|u\sspreekt\s)?met\s{woord}",
            rf"\b(?:{_een_van(lijst.familie)}|{_een_van(lijst.rollen)})[,:]?\s\(?{woord}",
            rf"\b(?:groet(?:en|jes)?|gr|mvg|liefs|xx*|bedankt|dank(?:jewel|uwel)?)[\s,.!]{{1,4}}(?:van\s)?{woord}",
        ]
        return [re.compile(bron, re.I) for bron in sterk], [re.compile(bron, re.I) for bron in zwak]

    def _kan_naam(self, woorden: str | None, schreeuwt: bool, *, sterk: bool) -> bool:
        """Whether what follows a cue reads as a name: a known first name, or a capital that is no ordinary word."""
        if not woorden:
            return False
        kern = woorden.split()[-1]
        laag = vouwen(kern)
        if laag in self._is["geen_naam"] or len(laag) < 2:
            return False
        if laag in self._is["achternamen"] or (laag in self._is["voornamen"] and laag not in self._is["dubbelzinnig"]):
            return True
        if kern[0].isupper() and not schreeuwt:
            return not kern.isupper() and not self._is_relatie(laag)
        return sterk and not self._is_relatie(laag)

    def _is_relatie(self, laag: str) -> bool:
        return any(laag in self._is[lijst] for lijst in ("familie", "rollen", "titels", "tussenvoegsels"))

    def _met_volgende(self, tekst: str, eerste: Vondst) -> Iterator[Vondst]:
        """The name with its surname, and the names that are summed up behind it ("Daan en Lotte")."""
        gevonden = self._tot_en_met_achternaam(tekst, eerste)
        yield gevonden
        while treffer := self._nog_een.match(tekst, gevonden.eind):
            if vouwen(treffer[1]) in self._is["geen_naam"]:
                return
            gevonden = self._tot_en_met_achternaam(tekst, vondst("naam", treffer, 1))
            yield gevonden

    def _tot_en_met_achternaam(self, tekst: str, voor: Vondst) -> Vondst:
        treffer = self._vervolg.match(tekst, voor.eind)
        if treffer is None or (len(treffer[0].split()) == 1 and vouwen(treffer[0]).strip() in self._is["geen_naam"]):
            return voor
        return Vondst("naam", tekst[voor.start : treffer.end()], voor.start, treffer.end())

    def _losse_voornamen(self, tekst: str) -> Iterator[Vondst]:
        yield from (vondst("naam", treffer, 1) for treffer in self._voorletters.finditer(tekst))
        for treffer in self._los.finditer(tekst):
            eerste = vouwen(treffer[0].split("-")[0])
            if (vouwen(treffer[0]) in self._zeker or ("-" in treffer[0] and eerste in self._voor)) and not treffer[
                0
            ].isupper():
                yield from self._met_volgende(tekst, vondst("naam", treffer))


def _een_van(rij: str) -> str:
    """The words of a list as alternatives, the longest first."""
    return "|".join(re.escape(woord) for woord in sorted(rij.split(), key=len, reverse=True))


_schoolwoord = (
    "basisschool|kinderopvang|kinderdagverblijf|kdv|bso|peuterspeelzaal|peuteropvang|kindcentrum|ikc|obs|cbs|rkbs|pcbs|sbo"
    "|scholengemeenschap"
)
_school = re.compile(
    rf"(?i:\b(?:{_schoolwoord}))\s((?:(?:[Dd]e|[Hh]et|'t)\s)?{HOOFD}[\w'-]+(?:\s(?:van|de|der|het)\s{HOOFD}\w+|\s{HOOFD}\w+)?)"
)
_schoolnaam = re.compile(rf"\bschool\s((?:[Dd]e|[Hh]et|'t)\s{HOOFD}[\w'-]+)")
_college = re.compile(
    rf"(?<!\w)((?:{HOOFD}[\w'-]+\s|'t\s|van\s|de\s){{1,4}}(?:College|Lyceum|Gymnasium|Mavo|Atheneum))(?!\w)"
)


def zoek_school(tekst: str) -> Iterator[Vondst]:
    """The name of a school or childcare after the word for it."""
    for patroon in (_school, _schoolnaam, _college):
        yield from (vondst("school", treffer, 1) for treffer in patroon.finditer(tekst) if not treffer[1].isupper())
