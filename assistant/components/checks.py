"""What a message must say before an intent is believed: a word for wiping, more than 'hij' for being unsafe."""

from __future__ import annotations

import re

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
ZIN_VANAF = 5  # words from which a question is no consent: 'mag wel' is, 'mag dat zonder dat ouders het weten' is not
BIEDT_AAN = re.compile(  # help is offered, not asked for
    r"\b(?:ik|we|wij)\s+(?:bied|bieden)\b[^.!?]*\baan\b|\b(?:hulp|handje) (?:aan(?:bieden|geboden)|geven)\b|"
    r"\b(?:ik|we|wij)\s+(?:wil|willen|zou|zouden)\s+(?:\w+\s+){0,3}"
    r"(?:hen|ze|haar|hem|hun|anderen|dat gezin|die \w+)\s+(?:\w+\s+){0,2}helpen\b",
    re.I,
)


def noemt_alleen_wie(tekst: str) -> bool:
    """Whether this only says who it is about: 'hij', 'mijn zoon', 'een meisje'."""
    return bool(OVER_WIE.match(tekst))


def kan_zijn(intent: str, tekst: str) -> bool:
    """Whether the words allow this intent; one that does much needs a word for it."""
    if intent == AFSCHEID:
        return not NOG_NIET_WEG.search(tekst)
    if intent in INSTEMMING:
        return not (VRAAGZIN.match(tekst) and len(tekst.split()) >= ZIN_VANAF)
    if intent == WIL_AANMELDEN:
        return not (BIEDT_AAN.search(tekst) or MAG_ZELF.search(tekst))
    return intent != WIS_GESPREK or bool(WISSEN.search(tekst))
