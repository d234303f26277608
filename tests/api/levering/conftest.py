"""A house that delivers to receivers on this machine, on SQLite and on PostgreSQL; nothing waits for a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from actions.context import Gereedschap
from api.aanmelding.store import find_aanmelding
from api.context import Huis
from api.database.tables import AanmeldingRij, LeveringRij
from api.levering import store, web
from assistant.gate.danger import Gevaarlezer
from tests.api.balie.conftest import Stuur, stuur_naar
from tests.api.conftest import Wijzerplaat, bouw
from tests.api.levering.fake_openklant import OpenKlant
from tests.api.levering.server import Ontvanger, draai
from tests.api.levering.smtp import Brievenbus
from tests.api.pages.brain import Naprater

MaakHuis = Callable[..., Huis]


@pytest.fixture(autouse=True)
def ongeduldig(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A receiver that says nothing is given up soon; one that only shares a busy machine with us is not."""
    gegeven = getattr(request.node, "callspec", None)
    if gegeven is not None and "traag" in gegeven.params.values():
        monkeypatch.setattr(web, "TERMIJN_S", 1.5)


@pytest.fixture
def openklant() -> Iterator[OpenKlant]:
    ontvanger = OpenKlant()
    with draai(ontvanger):
        yield ontvanger


@pytest.fixture
def haak() -> Iterator[Ontvanger]:
    """What receives the webhook."""
    ontvanger = Ontvanger()
    with draai(ontvanger):
        yield ontvanger


@pytest.fixture
def brievenbus() -> Iterator[Brievenbus]:
    with Brievenbus() as bus:
        yield bus


@pytest.fixture
def maak_huis(tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer, klok: Wijzerplaat) -> Iterator[MaakHuis]:
    """Builds a house on this database with these settings; several on one database are several processes."""
    gebouwd: list[Huis] = []

    def maak(url: str, **instellingen: Any) -> Huis:
        gebouwd.append(bouw(url, tmp_path, gereedschap, gevaar, Naprater(), klok, **instellingen))
        return gebouwd[-1]

    yield maak
    for huis in gebouwd:
        huis.database.sluit()


def naar_openklant(openklant: OpenKlant) -> dict[str, Any]:
    """The settings with which Open Klant is a target."""
    return {"openklant_url": openklant.adres, "openklant_token": "geheim-token"}


@pytest.fixture
def huis(maak_huis: MaakHuis, database_url: str, openklant: OpenKlant) -> Huis:
    """A house that delivers to Open Klant, on both kinds of database."""
    return maak_huis(database_url, **naar_openklant(openklant))


@pytest.fixture
def stuur(huis: Huis) -> Stuur:
    return stuur_naar(huis)


def aanmelding(huis: Huis, kenmerk: str) -> AanmeldingRij:
    with huis.database.lezen() as sessie:
        rij = find_aanmelding(sessie, kenmerk)
    assert rij is not None
    return rij


def leveringen(huis: Huis, kenmerk: str) -> list[LeveringRij]:
    with huis.database.lezen() as sessie:
        return store.list_van(sessie, aanmelding(huis, kenmerk).id)


def standen(huis: Huis, kenmerk: str) -> list[tuple[str, str, str]]:
    return [(rij.doel, rij.soort, rij.status) for rij in leveringen(huis, kenmerk)]
