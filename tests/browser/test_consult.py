"""The consult from chat to balie in a real browser: by keyboard, with axe, on a phone and at a desk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.hulp import GEMEENTE, knop, meld_aan_bij_balie, open_chat, zeg
from tests.browser.kijken import tab_naar
from tests.browser.test_axe import axe, blad, keur
from tests.browser.test_balie import keur_balie

__all__ = ["axe", "blad"]
pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]
LIJST = {
    "Waar gaat het over?": "pesten",
    "Wat is je functie?": "intern_begeleider",
    "In welk dorp of welke wijk is dat?": "leimuiden",
}
VELDEN = {"Waar werk je?": "De Proef", "Je eigen naam": "Kim", "Je telefoonnummer": "06 12345678"}


def vul_in(page: Page, zin: str) -> None:
    for label, waarde in LIJST.items():
        page.get_by_label(label).select_option(waarde)
    for label, waarde in (VELDEN | {"Je vraag in één regel": zin}).items():
        page.get_by_label(label).fill(waarde)
    page.get_by_label("Deze week").check()


def vraag_aan(page: Page, server: Server) -> str:
    """A consult asked for; gives its kenmerk."""
    page.goto(f"{server.url}/chat/{GEMEENTE}/consult")
    vul_in(page, "Hoe begin ik het gesprek met ouders?")
    knop(page, "Vraag het consult aan").click()
    expect(page.get_by_role("heading", name="Je consult is aangevraagd")).to_be_visible()
    return page.locator(".bewijs__teken").inner_text()


def test_vanuit_de_widget_naar_het_formulier_op_een_eigen_pagina(page: Page, server: Server):
    open_chat(page, server)
    zeg(page, "kan iemand me terugbellen over een leerling")
    link = page.get_by_role("link", name=re.compile("Vraag een consult aan"))
    with page.expect_popup() as nieuw:
        link.click()
    expect(nieuw.value.get_by_role("heading", name="Vraag een consult aan")).to_be_visible()


def test_de_pagina_voor_en_na_het_sturen(blad: Page, server: Server, axe: str):
    blad.goto(f"{server.url}/chat/{GEMEENTE}/consult")
    vul_in(blad, "Sem de Vries uit groep 6 heeft vieze kleding")
    knop(blad, "Vraag het consult aan").click()
    expect(blad.get_by_role("alert")).to_contain_text("Haal nog even weg")
    keur(blad, axe)
    blad.get_by_label("Je vraag in één regel").fill("Hoe begin ik erover?")
    knop(blad, "Vraag het consult aan").click()
    expect(blad.get_by_role("heading", name="Je consult is aangevraagd")).to_be_visible()
    keur(blad, axe)


def test_de_consulten_bij_de_balie_met_alleen_toetsen(blad: Page, server: Server, axe: str):
    kenmerk = vraag_aan(blad, server)
    meld_aan_bij_balie(blad, server)
    blad.get_by_role("link", name=re.compile(r"^Consulten \(\d+\)$")).press("Enter")
    expect(blad.get_by_role("heading", name="Consulten Kaag en Braassem")).to_be_visible()
    keur_balie(blad, axe)
    tab_naar(blad, kenmerk)
    blad.keyboard.press("Enter")
    expect(blad.get_by_text("Hoe begin ik het gesprek met ouders?")).to_be_visible()
    keur_balie(blad, axe)
    tab_naar(blad, "Ik pak dit op")
    blad.keyboard.press("Enter")
    expect(blad.get_by_role("status")).to_have_text("Je hebt dit consult opgepakt.")
    knop(blad, "Gesproken en klaar").press("Enter")
    expect(blad.get_by_role("status")).to_have_text("Dit consult is klaar.")
    keur_balie(blad, axe)
