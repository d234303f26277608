"""One spelling for what an aanmelding can be found by, so that the same number, address or surname always looks the same."""

from __future__ import annotations

import re
import unicodedata

import phonenumbers

TUSSENVOEGSELS = frozenset(
    re.findall(
        r"\w+",
        "aan af al am an ap auf aus bei bin binti da dal dalla de degli dei del della den der des di die do dos du el im in la "
        "las le les lo los of op onder over s st t te ten ter tot uit uijt van vande vanden vander vd ver vom von voor vor y zu "
        "zum zur",
    )
)
AANHEF = frozenset(
    {"dhr", "mevr", "mevrouw", "meneer", "mw", "heer", "familie", "fam", "ds", "dr", "drs", "ing", "ir", "prof", "mr"}
)
_LEEFTIJD = re.compile(r"\b(\d{1,2})\b")
OUDSTE = 25


def telefoon(getypt: str) -> str | None:
    """'06-12 34 56 78' and '0031612345678' are both '+31612345678'; None for what is no telephone number."""
    if re.search(r"[^\d\s+()./-]", getypt.strip()):
        return None
    try:
        nummer = phonenumbers.parse(getypt, "NL")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(nummer):
        return None
    return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)


def email(getypt: str) -> str | None:
    """In small letters; None for what is no whole address."""
    adres = unicodedata.normalize("NFC", getypt).strip().lower()
    return adres if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", adres) else None


def achternamen(naam: str) -> list[str]:
    """The surnames in a name, without accents, capitals and tussenvoegsels: 'Anna van der Bérg' gives 'berg'.

    A double name gives the whole and each of the two. A single word is a surname. Nothing for what holds no letters."""
    woorden = [woord for woord in _plat(naam).split() if woord not in AANHEF]
    tussen = [plek for plek, woord in enumerate(woorden) if woord in TUSSENVOEGSELS and plek < len(woorden) - 1]
    eind = woorden[tussen[0] :] if tussen else woorden[-1:]
    delen = [kaal for deel in " ".join(eind).split("-") if (kaal := _zonder_tussen(deel))]
    return list(dict.fromkeys([" ".join(delen), *delen])) if delen else []


def _zonder_tussen(deel: str) -> str:
    woorden = [woord for woord in deel.split() if woord not in TUSSENVOEGSELS]
    return " ".join(woorden) or deel.strip()


def _plat(tekst: str) -> str:
    """Small letters without accents, words and hyphens only."""
    kaal = "".join(t for t in unicodedata.normalize("NFKD", tekst.casefold()) if not unicodedata.combining(t))
    kaal = re.sub(r"\s*[-\u2010-\u2015]\s*", "-", kaal.replace("ß", "ss"))
    return re.sub(r"[^\w\s-]|[\d_]", " ", kaal).strip(" -")


def naam(getypt: str) -> str:
    """A whole name as it is compared with another: capitals, accents and spaces make no difference."""
    return " ".join(_plat(getypt).split())


def leeftijd(getypt: str) -> int | None:
    """The age in years in what someone wrote, like '8 jaar' or '8'; None when there is none, or more than one."""
    jaren = {int(jaar) for jaar in _LEEFTIJD.findall(getypt) if int(jaar) <= OUDSTE}
    return jaren.pop() if len(jaren) == 1 else None
