"""Facts told in passing, found with rules over the text: age, kern, duration; who is writing is in who.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rapidfuzz import fuzz, process

from assistant.who import TELWOORDEN, wie_schrijft

_GETAL = rf"(?P<getal>\d{{1,2}}(?:[.,]5)?|anderhalf|{'|'.join(TELWOORDEN[1:])}|één)"
_BIJNA_GETYPT = ("bijna", "bijn", "bna", "byna", "haast")
_BIJNA = rf"(?:(?P<bijna>{'|'.join(_BIJNA_GETYPT)}|net|pas|ruim)\s+)?"
_EENHEID = (
    r"(?P<eenheid>jarige?n?|jr\.?|ja{2,}r(?:tjes?|oud)?|j\b|ma{2,}n[dt](?:en|ne|n|e|je)?|maadn?en|mnd\.?|"
    r"mnde?n|we+ken|week|wkn|wk)"
)
_WIE = (
    r"(?:zoon(?:tje)?|dochter(?:tje|ke)?|kind(?:je|eke)?|jongen|jong(?:en|e)?(?:tje|ske)|meisje|meiske|meid|knul|ventje|manneke|kereltje|gastje|gozer|baby|peuter|kleuter|puber|tiener|"
    r"broer(?:tje)?|zus(?:je)?|die van (?:mij|ons)|kleinzoon|kleindochter|kleinkind|leerling|oudste|jongste|middelste|pleegkind|"
    r"kinderen|kids|tweeling)"
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
    re.compile(rf"\b{_WIE}\s*\(?(?:va?n\s+|is\s+|wordt\s+)?{_BIJNA}{_GETAL}\)?{_DAARNA}", re.I),
    re.compile(
        r"\b(?:(?:hij|zij|ze|die|ie)\s+(?:is|wordt|word|heeft)|(?:is|wordt)\s+(?:hij|ze|zij|ie))\s+"
        r"(?:(?:nu|al|nog maar|sinds kort|onlangs|inmiddels|intussen|gisteren|vandaag|"
        r"(?:vorige|deze|afgelopen)\s+\w+)\s+){0,2}"
        rf"{_BIJNA}{_GETAL}(?=\s*(?:geworden|[,.!?]|(?:en|maar|dus|ofzo|of|nu|want|die|met)\b|$))",
        re.I,
    ),
    re.compile(rf"\b(?:ik|k)\s+(?:ben|word)\s+(?:zelf\s+)?{_BIJNA}{_GETAL}\b{_DAARNA}", re.I),
    re.compile(
        rf"\b(?:ik|k|hij|zij|ze)\s+(?:heb|heeft)\s+{_GETAL}\s+jaar(?:oud)?(?=\s*(?:[,.!?]|(?:en|oud)\b|$))", re.I
    ),
    re.compile(rf"\bleeftijd\s*(?:is\s*|:\s*)?{_BIJNA}{_GETAL}\b{_DAARNA}", re.I),
    re.compile(rf"\b(?:hij|zij|ze|nichtje|neefje|{_WIE})\s+van\s+{_BIJNA}{_GETAL}{_DAARNA}", re.I),
    re.compile(rf"^\W*(?:is|wordt)\s+{_BIJNA}{_GETAL}(?=\s*(?:[,.!?]|en\b|$))", re.I),
    re.compile(rf"(?:^|[,;]\s*){_GETAL}(?=\s*,)", re.I),
    re.compile(rf"\bop\s+(?:je|mijn|mn)\s+{_GETAL}e?\b", re.I),
    re.compile(rf"\b{_BIJNA}{_GETAL}\s+(?:is|wordt)\s+(?:ze|zij|hij|ie)\b", re.I),
    re.compile(rf"(?:^|[,.;!?]\s*)ben\s+{_BIJNA}{_GETAL}(?=\s*(?:[,.!?]|en\b|woon\b|$))", re.I),
    re.compile(rf"\b(?:van|vn)\s+{_BIJNA}{_GETAL}(?=\s*(?:[,.!?]|$))", re.I),
    re.compile(rf"\b(?:mijn|mn|m'n|onze|ons)\s+[a-z]{{3,14}}\s+(?:van|vn)\s+{_BIJNA}{_GETAL}{_DAARNA}", re.I),
    re.compile(rf"\b{_WIE}\s+(?:hier\s+)?(?:is\s+)?{_BIJNA}{_GETAL}(?=\s*(?:[,.!?]|en\b|op\b|die\b|$))", re.I),
]
# Who has a birthday in a few weeks or months is almost that old.
_STRAKS = r"over\s+(?:een\s+|een\s+paar\s+)?\w+\s+(?:dagen|weken|maand|maanden|week)"
STRAKS = [
    re.compile(rf"\b(?:ik|hij|ze|zij|die)\s+{_GETAL}\s+wordt?\b[^.!?]{{0,20}}\b{_STRAKS}\b", re.I),
    re.compile(rf"\b(?:ik\s+word|(?:hij|ze|zij)\s+wordt)\s+{_STRAKS}\s+{_GETAL}\b{_DAARNA}", re.I),
    re.compile(rf"\b{_STRAKS}\s+(?:word|wordt|ben|is)\s+(?:ik|hij|ze|zij)\s+{_GETAL}\b{_DAARNA}", re.I),
]
# A number with a unit is an age after these words; elsewhere ("ik wacht 3 maanden") it is how long something takes.
AANLOOP = re.compile(
    rf"(?:^|[,(;:/.!?]|\b(?:(?:is|ben)\s+(?:al|nu)|en|van|is|ben|was|wordt?|zelf|maar|{_WIE}))\W*$", re.I
)
GEEN_LEEFTIJD = re.compile(
    r"(?:\b(?:(?:half|kwart\s+(?:over|voor)|om|rond|tegen|vanaf)(?=\s*$)|(?:wacht\w*\b[^.!?]*|dat|dit|het)\s+is(?:\s+(?:al|nu))?|zus|broer|telefoon\s+is|auto\s+is|hond\s+is|(?:wacht\w*|cursus|periode|relatie|huwelijk|schorsing|termijn|training|"
    r"traject|\w*verschil)\s+van|gezin|klas|groep|helft|cijfer|gemiddelde|deel|totaal|plaats|tafel|vader|moeder|ouders?)\W*|"
    r"\d\s*)$",
    re.I,
)
NIET_DIE = re.compile(r"\b(?:geen|niet(?:\s+(?:die|de|mijn|mn|onze)(?:\s+\w+)?)?(?:\s+van)?)\s*$", re.I)
OUDST = 23
_GROEPEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
GROEP = re.compile(rf"\b(?<!niet )(?<!sinds )(?:groep|gr\.?)\s*(?P<groep>[1-8]|{'|'.join(_GROEPEN)})\b", re.I)
_RANG = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")
VLAAMS = re.compile(rf"\b(?P<rang>[1-6]e?|{'|'.join(_RANG)})\s+(?P<soort>leerjaar|kleuterklas|middelbaar)\b", re.I)
VLAAMS_BEGIN = {"leerjaar": 5.5, "kleuterklas": 2.5, "middelbaar": 11.5}
KLAS = re.compile(
    r"\b(?:(?P<klas>[1-6])e?\s*(?:klas|havo|vwo|vmbo|mavo|kader)|(?:klas|havo|vwo|vmbo|mavo|kader)\s*(?P<klas2>[1-6])|(?P<brug>brugklas(?:ser)?))\b",
    re.I,
)
GETAL = re.compile(rf"^\W*{_BIJNA}{_GETAL}\W*$", re.I)
_GEEN_DUUR = r"(?!\d+\s*(?:$|[,.!?]))(?!(?:en|maar|is|zijn|gaat|gaan|heeft|hebben|wil|zit|slaapt|loopt|eet|doet|hij|ze|zij|we)\b)"
DUUR = [
    re.compile(
        rf"\b(?:al\s+)?(?:sinds|vanaf)\s+(?!welke|wanneer|hoe|nu\b|\d+\s*uur)(?:(?:hij|ze|zij|we|dat|ik)\s+\w+(?:\s+\w+){{0,4}}|\w+(?:\s+{_GEEN_DUUR}\w+){{0,3}})",
        re.I,
    ),
    re.compile(
        rf"\bal\s+(?:meer dan\s+|bijna\s+|ruim\s+|zo'n\s+)?(?:\d+|een paar|een half|een|{'|'.join(TELWOORDEN[2:])}|half)?\s*"
        r"(?:dagen|nachten|weken|week|wk|maanden|maand|mnd|jaren|jaar|jr|tijdje|hele tijd|maandenlang|wekenlang|jarenlang)\b"
        r"(?!\s+(?:getrouwd|samen|gescheiden|een hond))",
        re.I,
    ),
    re.compile(
        rf"\b(?:(?:de|hele|al de hele)\s+(?:laatste|hele|afgelopen)?\s*(?:weken|maanden|week|zomer|winter|tijd)(?:\s+al)?|"
        rf"(?:{'|'.join(TELWOORDEN[2:])}|anderhalf|\d+)\s+(?:jaar|maanden|weken)\s+(?:lang|nu)|"
        r"al\s+(?:heel\s+)?lang(?:er dan een jaar)?|"
        r"al\s+van\s+(?:in\s+|kleins\s+af\s*(?:aan)?|\w+))\b",
        re.I,
    ),
]


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
    wie = wie_schrijft(tekst)
    return [*feiten, Feit("rol", wie[0], *wie[1])] if wie else feiten


def _leeftijden(tekst: str) -> Iterator[Feit]:
    bezet: list[tuple[int, int]] = []
    for patroon in (*STRAKS, *LEEFTIJD):
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
    if NIET_DIE.search(tekst[: treffer.start("getal")]):
        return False
    if _leeftijd(treffer)["jaren"] > OUDST and treffer[0].strip() != tekst.strip(" .!"):
        return False
    if (
        treffer.re is not MET_EENHEID
        and treffer["getal"].lower() == "een"
        and not re.match(r"\s*(?:[,.!?)]|en\b|$)", na)
    ):
        return False
    een_week = (
        treffer.re is MET_EENHEID
        and treffer["getal"].lower() == "een"
        and not treffer["eenheid"].lower().startswith("j")
    )
    if een_week and not re.match(r"\s*oud\b", na, re.I):
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
    bijna = "bijna" if bijna in _BIJNA_GETYPT or treffer.re in STRAKS else bijna
    jaren = getal / per_jaar - (0.1 if bijna == "bijna" and per_jaar == 1 else 0)
    naam = (
        {12: "maanden", 52: "weken", 1: "jaar"}[per_jaar]
        if getal != 1
        else {12: "maand", 52: "week", 1: "jaar"}[per_jaar]
    )
    aantal = delen["getal"] if "half" in delen["getal"] else f"{getal:g}".replace(".", ",")
    tekst = f"{bijna + ' ' if bijna else ''}{aantal} {naam}"
    return {"jaren": round(jaren, 2), "tekst": tekst}


def _als_getal(woord: str) -> float:
    laag = woord.lower().replace(",", ".").replace("één", "een")
    if laag == "anderhalf":
        return 1.5
    return float(TELWOORDEN.index(laag)) if laag in TELWOORDEN else float(laag)


def _schooljaren(tekst: str) -> Iterator[Feit]:
    groep, klas = GROEP.search(tekst), KLAS.search(tekst)
    vlaams = VLAAMS.search(tekst)
    if vlaams:
        rang = vlaams["rang"].lower()
        nummer = _RANG.index(rang) + 1 if rang in _RANG else int(rang[0])
        jaren = VLAAMS_BEGIN[vlaams["soort"].lower()] + nummer
        yield Feit("leeftijd", {"jaren": jaren, "tekst": vlaams[0].lower()}, *vlaams.span())
    elif groep:
        woord = groep["groep"].lower()
        nummer = _GROEPEN.index(woord) + 1 if woord in _GROEPEN else int(woord)
        yield Feit("leeftijd", {"jaren": nummer + 3.5, "tekst": f"groep {nummer}"}, *groep.span())
    elif klas:
        jaar = int(klas["klas"] or klas["klas2"] or 1)
        yield Feit("leeftijd", {"jaren": jaar + 11.5, "tekst": klas[0].lower()}, *klas.span())


def _kernen(tekst: str, kernen: Mapping[str, Mapping[str, str]]) -> Iterator[Feit]:
    """The kern that is named first; a name without an id (the gemeente itself) is not one, nor is 'niet in Leimuiden'."""
    laag = tekst.lower()
    gevonden: list[Feit] = []
    for naam in sorted(kernen, key=len, reverse=True):
        for treffer in re.finditer(
            rf"(?<!\w)(?<!niet )(?<!niet in )(?<!mevrouw )(?<!meneer ){re.escape(naam)}(?!\w)", laag
        ):
            if kernen[naam]:
                gevonden.append(Feit("kern", dict(kernen[naam]), *treffer.span()))
            laag = laag[: treffer.start()] + " " * len(naam) + laag[treffer.end() :]
    if gevonden:
        yield min(gevonden, key=lambda feit: feit.start)
    else:
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
