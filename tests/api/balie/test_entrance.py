"""Signing in at the balie, staying in, and going out."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from api.balie.accounts import maak_medewerker
from api.context import Huis
from api.database.tables import Zitting
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser


@pytest.fixture
def medewerker(huis: Huis) -> str:
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    return "Ans"


def zittingen(huis: Huis) -> int:
    with huis.database.lezen() as sessie:
        return int(sessie.scalar(select(func.count()).select_from(Zitting)) or 0)


@pytest.mark.parametrize(
    "pad", ["/balie", "/balie/aanmeldingen/VD-AAAA-AAAA", "/balie/aanmeldingen/VD-AAAA-AAAA/print"]
)
def test_zonder_aanmelden_kom_je_nergens(browser: Browser, pad: str) -> None:
    assert browser.open(pad).pad == "/balie/aanmelden"


def test_met_het_goede_wachtwoord_kom_je_op_de_werklijst(browser: Browser, medewerker: str) -> None:
    meld_aan(browser, medewerker)
    assert (browser.status, browser.pad) == (200, "/balie")
    assert "Werklijst Kaag en Braassem" in browser.tekst


def test_hoofdletters_in_de_naam_maken_niet_uit(browser: Browser, medewerker: str) -> None:
    assert meld_aan(browser, " ans ").pad == "/balie"


@pytest.mark.parametrize(("naam", "wachtwoord"), [("Ans", "fout-wachtwoord"), ("Niemand", WACHTWOORD), ("", "")])
def test_wat_er_fout_is_wordt_niet_gezegd(browser: Browser, medewerker: str, naam: str, wachtwoord: str) -> None:
    meld_aan(browser, naam, wachtwoord)
    assert browser.status == 401
    assert "Naam en wachtwoord horen niet bij elkaar" in browser.tekst
    assert wachtwoord not in browser.html or not wachtwoord


def test_na_vijf_fouten_zit_een_naam_op_slot_ook_met_het_goede_wachtwoord(
    browser: Browser, medewerker: str, klok: Wijzerplaat
) -> None:
    for _ in range(5):
        meld_aan(browser, medewerker, "fout-wachtwoord")
    assert meld_aan(browser, medewerker).status == 429
    assert "30 seconden" in browser.tekst or "31 seconden" in browser.tekst
    klok.verzet(seconds=32)
    assert meld_aan(browser, medewerker).status == 200


def test_ook_een_naam_die_niet_bestaat_gaat_op_slot(browser: Browser) -> None:
    for _ in range(5):
        meld_aan(browser, "Niemand", "fout-wachtwoord")
    assert meld_aan(browser, "Niemand").status == 429


def test_aanmelden_kan_alleen_vanaf_onze_pagina(browser: Browser, medewerker: str) -> None:
    browser.open("/balie/aanmelden")
    browser.stuur("/balie/aanmelden", naam=medewerker, wachtwoord=WACHTWOORD, csrf="fout")
    assert browser.status == 403
    browser.open("/balie/aanmelden")
    browser.stuur(
        "/balie/aanmelden", koppen={"Origin": "https://kwaad.example"}, naam=medewerker, wachtwoord=WACHTWOORD
    )
    assert browser.status == 403


def test_de_koek_is_alleen_voor_de_balie_en_niet_die_van_voor_het_aanmelden(
    client: TestClient, browser: Browser, medewerker: str
) -> None:
    browser.open("/balie/aanmelden")
    ervoor = client.cookies["voordeur_balie"]
    data = {**dict(browser.form("/balie/aanmelden").velden), "naam": medewerker, "wachtwoord": WACHTWOORD}
    koek = client.post("/balie/aanmelden", data=data, follow_redirects=False).headers["set-cookie"].lower()
    assert "httponly" in koek
    assert "samesite=strict" in koek
    assert "path=/balie" in koek
    assert client.cookies["voordeur_balie"] != ervoor


@pytest.mark.parametrize(
    ("naar", "komt_op"),
    [
        ("/balie/aanmeldingen/VD-X", "/balie/aanmeldingen/VD-X"),
        ("https://kwaad.example", "/balie"),
        ("//kwaad", "/balie"),
    ],
)
def test_na_het_aanmelden_ga_je_verder_maar_nooit_naar_een_andere_site(
    browser: Browser, client: TestClient, medewerker: str, naar: str, komt_op: str
) -> None:
    browser.open("/balie/aanmelden")
    data = {**dict(browser.form("/balie/aanmelden").velden), "naam": medewerker, "wachtwoord": WACHTWOORD}
    antwoord = client.post("/balie/aanmelden", data=data | {"verder": naar}, follow_redirects=False)
    assert antwoord.headers["location"] == komt_op


def test_een_uur_niets_doen_is_opnieuw_aanmelden(ans: Browser, klok: Wijzerplaat) -> None:
    klok.verzet(minutes=59)
    assert ans.open("/balie").pad == "/balie"
    klok.verzet(minutes=59)
    assert ans.open("/balie").pad == "/balie"
    klok.verzet(minutes=61)
    assert ans.open("/balie").pad == "/balie/aanmelden"


def test_na_acht_uur_is_het_hoe_dan_ook_voorbij(ans: Browser, klok: Wijzerplaat) -> None:
    for _ in range(9):
        klok.verzet(minutes=50)
        assert ans.open("/balie").pad == "/balie"
    klok.verzet(minutes=40)
    assert ans.open("/balie").pad == "/balie/aanmelden"


def test_een_lijst_die_zichzelf_ververst_houdt_niemand_aangemeld(ans: Browser, klok: Wijzerplaat) -> None:
    for _ in range(3):
        klok.verzet(minutes=19)
        assert ans.open("/balie", HX_Request="true", HX_Trigger="ververs").status == 200
    klok.verzet(minutes=19)
    ans.open("/balie", HX_Request="true", HX_Trigger="ververs")
    assert ans.status == 401
    assert ans.koppen["hx-redirect"].startswith("/balie/aanmelden")


def test_afmelden_maakt_de_koek_waardeloos(ans: Browser, client: TestClient, huis: Huis) -> None:
    koek = client.cookies["voordeur_balie"]
    ans.stuur("/balie/afmelden")
    assert ans.pad == "/balie/aanmelden"
    assert zittingen(huis) == 0
    client.cookies.set("voordeur_balie", koek, path="/balie")
    assert ans.open("/balie").pad == "/balie/aanmelden"


def test_een_ander_kan_je_niet_afmelden(ans: Browser) -> None:
    assert ans.stuur("/balie/afmelden", csrf="fout").status == 403
    assert ans.open("/balie").pad == "/balie"


def test_een_verlopen_zitting_verwerkt_niets(ans: Browser, stuur: Stuur, klok: Wijzerplaat) -> None:
    kenmerk = stuur()
    ans.open(f"/balie/aanmeldingen/{kenmerk}")
    klok.verzet(minutes=61)
    assert ans.stuur(f"/balie/aanmeldingen/{kenmerk}/oppakken").pad == "/balie/aanmelden"
    meld_aan(ans, "Ans").open(f"/balie/aanmeldingen/{kenmerk}")
    assert "Nog door niemand opgepakt" in ans.tekst
