"""Who is writing: parent, young person, professional or someone else, when the text says so. Rules, no guessing."""

from __future__ import annotations

import re

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
_BEROEP = (
    r"juf|meester|leerkracht|leraar|lerares|docent|mentor|ib'?er|intern begeleider|zorgco[oö]rdinator|"
    r"pedagogisch medewerker|pm'?er|huisarts|poh\S*|praktijkondersteuner|jeugdarts|\w*verpleegkundige|"
    r"conci[eë]rge|verloskundige|"
    r"kraam\w+|logopedist\w*|wijkagent|gastouder|begeleider|\w*coach|leerplicht\w*|jongerenwerk\w*|"
    r"schoolmaatschappelijk\s+werker"
)
_MIJN = r"(?:mijne?|mij|mn|m'n|me|onze?|ons)"
_ONS_KIND = (
    r"jongen|jongetje|knul|ventje|kereltje|meid|meisje|meiske|manneke|kleine|oudste|jongste|middelste|puber|"
    r"tiener|peuter|kleuter|baby|bab'?tje|zoon\w*|"
    r"dochter\w*|dogter|kind\w*|jongens|meiden|tweeling"
)
_MIJN_OUDERS = (
    r"moeder|vader|ouders|mama|papa|ma|pa|mam|pap|stiefvader|stiefmoeder|mentor|klasgenoten|klas|juf|meester|school"
)


_VAAK = r"(?:(?:dan|nog|pas|meestal|altijd|al|vaak|weer)\s+)*"
_OP_SCHOOL = rf"(?:ik\s+zit|zit\s+ik)\s+{_VAAK}(?:op|uit)\s+school|(?:ik\s+ben|ben\s+ik)\s+{_VAAK}uit\s+school"


def _rol_patroon(*delen: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(delen)})\b", re.I)


_TIENERS = {woord: getal for getal, woord in enumerate(TELWOORDEN) if getal >= 8}


ROLLEN: list[tuple[str, re.Pattern[str]]] = [
    (
        "professional",
        _rol_patroon(
            rf"(?:ik\s+|^\W*)(?:ben|werk\s+als)\s+(?:een\s+|de\s+|haar\s+|hun\s+)?(?:{_BEROEP})",
            rf"(?:als|vanuit\s+mijn\s+praktijk\s+als)\s+(?:een\s+)?(?:{_BEROEP})(?=\s+(?:bij|vraag|wil|zie|maak|"
            rf"ben|heb|werk|in|op|van))",
            r"vanuit\s+(?:het|de|ons|onze)\s+(?:consultatiebureau|school|praktijk|opvang|kdv|bso|jgz)",
            r"(?:een\s+)?(?:leerling|kind|meisje|jongen|kleuter)\s+(?:uit|in|van)\s+(?:mijn|mn|m'n|onze|"
            r"de)\s+(?:klas|groep)",
            r"mijn\s+leerlingen?",
            r"op\s+(?:onze|mijn)\s+(?:praktijk|kdv|opvang|bso|peutergroep)",
            r"(?:wij|we)\s+(?:hebben|zien)\s+(?:in|op)\s+(?:de|onze)\s+(?:klas|groep|praktijk)",
            r"(?:een|die|deze|onze)\s+leerling",
        ),
    ),
    (
        "ander",
        _rol_patroon(
            rf"{_MIJN}\s+(?:klein(?:zoon|dochter|kind)\w*|neef\w*|nicht\w*|buur(?:meisje|jongen|kind\w*|vrouw|man))",
            r"(?:neefje|nichtje|kleinzoon|kleindochter|kleinkind|buurmeisje|buurjongen)\s+van\s+(?:mij|me|mijn)",
            r"(?:ik\s+|^\W*)ben\s+(?:een\s+|de\s+|zijn\s+|haar\s+|zn\s+|hun\s+)?(?:opa|oma|buurvrouw|buurman|"
            r"buurtbewoner|tante|oom|zus|broer|oppas|"
            r"vrijwilliger|(?:\w+)?trainer)",
            r"(?:kind|kinderen|zoon\w*|dochter\w*)\s+van\s+(?:de\s+buren|mijn\s+(?:zus|broer|vriendin|buurvrouw|"
            r"buren))",
            r"(?:voor|van)\s+(?:een|mijn)\s+vriendin\s+(?:van\s+mij|uit|die|met)|"
            r"vriendin\s+van\s+mij\s+\w+\s+haar\s+kind",
            r"als\s+oppas",
        ),
    ),
    (
        "ouder",
        _rol_patroon(
            rf"{_MIJN}\s+(?:{_ONS_KIND})",
            r"die\s+van\s+(?:mij|ons)|(?:mijn|mn|m'n)\s+(?:man|vrouw|partner)",
            r"(?:mijn|mn|m'n)\s+ex\b(?=.*\b(?:kind\w*|zoon\w*|dochter\w*|omgang\w*|alimentatie|ophalen|co-?ouder\w*)\b)",
            r"(?:als|ik)\s+(?:moeder|vader|mama|papa|ouder)\s+(?:van|vraag|wil|maak|ben|heb)|ik\s+als\s+(?:mama|"
            r"papa|moeder|vader)",
            r"(?:moeder|vader|mama|papa)\s+van\s+(?:een|twee|drie|vier|\d)",
            r"alleenstaande\s+(?:moeder|vader|ouder|mama|papa)|(?:wij|we)\s+als\s+ouders",
            r"(?:ik|we|wij)\s+(?:heb|hebben)\s+(?:\d|een|twee|drie|vier)\s+(?:kind\w*|jongen\w*|meisje\w*|"
            r"zoon\w*|dochter\w*|puber\w*)",
            r"ik\s+ben\s+(?:(?:een|de)\s+)?(?:(?:alleenstaande|jonge|gescheiden)\s+)?"
            r"(?:moeder|vader|ouder|mama|papa|pleegmoeder|pleegvader|stiefmoeder|stiefvader)",
        ),
    ),
    (
        "jongere",
        _rol_patroon(
            rf"(?:mijn|mn|m'n|me)\s+(?:{_MIJN_OUDERS})",
            r"ik\s+ben\s+(?:een\s+)?(?:jongen|meisje|leerling|scholier)",
            r"(?:als|tot|voor|voordat|zodra)\s+ik\s+(?:straks\s+)?(?:1[2-9]|achttien)\s+(?:word|ben)",
            r"(?:pa|paps?|papa|ma|mams?|mama)\s+en\s+(?:ma|mams?|mama|pa|paps?|papa)\s+(?:weten|hebben|mogen|willen|vinden|snappen|denken)",
            r"ik\s+zit\s+in\s+(?:de\s+)?(?:groep\s*[5-8]|\d\w*\s+(?:klas|kader|havo|vwo|mavo|vmbo)|[hv]\d|brugklas)",
            r"(?:mijn|mn|m'n|me)\s+(?:stiefpa|stiefma|matties?|bff|docent\w*|leraar)|mentor\s+zit\s+(?:mij|me)",
            r"word\s+(?:ik\s+)?(?:\w+\s+){0,3}(?:gepest|uitgelachen|uitgescholden|buitengesloten)",
            _OP_SCHOOL,
        ),
    ),
]
# Who begins with a function or with "zoon van 9" says who is writing without saying "ik ben" or "mijn".
_GROET = r"^\W*(?:(?:hoi|hallo|dag|goede\w*)\W+)?"
_IS_ONDERWERP = r"(?!\s*(?:zegt|vindt|wil|heeft|zei|gaat|van\s+(?:mijn|onze)))"
AAN_HET_BEGIN: list[tuple[str, re.Pattern[str]]] = [
    ("professional", re.compile(rf"{_GROET}(?:{_BEROEP})\b{_IS_ONDERWERP}", re.I)),
    (
        "ouder",
        re.compile(
            rf"(?:{_GROET}|[,.;:!?(]\s*|\b(?:over|voor)\s+)(?:zoon(?:tje)?|dochter(?:tje)?)\b(?!\s+van\s+(?!\d))", re.I
        ),
    ),
]
_ZELF = re.compile(
    r"(?:\b(?:ik|k)\s+|^|[,.;!?]\s*)(?:ben|word)\s+(?:zelf\s+)?(?:bijna\s+|net\s+|"
    r"pas\s+)?(?P<getal>\d{1,2}|"
    + "|".join(_TIENERS)
    + r")\b(?!\s*(?:weken|week|wk|maand\w*|min\w*|uur|keer|x\b|kilo|kg|euro|dagen|nachten|cm|"
    r"%|procent|(?:jaar|jr)\s+(?:geleden|getrouwd|samen|ouder|jonger|lang|alleen|bezig|gescheiden|clean|werkzaam|moeder|"
    r"vader|juf|leraar)|e\b)|[:.,/-]\d)",
    re.I,
)


def is_jong(tekst: str) -> bool:
    """Whether the writer says to be 8 to 23 years old."""
    zelf = _ZELF.search(tekst)
    if zelf is None:
        return False
    getal = zelf["getal"].lower()
    return 8 <= (_TIENERS.get(getal) or int(getal)) <= 23


def wie_schrijft(tekst: str) -> tuple[str, tuple[int, int]] | None:
    """The rol and where the text says so; who calls themselves 8 to 23 years old is a young person."""
    zelf = _ZELF.search(tekst)
    if zelf and is_jong(tekst):
        return "jongere", zelf.span()
    for rol, patroon in (*ROLLEN, *AAN_HET_BEGIN):
        treffer = next((t for t in patroon.finditer(tekst) if not _NIET.search(tekst[: t.start()])), None)
        if treffer:
            return rol, treffer.span()
    return None


_NIET = re.compile(r"\b(?:niet|geen)\s+(?:(?:om|over|voor|van)\s+)?$", re.I)  # 'niet mijn kind, van de buren'
_IEMAND_ERBIJ = re.compile(
    rf"(?:mijne?|mij|mn|m'n|me|onze?|ons)\s+(?:{_MIJN_OUDERS}|ex|man|vrouw|partner|buur(?:vrouw|man)|neef|"
    rf"nicht)\b|{_OP_SCHOOL}",
    re.I,
)


def noemt_alleen_een_ander(gevonden: str) -> bool:
    """Whether these words name someone around the writer ('mijn moeder'), or say where they are at three o'clock.

    That says less than who they said they are.
    """
    return bool(_IEMAND_ERBIJ.match(gevonden))


def rol_in(tekst: str) -> str | None:
    """The rol alone."""
    wie = wie_schrijft(tekst)
    return wie[0] if wie else None
