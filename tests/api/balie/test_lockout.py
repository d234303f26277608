"""Failed attempts, counted by all processes together, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from api.balie.lockout import LANGSTE_SLOT, VERGETEN, Inlogslot, vergeet_oude
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.login_tables import Inlogpoging
from api.database.migrate import migreer

NU = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    migreer(database)
    yield database
    database.sluit()


@pytest.fixture
def bos(tmp_path: Path) -> Sleutelbos:
    return Sleutelbos.open(None, tmp_path)


@pytest.mark.parametrize("soort", ["wachtwoord", "code"])
def test_het_slot_duurt_elke_keer_langer_tot_het_langste(database: Database, bos: Sleutelbos, soort: str) -> None:
    slot, nu, duren = Inlogslot(database, bos, soort), NU, []
    for _ in range(20):
        assert slot.neem("Ans", nu) == 0
        duren.append(slot.neem("ans ", nu) if len(duren) >= 4 else 0)
        nu += timedelta(seconds=duren[-1])
    assert duren[4] == 31
    assert duren[4:8] == sorted(set(duren[4:8]))
    assert duren[-1] == int(LANGSTE_SLOT[soort].total_seconds()) + 1


def test_een_ander_proces_kent_de_fouten_ook(database: Database, bos: Sleutelbos, tmp_path: Path) -> None:
    for _ in range(5):
        assert Inlogslot(database, bos).neem("Ans", NU) == 0
    ander = Database(str(database.url.render_as_string(hide_password=False)))
    assert Inlogslot(ander, Sleutelbos.open(None, tmp_path)).neem("Ans", NU) > 0
    assert Inlogslot(ander, bos, "code").neem("Ans", NU) == 0, "de tweede stap telt apart"
    ander.sluit()


def test_veel_pogingen_tegelijk_komen_er_niet_omheen(database: Database, bos: Sleutelbos) -> None:
    slot = Inlogslot(database, bos)
    with ThreadPoolExecutor(8) as draden:
        wacht = list(draden.map(lambda _: slot.neem("Ans", NU), range(24)))
    assert wacht.count(0) == 5


def test_wat_goed_is_vergeet_de_fouten_en_oude_verdwijnen(database: Database, bos: Sleutelbos) -> None:
    slot = Inlogslot(database, bos)
    for _ in range(4):
        slot.neem("Ans", NU)
    slot.goed("Ans")
    assert [slot.neem("Ans", NU) for _ in range(5)] == [0] * 5
    with database.schrijven() as sessie:
        vergeet_oude(sessie, NU + VERGETEN)
        assert sessie.scalar(select(func.count()).select_from(Inlogpoging)) == 1
        vergeet_oude(sessie, NU + VERGETEN + timedelta(seconds=1))
        assert sessie.scalar(select(func.count()).select_from(Inlogpoging)) == 0


def test_de_naam_zelf_wordt_niet_bewaard(database: Database, bos: Sleutelbos) -> None:
    Inlogslot(database, bos).neem("Annelies", NU)
    with database.lezen() as sessie:
        assert "annelies" not in sessie.scalars(select(Inlogpoging.merk)).one()


def test_vergeten_duurt_langer_dan_het_langste_slot() -> None:
    assert max(LANGSTE_SLOT.values()) < VERGETEN
