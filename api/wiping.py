"""Destroying keys and text, and remembering by number alone what was destroyed: a restored back-up is wiped again by that list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from api.consult.store import wipe_teksten as wipe_consulten
from api.database.consult_tables import ConsultRij
from api.database.search_tables import Zoekmerk
from api.database.tables import AanmeldingRij, BeurtRij, Gesprek, LogboekRij
from api.database.upkeep_tables import Gewist

Soort = Literal["gesprek", "aanmelding", "ingetrokken", "consult"]
PER_KEER = 500
GEEN_TEKEN: dict[str, None] = {"niveau": None, "regel": None, "categorie": None}
"""What is left of a sign of danger once the text that gave it is gone: nothing that belongs to one family."""


def wis_gesprekken(sessie: Session, ids: Sequence[str], op: datetime) -> None:
    """Key, state and text of these conversations; nothing of them is left but their numbers in the list."""
    sessie.execute(delete(BeurtRij).where(BeurtRij.gesprek_id.in_(ids)))
    sessie.execute(delete(Gesprek).where(Gesprek.id.in_(ids)))
    onthoud(sessie, "gesprek", ids, op)


def wis_aanmeldingen(sessie: Session, ids: Sequence[str], op: datetime, *, ingetrokken: bool = False) -> None:
    """Key and text of these aanmeldingen, logbook included, and what the gate made of it; that they were there, and how they
    ended, stays."""
    leeg = {
        "sleutel": None,
        "velden": None,
        "urgentie_reden": None,
        "toegang_merk": None,
        "voorgesteld_aan": None,
        **GEEN_TEKEN,
    }
    sessie.execute(delete(Zoekmerk).where(Zoekmerk.aanmelding_id.in_(ids)))
    status = {"status": "ingetrokken"} if ingetrokken else {}
    sessie.execute(
        update(AanmeldingRij)
        .where(AanmeldingRij.id.in_(ids))
        .values(versie=AanmeldingRij.versie + 1, **leeg, **status)
        .execution_options(synchronize_session=False)
    )
    teksten = update(LogboekRij).where(LogboekRij.aanmelding_id.in_(ids)).values(tekst=None, **GEEN_TEKEN)
    sessie.execute(teksten.execution_options(synchronize_session=False))
    onthoud(sessie, "ingetrokken" if ingetrokken else "aanmelding", ids, op)


def wis_consulten(sessie: Session, ids: Sequence[str], op: datetime) -> None:
    """Key and text of these consults; of which function and about which topic they were stays, as a count."""
    wipe_consulten(sessie, ids)
    onthoud(sessie, "consult", ids, op)


def onthoud(sessie: Session, soort: Soort, ids: Iterable[str], op: datetime) -> None:
    """Add these to the list; what stands there already is left as it is."""
    nieuw = set(ids)
    bekend = set(sessie.scalars(select(Gewist.id).where(Gewist.id.in_(nieuw))))
    sessie.add_all(Gewist(id=nummer, soort=soort, op=op) for nummer in sorted(nieuw - bekend))


def list_gewist(sessie: Session) -> list[Gewist]:
    """What was wiped, oldest first."""
    return list(sessie.scalars(select(Gewist).order_by(Gewist.op, Gewist.id)))


def wis_opnieuw(sessie: Session, lijst: Iterable[tuple[str, str]], op: datetime) -> int:
    """Wipe everything on this list of kind and number that is there again; returns how many that were."""
    per_soort: dict[str, list[str]] = {}
    for soort, nummer in lijst:
        per_soort.setdefault(soort, []).append(nummer)
    aantal = 0
    for soort, nummers in per_soort.items():
        for begin in range(0, len(nummers), PER_KEER):
            aantal += _wis_blok(sessie, soort, nummers[begin : begin + PER_KEER], op)
    return aantal


def _wis_blok(sessie: Session, soort: str, nummers: Sequence[str], op: datetime) -> int:
    if soort == "gesprek":
        terug = list(sessie.scalars(select(Gesprek.id).where(Gesprek.id.in_(nummers))))
        wis_gesprekken(sessie, terug, op)
        return len(terug)
    if soort == "consult":
        met_tekst = select(ConsultRij.id).where(ConsultRij.id.in_(nummers), ConsultRij.sleutel.is_not(None))
        terug = list(sessie.scalars(met_tekst))
        wis_consulten(sessie, terug, op)
        return len(terug)
    heel = select(AanmeldingRij.id).where(AanmeldingRij.id.in_(nummers), AanmeldingRij.sleutel.is_not(None))
    terug = list(sessie.scalars(heel))
    wis_aanmeldingen(sessie, terug, op, ingetrokken=soort == "ingetrokken")
    return len(terug)


def vergeet_oude(sessie: Session, voor: datetime) -> None:
    """The list is no longer than the oldest back-up that may be restored."""
    sessie.execute(delete(Gewist).where(Gewist.op < voor))
