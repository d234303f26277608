"""When and how someone can be reached, said in passing: parts of the day for the aanmelding, the words themselves beside it."""

from __future__ import annotations

import re

DELEN = ("ochtend", "middag", "avond")
BEGIN = {"ochtend": 0, "middag": 12, "avond": 18}  # the hour at which a part of the day begins
GENOEMD = {
    "ochtend": re.compile(r"\b(?:\w*ochtend\w*|\w*morgens|voormiddag|overdag|onder schooltijd)\b", re.I),
    "middag": re.compile(r"\b(?:\w*middag\w*|overdag|onder schooltijd|na school(?:tijd)?|uit school)\b", re.I),
    "avond": re.compile(r"\b(?:\w*avond\w*|na (?:het|ons) eten|na (?:mijn|mn|het) werk)\b", re.I),
}
TELWOORDEN = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
_UUR = rf"(?P<{{}}>\d{{{{1,2}}}}|{'|'.join(TELWOORDEN)})(?:en)?(?:[:.]\d\d)?"
TIJD = re.compile(
    rf"\b(?P<hoe>na|vanaf|rond|om|tussen|voor|tot)\s+{_UUR.format('van')}"
    rf"(?:\s*(?:en|tot|t/m|-|–)\s*{_UUR.format('tot')})?(?:\s*(?:uur|u)\b|(?=\s*(?:[,.!?]|'s\b|s\b|als\b|want\b|"
    rf"dan\b|graag\b|heb\b|ben\b|kan\b|zit\b|$)))",
    re.I,
)
DAG = re.compile(
    r"\b(?:(?:maan|dins|woens|donder|vrij)dag(?:en|s)?|(?:ma|di|wo|do|vr)(?=\s*(?:en|,|t/m|of|-)\s*(?:ma|di|wo|"
    r"do|vr)\b)|"
    r"(?<=\ben )(?:ma|di|wo|do|vr)|doordeweeks)\b",
    re.I,
)
BELLEN = re.compile(
    r"\b(?:\w*bel(?:len|t|d|letje)?|bereik\w*|graag|liefst|liever|kan (?:dan|ik|alleen)|(?:ben ik|"
    r"ik ben) (?:thuis|vrij)|(?:heb ik|ik heb) (?:pauze|tijd|vrij)|opnemen|appen|"
    r"mailen)\b|\[(?:telefoon|e-mail)\]",
    re.I,
)
GEGEVEN = re.compile(r"\[(?:naam|telefoon|e-mail|adres|postcode)\]")
GEEFT_NUMMER = "geeft_nummer"  # the intent of a message with a phone number or mail address in it
NUMMER = re.compile(r"\[(?:telefoon|e-mail)\]")
LOS = re.compile(
    r"\b(?:ik|we|wij|me|mij|mijn|mn|m'n|ons|is|ben|heet|naam|nummer|telefoon(?:nummer)?|mobiel|mail(?:adres)?|"
    r"op|en|of|het|de|een|"
    r"maar|dan|wel|niet|dat|dit|ook|nog|als|want|uur|graag|liefst|liever|alleen|kan|kun|je|jullie|bel\w*|"
    r"bereik\w*|terugbellen|"
    r"mag|oh?|oke?|ja|dus|tussen|na|voor|vanaf|tot|rond|om|'s|s|te|via|mevrouw|meneer|mw|dhr|heer|groet\w*|"
    r"alvast|dank\w*|oude?|"
    r"nieuwe?|wacht|goed(?:e)?|juiste|fout)\b",
    re.I,
)
ZINSDEEL = re.compile(r"[,.;!?]+\s*|\b(?:want|omdat|aangezien)\b")
DEEL = re.compile(r"(?<=[,.;!?])\s+")
HOOGUIT_OVER = 3  # words that may be left when a message is only about how to reach someone


def momenten_in(tekst: str) -> list[str]:
    """The parts of the day that this names, as the aanmelding has them."""
    gevonden = {deel for deel, patroon in GENOEMD.items() if patroon.search(tekst)}
    if not gevonden:
        for treffer in TIJD.finditer(tekst):
            gevonden |= _delen(treffer)
    return [deel for deel in DELEN if deel in gevonden]


def te_bereiken(tekst: str) -> str | None:
    """The words that say when to call, or None when the message is not about that."""
    if not (momenten_in(tekst) or DAG.search(tekst)):
        return None
    if not (BELLEN.search(tekst) or alleen_contact(tekst)):
        return None
    delen = [deel.strip() for deel in ZINSDEEL.split(tekst) if momenten_in(deel) or DAG.search(deel)]
    return ", ".join(delen) or tekst.strip()


def zonder_contact(tekst: str) -> str:
    """The story in a message without the parts that only say who someone is or how to reach them; all of it when it is one part."""
    delen = [deel.strip(" ,;") for deel in DEEL.split(tekst)]
    rest = [deel for deel in delen if deel and not (GEGEVEN.search(deel) and alleen_contact(deel))]
    return ", ".join(rest) if rest else tekst.strip()


def alleen_contact(tekst: str, *, hooguit_over: int = HOOGUIT_OVER) -> bool:
    """Whether this says no more than who someone is or how and when to reach them, but for a few words."""
    if not (GEGEVEN.search(tekst) or momenten_in(tekst) or DAG.search(tekst)):
        return False
    rest = tekst
    for patroon in (GEGEVEN, TIJD, DAG, *GENOEMD.values(), LOS):
        rest = patroon.sub(" ", rest)
    return len(re.findall(r"\w{2,}", rest)) <= hooguit_over


def _delen(treffer: re.Match[str]) -> set[str]:
    """The parts of the day of a time; an hour from one to seven is after noon, since nobody is called at night."""
    van, tot = _uur(treffer["van"]), _uur(treffer["tot"])
    hoe = treffer["hoe"].lower()
    if hoe in ("voor", "tot"):
        van, tot = 8, van
    elif tot is None:
        tot = 21 if hoe in ("na", "vanaf") else (van or 0) + 1
    if van is None or tot is None:
        return set()
    return {deel for deel in DELEN if van < BEGIN[deel] + (12 if deel == "ochtend" else 6) and tot > BEGIN[deel]}


def _uur(woord: str | None) -> int | None:
    if woord is None:
        return None
    laag = woord.lower()
    uur = int(laag) if laag.isdigit() else TELWOORDEN.index(laag) + 1
    return uur + 12 if uur < 8 else uur
