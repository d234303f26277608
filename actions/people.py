"""The people around a family, as the family tells about them: who helps, who stands by them, who knows of this request.

A relation or a profession, never a name: names are taken out before a message gets here.
"""

from __future__ import annotations

import re

from actions.clauses import GRENS, ONTKENT, meegedeeld, stukken

FAMILIE = (
    r"(?:schoon|stief|pleeg|groot)?(?:ouders?|vader|moeder|zus(?:je|sen)?|broer(?:tje|s)?)|papa|mama|oma'?s?|"
    r"opa'?s?|tantes?|oom|ooms|"
    r"nicht(?:je)?|neef(?:je)?|ex|man|vrouw|partner|familie|(?:schoon)?familie|grootouders|peettante|peetoom|"
    r"meter|peter"
)
BEKENDEN = (
    r"vriend(?:in|en|innen)?|beste vriend(?:in)?|maat(?:je)?|maten|matties?|bestie|bff|buur(?:vrouw|man|meisje|"
    r"jongen)?|buren|kennis(?:sen)?|collega'?s?|"
    r"(?:zang|voetbal|sport|dans|muziek|paardrij)?(?:trainer|lerares|leraar|coach|juf|trainster)|oppas|"
    r"gastouder|leid(?:er|ster)|"
    r"dominee|imam|pastoor|pastor|kerk|moskee|vrijwilliger|steungezin"
)
BEROEPEN = (
    r"mentor|juf|meester|leerkracht|leraar|lerares|docente?|school|ib'?er|intern begeleider|zorgco[oö]rdinator|"
    r"schoolmaatschappelijk werk(?:er|ster)?|smw'?er|maatschappelijk werk(?:er|ster)?|huisarts|dokter|poh\S*|"
    r"praktijkondersteuner|"
    r"jeugdarts|schoolarts|kinderarts|consultatiebureau|jgz|(?:jeugd|wijk)?verpleegkundige|\w*psycholoog|psychiater|"
    r"therapeut|\w*therapeut|therapie|logopedist\w*|logopedie|fysio\w*|ergo\w*|orthopedagoog|pedagoog|ggz|"
    r"jeugd-?ggz|poli|"
    r"(?:gezins|jongeren|school|jeugd|thuis|job|levens)coach|coach|(?:ambulant |gezins|thuis|woon|"
    r"persoonlijk )?begeleid(?:er|ster|ing)|"
    r"gezinsvoogd|voogd|jeugdbescherm(?:er|ing)|jeugdreclassering|reclassering|(?:jeugd|gezins)werker|"
    r"jeugdhulp(?:verlener)?|hulpverlen(?:er|ing)|"
    r"(?:sociaal )?wijkteam|jongerenwerk(?:er|ster)?|leerplicht(?:ambtenaar)?|mee|veilig thuis|bewindvoerder|"
    r"thuiszorg|kraamzorg|"
    r"cli[eë]ntondersteuner|vertrouwenspersoon|specialist|ziekenhuis|instelling|jgt|team"
)
HELPER = rf"(?:{FAMILIE}|{BEKENDEN}|{BEROEPEN})"
_HELPT = (
    r"(?:help(?:t|en)|kijk(?:t|en)|denk(?:t|en)|lees(?:t)?) (?:\w+ ){0,4}?(?:mee|ons|mij|me|met ons|al)|"
    r"help(?:t|en)|kijk(?:t|en) mee|meekijk(?:t|en)|"
    r"(?:denk|doe|help|kijk)(?:t|en)? (?:\w+ ){0,3}mee|meedenk(?:t|en)|meehelp(?:t|en)|pas(?:t|"
    r"sen)? (?:\w+ ){0,4}op|oppas(?:t|sen)|"
    r"spring(?:t|en) (?:\w+ ){0,3}bij|vang(?:t|en) (?:\w+ ){0,5}op|(?:is|zijn) (?:\w+ ){0,3}(?:betrokken|"
    r"bij betrokken|ermee bezig|mee bezig)|"
    r"begeleid(?:t|en)|ondersteun(?:t|en)|(?:heeft|hebben|houdt|houden|voert|"
    r"doet) (?:\w+ ){0,2}(?:de )?(?:regie|casusregie|co[oö]rdinatie)|"
    r"(?:komt|komen) (?:al |elke |iedere |een keer |\d x |wekelijks |vaak |regelmatig |bij ons |"
    r"thuis )+(?:\w+ ){0,4}|"
    r"haal(?:t|en) (?:\w+ ){0,8}op|breng(?:t|en) (?:\w+ ){0,4}(?:naar school|weg)|neem(?:t|"
    r"en) (?:\w+ ){0,6}(?:mee|over)|"
    r"(?:zit|zitten) er (?:al )?(?:bij|op|bovenop)|geeft (?:\w+ ){0,3}(?:begeleiding|therapie|les)|is erbij"
)
HELPT_AL = [
    re.compile(rf"\b{HELPER}\b(?:[^.!?]{{0,60}}?)\b(?:{_HELPT})", re.I),
    re.compile(rf"\b(?:{_HELPT})\b[^.!?]{{0,30}}\b(?:door |van )?{HELPER}\b", re.I),
    re.compile(
        r"\b(?:heb|hebben|heeft|krijg|krijgen|krijgt|ontvangen) (?:\w+ ){0,4}?"
        r"(?:hulp|steun|begeleiding|therapie|ondersteuning|behandeling|training|coaching|gesprekken)\b"
        rf"[^.!?]{{0,20}}\b(?:van|bij|door|via|met) (?:\w+ ){{0,3}}?{HELPER}\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:lop(?:en|t)|loop(?:t)?|zit(?:ten)?|is|zijn|gaat|gaan|ben) (?:al |nu |ook |sinds \w+ |\w+ ){{0,4}}"
        rf"(?:bij|onder behandeling bij|in behandeling bij|in therapie bij|aangemeld bij|onder begeleiding van|"
        rf"bekend bij) "
        rf"(?:de |een |het |onze |haar |zijn |mijn |\w+ ){{0,2}}?(?:{BEROEPEN})\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:we|wij|ik|er is|hij|ze|zij|zoon|dochter) (?:heb |hebben |heeft )?(?:al |nu |wel |"
        rf"ook ){{1,3}}(?:een |de |onze )?(?:{BEROEPEN})\b(?! (?:gehad|gebeld|gezien|geprobeerd|gevraagd))",
        re.I,
    ),
    re.compile(rf"\b(?:hulp|steun) (?:van|krijg\w* (?:ik|we|wij) van) (?:\w+ ){{0,3}}?{HELPER}\b", re.I),
]
NIEMAND = re.compile(
    r"\b(?:niemand (?:\w+ ){0,3}(?:die )?(?:help|meekijk|terug|steun)\w*|(?:er )?(?:help|"
    r"kijk)t (?:\w+ ){0,2}niemand|(?:sta|staan) (?:\w+ ){0,4}alleen voor|"
    r"(?:nog )?geen (?:enkele )?(?:hulp|begeleiding|hulpverlening)(?: erbij)?\b)",
    re.I,
)
WIL_DAT = re.compile(r"\b(?:wil|willen|zou|zouden|hoop|hopen|graag|liefst|moet|moeten|misschien|wou|wens)\b", re.I)


def wie_helpt(tekst: str) -> list[str]:
    """The pieces that say who helps already, or that nobody does, in the family's own words."""
    return [stuk for stuk in meegedeeld(tekst) if NIEMAND.search(stuk) or _helpt(stuk)]


def _helpt(stuk: str) -> bool:
    if ONTKENT.search(stuk) or WIL_DAT.search(stuk):
        return False
    return any(patroon.search(stuk) for patroon in HELPT_AL)


_VAN_MIJ = r"(?:mijn|me|m'n|mn|onze|ons|zijn|haar|z'n|een|de)"
_WIE = rf"(?P<wie>(?:(?:beste|oudere|oudste|lieve|goede|eigen) )?(?:{FAMILIE}|{BEKENDEN}|{BEROEPEN}))"
STEUNT = [
    re.compile(
        rf"\b{_VAN_MIJ} {_WIE}(?: van (?:mij|school|vroeger|voetbal|"
        rf"hiernaast))?\b[^.!?,]{{0,40}}?\b(?:steun(?:t|en) (?:me|mij|ons|haar|hem|hierin|daarin)|"
        r"sta(?:at|an) (?:\w+ ){0,2}(?:achter|naast) (?:me|mij|ons|haar|hem)|sta(?:at|an) (?:me|mij|ons|haar|"
        r"hem) bij|"
        r"(?:is|zijn) er (?:altijd |echt |wel )?voor (?:me|mij|ons|haar|hem)|(?:is|zijn) mijn (?:grote )?steun|"
        r"steunt (?:me|mij|ons))",
        re.I,
    ),
    re.compile(
        rf"\b(?:kan|kunnen|mag) (?:\w+ ){{0,4}}?(?:bij|met) {_VAN_MIJ} {_WIE}\b[^.!?]{{0,30}}\b(?:terecht|"
        rf"praten|kwijt|bespreken|delen)",
        re.I,
    ),
    re.compile(
        rf"\b(?:bij|met) {_VAN_MIJ} {_WIE} (?:kan|kunnen) (?:ik|we|wij|hij|ze|zij) (?:\w+ ){{0,4}}?(?:terecht|"
        rf"praten|kwijt|bespreken|delen)",
        re.I,
    ),
    re.compile(rf"\b(?:ik|we|wij|hij|ze|zij) (?:vertrouw|vertrouwt|vertrouwen) (?:\w+ )?{_VAN_MIJ} {_WIE}\b", re.I),
    re.compile(rf"\b(?:ik|we|hij|ze) (?:praat|praten) (?:\w+ ){{0,3}}met {_VAN_MIJ} {_WIE}\b", re.I),
    re.compile(rf"\b{_VAN_MIJ} {_WIE} (?:vertrouw|vertrouwt) (?:ik|hij|ze|zij)\b", re.I),
    re.compile(
        rf"\b{_VAN_MIJ} {_WIE} (?:is|zijn) (?:\w+ ){{0,4}}(?:die|degene) (?:ik|mij|me|achter|naast|"
        rf"naar mij|naar me)\b",
        re.I,
    ),
    re.compile(rf"\b{_VAN_MIJ} {_WIE} luister(?:t|en) (?:\w+ ){{0,3}}naar (?:me|mij|ons|hem|haar)\b", re.I),
    re.compile(rf"\bsteun (?:\w+ )?(?:aan|van) {_VAN_MIJ} {_WIE}\b", re.I),
]
_ERVAN = (
    r"(?:ervan|er (?:\w+ ){0,3}?van|hiervan|hier (?:\w+ ){0,3}?van|van dit (?:gesprek|verzoek)|dat (?:ik|"
    r"we|wij) (?:dit|hulp|jullie|contact|met|me|ons|bel))"
)
WEET_ERVAN = re.compile(
    rf"\bwee?t(?:en)? (?:\w+ ){{0,2}}?{_ERVAN}\b|\b(?:is|zijn) (?:\w+ ){{0,2}}?(?:ervan |hiervan )?op de hoogte\b|"
    r"\bzonder dat\b[^.!?]{0,40}\b(?:weet|weten|horen|hoort|merkt|merken|erachter|achter|doorheb\w*)\b|"
    r"\b(?:mag|mogen|moet|moeten) (?:\w+ ){0,4}?(?:weten|achter komen|erachter komen|horen|achterkomen)\b",
    re.I,
)
_WIE_WEET = re.compile(
    rf"\b(?:{FAMILIE}|{BEKENDEN}|{BEROEPEN}|iedereen|niemand|zoon|dochter|kind|kinderen|"
    rf"thuis)\b",
    re.I,
)
_STEUN_WEET = re.compile(
    rf"\bwee?t(?:en)?\b(?P<niet>[^.!?]{{0,12}}\b(?:niet|niks|niets|"
    rf"geen)\b)?[^.!?]{{0,12}}\b(?:{_ERVAN}|het|van)?\b",
    re.I,
)


def steunfiguur(tekst: str) -> str | None:
    """The relation of who stands by someone, and whether that person knows of this; never a name."""
    tekst = tekst.replace(" [naam]", "")
    for patroon in STEUNT:
        gevonden = patroon.search(tekst)
        if gevonden and not ONTKENT.search(GRENS.split(tekst[gevonden.start() :], maxsplit=1)[0].split(",")[0]):
            return f"{gevonden['wie'].lower()}{_en_weet(tekst[gevonden.start() :])}"
    return None


def _en_weet(over_die: str) -> str:
    weet = _STEUN_WEET.search(over_die)
    if weet is None:
        return ""
    return " (weet er nog niet van)" if weet["niet"] else " (weet ervan)"


def wie_weten(tekst: str) -> list[str]:
    """The pieces that say who knows of this request or may not know."""
    alles = [stuk for stuk, _ in stukken(tekst)]
    return [_vanaf_zonder(stuk) for stuk in alles if WEET_ERVAN.search(stuk) and _WIE_WEET.search(stuk)]


def _vanaf_zonder(stuk: str) -> str:
    """'kan iemand bellen zonder dat mijn ouders het weten': the part about who does not know."""
    return stuk[max(stuk.lower().find("zonder dat"), 0) :]


_TEAM = (
    r"(?:(?:het |jullie |dit )?(?:team|jgt|jeugd-? en gezinsteam|gezinsteam|jeugdteam)|jullie(?: team)?|"
    r"bij jullie)"
)
_WERKER = (
    r"(?:iemand|(?:vaste? )?(?:medewerker|medewerkster|contactpersoon|werker|begeleid(?:er|ster)|hulpverlener|"
    r"gezinswerker|jeugdwerker|coach|jg-?coach|"
    r"gezinscoach|gezicht|aanspreekpunt))"
)
BIJ_HET_TEAM = [
    re.compile(rf"\b{_WERKER}\b[^.!?]{{0,25}}?\b(?:van|bij|vanuit|uit|binnen) {_TEAM}\b", re.I),
    re.compile(rf"\b(?:heb|hebben|had|hadden) (?:\w+ ){{0,3}}?(?:een )?vaste? {_WERKER}\b", re.I),
    re.compile(
        rf"\b(?:al|eerder|nog|steeds) (?:\w+ ){{0,3}}?(?:hulp|contact|begeleiding|gesprekken|"
        rf"iemand)\b[^.!?]{{0,20}}\b(?:van|bij|met|vanuit) {_TEAM}\b",
        re.I,
    ),
    re.compile(rf"\[naam\](?:,| is| die)?[^.!?]{{0,25}}\b(?:van|bij|vanuit|uit) {_TEAM}\b", re.I),
    re.compile(
        rf"\b(?:onze|mijn|m'n|mn|ons|de) (?:vaste )?{_WERKER}\b(?:[^.!?]{{0,20}}\b(?:heet|is) \[naam\]|"
        rf"[^.!?]{{0,20}}\b(?:van|bij) {_TEAM}\b)",
        re.I,
    ),
    re.compile(
        r"\b(?:lopen|loop|zitten|zit|zijn|ben) (?:\w+ ){0,3}?(?:al|nog) (?:\w+ ){0,2}?(?:bij jullie|"
        r"bij het (?:team|jgt|gezinsteam))\b",
        re.I,
    ),
]
_ELDERS = re.compile(r"\bop (?:school|haar school|zijn school)\b|\b(?:andere|ggz)\b", re.I)
_HEEFT_AL = re.compile(r"\b(?:al|eerder|vaste?|steeds|nog|onze|mijn|m'n|mn|\[naam\])(?!\w)", re.I)


def vaste_medewerker(tekst: str) -> str | None:
    """The piece that says that someone of the team knows this family already, or None."""
    for stuk in meegedeeld(tekst):
        elders = ONTKENT.search(stuk) or _ELDERS.search(stuk)
        if not elders and _HEEFT_AL.search(stuk) and any(p.search(stuk) for p in BIJ_HET_TEAM):
            return stuk
    return None
