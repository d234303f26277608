"""The pages, the balie and the outbox with consults in them; the brain only repeats."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.balie.conftest import als, ans, bert, browser, client, huis, naprater, overal
from tests.api.veiligheid.requests import CONSULT

__all__ = ["als", "ans", "bert", "browser", "client", "huis", "naprater", "overal"]
Vraag = Callable[..., Any]


@pytest.fixture
def vraag(client: TestClient) -> Vraag:
    """Asks for a consult over HTTP; gives the answer."""

    def doe(gemeente: str = "kaag-en-braassem", sleutel: str | None = None, **velden: Any) -> Any:
        ingevuld = {naam: waarde for naam, waarde in (CONSULT | velden).items() if waarde is not None}
        kop = {"Idempotency-Key": sleutel or secrets.token_hex(8)}
        return client.post("/api/v1/consulten", json={"gemeente": gemeente, "velden": ingevuld}, headers=kop)

    return doe
