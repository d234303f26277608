"""With kenmerk and code: correct, see and keep everything, ask for deletion; a professional decides once someone took it up."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from api.aanmelding import own_data, store
from api.aanmelding.promise import antwoord_voor
from api.aanmelding.service import LANGSTE_SLOT, geef_toegang
from api.context import Huis
from api.problem import Probleem
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser
from tests.api.pages.test_family import bewijs, lezer, regels, rij_van, zet
from tests.api.pages.test_handover import ZORG

__all__ = ["bewijs", "lezer"]
VERBETER, WISSEN, INZAGE = "/aanmelding/verbeteren", "/aanmelding/wissen", "/aanmelding/inzage"


def velden_van(huis: Huis) -> dict[str, object]:
    return store.open_velden(rij_van(huis), huis.bos)


def test_verbeteren_begint_met_wat_er_stond_en_het_oude_blijft_te_zien(lezer: Browser, huis: Huis) -> None:
    form = dict(lezer.open(VERBETER).form(VERBETER).velden)
    assert (form["naam"], form["kern"]) == ("Sanne", "kaag")
    lezer.stuur(VERBETER, zorg="Hij slaapt nu wel, maar eet niet.", sinds="een maand")
    assert lezer.pad == "/aanmelding", lezer.tekst
    assert velden_van(huis)["zorg"] == "Hij slaapt nu wel, maar eet niet."
    oud = lezer.html.split("Eerst stond hier:")[1].split("</dl>")[0]
    assert ZORG.split(".")[0] in oud


def test_wat_je_leegmaakt_is_weg_en_staat_in_het_logboek(lezer: Browser, huis: Huis) -> None:
    lezer.open(VERBETER).stuur(VERBETER, wens="rust aan tafel")
    lezer.open(VERBETER).stuur(VERBETER, wens="")
    assert "wens" not in velden_van(huis)
    assert "rust aan tafel" in lezer.html.split("Eerst stond hier:")[1].split("</dl>")[0]


def test_verbeteren_raakt_het_bereiken_niet(lezer: Browser, huis: Huis) -> None:
    eerst = velden_van(huis)["contact"]
    lezer.open(VERBETER).stuur(VERBETER, naam="Sanne B.")
    assert velden_van(huis)["contact"] == eerst


def test_wat_niet_mag_staat_bij_het_veld_en_niets_gaat_verloren(lezer: Browser, huis: Huis) -> None:
    lezer.open(VERBETER).stuur(VERBETER, naam="", zorg="Iets anders.")
    assert lezer.status == 422
    assert 'id="naam-fout"' in lezer.html and "Iets anders." in lezer.html
    assert velden_van(huis)["naam"] == "Sanne"


def test_gevaar_bij_het_verbeteren_krijgt_antwoord(lezer: Browser) -> None:
    lezer.open(VERBETER).stuur(VERBETER, zorg="Mijn man slaat me en de kinderen zien het.", naam="")
    assert "0800-2000" in lezer.html


def test_een_andere_kern_is_een_ander_team_zolang_niemand_het_oppakte(lezer: Browser, huis: Huis) -> None:
    lezer.open(VERBETER).stuur(VERBETER, kern="leimuiden")
    assert (velden_van(huis)["kern"], rij_van(huis).team) == ("leimuiden", "jgt-kaag-en-braassem")


def test_inzage_is_alles_wat_je_stuurde_en_wat_er_gebeurde_en_niets_van_collegas(
    lezer: Browser, huis: Huis, klok: Wijzerplaat
) -> None:
    with huis.database.schrijven() as sessie:
        store.voeg_toe(sessie, huis.bos, rij_van(huis), wie="Ans", soort="notitie", op=klok(), tekst="Alleen voor ons")
        store.voeg_toe(sessie, huis.bos, rij_van(huis), wie="Ans", soort="bericht", op=klok(), tekst="We bellen morgen")
    lezer.open(INZAGE)
    assert "We bellen morgen" in lezer.tekst and "30 dagen" in lezer.tekst
    assert "Alleen voor ons" not in lezer.html and "Ans" not in lezer.html
    lezer.open("/aanmelding/notitie.json")
    alles = json.loads(lezer.html)
    assert lezer.koppen["content-disposition"] == 'attachment; filename="notitie.json"'
    assert alles["aanmelding"]["velden"] == velden_van(huis)
    assert [regel["soort"] for regel in alles["aanmelding"]["logboek"]] == ["ontvangen", "bericht"]
    assert "Ans" not in lezer.html and "Alleen voor ons" not in lezer.html


def test_geen_soort_gevaar_op_de_pagina_in_de_inzage_of_in_het_bestand(lezer: Browser, huis: Huis) -> None:
    lezer.open(VERBETER).stuur(VERBETER, zorg="Mijn man slaat me en de kinderen zien het.")
    rij = rij_van(huis)
    assert rij.niveau and rij.regel and rij.categorie
    klok_verder = {"/aanmelding/inzage", "/aanmelding/notitie.json"}
    for pad in klok_verder:
        html = lezer.open(pad).html
        assert rij.regel not in html and rij.categorie not in html
        assert "niveau" not in html and "urgentie" not in html


def test_zonder_code_is_er_niets_te_zien(browser: Browser) -> None:
    for pad in (VERBETER, WISSEN, INZAGE, "/aanmelding/notitie.json", "/aanmelding/herinnering.ics"):
        assert browser.open(pad).status == 401


def test_de_dag_staat_ook_hier_klaar_voor_de_agenda(lezer: Browser) -> None:
    assert "DTSTART;VALUE=DATE:20261127" in lezer.open("/aanmelding/herinnering.ics").html


def test_voor_het_oppakken_is_wissen_meteen_wissen(lezer: Browser, huis: Huis) -> None:
    lezer.open(WISSEN)
    assert rij_van(huis).sleutel is not None
    lezer.stuur(WISSEN)
    rij = rij_van(huis)
    assert (rij.status, rij.sleutel, rij.velden) == ("ingetrokken", None, None)


def test_na_het_oppakken_is_wissen_een_verzoek_met_een_termijn_en_loopt_het_door(lezer: Browser, huis: Huis) -> None:
    zet(huis, status="opgepakt", opgepakt_door="Ans")
    assert "minstens 20 jaar" in lezer.open(WISSEN).tekst
    lezer.stuur(WISSEN)
    rij = rij_van(huis)
    assert (rij.status, rij.velden is None) == ("opgepakt", False)
    assert "uiterlijk zondag 20 december 2026" in lezer.tekst
    lezer.open(WISSEN).stuur(WISSEN)
    assert [regel.soort for regel in regels(huis)].count("wisverzoek") == 1


def test_een_nee_komt_met_een_reden_bij_het_gezin(lezer: Browser, huis: Huis) -> None:
    zet(huis, status="opgepakt", opgepakt_door="Ans")
    lezer.open(WISSEN).stuur(WISSEN)
    own_data.weiger_wissen(huis, rij_van(huis), wie="Ans", reden="Er is al hulp begonnen.")
    lezer.open("/aanmelding")
    assert "Er is al hulp begonnen." in lezer.tekst and "Ans" not in lezer.html
    assert "uiterlijk zondag 20 december" not in lezer.tekst
    assert rij_van(huis).wis_gevraagd_op is None


@pytest.mark.parametrize(
    ("gevraagd", "voor"), [("2026-11-22", "2026-12-22"), ("2027-01-31", "2027-02-28"), ("2026-12-31", "2027-01-31")]
)
def test_het_antwoord_komt_binnen_een_maand(gevraagd: str, voor: str, klok: Wijzerplaat) -> None:
    dag = date.fromisoformat(gevraagd)
    assert antwoord_voor(klok().replace(year=dag.year, month=dag.month, day=dag.day, hour=12)).isoformat() == voor


def test_foute_codes_sluiten_steeds_langer_maar_nooit_langer_dan_een_dag(
    bewijs: tuple[str, str], huis: Huis, klok: Wijzerplaat
) -> None:
    wachten = []
    for _ in range(40):
        with pytest.raises(Probleem):
            geef_toegang(huis, kenmerk=bewijs[0], code="AAAA-AAAA-AAAA")
        tot = rij_van(huis).op_slot_tot
        if tot is not None:
            wachten.append((tot - klok()).total_seconds())
            klok.moment = tot
    assert wachten[:4] == [60, 120, 240, 480]
    assert wachten == sorted(wachten) and wachten[-1] == LANGSTE_SLOT
    assert geef_toegang(huis, kenmerk=bewijs[0], code=bewijs[1]).token


def test_de_api_geeft_hetzelfde(lezer: Browser, huis: Huis, bewijs: tuple[str, str]) -> None:
    kop = {"Authorization": f"Bearer {geef_toegang(huis, kenmerk=bewijs[0], code=bewijs[1]).token}"}
    pad = f"/api/v1/aanmeldingen/{bewijs[0]}"
    inzage = lezer.client.get(f"{pad}/inzage", headers=kop).json()
    assert inzage["aanmelding"]["velden"] == velden_van(huis)
    zet(huis, status="opgepakt")
    assert lezer.client.post(f"{pad}/wisverzoek", json={"wissen": True}, headers=kop).json() == {
        "gewist": False,
        "antwoord_voor": "2026-12-20",
    }
    assert lezer.client.get(pad, headers=kop).json()["wissen_voor"] == "2026-12-20"


def test_op_de_inzage_op_papier_staat_geen_naam_van_de_dienst(lezer: Browser) -> None:
    titel = re.search(r"<title>(.*?)</title>", lezer.open(INZAGE).html)
    assert titel is not None and titel[1].strip() == "Notitie"
