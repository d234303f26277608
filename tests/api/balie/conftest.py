"""A balie with two employees and a browser each; the brain only repeats."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.aanmelding import service
from api.aanmelding.schemas import NieuweAanmelding
from api.balie.accounts import maak_medewerker
from api.context import Huis
from tests.api.conftest import client_van
from tests.api.pages.browser import Browser
from tests.api.pages.conftest import browser, huis, naprater

__all__ = ["browser", "huis", "naprater"]
WACHTWOORD = "een-lang-wachtwoord"
VELDEN: dict[str, Any] = {
    "rol": "ouder",
    "naam": "Sanne",
    "kern": "kaag",
    "zorg": "Hij slaapt al weken niet.\n\nIk ben op.",
    "contact": {"telefoon": "06 00000012", "veilig_bellen": True},
}
Stuur = Callable[..., str]


@pytest.fixture
def stuur(huis: Huis) -> Stuur:
    return stuur_naar(huis)


def stuur_naar(huis: Huis) -> Stuur:
    """Sends an aanmelding as a family would; gives its kenmerk."""

    def doe(gemeente: str = "kaag-en-braassem", contact: dict[str, Any] | None = None, **velden: Any) -> str:
        alles = VELDEN | velden | {"contact": VELDEN["contact"] | (contact or {})}
        inhoud = json.dumps({"gemeente": gemeente, "velden": alles, "toestemming": {"versturen": True}}).encode()
        nieuw = NieuweAanmelding.model_validate_json(inhoud)
        uit = service.verstuur(huis, nieuw, token="", sleutel=secrets.token_hex(8), inhoud=inhoud)
        return str(uit["kenmerk"])

    return doe


def meld_aan(browser: Browser, naam: str, wachtwoord: str = WACHTWOORD) -> Browser:
    return browser.open("/balie").stuur("/balie/aanmelden", naam=naam, wachtwoord=wachtwoord)


@pytest.fixture
def ans(huis: Huis, browser: Browser) -> Browser:
    """Ans works in Kaag en Braassem and is signed in."""
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    return meld_aan(browser, "Ans")


@pytest.fixture
def bert(huis: Huis) -> Iterator[Browser]:
    """Bert works there too, at another computer."""
    maak_medewerker(huis, "Bert", WACHTWOORD, "kaag-en-braassem")
    with client_van(huis) as client:
        yield meld_aan(Browser(client), "Bert")


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    with client_van(huis) as client:
        yield client
