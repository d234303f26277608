"""What the balie asks of the database."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, case, func, select, union_all
from sqlalchemy.orm import Session, aliased

from api.aanmelding.search_marks import met_merk
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
    merken: tuple[str, ...] = ()
    teams: Teams | None = None
    te_laat: date | None = None  # only what should have been done before this day
    bijna: tuple[date, date] | None = None  # only what must be done between these days, and is not
    wacht_op: str = ""  # only what waits for this employee
    status: str = ""
    urgentie: str = ""
    kern: str = ""
    kernteam: bool = False


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
    volgorde = (AanmeldingRij.ontvangen_op.desc(), AanmeldingRij.id.desc()) if filter_.dicht else open_
    vraag = _waar(sessie, select(AanmeldingRij.id), filter_).order_by(*volgorde)
    ids = list(sessie.scalars(vraag.offset(vanaf).limit(aantal)))  # sorting moves numbers, not texts
    rijen = {rij.id: rij for rij in sessie.scalars(select(AanmeldingRij).where(AanmeldingRij.id.in_(ids)))}
    return [rijen[nummer] for nummer in ids]


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
    return int(sessie.scalar(_waar(sessie, select(func.count()).select_from(AanmeldingRij), filter_)) or 0)


def _waar(sessie: Session, vraag: Select[Any], filter_: Filter) -> Select[Any]:
    zoekt = filter_.zoek or filter_.merken  # then the numbers lead, and the gemeente must not: hence the sum
    hier = func.coalesce(AanmeldingRij.gemeente, "") if zoekt else AanmeldingRij.gemeente
    vraag = vraag.where(hier == filter_.gemeente)
    vraag = vraag.where(van_teams(filter_.teams)) if filter_.teams is not None else vraag
    if zoekt:
        return vraag.where(AanmeldingRij.id.in_(_gevonden(sessie, filter_)))
    vraag = vraag.where(AanmeldingRij.status.in_(DICHT if filter_.dicht else OPEN))
    return vraag.where(*_verder(filter_))


def _verder(filter_: Filter) -> Iterator[ColumnElement[bool]]:
    """Every part that was chosen of what is open or closed."""
    if filter_.te_laat:
        yield is_te_laat(filter_.te_laat)
    if filter_.bijna:
        yield AanmeldingRij.status.in_(BELOFTE_OPEN) & AanmeldingRij.contact_voor.between(*filter_.bijna)
    if filter_.wacht_op:
        yield wacht_op(filter_.wacht_op)
    if filter_.urgentie:
        yield _met_urgentie(filter_.urgentie)
    for kolom, waarde in (
        (AanmeldingRij.team, filter_.team),
        (AanmeldingRij.status, filter_.status),
        (AanmeldingRij.kern, filter_.kern),
        (AanmeldingRij.kernteam, filter_.kernteam),
    ):
        if waarde:
            yield kolom == waarde


def van_teams(teams: Teams) -> ColumnElement[bool]:
    """Of one of these teams, or of no team when that is among them."""
    eigen = AanmeldingRij.team.in_([team for team in teams if team])
    return eigen | AanmeldingRij.team.is_(None) if None in teams else eigen


def wacht_op(naam: str) -> ColumnElement[bool]:
    """Taken up by this employee, or proposed to this employee and taken up by nobody."""
    voorgesteld = (AanmeldingRij.voorgesteld_aan == naam) & AanmeldingRij.opgepakt_door.is_(None)
    return (AanmeldingRij.opgepakt_door == naam) | voorgesteld


def _met_urgentie(urgentie: str) -> ColumnElement[bool]:
    """With this judgement; `geen` is nobody judged, `teken` a sign of danger, judged or not."""
    if urgentie == "teken":
        return AanmeldingRij.niveau.in_(GEVAAR)
    return AanmeldingRij.urgentie.is_(None) if urgentie == "geen" else AanmeldingRij.urgentie == urgentie


def _gevonden(sessie: Session, filter_: Filter) -> CompoundSelect[str]:
    """The numbers of what was looked for: found first, by an index each, and judged on gemeente and team afterwards."""
    begin = [_begint_met(sessie, filter_.zoek)] if filter_.zoek else []
    return union_all(*begin, met_merk(filter_.merken))


def _begint_met(sessie: Session, begin: str) -> Select[str]:
    """Written so that each database can use its index; a kenmerk is only capitals, digits and hyphens."""
    rij = aliased(AanmeldingRij)
    if sessie.get_bind().dialect.name == "sqlite":
        return select(rij.id).where(rij.kenmerk >= begin, rij.kenmerk < f"{begin}~")
    return select(rij.id).where(rij.kenmerk.like(f"{begin}%"))


def als_kenmerk(getypt: str) -> str:
    """What someone typed or heard as (the beginning of) a kenmerk: '7k4p 2mxq' is VD-7K4P-2MXQ."""
    tekens = re.sub(r"[^A-Z0-9]", "", getypt.upper())
    tekens = tekens.removeprefix("VD")[: 2 * BLOK]
    return "-".join(("VD", *(tekens[i : i + BLOK] for i in range(0, len(tekens), BLOK)))) if tekens else ""


def find_laatste_regel(sessie: Session, aanmelding_id: str) -> LogboekRij | None:
    """The last line of the logbook."""
    vraag = select(LogboekRij).where(LogboekRij.aanmelding_id == aanmelding_id).order_by(LogboekRij.id.desc())
    return sessie.scalars(vraag.limit(1)).first()
