"""The audit trail: who did what with which aanmelding. Each line holds an HMAC over itself and the line before it.

Changing, deleting or adding a line in between breaks the chain; what goes missing at the end is seen because the last line
is kept apart, under an HMAC too. Someone who puts back an older copy of everything is only seen by comparing with a mark
that was written down elsewhere: that is what `bekend` is for. What has passed its term is cleared away from the front
(api/audit_term.py); the mark of the last line that went is kept, sealed, and the chain is read from there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.crypto import Sleutelbos
from api.database.login_tables import InzageBegin
from api.database.tables import Inzage, InzageKop

Breuk = Literal["ontbreekt", "veranderd", "los", "einde", "begin", "bekend", "opgeruimd"]
PER_KEER = 1000
VANZELF = "Voordeur"  # under this name the logbook holds what nobody did


class Bekend(NamedTuple):
    """The number and the mark of a line, as somebody wrote them down before."""

    nummer: int
    keten: str


@dataclass(frozen=True)
class Uitslag:
    """What a check found: the number and the mark of the last line, what is wrong at which line, and after which it begins."""

    aantal: int
    keten: str
    breuk: Breuk | None = None
    bij: int = 0
    vanaf: int = 0


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


def find_begin(sessie: Session) -> InzageBegin | None:
    """Where the logbook begins: the last line that was cleared away after its term; None when none was."""
    return sessie.scalars(select(InzageBegin).order_by(InzageBegin.nummer.desc()).limit(1)).first()


def zet_begin(sessie: Session, bos: Sleutelbos, laatste: Inzage, op: datetime) -> None:
    """From now on the logbook begins after this line."""
    assert laatste.nummer is not None and laatste.keten is not None
    rij = InzageBegin(nummer=laatste.nummer, keten=laatste.keten, op=op)
    rij.merk = _beginmerk(bos, rij)
    sessie.add(rij)
    sessie.flush()


def is_ons_begin(bos: Sleutelbos, rij: InzageBegin) -> bool:
    """Whether this beginning was written by us and not changed since."""
    return rij.merk == _beginmerk(bos, rij)


def _beginmerk(bos: Sleutelbos, rij: InzageBegin) -> str:
    return bos.merk(f"inzage-begin:{rij.nummer}:{rij.keten}:{rij.op.astimezone(UTC).isoformat()}")


def volgt(bos: Sleutelbos, rij: Inzage, nummer: int, keten: str) -> Breuk | None:
    """What is wrong with this line, when the one before it had this number and mark; None when nothing is."""
    if rij.nummer != nummer + 1:
        return "ontbreekt"
    return "veranderd" if rij.vorige != keten or rij.keten != _merk(bos, rij) else None


def controleer(sessie: Session, bos: Sleutelbos, bekend: Bekend | None = None) -> Uitslag:
    """Read the whole trail from where it begins; the first break that is found is told. Others may go on adding lines."""
    begin = find_begin(sessie)
    if begin is None:
        return _lees_na(sessie, bos, 0, "", bekend)
    if not is_ons_begin(bos, begin):
        return Uitslag(begin.nummer, begin.keten, "begin", begin.nummer)
    if bekend is not None and bekend.nummer <= begin.nummer:
        eerder = sessie.get(InzageBegin, bekend.nummer)
        if eerder is None or not is_ons_begin(bos, eerder):
            return Uitslag(begin.nummer, begin.keten, "opgeruimd", bekend.nummer, begin.nummer)
        if eerder.keten != bekend.keten:
            return Uitslag(begin.nummer, begin.keten, "bekend", bekend.nummer, begin.nummer)
        bekend = None
    return _lees_na(sessie, bos, begin.nummer, begin.keten, bekend)


def _lees_na(sessie: Session, bos: Sleutelbos, vanaf: int, keten: str, bekend: Bekend | None) -> Uitslag:
    kop = sessie.get_one(InzageKop, 1)
    aantal, gezien = vanaf, bekend is None
    vraag = select(Inzage).where(Inzage.nummer > vanaf, Inzage.nummer <= kop.nummer).order_by(Inzage.nummer)
    for rij in sessie.scalars(vraag.execution_options(yield_per=PER_KEER)):
        breuk = volgt(bos, rij, aantal, keten)
        if breuk is not None:
            return Uitslag(aantal, keten, breuk, aantal + 1, vanaf)
        aantal, keten = aantal + 1, rij.keten or ""
        gezien = gezien or bekend == (aantal, keten)
    if (kop.nummer, kop.keten) != (aantal, keten) or kop.merk != (_kopmerk(bos, kop) if aantal else ""):
        return Uitslag(aantal, keten, "einde", aantal + 1, vanaf)
    if _losse(sessie, vanaf):
        return Uitslag(aantal, keten, "los", aantal + 1, vanaf)
    if gezien or bekend is None:
        return Uitslag(aantal, keten, vanaf=vanaf)
    return Uitslag(aantal, keten, "bekend", bekend.nummer, vanaf)


def _losse(sessie: Session, vanaf: int) -> bool:
    """Whether there are lines outside the chain; lines from before it are joined to it at the first new one."""
    kop = select(InzageKop.nummer).scalar_subquery()
    buiten = (Inzage.nummer > kop) | (Inzage.nummer <= vanaf) | (Inzage.nummer.is_(None) & (kop > 0))
    return bool(sessie.scalar(select(func.count()).select_from(Inzage).where(buiten)))
