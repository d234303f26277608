"""Finds numbers that belong to a person: phone, BSN, bank account, postcode and licence plate."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from stdnum import iban
from stdnum.exceptions import ValidationError
from stdnum.nl import bsn

from assistant.gate.finds import Vondst, vondsten
from assistant.gate.namelist import namenlijst
from assistant.gate.redact_dates import GETAL, TIENTALLEN, TOT_TWINTIG

GEWONE_LETTERPAREN = (
    "sa|sd|ss|om|op|in|is|en|of|te|ze|we|je|de|ik|na|al|zo|nu|er|ga|ma|pa|km|kg|cm|mg|eu|kw|mm|ml|uu|va|ff|me|ja|ie|ne|da|wa"
    "|un|et|le|af|ex|uw|ah|ha|he|oh|hm|eh|pm|am|tv|pc|be|li|re|tm|st|nd|rd|th|mb|gb|kb|do|di|vr|zo|wo|at|hz|bc"
)
DIENSTNUMMERS = ("0800", "0900", "0906", "0909", "000", "116", "14")
MINSTE_CIJFERS, MEESTE_CIJFERS, VERDER = 9, 12, 30
_TUSSENWOORD = r"(?:(?:en|dan|dus|streepje|e+h+m?|u+h+m?|ehm|dubbel|daarna|toen|spatie|komma)[\s,.\-]{1,3}){0,3}"
_telefoon = re.compile(r"(?<![\w.,])(?:(?:\+|00)\s?)?\(?\d[\d\s().\-/\u2013]{6,20}\d(?![\w])")
_telefoon_met_o = re.compile(r"(?<!\w)[oO]\s?6(?:[\s.\-]{0,3}\d){7,8}(?!\w)")
_in_woorden = re.compile(
    rf"\b(?:nul\s?zes|zero\szes|nul|zero|0\d{{0,3}})(?:[\s,.\-]{{0,3}}{_TUSSENWOORD}(?:nul|\u00e9\u00e9n|{GETAL}|\d{{1,8}})\b){{2,11}}",
    re.I,
)
_negen_woorden = re.compile(
    rf"\b(?:tel|telefoon|nummer|nr|bel|app|mobiel)\b[^\d\x00\n]{{1,20}}?((?:{GETAL}[\s,.\-]{{1,3}}){{7,10}}{GETAL})\b",
    re.I,
)
_los_nummer = re.compile(
    r"\b(?:nummer|nr|tel|telefoon|bel|bellen|app|appen|mobiel|bereikbaar)[^\w\x00]{1,3}(?:\w+[^\w\x00]{1,2}){0,3}?(6[\d\s-]{8,11}\d)\b",
    re.I,
)
_nummer_genoemd = re.compile(
    r"\b(?:telefoonnummer|telnr|tel\.?\s?nr|mobiel|06[- ]nummer|mijn nummer|me nummer|mn nummer|thuisnummer)\b"
    r"[^\w\x00]{1,3}(?:(?:is|van|hem|haar|mij|me|dus|nu)[^\w\x00]{1,2}){0,3}(\d(?:[\s-]?\d){5,11})\b",
    re.I,
)
_bsn = re.compile(r"(?<![\w.,-])\d(?:[ .-]{0,2}\d){7,8}(?![\w]|[.,]\d)")
_bsn_genoemd = re.compile(
    r"\b(?:bsn(?:kaart|je)?|burger\s?service\s?nr|burger\s?service\s?nummer|burger\s?nummer|sofi\s?nummer|bsn\s?nummer|bsnr)\b"
    r"[^\d\x00\n]{0,40}(\d(?:[ .-]{0,2}\d){6,8})\b",
    re.I,
)
_iban = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:[\s.-]?[A-Z0-9]{2,4}){2,8}\b", re.I)
_iban_los = re.compile(r"\b[A-Z]{2}\d{2}(?:[\s.-]?[A-Z0-9]){10,30}\b", re.I)
_iban_nl = re.compile(r"\bNL[\s.-]?\d{2}[\s.-]?[A-Z]{4}[\s.-]?(?:\d[\s.-]?){9}\d\b", re.I)
_iban_be = re.compile(r"\bBE[\s.-]?\d{2}(?:[\s.-]?\d{4}){3}\b", re.I)
_kleine_letters = rf"(?!{GEWONE_LETTERPAREN})[a-z]{{2}}"
_postcode = re.compile(
    rf"(?<![\w-])(?<!\d\s)[1-9]\d{{3}}(?:(?:\s{{0,2}}|\s?-\s?)(?!SA|SD|SS)[A-Z]{{2}}|\s?{_kleine_letters}|\s?[A-Z][a-z](?=\W|\Z))(?![\w-])"
)
_jaartal = re.compile(r"(?:19|20)\d\d\s[a-z]")
_postcode_genoemd = re.compile(
    r"\bpostcode[^\w\x00]{1,3}(?:(?:is|dus|van|mij|ons)\s){0,3}([1-9]\d{3}(?:\s?[a-z]{2})?)\b", re.I
)
_L, _C, STREEPJE, SPATIE = "[A-Za-z]", r"\d", r"\s?-\s?", r"(?:\s?-\s?|\.\s?|\s)"
_SIDECODES = (
    "LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99", "LL-999-L", "L-999-LL",
    "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9",
)  # fmt: skip


def _sidecode(scheiding: str) -> str:
    vormen = []
    for code in _SIDECODES:
        delen = [f"{_L if deel[0] == 'L' else _C}{{{len(deel)}}}" for deel in code.split("-")]
        vormen.append(scheiding.join(delen))
    return "|".join(vormen)


_kenteken = re.compile(rf"(?<![\w-])(?:{_sidecode(STREEPJE)})(?![\w-])")
_kenteken_los = re.compile(rf"(?<![\w-])(?:{_sidecode(SPATIE)}|{_sidecode('')})(?![\w-])")
_kenteken_belgisch = re.compile(r"(?<![\w-])\d-[A-Za-z]{3}-\d{3}(?![\w-])")
_kenteken_genoemd = re.compile(
    r"\b(?:kenteken|nummerbord|nummerplaat|autonummer|kentekenplaat)[^\w\x00]{1,3}(?:(?:is|van|die|het|de|zijn|zn|auto|was)\s){0,5}"
    r"((?=(?:[A-Z0-9][- ]?){6}\b)(?=[A-Z -]{0,7}\d)[A-Z0-9]{1,3}[- ]?[A-Z0-9]{1,3}[- ]?[A-Z0-9]{1,3})\b",
    re.I,
)
_voertuig = re.compile(
    r"kenteken|nummerbord|nummerplaat|auto|scooter|brommer|\bbus\b|wagen\b|motor|rijdt|golf|polo|bmw|audi|opel|busje|taxi|toyota|volvo"
    r"|\bseat\b|\bford\b|fiat|peugeot|renault|\bkia\b|tesla|mercedes|citroen|skoda|fiesta|\bjeep\b|aanhanger|reed\b|rijden|geparkeerd|parkeer",
    re.I,
)
_MET_KLINKER = re.compile(
    r"(?<![a-z])(?=[a-z]{3}(?![a-z]))[a-z]*[aeiou]", re.I
)  # three letters of a plate hold no vowel: "GTA 5" is none
_SCHOOLLETTERS = re.compile(r"vwo|mbo|hbo|kdv|bso|cbs|obs|sbo|jaar|uur|keer|fifa", re.I)
_telwoord = re.compile(rf"nul|\u00e9\u00e9n|{GETAL}|\d+", re.I)
_tweecijferig = re.compile(rf"(?:{TOT_TWINTIG})\Z|.*(?:{TIENTALLEN})\Z", re.I)


def zoek_iban(tekst: str) -> Iterator[Vondst]:
    """Bank account numbers whose check digits are right (mod 97), and Dutch and Belgian ones even when they are not."""
    yield from vondsten("iban", tekst, _iban_nl, _iban_be)
    for patroon in (_iban, _iban_los):
        for treffer in patroon.finditer(tekst):
            if lengte := _geldige_lengte(treffer[0]):
                yield Vondst("iban", treffer[0][:lengte], treffer.start(), treffer.start() + lengte)


def _geldige_lengte(waarde: str) -> int:
    """How many characters from the start form a valid IBAN; 0 if none do."""
    plekken = [plek for plek in range(len(waarde), 14, -1) if waarde[plek - 1].isalnum()]
    kan = (plek for plek in plekken if plek == len(waarde) or not waarde[plek].isalnum())
    return next((plek for plek in kan if _is_iban(waarde[:plek])), 0)


def _is_iban(waarde: str) -> bool:
    """Whether length and mod 97 are right; what a country checks besides is left alone, because writers make mistakes."""
    try:
        return bool(iban.validate(re.sub(r"[\s.-]", "", waarde), check_country=False))
    except ValidationError:
        return False


def zoek_bsn(tekst: str) -> Iterator[Vondst]:
    """Numbers that pass the 11-proef, and any number that is called a BSN."""
    yield from vondsten("bsn", tekst, _bsn_genoemd, groep=1)
    yield from vondsten("bsn", tekst, _bsn, mits=_is_bsn)


def _is_bsn(treffer: re.Match[str]) -> bool:
    cijfers = re.sub(r"\D", "", treffer[0])
    return len(cijfers) == 9 and not cijfers.startswith("06") and bool(bsn.is_valid(cijfers))


def zoek_telefoon(tekst: str) -> Iterator[Vondst]:
    """Phone numbers of persons, in digits or in words; service numbers (0800, 0900, 112, 113) and help lines stay."""
    yield from vondsten("telefoon", tekst, _telefoon, mits=lambda treffer: _is_telefoon(treffer[0]))
    yield from vondsten("telefoon", tekst, _telefoon_met_o)
    yield from vondsten("telefoon", tekst, _in_woorden, mits=lambda treffer: _is_uitgesproken(treffer[0]))
    yield from vondsten("telefoon", tekst, _los_nummer, _negen_woorden, groep=1)
    yield from vondsten("telefoon", tekst, _nummer_genoemd, groep=1, mits=lambda treffer: not _is_dienst(treffer[1]))


def _cijfers(waarde: str) -> str:
    return re.sub(r"[^\d+]", "", waarde)


def _is_dienst(waarde: str) -> bool:
    cijfers = re.sub(r"\A(?:\+|00)31", "0", _cijfers(waarde))
    return cijfers.startswith(DIENSTNUMMERS) or cijfers in namenlijst().verzamelingen["dienstnummers"]


def _is_telefoon(waarde: str) -> bool:
    cijfers = _cijfers(waarde)
    if not cijfers.startswith(("0", "+")) or _is_dienst(waarde):
        return False
    if cijfers.startswith("06") and MINSTE_CIJFERS <= len(cijfers) <= MEESTE_CIJFERS - 1:
        return True
    for land in ("NL", "BE"):
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(cijfers, land)):
                return True
        except phonenumbers.NumberParseException:
            return False
    return False


def _is_uitgesproken(waarde: str) -> bool:
    """Whether the words and digits together make a number of nine to twelve digits."""
    aantal = 0
    for deel in _telwoord.findall(waarde):
        aantal += len(deel) if deel.isdigit() else 1 + bool(_tweecijferig.match(deel))
    return not _is_dienst(waarde) and MINSTE_CIJFERS <= aantal <= MEESTE_CIJFERS


def zoek_postcode(tekst: str) -> Iterator[Vondst]:
    """Postcodes; in lower case only when the letters are no ordinary word."""
    yield from vondsten("postcode", tekst, _postcode, mits=lambda treffer: not _jaartal.match(treffer[0]))
    yield from vondsten("postcode", tekst, _postcode_genoemd, groep=1)


def zoek_kenteken(tekst: str) -> Iterator[Vondst]:
    """Dutch licence plates: every sidecode with hyphens; with spaces or nothing in capitals or near a word for a vehicle."""
    yield from vondsten("kenteken", tekst, _kenteken, _kenteken_belgisch)
    yield from vondsten("kenteken", tekst, _kenteken_genoemd, groep=1)
    yield from vondsten("kenteken", tekst, _kenteken_los, mits=_is_los_kenteken)


def _is_los_kenteken(treffer: re.Match[str]) -> bool:
    """Whether a word for a vehicle stands near, or it is all in capitals: nothing else is written like that."""
    waarde = treffer[0]
    ver = 60 if waarde.isupper() else 40
    genoemd = _voertuig.search(treffer.string, max(0, treffer.start() - ver), treffer.start()) or _voertuig.search(
        treffer.string, treffer.end(), treffer.end() + VERDER
    )
    if not genoemd and _MET_KLINKER.search(waarde):
        return False
    return bool(genoemd or waarde.isupper()) and not _SCHOOLLETTERS.search(waarde)
