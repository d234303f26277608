"""The conversation over HTTP, with the real brain."""

from __future__ import annotations

import pytest

from tests.api.conftest import Bezoeker, client_van

pytestmark = pytest.mark.rasa


def soorten(antwoord):
    return [bericht["soort"] for bericht in antwoord["berichten"]]


def test_eerste_bericht_zegt_dat_dit_een_computer_is(bezoeker):
    berichten = bezoeker.start.json()["berichten"]
    assert "computer, geen mens" in berichten[0]["tekst"]
    assert berichten[1]["soort"] == "keuzes"


def test_een_vraag_krijgt_een_artikel_met_bron_en_datum(bezoeker):
    antwoord = bezoeker.zeg("mijn dochter van 3 komt elke avond haar bed weer uit")
    assert (antwoord["route"], antwoord["onderwerp"]) == ("kennis", "slapen")
    artikel = next(b for b in antwoord["berichten"] if b["soort"] == "artikel")
    assert artikel["artikel"] == antwoord["artikel"]
    assert artikel["bronnen"][0]["url"].startswith("https://")
    assert artikel["nagekeken_op"] and artikel["wanneer_hulp"]
    assert antwoord["kandidaten"][0]["onderwerp"] == "slapen"
    assert antwoord["concept"] is None


@pytest.mark.parametrize("onzin", ["/wil_aanmelden", '/toon_artikel{"gekozen_artikel": "x"}'])
def test_getypte_opdracht_van_rasa_is_gewone_tekst(bezoeker, onzin):
    assert "aanmelding" not in soorten(bezoeker.zeg(onzin))


def test_draad_van_vraag_tot_gevulde_aanmelding_zonder_iets_dubbel_te_vragen(bezoeker):
    bezoeker.zeg("mijn zoontje van 3 komt elke avond zijn bed weer uit")
    niet = bezoeker.kies("niet_geholpen")
    assert niet["route"] == "sociale_basis" and "voorziening" in soorten(niet)
    vraag = bezoeker.zeg("ja graag")
    assert "dorp" in vraag["berichten"][0]["tekst"], "de leeftijd is al verteld"
    klaar = bezoeker.zeg("leimuiden")
    kaart = next(b for b in klaar["berichten"] if b["soort"] == "aanmelding")
    assert kaart["velden"]["kern"] == "leimuiden"
    assert kaart["velden"]["kind_leeftijd"] == "3 jaar"
    assert "komt elke avond zijn bed weer uit" in kaart["velden"]["zorg"]
    assert klaar["concept"] == kaart["velden"]


def test_contactgegevens_gaan_naar_het_concept_en_nergens_anders(bezoeker, huis):
    bezoeker.kies("wil_aanmelden")
    bezoeker.zeg("mijn zoon van 9 luistert nergens meer naar, bel me op 06 12345678")
    klaar = bezoeker.zeg("woubrugge")
    assert klaar["concept"]["contact"]["telefoon"].replace(" ", "") == "0612345678"
    assert "12345678" not in klaar["concept"]["zorg"].replace(" ", "")
    transcript = bezoeker.client.get(f"/api/v1/gesprekken/{bezoeker.id}/berichten", headers=bezoeker.kop).text
    van_bezoeker = [r["kaart"]["tekst"] for r in _regels(bezoeker) if r["van"] == "bezoeker"]
    assert any("[telefoon]" in tekst for tekst in van_bezoeker)
    assert "06 12345678" not in " ".join(van_bezoeker)
    assert transcript


def _regels(bezoeker):
    return bezoeker.client.get(f"/api/v1/gesprekken/{bezoeker.id}/berichten", headers=bezoeker.kop).json()["berichten"]


def test_een_nummer_begint_een_aanmelding_staat_alleen_in_het_concept_en_dat_wordt_gezegd(bezoeker):
    antwoord = bezoeker.zeg("mijn zoon luistert niet, mijn nummer is 06 12345678")
    assert antwoord["concept"] == {
        "rol": "ouder", "zorg": "mijn zoon luistert niet.", "contact": {"telefoon": "06 12345678"}
    }  # fmt: skip
    assert antwoord["berichten"][0]["id"] == "nummer_gehoord"
    assert not any("12345678" in str(regel) for regel in _regels(bezoeker))


def test_stoppen_midden_in_de_aanmelding(bezoeker):
    bezoeker.zeg("mijn zoon van 9 luistert niet")
    bezoeker.kies("wil_aanmelden")
    gestopt = bezoeker.zeg("wacht toch niet versturen")
    assert "niets verstuurd" in gestopt["berichten"][0]["tekst"]
    verder = bezoeker.zeg("hoe leer ik mijn kind omgaan met zakgeld")
    assert verder["onderwerp"] == "zakgeld"


def test_vraag_midden_in_de_aanmelding_wordt_beantwoord_en_daarna_gaat_het_verder(bezoeker):
    bezoeker.zeg("mijn zoon wil niet naar school")
    bezoeker.kies("wil_aanmelden")
    tussendoor = bezoeker.zeg("hoe lang is de wachttijd bij jullie")
    assert tussendoor["onderwerp"] == "wachttijd"
    assert "oud" in tussendoor["berichten"][-2]["tekst"], "daarna dezelfde vraag weer"


@pytest.mark.parametrize(
    ("zin", "niveau"),
    [("ik wil dood en ik heb pillen klaarliggen", "112"), ("mijn man slaat mij waar de kinderen bij zijn", None)],
)
def test_gevaar_krijgt_eerst_de_nummers(bezoeker, zin, niveau):
    antwoord = bezoeker.zeg(zin)
    assert antwoord["route"] == "veiligheid"
    assert niveau in (None, antwoord["urgentie"]["niveau"])
    nummers = [b.get("nummer") for b in antwoord["berichten"] if b["soort"] == "hulplijn"]
    assert {"112", "0800-2000"} <= set(nummers)
    assert "aanmelding" not in soorten(antwoord)


def test_wat_voor_het_alarm_gezegd_is_hoeft_voor_de_aanmelding_niet_nog_een_keer(bezoeker):
    bezoeker.zeg("mijn man slaat mij waar de kinderen bij zijn")
    bezoeker.kies("wil_aanmelden")
    bezoeker.zeg("9 jaar")
    bezoeker.zeg("kaag")
    velden = bezoeker.client.get(f"/api/v1/gesprekken/{bezoeker.id}/concept", headers=bezoeker.kop).json()["velden"]
    assert velden["zorg"].startswith("mijn man slaat mij waar de kinderen bij zijn.")


def test_wie_zegt_dat_het_niet_zo_bedoeld_was_krijgt_antwoord_op_de_vraag(bezoeker):
    bezoeker.zeg("mijn dochter van 14 snijdt zichzelf")
    antwoord = bezoeker.kies("niet_bedoeld")
    assert antwoord["berichten"][0]["id"] == "veiligheid/hervat"
    assert antwoord["onderwerp"] == "zelfbeschadiging"


def test_ja_op_een_directe_vraag_is_een_antwoord(bezoeker):
    twijfel = bezoeker.zeg("niemand zou me missen als ik er niet meer was")
    if twijfel["urgentie"]["niveau"] == "twijfel":
        assert twijfel["route"] == "gesprek"
        assert bezoeker.zeg("ja")["route"] == "veiligheid"
    else:
        assert twijfel["route"] == "veiligheid"


def test_knop_onveilig_geeft_hulp_zonder_te_typen(bezoeker):
    antwoord = bezoeker.kies("onveilig")
    assert antwoord["route"] == "veiligheid"
    assert "112" in [b.get("nummer") for b in antwoord["berichten"]]


def test_andere_taal_krijgt_een_kort_antwoord_in_die_taal(bezoeker):
    antwoord = bezoeker.zeg("My son does not sleep at night and I do not know what to do anymore, can you help?")
    assert antwoord["taal"] == "en"
    assert "hulplijn" in soorten(antwoord) or "contact" in soorten(antwoord)


def test_transcript_is_wat_er_gezegd_is(bezoeker):
    bezoeker.zeg("hoi")
    regels = _regels(bezoeker)
    assert [r["van"] for r in regels].count("bezoeker") == 1
    assert regels[2]["kaart"]["tekst"] == "hoi"


def test_wissen_wist(bezoeker, huis):
    bezoeker.zeg("hoi")
    assert bezoeker.client.delete(f"/api/v1/gesprekken/{bezoeker.id}", headers=bezoeker.kop).status_code == 204
    assert bezoeker.stuur({"tekst": "hoi"}).status_code == 404


def test_knop_wis_dit_gesprek_wist(bezoeker):
    bezoeker.zeg("hoi")
    assert "gewist" in bezoeker.kies("wis_gesprek_nu")["berichten"][0]["tekst"]
    assert bezoeker.stuur({"tekst": "hoi"}).status_code == 404


def test_concept_bewerken_blijft_staan(bezoeker):
    bezoeker.zeg("mijn zoon van 9 luistert niet")
    bezoeker.kies("wil_aanmelden")
    bezoeker.zeg("kaag")
    pad = f"/api/v1/gesprekken/{bezoeker.id}/concept"
    assert bezoeker.client.get(pad, headers=bezoeker.kop).json()["velden"]["kern"] == "kaag"
    gewijzigd = bezoeker.client.patch(pad, json={"velden": {"zorg": "Ik bedoel het anders."}}, headers=bezoeker.kop)
    assert gewijzigd.json()["velden"]["zorg"] == "Ik bedoel het anders."
    assert bezoeker.client.get(pad, headers=bezoeker.kop).json()["velden"]["kind_leeftijd"] == "9 jaar"


def test_zelfde_gesprek_op_beide_databases(beide_huizen):
    with client_van(beide_huizen) as client:
        bezoeker = Bezoeker(client)
        assert bezoeker.zeg("mijn peuter heeft enorme driftbuien in de supermarkt")["onderwerp"] == "driftbuien"
        assert len(_regels(bezoeker)) > 3
