"""A whole application on a database of its own, with a clock that tests can move."""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from fastapi.testclient import TestClient

from actions.context import Gereedschap
from api.app import maak_app
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.migrate import migreer
from api.settings import Settings
from assistant.brain.brain import Brein
from assistant.gate.danger import Gevaarlezer
from tests.missing import ontbreekt

POSTGRES = os.environ.get("VOORDEUR_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


@dataclass
class Wijzerplaat:
    """A clock that stands still until a test moves it."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 11, 20, 21, 30, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.moment

    def verzet(self, **duur: float) -> None:
        self.moment += timedelta(**duur)


@pytest.fixture
def klok() -> Wijzerplaat:
    return Wijzerplaat()


@pytest.fixture(scope="session")
def postgres() -> str:
    """The server's address; in CI it must be there, elsewhere its absence is said."""
    try:
        with psycopg.connect(POSTGRES, connect_timeout=3):
            return POSTGRES
    except psycopg.OperationalError as fout:
        ontbreekt(f"geen PostgreSQL op {POSTGRES.rsplit('@')[-1]}: {fout}")


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """A fresh database on the real server."""
    naam = f"voordeur_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(postgres, autocommit=True) as verbinding:
        verbinding.execute(f'create database "{naam}"')
    yield postgres.rsplit("/", 1)[0] + f"/{naam}"
    with psycopg.connect(postgres, autocommit=True) as verbinding:
        verbinding.execute(f'drop database "{naam}" with (force)')


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Both kinds of database."""
    if request.param == "postgres":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'voordeur.sqlite3'}"


def bouw(
    url: str, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer, brein: Any, klok: Any, **anders: Any
) -> Huis:
    """A house on this database."""
    settings = Settings(data=tmp_path, database_url=url, **{"rate_limit": "off", **anders})
    database = Database(url)
    migreer(database)
    return Huis(
        settings=settings,
        gereedschap=gereedschap,
        gevaar=gevaar,
        brein=brein,
        database=database,
        bos=Sleutelbos.open(None, tmp_path),
        klok=klok,
    )


class Stilstaand:
    """The real brain, without starting or stopping it with every application."""

    def __init__(self, brein: Brein) -> None:
        self._brein = brein

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._brein, naam)


@pytest.fixture
def huis(
    tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer, brein: Brein, klok: Wijzerplaat
) -> Iterator[Huis]:
    """A house on SQLite with the real brain."""
    gebouwd = bouw(f"sqlite:///{tmp_path / 'v.sqlite3'}", tmp_path, gereedschap, gevaar, Stilstaand(brein), klok)
    yield gebouwd
    gebouwd.database.sluit()


@pytest.fixture
def beide_huizen(
    database_url: str, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer, brein: Brein, klok: Wijzerplaat
) -> Iterator[Huis]:
    """A house on SQLite, and once more on PostgreSQL."""
    gebouwd = bouw(database_url, tmp_path, gereedschap, gevaar, Stilstaand(brein), klok)
    yield gebouwd
    gebouwd.database.sluit()


class Bezoeker:
    """Someone chatting over HTTP."""

    def __init__(self, client: TestClient, gemeente: str = "kaag-en-braassem", rol: str | None = None) -> None:
        self.client = client
        self.start = client.post("/api/v1/gesprekken", json={"gemeente": gemeente} | ({"rol": rol} if rol else {}))
        assert self.start.status_code == 201, self.start.text
        self.id, self.token = self.start.json()["id"], self.start.json()["token"]

    @property
    def kop(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def stuur(self, inhoud: dict[str, Any] | bytes, sleutel: str | None = None) -> Any:
        ruw = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
        kop = self.kop | ({"Idempotency-Key": sleutel} if sleutel else {})
        return self.client.post(f"/api/v1/gesprekken/{self.id}/berichten", content=ruw, headers=kop)

    def zeg(self, tekst: str) -> dict[str, Any]:
        antwoord = self.stuur({"tekst": tekst})
        assert antwoord.status_code == 200, antwoord.text
        return dict(antwoord.json())

    def kies(self, keuze: str) -> dict[str, Any]:
        antwoord = self.stuur({"keuze": keuze})
        assert antwoord.status_code == 200, antwoord.text
        return dict(antwoord.json())


def client_van(huis: Huis) -> TestClient:
    """HTTP without a socket; errors of the application come back as responses."""
    return TestClient(maak_app(huis=huis), raise_server_exceptions=False)


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    with client_van(huis) as client:
        yield client


@pytest.fixture
def bezoeker(client: TestClient) -> Bezoeker:
    return Bezoeker(client)
