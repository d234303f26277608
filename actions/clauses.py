"""A message in the pieces in which people tell one thing at a time, and whether such a piece asks, wishes or denies."""

from __future__ import annotations

import re
from collections.abc import Iterable

WOORD = re.compile(r"[^\W\d_]{3,}")
GENOEG = 4  # words from which a message says something beside an excuse for its language
ZONDER_INHOUD = re.compile(
    r"hij|zij|die|deze|mijn|onze|jongen|meisje|zoon(?:tje)?|dochter(?:tje)?|kind(?:je)?|jaar|maand(?:en)?|week|weken|oud|woon|woont|wonen|kom|komen|heb|heeft|het|gaat|van|een|ben|"
    r"pas|net|nog|nu|ook|maar|dus|over|voor|met|hem|haar|dag|hallo|goede(?:morgen|middag|navond)"
)
GRENS = re.compile(
    r"[.!?;\n]+\s*|,\s*(?=(?:maar|want|omdat|dus|alleen|en\s+(?:ik|we|wij)\b))|"
    r"\s+(?=maar\s+(?:ik|we|wij|hij|ze|zij|het|dat|niet|geen|mijn|onze|die|er|op|nu)\b)",
    re.I,
)
_WENS = r"(?! (?:ik|we|wij) (?:\w+ )?(?:wil|willen|hoop|hopen)\b)"
VRAAGT = re.compile(
    rf"^\W*(?:en\s+|maar\s+|of\s+)?(?:kan|kun|kunnen|mag|mogen|zou|zouden|wie|wat{_WENS}|hoe\w*|waar|wanneer|waarom|welke|"
    r"is er|zijn er|moet|moeten|heb(?:ben)? jullie|weet (?:je|u|jij)|doen jullie)\b",
    re.I,
)
ONTKENT = re.compile(
    r"\b(?:niet|geen|niks|niets|nooit|niemand|amper|nauwelijks|vroeger|weg|gestopt|overleden|dood|doodgegaan|"
    r"gestorven)\b",
    re.I,
)
TUSSENWERPSEL = re.compile(r"^\W*(?:(?:nee+|oh?|sorry|oeps|ho)\b\W*(?:wacht\b\W*)?|wacht\s*[,.!]+\s*)+", re.I)
TAALEXCUUS = re.compile(  # said about the message, not in it
    r"(?:\b(?:sorry|excuus|pardon)\b\W*(?:voor )?)?"
    r"(?:\b(?:ik|wij|we)\s+(?:spreek|spreken|praat|praten|schrijf|schrijven|typ\w*|kan|kunnen|versta\w*|weet)\b[^.,!?;\n]{0,25}"
    r"|\b(?:mijn|mn|m'n|ons|onze)\s+)\bnederlands\w*\b(?:\s+(?:is|taal|praten|spreken|schrijven|niet|nog|zo|heel|erg|goed|"
    r"slecht|weinig|beetje|een|leren|leer))*\W*",
    re.I,
)
LEEG = re.compile(r"\s*([,.;!?])(?:\s*(?:(?:en|maar|dus)\s*)?[,.;!?])+")
_BEGIN = re.compile(r"^(?:(?:maar|want|omdat|dus|en|ook|nou|ja|nee|oh?)\b[\s,]*)+", re.I)


def stukken(tekst: str) -> list[tuple[str, bool]]:
    """The pieces of a text, each with whether it is a question; words that only join it to the piece before are left out."""
    gevonden, begin = [], 0
    grenzen = [(t.start(), t.end(), "?" in t[0]) for t in GRENS.finditer(tekst)] + [(len(tekst), len(tekst), False)]
    for eind, volgende, vraagteken in grenzen:
        stuk = _BEGIN.sub("", tekst[begin:eind].strip(" ,:-")).strip()
        if stuk:
            gevonden.append((stuk, vraagteken or bool(VRAAGT.match(stuk))))
        begin = volgende
    return gevonden


def delen(tekst: str) -> list[str]:
    """The pieces cut finer, at every comma."""
    return [deel.strip() for stuk, _ in stukken(tekst) for deel in stuk.split(",") if deel.strip()]


def zonder(tekst: str, weg: Iterable[str]) -> str:
    """The text in its own words without these parts of it, and without the punctuation that they leave behind."""
    for deel in filter(None, weg):
        tekst = tekst.replace(deel, "", 1)
    return LEEG.sub(r"\1", tekst).strip(" ,;:-\n").removesuffix(" en").removesuffix(" maar").strip(" ,;.")


def zonder_tussenwerpsel(tekst: str) -> str:
    """The text with 'nee wacht', 'oh sorry' at its begin made blank: that only says that a correction follows."""
    return TUSSENWERPSEL.sub(lambda treffer: " " * len(treffer[0]), tekst)


def inhoud(tekst: str) -> list[str]:
    """The words with a meaning of their own: not who, when or where it is about."""
    return [woord for woord in WOORD.findall(tekst.lower()) if not ZONDER_INHOUD.fullmatch(woord)]


def zonder_taalexcuus(tekst: str) -> str:
    """The text without 'sorry, ik spreek niet goed Nederlands'; all of it when it says little more than that."""
    rest = TAALEXCUUS.sub(lambda t: t[0] if "thuis" in t[0].lower() else " ", tekst).strip()
    return rest if len(WOORD.findall(rest)) >= GENOEG else tekst


def meegedeeld(tekst: str) -> list[str]:
    """The pieces that tell something."""
    return [stuk for stuk, vraagt in stukken(tekst) if not vraagt]
