"""The pages anyone may read, and what holds for every page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from api.context import Huis
from tests.api.conftest import Wijzerplaat, bouw, client_van
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import PAGINAS, Browser


@pytest.mark.parametrize("pad", PAGINAS)
def test_elke_pagina_heeft_taal_titel_een_kop_en_een_sprong_naar_de_inhoud(browser: Browser, pad: str) -> None:
    html = browser.open(pad).html
    assert browser.status == 200
    assert '<html lang="nl">' in html
    assert re.search(r"<title>[^<]+ · Voordeur</title>", html)
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert 'href="#inhoud"' in html
    assert 'id="inhoud"' in html


@pytest.mark.parametrize("pad", PAGINAS)
def test_elke_pagina_past_onder_een_streng_beveiligingsbeleid(browser: Browser, pad: str) -> None:
    html = browser.open(pad).html
    beleid = browser.koppen["content-security-policy"]
    assert "script-src 'self'" in beleid
    assert "style-src 'self'" in beleid
    assert "unsafe" not in beleid
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    uitvoerbaar = [
        script for script in re.findall(r"<script[^>]*>", html) if 'type="application/ld+json"' not in script
    ]
    assert all("src=" in script for script in uitvoerbaar)
    for kop in ("strict-transport-security", "x-content-type-options", "referrer-policy", "permissions-policy"):
        assert kop in browser.koppen
    assert browser.koppen["cache-control"] == "no-store"


@pytest.mark.parametrize("pad", PAGINAS)
def test_elke_pagina_haalt_alleen_eigen_bestanden_die_er_zijn(browser: Browser, pad: str) -> None:
    html = browser.open(pad).html
    for adres in re.findall(r'<(?:link rel="(?!canonical)|script|img)[^>]*(?:href|src)="([^"]+)"', html):
        assert adres.startswith("/static/")
        assert browser.client.get(adres).status_code == 200


def test_alle_eigen_verwijzingen_bestaan(browser: Browser) -> None:
    gezien: set[str] = set()
    for pad in PAGINAS:
        gezien |= set(re.findall(r'href="(/[^"#?]*)', browser.open(pad).html))
    for adres in gezien:
        assert browser.client.get(adres).status_code == 200, adres


def test_het_begin_gaat_naar_de_demo(browser: Browser) -> None:
    assert browser.open("/").pad == "/demo/kaag-en-braassem"


def test_de_demo_toont_de_chat_en_zegt_dat_het_een_demonstratie_is(browser: Browser) -> None:
    browser.open("/demo/ridderkerk")
    assert '<voordeur-chat gemeente="ridderkerk">' in browser.html
    assert "Demonstratie" in browser.tekst
    assert 'href="/chat/ridderkerk"' in browser.html.split("<noscript>")[1].split("</noscript>")[0]


def test_bij_de_echte_dienst_is_er_geen_demo(huis: Huis, tmp_path: Path, naprater: Naprater, klok: Wijzerplaat) -> None:
    url = f"sqlite:///{tmp_path / 'echt.sqlite3'}"
    echt = bouw(url, tmp_path, huis.gereedschap, huis.gevaar, naprater, klok, live=True)
    with client_van(echt) as client:
        assert client.get("/demo/kaag-en-braassem").status_code == 404
        assert client.get("/").url.path == "/verantwoording"
        assert "Demonstratie" not in client.get("/balie/aanmelden").text


def test_hulplijnen_toont_alles_wat_een_inwoner_mag_bellen(browser: Browser, huis: Huis) -> None:
    browser.open("/hulplijnen")
    for lijn in huis.gereedschap.kennis.nu.hulplijnen.values():
        te_bereiken = not lijn.lokaal and any(kanaal.waarde for kanaal in lijn.kanalen)
        assert (f">{lijn.naam}<" in unescape(browser.html)) == ("inwoner" in lijn.voor_wie and te_bereiken), lijn.id
    assert browser.tekst.index("Alarmnummer") < browser.tekst.index("Andere hulplijnen")


def test_verantwoording_komt_uit_wat_er_echt_draait(browser: Browser, huis: Huis) -> None:
    browser.open("/verantwoording")
    assert f"<dd>{len(huis.gereedschap.kennis.nu.geldig)}</dd>" in browser.html
    assert f"<dd>{huis.settings.bewaar_gesprek_dagen}</dd>" in browser.html
    assert "demonstratie" in browser.tekst
    assert "Je praat niet met een mens" in browser.tekst


def test_privacy_noemt_de_termijnen_die_zijn_ingesteld(browser: Browser, huis: Huis) -> None:
    huis.settings.bewaar_gesprek_dagen = 17
    assert "wissen we na 17 dagen" in browser.open("/privacy").tekst


def test_security_txt_is_geldig_en_verloopt_niet_binnen_een_maand(browser: Browser) -> None:
    browser.open("/.well-known/security.txt")
    regels = dict(regel.split(": ", 1) for regel in browser.html.strip().splitlines())
    assert browser.koppen["content-type"].startswith("text/plain")
    assert regels["Expires"] > "2026-12-20T00:00:00Z"
    assert regels["Contact"].endswith("/verantwoording#lek-melden")
    assert 'id="lek-melden"' in browser.open("/verantwoording").html
