"""What the form 'gemist of vals alarm' asks."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from actions.kaarten import KaartUnie
from api.chat.schemas import MAX_TEKENS

Soort = Literal["gemist", "vals_alarm", "anders"]
Van = Literal["bezoeker", "medewerker"]
SOORTEN: tuple[Soort, ...] = get_args(Soort)


class NieuweMelding(BaseModel):
    """Danger that was not seen, an alarm where there was none, or something else about the safety replies."""

    model_config = ConfigDict(extra="forbid")
    soort: Soort
    tekst: Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_TEKENS)] = ""
    regel: str | None = Field(None, max_length=80, pattern=r"^[a-z0-9-]+(@\d+)?$", description="urgentie.regel")
    gemeente: str | None = Field(None, max_length=80, pattern=r"^[a-z0-9-]+$")


class Ontvangst(BaseModel):
    """Received; `berichten` holds the safety reply when the sentence gave reason for it."""

    antwoord_voor: date
    berichten: list[KaartUnie]
