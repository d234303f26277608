"""Storage: migrations, locks, one writer, nothing half written, on both databases."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import inspect, text

from api.crypto import Kluis, Sleutelbos, SleutelFout
from api.database.engine import Database, DatabaseWeg
from api.database.locks import Bezet, Sloten
from api.database.migrate import migreer
from api.database.tables import Tabel
from api.settings import ROOT


@pytest.fixture
def database(database_url):
    database = Database(database_url)
    yield database
    database.sluit()


def test_migraties_op_en_neer_en_gelijk_aan_de_tabellen(database):
    migreer(database)
    migreer(database)
    kijk = inspect(database.engine)
    assert set(kijk.get_table_names()) - {"alembic_version"} == set(Tabel.metadata.tables)
    for naam, tabel in Tabel.metadata.tables.items():
        assert {kolom["name"] for kolom in kijk.get_columns(naam)} == {kolom.name for kolom in tabel.columns}
    migreer(database, naar="base")
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}


def test_twee_processen_die_tegelijk_migreren(database_url):
    een, twee = Database(database_url), Database(database_url)
    with ThreadPoolExecutor(2) as draden:
        list(draden.map(migreer, [een] if een.is_sqlite else [een, twee]))
    assert inspect(een.engine).has_table("gesprek")
    een.sluit()
    twee.sluit()


def test_een_transactie_wordt_helemaal_geschreven_of_helemaal_niet(database):
    migreer(database)
    rij = text("insert into medewerker (naam, wachtwoord, gemeente, demo) values (:n, 'x', 'g', false)")
    with pytest.raises(RuntimeError), database.schrijven() as sessie:
        sessie.execute(rij, {"n": "half"})
        raise RuntimeError
    with database.schrijven() as sessie:
        sessie.execute(rij, {"n": "heel"})
    with database.lezen() as sessie:
        assert sessie.scalars(text("select naam from medewerker")).all() == ["heel"]


def test_tijd_zonder_tijdzone_wordt_geweigerd(database):
    from sqlalchemy.exc import StatementError

    from api.database.tables import Zitting

    migreer(database)
    with pytest.raises(StatementError), database.schrijven() as sessie:
        sessie.add(Zitting(token_merk="x", medewerker_id=1, tot=datetime(2026, 1, 1)))


def test_onbereikbare_database_is_een_duidelijke_fout(tmp_path):
    weg = Database("postgresql://postgres@127.0.0.1:1/niets")
    with pytest.raises(DatabaseWeg), weg.lezen() as sessie:
        sessie.execute(text("select 1"))
    assert not weg.leeft()


def test_slot_van_een_gesprek_laat_er_een_tegelijk_door(database):
    sloten, binnen, hoogste = Sloten(database), [0], [0]
    tel = threading.Lock()

    def een(_):
        with sloten.houd("gesprek"):
            with tel:
                binnen[0] += 1
                hoogste[0] = max(hoogste[0], binnen[0])
            with tel:
                binnen[0] -= 1

    with ThreadPoolExecutor(8) as draden:
        list(draden.map(een, range(40)))
    assert hoogste == [1]
    assert not sloten._hier, "er blijft niets achter"


def test_bezige_sleutel_wordt_meteen_geweigerd_en_daarna_weer_toegelaten(database):
    sloten = Sloten(database)
    with sloten.houd("gesprek", "sleutel"):
        with pytest.raises(Bezet), sloten.houd("gesprek", "sleutel"):
            pass
        with sloten.houd("ander", "sleutel"):
            pass
    with sloten.houd("gesprek", "sleutel"):
        pass


@pytest.mark.postgres
def test_slot_van_een_gestorven_proces_is_meteen_vrij(postgres_url):
    code = textwrap.dedent(f"""
        import sys
        from api.database.engine import Database
        from api.database.locks import Sloten
        with Sloten(Database({postgres_url!r})).houd("gesprek", "sleutel"):
            sys.stdout.write("vast\\n"); sys.stdout.flush()
            sys.stdin.read()
    """)
    proces = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert proces.stdout.readline() == b"vast\n"
    sloten = Sloten(Database(postgres_url))
    with pytest.raises(Bezet), sloten.houd("gesprek", "sleutel"):
        pass
    os.kill(proces.pid, signal.SIGKILL)
    proces.wait()
    with sloten.houd("gesprek"):
        pass


def test_sleutelbos_opent_alleen_wat_erbij_hoort(tmp_path):
    bos = Sleutelbos.open(None, tmp_path)
    assert (tmp_path / "hoofdsleutel").stat().st_mode & 0o777 == 0o600
    ingepakt = bos.nieuwe_sleutel("a")
    gesloten = bos.kluis(ingepakt, "a").sluit(b"geheim", "zorg")
    assert Sleutelbos.open(None, tmp_path).kluis(ingepakt, "a").open(gesloten, "zorg") == b"geheim"
    for fout in (lambda: bos.kluis(ingepakt, "b"), lambda: bos.kluis(ingepakt, "a").open(gesloten, "naam")):
        with pytest.raises(SleutelFout):
            fout()
    with pytest.raises(SleutelFout):
        bos.kluis(ingepakt, "a").open(gesloten[:-1] + b"\x00", "zorg")
    with pytest.raises(SleutelFout):
        Sleutelbos.open("geen base64!", tmp_path)
    with pytest.raises(SleutelFout):
        Sleutelbos(b"kort")
    assert isinstance(bos.kluis(ingepakt, "a"), Kluis)


def test_merken_zijn_vergelijkbaar_en_niet_leesbaar(tmp_path):
    bos = Sleutelbos.open(None, tmp_path)
    assert bos.klopt("code", bos.merk("code")) and not bos.klopt("ander", bos.merk("code"))
    assert "code" not in bos.merk("code")
