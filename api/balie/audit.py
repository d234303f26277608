"""The audit trail: who did what with which aanmelding. Each line holds an HMAC over itself and the line before it.

Changing, deleting or adding a line in between breaks the chain; what goes missing at the end is seen because the last line
is kept apart, under an HMAC too. Someone who puts back an older copy of everything is only seen by comparing with a mark
that was written down elsewhere: that is what `bekend` is for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.crypto import Sleutelbos
from api.database.tables import Inzage, InzageKop

Breuk = Literal["ontbreekt", "veranderd", "los", "einde", "bekend"]
PER_KEER = 1000


class Bekend(NamedTuple):
    """The number and the mark of a line, as somebody wrote them down before."""

    nummer: int
    keten: str


@dataclass(frozen=True)
class Uitslag:
    """What a check found: how many lines, the mark of the last, and what is wrong at which line."""

    aantal: int
    keten: str
    breuk: Breuk | None = None
    bij: int = 0


def voeg_toe(
    sessie: Session, bos: Sleutelbos, *, wie: str, wat: str, op: datetime, kenmerk: str = "",
    gemeente: str | None = None, adres: str | None = None,
) -> None:  # fmt: skip
    """Add a line, in the transaction of what it is about. Do this last: other writers wait until that ends."""
    kop = sessie.get_one(InzageKop, 1, with_for_update=True, populate_existing=True)
    if kop.nummer == 0:
        _neem_oude_op(sessie, bos, kop)
    rij = Inzage(op=op, wie=wie, wat=wat, kenmerk=kenmerk, gemeente=gemeente, adres=adres)
    _sluit_aan(bos, kop, rij)
    sessie.add(rij)
    sessie.flush()


def _neem_oude_op(sessie: Session, bos: Sleutelbos, kop: InzageKop) -> None:
    """Lines from before there was a chain become its beginning."""
    for rij in sessie.scalars(select(Inzage).where(Inzage.nummer.is_(None)).order_by(Inzage.id)):
        _sluit_aan(bos, kop, rij)


def _sluit_aan(bos: Sleutelbos, kop: InzageKop, rij: Inzage) -> None:
    rij.nummer, rij.vorige = kop.nummer + 1, kop.keten
    rij.keten = _merk(bos, rij)
    kop.nummer, kop.keten = rij.nummer, rij.keten
    kop.merk = _kopmerk(bos, kop)


def _merk(bos: Sleutelbos, rij: Inzage) -> str:
    op = rij.op.astimezone(UTC).isoformat()
    delen = [rij.nummer, op, rij.wie, rij.wat, rij.kenmerk, rij.gemeente, rij.adres, rij.vorige]
    return bos.merk("inzage:" + json.dumps(delen, ensure_ascii=False))


def _kopmerk(bos: Sleutelbos, kop: InzageKop) -> str:
    return bos.merk(f"inzage-kop:{kop.nummer}:{kop.keten}")


def controleer(sessie: Session, bos: Sleutelbos, bekend: Bekend | None = None) -> Uitslag:
    """Read the whole trail from the first line; the first break that is found is told. Others may go on adding lines."""
    kop = sessie.get_one(InzageKop, 1)
    aantal, keten, gezien = 0, "", bekend is None
    vraag = select(Inzage).where(Inzage.nummer <= kop.nummer).order_by(Inzage.nummer)
    for rij in sessie.scalars(vraag.execution_options(yield_per=PER_KEER)):
        if rij.nummer != aantal + 1:
            return Uitslag(aantal, keten, "ontbreekt", aantal + 1)
        if rij.vorige != keten or rij.keten != _merk(bos, rij):
            return Uitslag(aantal, keten, "veranderd", rij.nummer)
        aantal, keten = rij.nummer, rij.keten
        gezien = gezien or bekend == (aantal, keten)
    if (kop.nummer, kop.keten) != (aantal, keten) or kop.merk != (_kopmerk(bos, kop) if aantal else ""):
        return Uitslag(aantal, keten, "einde", aantal + 1)
    if _losse(sessie):
        return Uitslag(aantal, keten, "los", aantal + 1)
    return Uitslag(aantal, keten) if gezien or bekend is None else Uitslag(aantal, keten, "bekend", bekend.nummer)


def _losse(sessie: Session) -> bool:
    """Whether there are lines outside the chain; lines from before it are joined to it at the first new one."""
    kop = select(InzageKop.nummer).scalar_subquery()
    los = select(func.count()).select_from(Inzage).where((Inzage.nummer > kop) | (Inzage.nummer.is_(None) & (kop > 0)))
    return bool(sessie.scalar(los))
