"""Finds personal data that has a form of its own: numbers, addresses on the internet and in the street, dates of birth."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import cache

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

from assistant.gate.finds import Vondst, vondst
from assistant.gate.namelist import namenlijst

MAANDEN = (
    "jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    "|dec(?:ember)?"
)
JAAR = r"(?:19|20)\d\d"
DATUM = (
    rf"(?:[0-3]?\d\s?[-/.]\s?[01]?\d\s?[-/.]\s?(?:19|20)?\d\d|{JAAR}-[01]\d-[0-3]\d|[0-3]\d\s[01]\d\s{JAAR}"
    rf"|[0-3]?\d(?:e|ste)?\s(?:{MAANDEN})(?:\s'?(?:{JAAR}|\d\d))?)"
)
TELWOORD = (
    r"(?:nul|[eé]{2}n|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien"
    r"|achttien|negentien|(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)?(?:en|ën)?"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|\d{1,4})"
)
STRAAT = (
    "straat|straatje|laan|laantje|weg|plein|hof|hofje|dijk|kade|gracht|singel|pad|dreef|steeg|plantsoen|boulevard|hove|vaart"
    r"|str\."
)
STRAATEIND = (
    f"{STRAAT}|wal|ring|erf|weide|akker|veld|kamp|donk|poort|zicht|sloot|tuin|park|burg|markt|oord|haven|brink|horst|meent"
    "|gaarde|rade|kwartier|wetering|einde|eind|buurt|molen|berg|werf|dorp|hoek|hout|bosch|bos|sluis|brug|tocht|ven|vliet|stee|stede|land|zijde"
    "|zoom|rand|heuvel|kreek|gors|schans|oever|kerk"
)
NUMMER = r"(?:,?\s?(?:op\s)?(?:huisnummer|nummer|nr\.?)\s?|\s?)\d{1,4}"
EENHEID = (
    r"(?!\s?(?:uur|jaar|jr|keer|x\b|weken|week|dagen|dag|maanden|euro|minuten|min|kinderen|kids|procent|%|km|meter|ste"
    r"|de\b|e\b|:\d|\.\d))"
)
GEWONE_LETTERPAREN = (
    "sa|sd|ss|om|op|in|is|en|of|te|ze|we|je|de|ik|na|al|zo|nu|er|ga|ma|pa|km|kg|cm|mg|eu|kw|mm|ml|uu|va|ff|me|ja|ie|ne|da|wa"
    "|un|et|le"
)

_email = re.compile(
    r"[\w.+-]{1,64}(?:@|\s?\((?:at|apenstaartje)\)\s?|\s?\[at\]\s?|\s?@\s?|\s(?:apenstaart(?:je)?|at)\s)[\w-]{1,63}"
    r"(?:(?:\.|\s?\(?punt\)?\s?|\s?\(?dot\)?\s?|\s\.\s?)[a-z]{2,24}\b){1,4}",
    re.I,
)
_telefoon = re.compile(r"(?<![\w.,])(?:\+|00)?\(?\d[\d\s().\-/\u2013]{6,20}\d(?![\w])")
_telefoon_in_woorden = re.compile(rf"\b(?:nul|0)\s*(?:{TELWOORD}[\s,.-]{{1,3}}){{3,11}}{TELWOORD}\b", re.I)
_los_nummer = re.compile(
    r"\b(?:nummer|nr|tel|telefoon|bel|bellen|app|appen|mobiel|bereikbaar)[^\w\x00]{1,3}(?:\w+[^\w\x00]{1,2}){0,3}?(6[\d\s-]{8,11}\d)\b",
    re.I,
)
_bsn = re.compile(r"(?<![\w.,-])\d(?:[ .-]?\d){7,8}(?![\w]|[.,]\d)")
_bsn_genoemd = re.compile(
    r"\b(?:bsn|burgerservice\s?nummer|sofi\s?nummer)\b[^\d\x00\n]{0,25}(\d(?:[ .]?\d){6,8})\b", re.I
)
_iban = re.compile(r"\b[A-Z]{2}\s?\d{2}(?:\s?[A-Z0-9]{2,4}){3,8}\b", re.I)
_iban_nl = re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}\s?(?:\d\s?){9}\d\b", re.I)
_kleine_letters = rf"(?!{GEWONE_LETTERPAREN})[a-z]{{2}}"
_postcode = re.compile(rf"(?<![\w-])[1-9]\d{{3}}(?:\s?(?!SA|SD|SS)[A-Z]{{2}}|\s?{_kleine_letters})(?![\w-])")
_postcode_genoemd = re.compile(r"\bpostcode[^\w\x00]{1,3}(?:is\s)?([1-9]\d{3}\s?[a-z]{0,2})\b", re.I)
_adres = re.compile(
    rf"(?<!\w)(?:[A-Z][\w'.-]{{1,24}}\s(?:(?:van|de|der|den|het|ter)\s){{0,2}}){{0,3}}"
    rf"(?P<naam>\w{{2,24}}(?i:{STRAAT})|[A-Z]\w{{1,24}}(?:{STRAATEIND}))"
    rf"{NUMMER}{EENHEID}(?:\s?-?\s?[A-Za-z](?!\w)|\s?bis|\s?hs|\s?[-/]\s?[A-Za-z0-9]{{1,4}})?(?![\w%])"
)
_op_nummer = re.compile(
    r"\b(?:op|aan|naar|bij|van|adres:?|woon|woont|wonen|ophalen)\s(?:de\s|het\s)?(?P<naam>[A-Z][a-z]{3,24})\s\d{1,4}\s?[a-z]?(?!\w)"
    rf"{EENHEID}(?!\s?(?:[-/.:]\d|{MAANDEN}))"
)
_straat = re.compile(rf"\b(?:in|aan|op)\s(?:de|het)\s(?P<naam>[A-Z][a-z'-]{{2,24}}(?:{STRAAT}))(?!\w)")
_woont = re.compile(
    r"\b(?:[Ww]o(?:on|nen|ont)|[Aa]dres(?:\sis)?:?|[Ww]oonachtig)\s(?:(?:nu|nog|al|sinds|ook|zelf)\s){0,2}(?:(?:op|aan|in)\s)?"
    r"(?:(?:de|het|'t)\s)?((?:(?:[A-Z][\w'.-]{1,24}|van|de|der|den|het|ter)\s){0,4}"
    rf"(?:[A-Z][\w'.-]{{1,24}}\s\d{{1,4}}(?:\s?[a-zA-Z])?|[A-Z][a-z'-]{{1,20}}(?:{STRAAT})))(?!\w){EENHEID}"
)
_geboren = re.compile(
    r"\b(?:geboren|geb\.?|geboorte\s?datum|gebdatum|gebdat|g\.d\.|jarig|verjaardag|date of birth)\b"
    rf"[^\d\x00\n]{{0,25}}?({DATUM})(?!\w)",
    re.I,
)
_hele_datum = re.compile(
    r"(?<!\bop\s)(?<!\bsinds\s)(?<!\bvanaf\s)(?<!\btot\s)(?<!\bper\s)(?<!\bd\.d\.\s)(?<!\bdd\s)(?<!\bt/m\s)(?<!\bvoor\s)(?<!\bna\s)"
    rf"(?<![\w./-])([0-3]?\d(?:\s?[-/.]\s?[01]?\d\s?[-/.]\s?|\s[01]\d\s|\s(?:{MAANDEN})\s)(?:19[3-9]\d|200\d|201\d|202[0-4]))(?![\w/-])",
    re.I,
)
_kenteken = re.compile(
    r"(?<![\w-])(?=[A-Za-z0-9-]*[A-Za-z])(?=[A-Za-z0-9-]*\d)(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})(?![\w-])"
)
_kenteken_genoemd = re.compile(
    r"\bkenteken[^\w\x00]{1,3}(?:is\s)?"
    r"((?=(?:[A-Z0-9][- ]?){6}\b)(?=[A-Z -]*\d)[A-Z0-9]{1,3}[- ]?[A-Z0-9]{1,3}[- ]?[A-Z0-9]{1,3})\b",
    re.I,
)
_ip4 = re.compile(r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)")
_ip6 = re.compile(r"(?<![\w:.])[0-9a-f]{0,4}:[0-9a-f:]{3,36}[0-9a-f](?![\w:])", re.I)
_handvat = re.compile(r"(?<![\w@.])@[A-Za-z][\w.-]{1,28}\w(?:#\d{4})?")
_profiel = re.compile(
    r"\b(?:https?://)?(?:www\.)?(?:instagram|tiktok|facebook|snapchat|x|twitter|linkedin|twitch|youtube)\.com/[\w@./?=-]{2,60}",
    re.I,
)
_NETWERK = r"insta(?:gram)?|snap(?:chat)?|tiktok|discord|facebook|fb|roblox|twitch|telegram|psn|xbox|steam"
_account = re.compile(
    rf"\b(?:{_NETWERK}|gamertag|username|gebruikersnaam|account(?:naam)?)(?:\s?naam)?[^\w\x00]{{1,3}}"
    r"(?:(?:is|heet|naam|account|van|hem|haar|mij|me|onder|als)[^\w\x00]{1,2}){0,3}"
    r"((?=[\w.-]*[\d_.-])[A-Za-z][\w.-]{2,28}\w(?:#\d{4})?)",
    re.I,
)
_account_genoemd = re.compile(
    rf"\b(?:(?:{_NETWERK})(?:\s?(?:naam|account))|gamertag|username|gebruikersnaam|accountnaam)\s?(?:is|heet|:)\s{{0,2}}([\w.]{{4,30}})"
    rf"|\b(?:{_NETWERK})\s?:\s?([\w.]{{4,30}})",
    re.I,
)
_heet_op = re.compile(rf"\bheet\s([\w.]{{4,30}})\sop\s(?:{_NETWERK})\b", re.I)


@cache
def _geen_straat() -> frozenset[str]:
    return namenlijst().verzamelingen["geen_straat"]


def zoek_email(tekst: str) -> Iterator[Vondst]:
    """E-mail addresses, also with "apenstaartje" and "punt" written out."""
    yield from (vondst("e-mail", treffer) for treffer in _email.finditer(tekst))


def zoek_iban(tekst: str) -> Iterator[Vondst]:
    """Bank account numbers whose check digits are right, and Dutch ones even when they are not."""
    yield from (vondst("iban", treffer) for treffer in _iban_nl.finditer(tekst))
    yield from (vondst("iban", treffer) for treffer in _iban.finditer(tekst) if iban.is_valid(treffer[0]))


def zoek_bsn(tekst: str) -> Iterator[Vondst]:
    """Numbers that pass the 11-proef, and any number that is called a BSN."""
    yield from (vondst("bsn", treffer, 1) for treffer in _bsn_genoemd.finditer(tekst))
    for treffer in _bsn.finditer(tekst):
        cijfers = re.sub(r"\D", "", treffer[0])
        if len(cijfers) == 9 and not cijfers.startswith("06") and bsn.is_valid(cijfers):
            yield vondst("bsn", treffer)


def zoek_telefoon(tekst: str) -> Iterator[Vondst]:
    """Phone numbers of persons, in digits or in words; service numbers (0800, 0900, 088, 112, 113) stay."""
    yield from (vondst("telefoon", treffer) for treffer in _telefoon.finditer(tekst) if _is_telefoon(treffer[0]))
    yield from (vondst("telefoon", treffer) for treffer in _telefoon_in_woorden.finditer(tekst))
    yield from (vondst("telefoon", treffer, 1) for treffer in _los_nummer.finditer(tekst))


def _is_telefoon(waarde: str) -> bool:
    cijfers = re.sub(r"[^\d+]", "", waarde)
    if not cijfers.startswith(("0", "+")) or cijfers.startswith(
        ("0800", "0900", "0906", "0909", "088", "+3188", "000")
    ):
        return False
    try:
        nummer = phonenumbers.parse(cijfers, "NL")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(nummer) or (cijfers.startswith("06") and len(cijfers) in (10, 11))


def zoek_postcode(tekst: str) -> Iterator[Vondst]:
    """Postcodes; in lower case only when the letters are no ordinary word."""
    yield from (vondst("postcode", treffer) for treffer in _postcode.finditer(tekst))
    yield from (vondst("postcode", treffer, 1) for treffer in _postcode_genoemd.finditer(tekst))


def zoek_adres(tekst: str) -> Iterator[Vondst]:
    """A street with a house number, or the street after "ik woon in de"."""
    for treffer in _adres.finditer(tekst):
        if treffer["naam"].lower() not in _geen_straat():
            yield vondst("adres", treffer)
    for treffer in _op_nummer.finditer(tekst):
        if treffer["naam"].lower() not in _geen_straat():
            yield Vondst("adres", tekst[treffer.start("naam") : treffer.end()], treffer.start("naam"), treffer.end())
    for treffer in _straat.finditer(tekst):
        if treffer["naam"].lower() not in _geen_straat():
            yield vondst("adres", treffer, "naam")
    yield from (vondst("adres", treffer, 1) for treffer in _woont.finditer(tekst))


def zoek_geboortedatum(tekst: str) -> Iterator[Vondst]:
    """A date that is said to be a birthday, or a full date in the past that is no "since" or "until"; other dates stay."""
    yield from (vondst("geboortedatum", treffer, 1) for treffer in _geboren.finditer(tekst))
    yield from (vondst("geboortedatum", treffer, 1) for treffer in _hele_datum.finditer(tekst))


def zoek_kenteken(tekst: str) -> Iterator[Vondst]:
    """Dutch licence plates of six signs in three groups, and whatever is called a kenteken."""
    for treffer in _kenteken.finditer(tekst):
        delen = treffer[0].split("-")
        if sum(map(len, delen)) == 6 and all(deel.isupper() or deel.isdigit() for deel in delen):
            yield vondst("kenteken", treffer)
    yield from (vondst("kenteken", treffer, 1) for treffer in _kenteken_genoemd.finditer(tekst))


def zoek_online(tekst: str) -> Iterator[Vondst]:
    """IP addresses, handles and profile pages."""
    yield from (vondst("ip", treffer) for treffer in _ip4.finditer(tekst))
    yield from (vondst("ip", treffer) for treffer in _ip6.finditer(tekst) if _is_ip6(treffer[0]))
    for patroon in (_handvat, _profiel):
        yield from (vondst("account", treffer) for treffer in patroon.finditer(tekst))
    for patroon in (_account, _account_genoemd, _heet_op):
        yield from (vondst("account", treffer, treffer.lastindex or 0) for treffer in patroon.finditer(tekst))


def _is_ip6(waarde: str) -> bool:
    try:
        return ipaddress.IPv6Address(waarde) is not None
    except ValueError:
        return False
