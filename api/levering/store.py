"""The outbox: rows written in the transaction of the aanmelding itself, taken by one process at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Select, delete, exists, func, select, update
from sqlalchemy.orm import Session, aliased

from api.crypto import Kluis, Sleutelbos
from api.database.consult_tables import ConsultRij
from api.database.tables import AanmeldingRij, LeveringRij
from api.levering.backoff import TE_VER, TERMIJN
from api.levering.errors import Overgenomen
from api.settings import Settings

Soort = Literal["aanmelding", "wijziging", "intrekking", "belofte", "beoordeling", "klaar", "consult"]
FAMILIE = "familie"  # the one target that is not an office: it hears only what is put ready for it by name
POST = "mail"
CONSULT_DOELEN = (POST,)  # where a consult goes: no other place knows what one is
CONSULT: Soort = "consult"
WACHT, BEZIG, GELEVERD, MISLUKT, VERVALLEN = "wacht", "bezig", "geleverd", "mislukt", "vervallen"
OPEN, KLAAR = (WACHT, BEZIG), (GELEVERD, VERVALLEN)
HOOGUIT = 200


def leverdoelen(settings: Settings) -> tuple[str, ...]:
    """Where anything goes: to the places that are on, and with mail on to the family too, where it chose that."""
    return (*settings.doelen, FAMILIE) if POST in settings.doelen else settings.doelen


def zet_klaar(
    sessie: Session,
    bos: Sleutelbos,
    rij: AanmeldingRij,
    *,
    soort: Soort,
    doelen: Iterable[str],
    op: datetime,
    alleen: bool = False,
) -> None:
    """Put this ready for every target that is on, and (unless `alleen`) every one that already got something of this aanmelding.

    The same kind for the second time (changed again) is a new event in the same row."""
    bekend = {(eerder.doel, eerder.soort): eerder for eerder in list_van(sessie, rij.id)}
    for doel in sorted({*doelen, *(() if alleen else (doel for doel, _ in bekend if doel != FAMILIE))}):
        levering = bekend.get((doel, soort))
        if levering is None:
            levering = LeveringRij(aanmelding_id=rij.id, doel=doel, soort=soort)
            sessie.add(levering)
        levering.status, levering.pogingen, levering.volgende_op, levering.fout = WACHT, 0, op, None
        levering.sleutel, levering.voortgang = bos.nieuwe_sleutel(_naam(rij.id, doel, soort)), None
    sessie.flush()
    _haast(sessie, rij.id, op)


def zet_consult_klaar(
    sessie: Session, bos: Sleutelbos, rij: ConsultRij, *, doelen: Iterable[str], op: datetime
) -> None:
    """Put a new consult ready for every target that is on and takes consults."""
    for doel in sorted({*doelen} & {*CONSULT_DOELEN}):
        sleutel = bos.nieuwe_sleutel(_naam(rij.id, doel, CONSULT))
        sessie.add(
            LeveringRij(
                consult_id=rij.id, doel=doel, soort=CONSULT, status=WACHT, pogingen=0, volgende_op=op, sleutel=sleutel
            )
        )
    sessie.flush()


def _haast(sessie: Session, aanmelding_id: str, op: datetime) -> None:
    """What was still waiting for another attempt goes first, and now."""
    sessie.execute(
        update(LeveringRij)
        .where(LeveringRij.aanmelding_id == aanmelding_id, LeveringRij.status == WACHT, LeveringRij.volgende_op > op)
        .values(volgende_op=op)
    )


def list_van(sessie: Session, aanmelding_id: str) -> list[LeveringRij]:
    """Everything of one aanmelding, oldest first."""
    vraag = select(LeveringRij).where(LeveringRij.aanmelding_id == aanmelding_id).order_by(LeveringRij.id)
    return list(sessie.scalars(vraag))


def neem(sessie: Session, *, doelen: Sequence[str], nu: datetime) -> LeveringRij | None:
    """The next row whose time has come, now `bezig` and ours until its term; None when there is nothing to do.

    A row waits for an older one of the same aanmelding to the same target, so that a withdrawal never overtakes."""
    eerder = aliased(LeveringRij)
    oudere = exists().where(
        eerder.aanmelding_id == LeveringRij.aanmelding_id,
        eerder.doel == LeveringRij.doel,
        eerder.id < LeveringRij.id,
        eerder.status.in_(OPEN),
    )
    vraag = (
        select(LeveringRij)
        .where(LeveringRij.status.in_(OPEN), is_tijd(nu), LeveringRij.doel.in_(doelen), ~oudere)
        .order_by(LeveringRij.volgende_op, LeveringRij.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    rij = sessie.scalars(vraag).first()
    if rij is not None:
        rij.status, rij.pogingen, rij.volgende_op = BEZIG, rij.pogingen + 1, nu + TERMIJN
    return rij


def is_tijd(nu: datetime) -> ColumnElement[bool]:
    """The moment has come, or lies so far ahead that the clock must have been wrong when it was written."""
    return (LeveringRij.volgende_op <= nu) | (LeveringRij.volgende_op > nu + TE_VER)


def bewaar_voortgang(
    sessie: Session, bos: Sleutelbos, rij: LeveringRij, voortgang: dict[str, Any], *, nu: datetime
) -> None:
    """Keep what succeeded, encrypted, and stay on for another term; raises Overgenomen when the row is no longer ours."""
    gesloten = kluis_van(rij, bos).sluit(json.dumps(voortgang).encode(), "voortgang")
    _verander(sessie, rij, voortgang=gesloten, volgende_op=nu + TERMIJN)


def rond_af(sessie: Session, rij: LeveringRij, *, status: str, fout: str | None, op: datetime) -> None:
    """How this attempt ended, and for `wacht` when the next one is; raises Overgenomen when the row is no longer ours."""
    _verander(sessie, rij, status=status, fout=fout, volgende_op=op)


def _verander(sessie: Session, rij: LeveringRij, **waarden: Any) -> None:
    gedaan = sessie.execute(
        update(LeveringRij)
        .where(LeveringRij.id == rij.id, LeveringRij.status == BEZIG, LeveringRij.pogingen == rij.pogingen)
        .values(**waarden)
        .execution_options(synchronize_session=False)
    )
    if gedaan.rowcount != 1:  # type: ignore[attr-defined]
        raise Overgenomen


def open_voortgang(rij: LeveringRij, bos: Sleutelbos) -> dict[str, Any]:
    """What already succeeded; empty at the first attempt."""
    if rij.voortgang is None:
        return {}
    return dict(json.loads(kluis_van(rij, bos).open(rij.voortgang, "voortgang")))


def kluis_van(rij: LeveringRij, bos: Sleutelbos) -> Kluis:
    """The vault of this delivery; raises SleutelFout when the key is not ours."""
    return bos.kluis(rij.sleutel, naam_van(rij))


def naam_van(rij: LeveringRij) -> str:
    """What the key of this delivery is bound to."""
    return _naam(rij.aanmelding_id or rij.consult_id, rij.doel, rij.soort)


def _naam(van: str | None, doel: str, soort: str) -> str:
    return f"{van}:{doel}:{soort}"


class Regel(NamedTuple):
    """A delivery with the aanmelding or the consult that it belongs to."""

    levering: LeveringRij
    kenmerk: str
    gemeente: str


def list_onaf(sessie: Session, *, gemeenten: Sequence[str] | None = None) -> list[Regel]:
    """What failed, then what is still on its way; of these gemeenten, or of all."""
    vraag = _regels().where(LeveringRij.status.not_in(KLAAR))
    if gemeenten is not None:
        vraag = vraag.where(_gemeente().in_(gemeenten))
    eerst = (LeveringRij.status != MISLUKT, LeveringRij.id)
    return [Regel(*rij) for rij in sessie.execute(vraag.order_by(*eerst).limit(HOOGUIT))]


def count_mislukt(sessie: Session, *, gemeenten: Sequence[str]) -> int:
    """How many deliveries of these gemeenten were given up."""
    vraag = select(func.count()).select_from(LeveringRij).outerjoin(AanmeldingRij).outerjoin(ConsultRij)
    return int(sessie.scalar(vraag.where(LeveringRij.status == MISLUKT, _gemeente().in_(gemeenten))) or 0)


def stuur_opnieuw(
    sessie: Session, nummer: int, *, op: datetime, gemeenten: Sequence[str] | None = None
) -> Regel | None:
    """Put a failed delivery ready again, from where it came; None when it is not there, not failed, or not of these gemeenten."""
    regel = find_regel(sessie, nummer)
    if regel is None or (gemeenten is not None and regel.gemeente not in gemeenten):
        return None
    gedaan = sessie.execute(
        update(LeveringRij)
        .where(LeveringRij.id == nummer, LeveringRij.status == MISLUKT)
        .values(status=WACHT, pogingen=0, volgende_op=op, fout=None)
        .execution_options(synchronize_session=False)
    )
    return regel if gedaan.rowcount else None  # type: ignore[attr-defined]


def find_regel(sessie: Session, nummer: int) -> Regel | None:
    """The delivery with this number, or None."""
    rij = sessie.execute(_regels().where(LeveringRij.id == nummer)).one_or_none()
    return Regel(*rij) if rij else None


def _regels() -> Select[LeveringRij, str, str]:
    kenmerk = func.coalesce(AanmeldingRij.kenmerk, ConsultRij.kenmerk)
    return select(LeveringRij, kenmerk, _gemeente()).outerjoin(AanmeldingRij).outerjoin(ConsultRij)


def _gemeente() -> ColumnElement[str]:
    """Of which gemeente the aanmelding or the consult is."""
    return func.coalesce(AanmeldingRij.gemeente, ConsultRij.gemeente)


def wis_oude(sessie: Session, *, voor: datetime) -> None:
    """Forget deliveries that ended before this moment, and failed ones whose text is gone."""
    gewist = select(AanmeldingRij.id).where(AanmeldingRij.sleutel.is_(None))
    op_tijd = LeveringRij.volgende_op < voor
    klaar = LeveringRij.status.in_(KLAAR)
    consult = select(ConsultRij.id).where(ConsultRij.sleutel.is_(None))
    leeg = LeveringRij.aanmelding_id.in_(gewist) | LeveringRij.consult_id.in_(consult)
    zinloos = (LeveringRij.status == MISLUKT) & (LeveringRij.soort != "intrekking") & leeg
    sessie.execute(delete(LeveringRij).where(op_tijd, klaar | zinloos).execution_options(synchronize_session=False))
