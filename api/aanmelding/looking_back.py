"""How family and staff looked back: a count by gemeente and month, never who said what."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from api.context import Huis
from api.database.upkeep_tables import TerugTelling
from knowledge.opening_hours import AMSTERDAM

Van = Literal["gezin", "medewerker"]
ANTWOORDEN = ("ja", "deels", "nee")


def tel_antwoord(huis: Huis, sessie: Session, *, gemeente: str, van: Van, antwoord: str) -> None:
    """One more answer of this kind in this month; two at once are two."""
    soort = sqlite if huis.database.is_sqlite else postgresql
    maand = _maand(huis.klok())
    erbij = soort.insert(TerugTelling).values(maand=maand, gemeente=gemeente, van=van, antwoord=antwoord, aantal=1)
    uniek = [TerugTelling.maand, TerugTelling.gemeente, TerugTelling.van, TerugTelling.antwoord]
    meer = {"aantal": TerugTelling.aantal + 1}
    sessie.execute(erbij.on_conflict_do_update(index_elements=uniek, set_=meer))


def _maand(nu: datetime) -> object:
    return nu.astimezone(AMSTERDAM).date().replace(day=1)


def list_tellingen(sessie: Session, gemeenten: Collection[str]) -> list[TerugTelling]:
    """What was answered in these gemeenten, the latest month first."""
    vraag = select(TerugTelling).where(TerugTelling.gemeente.in_(gemeenten))
    return list(sessie.scalars(vraag.order_by(TerugTelling.maand.desc(), TerugTelling.gemeente, TerugTelling.van)))
