"""Makes a text safe to read on: one spelling of each character, nothing invisible, tidy whitespace. It refuses nothing."""

from __future__ import annotations

import re
import unicodedata

ZICHTBARE_WITRUIMTE = "\n\t"
ONZICHTBARE_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u3164\uffa0"
WEG = {"Cc", "Cf", "Cs"}

_regeleinde = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_spaties = re.compile(r"[^\S\n]+")
_rond_regeleinde = re.compile(r" ?\n ?")
_lege_regels = re.compile(r"\n{3,}")


def opschonen(tekst: str) -> str:
    """The same text in NFC without control, zero-width, direction and tag characters, with whitespace tidied."""
    tekst = _regeleinde.sub("\n", tekst)
    if not tekst.isascii() or not tekst.isprintable():
        tekst = _zonder_onzichtbare(unicodedata.normalize("NFC", _zonder_onzichtbare(tekst)))
    tekst = _rond_regeleinde.sub("\n", _spaties.sub(" ", tekst))
    return _lege_regels.sub("\n\n", tekst).strip()


def _zonder_onzichtbare(tekst: str) -> str:
    """Drops by character, looking each distinct one up once."""
    weg = {ord(teken): None for teken in set(tekst) if _is_onzichtbaar(teken)}
    return tekst.translate(weg) if weg else tekst


def _is_onzichtbaar(teken: str) -> bool:
    if teken in ZICHTBARE_WITRUIMTE:
        return False
    return unicodedata.category(teken) in WEG or teken in ONZICHTBARE_LETTERS or 0xE0000 <= ord(teken) <= 0xE0FFF
