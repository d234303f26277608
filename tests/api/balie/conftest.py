"""A balie with two employees and a browser each; the brain only repeats."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from actions.context import Gereedschap
from api.aanmelding import service
from api.aanmelding.schemas import NieuweAanmelding
from api.balie.accounts import maak_medewerker
from api.balie.rights import Rol
from api.context import Huis
from assistant.gate.danger import Gevaarlezer
from tests.api.conftest import Wijzerplaat, bouw, client_van
from tests.api.pages.brain import Naprater
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


@pytest.fixture
def overal(
    database_url: str,
    tmp_path: Path,
    gereedschap: Gereedschap,
    gevaar: Gevaarlezer,
    naprater: Naprater,
    klok: Wijzerplaat,
) -> Iterator[Huis]:
    """A house on SQLite, and once more on PostgreSQL."""
    gebouwd = bouw(database_url, tmp_path, gereedschap, gevaar, naprater, klok)
    yield gebouwd
    gebouwd.database.sluit()


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
def als(huis: Huis) -> Iterator[Callable[..., Browser]]:
    """Someone in this role, signed in at a computer of their own."""
    with ExitStack() as open_:

        def doe(rol: Rol, *, gemeente: str = "kaag-en-braassem", team: str | None = None) -> Browser:
            naam = f"{rol} {secrets.token_hex(3)}"
            maak_medewerker(huis, naam, WACHTWOORD, gemeente, rol=rol, team=team)
            return meld_aan(Browser(open_.enter_context(client_van(huis))), naam)

        yield doe


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    with client_van(huis) as client:
        yield client
