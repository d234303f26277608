"""What the chat accepts and gives; the OpenAPI document is made from these."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from actions.kaarten import KaartUnie, Kandidaat, Urgentie
from knowledge.models import Rol

MAX_TEKENS = 1000
MAX_BYTES = 64 * 1024


class Invoer(BaseModel):
    """Requests refuse fields they do not know."""

    model_config = ConfigDict(extra="forbid")


class NieuwGesprek(Invoer):
    """Start a conversation with the JGT of a gemeente."""

    gemeente: str = Field(max_length=80)
    rol: Rol | None = None


class Bericht(Invoer):
    """One message: typed text, or the value of a button."""

    tekst: str | None = Field(None, max_length=MAX_TEKENS)
    keuze: str | None = Field(None, max_length=200, pattern=r"^[a-z_]+(:[a-z0-9-]+/[a-z0-9-]+)?$")

    @model_validator(mode="after")
    def _een_van_beide(self) -> Bericht:
        if (self.tekst is None) == (self.keuze is None):
            raise ValueError("Stuur 'tekst' of 'keuze', een van de twee.")
        if self.tekst is not None and not self.tekst.strip():
            raise ValueError("Het bericht is leeg.")
        return self


class GesprekGestart(BaseModel):
    """A started conversation; only this reply holds the token."""

    id: str
    token: str
    gemeente: str
    verloopt_op: datetime
    berichten: list[KaartUnie]


class Antwoord(BaseModel):
    """The reply to one message."""

    route: str
    onderwerp: str | None
    artikel: str | None
    kandidaten: list[Kandidaat]
    urgentie: Urgentie | None
    taal: str
    concept: dict[str, Any] | None
    berichten: list[KaartUnie]


class Regel(BaseModel):
    """One line of the transcript, as stored: without personal data."""

    van: Literal["bezoeker", "voordeur"]
    kaart: KaartUnie


class Transcript(BaseModel):
    """The conversation so far."""

    berichten: list[Regel]
    verloopt_op: datetime


class ConceptUit(BaseModel):
    """The aanmelding as far as it is filled; `berichten` holds the safety reply when a change gave reason for it."""

    velden: dict[str, Any]
    berichten: list[KaartUnie] = []


class ConceptIn(Invoer):
    """Fields the visitor changed in the aanmelding card."""

    velden: dict[str, Any]
