"""One aanmelding at the balie: what is read first, and every step that can be taken."""

from __future__ import annotations

import re
from html import unescape

import pytest
from sqlalchemy import select

from api.aanmelding import store
from api.context import Huis
from api.database.tables import Inzage
from tests.api.balie.case import Zaak, familie, gezien, logboek, rij_van
from tests.api.balie.conftest import Stuur
from tests.api.pages.browser import KAAG, Browser
from tests.api.pages.test_handover import FORM, INGEVULD, ZORG, overzicht

GEVAAR = "Het gaat niet goed. Mijn man slaat me en de kinderen zien het. Ik wil hulp."


def test_van_gesprek_tot_balie_is_de_tekst_letter_voor_letter_dezelfde(ans: Browser, browser: Browser) -> None:
    browser.begin().open(FORM).stuur(FORM, **INGEVULD)
    goedgekeurd = overzicht(browser.html)
    html = browser.stuur(f"{FORM}/versturen").html
    kenmerk = re.findall(r'bewijs__teken">([^<]+)<', html)[0]
    ans.open(f"/balie/aanmeldingen/{kenmerk}")
    zorg = re.search(r'<blockquote class="zorg"[^>]*>(.*?)</blockquote>', ans.html, re.DOTALL)
    assert zorg is not None
    assert unescape(zorg[1]) == goedgekeurd["zorg"] == ZORG
    assert INGEVULD["telefoon"] in ans.html
    assert ans.open(KAAG).status == 200


def test_eerst_of_bellen_veilig_is_dan_de_belofte_dan_de_vraag(ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur(
        kind_leeftijd="4 jaar",
        wie_weten_ervan="Opa weet het.",
        wie_helpt_al="De buurvrouw.",
        gezag_volgens_melder="beiden",
    )
    tekst = ans.open(f"/balie/aanmeldingen/{kenmerk}").tekst
    volgorde = [
        "Bellen is veilig",
        "06 00000012",
        "Contact uiterlijk",
        "Hij slaapt al weken",
        "4 jaar",
        "Opa weet het",
        "De buurvrouw",
        "Logboek",
    ]
    plekken = [tekst.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)
    assert "niet gecontroleerd" in tekst
    assert "Vertel niets uit deze aanmelding" in tekst


def test_meer_gebieden_geven_het_merk_kernteam_met_de_reden(ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur(leefgebieden=["geld", "school of opleiding"], vaste_medewerker="Karin kent ons al.")
    tekst = ans.open(f"/balie/aanmeldingen/{kenmerk}").tekst
    assert "Kernteam bespreken: geld en school of opleiding" in tekst
    assert tekst.index("Karin kent ons al.") < tekst.index("Logboek")
    assert "Kernteam bespreken" in ans.open(f"/balie/aanmeldingen/{kenmerk}/print").tekst
    assert "Kernteam bespreken" in ans.open("/balie").tekst


def test_een_gebied_is_geen_reden_voor_het_kernteam(ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur(leefgebieden=["geld"])
    assert "Kernteam" not in ans.open(f"/balie/aanmeldingen/{kenmerk}").tekst


def test_is_bellen_niet_veilig_dan_staat_er_geen_nummer_om_op_te_tikken(ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur(contact={"veilig_bellen": False})
    html = ans.open(f"/balie/aanmeldingen/{kenmerk}").html
    assert "Niet bellen" in html
    assert 'href="tel:' not in html


def test_niet_gezegd_of_bellen_veilig_is_telt_niet_als_veilig(ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur(contact={"veilig_bellen": None})
    assert "Niet bekend of bellen veilig is" in ans.open(f"/balie/aanmeldingen/{kenmerk}").tekst


def test_gevaar_staat_er_als_zin_van_het_gezin_met_de_regel_erbij(ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    html = ans.open(f"/balie/aanmeldingen/{kenmerk}").html
    citaten = re.findall(r'class="citaat"><p dir="auto">(.*?)</p>', html)
    assert citaten == ["Mijn man slaat me en de kinderen zien het."]
    assert "partner-slaat" in html


def test_op_het_afdrukblad_staat_geen_soort_gevaar(ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    html = ans.open(f"/balie/aanmeldingen/{kenmerk}/print").html
    assert "Mijn man slaat me" in html
    assert "partner-slaat" not in html
    assert "Veiligheid" not in html


def test_elke_keer_openen_wordt_opgeschreven(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    ans.open(f"/balie/aanmeldingen/{kenmerk}")
    ans.open(f"/balie/aanmeldingen/{kenmerk.lower()}")
    ans.open(f"/balie/aanmeldingen/{kenmerk}/print")
    with huis.database.lezen() as sessie:
        regels = sessie.scalars(select(Inzage).where(Inzage.kenmerk == kenmerk).order_by(Inzage.id))
        inzagen = [(i.wie, i.wat, i.kenmerk) for i in regels]
    assert inzagen == [("Ans", "gelezen", kenmerk), ("Ans", "gelezen", kenmerk), ("Ans", "afgedrukt", kenmerk)]


def test_wie_oppakt_staat_erbij_en_het_gezin_leest_geen_naam(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    Zaak(ans, kenmerk).doe("oppakken")
    assert "Je hebt deze aanmelding opgepakt" in ans.tekst
    rij = rij_van(huis, kenmerk)
    assert (rij.status, rij.opgepakt_door) == ("opgepakt", "Ans")
    assert "Ans" not in familie(huis, kenmerk)


def test_wie_te_laat_oppakt_ziet_dat_een_collega_er_was(ans: Browser, bert: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    van_ans, van_bert = Zaak(ans, kenmerk), Zaak(bert, kenmerk)
    van_ans.doe("oppakken")
    van_bert.doe("oppakken")
    assert bert.status == 409
    assert "Dit is veranderd nadat jij de aanmelding opende" in bert.tekst
    assert "opgepakt door een medewerker, door Ans" in bert.tekst
    assert rij_van(huis, kenmerk).opgepakt_door == "Ans"


def test_meelezen_door_het_gezin_zit_een_collega_niet_in_de_weg(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij_van(huis, kenmerk), foute_codes=1)
    assert zaak.doe("oppakken").status == 200


def test_een_notitie_is_voor_collegas_en_een_bericht_voor_het_gezin(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("notitie", tekst="Bekend van vorig jaar")
    zaak.doe("bericht", tekst="We bellen morgen")
    assert "Bekend van vorig jaar" in ans.tekst
    assert "Bekend van vorig jaar" not in familie(huis, kenmerk)
    assert "We bellen morgen" in familie(huis, kenmerk)


def test_twee_keer_op_de_knop_is_een_notitie(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    data = [*zaak.browser.form(f"{zaak.pad}/notitie").velden[:-1], ("tekst", "Eén keer")]
    ans.post(f"{zaak.pad}/notitie", data)
    ans.post(f"{zaak.pad}/notitie", data)
    assert [regel for regel in logboek(huis, kenmerk) if regel[1] == "notitie"] == [("Ans", "notitie", "Eén keer")]


def test_een_poging_telt_en_de_notitie_daarbij_blijft_binnen(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("contact_geprobeerd", keuze="gebeld_geen_gehoor", tekst="Kreeg een man aan de lijn")
    assert "1 keer geprobeerd" in ans.tekst
    assert rij_van(huis, kenmerk).status == "contact_geprobeerd"
    assert "Gebeld, geen gehoor" in familie(huis, kenmerk)
    assert "Kreeg een man" not in familie(huis, kenmerk)
    zaak.doe("contact_gelukt", keuze="telefoon")
    assert rij_van(huis, kenmerk).status == "contact_gelukt"


def test_afsluiten_vraagt_een_uitkomst_en_houdt_vast_wat_je_typte(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", tekst="Twee gesprekken gehad")
    assert ans.status == 422
    assert "Kies een uitkomst" in ans.tekst
    assert "Twee gesprekken gehad" in ans.html
    zaak.doe("afsluiten", keuze="advies", tekst="Twee gesprekken gehad")
    assert rij_van(huis, kenmerk).status == "afgesloten"
    assert ("Ans", "afgesloten", "Advies gegeven") in logboek(huis, kenmerk)
    assert "Twee gesprekken" not in familie(huis, kenmerk)
    zaak.doe("heropenen", tekst="Toch nog een vraag")
    assert rij_van(huis, kenmerk).status == "opgepakt"
    assert "Toch nog een vraag" not in familie(huis, kenmerk)


def test_een_stap_die_nu_niet_kan_doet_niets_en_zegt_dat(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    assert not ans.heeft_form(f"{zaak.pad}/afsluiten")
    csrf = dict(ans.form(f"{zaak.pad}/notitie").velden)["csrf"]
    data = [("csrf", csrf), ("keuze", "advies"), ("gezien", gezien(huis, kenmerk, "afsluiten"))]
    assert ans.post(f"{zaak.pad}/afsluiten", data).status == 409
    assert "Dit kan nu niet: de stand van deze aanmelding is 'nieuw'" in ans.tekst
    assert ans.post(f"{zaak.pad}/toveren", data).status == 404
    assert rij_van(huis, kenmerk).status == "ontvangen"


def test_een_andere_site_kan_niets_doen(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    assert zaak.doe("oppakken", csrf="fout").status == 403
    Zaak(ans, kenmerk).browser.stuur(f"{zaak.pad}/oppakken", koppen={"Sec-Fetch-Site": "same-site"})
    assert ans.status == 403
    assert rij_van(huis, kenmerk).status == "ontvangen"


@pytest.mark.parametrize("zorg", ["<script>alert(1)</script>", "{{ 7 * 7 }}", '"><img src=x onerror=alert(1)>'])
def test_wat_een_gezin_typt_blijft_tekst(ans: Browser, stuur: Stuur, zorg: str) -> None:
    html = ans.open(f"/balie/aanmeldingen/{stuur(zorg=zorg)}").html
    assert zorg in unescape(html)
    assert "<script>alert" not in html
    assert "<img src=x" not in html
