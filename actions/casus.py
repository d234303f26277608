"""What a professional should leave out: by a name, a date of birth or a class a child is known, in a village certainly."""

from __future__ import annotations

import re

from actions.clauses import delen

GEGEVEN = re.compile(r"\[(naam|geboortedatum|adres|postcode|bsn|telefoon|e-mail|account)\]")
EIGEN_NAAM = re.compile(
    r"\b(?:ik ben|ik heet|mijn naam is|naam:|met|groet(?:en|jes)?|groet van|gr\.?|u spreekt met|je spreekt met|bel|vraag naar)"
    r"[,:]?\s+\[naam\]",
    re.I,
)
_GETAL = r"(?:[1-8]|één|twee|drie|vier|vijf|zes|zeven|acht)"
KLAS = re.compile(
    rf"\bgroep\s?{_GETAL}(?:\s?[-/]\s?[1-8])?(?:\s?[a-d])?\b|\bgr\.?\s?[1-8](?:/[1-8])?[a-d]?\b|"
    r"\b(?:brug)?klas\s?\d?[a-z]?\d[a-z]?\b|\bgroep[1-8]\w?\b|\b[1-6]\s?(?:e|de|ste)\s(?:klas|klasser)\b|"
    r"\b[vhm][1-6][a-e]?\b|\b(?:mavo|havo|vwo|vmbo|kader)[\s-]?[1-6][a-e]?\b|"
    r"\b[1-6]\s?(?:mavo|havo|vwo|vmbo|kader|gymnasium)\b",
    re.I,
)


def genoemde_klassen(tekst: str) -> list[str]:
    """Every class or group in this text, as it was written."""
    return [treffer[0] for treffer in KLAS.finditer(tekst)]


def zonder_kind(veilig: str) -> str:
    """The parts of this redacted text in which nothing stands that a child is known by."""
    return ", ".join(deel for deel in delen(veilig) if not noemt_kind(deel))


def noemt_kind(veilig: str) -> bool:
    """Whether this redacted text holds what a child is known by; the name of who writes does not count."""
    rest = EIGEN_NAAM.sub(" ", veilig)
    return bool(GEGEVEN.search(rest) or KLAS.search(rest))
