"""The worker: takes what is ready, one row at a time, and writes down how it ended. Order and time come from the clock given."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog
from sqlalchemy.exc import SQLAlchemyError

from api.context import Huis
from api.database.engine import DatabaseWeg
from api.database.tables import LeveringRij
from api.levering import store
from api.levering.backoff import POGINGEN, volgende
from api.levering.errors import LeverFout, Overgenomen, Vervallen
from api.levering.job import Klus, Post
from api.levering.targets import CONSULTEN, LEVERAARS

log = structlog.get_logger()
TIK_S = 5


def draai(huis: Huis, einde: threading.Event) -> None:
    """Until the end: every few seconds a round. Without a target there is nothing to do."""
    if not huis.settings.doelen:
        return
    while not einde.wait(TIK_S):
        try:
            lever_klaar(huis, stop=einde.is_set)
        except (DatabaseWeg, SQLAlchemyError):
            log.error("database_weg", bij="levering")


def lever_klaar(huis: Huis, *, stop: Callable[[], bool] = lambda: False) -> int:
    """Deliver everything whose time has come; returns how many attempts that took. Raises DatabaseWeg."""
    aantal = 0
    while huis.settings.doelen and not stop():
        rij = _neem(huis)
        if rij is None:
            break
        aantal += 1
        _lever(huis, rij)
    return aantal


def _neem(huis: Huis) -> LeveringRij | None:
    with huis.database.schrijven() as sessie:
        return store.neem(sessie, doelen=store.leverdoelen(huis.settings), nu=huis.klok())


def _lever(huis: Huis, rij: LeveringRij) -> None:
    try:
        status, fout = _probeer(huis, rij)
        _rond_af(huis, rij, status, fout)
    except Overgenomen:
        return


def _probeer(huis: Huis, rij: LeveringRij) -> tuple[str, LeverFout | None]:
    """How it ended; what nobody foresaw counts as a failure too, by its name, so that one row never stops the others."""
    if rij.pogingen > POGINGEN:
        return store.MISLUKT, LeverFout("afgebroken", blijvend=True)
    try:
        _lever_aan(huis, rij)
    except Vervallen:
        return store.VERVALLEN, None
    except LeverFout as fout:
        return _na(rij, fout), fout
    except (Overgenomen, DatabaseWeg):
        raise
    except Exception as fout:  # noqa: BLE001 - stored as a status, shown at the balie
        onbekend = LeverFout(type(fout).__name__[:60])
        return _na(rij, onbekend), onbekend
    return store.GELEVERD, None


def _lever_aan(huis: Huis, rij: LeveringRij) -> None:
    """To the place that this row is for; raises LeverFout, Vervallen or Overgenomen."""
    if rij.consult_id is not None:
        CONSULTEN[rij.doel](Post(huis, rij, store.open_voortgang(rij, huis.bos)))
    else:
        LEVERAARS[rij.doel](Klus.begin(huis, rij))


def _na(rij: LeveringRij, fout: LeverFout) -> str:
    return store.MISLUKT if fout.blijvend or rij.pogingen >= POGINGEN else store.WACHT


def _rond_af(huis: Huis, rij: LeveringRij, status: str, fout: LeverFout | None) -> None:
    nu, soort = huis.klok(), fout.soort if fout else None
    op = volgende(nu, rij.pogingen, fout.wacht_s) if fout and status == store.WACHT else nu
    with huis.database.schrijven() as sessie:
        store.rond_af(sessie, rij, status=status, fout=soort, op=op)
    if status == store.MISLUKT:
        log.error("levering_mislukt", doel=rij.doel, soort=rij.soort, fout=soort, poging=rij.pogingen)
    elif status == store.WACHT:
        log.warning("levering_uitgesteld", doel=rij.doel, soort=rij.soort, fout=soort, poging=rij.pogingen)
    else:
        log.info("levering_klaar", doel=rij.doel, soort=rij.soort, status=status, poging=rij.pogingen)
