"""What the widget does with the browser itself: leaving, the back button, reading aloud, paper, files and colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import TELEFOON, Server
from tests.browser.hulp import open_chat, zeg

pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]
ELDERS = "https://www.buienradar.nl/"
STEMMEN = """
window.gezegd = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "nl-NL", localService: %s }],
  speak: (uiting) => { window.gezegd.push(uiting.text); window.laatste = uiting; },
  cancel: () => { window.gestopt = true; },
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
} });
"""


def open_bewaren(page: Page) -> None:
    page.get_by_text("Over deze chat, bewaren en wissen").click()
    page.get_by_role("button", name="Bewaar of print dit gesprek").click()
    expect(page.get_by_role("heading", name="Bewaar of print dit gesprek")).to_be_focused()


def test_drie_keer_escape_in_het_invoerveld_gaat_snel_weg(page: Page, server: Server):
    # given someone who is typing, and came from another page
    page.route(f"{ELDERS}**", lambda route: route.fulfill(body="weer", content_type="text/html"))
    page.goto(f"{server.url}/hulplijnen")
    open_chat(page, server)
    page.get_by_label("Je bericht").fill("mijn man")
    # when they press Escape three times
    with page.expect_request(
        lambda verzoek: verzoek.method == "DELETE" and "/api/v1/gesprekken/" in verzoek.url
    ) as wissen:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(ELDERS)
    # then the conversation is gone here and on the server, and the page is not behind the back button
    token = wissen.value.header_value("authorization")
    antwoord = page.request.get(f"{wissen.value.url}/berichten", headers={"Authorization": token or ""})
    assert antwoord.status in (401, 404)
    page.go_back()
    expect(page).to_have_url(f"{server.url}/hulplijnen")
    assert page.evaluate("sessionStorage.length") == 0


def test_een_escape_sluit_alleen_het_paneel(page: Page, server: Server):
    open_chat(page, server)
    page.get_by_label("Je bericht").press("Escape")
    expect(page.get_by_role("button", name="Stel je vraag")).to_be_focused()
    expect(page.get_by_label("Je bericht")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_de_terugknop_sluit_het_paneel_en_houdt_het_gesprek(page: Page, server: Server):
    open_chat(page, server)
    zeg(page, "hoi")
    expect(page.get_by_role("log").get_by_text("hoi", exact=True)).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Je bericht")).to_be_hidden()
    expect(page).to_have_url(f"{server.url}/demo/kaag-en-braassem")
    page.get_by_role("button", name="Stel je vraag").click()
    expect(page.get_by_role("log").get_by_text("hoi", exact=True)).to_be_visible()


def test_lees_voor_met_een_stem_van_het_apparaat(page: Page, server: Server):
    page.add_init_script(STEMMEN % "true")
    open_chat(page, server)
    page.get_by_role("button", name="Lees voor").click()
    expect(page.get_by_role("button", name="Stop met voorlezen")).to_be_focused()
    assert "Ik ben een computer" in " ".join(page.evaluate("window.gezegd"))
    page.get_by_role("button", name="Stop met voorlezen").click()
    expect(page.get_by_role("button", name="Lees voor")).to_be_focused()
    assert page.evaluate("window.gestopt") is True


def test_zonder_eigen_stem_is_er_geen_knop_om_voor_te_lezen(page: Page, server: Server):
    page.add_init_script(STEMMEN % "false")
    open_chat(page, server)
    expect(page.get_by_role("button", name="Sluit snel af")).to_be_visible()
    expect(page.get_by_role("button", name="Lees voor")).to_have_count(0)


def test_op_papier_staat_alleen_het_gesprek(page: Page, server: Server):
    page.add_init_script("window.print = () => { window.titelOpPapier = document.title; };")
    open_chat(page, server)
    zeg(page, "onze zoon van 3 komt elke avond zijn bed weer uit")
    expect(page.get_by_role("button", name="Niet genoeg")).to_be_visible()
    open_bewaren(page)
    page.get_by_role("button", name="Print", exact=True).click()
    page.emulate_media(media="print")
    papier = page.get_by_role("article", name="Zo komt het op papier")
    expect(papier.get_by_role("heading", name=re.compile(r"^Gesprek van \d+ \w+ \d{4}$"))).to_be_visible()
    expect(papier.get_by_text("onze zoon van 3")).to_be_visible()
    expect(papier.get_by_text("Veilig Thuis: 0800-2000")).to_be_visible()
    for weg in ("Sluit snel af", "Print", "Terug naar de chat"):
        expect(page.get_by_role("button", name=weg, exact=True)).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_count(0)
    assert page.evaluate("window.titelOpPapier") == "notitie"


def test_bewaar_als_tekst_geeft_een_bestand_met_een_neutrale_naam(page: Page, server: Server, tmp_path: Path):
    open_chat(page, server)
    open_bewaren(page)
    expect(page.get_by_text("Kan iemand anders meekijken op dit apparaat")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als tekst").click()
    assert download.value.suggested_filename == "notitie.txt"
    download.value.save_as(tmp_path / "tekst")
    tekst = (tmp_path / "tekst").read_text()
    assert "Ik ben een computer, geen mens" in tekst
    assert "0800-2000" in tekst


def test_gemist_of_vals_alarm_staat_onder_het_veiligheidsantwoord(page: Page, server: Server):
    open_chat(page, server, "ridderkerk")
    expect(page.get_by_role("link", name="Gemist of vals alarm?")).to_have_count(0)
    zeg(page, "ik wil dood")
    with page.context.expect_page() as nieuw:
        page.get_by_role("link", name="Gemist of vals alarm?").click()
    expect(nieuw.value.get_by_role("heading", name="Gemist of vals alarm")).to_be_visible()
    expect(nieuw.value.get_by_label(re.compile("gemeente", re.I))).to_have_value("ridderkerk")


@pytest.mark.parametrize(
    ("gemeente", "kleur"), [("kaag-en-braassem", "rgb(23, 80, 58)"), ("ridderkerk", "rgb(27, 63, 122)")]
)
def test_elke_gemeente_heeft_haar_eigen_kleur(chromium: Browser, server: Server, gemeente: str, kleur: str):
    context = chromium.new_context(viewport={"width": TELEFOON[0], "height": TELEFOON[1]}, locale="nl-NL")
    page = context.new_page()
    open_chat(page, server, gemeente)
    expect(page.get_by_role("button", name="Stuur", exact=True)).to_have_css("background-color", kleur)
    context.close()
