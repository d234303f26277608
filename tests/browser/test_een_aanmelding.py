"""One aanmelding from both sides: two colleagues who close together, one who was late, and a family that looks back."""

from __future__ import annotations

import uuid

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import BUREAU, Server
from tests.browser.hulp import GEMEENTE, knop, meld_aan_bij_balie
from tests.browser.test_axe import axe, blad
from tests.browser.test_balie import VELDEN, keur_balie

__all__ = ["axe", "blad"]
pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]


@pytest.fixture
def verstuurd(server: Server) -> dict[str, str]:
    """Kenmerk and code of an aanmelding with a sign of danger."""
    with httpx.Client(base_url=f"{server.url}/api/v1", timeout=60) as client:
        gesprek = client.post("/gesprekken", json={"gemeente": GEMEENTE}).json()
        antwoord = client.post(
            "/aanmeldingen",
            json={"gesprek": gesprek["id"], "velden": VELDEN, "toestemming": {"versturen": True}},
            headers={"Authorization": f"Bearer {gesprek['token']}", "Idempotency-Key": str(uuid.uuid4())},
        )
        return dict(antwoord.raise_for_status().json())


def open_stap(page: Page, naam: str) -> None:
    page.locator(f"#stap-{naam} summary").click()


def test_wat_je_typte_staat_er_nog_als_een_collega_eerder_was(
    blad: Page, chromium: Browser, server: Server, verstuurd: dict[str, str], axe: str
):
    pad = f"{server.url}/balie/aanmeldingen/{verstuurd['kenmerk']}"
    meld_aan_bij_balie(blad, server)
    blad.goto(pad)
    knop(blad, "Pak deze aanmelding op").click()
    expect(blad.get_by_role("status")).to_be_visible()
    ander = blad.context.new_page()
    ander.goto(pad)
    open_stap(ander, "contact_gelukt")
    ander.locator("#contact_gelukt-keuze").select_option("telefoon")
    ander.locator("#contact_gelukt-tekst").fill("Lang gesproken.")
    open_stap(blad, "afsluiten")
    blad.locator("#afsluiten-keuze").select_option("advies")
    knop(blad, "Sluit deze aanmelding af").click()
    expect(blad.get_by_text("Wacht op een collega")).to_be_visible()
    keur_balie(blad, axe)
    ander.locator("#stap-contact_gelukt").get_by_role("button", name="Leg vast").click()
    expect(ander.get_by_role("status")).to_be_visible()
    open_stap(blad, "laat_open")
    blad.locator("#laat_open-tekst").fill("Nog niet, eerst school.")
    knop(blad, "Laat deze aanmelding open").click()
    expect(blad.get_by_role("alert")).to_contain_text("contact gehad")
    expect(blad.locator("#notitie-tekst")).to_have_value("Nog niet, eerst school.")
    keur_balie(blad, axe)


def test_het_gezin_kijkt_met_een_tik_terug(blad: Page, server: Server, verstuurd: dict[str, str], axe: str):
    meld_aan_bij_balie(blad, server)
    blad.goto(f"{server.url}/balie/aanmeldingen/{verstuurd['kenmerk']}")
    knop(blad, "Pak deze aanmelding op").click()
    open_stap(blad, "contact_gelukt")
    blad.locator("#contact_gelukt-keuze").select_option("telefoon")
    blad.locator("#stap-contact_gelukt").get_by_role("button", name="Leg vast").click()
    expect(blad.get_by_role("status")).to_be_visible()
    blad.set_viewport_size({"width": BUREAU[0], "height": BUREAU[1]})
    blad.goto(f"{server.url}/aanmelding")
    blad.get_by_label("Kenmerk").fill(verstuurd["kenmerk"])
    blad.get_by_label("Code").fill(verstuurd["code"])
    knop(blad, "Open je aanmelding").click()
    expect(blad.get_by_role("heading", name="Luisterden we goed naar je?")).to_be_visible()
    keur_balie(blad, axe)
    knop(blad, "Een beetje").click()
    expect(blad.get_by_role("status")).to_contain_text("Dank je wel")
    expect(blad.get_by_role("heading", name="Luisterden we goed naar je?")).to_have_count(0)
