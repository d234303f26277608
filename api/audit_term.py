"""The logbook of the balie does not grow for ever: lines go from the front when their term has passed, and the chain stays whole.

Before lines go they are checked once more: what was tampered with stays as it is, for whoever looks into it."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import structlog
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from api.balie import audit
from api.balie.audit import VANZELF
from api.context import Huis
from api.database.tables import Inzage, InzageKop

log = structlog.get_logger()
PER_KEER = 1000


class Beschadigd(Exception):
    """The logbook is not right at this line, so nothing of it is cleared away."""

    def __init__(self, breuk: audit.Breuk, bij: int) -> None:
        super().__init__(breuk)
        self.breuk, self.bij = breuk, bij


def ruim_op(huis: Huis, *, wie: str = VANZELF) -> int:
    """Clear away the lines whose term has passed, in blocks that are written whole; returns how many."""
    totaal = 0
    try:
        while blok := _ruim_blok(huis, wie):
            totaal += blok
    except Beschadigd as fout:
        log.error("logboek_beschadigd", breuk=fout.breuk, bij=fout.bij)
    if totaal:
        huis.database.wis_sporen()
        huis.database.ruim_dode_rijen([Inzage.__tablename__])
        log.info("logboek_opgeruimd", aantal=totaal)
    return totaal


def count_verlopen(huis: Huis) -> int:
    """How many lines would go now; nothing is changed."""
    with huis.database.lezen() as sessie:
        vanaf = _vanaf(sessie)[0]
        tot = _tot(sessie, vanaf, _grens(huis))
        vraag = select(func.count()).select_from(Inzage).where(Inzage.nummer > vanaf, Inzage.nummer <= tot)
        return int(sessie.scalar(vraag) or 0)


def _ruim_blok(huis: Huis, wie: str) -> int:
    with huis.database.schrijven() as sessie:
        sessie.get_one(InzageKop, 1, with_for_update=True, populate_existing=True)  # nobody adds a line meanwhile
        vanaf, keten = _vanaf(sessie)
        tot = min(_tot(sessie, vanaf, _grens(huis)), vanaf + PER_KEER)
        if tot <= vanaf:
            return 0
        rijen = _nagekeken(huis, sessie, vanaf, keten, tot)
        audit.zet_begin(sessie, huis.bos, rijen[-1], huis.klok())
        sessie.execute(delete(Inzage).where(Inzage.nummer <= tot))
        for gemeente, aantal in sorted(Counter(rij.gemeente or "" for rij in rijen).items()):
            wat = f"gewist na termijn: {aantal} {'regel' if aantal == 1 else 'regels'} van dit logboek"
            audit.voeg_toe(sessie, huis.bos, wie=wie, wat=wat, op=huis.klok(), gemeente=gemeente or None)
    return len(rijen)


def _grens(huis: Huis) -> datetime:
    return huis.klok() - timedelta(days=huis.settings.bewaar_logboek_dagen)


def _vanaf(sessie: Session) -> tuple[int, str]:
    begin = audit.find_begin(sessie)
    return (begin.nummer, begin.keten) if begin else (0, "")


def _tot(sessie: Session, vanaf: int, grens: datetime) -> int:
    """The last line of which it and every line before it has passed its term; a clock that once ran back keeps lines longer."""
    jong = select(Inzage.nummer).where(Inzage.nummer > vanaf, Inzage.op >= grens).order_by(Inzage.nummer).limit(1)
    eerste = sessie.scalar(jong)
    return sessie.get_one(InzageKop, 1).nummer if eerste is None else eerste - 1


def _nagekeken(huis: Huis, sessie: Session, vanaf: int, keten: str, tot: int) -> list[Inzage]:
    """The lines that go, each of which follows the one before it; raises Beschadigd."""
    begin = audit.find_begin(sessie)
    if begin is not None and not audit.is_ons_begin(huis.bos, begin):
        raise Beschadigd("begin", begin.nummer)
    vraag = select(Inzage).where(Inzage.nummer > vanaf, Inzage.nummer <= tot).order_by(Inzage.nummer)
    rijen = list(sessie.scalars(vraag))
    for nummer, rij in enumerate(rijen, vanaf):
        breuk = audit.volgt(huis.bos, rij, nummer, keten)
        if breuk is not None:
            raise Beschadigd(breuk, nummer + 1)
        keten = rij.keten or ""
    if len(rijen) < tot - vanaf:
        raise Beschadigd("einde", vanaf + len(rijen) + 1)
    return rijen
