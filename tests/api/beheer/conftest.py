"""What an administrator works on: a house on SQLite and once more on PostgreSQL, and the command line beside it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.chat import store
from api.chat.service import start_gesprek
from api.cli_beheer import beheer
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.tables import Inzage
from api.settings import Settings
from tests.api.balie.conftest import Stuur, browser, naprater, overal, stuur_naar

__all__ = ["browser", "naprater", "overal", "zoals_de_server"]
Beheer = Callable[..., Result]


@pytest.fixture
def huis(overal: Huis) -> Huis:
    """Both kinds of database."""
    return overal


@pytest.fixture
def stuur(huis: Huis) -> Stuur:
    return stuur_naar(huis)


@pytest.fixture
def opdracht(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> Beheer:
    """`voordeur beheer ...` on the same database, key and clock; `invoer` is what is typed."""
    monkeypatch.setenv("VOORDEUR_DATA", str(huis.settings.data))
    monkeypatch.setenv("VOORDEUR_DATABASE_URL", huis.database.url.render_as_string(hide_password=False))
    monkeypatch.setattr("api.app.bouw_huis", partial(zoals_de_server, huis))

    def doe(*woorden: str, invoer: str = "", einde: int = 0) -> Result:
        uit = CliRunner().invoke(beheer, list(woorden), input=invoer)
        assert uit.exit_code == einde, uit.output + repr(uit.exception)
        return uit

    return doe


def zoals_de_server(huis: Huis, settings: Settings) -> Huis:
    """A house of its own from the settings, with the content that is loaded already and the clock of the test."""
    bos = Sleutelbos.open(settings.master_key, settings.data, settings.master_key_oud)
    return replace(huis, settings=settings, database=Database(settings.database), bos=bos)


def gesprek(huis: Huis, gemeente: str = "kaag-en-braassem") -> str:
    """A conversation that was begun; gives its number."""
    return str(start_gesprek(huis, gemeente_id=gemeente, rol=None, adres="test")["id"])


def bestaat(huis: Huis, gesprek_id: str) -> bool:
    with huis.database.lezen() as sessie:
        return store.get_gesprek(sessie, gesprek_id) is not None


def inzagen(huis: Huis) -> list[tuple[str, str, str | None]]:
    """Who did what for which gemeente, oldest first."""
    with huis.database.lezen() as sessie:
        return [(rij.wie, rij.wat, rij.gemeente) for rij in sessie.query(Inzage).order_by(Inzage.nummer)]


def sleutelbestand(map_: Path) -> bytes:
    return base64.b64decode((map_ / "hoofdsleutel").read_text())
