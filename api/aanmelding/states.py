"""Where an aanmelding can stand, and the only ways from one state to another: of staff, and of the family itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Toestand = Literal[
    "ontvangen", "opgepakt", "contact_geprobeerd", "contact_gelukt", "overgedragen", "afgesloten", "ingetrokken"
]
_BEZIG: Mapping[str, Toestand] = {
    "contact_geprobeerd": "contact_geprobeerd",
    "contact_gelukt": "contact_gelukt",
    "overdragen": "overgedragen",
    "afsluiten": "afgesloten",
    "akkoord": "afgesloten",
    "intrekken": "ingetrokken",
}
OVERGANGEN: Mapping[Toestand, Mapping[str, Toestand]] = {
    "ontvangen": {"oppakken": "opgepakt", "intrekken": "ingetrokken"},
    "opgepakt": _BEZIG,
    "contact_geprobeerd": _BEZIG,
    "contact_gelukt": {stap: naar for stap, naar in _BEZIG.items() if stap != "contact_geprobeerd"},
    "overgedragen": {"heropenen": "opgepakt"},
    "afgesloten": {"heropenen": "opgepakt"},
    "ingetrokken": {"afsluiten": "afgesloten", "akkoord": "afgesloten"},
}
"""From which state which step leads where; a step that does not stand here is impossible there."""


GEEN_VERZOEK: Mapping[str, None] = {"sluit_uitkomst": None, "sluit_door": None, "sluit_op": None}
"""The columns when nobody waits for a second professional to agree with an end."""


class KanNiet(Exception):
    """This step is impossible in the state in which this aanmelding is."""

    def __init__(self, kenmerk: str, status: str) -> None:
        super().__init__(kenmerk)
        self.status = status


def naar(status: str, stap: str) -> Toestand | None:
    """Where this step leads from here; None when it is impossible."""
    return OVERGANGEN[status].get(stap)  # type: ignore[index]


def naar_or_raise(kenmerk: str, status: str, stap: str) -> Toestand:
    """Where this step leads from here; raises KanNiet."""
    nieuw = naar(status, stap)
    if nieuw is None:
        raise KanNiet(kenmerk, status)
    return nieuw


def vanuit(stap: str) -> tuple[str, ...]:
    """The states in which this step is possible."""
    return tuple(status for status, stappen in OVERGANGEN.items() if stap in stappen)
