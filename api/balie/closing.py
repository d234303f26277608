"""Ending an aanmelding: when a second professional has to agree, and when "niet bereikt" is allowed at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from api.aanmelding.states import GEEN_VERZOEK
from api.balie.steps import NIET_BEREIKT
from api.balie.store import GEVAAR
from api.database.tables import AanmeldingRij, LogboekRij
from knowledge.opening_hours import AMSTERDAM


def vraagt_tweede(rij: AanmeldingRij, uitkomst: str) -> bool:
    """Whether nobody may end this alone: with a sign of danger, or when the family was not reached."""
    return rij.niveau in GEVAAR or uitkomst == NIET_BEREIKT


def dagen_geprobeerd(regels: Iterable[LogboekRij]) -> set[date]:
    """The days on which contact was tried since the aanmelding was last opened again."""
    dagen: set[date] = set()
    for regel in regels:
        if regel.soort == "heropend":
            dagen.clear()
        elif regel.soort == "contact_geprobeerd":
            dagen.add((regel.gebeurd_op or regel.op).astimezone(AMSTERDAM).date())
    return dagen


def verzoek(uitkomst: str, *, door: str, op: datetime) -> dict[str, Any]:
    """The columns of an end that waits for a second professional."""
    return {"sluit_uitkomst": uitkomst, "sluit_door": door, "sluit_op": op}


def einde(uitkomst: str | None) -> dict[str, Any]:
    """The columns of an aanmelding that is closed with this outcome."""
    return {"uitkomst": uitkomst, **GEEN_VERZOEK}
