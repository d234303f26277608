"""Finds names that the sentence itself calls a name, whatever word it is: "achternaam: X", "X is de voornaam", "X, zo heet hij"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst, vondsten
from assistant.gate.namelist import lijst, woordenschat
from assistant.gate.words import vouwen

_DEEL = r"[^\W\d_][^\W\d_'\u2019-]{0,24}(?:['\u2019-][^\W\d_]{1,24}){0,3}"
_VOEGSEL = r"(?:(?i:van|de|der|den|het|ter|ten|te|'t|el|al|ben|ait|da|di|von|le|la)\s){0,3}"
_GROOT = rf"(?-i:(?=[^\W\d_a-z]){_DEEL})"
_NAAM = r"(?:achter|voor|roep|meisjes|familie|tussen|doop|bij)?naa?m(?:en)?"
_SOORT = (
    rf"(?:{_NAAM}|kind|zoon|dochter|client|cli\u00ebnt|leerling|moeder|vader|ouder|aanmelder|contactpersoon"
    r"|naam\s(?:kind|ouder|moeder|vader))"
)
_IEMAND = r"(?:hij|zij|ze|ik|die|dat|mijn|mn|onze|ons|zijn|haar|het)"
_BIJ = r"(?:(?:nu|al|net|pas|bijna|inmiddels|vandaag|gisteren|ondertussen|ruim|in\s\w{3,9})\s){0,2}"
_TELWOORD = r"(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien)"
_MAAT = r"(?!\s?(?:uur|euro|keer|kilo|kg|cm|meter|procent|%|weg|km|graden|dagen|[.,:]\d))"
_EINDWOORD = rf"(?:\s{_DEEL}(?=\s?(?:[,;.\n]|\Z)))?"
_naam_is = re.compile(rf"\b{_NAAM}\s?[:=]\s{{0,2}}({_VOEGSEL}{_DEEL}(?:\s{_VOEGSEL}{_GROOT}){{0,3}}{_EINDWOORD})", re.I)
_veld = re.compile(
    rf"(?:\A|[\n;,|]\s?){_SOORT}\s?[:=]\s{{0,2}}({_VOEGSEL}{_GROOT}(?:\s{_VOEGSEL}{_GROOT}){{0,3}})", re.I
)
_is_de_naam = re.compile(
    rf"(?<![\w'-])({_VOEGSEL}{_DEEL})(?:,)?\s(?:is|was|wordt|blijft)\s(?:(?:ook|dus|echt|gewoon|nu)\s)?"
    rf"(?:de|mijn|mn|zijn|zn|haar|hun|onze|zo'n|een|d'r|der|als)\s(?:[^\W\d_]{{3,14}}e\s)?{_NAAM}(?!\w)",
    re.I,
)
_zo_heet = re.compile(
    rf"(?:\A|[.!?\n]\s?)({_GROOT}(?:\s{_VOEGSEL}{_GROOT}){{0,4}}),?\s(?:zo|dus\szo)\s(?:heet|heette|noemen|noemt|wordt)\b"
)
_onze_is = re.compile(
    rf"\b(?:onze|mijn|mn|m'n|ons)\s({_GROOT})\s(?:is|wordt|was|werd)\s{_BIJ}{_TELWOORD}(?!\w){_MAAT}", re.I
)
_is_onze = re.compile(
    rf"(?:\A|[.!?\n]\s?)({_GROOT})\s(?:is|was|wordt)\s(?i:onze|mijn|mn|ons)\s(?:(?:eerste|tweede|derde|vierde|vijfde|zesde)(?:\skind|kindje)?)(?=\s?[,.!?]|\s(?:en|van|na)\b|\s?\Z)"
)
_en_leeftijd = re.compile(
    rf"(?:\A|\b(?:ik\s(?:ben|heet)|dit\sis|met|hier|hoi|hallo|hey|hee|hi|naam\sis|heet)\s)({_DEEL}),?\s(?:van\s)?{_TELWOORD}\s?(?:jaar|jr\.?|jaartjes|j)(?!\w)(?!\s(?:geleden|lang|na|voor|later))",
    re.I,
)
_die_van = re.compile(
    rf"\b(?:die|ene|met|aan|door)\s({_VOEGSEL}{_DEEL})\svan\s(?:(?:de|het|jullie|ons|onze|dat|die)\s)?"
    r"(?:gemeente|wijkteam|jeugdzorg|jeugdteam|leerplicht|ggz|ggd|raad|politie|jgt|cjg|team|jullie|gezinsteam|veilig\sthuis|consultatiebureau|instantie|jeugdbescherming|uwv|crisisdienst)\b",
    re.I,
)
_ACHTERNAAMEINDEN = ("ers", "sen", "stra", "sma", "inga", "ema", "mans", "s", "ink", "oglu")


def zoek_genoemd(tekst: str) -> Iterator[Vondst]:
    """Names that are said to be one, also when they are an ordinary word; "dat is zijn naam" names nobody."""
    yield from vondsten("naam", tekst, _naam_is, _veld, groep=1, mits=_kan_naam)
    yield from vondsten("naam", tekst, _is_de_naam, groep=1, mits=_kan_zelf)
    yield from vondsten("naam", tekst, _zo_heet, _onze_is, _is_onze, groep=1, mits=_is_geen_mens)
    yield from vondsten("naam", tekst, _en_leeftijd, groep=1, mits=_is_voornaam)
    yield from vondsten("naam", tekst, _die_van, groep=1, mits=_is_achternaam)


def _laatste(treffer: re.Match[str]) -> str:
    return vouwen(treffer[1]).split()[-1]


def _kan_naam(treffer: re.Match[str]) -> bool:
    """Whether what follows the colon is no "onbekend" and no answer in a sentence."""
    woorden = vouwen(treffer[1]).split()
    if len(treffer[1]) == 1:  # an initial: the surname is behind the dot
        return False
    eerste = next((woord for woord in woorden if woord not in lijst("tussenvoegsels")), woorden[0])
    return eerste not in lijst("geen_antwoord") and _is_geen_mens(treffer)


def _kan_zelf(treffer: re.Match[str]) -> bool:
    """Whether the subject of "is de achternaam" can be that name: with a capital, or a word nobody knows."""
    laag = _laatste(treffer)
    if laag in lijst("geen_antwoord") or laag in lijst("voegwoorden") or not _is_geen_mens(treffer):
        return False
    return treffer[1].split()[-1][0].isupper() or laag in lijst("voornamen") or not woordenschat().in_woordenboek(laag)


def _is_geen_mens(treffer: re.Match[str]) -> bool:
    laag = _laatste(treffer)
    mens = any(laag in lijst(naam) for naam in ("familie", "rollen", "titels", "plaatsen"))
    return (
        laag not in lijst("geen_antwoord")
        and not mens
        and not (laag in lijst("geen_naam") and treffer.re is not _zo_heet and laag != "dag")
    )


def _is_voornaam(treffer: re.Match[str]) -> bool:
    laag = _laatste(treffer)
    return laag in lijst("voornamen") | lijst("dubbelzinnig") and laag not in lijst("seizoenen")


def _is_achternaam(treffer: re.Match[str]) -> bool:
    """ "die kuipers van de gemeente": a known surname that is no trade, or a name behind tussenvoegsels."""
    laag = _laatste(treffer)
    if laag not in lijst("achternamen") or laag in lijst("geen_naam") or laag in lijst("rollen"):
        return False
    if treffer[1][0].isupper() or " " in treffer[1] or not woordenschat().in_woordenboek(laag):
        return True
    return laag.endswith(_ACHTERNAAMEINDEN) and treffer[0].lower().startswith(("die", "ene"))
