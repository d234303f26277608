"""Reading along with kenmerk and code."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from api.aanmelding import store
from api.context import Huis
from api.database.tables import AanmeldingRij, LogboekRij
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import KAAG, Browser
from tests.api.pages.test_handover import FORM, INGEVULD, ZORG


@pytest.fixture
def bewijs(browser: Browser) -> tuple[str, str]:
    """Kenmerk and code of a sent aanmelding."""
    browser.begin().open(FORM).stuur(FORM, **INGEVULD, veilig_bellen="ja")
    html = browser.stuur(f"{FORM}/versturen").html
    kenmerk, code = re.findall(r'bewijs__teken">([^<]+)<', html)
    return kenmerk, code


@pytest.fixture
def lezer(browser: Browser, bewijs: tuple[str, str]) -> Browser:
    """Someone who opened it."""
    kenmerk, code = bewijs
    return browser.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=kenmerk, code=code)


def rij_van(huis: Huis) -> AanmeldingRij:
    with huis.database.lezen() as sessie:
        return sessie.scalars(select(AanmeldingRij)).one()


def regels(huis: Huis) -> list[LogboekRij]:
    with huis.database.lezen() as sessie:
        return store.list_logboek(sessie, rij_van(huis).id)


def zet(huis: Huis, **waarden: str) -> None:
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij_van(huis), **waarden)


def test_met_kenmerk_en_code_zie_je_wat_je_stuurde_en_wanneer_je_hoort(lezer: Browser) -> None:
    assert (lezer.status, lezer.pad) == (200, "/aanmelding")
    assert "Nog niemand heeft hem opgepakt" in lezer.tekst
    assert "vrijdag 27 november 2026" in lezer.tekst
    assert ZORG.split("\n")[0] in lezer.tekst


def test_het_maakt_niet_uit_hoe_je_ze_typt(browser: Browser, bewijs: tuple[str, str]) -> None:
    kenmerk, code = bewijs
    browser.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=f" {kenmerk.lower()} ", code=code.lower())
    assert "Wat je hebt gestuurd" in browser.tekst


def test_een_foute_code_zegt_niet_of_het_kenmerk_bestaat(browser: Browser, bewijs: tuple[str, str]) -> None:
    teksten = set()
    for kenmerk in (bewijs[0], "VD-AAAA-AAAA"):
        browser.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=kenmerk, code="AAAA-BBBB-CCCC")
        assert browser.status == 401
        teksten.add(browser.tekst)
    assert len(teksten) == 1


def test_na_vijf_foute_codes_zit_het_op_slot_en_daarna_gaat_het_weer(
    browser: Browser, bewijs: tuple[str, str], klok: Wijzerplaat
) -> None:
    for _ in range(5):
        browser.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=bewijs[0], code="AAAA-BBBB-CCCC")
    browser.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=bewijs[0], code=bewijs[1])
    assert browser.status == 429
    klok.verzet(minutes=2)
    browser.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=bewijs[0], code=bewijs[1])
    assert browser.status == 200


def test_na_een_halfuur_moet_de_code_opnieuw_en_is_je_tekst_niet_weg(lezer: Browser, klok: Wijzerplaat) -> None:
    klok.verzet(minutes=31)
    lezer.stuur("/aanmelding/bericht", tekst="Ik wilde nog zeggen")
    assert lezer.status == 401
    assert "Ik wilde nog zeggen" in lezer.html
    assert lezer.heeft_form("/aanmelding/openen")
    assert "Wat je hebt gestuurd" not in lezer.open("/aanmelding").tekst


def test_een_bericht_komt_er_een_keer_bij(lezer: Browser, huis: Huis) -> None:
    data = [("csrf", dict(lezer.form("/aanmelding/bericht").velden)["csrf"]), ("tekst", "Liever na vier uur.")]
    lezer.post("/aanmelding/bericht", data)
    lezer.post("/aanmelding/bericht", data)
    assert "Je bericht staat erbij" in lezer.tekst
    assert [regel.soort for regel in regels(huis)] == ["ontvangen", "bericht"]


@pytest.mark.parametrize(("tekst", "uitleg"), [("  ", "is leeg"), ("x" * 4001, "te lang")])
def test_een_leeg_of_te_lang_bericht_wordt_uitgelegd(lezer: Browser, tekst: str, uitleg: str) -> None:
    lezer.stuur("/aanmelding/bericht", tekst=tekst)
    assert lezer.status == 422
    assert uitleg in lezer.tekst


def test_gevaar_in_een_bericht_krijgt_meteen_nummers(lezer: Browser) -> None:
    lezer.stuur("/aanmelding/bericht", tekst="Mijn man slaat me en ik ben bang")
    assert lezer.status == 200
    assert "Niemand leest nu mee" in lezer.tekst


def test_wie_het_nummer_verandert_laat_zien_wat_er_stond(lezer: Browser, huis: Huis) -> None:
    lezer.stuur("/aanmelding/bellen", telefoon="06 00000099", veilig_bellen="nee")
    assert "Het is veranderd" in lezer.tekst
    velden = store.open_velden(rij_van(huis), huis.bos)
    assert velden["contact"]["telefoon"] == "06 00000099"
    assert velden["contact"]["veilig_bellen"] is False
    oud = lezer.html.split("Eerst stond hier:")[1].split("</dl>")[0]
    assert "06 00000012" in oud
    assert "Ja" in oud


def test_een_nummer_dat_niet_kan_wordt_niet_bewaard(lezer: Browser, huis: Huis) -> None:
    lezer.stuur("/aanmelding/bellen", telefoon="niks")
    assert lezer.status == 422
    assert store.open_velden(rij_van(huis), huis.bos)["contact"]["telefoon"] == "06 00000012"


def test_notities_voor_collegas_leest_het_gezin_niet(lezer: Browser, huis: Huis, klok: Wijzerplaat) -> None:
    with huis.database.schrijven() as sessie:
        rij = rij_van(huis)
        store.voeg_toe(sessie, huis.bos, rij, wie="Ans", soort="notitie", op=klok(), tekst="Niet voor het gezin")
        store.voeg_toe(sessie, huis.bos, rij, wie="Ans", soort="bericht", op=klok(), tekst="We bellen morgen")
    lezer.open("/aanmelding")
    assert "We bellen morgen" in lezer.tekst
    assert "Niet voor het gezin" not in lezer.html
    assert "Ans" not in lezer.html


def test_een_gemiste_belofte_wordt_toegegeven(lezer: Browser, bewijs: tuple[str, str], klok: Wijzerplaat) -> None:
    klok.verzet(days=8)
    lezer.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=bewijs[0], code=bewijs[1])
    assert "Dat spijt ons" in lezer.tekst


def test_intrekken_vraagt_eerst_en_wist_dan_alles(lezer: Browser, huis: Huis) -> None:
    lezer.open("/aanmelding/intrekken")
    assert rij_van(huis).status == "ontvangen"
    lezer.stuur("/aanmelding/intrekken")
    assert "De tekst is gewist" in lezer.tekst
    rij = rij_van(huis)
    assert (rij.status, rij.sleutel, rij.velden) == ("ingetrokken", None, None)
    assert lezer.open("/aanmelding").heeft_form("/aanmelding/openen")


def test_na_het_oppakken_stopt_intrekken_alleen_het_verzoek(lezer: Browser, huis: Huis) -> None:
    zet(huis, status="opgepakt", opgepakt_door="Ans")
    assert "heeft je aanmelding al opgepakt" in lezer.open("/aanmelding/intrekken").tekst
    lezer.stuur("/aanmelding/intrekken")
    assert "Je verzoek is gestopt" in lezer.tekst
    assert rij_van(huis).velden is not None


def test_een_andere_site_kan_niets_veranderen(lezer: Browser, huis: Huis) -> None:
    lezer.stuur("/aanmelding/bellen", telefoon="06 00000099", csrf="fout")
    assert lezer.status == 403
    lezer.open("/aanmelding/intrekken").stuur("/aanmelding/intrekken", koppen={"Sec-Fetch-Site": "cross-site"})
    assert lezer.status == 403
    assert rij_van(huis).status == "ontvangen"


def test_gesprek_en_aanmelding_zitten_elkaar_niet_in_de_weg(lezer: Browser, client: object) -> None:
    lezer.open(KAAG).stuur(f"{KAAG}/bericht", tekst="nog een vraag")
    assert lezer.status == 200
    assert "Wat je hebt gestuurd" in lezer.open("/aanmelding").tekst
    lezer.stuur("/aanmelding/sluiten")
    assert lezer.heeft_form("/aanmelding/openen")
    assert "nog een vraag" in lezer.open(KAAG).tekst


def test_te_veel_berichten_achter_elkaar_wordt_geremd_met_de_hulplijnen_erbij(lezer: Browser, huis: Huis) -> None:
    huis.settings.rate_limit = "on"
    for nummer in range(huis.settings.berichten_per_minuut):
        assert lezer.stuur("/aanmelding/bericht", tekst=f"bericht {nummer}").status == 200
    lezer.stuur("/aanmelding/bericht", tekst="Mijn man slaat me en ik ben bang")
    assert lezer.status == 429
    assert "Niemand leest nu mee" in lezer.tekst
