"""The application with a brain that repeats, an employee, and a family with an aanmelding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.balie.accounts import maak_medewerker
from api.context import Huis
from api.database.tables import SignaalTelling
from tests.api.balie.conftest import WACHTWOORD, meld_aan, stuur
from tests.api.conftest import client_van
from tests.api.pages.browser import Browser
from tests.api.pages.conftest import browser, huis, naprater

__all__ = ["browser", "huis", "naprater", "stuur"]
GEVAAR = "ik wil vanavond een eind aan mijn leven maken"
ANTWOORD = "Ik ben een computer. Niemand leest nu mee."


def tellingen(huis: Huis) -> list[SignaalTelling]:
    """What was counted so far, written away first."""
    huis.teller.schrijf_weg(huis.database)
    with huis.database.lezen() as sessie:
        return list(sessie.scalars(select(SignaalTelling).order_by(SignaalTelling.id)))


def is_veiligheidsantwoord(inhoud: Any) -> bool:
    return any(bericht.get("id") == "veiligheid/computer" for bericht in inhoud.get("berichten", ()))


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    with client_van(huis) as client:
        yield client


@pytest.fixture
def ans(huis: Huis) -> Iterator[Browser]:
    """Ans works in Kaag en Braassem and is signed in, in a browser of her own."""
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    with client_van(huis) as client:
        yield meld_aan(Browser(client), "Ans")
