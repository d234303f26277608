"""Someone asks in so many words to be reached, whatever else the message tells: call me, come by, write to me."""

from __future__ import annotations

import re

from actions.clauses import delen, inhoud, zonder
from actions.people import WEET_ERVAN, vaste_medewerker
from actions.reach import DAG, MOMENTEN, TIJD

VERTELT = 2  # words beside a request from which it tells something too
_MIJ = r"(?:mij|me|ons|met mij|met me|met ons|mijn vrouw|mijn man)"
_IEMAND = (
    r"(?:(?:er )?iemand(?: van (?:het|jullie|jouw|dit|'t) ?(?:team|jgt|jeugd-? en gezinsteam|gezinsteam|"
    r"jullie)?| van jullie)?|jullie|je|u|ze|zij|"
    r"(?:het|jullie|dit|'t) (?:team|jgt|jeugd-? en gezinsteam|gezinsteam)|(?:een |de |onze )?(?:medewerker|mens|"
    r"persoon|hulpverlener|gezinswerker|jeugdwerker|collega)(?: van (?:het|jullie|dit) ?(?:team|jgt|gezinsteam)?)?|"
    r"haar|hem|\[naam\])"
)
_BEREIKEN = (
    r"(?:(?:terug|op|video|beeld)?bellen|(?:terug|op|video|beeld)?bel(?:t|len)?|(?:terug|op)gebeld|gebeld|appen|"
    r"appt|mailen|mailt|contact (?:\w+ ){0,3}(?:opnemen|opneemt|zoeken|zoekt|hebben|heeft)|"
    r"contact op te nemen|langskomen|langskomt|langs te komen|langs (?:komen|kom|komt)|op huisbezoek|afspreken|"
    r"een afspraak maken)"
)
VERZOEK = [
    re.compile(
        rf"\b(?:terug)?bel(?:t|len)? (?:u |jullie |je |dan |toch |maar |alsjeblieft |aub |"
        rf"gewoon )*{_MIJ}\b(?! niet)",
        re.I,
    ),
    re.compile(rf"\b(?:app|mail|sms|facetime|whatsapp) (?:dan |maar |alsjeblieft |aub |gewoon )*{_MIJ}\b", re.I),
    re.compile(
        r"^\W*(?:ja |oke |ok |doe |dus |graag )*(?:bel|belt|terugbellen|bellen|videobellen|"
        r"beeldbellen)(?: (?:me|maar|graag|aub|alsjeblieft|ajb|svp|terug))*\W*$",
        re.I,
    ),
    re.compile(
        rf"\b(?:kan|kun|kunt|kunnen|kunde|mag|mogen|wil|wilt|willen|zou|zouden|"
        rf"moogt) {_IEMAND} (?:\w+ ){{0,6}}?{_BEREIKEN}\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:jullie|ze|u|gij|je|zij) (?:mogen|mag|moogt|kunnen|kan|"
        rf"kunt) {_MIJ} (?:\w+ ){{0,6}}?{_BEREIKEN}\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:ik|we|wij) (?:wil|willen|zou|zouden|wou|hoop|hopen|heb|"
        rf"hebben)(?: \w+){{0,3}} dat {_IEMAND} (?:\w+ ){{0,6}}?{_BEREIKEN}\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:graag|liefst|het liefst|fijn als|prettig als|goed als|mooi als|vraag (?:of|aan)|"
        rf"vraag dan of|zorg dat|regel dat|laat|laat maar|regel maar dat|"
        rf"zeg dat) {_IEMAND}? ?(?:\w+ ){{0,6}}?{_BEREIKEN}\b",
        re.I,
    ),
    re.compile(
        r"\b(?:ik|we|wij) (?:wil|willen|wou|(?:zou|zouden) (?:\w+ )?(?:graag|willen|"
        r"liever))(?: \w+){0,4} (?:(?:terug|op)?gebel[dt]|benaderd)(?: worden)?\b",
        re.I,
    ),
    re.compile(
        r"\b(?:terug|op)?gebel[dt] wil(?:len)?\b[^.!?]{0,15}\b(?:worden|ik|we)\b|"
        r"^\W*wil (?:\w+ ){0,2}(?:terug|op)?gebel[dt] worden|\blaat (?:me|mij|ons) (?:\w+ )?bellen\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:neem|neemt|zoek|zoekt|nemen) (?:u |jullie |dan |maar |alsjeblieft |aub |"
        rf"graag )*contact (?:\w+ )?(?:met {_MIJ}|op)\b",
        re.I,
    ),
    re.compile(r"\b(?:kom|komt) (?:\w+ ){0,2}(?:een keer |eens |maar )?(?:bij ons |bij mij )?langs\b", re.I),
]
SPREKEN = re.compile(
    r"\b(?:ik|we|wij) (?:wil|willen|wou|zou|zouden) (?:\w+ ){0,2}?(?:haar|hem|die|\[naam\]|onze \w+|"
    r"mijn \w+)(?: \w+){0,3} (?:spreken|praten|bellen|zien)\b|"
    r"\b(?:kan|mag|kunnen|mogen) (?:ik|we|wij) (?:\w+ )?(?:haar|hem|die|\[naam\])(?: \w+){0,3} (?:spreken|"
    r"praten|bellen|zien)\b",
    re.I,
)
OVER_CONTACT = re.compile(
    r"\b(?:plaats|gewoon|liever|liefst|graag|bellen|terug|bel\w*|contact|\w*afspraak|afspreken|appen|mailen|"
    r"morgen|vandaag|week|"
    r"uur|alsjeblieft|alstublieft|asjeblieft|keer|thuis|hierover|daarover|erover|ergens|iemand|jullie|team|maar|"
    r"even|eens|dank\w*)\b",
    re.I,
)
GEEN_VERZOEK = re.compile(
    r"\b(?:wanneer|hoe lang|hoelang|hoe (?:snel|vlug|gauw|rap|laat)|hoeveel|binnen|waarom|beloofd|(?:jullie|ze|"
    r"er) zou(?:den)?|zou(?:den)? (?:jullie |ze )?(?:me|mij|ons)|gevraagd|had(?:den)?|vorige|"
    r"gisteren|laatst|112|politie|school|huisarts|dokter|(?:mijn|m'n|mn|haar|zijn|onze) (?:ouders|moeder|vader|"
    r"ex|man|vrouw|zoon|dochter|vriend\w*)|hij|"
    r"als (?:hij|ze|zij))\b",
    re.I,
)
NIET_BELLEN = re.compile(
    r"\b(?:bel|bellen|belt|gebeld|contact|langskomen|appen|mailen)\b[^.!?]{0,12}\b(?:niet|nooit)\b(?! alleen)|"
    r"\b(?:niet|nooit|geen)\b(?: \w+){0,3} (?:\w*bel|\w*bellen|belt|\w*gebeld|contact|langskomen|langs)\b",
    re.I,
)
MAAR_WEL = re.compile(
    r"\b(?:liever )?(?:niet|geen) (?:te )?(?:bellen|gebeld(?: worden)?|belletje)\s*,?\s*(?:maar|wel)\b", re.I
)
KAAL = re.compile(
    r"^\W*(?:(?:ja|dan|liever|het liefst) )*(?:graag (?:ge)?(?:bel(?:len|d)?|terugbellen)|(?:bellen|terugbellen|gebeld) graag)\W*$",
    re.I,
)
GEEN_FORMULIER = re.compile(
    r"\b(?:geen|niet|zonder)\b[^.!?]{0,20}\b(?:formulier\w*|vragenlijst\w*|invul\w*|papier\w*)\b", re.I
)
_EEN_ANDER = r"(?:mijn|mn|m'n|me|onze|ons|de|haar|hem|hun|school|thuis)\b"
UITSTEL = re.compile(
    rf"\b(?:praat|praten|bel|bellen|overleg|overleggen|bespreek|bespreken|vraag|vragen|ga|gaan|wil|willen)\b[^.!?]{{0,25}}\beerst\b|"
    rf"\beerst\s+(?:\w+\s+){{0,2}}(?:met|bij|aan)\s+{_EEN_ANDER}|\bdenk(?:en)? er (?:\w+ ){{0,3}}over na\b|"
    r"\b(?:erover|er nog even over|nog even) (?:na)?denken\b",
    re.I,
)
NIET_UITSTEL = re.compile(r"\b(?:weten|horen|lezen|jullie|iemand van|kosten|kost)\b|\?", re.I)


def is_kaal_verzoek(tekst: str) -> bool:
    """Whether a message is no more than 'graag bellen'."""
    return bool(KAAL.match(tekst))


def wil_geen_formulier(tekst: str) -> bool:
    """Whether someone says not to want a form."""
    return bool(GEEN_FORMULIER.search(tekst))


def stelt_uit(tekst: str) -> bool:
    """Whether someone wants to think it over, or talk to somebody of their own first."""
    return bool(UITSTEL.search(tekst)) and not NIET_UITSTEL.search(tekst)


def vraagt_contact(tekst: str) -> bool:
    """Whether this asks to be called, written to or visited by the team."""
    return bool(verzoeken(tekst)) or bool(SPREKEN.search(tekst) and vaste_medewerker(tekst))


def verzoeken(tekst: str) -> list[str]:
    """The pieces in which that is asked."""
    return [deel for deel in delen(tekst) if _is_verzoek(deel)]


def zonder_verzoek(tekst: str) -> str:
    """What a message tells beside the request for contact itself, in the words that were used; '' when that is nothing."""
    if not vraagt_contact(tekst):
        return tekst
    return zonder(tekst, (deel for deel in verzoeken(tekst) if not _vertelt_meer(deel)))


def _vertelt_meer(deel: str) -> bool:
    """'bel me over mijn zoon die niet naar school wil' tells something, 'bel me zonder dat mijn ouders het weten' does not."""
    for patroon in (*VERZOEK, WEET_ERVAN, OVER_CONTACT, *MOMENTEN, TIJD, DAG):
        deel = patroon.sub(" ", deel)
    return len(inhoud(deel)) >= VERTELT


def _is_verzoek(deel: str) -> bool:
    deel = MAAR_WEL.sub(" ", deel)
    gevonden = next((treffer for patroon in VERZOEK if (treffer := patroon.search(deel))), None)
    if gevonden is None or NIET_BELLEN.search(deel):
        return False
    return not GEEN_VERZOEK.search(deel[: gevonden.end()])
