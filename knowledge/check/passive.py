"""The Dutch passive: a form of `worden` with a past participle in the same clause."""

from __future__ import annotations

import re

_WORDEN = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b", re.I)
_VOOR = (
    "aan|achter|af|bij|binnen|buiten|door|goed|in|klaar|kwijt|langs|los|mee|na|neer|om|onder|op|over|plaats|samen|stil|tegen"
    "|terug|thuis|toe|uit|vast|vol|voor|voort|vrij|waar|wakker|weg"
)
_DEELWOORD = re.compile(
    rf"\b(?:(?:{_VOOR})?ge\w{{2,}}(?:d|t|en|aan)|(?:be|ver|ont|her|er|onder|over|mis)\w{{2,}}[dt]"
    r"|be(?:sproken|grepen|sloten|keken|schreven|noemd|gonnen|holpen|dreven)|ver(?:boden|wezen|loren|zonden|geleken|broken|trokken)"
    r"|onthouden|ontvangen|onderzocht|overwogen|uitbesteed|aan(?:besteed|bevolen))\b",
    re.I,
)
_GEEN = re.compile(
    r"(?:on)?gezond|.*(?:verdriet|beleid|verband|gebied|geluid|gezicht|gewicht|bericht|geduld|geld|recht|gezin|gedicht|gevecht)"
    r"|verliefd|benauwd|(?:on)?bekend|gewend|verward|verslaafd|bezorgd|gehandicapt|bevriend|(?:on)?geschikt|bewust|gescheiden"
    r"|best|bedtijd|bent|beet|eerst|onderwijst|overheid|overlast|onderkant|verkeerd|gefrustreerd|gestrest|overbelast|geraakt"
    r"|opgewonden|verlegen|ontspannen|verveeld|geloven|genieten|gebruiken|gebeuren|gezinnen|gesprekken|gevoelens|gedachten|gevolgen"
    r"|gewoonten|gemeenten|gebieden|geheimen|geluiden|geboren|gezamenlijk\w*|gemakkelijk\w*|geleidelijk|ongeduldig|gelijk\w*"
    r"|gemiddeld|eruit|geheugen|gevaren|gedragen|goedgeluimd|verstand|verschillend|onderweg|gevoed|oververmoeid|vermoeid|gewend",
    re.I,
)
_DEELZIN = re.compile(r"[,;:()]|\s[-–]\s|\b(?:en|maar|of|want|als|dat|die|omdat|zodat|terwijl|wanneer)\b", re.I)


def lijdend(zin: str) -> str | None:
    """The passive verb of this sentence ('wordt gebeld'), or None; asking for `gezond worden` is not one."""
    for deel in _DEELZIN.split(zin):
        werkwoord = _WORDEN.search(deel)
        deelwoord = next((d for d in _DEELWOORD.finditer(deel) if not _GEEN.fullmatch(d[0])), None)
        if werkwoord and deelwoord:
            return f"{werkwoord[0].lower()} {deelwoord[0].lower()}"
    return None
