"""Finds dates of birth: a date that is said to be a birthday, or a full date in the past; other dates stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst, vondsten

MAANDEN = (
    "jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    "|dec(?:ember)?"
)
JAAR = r"(?:19|20)\d\d"
GEBOORTEJAAR = r"19[3-9]\d|200\d|201\d|202[0-5]"  # a bare date later than this is an appointment sooner than a birth
EENHEDEN = "een|twee|drie|vier|vijf|zes|zeven|acht|negen"
TIENTALLEN = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
TOT_TWINTIG = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
GETAL = rf"(?:(?:{EENHEDEN})(?:en|\u00ebn)(?:{TIENTALLEN})|{TOT_TWINTIG}|{TIENTALLEN}|{EENHEDEN})"
RANG = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende"
    r"|zestiende|zeventiende|achttiende|negentiende|(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)(?:en|\u00ebn))?"
    r"(?:twintigste|dertigste))"
)
JAARWOORD = rf"(?:tweeduizend(?:\s?en)?(?:\s?{GETAL})?|negentien\s?(?:honderd\s?)?(?:en\s)?{GETAL}|twintig\s{GETAL})"
WOORDDATUM = rf"(?:de\s)?(?:{RANG}|{GETAL})\s(?:van\s)?(?:{MAANDEN})"
DATUM = (
    rf"(?:[0-3]?\d\s?[-/.]\s?[01]?\d\s?[-/.]\s?(?:'|\u2019|(?:19|20))?\d\d|{JAAR}\s?[-/.]\s?[01]?\d\s?[-/.]\s?[0-3]?\d|[0-3]\d\s[01]\d\s{JAAR}"
    rf"|(?:de\s)?[0-3]?\d(?:e|ste|de)?\s?[-/]?\s?(?:van\s)?(?:{MAANDEN})\.?(?:\s?[-/]?\s?'?(?:{JAAR}|\d\d(?!\s?uur)))?"
    rf"|{WOORDDATUM}(?:\s(?:{JAARWOORD}|{JAAR}))?|[0-3]\d[01]\d(?:{JAAR}|\d\d))"
)
FEESTDAG = (
    r"(?:(?:de\s)?(?:eerste|tweede|1e|2e|1ste|2de)\s)?(?:kerstdag|paasdag|pinksterdag|pasen|kerst|kerstmis|kerstavond|oudejaarsdag|oudejaarsavond"
    r"|oudjaar|nieuwjaarsdag|nieuwjaar|koningsdag|koninginnedag|bevrijdingsdag|dodenherdenking|sinterklaas|sinterklaasavond|pakjesavond"
    r"|valentijnsdag|moederdag|vaderdag|hemelvaart|hemelvaartsdag|dierendag|halloween|schrikkeldag|driekoningen|allerheiligen)"
)
GEEN_GEBOORTE = "".join(
    rf"(?<!\b{woord}\s)"
    for woord in ("op", "sinds", "vanaf", "tot", "per", "d.d.", "dd", "t/m", "voor", "na", "uiterlijk")
)

_geboren = re.compile(
    r"\b(?:geboren|geboorte|geb\.?|geboorte\s?datum|gebdatum|gebdat|geb\.?\s?dat(?:um)?|g\.d\.|date of birth|dob)\b"
    rf"[^\d\x00\n]{{0,25}}?({DATUM}|(?:{MAANDEN})\s(?:in\s)?{JAAR}|[01]?\d\s?[-/]\s?{JAAR})(?!\w)",
    re.I,
)
_feestdag = re.compile(
    rf"\b(?:geboren|geboorte\w*|geb\.?|jarig|verjaardag|verjaart|ter\swereld|bevallen)\b[^\d\x00\n]{{0,25}}?({FEESTDAG}(?:\s(?:van|in)){{0,2}}\s(?:{JAAR}|'\d\d))(?!\w)",
    re.I,
)
_feestdag_geboren = re.compile(
    rf"\b({FEESTDAG}(?:\s(?:van|in)){{0,2}}\s(?:{JAAR}|'\d\d))\s(?:is\s(?:hij|ze|zij)\s|werd\s(?:hij|ze|zij)\s)?geboren\b",
    re.I,
)
_erachter = re.compile(
    rf"(?<![\w./-])({DATUM})(?![\w-])[,:;.]?\s\(?(?:(?:dat|dit|is|was|zijn|haar|zn|z'n|mijn|mn|hun|de|d'r|der|hem|ze|hij|zij|staat|als|dus|van|onze|zoon|dochter)\s){{0,5}}"
    r"(?:geboortedatum|geboortedag|geboortedat|gebdatum|gebdat|geb\.?\s?dat(?:um)?)\b",
    re.I,
)
_jarig = re.compile(rf"\b(?:jarig|verjaardag|verjaart)\b[^\d\x00\n]{{0,25}}?({DATUM})(?!\w)", re.I)
_met_jaar = re.compile(rf"{JAAR}|[-/.]\s?['\u2019]?\d\d\Z|['\u2019]\d\d\Z|{JAARWOORD}", re.I)
_stuk = re.compile(
    r"\b(?:brief|beschikking|verslag|mail|rapport|besluit|uitspraak|vonnis|factuur|afspraak|gesprek|zitting|versie|nieuws|artikel"
    r"|intake|overleg|formulier|indicatie|aanvraag|diagnose|onderzoek)\w*\s(?:is\s|was\s)?(?:van|op|d\.?d\.?)?\s?\Z",
    re.I,
)
_afspraak = re.compile(r"\s(?:een\s|het\s|de\s)?(?:afspraak|gesprek|zitting|intake|overleg|huisbezoek)\w*\b", re.I)
_bij_kind = re.compile(
    r"\b(?:zoon|zoontje|dochter|dochtertje|oudste|jongste|middelste|baby|tweeling)\s"
    r"([0-3]?\d[-/.][01]?\d[-/.](?:19|20)?\d\d)(?![\w/-])",
    re.I,
)
_spoor = re.compile(rf"\d|\b(?:{MAANDEN})\b", re.I)
_datum_geboren = re.compile(rf"(?<![\w./-])({DATUM})\s(?:is\s(?:hij|ze|zij)\s)?(?:geboren|ter wereld)\b", re.I)
_hele_datum = re.compile(
    rf"{GEEN_GEBOORTE}(?<![\w./-])((?:de\s)?[0-3]?\d(?:\s?[-/.]\s?[01]?\d\s?[-/.]\s?|\s[01]\d\s"
    rf"|(?:e|ste|de)?\s(?:van\s)?(?:{MAANDEN})\.?\s)(?:{GEBOORTEJAAR}|['\u2019](?:[4-9]\d|[01]\d)))(?![\w/-])",
    re.I,
)
_jaar_voorop = re.compile(rf"{GEEN_GEBOORTE}(?<![\w./-])((?:{GEBOORTEJAAR})-[01]\d-[0-3]\d)(?![\w/-])", re.I)
_woorddatum = re.compile(rf"\b({WOORDDATUM}\s(?:{JAARWOORD}|{GEBOORTEJAAR}))\b", re.I)
_van_of_haakje = re.compile(
    r"(?:\b(?:is|zijn|kind|zoon|zoontje|dochter|dochtertje|broer|broertje|zus|zusje|man|vrouw|partner|baby|peuter|jongen|meisje|twee"
    r"|tweeling|die|hij|zij|ze|ben)\svan\s|\(|\[)"
    rf"([0-3]?\d(?:\s?[-/.]\s?[01]?\d\s?[-/.]\s?(?:'|\u2019|19|20)?\d\d|\s(?:{MAANDEN})\.?\s'?(?:{JAAR}|\d\d))|[0-3]\d[01]\d\d\d)"
    r"(?![\w/-]|\s?uur)",
    re.I,
)


_aaneen = re.compile(
    r"\b(?:zoon|zoontje|dochter|dochtertje|kind|kindje|jongen|meisje|oudste|jongste|middelste|broer|broertje|zus|zusje|tweeling"
    r"|baby|man|vrouw|partner|leerling|client|gebdat|geboren|geb)\b[^\w\x00]{1,3}(?:[^\W\d_]{2,12}[^\w\x00]{1,3}){0,2}"
    r"((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\d\d|\d\d))(?![\w/-]|[.,]\d|\s?(?:euro|uur|keer))",
    re.I,
)


def zoek_geboortedatum(tekst: str) -> Iterator[Vondst]:
    """A date that is said to be a birthday, or a full date in the past that is no "since" or "until"; other dates stay."""
    if not _spoor.search(tekst):
        return
    yield from vondsten(
        "geboortedatum", tekst, _geboren, _datum_geboren, _van_of_haakje, _woorddatum, _aaneen, _bij_kind, groep=1
    )
    yield from vondsten("geboortedatum", tekst, _feestdag, _feestdag_geboren, _erachter, groep=1)
    yield from vondsten("geboortedatum", tekst, _jarig, groep=1, mits=lambda treffer: _met_jaar.search(treffer[1]))
    yield from vondsten("geboortedatum", tekst, _hele_datum, _jaar_voorop, groep=1, mits=_is_geen_stuk)


def _is_geen_stuk(treffer: re.Match[str]) -> bool:
    """Whether no letter, report or appointment of that date is meant."""
    erna = treffer.string[treffer.end() : treffer.end() + 20]
    return not (_stuk.search(treffer.string[max(0, treffer.start() - 40) : treffer.start()]) or _afspraak.match(erna))
