"""Two aanmeldingen that may be one question, perhaps from the other parent. Staff who may see both are told, no family ever."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session, aliased

from api.aanmelding.search_marks import Soort
from api.balie.rights import Teams
from api.balie.store import van_teams
from api.database.search_tables import Zoekmerk
from api.database.tables import AanmeldingRij

TERUG = timedelta(days=183)
SOORTEN: tuple[Soort, ...] = ("telefoon", "email", "gezin")
HOOGUIT = 5


def ids_dubbel(sessie: Session, ids: Collection[str], *, teams: Teams | None, nu: datetime) -> frozenset[str]:
    """Which of these have a look-alike that this employee may see too; both came in during the last six months."""
    zelf = aliased(AanmeldingRij)
    ander = (
        select(AanmeldingRij.id)
        .join(Zoekmerk, Zoekmerk.aanmelding_id == AanmeldingRij.id)
        .where(_zelfde(zelf.id), *_zichtbaar(teams, nu))
        .correlate(zelf)
    )
    vraag = select(zelf.id).where(zelf.id.in_(ids), zelf.ontvangen_op >= nu - TERUG, ander.exists())
    return frozenset(sessie.scalars(vraag))


def list_dubbel(sessie: Session, rij: AanmeldingRij, *, teams: Teams | None, nu: datetime) -> list[AanmeldingRij]:
    """The look-alikes of this one that this employee may see, the latest first, a handful at most."""
    if rij.ontvangen_op < nu - TERUG:
        return []
    zelfde = select(Zoekmerk.aanmelding_id).where(_zelfde(rij.id))
    vraag = select(AanmeldingRij).where(AanmeldingRij.id.in_(zelfde), *_zichtbaar(teams, nu))
    return list(sessie.scalars(vraag.order_by(AanmeldingRij.ontvangen_op.desc()).limit(HOOGUIT)))


def _zelfde(van: object) -> ColumnElement[bool]:
    """A row of another aanmelding with a mark that this one has too."""
    eigen = aliased(Zoekmerk)
    merken = select(eigen.merk).where(eigen.aanmelding_id == van, eigen.soort.in_(SOORTEN)).correlate_except(eigen)
    return and_(Zoekmerk.merk.in_(merken), Zoekmerk.aanmelding_id != van)


def _zichtbaar(teams: Teams | None, nu: datetime) -> list[ColumnElement[bool]]:
    """The gemeente is in the mark already; asking for it once more would lead a database to begin with that."""
    recent = AanmeldingRij.ontvangen_op >= nu - TERUG
    return [recent] if teams is None else [recent, van_teams(teams)]
