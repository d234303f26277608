"""Reading and writing consults: who asked and what stands sealed under a data key of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select, update
from sqlalchemy.orm import Session

from api.crypto import Sleutelbos
from api.database.consult_tables import ConsultRij

OPEN, GEDAAN = ("ontvangen", "opgepakt", "geprobeerd"), "gedaan"
HOOGUIT = 200
Teams = frozenset[str | None]  # None in it: of no team


class ConsultVeranderd(Exception):
    """A colleague was first; it holds the kenmerk."""


def create_consult(sessie: Session, bos: Sleutelbos, rij: ConsultRij, velden: dict[str, Any]) -> None:
    """Store a new consult with its own data key."""
    rij.sleutel, rij.versie, rij.pogingen = bos.nieuwe_sleutel(rij.id), 0, 0
    inhoud = json.dumps(velden, ensure_ascii=False).encode()
    rij.velden = bos.kluis(rij.sleutel, rij.id).sluit(inhoud, "consult")
    sessie.add(rij)
    sessie.flush()


def find_consult(sessie: Session, kenmerk: str) -> ConsultRij | None:
    """The consult with this kenmerk, or None."""
    return sessie.scalars(select(ConsultRij).where(ConsultRij.kenmerk == kenmerk)).one_or_none()


def open_consult(rij: ConsultRij, bos: Sleutelbos) -> dict[str, Any]:
    """What the professional sent; empty when it was wiped."""
    if rij.sleutel is None or rij.velden is None:
        return {}
    return dict(json.loads(bos.kluis(rij.sleutel, rij.id).open(rij.velden, "consult")))


def list_consulten(
    sessie: Session, *, gemeente: str, teams: Teams | None, vandaag: date, dicht: bool = False
) -> list[ConsultRij]:
    """Open ones: what should have been called before `vandaag`, then as urgent as the professional sees it, the oldest first.
    Done ones: the latest first, as long as their text is there."""
    eerst = case((ConsultRij.bellen_voor < vandaag, 0), else_=1)
    haast = case((ConsultRij.urgentie == "vandaag", 0), (ConsultRij.urgentie == "deze_week", 1), else_=2)
    volgorde = (ConsultRij.laatst_op.desc(),) if dicht else (eerst, haast, ConsultRij.ontvangen_op)
    vraag = _van(select(ConsultRij), gemeente, teams).where(_gedaan() if dicht else ConsultRij.status.in_(OPEN))
    return list(sessie.scalars(vraag.order_by(*volgorde, ConsultRij.id).limit(HOOGUIT)))


def count_open(sessie: Session, *, gemeente: str, teams: Teams | None) -> int:
    """How many consults wait for a call."""
    vraag = _van(select(func.count()).select_from(ConsultRij), gemeente, teams).where(ConsultRij.status.in_(OPEN))
    return int(sessie.scalar(vraag) or 0)


def _gedaan() -> ColumnElement[bool]:
    return (ConsultRij.status == GEDAAN) & ConsultRij.sleutel.is_not(None)


def _van(vraag: Select[Any], gemeente: str, teams: Teams | None) -> Select[Any]:
    vraag = vraag.where(ConsultRij.gemeente == gemeente)
    if teams is None:
        return vraag
    eigen = ConsultRij.team.in_([team for team in teams if team])
    return vraag.where(or_(eigen, ConsultRij.team.is_(None)) if None in teams else eigen)


def verander(sessie: Session, rij: ConsultRij, **waarden: Any) -> None:
    """Change columns, unless a colleague did in between: then raises ConsultVeranderd."""
    gedaan = sessie.execute(
        update(ConsultRij)
        .where(ConsultRij.id == rij.id, ConsultRij.versie == rij.versie)
        .values(versie=rij.versie + 1, **waarden)
    )
    if gedaan.rowcount != 1:  # type: ignore[attr-defined]
        raise ConsultVeranderd(rij.kenmerk)


def verlopen(voor: datetime) -> Select[*tuple[Any, ...]]:
    """Number, gemeente and last step of what was done before this moment and still has its text."""
    kolommen = (ConsultRij.id, ConsultRij.gemeente, ConsultRij.laatst_op.label("op"))
    return select(*kolommen).where(_gedaan(), ConsultRij.laatst_op < voor)


def wipe_teksten(sessie: Session, ids: Sequence[str]) -> None:
    """Destroy key and text of these; that there was one, of which function about which topic, stays as a count."""
    weg = update(ConsultRij).where(ConsultRij.id.in_(ids))
    leeg = {"sleutel": None, "velden": None, "versie": ConsultRij.versie + 1}
    sessie.execute(weg.values(**leeg).execution_options(synchronize_session=False))
