"""The chat for everyone: with the keyboard alone, in high contrast, large, without motion, and heard instead of seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.api.pages.browser import PAGINAS
from tests.browser.conftest import BUREAU, GEDULD_MS, SMAL, TELEFOON, Server
from tests.browser.hulp import INGEVULD, WIDGET, kijk_na, knop, open_aanmelding, open_chat, veld, verstuur, vul_in, zeg
from tests.browser.kijken import ERBUITEN, LUISTER, RUIM, ZONDER_RAND, druk_en_wacht, tab_naar

pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]
INGEZOOMD = (320, 256)
"""A desktop window of 1280 by 1024 at 400 %."""


def met_toetsen_naar_de_aanmelding(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/demo/kaag-en-braassem")
    tab_naar(page, "Stel je vraag")
    druk_en_wacht(page, "Je bericht")
    page.keyboard.type("onze zoon van 3 komt elke avond zijn bed weer uit")
    page.keyboard.press("Enter")
    for antwoord in ("Niet genoeg", "Ja, graag"):
        expect(knop(page, antwoord)).to_be_enabled()
        tab_naar(page, antwoord, "Shift+Tab")
        druk_en_wacht(page, "Je bericht")
    expect(page.get_by_text("In welk dorp of welke wijk")).to_be_visible()
    page.keyboard.type("leimuiden")
    page.keyboard.press("Enter")
    expect(knop(page, "Vul de aanmelding in")).to_be_visible()
    tab_naar(page, "Vul de aanmelding in", "Shift+Tab")
    druk_en_wacht(page, "Je aanmelding")


def test_met_alleen_toetsen_van_de_knop_tot_een_verstuurde_aanmelding(page: Page, server: Server):
    met_toetsen_naar_de_aanmelding(page, server)
    for label, waarde in INGEVULD.items():
        while not page.get_by_label(label).is_visible():
            tab_naar(page, "Volgende")
            druk_en_wacht(page, "Je aanmelding")
        tab_naar(page, label)
        page.keyboard.press("Control+a")
        page.keyboard.type(waarde)
    while knop(page, "Volgende").is_visible():
        tab_naar(page, "Volgende")
        druk_en_wacht(page, "Je aanmelding")
    tab_naar(page, "Kijk na wat we sturen")
    druk_en_wacht(page, "Dit sturen we")
    tab_naar(page, "Versturen")
    druk_en_wacht(page, "Je aanmelding is verstuurd")
    tab_naar(page, "Terug naar de chat", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Je bericht")).to_be_focused()
    page.keyboard.press("Escape")
    expect(knop(page, "Stel je vraag")).to_be_focused()


def test_met_toetsen_bij_400_procent_wordt_niets_bedekt(chromium: Browser, server: Server):
    context = chromium.new_context(viewport={"width": INGEZOOMD[0], "height": INGEZOOMD[1]}, locale="nl-NL")
    page = context.new_page()
    met_toetsen_naar_de_aanmelding(page, server)
    tab_naar(page, "Volgende")
    druk_en_wacht(page, "Je naam")  # it is not filled in
    assert page.evaluate(ERBUITEN) == []
    context.close()


# Heard instead of seen ------------------------------------------------------------------------------------------------


def test_bij_gevaar_wordt_eerst_gezegd_wat_je_nu_kunt_doen(page: Page, server: Server):
    open_chat(page, server)
    page.evaluate(LUISTER)
    zeg(page, "ik wil dood")
    expect(page.locator('a[href="tel:113"]').first).to_be_visible()
    van_bezoeker, *antwoord = page.evaluate("window.gehoord")
    assert van_bezoeker == "Jij: ik wil dood"
    assert "Bel 112" in antwoord[0]
    assert all(regel.startswith("Voordeur:") for regel in antwoord[:3])
    # nothing that was said before is said again, and nothing interrupts
    assert not any("Ik ben de digitale voordeur" in regel for regel in antwoord)
    assert page.get_by_role("log").get_attribute("aria-live") == "polite"
    expect(page.locator("voordeur-chat [aria-live=assertive]")).to_have_count(0)


def test_wie_opschrijft_dat_het_niet_veilig_is_ziet_dat_antwoord_meteen_boven_het_formulier(page: Page, server: Server):
    open_aanmelding(page, server)
    page.get_by_label("Je naam").fill("Robin")
    veld(page, "Waar wil je hulp bij").fill("mijn vader slaat mij, ik ben bang")
    page.get_by_label("Hoe oud is het kind").focus()
    alarm = page.get_by_role("alert").filter(has_text="Lees dit eerst")
    expect(alarm.get_by_role("link", name="Bel 0800-2000").first).to_be_visible()
    expect(alarm.get_by_text("Lees dit eerst")).to_be_in_viewport()
    expect(alarm.get_by_role("button")).to_have_count(0)
    # and it is the newest thing in the chat too
    knop(page, "Terug naar de chat").click()
    expect(page.get_by_role("log").get_by_text("Niemand leest nu mee")).to_be_in_viewport()


# Motion, colours, size ------------------------------------------------------------------------------------------------


@pytest.fixture
def vast(page: Page) -> Iterator[list[Route]]:
    """Answers that wait until the test lets them go."""
    wachtend: list[Route] = []

    def houd(route: Route) -> None:
        wachtend.append(route)

    page.route("**/berichten", houd)
    yield wachtend


@pytest.mark.parametrize(("wens", "beweegt"), [("reduce", False), ("no-preference", True)])
def test_wie_geen_beweging_wil_krijgt_geen_beweging(
    page: Page, server: Server, vast: list[Route], wens: str, beweegt: bool
):
    page.emulate_media(reduced_motion=wens)  # type: ignore[arg-type]
    open_chat(page, server)
    zeg(page, "hoi")
    expect(page.locator("voordeur-paneel .denkt")).to_be_visible()
    assert bool(page.evaluate(f"{WIDGET}.getAnimations().length")) is beweegt
    vast[0].continue_()
    expect(page.locator("voordeur-paneel .denkt")).to_be_hidden()


def test_in_hoog_contrast_heeft_alles_een_rand_en_is_de_focus_te_zien(page: Page, server: Server):
    page.emulate_media(forced_colors="active")
    page.goto(f"{server.url}/demo/kaag-en-braassem")
    expect(knop(page, "Stel je vraag")).to_be_visible()
    assert page.evaluate(ZONDER_RAND) == []
    open_aanmelding(page, server)
    knop(page, "Terug naar de chat").click()
    assert page.evaluate(ZONDER_RAND) == []
    tab_naar(page, "Je bericht")
    knop(page, "Vul de aanmelding in").click()
    expect(page.get_by_role("heading", name="Je aanmelding", exact=True)).to_be_focused()
    assert page.evaluate(ZONDER_RAND) == []
    vul_in(page)
    kijk_na(page)
    assert page.evaluate(ZONDER_RAND) == []
    verstuur(page)
    assert page.evaluate(ZONDER_RAND) == []


@pytest.mark.parametrize("maat", [SMAL, INGEZOOMD], ids=["320 pixels", "400 procent"])
@pytest.mark.parametrize("ruim", [False, True], ids=["gewoon", "ruime tekst"])
def test_in_de_chat_valt_niets_buiten_beeld(chromium: Browser, server: Server, maat: tuple[int, int], ruim: bool):
    context = chromium.new_context(viewport={"width": maat[0], "height": maat[1]}, locale="nl-NL")
    context.set_default_timeout(GEDULD_MS)
    page = context.new_page()

    def past() -> None:
        if ruim:
            page.evaluate(RUIM)
        assert page.evaluate(ERBUITEN) == []

    page.goto(f"{server.url}/demo/kaag-en-braassem")
    past()
    open_chat(page, server)
    past()
    zeg(page, "ik wil dood")
    expect(page.locator('a[href="tel:113"]').first).to_be_visible()
    past()
    open_aanmelding(page, server)
    past()
    knop(page, "Volgende").click()
    expect(page.get_by_label("Je naam")).to_be_focused()
    past()
    vul_in(page)
    past()
    kijk_na(page)
    past()
    verstuur(page)
    past()
    context.close()


@pytest.mark.parametrize("pad", PAGINAS)
def test_op_elke_pagina_past_ruime_tekst(chromium: Browser, server: Server, pad: str):
    context = chromium.new_context(locale="nl-NL")
    page = context.new_page()
    for breed, hoog in (SMAL, TELEFOON, BUREAU):
        page.set_viewport_size({"width": breed, "height": hoog})
        page.goto(server.url + pad)
        page.evaluate(RUIM)
        assert page.evaluate(ERBUITEN) == [], f"{pad} op {breed}"
    context.close()
