"""Keeping no longer than promised: what has passed its term is shown, or wiped, in blocks, with its line in the logbook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import structlog
from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from api.aanmelding.store import OPEN
from api.balie import audit
from api.balie.audit import VANZELF
from api.balie.lockout import vergeet_oude as vergeet_pogingen
from api.balie.oidc.request import vergeet_oude as vergeet_verzoeken
from api.consult import store as consult_store
from api.context import Huis
from api.database.consult_tables import ConsultRij
from api.database.search_tables import Zoekmerk
from api.database.tables import AanmeldingRij, BeurtRij, Gesprek, Idempotentie, LogboekRij, MeldingRij, Tabel, Zitting
from api.levering.store import wis_oude
from api.settings import Settings
from api.veiligheid.store import wipe_teksten
from api.wiping import PER_KEER, vergeet_oude, wis_aanmeldingen, wis_consulten, wis_gesprekken

log = structlog.get_logger()
ANTWOORD_UREN = 24
Rijen = Select[*tuple[Any, ...]]
TABELLEN = (Gesprek, BeurtRij, AanmeldingRij, LogboekRij, Zoekmerk, MeldingRij, ConsultRij, Idempotentie)


@dataclass(frozen=True)
class Soort:
    """Something with a term: which rows have passed it (number, gemeente, last moment), and how their text is destroyed."""

    een: str
    meer: str
    tabel: type[Tabel]
    dagen: Callable[[Settings], int]
    verlopen: Callable[[datetime], Rijen]
    wis: Callable[[Session, list[str], datetime], None]

    def zoek(self, settings: Settings, nu: datetime) -> Rijen:
        """The rows whose term has passed at this moment."""
        return self.verlopen(nu - timedelta(days=self.dagen(settings)))

    def woorden(self, aantal: int) -> str:
        """'1 gesprek', '3 gesprekken'."""
        return f"{aantal} {self.een if aantal == 1 else self.meer}"


def _gesprekken(voor: datetime) -> Rijen:
    return select(Gesprek.id, Gesprek.gemeente, Gesprek.laatst_op.label("op")).where(Gesprek.laatst_op < voor)


def _aanmeldingen(voor: datetime) -> Rijen:
    """Closed ones with their text, whose last step was before this moment."""
    laatste = select(func.max(LogboekRij.op)).where(LogboekRij.aanmelding_id == AanmeldingRij.id).scalar_subquery()
    return select(AanmeldingRij.id, AanmeldingRij.gemeente, laatste.label("op")).where(
        AanmeldingRij.status.not_in(OPEN), AanmeldingRij.sleutel.is_not(None), laatste < voor
    )


def _meldingen(voor: datetime) -> Rijen:
    kolommen = (MeldingRij.kenmerk.label("id"), MeldingRij.gemeente, MeldingRij.op.label("op"))
    return select(*kolommen).where(MeldingRij.op < voor, MeldingRij.tekst.is_not(None))


SOORTEN = (
    Soort("gesprek", "gesprekken", Gesprek, lambda s: s.bewaar_gesprek_dagen, _gesprekken, wis_gesprekken),
    Soort(
        "aanmelding",
        "aanmeldingen",
        AanmeldingRij,
        lambda s: s.bewaar_aanmelding_dagen,
        _aanmeldingen,
        wis_aanmeldingen,
    ),
    Soort("consult", "consulten", ConsultRij, lambda s: s.bewaar_consult_dagen, consult_store.verlopen, wis_consulten),
    Soort("toelichting", "toelichtingen", MeldingRij, lambda s: s.bewaar_melding_dagen, _meldingen, wipe_teksten),
)


class Telling(NamedTuple):
    """How many of a kind in a gemeente (None: of no gemeente) have passed their term, and the oldest last moment."""

    soort: Soort
    gemeente: str | None
    aantal: int
    oudste: datetime


def list_verlopen(huis: Huis) -> list[Telling]:
    """What would be wiped now; nothing is changed."""
    with huis.database.lezen() as sessie:
        return [telling for soort in SOORTEN for telling in _tel(huis, sessie, soort)]


def _tel(huis: Huis, sessie: Session, soort: Soort) -> Iterator[Telling]:
    rijen = soort.zoek(huis.settings, huis.klok()).subquery()
    vraag = select(rijen.c.gemeente, func.count(), func.min(rijen.c.op)).group_by(rijen.c.gemeente)
    for gemeente, aantal, oudste in sessie.execute(vraag.order_by(rijen.c.gemeente)):
        yield Telling(soort, gemeente, aantal, oudste)


def wis_verlopen(huis: Huis, *, wie: str = VANZELF) -> int:
    """Wipe everything whose term has passed; returns how many conversations, aanmeldingen, consults and reports.

    Interrupted, it leaves whole blocks: each with its line in the logbook, the rest for the next time."""
    aantal = sum(_wis(huis, soort, wie) for soort in SOORTEN)
    _vergeet_bijzaken(huis)
    if aantal:
        huis.database.wis_sporen()
        huis.database.ruim_dode_rijen([tabel.__tablename__ for tabel in TABELLEN])
        log.info("opgeruimd", aantal=aantal)
    return aantal


def _wis(huis: Huis, soort: Soort, wie: str) -> int:
    totaal = 0
    while blok := _wis_blok(huis, soort, wie):
        totaal += blok
    return totaal


def _wis_blok(huis: Huis, soort: Soort, wie: str) -> int:
    nu = huis.klok()
    with huis.database.schrijven() as sessie:
        rijen = sessie.execute(_met_slot(soort, huis.settings, nu)).all()
        soort.wis(sessie, [rij.id for rij in rijen], nu)
        for gemeente, aantal in Counter(rij.gemeente for rij in rijen).items():
            wat = f"gewist na termijn: {soort.woorden(aantal)}"
            audit.voeg_toe(sessie, huis.bos, wie=wie, wat=wat, op=nu, gemeente=gemeente)
    return len(rijen)


def _met_slot(soort: Soort, settings: Settings, nu: datetime) -> Rijen:
    """The next block, held until it is wiped: what is opened again in the meantime is not in it."""
    return soort.zoek(settings, nu).limit(PER_KEER).with_for_update(of=soort.tabel)


def _vergeet_bijzaken(huis: Huis) -> None:
    """What has no gemeente and no text of its own: kept replies, ended sessions, old attempts, deliveries that ended."""
    nu, settings = huis.klok(), huis.settings
    with huis.database.schrijven() as sessie:
        sessie.execute(delete(Idempotentie).where(Idempotentie.op < nu - timedelta(hours=ANTWOORD_UREN)))
        sessie.execute(delete(Zitting).where(Zitting.tot < nu))
        vergeet_pogingen(sessie, nu)
        vergeet_verzoeken(sessie, nu)
        wis_oude(sessie, voor=nu - timedelta(days=settings.bewaar_aanmelding_dagen))
        vergeet_oude(sessie, nu - timedelta(days=settings.bewaar_backup_dagen))
