"""The worker lives with the application, and outlives a database that is away."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from api.context import Huis
from api.database.engine import DatabaseWeg
from api.levering import worker
from tests.api.balie.conftest import Stuur
from tests.api.conftest import client_van
from tests.api.levering.conftest import standen
from tests.api.levering.fake_openklant import OpenKlant


class Rondes:
    """An end that comes after so many rounds."""

    def __init__(self, aantal: int) -> None:
        self.over = aantal

    def wait(self, _: float) -> bool:
        self.over -= 1
        return self.over < 0

    def is_set(self) -> bool:
        return False


def test_met_de_applicatie_begint_de_werker_en_wat_klaarstaat_gaat_weg(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, monkeypatch: pytest.MonkeyPatch
) -> None:
    aangekomen, rond_af = threading.Event(), worker._rond_af

    def en_zeg_het(*delen: Any) -> None:
        rond_af(*delen)
        aangekomen.set()

    monkeypatch.setattr(worker, "TIK_S", 0.01)
    monkeypatch.setattr(worker, "_rond_af", en_zeg_het)
    with client_van(huis):
        kenmerk = stuur()
        assert aangekomen.wait(20)
    assert standen(huis, kenmerk)[0][2] == "geleverd"


def test_een_database_die_even_weg_is_houdt_de_werker_niet_op(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, monkeypatch: pytest.MonkeyPatch
) -> None:
    kenmerk, neem, keren = stuur(), worker._neem, []

    def eerst_weg(huis: Huis) -> Any:
        keren.append(1)
        if len(keren) == 1:
            raise DatabaseWeg
        return neem(huis)

    monkeypatch.setattr(worker, "_neem", eerst_weg)
    worker.draai(huis, Rondes(2))  # type: ignore[arg-type]
    assert standen(huis, kenmerk)[0][2] == "geleverd"


def test_wie_stopt_begint_niet_aan_een_volgende(huis: Huis, openklant: OpenKlant, stuur: Stuur) -> None:
    stuur()
    assert worker.lever_klaar(huis, stop=lambda: True) == 0
    assert openklant.verzoeken == []
