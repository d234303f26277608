"""The conversation without JavaScript."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from api.context import Huis
from api.database.engine import DatabaseWeg
from api.database.tables import BeurtRij, Gesprek
from tests.api.conftest import Wijzerplaat, client_van
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import KAAG, Browser

GEVAAR = "mijn man slaat me en ik ben bang"


def aantal(huis: Huis, tabel: type) -> int:
    with huis.database.lezen() as sessie:
        return int(sessie.scalar(select(func.count()).select_from(tabel)) or 0)


def test_de_eerste_pagina_zegt_dat_dit_een_computer_is_en_hoe_je_een_mens_belt(browser: Browser) -> None:
    browser.open(KAAG)
    assert browser.status == 200
    assert "computer, niet van een mens" in browser.tekst
    assert "000-000 00 01" in browser.tekst


def test_een_vraag_begint_het_gesprek_en_krijgt_meteen_antwoord(browser: Browser) -> None:
    browser.begin("Mijn peuter slaapt niet")
    assert (browser.status, browser.pad) == (200, KAAG)
    assert "Ik ben een computer" in browser.tekst
    assert "Je zei: Mijn peuter slaapt niet" in browser.tekst


def test_een_gesprek_mag_ook_leeg_beginnen(browser: Browser, naprater: Naprater) -> None:
    assert "Ik ben een computer" in browser.begin().tekst
    assert naprater.gehoord == []


def test_een_knop_is_een_bericht_en_alleen_de_laatste_knoppen_werken_nog(browser: Browser) -> None:
    browser.begin("hallo")
    browser.stuur(f"{KAAG}/bericht", tekst=None, knop=("keuze", "nee"))
    assert "Je zei: /nee" in browser.tekst
    assert browser.html.count('value="wil_aanmelden"') == 1


def test_er_is_een_koek_die_geen_script_en_geen_andere_site_kan_lezen(browser: Browser, client: TestClient) -> None:
    antwoord = client.post(f"{KAAG}/begin", data={"tekst": ""}, follow_redirects=False)
    koek = antwoord.headers["set-cookie"].lower()
    assert "httponly" in koek
    assert "samesite=strict" in koek
    assert "secure" not in koek
    assert len(client.cookies) == 1


def test_over_https_is_de_koek_ook_secure(huis: Huis) -> None:
    with TestClient(client_van(huis).app, base_url="https://testserver") as veilig:
        antwoord = veilig.post(f"{KAAG}/begin", data={"tekst": ""}, follow_redirects=False)
        koek = antwoord.headers["set-cookie"]
        assert koek.startswith("__Secure-voordeur=") and "; secure" in koek.lower()
        assert not Browser(veilig).open(KAAG).heeft_form(f"{KAAG}/begin"), "en zo wordt hij ook weer gelezen"


def test_twee_keer_op_de_knop_is_een_bericht(browser: Browser, huis: Huis, naprater: Naprater) -> None:
    browser.begin()
    data = [*browser.form(f"{KAAG}/bericht").velden[:-1], ("tekst", "hallo")]
    browser.post(f"{KAAG}/bericht", data)
    browser.post(f"{KAAG}/bericht", data)
    assert browser.status == 200
    assert naprater.gehoord == ["hallo"]
    assert aantal(huis, BeurtRij) == 1


def test_zonder_bewijs_van_onze_pagina_gaat_er_niets_door_maar_gevaar_wordt_gelezen(
    browser: Browser, naprater: Naprater
) -> None:
    browser.begin()
    browser.stuur(f"{KAAG}/bericht", tekst=GEVAAR, csrf="fout")
    assert browser.status == 403
    assert naprater.gehoord == []
    assert "Veilig Thuis" in browser.tekst
    assert "Niemand leest nu mee" in browser.tekst


@pytest.mark.parametrize("kop", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://kwaad.example"}])
def test_een_andere_site_kan_niets_versturen(browser: Browser, kop: dict[str, str], naprater: Naprater) -> None:
    browser.begin()
    browser.stuur(f"{KAAG}/bericht", koppen=kop, tekst="hallo")
    assert browser.status == 403
    browser.open(KAAG).stuur("/weg", koppen=kop)
    assert browser.open(KAAG).status == 200
    assert naprater.gehoord == []


def test_een_te_lange_hulpkreet_krijgt_het_veiligheidsantwoord_en_blijft_staan(browser: Browser) -> None:
    kreet = f"{GEVAAR} " + "en zo gaat het al heel lang door " * 60
    browser.begin()
    browser.stuur(f"{KAAG}/bericht", tekst=kreet)
    assert browser.status == 422
    assert "Niemand leest nu mee" in browser.tekst
    assert dict(browser.form(f"{KAAG}/bericht").velden)["tekst"].strip() == kreet.strip()


def test_ik_voel_me_niet_veilig_geeft_altijd_nummers(browser: Browser, naprater: Naprater) -> None:
    browser.begin()
    naprater.weg = True
    browser.stuur(f"{KAAG}/bericht", tekst=None, knop=("keuze", "onveilig"))
    assert browser.status == 200
    for lijn in ("tel:112", "tel:08002000"):
        assert f'href="{lijn}"' in browser.html


def test_zonder_brein_blijft_de_deur_open(browser: Browser, naprater: Naprater) -> None:
    naprater.weg = True
    browser.begin("Hoe krijg ik mijn kind van drie in slaap?")
    assert browser.status == 200
    assert "kaart--artikel" in browser.html


def test_getypte_opmaak_blijft_tekst(browser: Browser) -> None:
    browser.begin("<script>alert(1)</script> & <b>vet</b>")
    assert "<script>alert" not in browser.html
    assert "&lt;b&gt;vet&lt;/b&gt;" in browser.html


def test_na_een_halfuur_is_het_gesprek_voorbij_en_staat_je_tekst_er_nog(browser: Browser, klok: Wijzerplaat) -> None:
    browser.begin("hallo")
    klok.verzet(minutes=31)
    browser.stuur(f"{KAAG}/bericht", tekst="ben je er nog?")
    assert browser.status == 401
    assert dict(browser.form(f"{KAAG}/begin").velden)["tekst"] == "ben je er nog?"
    browser.stuur(f"{KAAG}/begin")
    assert "Je zei: ben je er nog?" in browser.tekst


def test_gevaar_in_een_verlopen_gesprek_krijgt_zijn_antwoord(browser: Browser, klok: Wijzerplaat) -> None:
    browser.begin()
    klok.verzet(minutes=31)
    assert "Niemand leest nu mee" in browser.stuur(f"{KAAG}/bericht", tekst=GEVAAR).tekst


def test_wissen_laat_niets_over(browser: Browser, huis: Huis, client: TestClient) -> None:
    browser.begin("hallo")
    browser.stuur(f"{KAAG}/wissen")
    assert "Je gesprek is gewist" in browser.tekst
    assert (aantal(huis, Gesprek), aantal(huis, BeurtRij)) == (0, 0)
    assert not client.cookies


def test_de_knop_wis_dit_gesprek_in_het_gesprek_doet_hetzelfde(browser: Browser, huis: Huis) -> None:
    browser.begin("hallo")
    browser.stuur(f"{KAAG}/bericht", tekst=None, knop=("keuze", "wis_gesprek_nu"))
    assert "Je gesprek is gewist" in browser.tekst
    assert aantal(huis, Gesprek) == 0


def test_sluit_snel_af_wist_en_gaat_naar_een_neutrale_site(browser: Browser, huis: Huis, client: TestClient) -> None:
    browser.begin("hallo")
    browser.stuur("/weg")
    assert browser.koppen["refresh"].startswith("0; url=https://")
    assert aantal(huis, Gesprek) == 0
    assert not client.cookies


def test_sluit_snel_af_werkt_op_elke_pagina_ook_zonder_gesprek(browser: Browser) -> None:
    for pad in (KAAG, "/hulplijnen", "/privacy", "/aanmelding", "/verantwoording"):
        assert browser.open(pad).stuur("/weg").status == 200


def test_met_de_database_weg_komt_het_veiligheidsantwoord_toch(
    browser: Browser, huis: Huis, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def weg():  # type: ignore[no-untyped-def]
        raise DatabaseWeg("proef")
        yield

    browser.begin()
    monkeypatch.setattr(huis.database, "lezen", weg)
    monkeypatch.setattr(huis.database, "schrijven", weg)
    browser.stuur(f"{KAAG}/bericht", tekst=GEVAAR)
    assert browser.status == 503
    assert "Niemand leest nu mee" in browser.tekst
    assert dict(browser.form(f"{KAAG}/bericht").velden)["tekst"] == GEVAAR
    browser.post(f"{KAAG}/begin", [("tekst", GEVAAR)])
    assert browser.status == 503
    assert "Niemand leest nu mee" in browser.tekst


def test_een_onbekende_gemeente_is_een_gewone_pagina_met_hulplijnen(browser: Browser) -> None:
    browser.open("/chat/lutjebroek")
    assert browser.status == 404
    assert browser.koppen["content-type"].startswith("text/html")
    assert "Veilig Thuis" in browser.tekst


def test_een_gesprek_met_een_andere_gemeente_komt_hier_niet_in_beeld(browser: Browser) -> None:
    browser.begin("iets van kaag")
    assert "iets van kaag" not in browser.open("/chat/ridderkerk").tekst


def test_een_reusachtig_formulier_wordt_geweigerd_en_toch_gelezen(browser: Browser) -> None:
    browser.begin()
    browser.post(f"{KAAG}/bericht", [("tekst", GEVAAR + " a" * 150_000)])
    assert browser.status == 413
    assert "Niemand leest nu mee" in browser.tekst
