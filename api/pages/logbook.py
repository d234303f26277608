"""Lines of the logbook in words."""

from __future__ import annotations

import ast
from typing import Any

from api.aanmelding.schemas import Velden
from api.pages import fields
from knowledge.models import Gemeente

VELDNAMEN = frozenset(Velden.model_fields)
GEWIJZIGD = "gewijzigd"


def oude_waarden(soort: str, tekst: str | None, gemeente: Gemeente) -> list[fields.Regel]:
    """What the fields of a change were before; empty for any other line."""
    if soort != GEWIJZIGD or not tekst:
        return []
    return fields.regels({naam: _waarde(waarde) for naam, waarde in _delen(tekst).items()}, gemeente)


def veranderde_velden(tekst: str | None) -> list[str]:
    """Which fields a line about a change names, in that order."""
    return list(_delen(tekst or ""))


def _delen(tekst: str) -> dict[str, str]:
    oud: dict[str, str] = {}
    for deel in tekst.split("\n"):
        naam, was, waarde = deel.partition(" was: ")
        if was and naam in VELDNAMEN:
            oud[naam] = waarde
        elif oud:
            oud[next(reversed(oud))] += f"\n{deel}"
    return oud


def _waarde(tekst: str) -> Any:
    """The service writes a changed field as Python shows it: contact details come back as a dictionary."""
    if not tekst.startswith(("{", "[")):
        return tekst
    try:
        return ast.literal_eval(tekst)
    except (ValueError, SyntaxError):
        return tekst
