"""The balie for everyone who works there: every page that someone logged in can open, with axe, small, and by keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid

import httpx
import pyotp
import pytest
from playwright.sync_api import Page, expect

from api.settings import ROOT
from tests.browser.conftest import BUREAU, SMAL, Server
from tests.browser.hulp import GEMEENTE, knop, meld_aan_bij_balie
from tests.browser.kijken import ERBUITEN, ZONDER_RAND, tab_naar
from tests.browser.test_axe import axe, blad, keur

__all__ = ["axe", "blad"]
pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]
TABLET = (820, 1180)
WACHTWOORD = "vier fietsen in de regen"
VELDEN = {
    "rol": "ouder",
    "naam": "Robin",
    "kern": "leimuiden",
    "zorg": "Mijn man slaat mij en de kinderen zien het.\nIk durf niet meer naar huis.",
    "contact": {
        "telefoon": "06 12345678",
        "email": "robin@voorbeeld.nl",
        "veilig_bellen": True,
        "wanneer": ["ochtend"],
    },
    "wens": "Rust thuis.",
}


@pytest.fixture(scope="module")
def kenmerk(server: Server) -> str:
    """An aanmelding with a sign of danger, sent by a family."""
    with httpx.Client(base_url=f"{server.url}/api/v1", timeout=60) as client:
        gesprek = client.post("/gesprekken", json={"gemeente": GEMEENTE}).json()
        verstuurd = client.post(
            "/aanmeldingen",
            json={"gesprek": gesprek["id"], "velden": VELDEN, "toestemming": {"versturen": True}},
            headers={"Authorization": f"Bearer {gesprek['token']}", "Idempotency-Key": str(uuid.uuid4())},
        )
        return str(verstuurd.raise_for_status().json()["kenmerk"])


@pytest.fixture(scope="module")
def beheerder(server: Server) -> str:
    """Someone who looks after the users, made at the command line."""
    naam = f"beheer-{uuid.uuid4().hex[:6]}"
    maak = ("beheer", "gebruiker", "maak", naam, "--gemeente", GEMEENTE, "--rol", "beheerder")
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "api.cli", *maak],
        cwd=ROOT,
        env=os.environ | {"VOORDEUR_DATA": str(server.data)},
        input=f"{WACHTWOORD}\n{WACHTWOORD}\n",
        text=True,
        check=True,
        capture_output=True,
        timeout=60,
        start_new_session=True,
    )
    return naam


def keur_balie(page: Page, axe: str) -> None:
    """Axe, and nothing outside the window on a phone and on a tablet, nor without edge in high contrast."""
    keur(page, axe)
    page.emulate_media(forced_colors="active")
    zonder_rand = page.evaluate(ZONDER_RAND)
    page.emulate_media(forced_colors="none")
    assert zonder_rand == []
    for breed, hoog in (SMAL, TABLET):
        page.set_viewport_size({"width": breed, "height": hoog})
        assert page.evaluate(ERBUITEN) == [], f"op {breed} pixels"
    page.set_viewport_size({"width": BUREAU[0], "height": BUREAU[1]})


def test_aanmelden_met_een_fout_wachtwoord(blad: Page, server: Server, axe: str):
    meld_aan_bij_balie(blad, server, wachtwoord="fout")
    expect(blad.get_by_role("alert")).to_be_visible()
    keur_balie(blad, axe)


def test_werklijst_en_dossier(blad: Page, server: Server, kenmerk: str, axe: str):
    meld_aan_bij_balie(blad, server)
    expect(blad.get_by_role("heading", name="Werklijst")).to_be_visible()
    keur_balie(blad, axe)
    blad.get_by_role("link", name=kenmerk).click()
    expect(blad.get_by_text("Ik durf niet meer naar huis").first).to_be_visible()
    keur_balie(blad, axe)
    knop(blad, "Pak deze aanmelding op").click()
    expect(blad.get_by_role("status")).to_be_visible()
    for uitklap in blad.locator(".balie__doen summary").all():
        uitklap.click()
    keur_balie(blad, axe)
    blad.goto(f"{server.url}/balie/aanmeldingen/{kenmerk}/print")
    keur_balie(blad, axe)
    blad.goto(f"{server.url}/balie/aanmeldingen/{kenmerk}/nieuwe-code")
    keur_balie(blad, axe)


def test_zoeken_op_nummer_en_met_pijlen_door_de_lijst(blad: Page, server: Server, kenmerk: str, axe: str):
    meld_aan_bij_balie(blad, server)
    blad.get_by_label("Zoek een aanmelding").fill("06-12345678")
    knop(blad, "Zoek").click()
    expect(blad.get_by_role("heading", name="Gezocht op telefoonnummer")).to_be_visible()
    eerste = blad.locator(".werk__link").first
    keur_balie(blad, axe)
    blad.get_by_role("link", name=kenmerk).focus()
    blad.keyboard.press("Home")
    expect(eerste).to_be_focused()
    blad.keyboard.press("ArrowUp")
    expect(eerste).to_be_focused()
    blad.keyboard.press("End")
    expect(blad.locator(".werk__link").last).to_be_focused()


@pytest.mark.parametrize("pad", ["veiligheid", "leveringen", "noodstop", "terugblik", "aanmeldingen/VD-XXXX-XXXX"])
def test_wat_een_coordinator_kan_openen(blad: Page, server: Server, axe: str, pad: str):
    meld_aan_bij_balie(blad, server)
    blad.goto(f"{server.url}/balie/{pad}")
    keur_balie(blad, axe)


@pytest.mark.parametrize("pad", ["gebruikers", "logboek", "leveringen", "noodstop", "veiligheid"])
def test_wat_een_beheerder_kan_openen(blad: Page, server: Server, beheerder: str, axe: str, pad: str):
    meld_aan_bij_balie(blad, server, beheerder, WACHTWOORD)
    blad.goto(f"{server.url}/balie/{pad}")
    keur_balie(blad, axe)


def test_de_tweede_stap_instellen_en_ermee_aanmelden(blad: Page, server: Server, beheerder: str, axe: str):
    meld_aan_bij_balie(blad, server, beheerder, WACHTWOORD)
    blad.goto(f"{server.url}/balie/tweede-stap")
    keur_balie(blad, axe)
    blad.get_by_label("Code", exact=True).fill("000000")
    knop(blad, "Ga verder").click()
    expect(blad.get_by_role("alert")).to_be_visible()
    keur_balie(blad, axe)
    geheim = blad.locator("code.code").inner_text()
    blad.get_by_label("Code", exact=True).fill(pyotp.TOTP(geheim).now())
    knop(blad, "Ga verder").click()
    expect(blad.get_by_role("heading", name="Bewaar deze codes")).to_be_visible()
    herstelcode = blad.locator("code.code").first.inner_text()
    keur_balie(blad, axe)
    blad.context.clear_cookies()
    meld_aan_bij_balie(blad, server, beheerder, WACHTWOORD)
    expect(blad.get_by_text("Dat klopt.")).to_be_visible()
    keur_balie(blad, axe)
    blad.get_by_label("Code", exact=True).fill(herstelcode)
    knop(blad, "Ga verder").click()
    blad.goto(f"{server.url}/balie/tweede-stap")
    expect(blad.get_by_text("Je tweede stap staat aan")).to_be_visible()
    keur_balie(blad, axe)


def test_de_hele_werklijst_met_alleen_toetsen(page: Page, server: Server, kenmerk: str):
    page.goto(f"{server.url}/balie")
    tab_naar(page, "Naam")
    page.keyboard.type(server.naam)
    tab_naar(page, "Wachtwoord")
    page.keyboard.type(server.wachtwoord)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Werklijst")).to_be_visible()
    tab_naar(page, kenmerk)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"Aanmelding {kenmerk}")).to_be_visible()
    tab_naar(page, "Notitie voor collega's")
    page.keyboard.press("Enter")
    tab_naar(page, "Notitie")
    page.keyboard.type("Morgen eerst overleg.")
    tab_naar(page, "Bewaar")
    page.keyboard.press("Enter")
    expect(page.locator("#logboek").get_by_text("Morgen eerst overleg.").first).to_be_visible()
