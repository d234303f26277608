"""A balie whose gemeente has a provider, and someone who signs in there; on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from actions.context import Gereedschap
from api.context import Huis
from api.database.tables import Inzage, Medewerker
from assistant.gate.danger import Gevaarlezer
from tests.api.balie.conftest import browser, naprater
from tests.api.balie.oidc.provider import CLIENT, GEHEIM, Provider, draai
from tests.api.conftest import Wijzerplaat, bouw, client_van
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import Browser

__all__ = ["browser", "naprater"]
HIER = "ridderkerk"
ROLLEN = [
    {"waarde": "jgt-alles", "rol": "coordinator"},
    {"waarde": "jgt-noord", "rol": "medewerker", "team": "jgt-ridderkerk-noord"},
    {"waarde": "jgt-beheer", "rol": "beheerder"},
    {"waarde": "jgt-weg-team", "rol": "medewerker", "team": "bestaat-niet"},  # the team was taken out of teams.yml
]
MFA = {"claim": "amr", "waarden": ["mfa"]}
MaakHuis = Callable[..., Huis]


@pytest.fixture
def provider(klok: Wijzerplaat) -> Iterator[Provider]:
    with draai(Provider(klok=klok)) as een:
        yield een


def instellen(map_: Path, *aanbieders: dict[str, Any]) -> Path:
    """The file with providers; JSON is YAML too."""
    bestand = map_ / "oidc.yml"
    (map_ / "geheim").write_text(GEHEIM + "\n")
    bestand.write_text(json.dumps([{"client_geheim_bestand": str(map_ / "geheim"), **een} for een in aanbieders]))
    return bestand


def aanbieder(provider: Provider, **anders: Any) -> dict[str, Any]:
    vast = {"gemeente": HIER, "issuer": provider.adres, "client_id": CLIENT, "rollen": ROLLEN, "tweede_stap": MFA}
    return {naam: waarde for naam, waarde in (vast | anders).items() if waarde is not None}


@pytest.fixture
def maak_huis(
    database_url: str, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer, naprater: Naprater,
    klok: Wijzerplaat, provider: Provider,
) -> Iterator[MaakHuis]:  # fmt: skip
    """Builds a house with this configuration; several on one database are several processes."""
    gebouwd: list[Huis] = []

    def maak(*aanbieders: dict[str, Any], **instellingen: Any) -> Huis:
        bestand = instellen(tmp_path, *(aanbieders or (aanbieder(provider),)))
        huis = bouw(database_url, tmp_path, gereedschap, gevaar, naprater, klok, oidc_bestand=bestand, **instellingen)
        gebouwd.append(huis)
        return huis

    yield maak
    for huis in gebouwd:
        huis.database.sluit()


@pytest.fixture
def huis(maak_huis: MaakHuis) -> Huis:
    return maak_huis()


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    with client_van(huis) as client:
        yield client


class Bureau:
    """Someone at a computer with a browser; the way to the provider and back goes over real HTTP."""

    def __init__(self, client: TestClient, gemeente: str = HIER) -> None:
        self.client, self.gemeente, self.browser = client, gemeente, Browser(client)

    def heen(self, verder: str = "/balie") -> str:
        """Where the provider sends the browser back to, with code and state."""
        uit = self.client.get(f"/balie/oidc/{self.gemeente}", params={"verder": verder}, follow_redirects=False)
        assert uit.status_code == 303, uit.text
        van_hen = httpx.get(uit.headers["location"], follow_redirects=False)
        assert van_hen.status_code == 302, van_hen.text
        return van_hen.headers["location"]

    def terug(self, adres: str) -> Browser:
        delen = urlsplit(adres)
        return self.browser.open(f"{delen.path}?{delen.query}")

    def meld_aan(self, verder: str = "/balie") -> Browser:
        """There and back; gives the page on which that ends."""
        return self.terug(self.heen(verder))


@pytest.fixture
def bureau(client: TestClient) -> Bureau:
    return Bureau(client)


@pytest.fixture
def live(maak_huis: MaakHuis, monkeypatch: pytest.MonkeyPatch) -> Huis:
    """The house of a gemeente that is not of the demonstration: a second step is needed."""
    huis = maak_huis()
    huis.settings.live = True
    return huis


def medewerkers(huis: Huis) -> list[tuple[str, str, str | None]]:
    with huis.database.lezen() as sessie:
        return [(rij.naam, rij.rol, rij.team) for rij in sessie.scalars(select(Medewerker).order_by(Medewerker.id))]


def inzagen(huis: Huis) -> list[tuple[str, str]]:
    with huis.database.lezen() as sessie:
        return [(rij.wie, rij.wat) for rij in sessie.scalars(select(Inzage).order_by(Inzage.nummer))]
