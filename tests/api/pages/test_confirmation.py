"""The confirmation: what to keep, what happens next, what helps meanwhile, who stands beside you; nothing about danger."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from sqlalchemy import update

from api.context import Huis
from api.database.tables import BeurtRij
from api.retention import wis_verlopen
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import KAAG, Browser
from tests.api.pages.test_handover import FORM, INGEVULD

SLAAP = "Mijn peuter van 3 komt elke avond weer uit bed en wil niet slapen."
KLAAR = f"{FORM}/klaar"
VERRAADT = re.compile(r"jgt|jeugd|gezin|voordeur|aanmelding|kind", re.I)


def verstuur(browser: Browser, **velden: str) -> Browser:
    browser.begin().open(FORM).stuur(FORM, **INGEVULD | {"zorg": SLAAP} | velden)
    return browser.stuur(f"{FORM}/versturen")


def test_de_bevestiging_zegt_wat_er_nu_gebeurt_en_wanneer_je_kunt_bellen(browser: Browser) -> None:
    verstuur(browser)
    assert browser.pad == KLAAR
    assert "Wat er nu gebeurt" in browser.tekst
    assert "maandag tot en met vrijdag van 8.30 tot 17.00 uur" in browser.tekst


def test_intussen_staan_er_artikelen_over_wat_je_schreef_en_die_zijn_er_ook(browser: Browser) -> None:
    verstuur(browser)
    deel = browser.html.split('id="intussen"')[1].split("</section>")[0]
    adressen = re.findall(r'href="(/kennis/slapen/[^"]+)"', deel)
    assert 1 <= len(adressen) <= 3
    for adres in adressen:
        assert browser.open(adres.replace("&amp;", "&")).status == 200


def test_zegt_de_tekst_niet_waar_het_over_gaat_dan_geldt_het_gesprek(browser: Browser, huis: Huis) -> None:
    browser.begin()
    browser.stuur(f"{KAAG}/bericht", tekst="hoe krijg ik haar van de luier af")
    with huis.database.schrijven() as sessie:
        sessie.execute(update(BeurtRij).values(onderwerp="zindelijkheid"))
    browser.open(FORM).stuur(FORM, **INGEVULD | {"zorg": "Wat ik net zei."})
    browser.stuur(f"{FORM}/versturen")
    assert "/kennis/zindelijkheid/" in browser.html


@pytest.mark.parametrize(
    "zorg", ["Mijn man slaat me en de kinderen zien het.", "Ik denk dat de buurvrouw haar kind mishandelt."]
)
def test_bij_gevaar_noemt_de_bevestiging_geen_artikel_of_plek_over_dat_gevaar(browser: Browser, zorg: str) -> None:
    verstuur(browser, zorg=zorg)
    assert 'id="intussen"' not in browser.html


def test_het_recht_op_ondersteuning_en_een_vertrouwenspersoon_komt_uit_de_kennis(browser: Browser, huis: Huis) -> None:
    verstuur(browser)
    deel = browser.html.split('id="rechten"')[1].split("</section>")[0]
    assert "Onafhankelijke cliëntondersteuning" in deel
    assert str(huis.gereedschap.kennis.nu.hulplijnen["jeugdstem"].naam) in deel


def test_de_afdruk_zegt_niet_wie_of_waarover(browser: Browser) -> None:
    verstuur(browser, zorg="Mijn man slaat me en de kinderen zien het.")
    kenmerk, code = re.findall(r'bewijs__teken">([^<]+)<', browser.html)
    browser.open(f"{KLAAR}/afdruk")
    inhoud = browser.html.split("<main")[1].split("</main>")[0]
    op_papier = re.sub(r'<(p|div) class="[^"]*niet-afdrukken".*?</\1>(</div>)?', "", inhoud, flags=re.DOTALL)
    assert kenmerk in op_papier and code in op_papier
    assert not VERRAADT.search(re.sub(r"<[^>]+>", " ", op_papier)), op_papier
    titel = re.search(r"<title>(.*?)</title>", browser.html)
    assert titel is not None and titel[1].strip() == "Notitie"


def agenda_van(browser: Browser) -> str:
    browser.open(f"{KLAAR}/herinnering.ics")
    assert browser.koppen["content-type"].startswith("text/calendar")
    assert browser.koppen["content-disposition"] == 'attachment; filename="herinnering.ics"'
    return browser.html


def test_de_agenda_krijgt_de_dag_van_de_belofte_onder_een_titel_die_niets_zegt(browser: Browser) -> None:
    verstuur(browser)
    kenmerk = re.findall(r'bewijs__teken">([^<]+)<', browser.html)[0]
    tekst = agenda_van(browser)
    regels = tekst.removesuffix("\r\n").split("\r\n")
    velden = dict(regel.split(":", 1) for regel in regels[2:-1] if not regel.startswith(("BEGIN", "END")))
    assert regels[0] == "BEGIN:VCALENDAR" and regels[-1] == "END:VCALENDAR"
    assert velden["SUMMARY"] == "Herinnering"
    assert velden["DTSTART;VALUE=DATE"] == "20261127"  # sent on Friday evening the 20th
    assert velden["DTEND;VALUE=DATE"] == "20261128"
    assert datetime.strptime(velden["DTSTAMP"], "%Y%m%dT%H%M%SZ").date() == date(2026, 11, 20)
    assert not VERRAADT.search(tekst) and kenmerk not in tekst
    assert all(len(regel.encode()) <= 75 for regel in regels)
    assert "\n" not in tekst.replace("\r\n", "")


def test_nog_eens_ophalen_is_dezelfde_afspraak(browser: Browser) -> None:
    verstuur(browser)
    assert agenda_van(browser) == agenda_van(browser)


def test_zonder_aanmelding_is_er_geen_bevestiging_geen_afdruk_en_geen_agenda(browser: Browser) -> None:
    for pad in (KLAAR, f"{KLAAR}/afdruk", f"{KLAAR}/herinnering.ics"):
        assert browser.open(pad).pad == KAAG


def test_na_een_dag_is_de_bevestiging_weg(browser: Browser, klok: Wijzerplaat, huis: Huis) -> None:
    verstuur(browser)
    klok.verzet(hours=25)
    wis_verlopen(huis)
    assert browser.open(f"{KLAAR}/afdruk").pad == KAAG
