"""Reading and writing reports: the sentence and the outcome each encrypted with a key of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.orm import Session

from api.crypto import Sleutelbos
from api.database.tables import MeldingRij

OPEN, DICHT = "open", "afgesloten"
HOOGUIT = 200


def create_melding(sessie: Session, bos: Sleutelbos, rij: MeldingRij, tekst: str) -> None:
    """Store a new report; without a sentence there is no key either."""
    if tekst:
        rij.sleutel = bos.nieuwe_sleutel(rij.kenmerk)
        rij.tekst = bos.kluis(rij.sleutel, rij.kenmerk).sluit(tekst.encode(), "melding")
    sessie.add(rij)


def find_melding(sessie: Session, kenmerk: str) -> MeldingRij | None:
    """The report, or None."""
    return sessie.get(MeldingRij, kenmerk)


def list_meldingen(sessie: Session, *, gemeenten: list[str], dicht: bool = False) -> list[MeldingRij]:
    """The reports of these gemeenten and those of nobody: what must be answered first on top; closed ones latest first."""
    volgorde = (MeldingRij.afgesloten_op.desc(),) if dicht else (MeldingRij.antwoord_voor, MeldingRij.op)
    vraag = _van(select(MeldingRij), gemeenten).where(MeldingRij.status == (DICHT if dicht else OPEN))
    return list(sessie.scalars(vraag.order_by(*volgorde, MeldingRij.kenmerk).limit(HOOGUIT)))


def count_te_laat(sessie: Session, *, gemeenten: list[str], vandaag: date) -> int:
    """How many open reports are past their term."""
    vraag = _van(select(func.count()).select_from(MeldingRij), gemeenten)
    return int(sessie.scalar(vraag.where(MeldingRij.status == OPEN, MeldingRij.antwoord_voor < vandaag)) or 0)


def _van(vraag: Select[Any], gemeenten: list[str]) -> Select[Any]:
    return vraag.where(or_(MeldingRij.gemeente.in_(gemeenten), MeldingRij.gemeente.is_(None)))


def open_tekst(rij: MeldingRij, bos: Sleutelbos) -> str | None:
    """The sentence; None when there was none or its term has passed."""
    if rij.sleutel is None or rij.tekst is None:
        return None
    return bos.kluis(rij.sleutel, rij.kenmerk).open(rij.tekst, "melding").decode()


def open_uitkomst(rij: MeldingRij, bos: Sleutelbos) -> str | None:
    """What the owner wrote when closing, or None."""
    if rij.uitkomst_sleutel is None or rij.uitkomst is None:
        return None
    return bos.kluis(rij.uitkomst_sleutel, rij.kenmerk).open(rij.uitkomst, "uitkomst").decode()


def sluit(sessie: Session, bos: Sleutelbos, rij: MeldingRij, *, uitkomst: str, wie: str, op: datetime) -> bool:
    """Close with this outcome; False when somebody else did in between."""
    sleutel = bos.nieuwe_sleutel(rij.kenmerk)
    gedaan = sessie.execute(
        update(MeldingRij)
        .where(MeldingRij.kenmerk == rij.kenmerk, MeldingRij.status == OPEN)
        .values(
            status=DICHT,
            uitkomst_sleutel=sleutel,
            uitkomst=bos.kluis(sleutel, rij.kenmerk).sluit(uitkomst.encode(), "uitkomst"),
            afgesloten_op=op,
            afgesloten_door=wie,
        )
    )
    return bool(gedaan.rowcount)  # type: ignore[attr-defined]


def wipe_teksten(sessie: Session, kenmerken: Sequence[str], op: datetime) -> None:
    """Destroy key and sentence of these reports; what was ticked and what came of it stays."""
    weg = update(MeldingRij).where(MeldingRij.kenmerk.in_(kenmerken)).values(sleutel=None, tekst=None)
    sessie.execute(weg.execution_options(synchronize_session=False))
