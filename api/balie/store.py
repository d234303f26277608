"""What the balie asks of the database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from api.database.tables import AanmeldingRij, Inzage, LogboekRij

OPEN = ("ontvangen", "opgepakt", "contact_geprobeerd", "contact_gelukt")
DICHT = ("afgesloten", "overgedragen", "ingetrokken")
GEVAAR = ("112", "vandaag", "binnenkort", "twijfel")
BLOK = 4


@dataclass(frozen=True)
class Filter:
    """Which part of the worklist."""

    gemeente: str
    dicht: bool = False
    team: str = ""
    zoek: str = ""


def list_werk(sessie: Session, filter_: Filter, *, vanaf: int, aantal: int) -> list[AanmeldingRij]:
    """The worklist: unread signs of danger first, then by belofte; closed ones with the latest first."""
    ongelezen_gevaar = case((AanmeldingRij.niveau.in_(GEVAAR) & (AanmeldingRij.status == "ontvangen"), 0), else_=1)
    open_ = (ongelezen_gevaar, AanmeldingRij.contact_voor, AanmeldingRij.ontvangen_op, AanmeldingRij.id)
    volgorde = (AanmeldingRij.ontvangen_op.desc(), AanmeldingRij.id) if filter_.dicht else open_
    return list(sessie.scalars(_waar(select(AanmeldingRij), filter_).order_by(*volgorde).offset(vanaf).limit(aantal)))


def count_werk(sessie: Session, filter_: Filter) -> int:
    """How many there are."""
    return int(sessie.scalar(_waar(select(func.count()).select_from(AanmeldingRij), filter_)) or 0)


def _waar(vraag: Select[Any], filter_: Filter) -> Select[Any]:
    vraag = vraag.where(AanmeldingRij.gemeente == filter_.gemeente)
    if filter_.zoek:
        return vraag.where(AanmeldingRij.kenmerk.startswith(filter_.zoek, autoescape=True))
    vraag = vraag.where(AanmeldingRij.status.in_(DICHT if filter_.dicht else OPEN))
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


def create_inzage(sessie: Session, *, wie: str, wat: str, kenmerk: str, op: datetime) -> None:
    """Write down who opened what."""
    sessie.add(Inzage(op=op, wie=wie, wat=wat, kenmerk=kenmerk))
