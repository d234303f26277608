"""What the widget costs a visitor and its host: time on a slow device, no shift, no other address, and the host's own rules."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import GEDULD_MS, TELEFOON, Server
from tests.browser.hulp import GEMEENTE, kijk_na, knop, open_aanmelding, verstuur, vul_in, zeg

pytestmark = [pytest.mark.browser, pytest.mark.rasa, pytest.mark.xdist_group("browser")]
TRAAG_APPARAAT, TRAAG_NET = (
    6,
    {"latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000, "offline": False},
)
"""As Lighthouse imitates an old telephone and slow 4G: six times slower, 1.6 Mbit."""
BRUIKBAAR_MS = 5_000
TEL = """
window.geschoven = 0;
new PerformanceObserver((lijst) => lijst.getEntries().forEach((e) => { window.geschoven += e.value; }))
  .observe({ type: 'layout-shift', buffered: true });
window.langste = 0;
new PerformanceObserver((lijst) => lijst.getEntries().forEach((e) => { window.langste = Math.max(window.langste, e.duration); }))
  .observe({ type: 'longtask', buffered: true });
"""
KLAAR_OM = """() => { const vak = document.querySelector('voordeur-chat')?.shadowRoot?.querySelector('voordeur-paneel')
  ?.shadowRoot?.querySelector('.regel--voordeur'); return vak ? performance.now() : 0; }"""


@pytest.fixture
def oud_toestel(chromium: Browser) -> Iterator[Page]:
    """An old telephone on a slow network."""
    context = chromium.new_context(
        viewport={"width": TELEFOON[0], "height": TELEFOON[1]}, locale="nl-NL", has_touch=True
    )
    context.set_default_timeout(GEDULD_MS)
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": TRAAG_APPARAAT})
    cdp.send("Network.emulateNetworkConditions", TRAAG_NET)
    page.add_init_script(TEL)
    yield page
    context.close()


def test_op_een_oude_telefoon_is_de_chat_snel_te_gebruiken_en_verschuift_er_niets(
    oud_toestel: Page, server: Server, record_property: pytest.RecordProperty
):
    page = oud_toestel
    page.goto(f"{server.url}/demo/{GEMEENTE}")
    expect(knop(page, "Stel je vraag")).to_be_visible()
    langste = page.evaluate("window.langste")
    begin = page.evaluate("performance.now()")
    knop(page, "Stel je vraag").click()
    klaar = page.wait_for_function(KLAAR_OM).json_value() - begin
    record_property("ms_tot_eerste_bericht", round(klaar))
    record_property("langste_taak_bij_laden_ms", round(langste))
    assert klaar <= BRUIKBAAR_MS
    assert page.evaluate("window.geschoven") == 0


# A site of a gemeente elsewhere ---------------------------------------------------------------------------------------


@dataclass
class Gastheer:
    """Another site, with a strict policy of its own."""

    url: str


class _Site(BaseHTTPRequestHandler):
    def __init__(self, *args: object, voordeur: str) -> None:
        self.voordeur = voordeur
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        pagina = f"""<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Gemeente</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<script type="module" src="{self.voordeur}/static/widget/voordeur.js"></script></head>
<body><main><h1>Onze gemeente</h1></main><voordeur-chat gemeente="{GEMEENTE}"></voordeur-chat></body></html>"""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header(
            "Content-Security-Policy",
            f"default-src 'none'; img-src data:; script-src {self.voordeur}; connect-src {self.voordeur}; "
            "base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
        )
        self.end_headers()
        self.wfile.write(pagina.encode())

    def log_message(self, *_: object) -> None:
        """Nothing: what the tests ask for is no news."""


def _site(server: Server, poort: int) -> Iterator[Gastheer]:
    with ThreadingHTTPServer(("127.0.0.1", poort), partial(_Site, voordeur=server.url)) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield Gastheer(f"http://127.0.0.1:{http.server_port}")
        http.shutdown()


@pytest.fixture
def gastheer(server: Server) -> Iterator[Gastheer]:
    """A site that may show the chat."""
    yield from _site(server, server.gast)


@pytest.fixture
def vreemde(server: Server) -> Iterator[Gastheer]:
    """A site that may not."""
    yield from _site(server, 0)


def test_op_een_andere_site_met_een_streng_beleid_werkt_alles_zonder_ander_adres(
    page: Page, server: Server, gastheer: Gastheer
):
    elders: list[str] = []
    eigen = (server.url, gastheer.url, "data:", "blob:")
    page.on("request", lambda verzoek: elders.append(verzoek.url) if not verzoek.url.startswith(eigen) else None)
    page.goto(gastheer.url)
    knop(page, "Stel je vraag").click()
    expect(page.get_by_text("Ik ben een computer, geen mens")).to_be_visible()
    zeg(page, "ik wil dood")
    expect(page.locator('a[href="tel:113"]').first).to_be_visible()
    expect(page.locator("voordeur-paneel .kop")).to_have_css("background-color", "rgb(23, 80, 58)")
    assert elders == []
    assert page.context.cookies() == []


def test_een_site_die_niet_is_ingesteld_kan_de_chat_niet_tonen(chromium: Browser, server: Server, vreemde: Gastheer):
    context = chromium.new_context(locale="nl-NL")
    page = context.new_page()
    with page.expect_console_message(lambda bericht: "CORS" in bericht.text):
        page.goto(vreemde.url)
    expect(page.get_by_role("heading", name="Onze gemeente")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    context.close()


# Paper ----------------------------------------------------------------------------------------------------------------


def test_de_bevestiging_op_papier_heeft_kenmerk_en_code_en_geen_knoppen(page: Page, server: Server):
    page.add_init_script("window.print = () => { window.geprint = true; };")
    open_aanmelding(page, server)
    vul_in(page)
    kijk_na(page)
    verstuur(page)
    knop(page, "Print of bewaar dit").click()
    page.emulate_media(media="print")
    assert page.evaluate("window.geprint") is True
    expect(page.get_by_text(re.compile(r"VD-[A-Z0-9]{4}-[A-Z0-9]{4}")).first).to_be_visible()
    expect(page.get_by_text(re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$"))).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_count(0)


@pytest.mark.parametrize("pad", ["/hulplijnen", "/kennis/slapen/peuter-uit-bed", "/stroomschema", "/meldcode"])
def test_een_pagina_op_papier_is_alleen_haar_inhoud(page: Page, server: Server, pad: str):
    page.goto(server.url + pad)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for weg in ("button", "navigation", "contentinfo", "textbox"):
        expect(page.get_by_role(weg)).to_have_count(0)  # type: ignore[arg-type]
    breed = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert breed[0] <= breed[1]
