"""Two aanmeldingen that may be one question, perhaps from the other parent. Staff who may see both are told, no family ever."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, aliased

from api.aanmelding.search_marks import Soort
from api.balie.rights import Teams
from api.balie.store import van_teams
from api.database.search_tables import Zoekmerk
from api.database.tables import AanmeldingRij

TERUG = timedelta(days=183)
SOORTEN: tuple[Soort, ...] = ("telefoon", "email", "gezin")
HOOGUIT = 5
Rijen = Select[*tuple[Any, ...]]


def ids_dubbel(sessie: Session, ids: Collection[str], *, teams: Teams | None, nu: datetime) -> frozenset[str]:
    """Which of these have a look-alike that this employee may see too; both came in during the last six months."""
    zelf = aliased(AanmeldingRij)
    ander = _anderen(zelf.id, select(AanmeldingRij.id), teams, nu).correlate(zelf)
    vraag = select(zelf.id).where(zelf.id.in_(ids), zelf.ontvangen_op >= nu - TERUG, ander.exists())
    return frozenset(sessie.scalars(vraag))


def list_dubbel(sessie: Session, rij: AanmeldingRij, *, teams: Teams | None, nu: datetime) -> list[AanmeldingRij]:
    """The look-alikes of this one that this employee may see, the latest first, a handful at most."""
    if rij.ontvangen_op < nu - TERUG:
        return []
    vraag = _anderen(rij.id, select(AanmeldingRij.id, AanmeldingRij.ontvangen_op).distinct(), teams, nu)
    ids = [nummer for nummer, _ in sessie.execute(vraag.order_by(AanmeldingRij.ontvangen_op.desc()).limit(HOOGUIT))]
    gevonden = sessie.scalars(select(AanmeldingRij).where(AanmeldingRij.id.in_(ids)))
    return sorted(gevonden, key=lambda een: een.ontvangen_op, reverse=True)


def _anderen(van: Any, wat: Rijen, teams: Teams | None, nu: datetime) -> Rijen:
    """Other aanmeldingen with a mark that this one has too, from its own marks on: that is the short way."""
    eigen, ander = aliased(Zoekmerk), aliased(Zoekmerk)
    wat = wat.select_from(eigen).join(ander, (ander.merk == eigen.merk) & (ander.aanmelding_id != eigen.aanmelding_id))
    wat = wat.join(AanmeldingRij, AanmeldingRij.id == ander.aanmelding_id)
    return wat.where(eigen.aanmelding_id == van, eigen.soort.in_(SOORTEN), *_zichtbaar(teams, nu))


def _zichtbaar(teams: Teams | None, nu: datetime) -> list[ColumnElement[bool]]:
    """The gemeente is in the mark already; asking for it once more would lead a database to begin with that."""
    recent = AanmeldingRij.ontvangen_op >= nu - TERUG
    return [recent] if teams is None else [recent, van_teams(teams)]
