"""What can be asked of the worklist, and which part of it that is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from api.balie.rights import teams_van
from api.balie.session import Aangemeld
from api.balie.store import Filter, als_kenmerk
from api.pages.words import BIJNA_DAGEN
from knowledge.models import Gemeente

Toon = Literal["open", "mij", "te_laat", "bijna", "dicht"]
TOON: tuple[Toon, ...] = ("open", "mij", "te_laat", "bijna", "dicht")
URGENTIES = ("teken", "vandaag", "deze_week", "gewoon", "geen")
Woord = Annotated[str, Field(max_length=80)]


class Zoekvraag(BaseModel):
    """What stands in the address of the worklist; words that we do not know ask nothing."""

    toon: str = "open"
    zoek: Annotated[str, Field(max_length=40)] = ""
    team: Woord = ""
    kern: Woord = ""
    status: Woord = ""
    urgentie: Woord = ""
    kernteam: Woord = ""
    gemeente: Woord = ""
    blad: Annotated[int, Field(ge=1, le=10_000)] = 1
    stand: Annotated[str, Field(max_length=64)] = ""


def als_filter(vraag: Zoekvraag, plaats: Gemeente, wie: Aangemeld, vandaag: date) -> Filter:
    """The part of the worklist of this gemeente that was asked for, as far as this employee may see it."""
    return Filter(
        plaats.id,
        dicht=vraag.toon == "dicht",
        team=vraag.team,
        zoek=als_kenmerk(vraag.zoek),
        teams=teams_van(wie),
        te_laat=vandaag if vraag.toon == "te_laat" else None,
        bijna=(vandaag, vandaag + timedelta(days=BIJNA_DAGEN)) if vraag.toon == "bijna" else None,
        wacht_op=wie.naam if vraag.toon == "mij" else "",
        status=vraag.status,
        urgentie=vraag.urgentie if vraag.urgentie in URGENTIES else "",
        kern=vraag.kern,
        kernteam=vraag.kernteam == "ja",
    )
