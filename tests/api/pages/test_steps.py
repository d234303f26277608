"""The routes in steps as pages: everything is on it, in order, and the picture says the same as the words."""

from __future__ import annotations

import re
from html import unescape

import pytest

from api.context import Huis
from api.pages.flow_chart import BREED, teken
from knowledge.stroomschema import Stroomschema
from tests.api.pages.browser import Browser
from tests.api.pages.test_reading import gegevens

NAMEN = ("stroomschema", "meldcode")


def schema_van(huis: Huis, naam: str) -> Stroomschema:
    return huis.gereedschap.kennis.nu.schemas[naam]


@pytest.mark.parametrize("naam", NAMEN)
def test_elke_stap_staat_er_op_volgorde_met_alles_wat_erbij_hoort(browser: Browser, huis: Huis, naam: str) -> None:
    kennis = huis.gereedschap.kennis.nu
    html = unescape(browser.open(f"/{naam}").html)
    delen = re.split(r'<section class="stap"', html)[1:]
    schema = schema_van(huis, naam)
    assert len(delen) == len(schema.stappen)
    for stap, deel in zip(schema.stappen, delen, strict=True):
        assert f'id="stap-{stap.id}"' in deel
        for tekst in (
            stap.titel,
            *stap.wie,
            stap.wanneer,
            stap.voorwaarde or "",
            stap.doen,
            *stap.punten,
            *stap.zinnen,
        ):
            assert kennis.vul_in(tekst) in deel, (stap.id, tekst)
        for pijl in stap.volgende:
            assert pijl.als in deel
            assert f'href="#stap-{pijl.naar}"' in deel
        assert ('href="tel:08002000"' in deel) == ("veilig-thuis" in stap.hulplijnen)


@pytest.mark.parametrize("naam", NAMEN)
def test_de_pagina_zegt_van_wanneer_zij_is_en_dat_er_niets_bewaard_wordt(
    browser: Browser, huis: Huis, naam: str
) -> None:
    browser.open(f"/{naam}")
    schema = schema_van(huis, naam)
    assert "Er wordt niets bewaard." in browser.tekst
    assert f"door: {schema.eigenaar}. Versie {schema.versie}." in browser.tekst
    for bron in schema.bronnen:
        assert f'href="{bron.url}"' in browser.html
    assert not re.search(r"<input|<textarea|<select", browser.html)
    assert ('content="noindex"' in browser.html) == (schema.status == "concept")


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_anker_op_de_pagina_bestaat(browser: Browser, naam: str) -> None:
    browser.open(f"/{naam}")
    ids = set(re.findall(r'\sid="([^"]+)"', browser.html))
    assert set(re.findall(r'href="#([^"]+)"', browser.html)) <= ids


def test_met_gemeente_staat_het_nummer_van_het_team_erbij(browser: Browser, huis: Huis) -> None:
    nummer = huis.gemeente("ridderkerk").telefoon
    assert nummer
    assert nummer not in browser.open("/stroomschema").tekst
    assert "Het Jeugd- en Gezinsteam van je gemeente" in browser.tekst
    assert nummer in browser.open("/stroomschema?gemeente=ridderkerk").tekst
    assert browser.open("/stroomschema?gemeente=atlantis").status == 404


@pytest.mark.parametrize("naam", NAMEN)
def test_de_gegevens_noemen_elke_stap(browser: Browser, huis: Huis, naam: str) -> None:
    data = gegevens(browser.open(f"/{naam}").html)["HowTo"]
    schema = schema_van(huis, naam)
    assert [stap["name"] for stap in data["step"]] == [stap.titel for stap in schema.stappen]
    assert data["dateModified"] == schema.nagekeken_op.isoformat()


def test_het_plaatje_heeft_een_naam_en_zegt_in_woorden_hetzelfde(browser: Browser, huis: Huis) -> None:
    browser.open("/stroomschema")
    svg = re.search(r"<svg.*?</svg>", browser.html, re.DOTALL)
    assert svg
    assert 'role="img"' in svg[0]
    uitleg = re.search(r'<desc id="plaat-uitleg">(.*?)</desc>', svg[0])
    assert uitleg
    for stap in schema_van(huis, "stroomschema").stappen:
        assert stap.titel in unescape(uitleg[1])
    assert "Stap 1, Je maakt je zorgen: daarna stap 2, 3 of 4." in uitleg[1]
    assert "hier eindigt het schema." in uitleg[1]
    assert "<svg" not in browser.open("/meldcode").html


@pytest.mark.parametrize("naam", NAMEN)
def test_in_het_plaatje_valt_niets_over_elkaar_of_buiten_de_rand(huis: Huis, naam: str) -> None:
    plaat = teken(schema_van(huis, naam))
    for vak, volgende in zip(plaat.vakken, plaat.vakken[1:], strict=False):
        assert vak.y + vak.hoog < volgende.y
    for nr, baan in enumerate(plaat.banen):
        assert plaat.vakbreed < baan.x < BREED
        for ander in plaat.banen[nr + 1 :]:
            assert ander.x != baan.x or ander.van > baan.tot or ander.tot < baan.van


def test_elke_pijl_van_het_schema_staat_in_het_plaatje(huis: Huis) -> None:
    schema = schema_van(huis, "stroomschema")
    plaat = teken(schema)
    plek = {stap.id: nummer for nummer, stap in enumerate(schema.stappen)}
    getekend = {
        (van, naar)
        for baan in plaat.banen
        for naar, doel in enumerate(plaat.vakken)
        for van, bron in enumerate(plaat.vakken)
        if baan.naar == doel.binnen and bron.uit in baan.punten
    }
    getekend |= {
        (van, van + 1)
        for van, vak in enumerate(plaat.vakken[:-1])
        if (vak.y + vak.hoog, plaat.vakken[van + 1].y) in plaat.pijlen
    }
    assert getekend == {(plek[stap.id], plek[pijl.naar]) for stap in schema.stappen for pijl in stap.volgende}
