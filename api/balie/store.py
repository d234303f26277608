"""What the balie asks of the database."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session

from api.balie.rights import Teams
from api.database.tables import AanmeldingRij, LogboekRij

OPEN = ("ontvangen", "opgepakt", "contact_geprobeerd", "contact_gelukt")
DICHT = ("afgesloten", "overgedragen", "ingetrokken")
BELOFTE_OPEN = ("ontvangen", "opgepakt", "contact_geprobeerd")  # nobody has spoken with the family yet
GEVAAR = ("112", "vandaag", "binnenkort", "twijfel")
BLOK = 4
EERSTE = datetime.min.replace(tzinfo=UTC)  # nothing is older


@dataclass(frozen=True)
class Filter:
    """Which part of the worklist."""

    gemeente: str
    dicht: bool = False
    team: str = ""
    zoek: str = ""
    teams: Teams | None = None
    te_laat: date | None = None  # only what should have been done before this day


def list_werk(
    sessie: Session,
    filter_: Filter,
    *,
    vanaf: int,
    aantal: int,
    grens: datetime | None = None,
    vandaag: date = date.min,
) -> list[AanmeldingRij]:
    """The worklist: signs of danger that nobody judged before `grens`, then unread ones, then every belofte of
    before `vandaag` that was missed, then by urgency and by belofte; closed ones with the latest first."""
    ongelezen = AanmeldingRij.niveau.in_(GEVAAR) & (AanmeldingRij.status == "ontvangen")
    open_ = (
        case((is_onbeoordeeld(grens or EERSTE), 0), else_=1),
        case((ongelezen & AanmeldingRij.urgentie.is_(None), 0), else_=1),
        case((is_te_laat(vandaag), 0), else_=1),
        case((AanmeldingRij.urgentie == "vandaag", 0), (AanmeldingRij.urgentie == "deze_week", 1), else_=2),
        AanmeldingRij.contact_voor,
        AanmeldingRij.ontvangen_op,
        AanmeldingRij.id,
    )
    volgorde = (AanmeldingRij.ontvangen_op.desc(), AanmeldingRij.id) if filter_.dicht else open_
    return list(sessie.scalars(_waar(select(AanmeldingRij), filter_).order_by(*volgorde).offset(vanaf).limit(aantal)))


def is_te_laat(vandaag: date) -> ColumnElement[bool]:
    """The belofte is of before this day and nobody has spoken with the family."""
    return AanmeldingRij.status.in_(BELOFTE_OPEN) & (AanmeldingRij.contact_voor < vandaag)


def ids_onbeoordeeld(sessie: Session, ids: Collection[str], grens: datetime) -> frozenset[str]:
    """Which of these have a sign of danger from before `grens` that nobody judged by setting the urgency."""
    vraag = select(AanmeldingRij.id).where(AanmeldingRij.id.in_(ids), is_onbeoordeeld(grens))
    return frozenset(sessie.scalars(vraag))


def is_onbeoordeeld(grens: datetime) -> ColumnElement[bool]:
    """A sign of before `grens` that nobody judged: in the aanmelding itself, or in what the family wrote after it was judged."""
    niet = AanmeldingRij.urgentie_op.is_(None)
    later = select(LogboekRij.id).where(
        LogboekRij.aanmelding_id == AanmeldingRij.id,
        LogboekRij.wie == "melder",
        LogboekRij.niveau.in_(GEVAAR),
        LogboekRij.op < grens,
        LogboekRij.op > AanmeldingRij.urgentie_op,
    )
    teken = (niet & (AanmeldingRij.ontvangen_op < grens)) | later.exists()
    return AanmeldingRij.status.in_(OPEN) & AanmeldingRij.niveau.in_(GEVAAR) & teken


def count_werk(sessie: Session, filter_: Filter) -> int:
    """How many there are."""
    return int(sessie.scalar(_waar(select(func.count()).select_from(AanmeldingRij), filter_)) or 0)


def _waar(vraag: Select[Any], filter_: Filter) -> Select[Any]:
    vraag = vraag.where(AanmeldingRij.gemeente == filter_.gemeente)
    if filter_.teams is not None:
        eigen = AanmeldingRij.team.in_([team for team in filter_.teams if team])
        vraag = vraag.where(eigen | AanmeldingRij.team.is_(None) if None in filter_.teams else eigen)
    if filter_.zoek:
        return vraag.where(AanmeldingRij.kenmerk.startswith(filter_.zoek, autoescape=True))
    vraag = vraag.where(AanmeldingRij.status.in_(DICHT if filter_.dicht else OPEN))
    vraag = vraag.where(is_te_laat(filter_.te_laat)) if filter_.te_laat else vraag
    return vraag.where(AanmeldingRij.team == filter_.team) if filter_.team else vraag


def als_kenmerk(getypt: str) -> str:
    """What someone typed or heard as (the beginning of) a kenmerk: '7k4p 2mxq' is VD-7K4P-2MXQ."""
    tekens = re.sub(r"[^A-Z0-9]", "", getypt.upper())
    tekens = tekens.removeprefix("VD")[: 2 * BLOK]
    return "-".join(("VD", *(tekens[i : i + BLOK] for i in range(0, len(tekens), BLOK)))) if tekens else ""


def find_laatste_regel(sessie: Session, aanmelding_id: str) -> LogboekRij | None:
    """The last line of the logbook."""
    vraag = select(LogboekRij).where(LogboekRij.aanmelding_id == aanmelding_id).order_by(LogboekRij.id.desc())
    return sessie.scalars(vraag.limit(1)).first()
