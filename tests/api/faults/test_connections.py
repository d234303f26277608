"""PostgreSQL throws every connection out in the middle of the work: clients repeat, and nothing is lost or double."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import psycopg
import pytest

from api.context import Huis
from api.database.engine import Database, DatabaseWeg
from api.database.locks import Sloten
from api.levering.worker import lever_klaar
from tests.api.conftest import Wijzerplaat, client_van
from tests.api.levering.conftest import MaakHuis, naar_openklant
from tests.api.levering.fake_openklant import OpenKlant
from tests.bench.kill.load import Klant, Verslag
from tests.bench.kill.proof import gebreken

pytestmark = pytest.mark.postgres
KLANTEN, KEREN, PER_KEER = 4, 8, 6
WACHTEND = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
EIGEN = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"


def test_verbindingen_die_midden_in_het_werk_wegvallen_kosten_niets(
    maak_huis: MaakHuis, postgres_url: str, openklant: OpenKlant, klok: Wijzerplaat
) -> None:
    huis, verslag = maak_huis(postgres_url, **naar_openklant(openklant)), Verslag()
    aantal = _onder_last(huis, verslag, postgres_url)
    assert aantal > KEREN, "er waren verbindingen om weg te gooien"
    assert len(verslag.bevestigd()) >= KEREN * PER_KEER
    for _ in range(3):
        klok.verzet(hours=1)
        lever_klaar(huis)
    assert gebreken(verslag, huis.database, huis.bos, openklant) == []


def _onder_last(huis: Huis, verslag: Verslag, url: str) -> int:
    """How many connections were thrown out."""
    einde, op, kans = threading.Event(), threading.Event(), random.Random(20261122)
    op.set()
    with ExitStack() as open_, psycopg.connect(url, autocommit=True) as beheer:
        klanten = [Klant(open_.enter_context(client_van(huis)), op, verslag, n) for n in range(KLANTEN)]
        draden = [threading.Thread(target=klant.draai, args=(einde,)) for klant in klanten]
        for draad in draden:
            draad.start()
        aantal = 0
        for keer in range(KEREN):
            verslag.wacht_op(keer * PER_KEER + kans.randint(1, PER_KEER), 30)
            aantal += len(beheer.execute(EIGEN).fetchall())
        verslag.wacht_op(KEREN * PER_KEER, 30)
        einde.set()
        for draad in draden:
            draad.join(60)
        for klant in klanten:
            for daad in klant.eigen:
                klant.herhaal(daad)
    return aantal


def test_wie_op_een_slot_wacht_en_zijn_verbinding_verliest_hoort_dat_de_database_weg_is(postgres_url: str) -> None:
    database = Database(postgres_url)
    sloten = Sloten(database)

    def wacht() -> None:
        with sloten.houd("gesprek", "sleutel"):
            raise AssertionError("het slot was van een ander")

    with ThreadPoolExecutor(1) as draad, psycopg.connect(postgres_url, autocommit=True) as beheer:
        with sloten.houd("gesprek"):
            wachter = draad.submit(wacht)
            while not (pids := beheer.execute(WACHTEND).fetchall()):
                assert not wachter.done()
            beheer.execute("select pg_terminate_backend(%s)", pids[0])
            with pytest.raises(DatabaseWeg):
                wachter.result(30)
        with sloten.houd("gesprek", "sleutel"):
            pass
    database.sluit()
