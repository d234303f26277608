"""The knowledge as pages: what is there, for whom it can be found, and that text stays text."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest

from api.context import Huis
from api.pages.texts import teksten
from knowledge.base import Kennisbank
from knowledge.models import Artikel
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser

SLAPEN = "/kennis/slapen/peuter-uit-bed"
PAGINAS = ("/kennis", "/kennis/slapen", SLAPEN, "/stroomschema", "/meldcode", "/hulplijnen")


def gegevens(html: str) -> dict[str, Any]:
    """The data for search engines, read as they would."""
    gevonden = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(gevonden) == 1
    data = json.loads(gevonden[0])
    assert data["@context"] == "https://schema.org"
    return {deel["@type"]: deel for deel in data["@graph"]}


def met_artikel(huis: Huis, monkeypatch: pytest.MonkeyPatch, **anders: Any) -> Artikel:
    """The kennisbank with one article changed."""
    oud: Kennisbank = huis.gereedschap.kennis.nu
    artikel = oud.artikelen["slapen/peuter-uit-bed"].model_copy(update=anders)
    nieuw = replace(oud, artikelen={**oud.artikelen, artikel.id: artikel})
    monkeypatch.setattr(huis.gereedschap.kennis, "_kennis", nieuw)
    return artikel


def test_elk_onderwerp_met_een_antwoord_staat_op_de_eerste_pagina(browser: Browser, huis: Huis) -> None:
    browser.open("/kennis")
    for slug in {artikel.onderwerp for artikel in huis.gereedschap.kennis.nu.geldig}:
        assert f'href="/kennis/{slug}"' in browser.html


def test_elk_onderwerp_en_elk_thema_heeft_een_naam_voor_lezers(huis: Huis) -> None:
    zinnen = teksten().zinnen
    for onderwerp in huis.gereedschap.kennis.nu.onderwerpen.values():
        assert f"onderwerp.{onderwerp.slug}" in zinnen
        assert f"thema.{onderwerp.thema}" in zinnen
    namen = {naam.partition(".")[2] for naam in zinnen if naam.startswith("onderwerp.")}
    assert namen == huis.gereedschap.kennis.nu.onderwerpen.keys()


def test_een_onderwerp_toont_elk_antwoord_in_het_kort(browser: Browser, huis: Huis) -> None:
    browser.open("/kennis/slapen")
    for artikel in huis.gereedschap.kennis.nu.geldig:
        if artikel.onderwerp == "slapen":
            assert artikel.titel in unescape(browser.html)
            assert f'href="/kennis/{artikel.id}"' in browser.html


def test_een_artikel_is_helemaal_te_lezen_zonder_script(browser: Browser, huis: Huis) -> None:
    artikel = huis.gereedschap.kennis.nu.artikelen["slapen/peuter-uit-bed"]
    browser.open(SLAPEN)
    for blok in artikel.blokken:
        assert f">{blok.kop}<" in browser.html
    for bron in artikel.bronnen:
        assert f'href="{bron.url}"' in browser.html
    assert "gelezen op 22 november 2026" in browser.tekst
    assert "Nagekeken op 22 november 2026 door: redactie jeugd." in browser.tekst
    assert "<details" not in browser.html
    assert "{hulplijn" not in browser.html
    assert "{team" not in browser.html


def test_elk_artikel_heeft_een_pagina_met_geldige_gegevens(browser: Browser, huis: Huis) -> None:
    for artikel in huis.gereedschap.kennis.nu.geldig:
        browser.open(f"/kennis/{artikel.id}")
        assert browser.status == 200, artikel.id
        data = gegevens(browser.html)["Article"]
        assert data["headline"] == artikel.titel
        assert data["dateModified"] == artikel.nagekeken_op.isoformat()
        assert len(data["audience"]) == len(artikel.doelgroep)
        assert ('content="noindex"' in browser.html) == (artikel.status == "concept"), artikel.id
        omschrijving = re.search(r'<meta name="description" content="([^"]*)"', browser.html)
        assert omschrijving
        assert 40 <= len(unescape(omschrijving[1])) <= 161, artikel.id


def test_zonder_gemeente_staat_er_geen_nummer_en_niets_van_een_gemeente(browser: Browser, huis: Huis) -> None:
    browser.open(SLAPEN)
    for gemeente in huis.gereedschap.kennis.nu.gemeenten.values():
        assert gemeente.telefoon and gemeente.telefoon not in browser.tekst
        assert f"In {gemeente.naam}:" not in browser.tekst


def test_met_gemeente_staat_er_het_nummer_en_wat_zij_erbij_zegt(browser: Browser, huis: Huis) -> None:
    kennis = huis.gereedschap.kennis.nu
    gemeente = next(g for g in kennis.gemeenten.values() if g.aanvullingen)
    erbij = gemeente.aanvullingen[0]
    artikel = next(a for a in kennis.geldig if erbij.hoort_bij(a, kennis.gelezen_op))
    browser.open(f"/kennis/{artikel.id}?gemeente={gemeente.id}")
    assert gemeente.telefoon and gemeente.telefoon in browser.tekst
    assert f"In {gemeente.naam}: {erbij.titel}" in browser.tekst
    assert f'rel="canonical" href="http://testserver/kennis/{artikel.id}"' in browser.html
    assert 'content="noindex"' in browser.html, "een verzonnen nummer hoort niet in een zoekmachine"


def test_met_gemeente_toont_een_onderwerp_wat_er_in_de_buurt_is(browser: Browser, huis: Huis) -> None:
    kennis = huis.gereedschap.kennis.nu
    gemeente = kennis.gemeenten["kaag-en-braassem"]
    onderwerp = next(s for s in ("jgt", "slapen", *kennis.onderwerpen) if kennis.voorzieningen(gemeente, onderwerp=s))
    browser.open(f"/kennis/{onderwerp}?gemeente={gemeente.id}")
    for plek in kennis.voorzieningen(gemeente, onderwerp=onderwerp):
        assert plek.naam in unescape(browser.html)
    assert f'href="/chat/{gemeente.id}"' in browser.html


def test_een_verlopen_artikel_is_er_niet(browser: Browser, klok: Wijzerplaat) -> None:
    klok.verzet(days=366 * 3)
    for pad in (SLAPEN, "/kennis/slapen"):
        assert browser.open(pad).status == 404
    assert 'href="/kennis/slapen"' not in browser.open("/kennis").html
    assert "/kennis/slapen" not in browser.open("/sitemap.xml").html


@pytest.mark.parametrize("naam", ["stroomschema", "meldcode"])
def test_een_verlopen_route_is_er_niet(browser: Browser, klok: Wijzerplaat, naam: str) -> None:
    klok.verzet(days=366 * 3)
    assert browser.open(f"/{naam}").status == 404


@pytest.mark.parametrize(
    "pad",
    [
        "/kennis/onzin",
        "/kennis/slapen/onzin",
        "/kennis/a/b/c",
        f"{SLAPEN}?gemeente=atlantis",
        "/bestaat-niet",
        "/kennis/%00",
    ],
)
def test_wat_er_niet_is_geeft_een_gewone_pagina_met_hulplijnen(browser: Browser, pad: str) -> None:
    browser.open(pad)
    assert browser.status == 404
    assert browser.koppen["content-type"].startswith("text/html")
    assert '<html lang="nl">' in browser.html
    assert 'href="tel:112"' in browser.html
    assert 'content="noindex"' in browser.html


def test_een_verkeerde_methode_geeft_ook_een_pagina_en_de_api_blijft_json(browser: Browser) -> None:
    assert browser.open("/weg").koppen["content-type"].startswith("text/html")
    assert browser.status == 405
    assert browser.open("/api/v1/bestaat-niet").koppen["content-type"] == "application/problem+json"
    assert browser.status == 404


def test_gevaar_in_een_adres_dat_er_niet_is_krijgt_antwoord(browser: Browser) -> None:
    browser.open("/bestaat-niet?vraag=ik maak vanavond een eind aan mijn leven")
    assert browser.status == 404
    assert 'href="tel:113"' in browser.html


def test_tekst_van_een_artikel_blijft_tekst(browser: Browser, huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    kwaad = '</script><script>alert(1)</script><img src=x onerror="x">'
    met_artikel(huis, monkeypatch, titel=f"Titel {kwaad}", kort=f"Kort {kwaad}", eigenaar=kwaad)
    for pad in (SLAPEN, "/kennis/slapen"):
        browser.open(pad)
        assert "<script>alert" not in browser.html
        assert "<img" not in browser.html
    assert gegevens(browser.open(SLAPEN).html)["Article"]["headline"] == f"Titel {kwaad}"


def test_een_ondertekend_artikel_staat_in_de_kaart_en_een_concept_niet(
    browser: Browser, huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    met_artikel(huis, monkeypatch, status="gepubliceerd", nagekeken_op=date(2026, 11, 19))
    kaart = ElementTree.fromstring(browser.open("/sitemap.xml").html)
    ruimte = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    adressen = {deel.findtext("s:loc", "", ruimte): deel.findtext("s:lastmod", "", ruimte) for deel in kaart}
    assert adressen[f"http://testserver{SLAPEN}"] == "2026-11-19"
    for artikel in huis.gereedschap.kennis.nu.artikelen.values():
        assert (f"http://testserver/kennis/{artikel.id}" in adressen) == (artikel.status == "gepubliceerd")
    for adres in adressen:
        antwoord = browser.client.get(adres.removeprefix("http://testserver"))
        assert antwoord.status_code == 200, adres
        assert 'content="noindex"' not in antwoord.text, adres


def test_robots_blijven_weg_bij_gesprekken_en_vinden_de_kaart(browser: Browser) -> None:
    browser.open("/robots.txt")
    regels = browser.html.splitlines()
    assert {"Disallow: /api/", "Disallow: /balie", "Disallow: /chat/", "Disallow: /aanmelding"} <= set(regels)
    assert not any("/kennis" in regel for regel in regels)
    assert "Sitemap: http://testserver/sitemap.xml" in regels


@pytest.mark.parametrize("pad", PAGINAS)
def test_een_leespagina_heeft_een_adres_en_een_omschrijving(browser: Browser, pad: str) -> None:
    browser.open(pad)
    assert f'<link rel="canonical" href="http://testserver{pad}">' in browser.html
    assert re.search(r'<meta name="description" content="[^"]{20,}">', browser.html)
    ids = re.findall(r'\sid="([^"]+)"', browser.html)
    assert len(ids) == len(set(ids))


def test_de_vragen_van_een_onderwerp_zijn_gegevens_als_ze_ondertekend_zijn(browser: Browser, huis: Huis) -> None:
    klaar = [a for a in huis.gereedschap.kennis.nu.geldig if a.status == "gepubliceerd"]
    onderwerp = klaar[0].onderwerp
    vragen = gegevens(browser.open(f"/kennis/{onderwerp}").html)["FAQPage"]
    assert [vraag["name"] for vraag in vragen["mainEntity"]] == [a.titel for a in klaar if a.onderwerp == onderwerp]
    assert vragen["dateModified"]


def test_het_korte_adres_van_de_hulplijnen(browser: Browser) -> None:
    assert browser.open("/hulp").pad == "/hulplijnen"


def test_hulplijnen_hebben_uren_kanalen_en_voor_wie(browser: Browser) -> None:
    browser.open("/hulplijnen")
    assert "elke dag van 11.00 tot 21.00 uur" in browser.tekst
    assert "maandag tot en met vrijdag van 8.30 tot 17.00 uur" in browser.tekst
    assert "8 tot en met 18 jaar" in browser.tekst
    assert "De tijden weten we niet" in browser.tekst
    for adres in ("tel:08000113", "mailto:vraag@oudersonderwijs.nl", "https://www.kindertelefoon.nl"):
        assert f'href="{adres}"' in browser.html
