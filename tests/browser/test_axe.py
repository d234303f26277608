"""axe-core on every public page and every state of the widget: no violation, on phone and desktop, light and dark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from api.settings import ROOT
from tests.api.pages.browser import PAGINAS
from tests.browser.conftest import BUREAU, TELEFOON, Server
from tests.browser.hulp import GEMEENTE, ZORG, knop, open_aanmelding, open_chat, veld, zeg
from tests.missing import ontbreekt

pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]
AXE = ROOT / "api/widget/node_modules/axe-core/axe.min.js"
EISEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
KLEUREN = ("light", "dark")
CHAT = f"/chat/{GEMEENTE}"
MEER_PAGINAS = (
    f"/kennis/jgt?gemeente={GEMEENTE}",
    "/kennis/slapen/peuter-uit-bed?gemeente=ridderkerk",
    "/kennis/suicidaliteit",
    "/meldcode?gemeente=ridderkerk",
    "/bestaat-niet",
)


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core; `npm ci` in api/widget brings it, as ./test does."""
    if not AXE.exists():
        ontbreekt("axe-core is er niet; draai 'npm ci' in api/widget")
    return AXE.read_text()


@pytest.fixture
def blad(chromium: Browser) -> Iterator[Page]:
    """A page that does not mind what axe does; animations are still, so that colours are what they will be."""
    context = chromium.new_context(locale="nl-NL", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def keur(page: Page, axe: str, maten: Sequence[tuple[int, int]] = (TELEFOON, BUREAU)) -> None:
    """No violation of any rule; what is wrong is named with its place."""
    assert overtredingen(page, axe, maten) == []


def overtredingen(page: Page, axe: str, maten: Sequence[tuple[int, int]] = (TELEFOON, BUREAU)) -> list[str]:
    """What axe finds wrong, on these sizes and in both colour schemes."""
    page.evaluate(f"window.axe || (() => {{ {axe} }})()")
    mis: set[str] = set()
    for breed, hoog in maten:
        page.set_viewport_size({"width": breed, "height": hoog})
        for kleur in KLEUREN:
            page.emulate_media(color_scheme=kleur)  # type: ignore[arg-type]
            uitslag = page.evaluate("eisen => axe.run({ runOnly: eisen, resultTypes: ['violations'] })", EISEN)
            mis |= {f"{breed} {kleur} {regel}" for regel in _regels(uitslag)}
    return sorted(mis)


def _regels(uitslag: dict[str, Any]) -> Iterator[str]:
    assert uitslag["passes"], "axe heeft niets bekeken"
    for fout in uitslag["violations"]:
        for plek in fout["nodes"]:
            yield f"{fout['id']} {plek['target']} {plek['html'][:120]} {plek['failureSummary'][:200]}"


# Pages ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pad", (*PAGINAS, *MEER_PAGINAS))
def test_elke_openbare_pagina(blad: Page, server: Server, axe: str, pad: str):
    blad.goto(server.url + pad)
    keur(blad, axe)


def vul_in_en_verstuur(page: Page, axe: str) -> None:
    """The aanmelding, with and without script: filled in, looked at as it will be sent, and sent."""
    page.get_by_label("Waar wil je hulp bij").fill(ZORG)
    page.get_by_label("Je naam").fill("Robin")
    page.get_by_label("Telefoonnummer").fill("06 12345678")
    knop(page, "Kijk na wat we sturen").click()
    expect(page.get_by_role("heading", name="Dit sturen we")).to_be_visible()
    keur(page, axe)
    knop(page, "Versturen").click()


def test_elke_toestand_van_het_gesprek_zonder_script_en_van_de_aanmelding(blad: Page, server: Server, axe: str):
    # the script that only listens for Escape is left out, so that the form is really what is used
    blad.route("**/vlucht.js", lambda route: route.abort())
    blad.goto(server.url + CHAT)
    blad.get_by_role("textbox").fill("onze zoon van 3 komt elke avond zijn bed weer uit")
    knop(blad, "Begin het gesprek").click()
    expect(knop(blad, "Niet genoeg")).to_be_visible()
    keur(blad, axe)
    knop(blad, "Niet genoeg").last.click()
    knop(blad, "Ja, graag").last.click()
    blad.get_by_label("Je bericht").fill("leimuiden")
    knop(blad, "Stuur").click()
    blad.get_by_role("link", name="Vul de aanmelding in").last.click()
    keur(blad, axe)
    knop(blad, "Kijk na wat we sturen").click()  # with nothing filled in
    expect(blad.get_by_role("alert").first).to_be_visible()
    keur(blad, axe)
    vul_in_en_verstuur(blad, axe)
    kenmerk, code = _bewijs(blad)
    keur(blad, axe)
    blad.get_by_role("link", name="Laat zien wat ik kan afdrukken").click()
    expect(blad.get_by_role("heading", name="Notitie")).to_be_visible()
    keur(blad, axe)
    blad.goto(f"{server.url}/aanmelding")
    blad.get_by_label("Kenmerk").fill(kenmerk)
    blad.get_by_label("Code").fill("fout")
    knop(blad, "Open je aanmelding").click()
    expect(blad.get_by_role("alert")).to_be_visible()
    keur(blad, axe)
    blad.get_by_label("Kenmerk").fill(kenmerk)
    blad.get_by_label("Code").fill(code)
    knop(blad, "Open je aanmelding").click()
    expect(blad.get_by_role("heading", name=f"Je aanmelding {kenmerk}")).to_be_visible()
    keur(blad, axe)
    for naam in ("verbeteren", "inzage", "wissen", "intrekken"):
        blad.goto(f"{server.url}/aanmelding")
        blad.locator(f'a[href="/aanmelding/{naam}"]').click()
        expect(blad.get_by_role("heading", level=1)).to_be_visible()
        keur(blad, axe)


def _bewijs(page: Page) -> tuple[str, str]:
    """Kenmerk and code as they stand on the page."""
    expect(page.get_by_text(re.compile(r"VD-[A-Z0-9]{4}-[A-Z0-9]{4}")).first).to_be_visible()
    tekst = page.get_by_role("main").inner_text()
    kenmerk = re.search(r"VD-[A-Z0-9]{4}-[A-Z0-9]{4}", tekst)
    code = re.search(r"\b(?!VD-)[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b", tekst)
    assert kenmerk and code, tekst
    return kenmerk[0], code[0]


def test_een_veiligheidsantwoord_zonder_script(blad: Page, server: Server, axe: str):
    blad.goto(server.url + CHAT)
    blad.get_by_role("textbox").fill("ik wil dood")
    knop(blad, "Begin het gesprek").click()
    expect(blad.locator('a[href="tel:113"]').first).to_be_visible()
    keur(blad, axe)


def test_een_melding_met_een_fout_en_een_goede(blad: Page, server: Server, axe: str):
    blad.goto(f"{server.url}/meld-veiligheid")
    knop(blad, "Stuur je melding").click()
    keur(blad, axe)
    blad.get_by_label("Iets anders").check()
    knop(blad, "Stuur je melding").click()
    expect(blad.get_by_role("heading", name="Bedankt voor je melding")).to_be_visible()
    keur(blad, axe)


# Widget ---------------------------------------------------------------------------------------------------------------


def test_axe_kijkt_ook_in_de_widget_en_ziet_wat_er_mis_is(blad: Page, server: Server, axe: str):
    open_chat(blad, server)
    blad.get_by_label("Je bericht").evaluate(
        "vak => vak.getRootNode().querySelector(`label[for='${vak.id}']`).remove()"
    )
    gevonden = overtredingen(blad, axe)
    for beeld in ("390 light", "390 dark", "1280 light", "1280 dark"):
        assert any(fout.startswith(f"{beeld} label") and "voordeur-paneel" in fout for fout in gevonden)


def test_de_widget_dicht_open_met_antwoord_en_met_de_aanmelding(blad: Page, server: Server, axe: str):
    blad.goto(f"{server.url}/demo/{GEMEENTE}")
    expect(knop(blad, "Stel je vraag")).to_be_visible()
    keur(blad, axe)
    open_chat(blad, server)
    keur(blad, axe)
    zeg(blad, "onze zoon van 3 komt elke avond zijn bed weer uit")
    expect(knop(blad, "Niet genoeg")).to_be_visible()
    blad.get_by_text("Lees meer").first.click()
    keur(blad, axe)
    knop(blad, "Niet genoeg").click()
    knop(blad, "Ja, graag").click()
    expect(blad.get_by_text("In welk dorp of welke wijk")).to_be_visible()
    zeg(blad, "leimuiden")
    expect(knop(blad, "Vul de aanmelding in")).to_be_visible()
    keur(blad, axe)
    knop(blad, "Vul de aanmelding in").click()
    expect(blad.get_by_label("Waar wil je hulp bij")).to_be_visible()
    keur(blad, axe)
    knop(blad, "Kijk na wat we sturen").click()  # with too little filled in
    keur(blad, axe)
    vul_in_en_verstuur(blad, axe)
    expect(blad.get_by_role("heading", name="Je aanmelding is verstuurd")).to_be_visible()
    keur(blad, axe)


def test_elke_stap_van_de_aanmelding_op_een_telefoon(blad: Page, server: Server, axe: str):
    blad.set_viewport_size({"width": TELEFOON[0], "height": TELEFOON[1]})
    open_aanmelding(blad, server)
    knop(blad, "Volgende").click()  # without a name
    expect(blad.get_by_label("Je naam")).to_be_focused()
    for label, waarde in {"Je naam": "Robin", "Waar wil je hulp bij": "ik wil dood", "Telefoonnummer": "06 1"}.items():
        veld(blad, label).fill(waarde)
        keur(blad, axe, (TELEFOON,))
    expect(blad.get_by_text("Lees dit eerst")).to_be_visible()


def test_de_widget_met_een_veiligheidsantwoord_en_met_bewaren(blad: Page, server: Server, axe: str):
    open_chat(blad, server)
    zeg(blad, "ik wil dood")
    expect(blad.locator('a[href="tel:113"]').first).to_be_visible()
    keur(blad, axe)
    blad.get_by_text("Over deze chat, bewaren en wissen").click()
    keur(blad, axe)
    knop(blad, "Bewaar of print dit gesprek").click()
    expect(blad.get_by_role("heading", name="Bewaar of print dit gesprek")).to_be_visible()
    keur(blad, axe)


@pytest.mark.parametrize("status", [500, None], ids=["storing", "geen verbinding"])
def test_de_widget_met_een_fout(blad: Page, server: Server, axe: str, status: int | None):
    def stuk(route: Route) -> None:
        if status:
            route.fulfill(status=status, body="stuk", content_type="text/plain")
        else:
            route.abort()

    open_chat(blad, server)
    blad.route("**/berichten", stuk)
    zeg(blad, "hoi")
    expect(blad.get_by_text(re.compile("Niet aangekomen|geen verbinding|ging iets mis")).first).to_be_visible()
    keur(blad, axe)


def test_de_widget_die_niet_kan_beginnen(blad: Page, server: Server, axe: str):
    blad.route("**/api/v1/gesprekken", lambda route: route.fulfill(status=503, body="stuk", content_type="text/plain"))
    blad.goto(f"{server.url}/demo/{GEMEENTE}")
    knop(blad, "Stel je vraag").click()
    expect(blad.get_by_text("De chat doet het nu niet")).to_be_visible()
    keur(blad, axe)
