"""The whole thread in a real browser: from a question in the widget to the same text at the balie."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SMAL, Server
from tests.browser.hulp import ZORG, kijk_na, knop, meld_aan_bij_balie, open_chat, veld, verstuur, volgende_stap, zeg

pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]


def test_van_vraag_in_de_widget_tot_aanmelding_op_de_balie(page: Page, server: Server):
    # given a parent on the site of the gemeente
    open_chat(page, server)
    # when they ask in Dutch, and say that the answer is not enough
    zeg(page, "onze zoon van 3 komt elke avond zijn bed weer uit")
    expect(page.get_by_role("button", name="Niet genoeg")).to_be_visible()
    expect(page.get_by_text("Nagekeken op").first).to_be_visible()
    page.get_by_role("button", name="Niet genoeg").click()
    page.get_by_role("button", name="Ja, graag").click()
    expect(page.get_by_text("In welk dorp of welke wijk")).to_be_visible()
    zeg(page, "leimuiden")
    # then the aanmelding is there, filled from the conversation
    page.get_by_role("button", name="Vul de aanmelding in").click()
    expect(page.get_by_label("Je naam")).to_be_visible()
    page.get_by_label("Je naam").fill("Robin")
    expect(veld(page, "Waar wil je hulp bij")).to_have_value(re.compile("komt elke avond zijn bed weer uit"))
    page.get_by_label("Waar wil je hulp bij").fill(ZORG)
    veld(page, "Telefoonnummer").fill("06 12345678")
    while knop(page, "Volgende").is_visible():
        volgende_stap(page)
    kijk_na(page)
    expect(page.get_by_text(ZORG)).to_be_visible()
    # and the confirmation has a reference and a date
    verstuur(page)
    kenmerk = page.get_by_text(re.compile(r"VD-[A-Z0-9]{4}-[A-Z0-9]{4}")).first.inner_text()
    kenmerk = re.search(r"VD-[A-Z0-9]{4}-[A-Z0-9]{4}", kenmerk)[0]
    # and the JGT reads the same words
    meld_aan_bij_balie(page, server)
    page.get_by_role("link", name=re.compile(kenmerk)).first.click()
    expect(page.get_by_text(ZORG).first).to_be_visible()
    expect(page.get_by_text("06 12345678").first).to_be_visible()


def test_hele_draad_zonder_javascript(chromium: Browser, server: Server):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{server.url}/demo/kaag-en-braassem")
    page.get_by_role("link", name="Open de chat als gewone pagina").first.click()
    page.get_by_role("textbox").first.fill("onze zoon van 3 komt elke avond zijn bed weer uit")
    page.get_by_role("button", name="Begin het gesprek").click()
    page.get_by_role("button", name="Niet genoeg").last.click()
    page.get_by_role("button", name="Ja, graag").last.click()
    page.get_by_label("Je bericht").fill("leimuiden")
    page.get_by_role("button", name="Stuur", exact=True).click()
    page.get_by_role("link", name="Vul de aanmelding in").last.click()
    expect(page.get_by_label("Waar wil je hulp bij")).to_have_value(re.compile("komt elke avond zijn bed weer uit"))
    page.get_by_label("Waar wil je hulp bij").fill(ZORG)
    page.get_by_label("Naam").fill("Robin")
    page.get_by_label("Telefoonnummer").fill("06 12345678")
    page.get_by_role("button", name="Kijk na wat we sturen").click()
    expect(page.get_by_role("heading", name="Dit sturen we")).to_be_visible()
    expect(page.get_by_text(ZORG)).to_be_visible()
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text(re.compile(r"VD-[A-Z0-9]{4}-[A-Z0-9]{4}")).first).to_be_visible()
    context.close()


def test_gevaar_geeft_nummers_die_je_kunt_bellen(page: Page, server: Server):
    page.goto(f"{server.url}/demo/ridderkerk")
    page.get_by_role("button", name="Stel je vraag").click()
    zeg(page, "ik wil dood")
    expect(page.locator('a[href="tel:113"]').first).to_be_visible()
    expect(page.locator('a[href="tel:112"]').first).to_be_visible()


def test_op_320_pixels_hoeft_niemand_opzij_te_schuiven(chromium: Browser, server: Server):
    context = chromium.new_context(viewport={"width": SMAL[0], "height": SMAL[1]}, locale="nl-NL")
    page = context.new_page()
    gesprek = ("/demo/kaag-en-braassem", "/chat/kaag-en-braassem", "/aanmelding", "/balie")
    lezen = ("/hulplijnen", "/kennis", "/kennis/slapen", "/kennis/slapen/peuter-uit-bed", "/stroomschema", "/meldcode")
    for pad in gesprek + lezen:
        page.goto(server.url + pad)
        breedte = page.evaluate("document.documentElement.scrollWidth")
        assert breedte <= SMAL[0], pad
    context.close()


def test_geen_verzoek_naar_een_ander_adres(page: Page, server: Server):
    elders: list[str] = []
    page.on("request", lambda verzoek: elders.append(verzoek.url) if not verzoek.url.startswith(server.url) else None)
    page.goto(f"{server.url}/demo/kaag-en-braassem")
    page.get_by_role("button", name="Stel je vraag").click()
    zeg(page, "hoi")
    expect(page.get_by_role("log").get_by_text(re.compile("Waar|Vertel|Goed dat")).first).to_be_visible()
    assert elders == []
