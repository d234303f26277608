"""Another master key: every data key is wrapped again, in blocks that are written whole. Interrupted, it goes on where it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.aanmelding.reindexing import count_achter, werk_bij
from api.balie import audit, totp
from api.context import Huis
from api.crypto import SleutelFout
from api.database.consult_tables import ConsultRij
from api.database.search_tables import Zoekmerk
from api.database.tables import AanmeldingRij, Gesprek, Idempotentie, LeveringRij, Medewerker, MeldingRij, Tabel
from api.levering.store import naam_van

log = structlog.get_logger()
PER_KEER = 200


@dataclass(frozen=True)
class Plek:
    """A column with wrapped data keys: in which table, and what each key is bound to."""

    tabel: type[Tabel]
    id: str
    kolom: str
    naam: Callable[[Any], str]


PLEKKEN = (
    Plek(Gesprek, "id", "sleutel", lambda rij: rij.id),
    Plek(AanmeldingRij, "id", "sleutel", lambda rij: rij.id),
    Plek(ConsultRij, "id", "sleutel", lambda rij: rij.id),
    Plek(LeveringRij, "id", "sleutel", naam_van),
    Plek(Idempotentie, "sleutel_merk", "sleutel", lambda rij: rij.sleutel_merk),
    Plek(MeldingRij, "kenmerk", "sleutel", lambda rij: rij.kenmerk),
    Plek(MeldingRij, "kenmerk", "uitkomst_sleutel", lambda rij: rij.kenmerk),
    Plek(Medewerker, "id", "totp_sleutel", totp.naam_van),
)


@dataclass
class Stand:
    """How many data keys were seen: wrapped with the present master key, with the one before it, or with neither.

    `zoeken` is how many aanmeldingen can only be found with another key than the present one."""

    nieuw: int = 0
    oud: int = 0
    onleesbaar: int = 0
    zoeken: int = 0


def wissel(huis: Huis, *, wie: str) -> Stand:
    """Wrap with the present master key what is still wrapped with the one before it; `oud` is how many that were.
    What aanmeldingen are found by is made again with the present key too.

    A key that neither opens is left as it is and counted. Others may go on working: they need both keys."""
    stand = Stand()
    for plek in PLEKKEN:
        for _ in _blokken(huis, plek, stand, schrijven=True):
            pass
    stand.zoeken = werk_bij(huis)
    if stand.oud:
        with huis.database.schrijven() as sessie:
            wat = f"hoofdsleutel gewisseld: {stand.oud} sleutels"
            audit.voeg_toe(sessie, huis.bos, wie=wie, wat=wat, op=huis.klok())
        huis.database.wis_sporen()
        huis.database.ruim_dode_rijen(sorted({plek.tabel.__tablename__ for plek in PLEKKEN} | {Zoekmerk.__tablename__}))
    log.info("sleutels_gewisseld", aantal=stand.oud)
    return stand


def tel(huis: Huis) -> Stand:
    """How many keys are wrapped with what; nothing is changed."""
    stand = Stand()
    for plek in PLEKKEN:
        for _ in _blokken(huis, plek, stand, schrijven=False):
            pass
    stand.zoeken = count_achter(huis)
    return stand


def _blokken(huis: Huis, plek: Plek, stand: Stand, *, schrijven: bool) -> Iterator[None]:
    """Through the table by number; each block is a transaction of its own."""
    vorige: Any = None
    while True:
        with huis.database.schrijven() if schrijven else huis.database.lezen() as sessie:
            rijen = _lees(sessie, plek, na=vorige, vast=schrijven)
            for rij in rijen:
                _pak_om(huis, plek, rij, stand, schrijven=schrijven)
        yield
        if not rijen:
            return
        vorige = getattr(rijen[-1], plek.id)


def _lees(sessie: Session, plek: Plek, *, na: Any, vast: bool) -> list[Any]:
    nummer, kolom = getattr(plek.tabel, plek.id), getattr(plek.tabel, plek.kolom)
    vraag = select(plek.tabel).where(kolom.is_not(None)).order_by(nummer).limit(PER_KEER)
    vraag = vraag.where(nummer > na) if na is not None else vraag
    return list(sessie.scalars(vraag.with_for_update() if vast else vraag))


def _pak_om(huis: Huis, plek: Plek, rij: Any, stand: Stand, *, schrijven: bool) -> None:
    try:
        nieuw = huis.bos.pak_om(getattr(rij, plek.kolom), plek.naam(rij))
    except SleutelFout:
        stand.onleesbaar += 1
        return
    if nieuw is None:
        stand.nieuw += 1
        return
    stand.oud += 1
    if schrijven:
        setattr(rij, plek.kolom, nieuw)
