"""What a professional fills in for a consult. Nothing of it is about a child, except one line that the gate reads first."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, Field, StringConstraints

from actions.kaarten import KaartUnie
from api.aanmelding.schemas import Invoer, Kort, Telefoon
from knowledge.models import Slug

Functie = Literal[
    "leerkracht",
    "intern_begeleider",
    "mentor",
    "pedagogisch_medewerker",
    "pedagoog",
    "huisarts",
    "praktijkondersteuner",
    "jeugdverpleegkundige",
    "jongerenwerker",
    "anders",
]
Urgentie = Literal["vandaag", "deze_week", "kan_wachten"]
Status = Literal["ontvangen", "opgepakt", "geprobeerd", "gedaan"]
FUNCTIES: tuple[Functie, ...] = get_args(Functie)
URGENTIES: tuple[Urgentie, ...] = get_args(Urgentie)
Zin = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class ConsultVelden(Invoer):
    """Who asks, about what, how soon, and in one line without facts of a case what the question is."""

    functie: Functie
    organisatie: Kort
    naam: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    telefoon: Telefoon
    bereikbaar: Kort | None = None
    kern: Slug | None = Field(None, max_length=80)
    onderwerp: Annotated[Slug, Field(max_length=60)]
    urgentie: Urgentie
    zin: Zin | None = None


class NieuwConsult(Invoer):
    """A consult to ask for; no gesprek comes with it, so nothing that was said there does."""

    gemeente: str = Field(max_length=80)
    velden: ConsultVelden


class ConsultOntvangen(BaseModel):
    """The confirmation; `bellen_voor` only where the gemeente promises a day. `berichten` holds the safety reply where there is
    danger, else the fixed contact of the place where it has one."""

    kenmerk: str
    status: Status
    bellen_voor: date | None
    team: str | None
    telefoon: str | None
    berichten: list[KaartUnie] = []
