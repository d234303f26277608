"""Finds where somebody lives: a street with a house number, or the street after "ik woon in de"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.gate.finds import Vondst, vondsten
from assistant.gate.namelist import namenlijst, woordenschat
from assistant.gate.redact_address_edges import verruimd
from assistant.gate.redact_dates import GETAL
from assistant.gate.redact_homes import zoek_woning
from assistant.gate.redact_streets import EENHEID, LOS_EIND, NUMMER, STRAAT, STRAATEIND, TOEVOEGING
from assistant.gate.words import vouwen

TERUG, VERDER = 90, 20
HUISGETAL = rf"(?:(?:{GETAL})?honderd(?:en)?(?:\s?(?:{GETAL}))?|{GETAL})"
_adres = re.compile(
    rf"(?<!\w)(?:\d(?:e|ste|de)\s|[HD]et?\s|(?:(?<=de\s)|(?<![^:,\n]\s)(?<!\w)|(?<=\sop\s)|(?<=\saan\s)|(?<=\sin\s)|(?<=\snaar\s))van\s(?:de[rn]?\s)?)?(?:[A-Z][\w'.-]{{1,24}}\s(?:(?:van|de|der|den|het|ter)\s){{0,2}}){{0,3}}"
    rf"(?P<naam>[\w'-]{{2,24}}(?i:{STRAAT})|[A-Z]\w{{1,24}}(?:{STRAATEIND})|(?<=[a-z]\s)(?:{LOS_EIND}))"
    rf"{NUMMER}{EENHEID}{TOEVOEGING}(?![\w%])"
)
_huisnummer = re.compile(rf"(?<![\w.,:-])\d{{1,4}}{EENHEID}{TOEVOEGING}(?![\w%]|[.,]\d)")
_straat_ervoor = re.compile(
    r"(?:\A|\b(?:op|aan|in|naar|bij|van|adres(?:\sis)?|woon|woont|wonen)\s|\badres:\s?|\()(?P<alles>(?:(?:de|het|'t|t)\s)?"
    r"(?:(?!(?:op|aan|in|naar|bij|van|is|de|het|een|met|ik|ben|dat)\s)[^\W\d_][\w'-]{1,24}\s){0,2}(?P<naam>[^\W\d_][\w'-]{2,24}))"
    r"(?:,?\s(?:op\s)?(?:huisnummer|nummer|nr\.?))?\s?\Z",
    re.I,
)
_straatvorm = re.compile(rf"\w{{2}}(?:{STRAATEIND})\Z|\A(?:zijde|hof|weg|dijk|kade|laan|plein|singel|wal)\Z")
_woonspoor = re.compile(
    r"\b(?:woon|woont|wonen|woonde|adres\w*|ingeschreven|verhuisd|verblijf|verblijft|slaap|slapen|logeer|langs\w*|brief|post"
    r"|bezorg\w*|thuis|flat|kloppen|aanbellen|ophalen|kom)\b",
    re.I,
)
_laan_van = re.compile(
    rf"\b(?i:laan|plein|weg|straat|hof|park|pad)\s(?i:van|der|op|in)\s(?:(?:de|der|den|het|oud|nieuw|Oud|Nieuw)\s)?[A-Z][\w'-]{{2,24}}"
    rf"(?:\s[A-Z][\w'-]{{2,24}}){{0,2}}{NUMMER}{EENHEID}{TOEVOEGING}(?![\w%])"
    rf"|\blaan\svan\s\w{{3,24}}(?:\s\w{{3,24}})?\s\d{{1,4}}{EENHEID}{TOEVOEGING}(?![\w%])"
)
_straat = re.compile(
    rf"\b(?:in|aan|op)\s(?:de|het)\s(?P<naam>(?:[A-Z][a-z'-]{{1,24}}\s){{0,2}}[A-Z][a-z'-]{{2,24}}(?:{STRAAT}))(?!\w)"
)
_nummer_in_woorden = re.compile(
    rf"(?<!\w)(?P<naam>[\w'-]{{3,24}}(?i:{STRAAT}))\s(?:nummer\s|nr\.?\s)?(?i:{HUISGETAL}){EENHEID}(?!\w)"
)
_straat_klein = re.compile(
    rf"\b(?:woon|woont|wonen|woonde|adres|buurt|flat|huis|appartement)\s(?:[a-z']{{1,12}}\s){{0,3}}?(?:in|aan|op)\s(?:de|het)\s(?P<naam>[a-z'-]{{3,24}}(?:{STRAAT}))(?!\w)",
    re.I,
)
_woont = re.compile(
    r"\b(?:[Ww]o(?:on|nen|ont)|[Aa]dres(?:\sis)?:?|[Ww]oonachtig)\s(?:(?:nu|nog|al|sinds|ook|zelf)\s){0,2}(?:(?:op|aan|in)\s)?"
    r"(?:(?:de|het|'t)\s)?((?:(?:[A-Z][\w'.-]{1,24}|van|de|der|den|het|ter)\s){0,4}"
    rf"(?:[A-Z][\w'.-]{{1,24}}\s\d{{1,4}}(?:\s?[a-zA-Z])?|[A-Z][a-z'-]{{1,20}}(?:{STRAAT})))(?!\w){EENHEID}"
)


@cache
def _geen_straat() -> frozenset[str]:
    return namenlijst().verzamelingen["geen_straat"]


_alleen = re.compile(
    rf"\A\W{{0,3}}(?:(?:de|het|'t)\s)?(?P<straat>(?:(?:oude?|nieuwe?|korte|lange|grote|kleine|hoge|lage|noord|zuid|oost|west)\s)?"
    rf"(?P<naam>[^\W\d_][\w'.-]{{1,24}}(?:{STRAATEIND})|(?<=[a-z]\s)(?:{LOS_EIND}))\s\d{{1,4}}{TOEVOEGING})(?=[,.!\s]{{0,3}}(?:\x00|\Z)|\s?,\s|\s(?:in|te)\s)",
    re.I,
)
_plein_met_jaartal = re.compile(
    rf"\bplein\s(?:1[89]\d\d(?:\s?[-/]\s?\d{{2,4}})?|'4\d\s?-\s?'4\d)(?:\s(?:nr|nummer)\.?)?\s\d{{1,4}}{TOEVOEGING}(?![\w%])",
    re.I,
)
_postbus = re.compile(r"\b(?:postbus|p\.?o\.?\s?box|antwoordnummer)\s(?:nr\.?\s)?\d{1,6}\b", re.I)


def zoek_adres(tekst: str) -> Iterator[Vondst]:
    """A street with a house number, or the street after "ik woon in de", with the kind of home and the floor around it."""
    yield from verruimd(tekst, _zoek_adres(tekst))


def _zoek_adres(tekst: str) -> Iterator[Vondst]:
    yield from zoek_woning(tekst)
    yield from vondsten("adres", tekst, _laan_van, _plein_met_jaartal, _postbus)
    yield from vondsten("adres", tekst, _alleen, groep="straat", mits=_is_antwoord)
    yield from vondsten("adres", tekst, _adres, mits=_is_straat)
    yield from vondsten("adres", tekst, _nummer_in_woorden, mits=_is_onbekende_straat)
    if any(teken.isdigit() for teken in tekst):
        yield from _met_huisnummer(tekst)
    yield from vondsten("adres", tekst, _straat, groep="naam", mits=_is_straat_waar_iemand_woont)
    yield from vondsten("adres", tekst, _straat_klein, groep="naam", mits=_is_straat)
    yield from vondsten("adres", tekst, _woont, groep=1)


def _is_antwoord(treffer: re.Match[str]) -> bool:
    """Whether a message that is a name and a number gives a street, and no country, club or class."""
    return _is_straat(treffer) and vouwen(treffer["naam"]) not in namenlijst().verzamelingen["geen_naam"]


def _is_straat(treffer: re.Match[str]) -> bool:
    return vouwen(treffer["naam"]) not in _geen_straat()


def _is_onbekende_straat(treffer: re.Match[str]) -> bool:
    return _is_straat(treffer) and not woordenschat().kent(vouwen(treffer["naam"]))


def _is_straat_waar_iemand_woont(treffer: re.Match[str]) -> bool:
    ervoor = max(0, treffer.start() - TERUG), treffer.start()
    return _is_straat(treffer) and _woonspoor.search(treffer.string, *ervoor) is not None


def _met_huisnummer(tekst: str) -> Iterator[Vondst]:
    """A name with a number behind "op" or "adres": in small letters only where somebody lives, or with a letter behind it."""
    for nummer in _huisnummer.finditer(tekst):
        vanaf = max(0, nummer.start() - TERUG)
        straat = _straat_ervoor.search(tekst[vanaf : nummer.start()])
        if straat is None:
            continue
        laag = vouwen(straat["naam"])
        gewoon = straat["naam"][0].islower() and woordenschat().kent(laag) and not _straatvorm.search(laag)
        if gewoon or laag in _geen_straat() or laag in namenlijst().verzamelingen["voegwoorden"]:
            continue
        begin = vanaf + straat.start("alles")
        erna = (
            _woonspoor.search(tekst, nummer.end(), nummer.end() + VERDER) if not woordenschat().gewoon(laag) else None
        )
        eigen = begin > 0 and _is_eigennaam(straat["naam"], nummer[0])
        if erna or eigen or _woonspoor.search(tekst, max(0, begin - TERUG), begin):
            yield Vondst("adres", tekst[begin : nummer.end()], begin, nummer.end())


def _is_eigennaam(naam: str, nummer: str) -> bool:
    if naam[0].isupper():
        return vouwen(naam) not in namenlijst().verzamelingen["geen_naam"]
    return nummer[-1].isalpha() and not woordenschat().kent(vouwen(naam))
