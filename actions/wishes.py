"""What a family hopes for, in their own words; asking for a call or for information is no hope of theirs."""

from __future__ import annotations

import re

from actions.clauses import meegedeeld
from actions.request import vraagt_contact

HOOPT = re.compile(
    r"\b(?:ik|we|wij) (?:\w+ )?(?:hoop|hopen|wens|wensen|verlang|verlangen|snak|snakken|droom|dromen)\b|\bhopelijk\b|"
    r"\bzou(?:den)? (?:ik|we|wij) (?:\w+ ){0,2}?(?:graag|willen|fijn vinden|wensen)\b|"
    r"\b(?:ik|we|wij) (?:zou|zouden) (?:\w+ ){0,3}?(?:graag|willen|fijn vinden|wensen)\b|"
    r"\b(?:ik|we|wij) (?:wil|willen|wou|wouden)(?: \w+){0,2}? (?:dat|weer|meer|minder|rust|gewoon|vooral|graag|"
    r"alleen|zo graag|liefst|het liefst)\b|"
    r"\b(?:het liefst|liefst|vooral|gewoon|graag|alleen maar|eigenlijk) (?:wil|willen|zou|zouden) (?:ik|we|"
    r"wij)\b|\bwat (?:ik|we|wij) (?:\w+ )?(?:wil|willen) is\b|"
    r"\b(?:mijn|onze|ons) (?:\w+ )?(?:wens|doel|hoop|droom)\b|\b(?:het )?(?:zou|is) (?:\w+ ){0,2}?(?:fijn|mooi|"
    r"heerlijk|geweldig|top|al winst) (?:zijn )?als\b|"
    r"\bals (?:het|hij|ze|zij|we) (?:\w+ ){0,4}?(?:zou|zouden) (?:\w+ )?(?:kunnen|willen|worden|slapen|zijn)\b|"
    r"\b(?:ik|we|wij) (?:zoek|zoeken) (?:\w+ ){0,2}?(?:rust|hulp|steun|tips|handvatten|handvaten|iemand die|"
    r"manieren)\b",
    re.I,
)
NIET_HOPEN = re.compile(
    r"\b(?:weten|vragen|klacht|klagen|spreken|praten met iemand|aanmelden|een mens|stoppen|dood|weglopen|"
    r"verdwijnen|mezelf|iemand bellen|"
    r"gebeld|terug(?:ge)?bel\w*|niet meer$|niet meer leven|niet meer (?:verder|zijn)|er niet meer|nummer|adres|afspraak|"
    r"opzeggen|wissen|intrekken|terugtrekken)\b",
    re.I,
)


def wens_in(tekst: str) -> list[str]:
    """The pieces that say what someone hopes for."""
    return [stuk for stuk in meegedeeld(tekst) if HOOPT.search(stuk) and not _anders(stuk)]


def _anders(stuk: str) -> bool:
    return bool(NIET_HOPEN.search(stuk)) or vraagt_contact(stuk)
