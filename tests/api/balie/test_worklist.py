"""The worklist: own gemeente, what is urgent first, found by kenmerk."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from api.aanmelding import store
from api.aanmelding.schemas import Status
from api.balie.accounts import maak_medewerker, zorg_voor_demo
from api.balie.store import DICHT, OPEN, Filter, als_kenmerk, count_werk, list_werk
from api.balie.worklist import PER_BLAD
from api.context import Huis
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan, stuur_naar
from tests.api.conftest import Wijzerplaat, bouw
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import Browser

GEVAAR = "Mijn man slaat me en de kinderen zien het."


def kenmerken(browser: Browser) -> list[str]:
    return re.findall(r'id="a-(VD-[\w-]+)"', browser.html)


def rij(browser: Browser, kenmerk: str) -> str:
    """The row of the table, as text."""
    deel = next(deel for deel in browser.html.split("<tr ") if f"a-{kenmerk}" in deel)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", deel))


def test_een_lege_lijst_zegt_dat_er_niemand_wacht(ans: Browser) -> None:
    assert "Er wacht niemand" in ans.tekst


def test_een_medewerker_ziet_alleen_de_eigen_gemeente(huis: Huis, browser: Browser, stuur: Stuur) -> None:
    eigen, ander = stuur(), stuur(gemeente="ridderkerk", kern="bolnes")
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    meld_aan(browser, "Ans").open("/balie?gemeente=ridderkerk")
    assert kenmerken(browser) == [eigen]
    for pad in ("", "/print"):
        assert browser.open(f"/balie/aanmeldingen/{ander}{pad}").status == 404
    browser.open(f"/balie?zoek={ander}")
    assert browser.pad == "/balie"
    assert "Geen aanmelding gevonden" in browser.tekst


def test_de_demo_kan_van_gemeente_wisselen(huis: Huis, browser: Browser, stuur: Stuur) -> None:
    ander = stuur(gemeente="ridderkerk", kern="bolnes")
    demo = zorg_voor_demo(huis)
    assert demo is not None
    meld_aan(browser, *demo).open("/balie?gemeente=ridderkerk")
    assert kenmerken(browser) == [ander]
    assert "JGT Ridderkerk Noord" in rij(browser, ander)
    assert browser.open(f"/balie/aanmeldingen/{ander}").status == 200


def test_per_team_en_afgerond_of_open(huis: Huis, browser: Browser, stuur: Stuur) -> None:
    noord, zuid = stuur(gemeente="ridderkerk", kern="bolnes"), stuur(gemeente="ridderkerk", kern="rijsoord")
    maak_medewerker(huis, "Cor", WACHTWOORD, "ridderkerk")
    meld_aan(browser, "Cor")
    assert kenmerken(browser.open("/balie?team=jgt-ridderkerk-zuid")) == [zuid]
    with huis.database.schrijven() as sessie:
        dicht = store.find_aanmelding(sessie, noord)
        assert dicht is not None
        store.verander(sessie, dicht, status="afgesloten")
    assert kenmerken(browser.open("/balie")) == [zuid]
    assert kenmerken(browser.open("/balie?toon=dicht")) == [noord]


def test_ongelezen_gevaar_staat_boven_wat_te_laat_is(ans: Browser, stuur: Stuur, klok: Wijzerplaat) -> None:
    klok.verzet(days=-9)
    laat = stuur()
    klok.verzet(days=3)
    morgen = stuur()
    klok.verzet(days=6)
    gevaar = stuur(zorg=GEVAAR, contact={"veilig_bellen": False, "tolk": "Turks"})
    ans.open("/balie")
    assert kenmerken(ans) == [gevaar, laat, morgen]
    assert "te laat" in rij(ans, laat)
    for merk in ("Veiligheid: eerst lezen", "Niet bellen", "Tolk: Turks", "over 7 dagen"):
        assert merk in rij(ans, gevaar)
    assert "Veiligheid" not in rij(ans, laat)
    assert "9 dagen geleden" in rij(ans, laat)


@pytest.mark.parametrize(
    ("getypt", "kenmerk"),
    [
        ("7k4p 2mxq", "VD-7K4P-2MXQ"),
        ("vd7k4p2mxq", "VD-7K4P-2MXQ"),
        ("VD-7K4P", "VD-7K4P"),
        ("7k", "VD-7K"),
        (" - ", ""),
    ],
)
def test_een_kenmerk_mag_je_typen_zoals_je_het_hoort(getypt: str, kenmerk: str) -> None:
    assert als_kenmerk(getypt) == kenmerk


def test_een_heel_kenmerk_opent_meteen_een_begin_filtert(ans: Browser, stuur: Stuur) -> None:
    kenmerk, _ = stuur(), stuur()
    assert ans.open(f"/balie?zoek={kenmerk[3:].lower().replace('-', ' ')}").pad == f"/balie/aanmeldingen/{kenmerk}"
    assert kenmerk in kenmerken(ans.open(f"/balie?zoek={kenmerk[:6]}"))
    assert kenmerken(ans.open(f"/balie?zoek={kenmerk}", HX_Request="true")) == [kenmerk]


def test_vreemde_tekens_in_het_zoekvak_vinden_niets_en_breken_niets(ans: Browser, stuur: Stuur) -> None:
    stuur()
    assert ans.open("/balie?zoek=%25_%27--").status == 200
    assert ans.open("/balie?blad=0").status == 422
    assert ans.open("/balie?gemeente=x&team=%27&toon=x").status == 200


def test_een_lange_lijst_komt_in_bladen(ans: Browser, stuur: Stuur) -> None:
    alle = {stuur() for _ in range(PER_BLAD + 1)}
    eerste = kenmerken(ans.open("/balie"))
    tweede = kenmerken(ans.open("/balie?blad=2"))
    assert (len(eerste), len(tweede)) == (PER_BLAD, 1)
    assert {*eerste, *tweede} == alle


def test_elke_stand_hoort_bij_open_of_afgerond() -> None:
    assert {*OPEN, *DICHT} == set(get_args(Status))
    assert not {*OPEN} & {*DICHT}


def test_de_volgorde_is_dezelfde_op_beide_databases(
    database_url: str, tmp_path: Path, huis: Huis, klok: Wijzerplaat, naprater: Naprater
) -> None:
    ander = bouw(database_url, tmp_path, huis.gereedschap, huis.gevaar, naprater, klok)
    stuur = stuur_naar(ander)
    klok.verzet(days=-9)
    laat = stuur()
    klok.verzet(days=9)
    nieuw, gevaar = stuur(), stuur(zorg=GEVAAR)
    filter_ = Filter("kaag-en-braassem")
    with ander.database.lezen() as sessie:
        assert [rij.kenmerk for rij in list_werk(sessie, filter_, vanaf=0, aantal=9)] == [gevaar, laat, nieuw]
        assert count_werk(sessie, filter_) == 3
        gevonden = list_werk(sessie, replace(filter_, zoek=nieuw[:9]), vanaf=0, aantal=9)
        assert nieuw in [rij.kenmerk for rij in gevonden]
    ander.database.sluit()


@pytest.mark.parametrize(
    ("vraag", "welke"),
    [
        ("toon=te_laat", {"laat"}),
        ("toon=bijna", {"bijna"}),
        ("toon=mij", {"mijn"}),
        ("status=opgepakt", {"mijn"}),
        ("urgentie=teken", {"gevaar"}),
        ("urgentie=vandaag", {"mijn"}),
        ("urgentie=geen", {"laat", "bijna", "gevaar", "kern"}),
        ("kern=leimuiden", {"kern"}),
        ("kernteam=ja", {"kern"}),
        ("kern=leimuiden&status=opgepakt", set()),
        ("urgentie=zomaar&kernteam=nee", {"laat", "bijna", "mijn", "gevaar", "kern"}),
    ],
)
def test_elk_filter_laat_precies_dat_deel_zien(
    ans: Browser, stuur: Stuur, klok: Wijzerplaat, vraag: str, welke: set[str]
) -> None:
    klok.verzet(days=-9)
    alle = {"laat": stuur()}
    klok.verzet(days=4)
    alle["bijna"] = stuur()
    klok.verzet(days=5)
    gebieden = ["wonen", "school of opleiding"]
    alle |= {
        "mijn": stuur(),
        "gevaar": stuur(zorg=GEVAAR),
        "kern": stuur(kern="leimuiden", leefgebieden=gebieden, zorg="Ze eet slecht."),
    }
    pad = f"/balie/aanmeldingen/{alle['mijn']}"
    ans.open(pad).stuur(f"{pad}/oppakken")
    ans.open(pad).stuur(f"{pad}/urgentie", keuze="vandaag", tekst="Overlegd.")
    gezien = kenmerken(ans.open(f"/balie?{vraag}"))
    assert {naam for naam, kenmerk in alle.items() if kenmerk in gezien} == welke
    assert len(gezien) == len(welke)


def ververs(browser: Browser) -> Browser:
    """What the page asks every minute, with what it shows now."""
    adres = re.search(r'id="ververs" hx-get="([^"]+)"', browser.html)
    assert adres is not None
    return browser.open(adres[1].replace("&amp;", "&"), HX_Request="true", HX_Trigger="ververs")


def test_wat_niet_veranderde_wordt_niet_opnieuw_gestuurd(ans: Browser, bert: Browser, stuur: Stuur) -> None:
    kenmerk = stuur()
    assert ververs(ans.open("/balie")).status == 204
    ans.open("/balie")
    pad = f"/balie/aanmeldingen/{kenmerk}"
    bert.open(pad).stuur(f"{pad}/oppakken")
    assert ververs(ans).status == 200
    assert "door Bert" in rij(ans, kenmerk)
    assert "De lijst is bijgewerkt: 1 aanmelding." in ans.tekst


def test_de_eerste_regel_zegt_dat_je_daar_begint_en_waarom(ans: Browser, stuur: Stuur) -> None:
    gewoon, gevaar = stuur(school="Demo-school"), stuur(zorg=GEVAAR)
    ans.open("/balie")
    assert "Begin hier" in rij(ans, gevaar) and "Begin hier" not in rij(ans, gewoon)
    assert re.search(r"regel [\w-]+ \((112|vandaag)\) op: [^<]*slaat", rij(ans, gevaar)), "met de woorden erbij"
    assert "School: Demo-school" in rij(ans, gewoon)
