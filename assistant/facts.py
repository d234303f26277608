"""Facts told in passing, found with rules over the text: age, kern, duration, and who is writing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rapidfuzz import fuzz, process

TELWOORDEN = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
]
_GETAL = rf"(?P<getal>\d{{1,2}}(?:[.,]5)?|anderhalf|{'|'.join(TELWOORDEN[1:])}|één)"
_BIJNA = r"(?:(?P<bijna>bijna|net|pas|ruim)\s+)?"
_EENHEID = r"(?P<eenheid>jarige?n?|jr\.?|jaar(?:tjes?|oud)?|j\b|maand(?:en|je)?|mnd\.?|mndn|weken|week|wk)"
_WIE = (
    r"(?:zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|jongen(?:tje)?|meisje|meid|baby|peuter|kleuter|puber|tiener|broer(?:tje)?|"
    r"zus(?:je)?|kleinzoon|kleindochter|kleinkind|leerling|oudste|jongste|middelste|pleegkind|kinderen|kids|tweeling)"
)
_DAARNA = (
    r"(?!\s*(?:jaar|jr|j\b|maand|mnd|week|weken|wk|uur|minuten|min\b|dag|dagen|keer|x\b|maal|kinderen|euro|%|tot\b|cm\b|kilo|kg\b|graden|klas|punten|procent|mei\b|"
    r"jan|feb|maart|april|juni|juli|aug|sept|okt|nov|dec)|[:.,/-]?\d)"
)
MET_EENHEID = re.compile(
    rf"\b{_BIJNA}{_GETAL}[\s-]?{_EENHEID}(?!\w)"
    r"(?!\s*(?:geleden|lang|later|al|bezig|niet|gestopt|vol|ziek|weg|thuis|verder|ouder|of|over|te|in|op|zo|"
    r"wacht\w*|vakantie|getrouwd|gescheiden|samen|uit elkaar|zwanger|verschil)\b)",
    re.I,
)
LEEFTIJD = [
    MET_EENHEID,
    re.compile(rf"\b{_WIE}\s*\(?(?:van\s+|is\s+|wordt\s+)?{_BIJNA}{_GETAL}\)?{_DAARNA}", re.I),
    re.compile(
        rf"\b(?:hij|zij|ze|die)\s+(?:is|wordt)\s+(?:nu\s+|al\s+|nog maar\s+)?{_BIJNA}{_GETAL}(?=\s*(?:geworden|[,.!?]|en\b|$))",
        re.I,
    ),
    re.compile(rf"\bik\s+(?:ben|word)\s+(?:zelf\s+)?{_BIJNA}{_GETAL}(?=\s*(?:[,.!?]|en\b|$))", re.I),
    re.compile(rf"\bvan\s+{_BIJNA}{_GETAL}(?=\s*(?:[,.!?]|$))", re.I),
]
# A number with a unit is an age after these words; elsewhere ("ik wacht 3 maanden") it is how long something takes.
AANLOOP = re.compile(
    rf"(?:^|[,(;:/.!?]|\b(?:(?:is|ben)\s+(?:al|nu)|en|van|is|ben|was|wordt?|zelf|maar|{_WIE}))\W*$", re.I
)
GEEN_LEEFTIJD = re.compile(
    r"(?:\b(?:(?:wacht\w*\b[^.!?]*|dat|dit|het)\s+is|(?:wacht\w*|cursus|periode|relatie|huwelijk|schorsing|termijn|training|"
    r"traject|\w*verschil)\s+van|gezin|klas|groep|helft|cijfer|gemiddelde|deel|totaal|plaats|tafel|vader|moeder|ouders?)\W*|"
    r"\d\s*)$",
    re.I,
)
OUDST = 23
GROEP = re.compile(r"\b(?<!niet )(?:groep|gr\.?)\s*(?P<groep>[1-8])\b", re.I)
KLAS = re.compile(
    r"\b(?:(?P<klas>[1-6])e?\s*(?:klas|havo|vwo|vmbo)|(?:klas|havo|vwo|vmbo)\s*(?P<klas2>[1-6])|(?P<brug>brugklas(?:ser)?))\b",
    re.I,
)
GETAL = re.compile(rf"^\W*{_BIJNA}{_GETAL}\W*$", re.I)
_GEEN_DUUR = r"(?!(?:en|maar|is|zijn|gaat|gaan|heeft|hebben|wil|zit|slaapt|loopt|eet|doet|hij|ze|zij|we)\b)"
DUUR = [
    re.compile(
        rf"\b(?:al\s+)?(?:sinds|vanaf)\s+(?!welke|wanneer|hoe|nu\b|\d+\s*uur)(?:(?:hij|ze|zij|we|dat|ik)\s+\w+(?:\s+\w+){{0,4}}|\w+(?:\s+{_GEEN_DUUR}\w+){{0,3}})",
        re.I,
    ),
    re.compile(
        rf"\bal\s+(?:meer dan\s+|bijna\s+|ruim\s+|zo'n\s+)?(?:\d+|een paar|een half|een|{'|'.join(TELWOORDEN[2:])}|half)?\s*"
        r"(?:dagen|weken|week|wk|maanden|maand|mnd|jaren|jaar|jr|tijdje|hele tijd)\b",
        re.I,
    ),
]
_BEROEP = (
    r"juf|meester|leerkracht|leraar|lerares|docent|mentor|ib'?er|intern begeleider|zorgco[oö]rdinator|"
    r"pedagogisch medewerker|pm'?er|huisarts|poh\S*|praktijkondersteuner|jeugdarts|verpleegkundige|conci[eë]rge|"
    r"begeleider|coach|trainer|schoolmaatschappelijk\s+werker"
)
_MIJN = r"(?:mijn|mn|m'n|onze?)"
_ONS_KIND = r"oudste|jongste|middelste|puber|tiener|peuter|kleuter|baby|bab'?tje|zoon\w*|dochter\w*|kind\w*|jongens|meiden|tweeling"
_MIJN_OUDERS = (
    r"moeder|vader|ouders|mama|papa|ma|pa|mam|pap|stiefvader|stiefmoeder|mentor|klasgenoten|klas|juf|meester|school"
)


def _rol_patroon(*delen: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(delen)})\b", re.I)


ROLLEN: list[tuple[str, re.Pattern[str]]] = [
    (
        "professional",
        _rol_patroon(
            rf"ik\s+(?:ben|werk\s+als)\s+(?:een\s+)?(?:{_BEROEP})",
            r"(?:een\s+)?(?:leerling|kind|meisje|jongen|kleuter)\s+(?:uit|in|van)\s+(?:mijn|mn|m'n|onze|de)\s+(?:klas|groep)",
            r"mijn\s+leerlingen?",
            r"op\s+(?:onze|mijn)\s+(?:praktijk|kdv|opvang|bso|peutergroep)",
            r"(?:wij|we)\s+(?:hebben|zien)\s+(?:in|op)\s+(?:de|onze)\s+(?:klas|groep|praktijk)",
        ),
    ),
    (
        "ander",
        _rol_patroon(
            rf"{_MIJN}\s+(?:klein(?:zoon|dochter|kind)\w*|neef\w*|nicht\w*|buur(?:meisje|jongen|kind\w*|vrouw|man))",
            r"ik\s+ben\s+(?:de\s+)?(?:opa|oma|buurvrouw|buurman|tante|oom|vrijwilliger)",
        ),
    ),
    (
        "ouder",
        _rol_patroon(
            rf"{_MIJN}\s+(?:{_ONS_KIND})",
            r"ik\s+ben\s+(?:(?:een|de)\s+)?(?:(?:alleenstaande|jonge|gescheiden)\s+)?"
            r"(?:moeder|vader|ouder|mama|papa|pleegmoeder|pleegvader|stiefmoeder|stiefvader)",
        ),
    ),
    (
        "jongere",
        _rol_patroon(
            rf"(?:mijn|mn|m'n|me)\s+(?:{_MIJN_OUDERS})",
            r"ik\s+ben\s+(?:een\s+)?(?:jongen|meisje|leerling|scholier)",
        ),
    ),
]
_ZELF = re.compile(
    r"\bik\s+(?:ben|word)\s+(?:zelf\s+)?(?:bijna\s+|net\s+|pas\s+)?(?P<getal>\d{1,2})(?=\s*(?:jaar|jr|[,.!?]|en\b|$))",
    re.I,
)


@dataclass(frozen=True)
class Feit:
    """A fact with its place in the text; `waarde` is JSON."""

    soort: str
    waarde: Any
    start: int
    eind: int


def feiten_in(tekst: str, kernen: Mapping[str, Mapping[str, str]]) -> list[Feit]:
    """All facts in this text; `kernen` maps a name in lower case to its id and name."""
    feiten = [*_leeftijden(tekst), *_kernen(tekst, kernen), *_duur(tekst)]
    rol = _rol(tekst)
    return [*feiten, rol] if rol else feiten


def _leeftijden(tekst: str) -> Iterator[Feit]:
    bezet: list[tuple[int, int]] = []
    for patroon in LEEFTIJD:
        for treffer in patroon.finditer(tekst):
            plek = treffer.span("getal")
            if any(begin < plek[1] and plek[0] < eind for begin, eind in bezet) or not _is_leeftijd(tekst, treffer):
                continue
            bezet.append(plek)
            yield Feit("leeftijd", _leeftijd(treffer), *treffer.span())
    if not bezet:
        yield from _schooljaren(tekst)
    kaal = GETAL.match(tekst)
    if kaal and not bezet:
        yield Feit("getal", _leeftijd(kaal), *kaal.span("getal"))


def _is_leeftijd(tekst: str, treffer: re.Match[str]) -> bool:
    """'al twee jaar' is how long, not how old; and who is over 23 is not the child, unless that is all that is said."""
    voor, na = tekst[: treffer.start()], tekst[treffer.end() :]
    if _leeftijd(treffer)["jaren"] > OUDST and treffer[0].strip() != tekst.strip(" .!"):
        return False
    if (
        treffer.re is not MET_EENHEID
        and treffer["getal"].lower() == "een"
        and not re.match(r"\s*(?:[,.!?)]|en\b|$)", na)
    ):
        return False
    if treffer.re is MET_EENHEID and not treffer["eenheid"].lower().startswith("jarig"):
        return bool(AANLOOP.search(voor) or re.match(r"\s*oud\b", na, re.I)) and not GEEN_LEEFTIJD.search(voor)
    return not GEEN_LEEFTIJD.search(voor)


def _leeftijd(treffer: re.Match[str]) -> dict[str, Any]:
    delen = treffer.groupdict()
    getal = _als_getal(delen["getal"])
    eenheid = (delen.get("eenheid") or "jaar").lower()
    per_jaar = 12 if eenheid.startswith(("m",)) else 52 if eenheid.startswith("w") else 1
    bijna = (delen.get("bijna") or "").lower()
    jaren = getal / per_jaar - (0.1 if bijna == "bijna" and per_jaar == 1 else 0)
    naam = {12: "maanden", 52: "weken", 1: "jaar"}[per_jaar]
    tekst = f"{bijna + ' ' if bijna else ''}{delen['getal']} {naam}"
    return {"jaren": round(jaren, 2), "tekst": tekst}


def _als_getal(woord: str) -> float:
    laag = woord.lower().replace(",", ".").replace("één", "een")
    if laag == "anderhalf":
        return 1.5
    return float(TELWOORDEN.index(laag)) if laag in TELWOORDEN else float(laag)


def _schooljaren(tekst: str) -> Iterator[Feit]:
    groep, klas = GROEP.search(tekst), KLAS.search(tekst)
    if groep:
        yield Feit("leeftijd", {"jaren": int(groep["groep"]) + 3.5, "tekst": f"groep {groep['groep']}"}, *groep.span())
    elif klas:
        jaar = int(klas["klas"] or klas["klas2"] or 1)
        yield Feit("leeftijd", {"jaren": jaar + 11.5, "tekst": klas[0].lower()}, *klas.span())


def _kernen(tekst: str, kernen: Mapping[str, Mapping[str, str]]) -> Iterator[Feit]:
    """The kern that is named; a name without an id (the gemeente itself) is not one, nor is 'niet in Leimuiden'."""
    laag = tekst.lower()
    for naam in sorted(kernen, key=len, reverse=True):
        for treffer in re.finditer(rf"(?<!\w)(?<!niet )(?<!niet in ){re.escape(naam)}(?!\w)", laag):
            if kernen[naam]:
                yield Feit("kern", dict(kernen[naam]), *treffer.span())
                return
            laag = laag[: treffer.start()] + " " * len(naam) + laag[treffer.end() :]
    yield from _bijna_kern(laag, {naam: kern for naam, kern in kernen.items() if kern})


def _bijna_kern(laag: str, kernen: Mapping[str, Mapping[str, str]]) -> Iterator[Feit]:
    """A place name with a typing error, of one word or two; only long names, so that ordinary words are not taken for a village."""
    woorden = list(re.finditer(r"[\w'-]+", laag))
    paren = [(eerste.start(), tweede.end()) for eerste, tweede in pairwise(woorden)]
    for plekken, kortste in ((paren, 10), ([woord.span() for woord in woorden], 7)):
        namen = [naam for naam in kernen if len(naam) >= kortste]
        for begin, eind in plekken:
            stuk = laag[begin:eind]
            beste = process.extractOne(stuk, namen, scorer=fuzz.ratio, score_cutoff=86) if len(stuk) > 5 else None
            if beste and not laag[:begin].endswith(("niet ", "niet in ")):
                yield Feit("kern", dict(kernen[beste[0]]), begin, eind)
                return


def _duur(tekst: str) -> Iterator[Feit]:
    for patroon in DUUR:
        treffer = patroon.search(tekst)
        if treffer:
            yield Feit("duur", treffer[0].strip(" ,."), *treffer.span())
            return


def _rol(tekst: str) -> Feit | None:
    zelf = _ZELF.search(tekst)
    if zelf and 8 <= int(zelf["getal"]) <= 23:
        return Feit("rol", "jongere", *zelf.span())
    for rol, patroon in ROLLEN:
        treffer = patroon.search(tekst)
        if treffer:
            return Feit("rol", rol, *treffer.span())
    return None
