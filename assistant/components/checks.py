"""What a message must say before an intent is believed: a word for wiping, more than 'hij' for being unsafe."""

from __future__ import annotations

import re
from collections.abc import Callable

WIS_GESPREK, INFORMEER, WIL_AANMELDEN = "wis_gesprek", "informeer", "wil_aanmelden"
_WIE = (
    r"hij|zij|ze|hem|haar|jongen(?:tje)?|meisje|meid|zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|peuter|kleuter|baby|puber|"
    r"tiener|oudste|jongste|middelste|tweeling|jongetje|kleinzoon|kleindochter|neefje|nichtje"
)
OVER_WIE = re.compile(
    rf"^[^\w*]*(?:(?:over|voor|een|de|het|mijn|mn|m'n|me|mij|onze|ons|is|t|gaat|om|en|of)\W+)*(?:{_WIE})"
    rf"(?:\W+(?:en|of|onze|mijn|mn|een)?\W*(?:{_WIE}))*\W*$",
    re.I,
)
WISSEN = re.compile(
    r"\bwis(?!t\b|sel|kunde)|\bwist (?:u|je|gij)\b|gewist|uitwis|\bv?e?r?w[ij]{1,2}d|verwei|delet|dill?ete|erase|clear|vernietig|"
    r"\bveeg|uitve|\bgom|leeg|legen|schoonm|prullen|spoor|sporen|verdwij|vergeet|vergeten|vergetel|history|geschiedenis|opnieuw|"
    r"niets (?:meer|over)|niet (?:blijven|bewaar)|eraf|\balles\b[^.!?]*\bweg|\bweg(?:halen|gooien|doen|ermee| ermee| met)|"
    r"\b(?:haal|gooi|smijt|doe)(?:t|en|n)?\b|\b(?:kan|kunt?|laat|moet|mag|krijg|wil|gesprek|chat|berichte?n?)\b[^.!?]*\bweg\b",
    re.I,
)
MAG_ZELF = re.compile(  # asks whether a young person may, and does not ask for it yet
    r"^\W*(?:en\s+)?(?:mag|mogen)\s+(?:een\s+|het\s+|mijn\s+|ik\s+|je\s+)?(?:kind|jongere|minderjarige|jij|ik|je)?\b"
    r"[^.!?]*\b(?<!me )(?<!mij )zelf\b",
    re.I,
)
AFSCHEID = "afscheid"
NOG_NIET_WEG = re.compile(
    r"\b(?:mag|mogen|moet|kan|blijf\w*|opblijven|buiten)\b[^.!?]*\btot (?:later|laat|morgen|straks)\b", re.I
)
INSTEMMING = frozenset({"ja", "geholpen"})
VRAAGZIN = re.compile(
    r"\W*(?:en\s+|maar\s+|of\s+)?(?:kan|kun|kunnen|mag|mogen|hoe|waar|wanneer|wie|welke|zou|moet|is\s+er)\b", re.I
)
LUKT_HET = re.compile(r"\W*(?:lukt|komt|gaat|duurt|krijg) (?:dat|het|dit|er|ik|iemand)\b(?:\W+\w+)+\W*$", re.I)
ZIN_VANAF = 5  # words from which a question is no consent: 'mag wel' is, 'mag dat zonder dat ouders het weten' is not
BIEDT_AAN = re.compile(  # help is offered, not asked for
    r"\b(?:ik|we|wij)\s+(?:bied|bieden)\b[^.!?]*\baan\b|\b(?:hulp|handje) (?:aan(?:bieden|geboden)|geven)\b|"
    r"\b(?:ik|we|wij)\s+(?:wil|willen|zou|zouden)\s+(?:\w+\s+){0,3}"
    r"(?:hen|ze|haar|hem|hun|anderen|dat gezin|die \w+)\s+(?:\w+\s+){0,2}helpen\b",
    re.I,
)


GEEN_AANMELDING = re.compile(  # put off, only curious, or a question whether somebody else would be called
    r"\blaat maar\b(?! (?:iemand|ze|jullie|hem|haar)\b)|\bgeen (?:afspraak|gesprek|aanmelding|contact)\b|"
    r"\b(?:gewoon|alleen|enkel) nieuwsgierig\b|^(?!.*(?:aanmeld|mail|app|terugbel)).*\bhoeft (?:\w+ )?niet\b|"
    r"\b(?:wou|wilde|wil) (?:\w+ ){0,3}(?:alleen|enkel|gewoon|maar) (?:\w+ )?weten\b|"
    r"^\W*(?:en |maar )?(?:bel|mail|zeg|vertel|schrijf|stuur|app)\w* (?:jullie|u|je|ze) "
    r"(?:het |dit |dat |dan |ook )*(?:aan |naar |tegen )?"
    r"(?:(?:mijn|mn|m'n|me|onze|de|zijn|haar) (?:ouders?|vader|moeder|ma|pa|mama|papa|school|man|vrouw|ex)|thuis)\b",
    re.I,
)
OUDERS_NIET = re.compile(  # who wants to tell it without the parents knowing is not unsafe by that alone
    r"\b(?:ouders?|ma|pa|mama|papa|moeder|vader|school|niemand) (?:\w+ ){0,2}(?:mag|mogen|hoeft?|hoeven|moet|moeten) "
    r"(?:\w+ ){0,3}(?:weten|horen|merken|zien)\b",
    re.I,
)
VRAAGT_BERICHT = re.compile(
    r"\b(?:kan|kunnen|kun|wil|willen|graag|liefst|liever)\b[^.!?]{0,30}\b(?:mail|mailen|appen|app|terugbel\w*|langskomen)\b",
    re.I,
)
ONVEILIG = re.compile(
    r"veilig|gevaar|bang|sla(?:at|g|n)|dreig|\bhelp\b|\bnood|\b112\b|dronken|gedronken|kwaad|boos|escal", re.I
)
OVER_ANDEREN = re.compile(
    r"\b(?:mijn|mn|m'n|me|onze|ons) (?:ouders?|vader|moeder|ma|pa|zoon\w*|dochter\w*|kind\w*|broer\w*|zus\w*) "
    r"(?:is|zijn|heeft|hebben|wil|willen|doet|doen|was|waren)\b",
    re.I,
)
HELE_VRAAG = re.compile(r"\w+\W+\w+\W+\w+[^.!?]*\?")
MOET_IK = re.compile(r"\b(?:moet|mag|hoef) ik\b(?! (?:nu|dan|nou|hier\w*)\W*$)", re.I)
HELPT = re.compile(
    r"\b(?:help\w*|hielp\w*|werk\w*|lukt\w*|genoeg|anders|beters|probleem|gepro?be\w*|lost|oplos\w*)\b", re.I
)
VOEGT_TOE = re.compile(
    r"\W*(?:(?:ja|nee|ok[eé]?)\W+)?maar\b(?:\W+\w+){5,}", re.I
)  # 'ja maar ze lezen mijn berichten ook mee'
AANMELDEN = re.compile(r"\baan\s*te\s*meld|aanmeld|\bmeld\w* (?:\w+ ){0,4}aan\b|\bopgeven\b", re.I)
MELDCODE = re.compile(r"meldcode|veilig thuis|kindermishand", re.I)
WAAROM = re.compile(r"\bwaar(?:om|voor)\b|\bnodig\b|\bvrag?en? (?:je|jullie|u)\b|\bweten\b", re.I)
WAT_MOET_IK = re.compile(r"\b(?:wat|hoe|waar) (?:moet|kan|zeg|doe|vertel) ik\b", re.I)  # asks for advice
ANDERE_ORGANISATIE = re.compile(
    r"\b(?:jeugdbescherming\w*|schrikker|raad voor de|bureau halt|halt|reclassering|veilig thuis|ggz|ggd)\b", re.I
)
ZOEKT_COACH = re.compile(r"\b\w*coach\b|\bmaatje\b|\bbuddy\b", re.I)
KLAGEN = re.compile(r"klacht|klagen|ontevreden|niet eens|slecht|belachelijk|schande", re.I)
NUMMER_VAN = re.compile(r"\bnummer\b|\bpolitie\b", re.I)
DIAGNOSE = re.compile(r"\badhd\b|\badd\b|autis|dyslexi|hoogbegaafd|\btos\b", re.I)
PLEEGZORG = re.compile(r"\bpleeg(?:ouder|gezin|zorg)\w*", re.I)
DOSSIER = re.compile(r"\bdossiers?\b[^.!?]*\b(?:in)?(?:zien|lezen|kijken|opvragen|krijgen)\b|\binzage\b", re.I)


def noemt_alleen_wie(tekst: str) -> bool:
    """Whether this only says who it is about: 'hij', 'mijn zoon', 'een meisje'."""
    return bool(OVER_WIE.match(tekst))


def _kan_zelf_melden(tekst: str) -> bool:
    return not (
        BIEDT_AAN.search(tekst) or MAG_ZELF.search(tekst) or GEEN_AANMELDING.search(tekst) or PLEEGZORG.search(tekst)
    )


def _kan_onveilig(tekst: str) -> bool:
    return bool(ONVEILIG.search(tekst)) or not (OUDERS_NIET.search(tekst) or VRAAGT_BERICHT.search(tekst))


def _kan_niet_weten(tekst: str) -> bool:
    return not (HELE_VRAAG.search(tekst) or OVER_ANDEREN.search(tekst))


def _kan_instemming(tekst: str) -> bool:
    return not (VRAAGZIN.match(tekst) and len(tekst.split()) >= ZIN_VANAF) and not LUKT_HET.match(tekst)


EIST: dict[str, Callable[[str], bool]] = {
    AFSCHEID: lambda tekst: not NOG_NIET_WEG.search(tekst),
    **dict.fromkeys(INSTEMMING, _kan_instemming),
    WIL_AANMELDEN: _kan_zelf_melden,
    WIS_GESPREK: lambda tekst: bool(WISSEN.search(tekst)),
    "veilig_nee": _kan_onveilig,
    "weet_niet": _kan_niet_weten,
    "niet_geholpen": lambda tekst: bool(HELPT.search(tekst)) or not (MOET_IK.search(tekst) or VOEGT_TOE.match(tekst)),
    "waarom_vraag": lambda tekst: bool(WAAROM.search(tekst)) or not WAT_MOET_IK.search(tekst),
    "meldcode": lambda tekst: bool(MELDCODE.search(tekst)) or not (AANMELDEN.search(tekst) or DIAGNOSE.search(tekst)),
    "jgt_uitleg": lambda tekst: not ANDERE_ORGANISATIE.search(tekst),
    "klacht": lambda tekst: not ZOEKT_COACH.search(tekst) or bool(KLAGEN.search(tekst)),
    "niet_bedoeld": lambda tekst: not NUMMER_VAN.search(tekst),
    "status_aanmelding": lambda tekst: not DOSSIER.search(tekst),
}
"""What the words of a message must allow before an intent is believed; what is not here needs nothing."""


def kan_zijn(intent: str, tekst: str) -> bool:
    """Whether the words allow this intent; one that does much needs a word for it."""
    return intent not in EIST or EIST[intent](tekst)
