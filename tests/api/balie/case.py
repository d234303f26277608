"""One aanmelding that someone at the balie has open, and what is stored about it."""

from __future__ import annotations

from typing import Any

from api.aanmelding import service, store
from api.balie.steps import STAPPEN
from api.balie.work import laatste_van_gezin
from api.context import Huis
from api.database.tables import AanmeldingRij
from tests.api.pages.browser import Browser


def rij_van(huis: Huis, kenmerk: str) -> AanmeldingRij:
    with huis.database.lezen() as sessie:
        rij = store.find_aanmelding(sessie, kenmerk)
    assert rij is not None
    return rij


def logboek(huis: Huis, kenmerk: str) -> list[tuple[str, str, str | None]]:
    rij = rij_van(huis, kenmerk)
    with huis.database.lezen() as sessie:
        regels = store.list_logboek(sessie, rij.id)
    return [(regel.wie, regel.soort, store.open_tekst(rij, regel, huis.bos)) for regel in regels]


def familie(huis: Huis, kenmerk: str) -> str:
    """Everything the family can read."""
    return service.lees(huis, rij_van(huis, kenmerk)).model_dump_json()


def gezien(huis: Huis, kenmerk: str, stap: str) -> str:
    """What the form of this step would carry along now."""
    rij = rij_van(huis, kenmerk)
    with huis.database.lezen() as sessie:
        return STAPPEN[stap].gezien(rij, laatste_van_gezin(store.list_logboek(sessie, rij.id)))


class Zaak:
    """One aanmelding that someone has open."""

    def __init__(self, browser: Browser, kenmerk: str) -> None:
        self.browser, self.pad = browser, f"/balie/aanmeldingen/{kenmerk}"
        browser.open(self.pad)

    def doe(self, stap: str, **velden: Any) -> Browser:
        return self.browser.stuur(f"{self.pad}/{stap}", **velden)
