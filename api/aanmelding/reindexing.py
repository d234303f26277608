"""Making the marks to search by of aanmeldingen that have none yet, or that were made with another key; with them what the
worklist filters on."""

from __future__ import annotations

from typing import Any

import structlog
from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from api.aanmelding import search_marks
from api.aanmelding.routing import leesbaar
from api.aanmelding.store import open_velden
from api.context import Huis
from api.crypto import Sleutelbos, SleutelFout
from api.database.tables import AanmeldingRij
from knowledge.errors import KennisFout

log = structlog.get_logger()
PER_KEER = 200


def werk_bij(huis: Huis) -> int:
    """Make every mark that is missing or of another key, in blocks that are written whole; returns of how many aanmeldingen.

    What cannot be opened is left as it is."""
    gedaan, laatste = 0, ""
    while True:
        with huis.database.schrijven() as sessie:
            rijen = _lees(sessie, huis.bos, na=laatste)
            gedaan += sum(_zet(sessie, huis, rij) for rij in rijen)
        if not rijen:
            break
        laatste = rijen[-1].id
    if gedaan:
        log.info("zoekmerken_gemaakt", aantal=gedaan)
    return gedaan


def count_achter(huis: Huis) -> int:
    """How many aanmeldingen cannot be found yet with the present key."""
    with huis.database.lezen() as sessie:
        return int(sessie.scalar(select(func.count()).select_from(AanmeldingRij).where(_achter(huis.bos))) or 0)


def _achter(bos: Sleutelbos) -> ColumnElement[bool]:
    van = AanmeldingRij.zoek_van
    return AanmeldingRij.sleutel.is_not(None) & (van.is_(None) | (van < bos.zoeknaam) | (van > bos.zoeknaam))


def _lees(sessie: Session, bos: Sleutelbos, *, na: str) -> list[AanmeldingRij]:
    vraag = select(AanmeldingRij).where(_achter(bos), AanmeldingRij.id > na).order_by(AanmeldingRij.id)
    return list(sessie.scalars(vraag.limit(PER_KEER).with_for_update()))


def _zet(sessie: Session, huis: Huis, rij: AanmeldingRij) -> bool:
    try:
        velden = open_velden(rij, huis.bos)
    except SleutelFout:
        return False
    search_marks.zet(sessie, huis.bos, rij, velden)
    waarden = {"zoek_van": huis.bos.zoeknaam} | _leesbaar(huis, rij, velden)
    sessie.execute(update(AanmeldingRij).where(AanmeldingRij.id == rij.id).values(**waarden))
    return True


def _leesbaar(huis: Huis, rij: AanmeldingRij, velden: dict[str, Any]) -> dict[str, Any]:
    """What the worklist filters on; nothing for a gemeente that is not ours any more."""
    try:
        return leesbaar(huis.gemeente(rij.gemeente), velden)
    except (KeyError, KennisFout):
        return {}
