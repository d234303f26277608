"""Widens the find of an address to all of it: the kind of home and the title before it, the floor and the number behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.finds import Vondst
from assistant.gate.namelist import lijst
from assistant.gate.words import vouwen

VER_TERUG, MEESTE_STAPPEN = 120, 6
_woord_ervoor = re.compile(r"(?<![\w.@-])(['\u2019]?[^\W\d_][\w'\u2019-]{0,24}\.?)\s\Z")
_woonvorm = re.compile(
    r"(?<![\w-])(?:woonwagen|woonboot|woonark|woonschip|boerderij|boerderette|hoeve|villa|huize|landhuis|landgoed|kasteel|molen|residentie|flat|flatgebouw"
    r"|torenflat|serviceflat|woontoren|toren|appartementencomplex|complex|gebouw|chalet|bungalow)\s(?:(?:de|het|'t)\s)?\Z",
    re.I,
)
_lidwoord = re.compile(r"(?:\A|[:\n(,]\s?|\badres\sis\s)((?:de|het|'t)\s)\Z", re.I)
_verdieping = re.compile(
    r"(?:\s(?:etage|verdieping)|,?\s(?:op\s)?(?:de\s)?(?:\d{1,2}\s?(?:e|de|ste|\u00e8me)|begane|eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende)"
    r"\s(?:etage|verdieping|verd|woonlaag|grond|hoog)\b)?,?\s(?:nummer|nr\.?|no\.?|huisnummer|deur|app\.?|appartement|kamer|unit)\s\d{1,4}[a-z]?(?![\w%])",
    re.I,
)

_toevoeging = re.compile(
    r"(?:\s?-?\s?(?:bis|hs|rd|ws|zw|bg|bv|huis|achter|kelder|souterrain|(?-i:I{1,3}|IV|V|VI{0,3})|k\d{1,3}|(?-i:[A-Z]\d{1,3}))"
    r"(?:\s(?-i:[A-Z])(?![\w.]))?|(?<=\d)\s[a-d]\sen\s[a-d]|(?<=[\d\s][a-d])\sen\s[a-d]|(?<=bis|uis)\s(?-i:[A-Z]))"
    r"(?![\w'\u2019-]|\s(?:de|het|een|mijn|ons|onze|die|deze|dat)\b)",
    re.I,
)


def verruimd(tekst: str, vondsten: Iterator[Vondst]) -> Iterator[Vondst]:
    """Each address with the words before and behind that belong to it."""
    for gevonden in vondsten:
        begin, eind = _begin(tekst, gevonden.start), gevonden.eind
        verder = _verdieping.match(tekst, eind)
        eind = verder.end() if verder else eind
        if toevoeging := _toevoeging.match(tekst, eind):
            eind = toevoeging.end()
        yield Vondst(gevonden.soort, tekst[begin:eind], begin, eind)


def _begin(tekst: str, begin: int) -> int:
    """Where the address really starts: before "pastoor", "jan van" or "flat de"."""
    titel = begin
    for _ in range(MEESTE_STAPPEN):
        ervoor = _woord_ervoor.search(tekst, max(0, titel - VER_TERUG), titel)
        if ervoor is None or "\x00" in ervoor[1]:
            break
        laag = vouwen(ervoor[1]).strip(".'")
        if laag in lijst("straattitels") or _is_naam(ervoor[1], laag):
            begin = titel = ervoor.start()
        elif laag in lijst("straatvoegsels"):
            titel = ervoor.start()
        else:
            break
    vanaf = max(0, begin - VER_TERUG)
    for patroon in (_woonvorm, _lidwoord):
        if treffer := patroon.search(tekst[vanaf:begin]):
            begin = vanaf + treffer.start(treffer.lastindex or 0)
    return begin


def _is_naam(woord: str, laag: str) -> bool:
    """Whether a first name or an initial can be part of a street: "anne frankstraat", "J. van Galenlaan"."""
    return (len(laag) == 1 and woord.endswith(".")) or (
        laag in lijst("voornamen") and laag not in lijst("dubbelzinnig")
    )
