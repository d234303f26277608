"""The aanmelding without JavaScript: what was approved is what arrives, once."""

from __future__ import annotations

import re
from contextlib import contextmanager
from html import unescape
from typing import Any

import pytest
from sqlalchemy import func, select

from api.aanmelding import store
from api.context import Huis
from api.database.engine import DatabaseWeg
from api.database.tables import AanmeldingRij
from tests.api.conftest import Wijzerplaat
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import KAAG, Browser

FORM = f"{KAAG}/aanmelding"
ZORG = 'Hij slaapt niet.\n\nIk ben "op" & mijn <man> ook: 😴 té vaak\tboos.'
INGEVULD: dict[str, Any] = {"rol": "ouder", "naam": "Sanne", "kern": "kaag", "zorg": ZORG, "telefoon": "06 00000012"}
GEVAAR = "Mijn man slaat me en de kinderen zien het."


def overzicht(html: str) -> dict[str, str]:
    """What stands on 'Dit sturen we', by field, as the browser shows it."""
    return {
        naam: unescape(tekst)
        for naam, tekst in re.findall(r'data-veld="(\w+)"><dt>.*?</dt><dd dir="auto">(.*?)</dd>', html, re.DOTALL)
    }


def in_database(huis: Huis) -> list[dict[str, Any]]:
    with huis.database.lezen() as sessie:
        return [store.open_velden(rij, huis.bos) for rij in sessie.scalars(select(AanmeldingRij))]


@pytest.fixture
def formulier(browser: Browser) -> Browser:
    return browser.begin().open(FORM)


def test_het_formulier_weet_al_wat_in_het_gesprek_is_gezegd(browser: Browser, naprater: Naprater) -> None:
    naprater.velden = {"rol": "ouder", "zorg": "Hij eet niet.", "kern": "leimuiden", "kind_leeftijd": "3 jaar"}
    browser.begin()
    browser.stuur(f"{KAAG}/bericht", tekst="Bel me op 06 00000031", knop=None)
    browser.stuur(f"{KAAG}/bericht", tekst=None, knop=("keuze", "wil_aanmelden"))
    assert f'href="{FORM}"' in browser.html
    velden = dict(browser.open(FORM).form(FORM).velden)
    assert {naam: velden[naam] for naam in naprater.velden} == naprater.velden


def test_wat_nog_mist_staat_bij_het_veld_en_wat_er_stond_blijft_staan(formulier: Browser) -> None:
    formulier.stuur(FORM, naam="Sanne", telefoon="geen nummer")
    assert formulier.status == 422
    for veld in ("rol", "kern", "zorg", "telefoon"):
        assert f'id="{veld}-fout"' in formulier.html
    assert 'id="naam-fout"' not in formulier.html
    velden = dict(formulier.form(FORM).velden)
    assert (velden["naam"], velden["telefoon"]) == ("Sanne", "geen nummer")


def test_een_kern_van_een_andere_gemeente_kan_niet(formulier: Browser) -> None:
    assert formulier.stuur(FORM, **INGEVULD | {"kern": "bolnes"}).status == 422


def test_dit_sturen_we_laat_alles_zien_en_niets_anders(formulier: Browser) -> None:
    formulier.stuur(FORM, **INGEVULD, wanneer=["ochtend", "avond"], veilig_bellen="nee")
    assert formulier.pad == f"{FORM}/nakijken"
    assert overzicht(formulier.html) == {
        "rol": "Ouder of verzorger",
        "naam": "Sanne",
        "kern": "Kaag",
        "zorg": ZORG,
        "telefoon": "06 00000012",
        "veilig_bellen": "Nee",
        "wanneer": "Ochtend, Avond",
    }
    assert "JGT Kaag en Braassem" in formulier.tekst


def test_wat_aankomt_is_letter_voor_letter_wat_is_goedgekeurd(formulier: Browser, huis: Huis) -> None:
    goedgekeurd = overzicht(formulier.stuur(FORM, **INGEVULD, veilig_bellen="nee").html)
    formulier.stuur(f"{FORM}/versturen")
    assert (formulier.status, formulier.pad) == (200, f"{FORM}/klaar")
    [velden] = in_database(huis)
    assert velden["zorg"] == goedgekeurd["zorg"] == ZORG
    assert velden["contact"]["veilig_bellen"] is False
    plat = {**velden, **velden["contact"]}
    assert {naam for naam, waarde in plat.items() if waarde not in ([], None)} - {"contact"} == goedgekeurd.keys()


def test_de_bevestiging_heeft_kenmerk_code_en_de_dag_en_komt_maar_een_keer_aan(formulier: Browser, huis: Huis) -> None:
    formulier.stuur(FORM, **INGEVULD)
    data = formulier.form(f"{FORM}/versturen").velden
    eerste = formulier.post(f"{FORM}/versturen", data).tekst
    tweede = formulier.post(f"{FORM}/versturen", data).tekst
    assert eerste == tweede
    assert re.search(r"VD-\w{4}-\w{4}", eerste)
    assert "vrijdag 27 november 2026" in eerste
    assert "cliëntondersteuning" in eerste
    assert len(in_database(huis)) == 1


def test_wat_na_het_nakijken_verandert_wordt_niet_ongezien_verstuurd(formulier: Browser, huis: Huis) -> None:
    formulier.stuur(FORM, **INGEVULD)
    gezien = formulier.form(f"{FORM}/versturen").velden
    formulier.open(FORM).stuur(FORM, zorg="Iets heel anders.")
    formulier.post(f"{FORM}/versturen", gezien)
    assert formulier.status == 409
    assert overzicht(formulier.html)["zorg"] == "Iets heel anders."
    assert in_database(huis) == []


def test_een_leeggemaakt_veld_blijft_leeg(browser: Browser, naprater: Naprater, huis: Huis) -> None:
    naprater.velden = {"sinds": "een jaar"}
    browser.begin().stuur(f"{KAAG}/bericht", tekst=None, knop=("keuze", "wil_aanmelden"))
    browser.open(FORM).stuur(FORM, **INGEVULD, sinds="")
    assert "sinds" not in overzicht(browser.html)
    browser.stuur(f"{FORM}/versturen")
    assert "sinds" not in in_database(huis)[0]


def test_gevaar_in_de_aanmelding_krijgt_antwoord_en_houdt_niets_tegen(formulier: Browser, huis: Huis) -> None:
    formulier.stuur(FORM, **INGEVULD | {"zorg": GEVAAR})
    assert "Niemand leest nu mee" in formulier.tekst
    formulier.stuur(f"{FORM}/versturen")
    assert "Niemand leest nu mee" in formulier.tekst
    assert in_database(huis)[0]["zorg"] == GEVAAR


def test_een_ander_kan_dit_formulier_niet_voor_je_versturen(formulier: Browser, huis: Huis) -> None:
    formulier.stuur(FORM, **INGEVULD)
    formulier.stuur(f"{FORM}/versturen", csrf="fout")
    assert formulier.status == 403
    assert in_database(huis) == []


def test_wie_er_lang_over_doet_is_niets_kwijt(formulier: Browser, klok: Wijzerplaat, huis: Huis) -> None:
    klok.verzet(minutes=45)
    formulier.stuur(FORM, **INGEVULD | {"zorg": GEVAAR}, wanneer=["ochtend"])
    assert formulier.status == 401
    assert "Niemand leest nu mee" in formulier.tekst
    formulier.stuur(f"{FORM}/opnieuw")
    velden = formulier.form(FORM).velden
    assert ("zorg", GEVAAR) in velden
    assert ("wanneer", "ochtend") in velden
    formulier.stuur(FORM)
    formulier.stuur(f"{FORM}/versturen")
    assert in_database(huis)[0]["zorg"] == GEVAAR


def test_met_de_database_weg_staat_alles_er_nog(
    formulier: Browser, huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def weg():  # type: ignore[no-untyped-def]
        raise DatabaseWeg("proef")
        yield

    with monkeypatch.context() as even:
        even.setattr(huis.database, "schrijven", weg)
        formulier.stuur(FORM, **INGEVULD)
        assert formulier.status == 503
        assert ZORG in unescape(formulier.html)
        assert "Veilig Thuis" in formulier.tekst
    formulier.stuur(f"{FORM}/opnieuw")
    assert dict(formulier.form(FORM).velden)["zorg"].lstrip("\n") == ZORG


def test_zonder_gesprek_is_er_geen_formulier(browser: Browser, huis: Huis) -> None:
    assert browser.open(FORM).status == 404
    assert browser.open(f"{FORM}/klaar").pad == KAAG
    with huis.database.lezen() as sessie:
        assert sessie.scalar(select(func.count()).select_from(AanmeldingRij)) == 0
