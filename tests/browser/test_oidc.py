"""Signing in with the account of the gemeente, in a real browser: the provider is another site, cookies are as strict as ever."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.hulp import knop
from tests.browser.test_axe import axe, blad
from tests.browser.test_balie import keur_balie

__all__ = ["axe", "blad"]
pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]
NAAR_GEMEENTE = "Aanmelden met je account van Kaag en Braassem"


@pytest.fixture
def zonder_rol(server: Server) -> Iterator[None]:
    rollen = server.aanbieder.persoon["roles"]
    server.aanbieder.persoon["roles"] = []
    yield
    server.aanbieder.persoon["roles"] = rollen


def naar_gemeente(page: Page, server: Server, pad: str = "/balie") -> None:
    page.goto(f"{server.url}{pad}")
    page.get_by_role("link", name=NAAR_GEMEENTE).click()
    expect(page.get_by_role("heading", name="Gemeente")).to_be_visible()


def test_met_het_account_van_de_gemeente_naar_de_werklijst_en_weer_uit(blad: Page, server: Server, axe: str):
    blad.goto(f"{server.url}/balie")
    keur_balie(blad, axe)
    naar_gemeente(blad, server)
    knop(blad, "Inloggen").click()
    expect(blad.get_by_role("heading", name="Werklijst Kaag en Braassem")).to_be_visible()
    expect(blad.get_by_text("Bo · Kaag en Braassem")).to_be_visible()
    assert blad.url == f"{server.url}/balie"
    namen = {koek["name"]: koek for koek in blad.context.cookies()}
    assert (namen["voordeur_balie"]["sameSite"], namen["voordeur_balie"]["httpOnly"]) == ("Strict", True)
    assert "voordeur_oidc" not in namen
    knop(blad, "Afmelden").click()
    expect(blad.get_by_text("Bij Kaag en Braassem ben je nog aangemeld")).to_be_visible()
    keur_balie(blad, axe)
    blad.get_by_role("link", name="Meld je af bij Kaag en Braassem").click()
    expect(blad.get_by_role("heading", name="Tot ziens")).to_be_visible()
    blad.goto(f"{server.url}/balie")
    expect(blad.get_by_role("heading", name="Aanmelden bij de balie")).to_be_visible()


def test_met_het_toetsenbord_en_terug_op_de_pagina_waar_je_heen_wilde(blad: Page, server: Server):
    blad.goto(f"{server.url}/balie/leveringen")
    blad.get_by_role("link", name=NAAR_GEMEENTE).focus()
    blad.keyboard.press("Enter")
    knop(blad, "Inloggen").press("Enter")
    expect(blad).to_have_url(f"{server.url}/balie/leveringen")


def test_zonder_rol_lees_je_wat_je_kunt_doen(blad: Page, server: Server, axe: str, zonder_rol: None):
    naar_gemeente(blad, server)
    knop(blad, "Inloggen").click()
    expect(blad.get_by_role("alert")).to_contain_text("je hebt nog geen rol bij de balie")
    keur_balie(blad, axe)
    blad.goto(f"{server.url}/balie")
    expect(blad.get_by_role("heading", name="Aanmelden bij de balie")).to_be_visible()
