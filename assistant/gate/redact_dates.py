"""Finds dates of birth: a date that is said to be a birthday, or a full date in the past; other dates stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst, vondsten

MAANDEN = (
    "jan(?:uar[iy]e?|uri|ari|aurie?)?|feb(?:r?u?ar[iy]e?|r)?|maar[td]s?|mrt|march|apr(?:il|iel|l)?|appril|meij?|may|jun(?:ie?|e)?|jul(?:ie?|y)?"
    "|aug(?:us?tu?s?|ustis)?|agustus|sep(?:t(?:em(?:b?er|ver|br))?|tmber)?|setember|o[kc]t(?:o?ber|obr)?|nov(?:em(?:b?er|ver|br)|mber)?"
    "|de[cs](?:em(?:b?er|ver|br)|mber)?"
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
MAAND = rf"(?:{MAANDEN})(?![^\W\d_])\.?"
WOORDDATUM = rf"(?:de\s)?(?:(?:{RANG}|{GETAL})\s(?:van\s)?{MAAND}|{RANG}\svan\sde\s{RANG}(?=\s(?:{JAAR}|{JAARWOORD})))"
ONLANGS = r"(?:dit|vorig|afgelopen)\sjaar|jl\b"
KORT_JAAR = (
    rf"(?:{JAARWOORD}|(?:{TOT_TWINTIG}|(?:(?:{EENHEDEN})(?:en|\u00ebn))?(?:{TIENTALLEN}))"
    r"(?!\s?(?:uur|jaar|weken|maanden|dagen|keer)))\b"
)
DATUM = (
    r"(?:[0-3]?\d\s?[-/.]\s?[01]?\d\s?[-/.]\s?(?:'|\u2019|(?:19|20))?\d\d|[0-3]?\d[-/. ]{1,2}[ivx]{1,4}[-/. ]{1,2}(?:19|20)?\d\d"
    rf"|{JAAR}\s?[-/.]\s?[01]?\d\s?[-/.]\s?[0-3]?\d|[0-3]\d\s[01]\d\s{JAAR}"
    rf"|(?:de\s)?[0-3]?\d(?:e|ste|de)?\s?[-/.]?\s?(?:van\s)?{MAAND}"
    rf"(?:,?\s?[-/.]?\s?['\u2019]?(?:{JAAR}|\d\d(?!\s?uur|\d))|\s(?:{KORT_JAAR}|{ONLANGS}|\({JAAR}\)))?"
    rf"|{MAAND}\s{JAAR},\sde\s[0-3]?\d(?:e|ste|de)|{MAAND}\s[0-3]?\d(?:st|nd|rd|th)?,?\s{JAAR}"
    rf"|{WOORDDATUM}(?:\s(?:{KORT_JAAR}|{JAAR}|['\u2019]?\d\d(?!\s?uur|\d)|{ONLANGS}))?|{GETAL}\s(?:nul\s)?{GETAL}\s{JAARWOORD}|[0-3]\d[01]\d(?:{JAAR}|\d\d))"
)
FEESTDAG = (
    r"(?:(?:de\s)?(?:eerste|tweede|laatste|1e|2e|1ste|2de)\s)?(?:dag|kerstdag|paasdag|pinksterdag|pasen|kerst|kerstmis|kerstavond|oudejaarsdag|oudejaarsavond"
    r"|oudjaar|nieuwjaarsdag|nieuwjaar|koningsdag|koninginnedag|bevrijdingsdag|dodenherdenking|sinterklaas|sinterklaasavond|pakjesavond"
    r"|valentijnsdag|moederdag|vaderdag|hemelvaart|hemelvaartsdag|dierendag|halloween|schrikkeldag|driekoningen|allerheiligen)"
)
GEEN_GEBOORTE = "".join(
    rf"(?<!\b{woord}\s)"
    for woord in ("op", "sinds", "vanaf", "tot", "per", "d.d.", "dd", "t/m", "voor", "na", "uiterlijk")
)

GEBOREN = r"(?:geboren|gebore|geboren?ne|gebooren|geborn|ter\swereld|bevallen|levenslicht|born)"
KIND = (
    r"(?:\w{0,12}(?:kind|kindje|zoon|zoontje|dochter|dochtertje|broer|broertje|zus|zusje|baby|jongen|jongetje|meisje|meid|meiske|knul"
    r"|vent|ventje|ouder|moeder|vader)|mama|papa|man|vrouw|partner|vriend|vriendin|peuter|kleuter|puber|tiener|dreumes|oudste|jongste|middelste"
    r"|kleinste|kleine|grootste|tweeling|leerling|cli[e\u00eb]nt|neef|neefje|nicht|nichtje|oma|opa|ex)"
)

_geboren = re.compile(
    rf"\b(?:{GEBOREN}|geb\.?|geb(?:oorte|\.)?[\s.-]?(?:d[aeu]tum|dat|dag|dtm|dt|d)?|g\.?b\.?d?|g\.d\.|date\sof\sbirth|birthday|d\.?o\.?b)(?!\w)"
    rf"[^\d\x00\n]{{0,25}}?(?<!\w)({DATUM}|{MAAND}\s(?:in\s)?{JAAR}|[01]?\d\s?[-/]\s?{JAAR}|[0-3]?\d\s[01]?\d\s(?:{JAAR}|\d\d)"
    rf"|{JAAR}\s(?:op\s)?[0-3]?\d\s{MAAND}|{JAAR}\sin\s{MAAND})(?!\w)",
    re.I,
)
_geboren_ver = re.compile(rf"\b{GEBOREN}(?!\w)[^.!?\n]{{0,60}}?(?<![\w./-])({DATUM})(?![\w/-])", re.I)
_allebei_geboren = re.compile(
    rf"\b(?:{GEBOREN}|geb)(?!\w)[^!?\n]{{0,60}}?\b{KIND}:?\s(?:(?:is|was)\s)?(?:(?:op|van|in)\s)?({DATUM})(?![\w/-])",
    re.I,
)
_te_vroeg = re.compile(
    rf"\b(?:kwam|kwamen|weken|geplande?|te\svroeg|couveuse|keizersnede|prematuur|zwanger\w*)\b[^.!?\n\d]{{0,30}}?(?<!\w)({DATUM})(?![\w/-])",
    re.I,
)
_maand_van_kind = re.compile(
    rf"\b(?:{KIND}|hij|zij|ze|ie)\s(?:is\s)?van\s({MAAND}\s(?:{JAAR}|['\u2019]\d\d)|[01]?\d\s?[-/]\s?{JAAR})(?!\w)",
    re.I,
)
_dan_wordt = re.compile(
    rf"(?<![\w./-])([0-3]?\d(?:e|ste)?\s{MAAND}),?\s(?:(?:en|dan|jarig|is|hij|zij|ze)\s){{0,3}}(?:wordt|word|werd)\s(?:hij|zij|ze|ie|ik|mijn\s{KIND})"
    rf"\s(?:al\s|pas\s|alweer\s)?(?:{GETAL}|\d{{1,2}})(?!\s?(?:uur|keer|weken|dagen|euro)|[\w:])",
    re.I,
)
_wordt = re.compile(
    rf"\b(?:wordt|word|werd|werden|worden)\s(?:(?:hij|zij|ze|ie|ik|mijn|onze|{KIND})\s){{0,2}}(?:op\s)?([0-3]?\d(?:e|ste)?\s{MAAND})"
    rf"\s(?:al\s|pas\s|alweer\s)?(?:{GETAL}|\d{{1,2}})(?!\s?(?:uur|keer|weken|dagen|euro)|[\w:])",
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
_jarig = re.compile(rf"\b(?:jarig|verjaardag|verjaart|verjaring)\b[^\d\x00\n]{{0,25}}?(?<!\w)({DATUM})(?!\w)", re.I)
_met_jaar = re.compile(
    rf"{JAAR}|[-/.]\s?['\u2019]?\d\d\Z|['\u2019]\d\d\Z|{MAAND}\s(?:\d\d|{KORT_JAAR}|{ONLANGS})\Z|{JAARWOORD}", re.I
)
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
_spoor = re.compile(
    rf"\d\s?[-/. ]\s?\d|(?:19|20)\d\d|\d{{6}}|['\u2019]\d\d|tweeduizend|(?<![^\W\d_])(?:{MAANDEN})(?![^\W\d_])", re.I
)
_geboortewoord = re.compile(r"geb|\bg\.?[bd]\b|jarig|verja|wereld|bevallen|levenslicht|born|birth|\bd\.?o\.?b\b", re.I)
_datum_geboren = re.compile(
    rf"(?<![\w./-])({DATUM}|{MAAND}\s{JAAR})\s(?:is\s(?:hij|ze|zij)\s)?(?:geboren|ter wereld)\b", re.I
)
_datum_ver_geboren = re.compile(rf"(?<![\w./-])({DATUM}),?(?:\s[^\W\d_]+){{1,5}}\s{GEBOREN}(?!\w)", re.I)
_hele_datum = re.compile(
    rf"{GEEN_GEBOORTE}(?<![\w./-])((?:de\s)?[0-3]?\d(?:\s?[-/.]\s?[01]?\d\s?[-/.]\s?|\s[01]\d\s"
    rf"|(?:e|ste|de)?[\s./-]?(?:van\s)?{MAAND}[\s./-]?)(?:{GEBOORTEJAAR}|['\u2019](?:[4-9]\d|[01]\d|2[0-5])))(?![\w/-])",
    re.I,
)
_jaar_voorop = re.compile(rf"{GEEN_GEBOORTE}(?<![\w./-])((?:{GEBOORTEJAAR})-[01]\d-[0-3]\d)(?![\w/-])", re.I)
_woorddatum = re.compile(rf"\b({WOORDDATUM}\s(?:{JAARWOORD}|{GEBOORTEJAAR}))\b", re.I)
_woord_van = re.compile(rf"\b(?:is|{KIND}|hij|zij|ze|ben)\svan\s({WOORDDATUM}\s{KORT_JAAR})", re.I)
_in_rij = re.compile(
    r"(?:\A|[,;(:|\n]\s?)([0-3]?\d[-/.][01]?\d[-/.](?:[4-9]\d|[01]\d|2[0-5]))(?=\s?(?:[,;)|\n]|\Z)|\.\s|\.\Z|\s?/\s)"
)
_van_of_haakje = re.compile(
    rf"(?:\b(?:is|zijn|{KIND}|twee|die|hij|zij|ze|ben)\svan\s|\(|\[)"
    rf"([0-3]?\d(?:\s?[-/.]\s?[01]?\d\s?[-/.]\s?(?:'|\u2019|19|20)?\d\d|\s{MAAND}\s['\u2019]?(?:{JAAR}|\d\d))|[0-3]\d[01]\d\d\d)"
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
    if _geboortewoord.search(tekst):
        yield from _bij_geboortewoord(tekst)
    yield from vondsten("geboortedatum", tekst, _van_of_haakje, _woorddatum, _woord_van, _aaneen, _bij_kind, groep=1)
    yield from vondsten("geboortedatum", tekst, _maand_van_kind, _wordt, _dan_wordt, groep=1)
    yield from vondsten("geboortedatum", tekst, _te_vroeg, groep=1, mits=_heeft_jaar)
    yield from vondsten("geboortedatum", tekst, _hele_datum, _jaar_voorop, _in_rij, groep=1, mits=_is_geen_stuk)


def _bij_geboortewoord(tekst: str) -> Iterator[Vondst]:
    """Dates in a message that speaks of a birth or a birthday."""
    yield from vondsten(
        "geboortedatum", tekst, _geboren, _datum_geboren, _feestdag, _feestdag_geboren, _erachter, groep=1
    )
    met_jaar = (_jarig, _geboren_ver, _allebei_geboren, _datum_ver_geboren)
    yield from vondsten("geboortedatum", tekst, *met_jaar, groep=1, mits=_heeft_jaar)


def _heeft_jaar(treffer: re.Match[str]) -> bool:
    return _met_jaar.search(treffer[1]) is not None


def _is_geen_stuk(treffer: re.Match[str]) -> bool:
    """Whether no letter, report or appointment of that date is meant."""
    erna = treffer.string[treffer.end() : treffer.end() + 20]
    return not (_stuk.search(treffer.string[max(0, treffer.start() - 40) : treffer.start()]) or _afspraak.match(erna))
