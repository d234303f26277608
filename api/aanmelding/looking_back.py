"""How family and staff looked back: a count by gemeente and month, never who said what. Asked once, and never again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from api.aanmelding.store import verander
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.database.upkeep_tables import TerugTelling
from knowledge.opening_hours import AMSTERDAM

Van = Literal["gezin", "medewerker"]
ANTWOORDEN = ("ja", "deels", "nee")
OVERSLAAN = "overslaan"


def vraagt_terugblik(rij: AanmeldingRij, soorten: Iterable[str]) -> bool:
    """Whether the family is asked: there was contact, nobody answered or skipped yet, and it did not withdraw."""
    eerder = rij.teruggekeken_op is not None or rij.sleutel is None or rij.status == "ingetrokken"
    return not eerder and "contact_gelukt" in soorten


def kijk_terug(huis: Huis, rij: AanmeldingRij, antwoord: str) -> None:
    """The answer of the family, or that it skipped the question; raises Veranderd when something changed in between."""
    with huis.database.schrijven() as sessie:
        verander(sessie, rij, teruggekeken_op=huis.klok())
        if antwoord != OVERSLAAN:
            tel_antwoord(huis, sessie, gemeente=rij.gemeente, van="gezin", antwoord=antwoord)


def tel_antwoord(huis: Huis, sessie: Session, *, gemeente: str, van: Van, antwoord: str) -> None:
    """One more answer of this kind in this month; two at once are two."""
    soort = sqlite if huis.database.is_sqlite else postgresql
    maand = _maand(huis.klok())
    erbij = soort.insert(TerugTelling).values(maand=maand, gemeente=gemeente, van=van, antwoord=antwoord, aantal=1)
    uniek = [TerugTelling.maand, TerugTelling.gemeente, TerugTelling.van, TerugTelling.antwoord]
    sessie.execute(erbij.on_conflict_do_update(index_elements=uniek, set_={"aantal": TerugTelling.aantal + 1}))


def _maand(nu: datetime) -> date:
    return nu.astimezone(AMSTERDAM).date().replace(day=1)


@dataclass
class Maand:
    """The answers of one month, of one side."""

    maand: date
    gemeente: str
    van: str
    aantallen: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ANTWOORDEN, 0))


def list_maanden(sessie: Session, gemeenten: Collection[str]) -> list[Maand]:
    """What was answered in these gemeenten, the latest month first."""
    vraag = select(TerugTelling).where(TerugTelling.gemeente.in_(gemeenten))
    per: dict[tuple[date, str, str], Maand] = {}
    for rij in sessie.scalars(vraag.order_by(TerugTelling.maand.desc(), TerugTelling.gemeente, TerugTelling.van)):
        een = per.setdefault((rij.maand, rij.gemeente, rij.van), Maand(rij.maand, rij.gemeente, rij.van))
        een.aantallen[rij.antwoord] = rij.aantal
    return list(per.values())
