"""Finds homes that no word for a street gives away: beside a postcode, behind "adres is", on the water, on a farm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst, vondsten
from assistant.gate.namelist import namenlijst, woordenschat
from assistant.gate.redact_numbers import GEWONE_LETTERPAREN
from assistant.gate.redact_streets import EENHEID, STRAATEIND, TOEVOEGING
from assistant.gate.words import vouwen

_POSTCODE = rf"(?!(?:19|20)\d\d\s[a-z])[1-9]\d{{3}}\s?(?:[A-Z]{{2}}|(?!nr|{GEWONE_LETTERPAREN})[a-z]{{2}})(?!\w)"
_STRAAT = (
    r"(?:(?:[A-Z][\w'.-]{0,24}|'t|van|de|der|het|oude?|nieuwe?|lange|korte|hoge|lage|noord|zuid|oost|west)\s){0,4}"
    r"(?P<naam>[^\W\d_][\w'-]{2,24})"
)
_NUMMER = rf",?\s(?:(?:huis)?(?:nummer|nr\.?)\s)?\d{{1,4}}{TOEVOEGING}"
_HUIS = rf"(?P<huis>{_STRAAT}{_NUMMER})(?![\w%])"
_WOONVORM = (
    r"woonboot|woonark|woonschip|ark|boot|schip|ligplaats|woonwagen|standplaats|staanplaats|boerderij|hoeve|flat|flatgebouw|torenflat|woontoren|toren|villa|chalet"
    r"|stacaravan|caravan|bungalow|vakantiehuisje|tiny\shouse|appartement|studio|kavel|erf|landgoed|residentie|bovenwoning|benedenwoning|portiekwoning"
)
_PLEKVORM = (
    r"ligplaats|standplaats|staanplaats|kavel|chalet|stacaravan|bungalow|woonboot|woonark|woonwagen|steiger|perceel|huisje"
    r"|caravan|plaats"
)
_voor_postcode = re.compile(rf"(?<![\w'-]){_HUIS}(?=(?:\s?[,;/|(\u2013-]\s?|\s)(?:in\s|te\s)?{_POSTCODE})")
_na_postcode = re.compile(
    rf"(?<![\w-])(?P<postcode>{_POSTCODE})(?:\s?[,;/|(\u2013-]\s?|\s)(?:[A-Z][\w-]{{2,24}},\s)?{_HUIS}"
)
_nummer_na_postcode = re.compile(
    rf"(?<![\w-]){_POSTCODE}(?:,?\s(?:en\s|met\s|met\shet\s)?(?:huis\s?)?(?:nummer|nr\.?)\s|[,/]?\s?(?=\d{{1,4}}[a-zA-Z]?\s?(?:[,.!?)]|\Z)))"
    rf"(?P<huis>\d{{1,4}}{EENHEID}{TOEVOEGING})(?!\w)"
)
_huisnummer = re.compile(
    rf"\bhuis\s?(?:nummer|nr\.?)[\s:]{{1,2}}(?:is\s|van\s)?(?P<huis>\d{{1,4}}{TOEVOEGING})(?!\w)", re.I
)
_adres_is = re.compile(
    rf"\b(?:[Aa]dres|ADRES|[Ww]oonadres|[Hh]uisadres|[Pp]ostadres)\b[^.\d\x00\n]{{0,40}}?(?:\bis|\bwordt|\bwerd|:|=)\s(?:(?:nu|dus|nog|altijd|de|het)\s){{0,2}}{_HUIS}{EENHEID}"
)
_woonvorm = re.compile(
    rf"\b(?i:{_WOONVORM})\b(?:\s(?:heet|genaamd|ligt|staat|is|aan|op|in|naast)){{0,2}}(?:\s?[:,]\s|\s)(?:(?:de|het|aan|op)\s){{0,2}}{_HUIS}{EENHEID}"
)
_plek_in = re.compile(
    rf"\b(?P<huis>(?i:{_PLEKVORM})\s(?:nr\.?\s|nummer\s)?\d{{1,4}}[a-zA-Z]?(?!\w)(?:,?\s(?:van|op|in|bij|aan|te)\s(?:(?:de|het)\s)?"
    r"(?:(?:park|camping|recreatiepark|vakantiepark|jachthaven|haven|bungalowpark|woonwagenkamp|kamp)\s)?"
    r"(?:(?:de|het|De|Het|'t)\s)?[A-Z][\w'-]{1,24}(?:\s(?:van\s)?[A-Z][\w'-]{1,24}){0,2})?)"
)
_plek_vooraan = re.compile(
    r"(?:\A|[:\n,]\s?|\b(?:is|adres)\s)(?P<huis>(?i:woonwagen|woonboot|woonark|ligplaats|standplaats|staanplaats|kavel|chalet|stacaravan|bungalow|appartement|flat|unit)"
    r"\s(?:nr\.?\s|nummer\s)?\d{1,4}[a-zA-Z]?,?\s(?:van|op|in|bij|aan)\s(?:(?:de|het|park|camping)\s){0,2}"
    rf"(?:[A-Z][\w'-]{{2,24}}|[a-z]{{3,20}}(?:{STRAATEIND})))(?!\w)"
)
_huis_heet = re.compile(
    r"\b(?i:woonboot|woonark|woonschip|boerderij|hoeve|flat|flatgebouw|toren|torenflat|woontoren|villa|landgoed|residentie|serviceflat"
    r"|appartementencomplex)\s"
    r"(?:(?:heet|genaamd)\s)?(?P<huis>(?:(?:De|Het|de|het|'t|Huize|Nieuw|Oud|Klein|Groot)\s)?[A-Z][\w'-]{2,24}(?:\s[A-Z][\w'-]{2,24}){0,2})"
)
_huis_en_verdieping = re.compile(
    r"\b(?i:flat|flatgebouw|toren|torenflat|woontoren|residentie|serviceflat|appartementencomplex|complex|gebouw|boerderij|hoeve|villa|ark|woonboot|woonark)\s"
    r"(?P<huis>(?:(?:De|Het|de|het|'t)\s)?[A-Z][\w'-]{2,24}(?:\s[A-Z][\w'-]{2,24}){0,2})"
    r"(?=,?\s(?:op\s)?(?:de\s)?(?:\d{1,2}\s?(?:e|de|ste)\s(?:etage|verdieping|woonlaag)|nummer\s\d|nr\.?\s\d|app\w{0,10}\s\d)|,\s(?:\x00|[A-Z]))"
)
_bewoont = re.compile(
    r"\b(?:woonboot|woonark|woon|woont|wonen|woonde|woonden|bewoon|adres|zitten|liggen|ligt|lig|slaap|slapen|slaapt|verblijf"
    r"|verblijven|verblijft|logeer|logeren|verhuisd|verhuizen|boerderij)\b",
    re.I,
)
_cijfer, _los_postcode = re.compile(r"\d"), re.compile(rf"(?<![\w-]){_POSTCODE}")
SPOREN = tuple(spoor.replace(r"\s", " ") for spoor in f"adres|huis|{_WOONVORM}|{_PLEKVORM}".split("|"))
_straatvorm = re.compile(rf"(?:{STRAATEIND})\Z")


def zoek_woning(tekst: str) -> Iterator[Vondst]:
    """The street and number beside a postcode, behind "adres is", and boats, farms, flats and places in a park."""
    cijfers = _cijfer.search(tekst)
    if cijfers and _los_postcode.search(tekst):
        yield from vondsten("adres", tekst, _na_postcode, _voor_postcode, groep="huis", mits=_is_straat)
        yield from vondsten("adres", tekst, _nummer_na_postcode, groep="huis")
    laag = tekst.lower()
    if not any(spoor in laag for spoor in SPOREN):
        return
    if cijfers:
        yield from vondsten("adres", tekst, _adres_is, _woonvorm, groep="huis", mits=_is_straat)
        yield from vondsten("adres", tekst, _huisnummer, _plek_vooraan, groep="huis")
    yield from vondsten("adres", tekst, _huis_en_verdieping, groep="huis", mits=_is_woonhuis)
    if not _bewoont.search(tekst):  # anywhere in it: distances change when other finds are taken out
        return
    if cijfers:
        yield from vondsten("adres", tekst, _plek_in, groep="huis")
    yield from vondsten("adres", tekst, _huis_heet, groep="huis", mits=_is_woonhuis)


def _is_straat(treffer: re.Match[str]) -> bool:
    """Whether the word before the number can be a street: with a capital, or in no list."""
    naam = treffer["naam"]
    laag = vouwen(naam)
    if laag in namenlijst().verzamelingen["geen_straat"] or laag in namenlijst().verzamelingen["geen_naam"]:
        return False
    return naam[0].isupper() or _straatvorm.search(laag) is not None or not woordenschat().in_woordenboek(laag)


def _is_woonhuis(treffer: re.Match[str]) -> bool:
    """Whether this is no place to visit or to be treated."""
    laatste = vouwen(treffer["huis"].rpartition(" ")[2])
    return laatste not in namenlijst().verzamelingen["geen_naam"]
