"""A house with a brain that repeats and Open Klant as its target, on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.context import Huis
from api.levering import worker
from tests.api.balie.conftest import Stuur, stuur_naar
from tests.api.conftest import client_van
from tests.api.levering.conftest import maak_huis, naar_openklant, openklant
from tests.api.levering.fake_openklant import OpenKlant

__all__ = ["maak_huis", "openklant"]


@pytest.fixture(autouse=True)
def geen_werker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the test delivers, not the worker of the application beside it."""
    monkeypatch.setattr(worker, "TIK_S", 3600)


@pytest.fixture
def huis(maak_huis: Any, database_url: str, openklant: OpenKlant) -> Huis:
    huis = maak_huis(database_url, **naar_openklant(openklant))
    assert isinstance(huis, Huis)
    return huis


@pytest.fixture
def stuur(huis: Huis) -> Stuur:
    return stuur_naar(huis)


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    with client_van(huis) as client:
        yield client


def soorten(antwoord: Any) -> list[str]:
    """Which kinds of cards an answer carries."""
    return [bericht["soort"] for bericht in antwoord.json()["berichten"]]
