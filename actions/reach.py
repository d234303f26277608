"""When and how someone can be reached, said in passing: parts of the day for the aanmelding, the words themselves beside it."""

from __future__ import annotations

import re

DELEN = ("ochtend", "middag", "avond")
BEGIN = {"ochtend": 0, "middag": 12, "avond": 18}  # the hour at which a part of the day begins
GENOEMD = {
    "ochtend": re.compile(r"\b(?:\w*ochtend\w*|\w*morgens|voormiddag)\b", re.I),
    "middag": re.compile(r"\b(?:(?!voormiddag)\w*middag\w*|na school(?:tijd)?|uit school|lunch\w*)\b", re.I),
    "avond": re.compile(r"\b(?:\w*avond\w*|na (?:het|ons) eten|na (?:mijn|mn|het) werk)\b", re.I),
}
OVERDAG = re.compile(r"\b(?:overdag|onder schooltijd|tijdens schooltijd|onder kantoortijd|kantooruren)\b", re.I)
MOMENTEN = (*GENOEMD.values(), OVERDAG)
TELWOORDEN = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]
_UUR = rf"(?P<{{}}>\d{{{{1,2}}}}|{'|'.join(TELWOORDEN)})(?:en)?(?:[:.]\d\d)?"
TIJD = re.compile(
    rf"\b(?P<hoe>na|vanaf|rond|om|tussen|voor|tot)\s+{_UUR.format('van')}"
    rf"(?:\s*(?:en|tot|t/m|-|–)\s*{_UUR.format('tot')})?(?:\s*(?:uur|u)\b|(?=\s*(?:[,.!?]|'s\b|s\b|als\b|want\b|"
    rf"dan\b|graag\b|heb\b|ben\b|kan\b|zit\b|$)))",
    re.I,
)
TUSSEN = re.compile(  # '12 tot 1', '9-11 uur': no number of children or weeks
    rf"\b(?P<hoe>)(?:tussen\s+)?{_UUR.format('van')}\s*(?:tot|t/m|-|–)\s*{_UUR.format('tot')}\b"
    r"(?!\s*(?:jaar|jr|keer|x\b|maal|dagen|weken|maanden|kinderen|minuten|cm|kg|%))",
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
    r"mailen|fijn(?:er|st|ste)?|beste?|makkelijk(?:er|st|ste)?|handig(?:er|st|ste)?|schikt|(?:komt|kom) (?:\w+ ){0,3}uit|"
    r"uitkomt|(?:thuis|vrij) ben|ben ik er|tref(?:t|fen)?)\b|\[(?:telefoon|e-mail)\]",
    re.I,
)
CONTACT = re.compile(r"\b(?:\w*bel(?:len|t|d|letje)?|bereik\w*|opnemen|appen|mailen)\b|\[(?:telefoon|e-mail)\]", re.I)
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
REDEN = re.compile(r"[,.;]\s*|\b(?:want|omdat|dan|als|zodat|eerder)\b", re.I)
OVER_IEMAND = re.compile(  # 's avonds slaapt hij slecht' is no moment to call
    r"\b(?:hij|hem|slaap\w*|slapen|huil\w*|eet|eten|wakker|moe|ruzie|schreeuw\w*|bang|boos)\b|"
    r"\b(?:mijn|mn|m'n|onze) (?:zoon\w*|dochter\w*|kind\w*|jongen|meisje|oudste|jongste|baby|peuter)\b",
    re.I,
)
HOOGUIT_OVER = 3  # words that may be left when a message is only about how to reach someone


def momenten_in(tekst: str) -> list[str]:
    """The parts of the day that this names, as the aanmelding has them."""
    genoemd = {deel for deel, patroon in GENOEMD.items() if patroon.search(tekst)}
    uren = _uren_in(tekst)
    overdag = {"ochtend", "middag"} if OVERDAG.search(tekst) else set()
    gevonden = genoemd | ((overdag & uren) or overdag)  # 'overdag na 3 uur' is the afternoon
    return [deel for deel in DELEN if deel in (gevonden or uren)]


def _uren_in(tekst: str) -> set[str]:
    """The parts of the day in which the hours lie that this names."""
    delen: set[str] = set()
    for treffer in TUSSEN.finditer(tekst):
        delen |= _delen(treffer)
    for treffer in TIJD.finditer(TUSSEN.sub(" ", tekst)):
        delen |= _delen(treffer)
    return delen


def te_bereiken(tekst: str) -> str | None:
    """The words that say when to call, or None when the message is not about that."""
    if not (momenten_in(tekst) or DAG.search(tekst)):
        return None
    alles = over_bereiken(tekst) or alleen_contact(tekst)
    if not (BELLEN.search(tekst) or alles):
        return None
    delen = [deel.strip() for deel in ZINSDEEL.split(tekst) if momenten_in(deel) or DAG.search(deel)]
    if not (alles or CONTACT.search(tekst)) and delen and all(OVER_IEMAND.search(deel) for deel in delen):
        return None
    return ", ".join(delen) or tekst.strip()


def zonder_contact(tekst: str) -> str:
    """The story in a message without the parts that only say who someone is or how to reach them; all of it when it is one part.

    '' when every part says only that.
    """
    delen = [deel.strip(" ,;") for deel in DEEL.split(tekst)]
    rest = [deel for deel in delen if deel and not _zegt_alleen_contact(deel)]
    return ", ".join(rest) if len(delen) > 1 else tekst.strip()


def _zegt_alleen_contact(deel: str) -> bool:
    return alleen_contact(deel, hooguit_over=HOOGUIT_OVER if GEGEVEN.search(deel) else 0)


def over_bereiken(tekst: str) -> bool:
    """Whether this says when someone can be reached, whatever reason is given after it ('..., dan slaapt hij')."""
    eerste = next((deel for deel in REDEN.split(tekst) if deel.strip(" ,.")), "")
    return bool(momenten_in(eerste) or DAG.search(eerste)) and "?" not in tekst and alleen_contact(eerste)


def alleen_contact(tekst: str, *, hooguit_over: int = HOOGUIT_OVER) -> bool:
    """Whether this says no more than who someone is or how and when to reach them, but for a few words."""
    if not (GEGEVEN.search(tekst) or momenten_in(tekst) or DAG.search(tekst)):
        return False
    if not GEGEVEN.search(tekst) and OVER_IEMAND.search(tekst):
        return False
    rest = tekst
    for patroon in (GEGEVEN, TUSSEN, TIJD, DAG, *MOMENTEN, LOS):
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
