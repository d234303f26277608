"""How urgent an aanmelding is, as a person judged it: with a name, a moment and a reason."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from api.crypto import Sleutelbos
from api.database.tables import AanmeldingRij
from knowledge.free_days import is_werkdag
from knowledge.opening_hours import AMSTERDAM

URGENTIES = ("gewoon", "deze_week", "vandaag")
EINDE_WERKDAG = time(17)


def beoordeeld_voor(nu: datetime) -> datetime:
    """The end of the last working day: a sign of danger from before it should have been judged by now."""
    hier = nu.astimezone(AMSTERDAM)
    dag = hier.date() if hier.time() >= EINDE_WERKDAG else hier.date() - timedelta(days=1)
    while not is_werkdag(dag):
        dag -= timedelta(days=1)
    return datetime.combine(dag, EINDE_WERKDAG, tzinfo=AMSTERDAM)


def oordeel(
    bos: Sleutelbos, rij: AanmeldingRij, *, urgentie: str, reden: str, wie: str, op: datetime
) -> dict[str, object]:
    """The columns of a judgement, the reason sealed with the key of the aanmelding; that key must still be there."""
    assert rij.sleutel is not None
    dicht = bos.kluis(rij.sleutel, rij.id).sluit(reden.encode(), "urgentie")
    return {"urgentie": urgentie, "urgentie_door": wie, "urgentie_op": op, "urgentie_reden": dicht}


def open_reden(bos: Sleutelbos, rij: AanmeldingRij) -> str:
    """Why; empty when nobody judged, or when the text was wiped."""
    if rij.sleutel is None or rij.urgentie_reden is None:
        return ""
    return bos.kluis(rij.sleutel, rij.id).open(rij.urgentie_reden, "urgentie").decode()
