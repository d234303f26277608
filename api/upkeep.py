"""Work that must be done now and then, by one process for all of them: whoever claims a turn first does it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

import structlog
from sqlalchemy import or_, select
from sqlalchemy.dialects import postgresql, sqlite

from api.aanmelding.reindexing import werk_bij
from api.audit_term import ruim_op
from api.balie.missed import escaleer, escaleer_beoordeling
from api.context import Huis
from api.database.engine import Database
from api.database.upkeep_tables import Taak
from api.retention import wis_verlopen

log = structlog.get_logger()


class Klus(NamedTuple):
    """What must be done, and how often."""

    doe: Callable[[Huis], int]
    elke: timedelta


KLUSSEN = {
    "bewaartermijn": Klus(wis_verlopen, timedelta(hours=1)),
    "logboek": Klus(ruim_op, timedelta(days=1)),
    "belofte": Klus(escaleer, timedelta(minutes=5)),
    "beoordeling": Klus(escaleer_beoordeling, timedelta(minutes=5)),
    "zoekmerken": Klus(werk_bij, timedelta(hours=1)),
}


def doe_wat_moet(huis: Huis) -> list[str]:
    """Do what is due and nobody else has begun; returns the names of it. Raises DatabaseWeg."""
    with huis.database.lezen() as sessie:
        laatst = {taak.naam: taak.op for taak in sessie.scalars(select(Taak))}
    gedaan = []
    for naam, klus in KLUSSEN.items():
        if _is_tijd(laatst.get(naam), huis.klok(), klus.elke) and neem_beurt(
            huis.database, naam, nu=huis.klok(), elke=klus.elke
        ):
            klus.doe(huis)
            gedaan.append(naam)
    return gedaan


def _is_tijd(laatst: datetime | None, nu: datetime, elke: timedelta) -> bool:
    return laatst is None or abs(nu - laatst) >= elke


def neem_beurt(database: Database, naam: str, *, nu: datetime, elke: timedelta) -> bool:
    """Whether this turn is ours: one statement, so that of several processes only one gets it.

    A moment far in the future was written by a clock that was wrong, and counts as due."""
    soort = sqlite if database.is_sqlite else postgresql
    neem = soort.insert(Taak).values(naam=naam, op=nu)
    tijd = or_(Taak.op <= nu - elke, Taak.op >= nu + elke)
    neem = neem.on_conflict_do_update(index_elements=[Taak.naam], set_={"op": nu}, where=tijd)
    with database.schrijven() as sessie:
        return sessie.scalar(neem.returning(Taak.naam)) is not None
