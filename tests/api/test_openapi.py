"""The API does what its own document says: schemathesis makes up requests for every operation, with and without a real gesprek."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import CheckFunction
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.context import Huis
from tests.api.balie.conftest import stuur_naar
from tests.api.conftest import Bezoeker, client_van
from tests.api.pages.conftest import huis, naprater
from tests.api.veiligheid.requests import toegang_tot

__all__ = ["huis", "naprater"]
TOEVAL = settings(
    max_examples=12,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
CONTROLES: list[CheckFunction] = [
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    with client_van(huis) as client:
        yield client


@pytest.fixture
def api(client: TestClient) -> Any:
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app)


schema = schemathesis.pytest.from_fixture("api")


def klopt(case: Any) -> None:
    """No 5xx, and nothing that the document does not name."""
    antwoord = case.call()
    assert antwoord.status_code < 500, f"{case.method} {case.path}: {antwoord.status_code}"
    case.validate_response(antwoord, checks=CONTROLES)


@schema.parametrize()
@TOEVAL
def test_wat_iemand_ook_stuurt_het_antwoord_staat_in_het_document(case: Any) -> None:
    klopt(case)


@schema.parametrize()
@TOEVAL
def test_ook_met_een_echt_gesprek_en_een_echte_aanmelding(case: Any, huis: Huis, client: TestClient) -> None:
    delen = case.path_parameters or {}
    if "gesprek_id" in delen:
        bezoeker = Bezoeker(client)
        case.path_parameters = delen | {"gesprek_id": bezoeker.id}
        case.headers["Authorization"] = bezoeker.kop["Authorization"]
    elif "kenmerk" in delen:
        kenmerk = stuur_naar(huis)()
        case.path_parameters = delen | {"kenmerk": kenmerk}
        case.headers["Authorization"] = f"Bearer {toegang_tot(huis, kenmerk)}"
    elif "slug" in delen:
        case.path_parameters = {"thema": "slapen", "slug": "peuter-uit-bed"}
    klopt(case)
