"""Talking to the brain in tests: questions with the facts that travel along, and what was said back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from assistant.brain.brain import Brein, Vraag
from assistant.brain.processor import Reactie
from knowledge.base import Kennisbank

NU = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
GEMEENTE = "kaag-en-braassem"
AANMELDING = ["aanmelding_klaar", "aanmelding", "erbij_aanbod", "keuzes"]


def metadata(kennis: Kennisbank) -> dict[str, Any]:
    """What travels with every message of this gemeente."""
    kernen = {
        naam.lower(): {"id": kern.id, "naam": kern.naam}
        for kern in kennis.gemeente(GEMEENTE).kernen
        for naam in (kern.naam, *kern.ook)
    }
    return {"gemeente": GEMEENTE, "nu": NU.isoformat(), "kiem": "g:1", "kernen": kernen}


@dataclass
class Gesprek:
    """One conversation; the state goes in and out as bytes, as in the api."""

    brein: Brein
    metadata: dict[str, Any]
    toestand: bytes | None = None
    laatste: Reactie | None = None
    naam: str = "gesprek"
    slots: dict[str, Any] = field(default_factory=dict)

    def zeg(self, tekst: str) -> list[str]:
        """Say this; returns the ids of what was said back."""
        self.laatste = self.brein.beurt(Vraag(self.naam, tekst, self.toestand, self.metadata, self.slots))
        self.toestand = self.laatste.toestand.naar_bytes()
        return gezegd(self.laatste)

    def slot(self, naam: str) -> Any:
        """A slot after the latest message."""
        assert self.laatste is not None
        return self.laatste.toestand.slots.get(naam)

    @property
    def formulier(self) -> str | None:
        """The form that is active after the latest message."""
        assert self.laatste is not None
        return self.laatste.toestand.formulier


def gezegd(reactie: Reactie) -> list[str]:
    """The reply: the id of a text, the kind of another card."""
    kaarten = [bericht["custom"]["kaart"] for bericht in reactie.berichten if "kaart" in bericht["custom"]]
    return [kaart["id"] if kaart["soort"] == "tekst" else kaart["soort"] for kaart in kaarten]
