"""The application with a brain that repeats, and a browser without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from actions.context import Gereedschap
from api.context import Huis
from assistant.gate.danger import Gevaarlezer
from tests.api.conftest import Wijzerplaat, bouw
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import Browser


@pytest.fixture
def naprater() -> Naprater:
    return Naprater()


@pytest.fixture
def huis(
    tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer, naprater: Naprater, klok: Wijzerplaat
) -> Iterator[Huis]:
    gebouwd = bouw(f"sqlite:///{tmp_path / 'v.sqlite3'}", tmp_path, gereedschap, gevaar, naprater, klok)
    yield gebouwd
    gebouwd.database.sluit()


@pytest.fixture
def browser(client: TestClient) -> Browser:
    return Browser(client)
