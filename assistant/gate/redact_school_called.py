"""Finds schools behind a colon ("school: Elckerlyc"), by what they do ("het x heeft hem geschorst") or where a child goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst, vondsten
from assistant.gate.namelist import lijst, woordenschat
from assistant.gate.words import vouwen

_GROOT = r"(?-i:(?=[^\W\d_a-z])[^\W\d_][\w'\u2019-]{1,24})"
_NAAM = (
    r"(?:(?:de|het|'t|st\.?|sint|obs|cbs|kdv|bso|ikc)\s){0,2}(?P<kern>[^\W\d_][\w'\u2019-]{2,24})"
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
_naar_de = re.compile(
    rf"\b(?:naar|op|van|bij)\s(?P<school>(?:de|het|'t)\s(?:{_BIJVOEGLIJK}\s)?(?P<kern>{_GROOT}))(?![\w-])", re.I
)
_KIND = re.compile(
    r"\b(?:zit|zat|zitten|zoon|zoontje|dochter|dochtertje|kind|kindje|kinderen|hij|zij|ze|ik|jongste|oudste|peuter|kleuter|puber|\w*(?:school|klas|groep|juf|meester|leerkracht))\b",
    re.I,
)


def zoek_school_genoemd(tekst: str) -> Iterator[Vondst]:
    """Schools by what the sentence says of them; "school: gaat slecht" and "naar de Efteling" stay."""
    yield from vondsten("school", tekst, _dubbelepunt, groep="school", mits=_is_antwoord)
    yield from vondsten("school", tekst, _schorst, groep="school", mits=_kan_school)
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
