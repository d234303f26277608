"""Does someone ask the way to a place, a help line or their own contact person? Told from the words, beside the intent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from knowledge.models import Hulplijn
from knowledge.places import Raak, Wegwijzer, woorden_in

ZOEKT = "zoekt_plek"  # the name under which a message's metadata say that it asks the way
_KUNNEN = r"(?:kan|kunnen|kun|kon|zou|zouden)"
VRAAGT = re.compile(  # asks the way: to a kind of help
    r"\b(?:is|zijn|was|komt|loopt|valt|wordt|worden)\s+(?:er|dr|hier|daar|dat hier)\b|\bbe?staa[tn]\b|\bbestaan\b|"
    r"\b(?:zit|zitten|staat)\s+(?:er|hier)\b|"
    r"\bwaar\s+(?:kan|kun|kunnen|is|zijn|zit|zitten|vind|vinden|moet|vraag|wordt|worden|koop|haal|halen|leer|leren|krijg|ga|ergens)\b|\bwaarheen\b|"
    r"\b(?:bij|met)\s+wie\s+(?:kan|kun|moet|ben)\b|\bnaar\s+welke?\b|\bwaarnaartoe\b|"
    r"\b(?:ik|we|wij|k|men|en)\s+zoek(?:en|t)?\b|^\W*zoek(?:en|t)?\b|\b(?:gezocht|op zoek|zoek ik)\b|"
    r"\bhoe\s+(?:kom|komen|bereik|vraag|vragen|meld|regel|schrijf|vind)\b|"
    r"\bwie\s+(?:is|zijn|kan|helpt|neemt|doet|geeft|kent|weet)\b|"
    r"\b(?:weet|weten|ken|kent)\s+(?:je|jij|u|ge|gij|jullie|iemand|er iemand)\b|"
    r"\b(?:heb|hebben|heeft)\s+(?:je|jij|u|ge|gij|jullie|de gemeente|het dorp)\b|"
    rf"(?<!wat )(?<!hoe )(?<!wanneer )(?<!waarom )\b{_KUNNEN}\s+"
    r"(?:ik|je|we|wij|men|ons|onze?|m[eij]+n|hij|ze|zij|iemand|een|via)\b|"
    r"\b(?:aanvragen|opgeven|inschrijven|lid worden|afspraak maken|spreekuur)\b|"
    r"\bnodig\b|\biets\s+voor\b|\bte\s+(?:doen|beleven)\b|\biemand\s+die\b|"
    r"\b(?:ik|we|wij)\s+(?:wil|willen|zou|zouden)\b(?![^.!?]*\b(?:niet|nooit|geen|stoppen)\b)|\bkan\s+dat\b|\bverveel\b",
    re.I,
)
VRAAGT_OVER = re.compile(  # what else people ask about a place that they name
    r"\bwat\s+(?:is|kost|doet|doen|zijn|was)\b|\bwelke?\b|\bwanneer\b|\bhoe\s+laat\b|\b(?:telefoon)?nummer\b|\bopen\b|"
    r"\bhad het over\b|\brecht op\b|\b(?:kan|kunnen|mag|doet|helpt|heeft)\b|"
    r"\braad(?:t|de|den)\b|\btip\b|\bterecht\b|\bhelpen\b|\bbij\b",
    re.I,
)
NABIJ = re.compile(
    r"\b(?:in|uit|bij)\s+(?:de|het|ons|onze|mijn)\s+(?:\w+\s+)?(?:buurt|dorp|wijk|gemeente|omgeving|regio)\b|"
    r"\b(?:hier|bij ons|ergens|terecht)\b",
    re.I,
)
IETS_NABIJ = re.compile(  # asks what there is here, without saying what
    r"\b(?:(?:is|zijn)\s+(?:er|hier|daar)|be?staa[nt]|wat\s+(?:is|zijn)\s+er|waar\s+(?:kan|vind|kunnen)|(?:met|bij)\s+wie\s+kan|ergens)\b"
    r"[^.!?]{0,50}\b(?:in|uit)\s+(?:de|het|ons|onze|mijn)\s+(?:\w+\s+)?(?:buurt|dorp|wijk|gemeente|omgeving|regio)\b|"
    r"\b(?:wat|iets|niks|niets|weinig|amper)\b[^.!?]{0,25}\bhier\b[^.!?]{0,20}\b(?:te\s+)?doen\b|"
    r"\bhier\s+(?:is|valt|kan)\s+(?:\w+\s+){0,3}(?:niks|niets|weinig|geen\s+\w+)\s+te\s+(?:doen|beleven)\b",
    re.I,
)
TE_DUUR = re.compile(
    r"\b(?:(?:te|veel|heel|erg|zo|best|super|hartstikke)\s+duur|onbetaalbaar|niet\s+(?:\w+\s+){0,2}betal\w*|betal\w*\s+(?:\w+\s+)?niet|"
    r"geen\s+(?:\w+\s+)?geld|qua\s+prijs)\b",
    re.I,
)  # asks for money, not for a club
KORT, KORT_VOORAAN = (
    0.6,
    0.45,
)  # share of a short message that is the name itself, from which it needs no verb to be a question
VERTELT = re.compile(
    r"\b(?:dreigt|zegt|zei|zeggen|gezegd|vindt|durft|haat|wil(?:t)?\s+niet|niet\s+meer|geen\s+(?:zin|vrien\w+|plezier)|huilt|bijt|slaat|schreeuwt|pest(?:en)?|"
    r"gepest|stopt|gestopt|loopt weg)\b|"
    r"\bhoe\s+(?:herken|merk|zie|leg|vertel|ga|help|leer|leert|weet|krijg|maak|praat|reageer)\b",
    re.I,
)
VRAAGT_ALLEEN = 16  # words up to which a message is a question and no story
VLAKBIJ, VERDER = 3, 12  # words between a name and the asking words: after it, before it
ZIN = re.compile(r"[^.!?;\n]+")
LETTER = re.compile(r"[^\W\d_]")
WIE_VAN_JULLIE = re.compile(
    r"\bcontactpers\w*|\baanspreek(?:punt|persoon)\w*|\b(?:wie|iemand|welke\s+\w+)\b[^.!?]*\b(?:van jullie|"
    r"van het (?:jgt|team|jeugd\w*)|jgt|hoort(?:\s+er)?\s+bij|horen bij|loopt)\b|"
    r"\b(?:wie|welke|is er)\b[^.!?]*\b(?:pedago\w+|opvoedcoach|jeugdwerker|gezinswerker)\b|"
    r"\bpedago\w+\b[^.!?]*\b(?:dag|dagen|wanneer|bereik\w*)\b",
    re.I,
)
WIE_OF_WANNEER = re.compile(r"\b(?:wie|wanneer|welke dag\w*|bereik\w*|contact|nummer)\b", re.I)
EIGEN_PLEK = re.compile(
    r"\[school\]|\b(?:onze|ons|mijn|mn|m'n|deze|haar|zijn|hun|de|het)\s+(?:\w*school|kindcentrum|\w*opvang|kdv|bso|(?:huisartsen)?praktijk)\b",
    re.I,
)
BEREIKEN = re.compile(
    r"\b(?:\w*nummer|telefoonn\w*|tel(?:nr)?|nr|bereik\w*|chat\w*|openingstijd\w*|hoe laat|site|website)\b|"
    r"\bhoe\b[^.!?]*\bbel(?:len)?\b|\b(?:geen|zonder|niet)\s+(?:dringend|spoed\w*|met spoed)\b",
    re.I,
)
IETS_ANDERS = re.compile(
    r"\b(?:anoniem|verplicht|stiekem|mijn ouders|wat gebeurt|wat zeg)\b", re.I
)  # a worry about it, not the way to it


def zoekt_plek(wegwijzer: Wegwijzer, tekst: str) -> bool:
    """Whether this asks the way to something on the sociale kaart, and does not merely mention it in a story."""
    if TE_DUUR.search(tekst):
        return False
    zinnen = [zin for zin in ZIN.findall(tekst) if LETTER.search(zin)]
    return any(_vraagt(wegwijzer, zin) for zin in zinnen) or (len(zinnen) == 1 and _is_kort(wegwijzer, tekst))


def _vraagt(wegwijzer: Wegwijzer, zin: str) -> bool:
    raken = wegwijzer.gezegd(zin)
    if any(raak.naam.eigen for raak in raken) and VRAAGT_OVER.search(zin) and not VERTELT.search(zin):
        return True
    nabij = bool(NABIJ.search(zin)) or wegwijzer.noemt_plaats(zin)
    return any(_staat_bij(vraag, raak, zin, nabij=nabij) for vraag in VRAAGT.finditer(zin) for raak in raken)


def _staat_bij(vraag: re.Match[str], raak: Raak, zin: str, *, nabij: bool) -> bool:
    """Whether the name stands with the asking words: shortly after them, or just before."""
    if raak.naam.kaal and not nabij:
        return False
    begin, eind = (len(woorden_in(zin[:plek])) for plek in vraag.span())
    erna = eind - 1 <= min(raak.woorden) and max(raak.woorden) <= eind + VERDER
    ervoor = max(raak.woorden) < eind and begin - max(raak.woorden) <= VLAKBIJ and not VERTELT.search(zin)
    return erna or ervoor


def _is_kort(wegwijzer: Wegwijzer, tekst: str) -> bool:
    """Whether this is little more than the name itself: 'judo voor een kind van 6'."""
    raken = [raak for raak in wegwijzer.gezegd(tekst) if not raak.naam.kaal]
    return (
        bool(raken) and not VERTELT.search(tekst) and wegwijzer.aandeel(tekst, raken) >= _nodig(wegwijzer, tekst, raken)
    )


def _nodig(wegwijzer: Wegwijzer, tekst: str, raken: Iterable[Raak]) -> float:
    """The share that the name must be: less when the message begins with it."""
    eerste = min(min(raak.woorden) for raak in raken)
    return KORT_VOORAAN if eerste == wegwijzer.begin(tekst) else KORT


def vraagt_contactpersoon(tekst: str, *, bekend: bool) -> bool:
    """Whether this asks who of us belongs to a school, kindcentrum or practice; `bekend` when it names one that has a contact."""
    if bekend and WIE_OF_WANNEER.search(tekst):
        return True
    return bool(WIE_VAN_JULLIE.search(tekst) and EIGEN_PLEK.search(tekst))


def gezochte_lijn(lijnen: Mapping[str, Hulplijn], tekst: str) -> Hulplijn | None:
    """The help line for residents whose number, chat or hours this asks for."""
    if not BEREIKEN.search(tekst) or IETS_ANDERS.search(tekst):
        return None
    gezegd = " ".join(woorden_in(tekst))
    for lijn in lijnen.values():
        naam = " ".join(woord for woord in woorden_in(lijn.naam.partition(",")[0]) if woord not in ("de", "het"))
        gezocht = any(f" {woorden} " in f" {gezegd} " for woorden in (naam, lijn.id.replace("-", " ")))
        if gezocht and "inwoner" in lijn.voor_wie and not lijn.lokaal:
            return lijn
    return None


def vraagt_de_weg(wegwijzer: Wegwijzer, lijnen: Mapping[str, Hulplijn], tekst: str, *, noemt_contact: bool) -> bool:
    """Whether this beurt is about finding a place, a help line or a contact person, whatever else the sentence looks like."""
    return (
        zoekt_plek(wegwijzer, tekst)
        or (IETS_NABIJ.search(tekst) is not None and len(tekst.split()) <= VRAAGT_ALLEEN)
        or gezochte_lijn(lijnen, tekst) is not None
        or vraagt_contactpersoon(tekst, bekend=noemt_contact)
    )
