"""Finds schools behind a colon ("school: Elckerlyc"), by what they do ("het x heeft hem geschorst") or where a child goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst, vondsten
from assistant.gate.namelist import lijst, woordenschat
from assistant.gate.words import vouwen

_GROOT = r"(?-i:(?=[^\W\d_a-z])[^\W\d_][\w'\u2019-]{1,24})"
_NAAM = (
    r"(?:(?:de|het|'t|st\.?|sint|[oickg]?bs|rkbs|pcbs?|kdv|bso|ikc|sbo)\s){0,2}(?P<kern>[^\W\d_][\w'\u2019-]{2,24})"
    rf"(?:\s(?:(?:van|de|der|het|'t)\s){{0,2}}{_GROOT}){{0,3}}"
)
_BIJVOEGLIJK = (
    r"(?-i:Kleine|Grote|Groene|Blauwe|Rode"
    r"|Gouden|Bonte|Vrolijke|Wijze|Hoge|Lage|Lange|Witte|Vliegende|Dappere|Zilveren|Jonge|Nieuwe|Oude|Brede)"
)
_dubbelepunt = re.compile(
    rf"\b(?:school|basisschool|schoolnaam|naam\s(?:van\s)?(?:de\s)?school|opvang|kinderopvang|kdv|bso|creche|peuterspeelzaal|middelbare(?:\sschool)?)\s?[:=]\s{{0,2}}(?P<school>{_NAAM})",
    re.I,
)
_schorst = re.compile(
    r"(?:\A|[.!?\n,]\s?|\b(?:want|en|maar|dat|omdat|dus)\s)(?P<school>(?:het|de|'t)\s(?P<kern>[^\W\d_][\w'-]{4,24})(?:\s(?-i:[A-Z][\w'-]{1,24})){0,2})"
    r"\s(?:heeft|had|wil|gaat|wilde|zegt|kan|schorst|schorste)\b[^.!?\n\x00]{0,40}?"
    r"\b(?:geschorst|schorst|schorsen|schorste|weggestuurd|van\sschool\sgestuurd|leerlingen|toegelaten|aangenomen\sals\sleerling|klas\sgezet|uitgeschreven)\b",
    re.I,
)
_OVER_KIND = re.compile(r"\b(?:haar|hem|meisje|meisjes|meiden|jongens|jongen|kleintjes|jeugd)\b", re.I)
_SLOT = r"(?:college|lyceum|gymnasium|mavo|atheneum|scholengemeenschap)"
_naar_de = re.compile(
    rf"\b(?:naar|op|van|bij)\s(?P<school>(?:de|het|'t)\s(?:{_BIJVOEGLIJK}\s)?(?P<kern>{_GROOT})(?:\s{_SLOT})?)(?![\w-])",
    re.I,
)
_KIND = re.compile(
    r"\b(?:zit|zat|zitten|zoon|zoontje|dochter|dochtertje|kind|kindje|kinderen|hij|zij|ze|ik|jongste|oudste|peuter|kleuter|puber|\w*(?:school|klas|groep|juf|meester|leerkracht))\b",
    re.I,
)
_NAMEN = (
    rf"(?:(?:de|het|'t)\s)?(?P<kern>{_GROOT})"
    rf"(?:\s(?:(?:van|de|der|het|'t|en)\s){{0,2}}{_GROOT}){{0,3}}(?:\s['\u2019]?\d\d(?!\d))?"
)
_SCHOOLWOORD = (
    r"(?:school|basisschool|kleuterschool|bso|kdv|opvang|kinderopvang|cr[e\u00e8]che|peuterspeelzaal|peuteropvang|voorschool|kinderdagverblijf"
    r"|gastouderopvang|school\s\w+)"
)
_SPORT = (
    r"(?:sport|voetbal|hockey|turn|gym|handbal|korfbal|volleybal|basketbal|tennis|zwem|judo|dans|atletiek|honkbal|rugby|schaak|paardrij"
    r"|scouting|speeltuin|muziek|badminton|waterpolo|schaats|roei|zeil|wieler|boks|karate|ballet|ijshockey|padel|kickboks)"
)
_club = re.compile(
    rf"\b(?:{_SPORT}(?:club|vereniging|team|groep)|manege|scouting|jongerencentrum)"
    rf"\s(?P<school>{_NAMEN})(?![\w-])",
    re.I,
)
_onze_club = re.compile(rf"\b(?:onze|zijn|haar|hun|mijn)\s(?:club|team)\s(?P<school>{_NAMEN})(?![\w-])", re.I)
_clubletters = re.compile(
    rf"\b(?P<school>(?:rkvv|rksv|vv|svv|sv|sc|hc|mhc|zv|zpc|kv|gv|dvs|ckv|ltc|dsv|hv)\s(?:(?:de|het|'t)\s)?(?P<kern>{_GROOT}|(?<=de\s)[^\W\d_]{{4,}})"
    rf"(?:\s{_GROOT})?(?:\s['\u2019]\d\d)?)(?![\w-])",
    re.I,
)
_kids = re.compile(
    r"\b(?:op|bij|naar|van)\s(?P<school>(?P<kern>(?-i:(?:[A-Z][\w-]+\s)?(?:Kid[sz]z?|Kiddo[\u2019']?s|Kiddies)(?:\s[A-Z][\w-]+)?)))(?![\w-])",
    re.I,
)
_richting = re.compile(
    r"\b(?:op|bij|naar|van)\s(?P<school>(?:(?:het|'t)\s)?(?P<kern>(?-i:Stedelijk|Christelijk|Openbaar|Katholiek|Gereformeerd|Montessori|Dalton|Jenaplan)"
    rf"\s{_GROOT}))(?![\w-])",
    re.I,
)
_is_de_school = re.compile(
    rf"(?:\A|[.!?\n]\s?)(?P<school>(?:(?:De|Het|'t)\s)?(?P<kern>(?-i:[A-Z][\w'\u2019-]+))(?:\s[\w'\u2019-]+){{0,3}}?)(?:,|\s(?:is|heet|was))"
    rf"\s(?:de|een|onze|mijn|zijn|haar|hun)\s(?:[^\W\d_]+e\s)?{_SCHOOLWOORD}\b",
    re.I,
)
_school_is = re.compile(
    rf"\b{_SCHOOLWOORD}\s(?:(?:van|op|voor)\s[^.,\n]{{1,20}}?\s)?(?:is|heet|heette|wordt|noemt)\s(?:ook\s|dus\s|nu\s)?(?P<school>{_NAMEN})(?![\w-])",
    re.I,
)
_groep_van = re.compile(
    rf"\b(?:groep|klas)\s\d(?:[/-]\d)?[a-z]?\s(?:van|op|bij)\s(?P<school>(?P<kern>(?-i:Op|In|Bij|Onder|Over|Aan)\s(?:de|het|'t)\s{_GROOT}))(?![\w-])",
    re.I,
)


def zoek_school_genoemd(tekst: str) -> Iterator[Vondst]:
    """Schools by what the sentence says of them; "school: gaat slecht" and "naar de Efteling" stay."""
    yield from vondsten("school", tekst, _dubbelepunt, groep="school", mits=_is_antwoord)
    yield from vondsten("school", tekst, _schorst, groep="school", mits=_kan_school)
    yield from vondsten("school", tekst, _onze_club, _school_is, groep="school", mits=_kan_club)
    if _KIND.search(tekst) or _OVER_KIND.search(tekst):
        yield from vondsten("school", tekst, _club, _clubletters, groep="school", mits=_kan_club)
    yield from vondsten("school", tekst, _kids, _richting, _groep_van, groep="school")
    yield from vondsten("school", tekst, _is_de_school, groep="school", mits=_is_onderwerp)
    if _KIND.search(tekst):
        yield from vondsten("school", tekst, _naar_de, groep="school", mits=_is_bekende_school)


def _is_antwoord(treffer: re.Match[str]) -> bool:
    """Whether a name stands behind the colon, and no sentence about how it goes."""
    kern = vouwen(treffer["kern"])
    if kern in lijst("geen_antwoord"):
        return False
    if kern in lijst("schoolnamen"):
        return True
    met_lidwoord = re.match(r"(?:De|Het|'t)\s[A-Z]", treffer["school"]) is not None
    alleen = (
        treffer["kern"][0].isupper() and re.match(r"\s*(?:[,;.\n]|\Z)", treffer.string[treffer.end() :]) is not None
    )
    if alleen and kern not in lijst("geen_naam") and not woordenschat().kent(kern):
        return True
    return met_lidwoord or (kern not in lijst("geen_naam") and not woordenschat().in_woordenboek(kern))


def _kan_school(treffer: re.Match[str]) -> bool:
    kern = vouwen(treffer["kern"])
    vreemd = kern in lijst("schoolnamen") or not woordenschat().in_woordenboek(kern)
    return vreemd and not any(kern in lijst(naam) for naam in ("geen_naam", "geen_scholen", "geen_school", "voornamen"))


def _is_bekende_school(treffer: re.Match[str]) -> bool:
    """Whether many schools are called so: with a capital, and no everyday place, or with "Kleine" or "Bonte" before it."""
    kern = vouwen(treffer["kern"])
    if kern not in lijst("schoolnamen") or kern in lijst("geen_scholen") | lijst("geen_naam"):
        return False
    voor = treffer[0].split()[0].lower()
    bijvoeglijk = len(treffer["school"].split()) > 2
    return (bijvoeglijk or kern not in lijst("alledaags")) and (bijvoeglijk or voor in ("naar", "op"))


def _kan_club(treffer: re.Match[str]) -> bool:
    """Whether no famous club and no town is meant, nor an ordinary word behind "school is"."""
    kern = vouwen(treffer["kern"])
    if any(kern in lijst(naam) for naam in ("clubs", "plaatsen", "geen_naam", "geen_scholen", "talen", "organisaties")):
        return False
    return treffer.re is not _school_is or kern in lijst("schoolnamen") or not woordenschat().in_woordenboek(kern)


def _is_onderwerp(treffer: re.Match[str]) -> bool:
    """Whether a name stands before ", de bso van mijn zoon", and no "Wat" or "Dit"."""
    kern, woorden = vouwen(treffer["kern"]), treffer["school"].split()
    if kern in lijst("geen_naam") or any(
        kern in lijst(naam) for naam in ("familie", "rollen", "titels", "voegwoorden")
    ):
        return False
    return (
        kern in lijst("schoolnamen")
        or not woordenschat().in_woordenboek(kern)
        or (len(woorden) > 1 and "," in treffer[0])
    )
