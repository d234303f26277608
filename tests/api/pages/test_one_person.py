"""A request for contact is one person's: no age, no second consent and no gezag ever stands in the way."""

from __future__ import annotations

import re
from typing import Any

import pytest

from api.aanmelding.schemas import NieuweAanmelding, Toestemming, Velden
from api.context import Huis
from api.pages import fields
from tests.api.balie.conftest import Stuur, stuur_naar
from tests.api.pages.browser import Browser
from tests.api.pages.test_family import rij_van
from tests.api.pages.test_handover import FORM, INGEVULD, in_database

MENSEN = [
    {"rol": "jongere", "kind_leeftijd": "9 jaar"},
    {"rol": "jongere", "kind_leeftijd": "12 jaar", "wie_weten_ervan": "niemand, ook mijn ouders niet"},
    {"rol": "jongere", "kind_leeftijd": "16 jaar"},
    {"rol": "ouder", "kind_leeftijd": "14 jaar", "wie_weten_ervan": "mijn ex niet, en mijn zoon ook niet"},
    {"rol": "ander", "kind_leeftijd": "3 jaar"},
    {"rol": "ouder", "kind_leeftijd": "nog niet geboren"},
    {"rol": "ouder", "kind_leeftijd": "22 jaar"},
]
GEVAAR = "Mijn man slaat me en de kinderen zien het. Ik ben bang."
SOORTEN = re.compile(
    r"huiselijk geweld|kindermishandeling|suïcid|zelfdoding|eerwraak|seksueel|partnergeweld|niveau|urgentie", re.I
)


@pytest.fixture
def stuur(huis: Huis) -> Stuur:
    return stuur_naar(huis)


@pytest.mark.parametrize("wie", MENSEN)
def test_wie_het_ook_vraagt_op_elke_leeftijd_het_komt_aan(browser: Browser, huis: Huis, wie: dict[str, str]) -> None:
    browser.begin().open(FORM).stuur(FORM, **INGEVULD | wie)
    assert browser.pad == f"{FORM}/nakijken"
    browser.stuur(f"{FORM}/versturen")
    assert browser.pad == f"{FORM}/klaar"
    [velden] = in_database(huis)
    assert velden["rol"] == wie["rol"] and velden["kind_leeftijd"] == wie["kind_leeftijd"]


def test_er_zijn_vijf_verplichte_vragen_en_geen_gaat_over_leeftijd_gezag_of_een_tweede_ouder() -> None:
    in_model = {naam for naam, veld in Velden.model_fields.items() if veld.is_required()}
    assert in_model == {"rol", "naam", "kern", "zorg", "contact"}
    assert {veld.id for veld in fields.ALLE if veld.verplicht} == in_model - {"contact"}
    assert set(NieuweAanmelding.model_fields) == {"gesprek", "gemeente", "velden", "toestemming"}
    assert set(Toestemming.model_fields) == {"versturen"}


@pytest.mark.parametrize("gezag", ["ik niet", "mijn ex alleen", "weet ik niet", "een voogd"])
def test_wat_iemand_over_gezag_zegt_houdt_niets_tegen(stuur: Stuur, huis: Huis, gezag: str) -> None:
    stuur(gezag_volgens_melder=gezag)
    assert in_database(huis)[0]["gezag_volgens_melder"] == gezag
    assert rij_van(huis).status == "ontvangen"


def test_over_toestemming_staat_er_dat_het_team_dat_uitzoekt(browser: Browser) -> None:
    browser.begin().open(FORM).stuur(FORM, **INGEVULD)
    browser.stuur(f"{FORM}/versturen")
    assert "Dat hoef jij nu niet te regelen" in browser.tekst


def paginas_na(browser: Browser) -> dict[str, str]:
    """Every page, sheet and file that the family has after sending."""
    kenmerk, code = re.findall(r'bewijs__teken">([^<]+)<', browser.html)
    uit = {"klaar op papier": _papier(browser.html)}
    for naam in ("afdruk", "herinnering.ics"):
        uit[naam] = browser.open(f"{FORM}/klaar/{naam}").html
    browser.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=kenmerk, code=code)
    uit["meelezen"] = browser.html
    for naam in ("inzage", "notitie.json", "verbeteren", "wissen", "intrekken"):
        uit[naam] = browser.open(f"/aanmelding/{naam}").html
    return uit


def _papier(html: str) -> str:
    return re.sub(r'<section class="niet-afdrukken".*?</section>', "", html, flags=re.DOTALL)


def test_geen_soort_gevaar_op_pagina_papier_of_in_een_bestand(browser: Browser, huis: Huis) -> None:
    browser.begin().open(FORM).stuur(FORM, **INGEVULD | {"zorg": GEVAAR})
    browser.stuur(f"{FORM}/versturen")
    rij: Any = rij_van(huis)
    assert rij.niveau and rij.categorie, "het merk is er wel"
    for naam, html in paginas_na(browser).items():
        zonder_eigen = html.replace(GEVAAR, "")
        assert not SOORTEN.search(re.sub(r"<[^>]+>", " ", zonder_eigen)), naam
        assert rij.categorie not in html and rij.regel.partition("@")[0] not in html, naam
