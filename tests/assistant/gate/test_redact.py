"""Personal data becomes a typed placeholder; help lines, ages, dates and ordinary words stay."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.gate.namelist import namenlijst, woordenschat
from assistant.gate.redact import Redactie, redigeer
from tests.assistant.gate.conftest import ROOT, lees_zinnen

PII = lees_zinnen("pii.yml")
KLASSEN = lees_zinnen("pii_klassen.yml")
ONTWIKKELSET = ROOT / "tests/data/pii_dev.jsonl"
ONTWIKKELING = [json.loads(regel) for regel in ONTWIKKELSET.read_text(encoding="utf-8").splitlines()]
LANG = [
    "1 ", "0", "0 6 ", "A.", "1-", "a@", "a_", "a.b", "nul ", "een twee ", "Ab van de ", "NL12 ABCD 1234 ", "woont op ", "mw. ",
    "Daan en ", "J. de ", "x punt ", "12-ab-3 ", "school de ", "het college ", "op de a 1 ", "sanne (8) ", "discord a ", "\u00e9",
    "van Alkemadelaan ", "obs De ", "Oude Singel ", "28-11-'", "zoon 24 ", "BE12 3456 ", "Plein 1813 ", "plein 12, 1e etage ",
    "2371 AB ", "2371 AB Aa ", "Aa 3 2371 AB ", "kavel 3 op Aa ", "ligplaats ", "adres is ", "huisnummer ", "flat De ", "Wil Van ",
    "Ab tot Ab ", "sam-", "aaa", "stichting Aa ", "Aa Arena ", "jasmijn ", "woon kavel 3 op Aa ", "adres is Aa 3 ",
    "insta en ", "kent als ", "openbare ", "die Van ",
    "bus 3 ", "mr. drs. ", "baron van ", "groep 8, De ", "'t Sint-", "op de regenboog ", "speelt bas ", "088 ", "werd abraham ",
]  # fmt: skip
LOS = [
    "[naam]",
    "@",
    "#1234",
    "(",
    ",",
    "\n",
    "'s ",
    "mijn zoon ",
    "van ",
    "heet ",
    "is ",
    "5 mei ",
    "kdv ",
    "geb. ",
    "\x00",
]
BROKJES = st.sampled_from(LANG + LOS)
STUKJES = st.sampled_from([str(paar[0]) for paar in PII["vervangen"]] + PII["blijven"])


@pytest.mark.parametrize(("ruw", "verwacht"), [(str(ruw), str(verwacht)) for ruw, verwacht in PII["vervangen"]])
def test_persoonsgegevens_worden_een_woord_tussen_haken(ruw, verwacht):
    assert redigeer(ruw).tekst == verwacht


@pytest.mark.parametrize(("ruw", "verwacht"), [tuple(paar) for klas in KLASSEN["vervangen"].values() for paar in klas])
def test_elke_klas_van_persoonsgegevens_gaat_eruit(ruw, verwacht):
    assert redigeer(ruw).tekst == verwacht


@pytest.mark.parametrize("zin", [zin for klas in KLASSEN["blijven"].values() for zin in klas])
def test_wat_een_naam_heeft_en_niemand_is_blijft_staan(zin):
    assert redigeer(zin) == Redactie(zin, ())


@pytest.mark.parametrize("zin", PII["blijven"])
def test_wat_niemand_aanwijst_blijft_staan(zin):
    assert redigeer(zin) == Redactie(zin, ())


def test_nummers_van_hulplijnen_blijven_staan(hulplijnen):
    for lijn in hulplijnen.values():
        for kanaal in lijn.kanalen:
            if kanaal.soort == "telefoon" and kanaal.waarde:
                zin = f"Bel {kanaal.waarde} als het kan"
                assert redigeer(zin).tekst == zin


def test_geen_enkel_088_nummer_in_onze_kennis_gaat_weg():
    bestanden = [*ROOT.glob("knowledge/**/*.yml"), *ROOT.glob("knowledge/**/*.md")]
    nummers = {
        nummer for pad in bestanden for nummer in re.findall(r"\b088[ \d-]{7,10}\d\b", pad.read_text(encoding="utf-8"))
    }
    assert nummers
    for nummer in nummers:
        assert redigeer(f"bel {nummer} als het kan").tekst == f"bel {nummer} als het kan"


def test_een_vondst_wijst_precies_aan_wat_er_stond():
    tekst = "Mijn zoon Daan, bel 06 2345 6789 of mail d.bakker@voorbeeld.nl"
    redactie = redigeer(tekst)
    assert [vondst.soort for vondst in redactie.vondsten] == ["naam", "telefoon", "e-mail"]
    assert all(tekst[vondst.start : vondst.eind] == vondst.waarde for vondst in redactie.vondsten)


def test_een_rekeningnummer_in_een_zin_sleept_geen_ander_gegeven_mee():
    assert redigeer("NL91 ABNA 0417 1643 00, bsn 111222333, 2371 KL").tekst == "[iban], bsn [bsn], [postcode]"


def test_negen_cijfers_die_de_elfproef_niet_halen_zijn_geen_bsn():
    assert redigeer("ordernummer 123456789").tekst == "ordernummer 123456789"
    assert redigeer("mijn bsn is 123456789").tekst == "mijn bsn is [bsn]"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_redigeren_kan_met_elke_tekst_en_een_tweede_keer_verandert_niets(tekst):
    eens = redigeer(tekst).tekst
    assert redigeer(eens) == Redactie(eens, ())


@settings(max_examples=200, deadline=None)
@given(st.lists(STUKJES, min_size=1, max_size=4), st.sampled_from([" ", ", ", ". ", "\n"]))
def test_zinnen_achter_elkaar_redigeren_geeft_de_tweede_keer_hetzelfde(delen, tussen):
    eens = redigeer(tussen.join(delen)).tekst
    assert redigeer(eens) == Redactie(eens, ())


@settings(max_examples=100, deadline=None)
@given(st.lists(BROKJES, min_size=1, max_size=12))
def test_brokjes_achter_elkaar_gaan_nooit_mis_en_een_tweede_keer_verandert_niets(delen):
    eens = redigeer("".join(delen))
    assert redigeer(eens.tekst) == Redactie(eens.tekst, ())


@pytest.mark.parametrize("stuk", LANG)
def test_een_lang_bericht_duurt_niet_lang(stuk):
    begin = time.thread_time()
    redigeer(stuk * (65_536 // len(stuk)))
    assert time.thread_time() - begin < 5


def test_een_gewoon_bericht_kost_gemiddeld_minder_dan_twee_milliseconden():
    zinnen = [regel["text"] for regel in ONTWIKKELING]
    for zin in zinnen:
        redigeer(zin)
    begin = time.thread_time()
    for zin in zinnen:
        redigeer(zin)
    assert (time.thread_time() - begin) / len(zinnen) < 0.002


def test_op_de_ontwikkelset_gaat_bijna_alles_weg_en_blijft_de_rest_staan():
    weg = totaal = heel = vallen = 0
    for regel in ONTWIKKELING:
        vondsten = redigeer(regel["text"]).vondsten
        bedekt = {plek for vondst in vondsten for plek in range(vondst.start, vondst.eind)}
        for span in regel["spans"]:
            letters = [plek for plek in range(span["start"], span["end"]) if regel["text"][plek].isalnum()]
            totaal, weg = totaal + 1, weg + bedekt.issuperset(letters)
        if not regel["spans"]:
            vallen, heel = vallen + 1, heel + (not vondsten)
    assert weg / totaal >= 0.97
    assert heel / vallen >= 0.97


def test_elke_voorziening_van_de_sociale_kaart_houdt_haar_naam():
    kaarten = [*ROOT.glob("knowledge/gemeenten/*/sociale_kaart.yml"), ROOT / "knowledge/landelijk/hulplijnen.yml"]
    for kaart in kaarten:
        namen = re.findall(r"^ *-? *naam: (.+)$", kaart.read_text(encoding="utf-8"), re.M)
        assert namen
        for naam in namen:
            kaal = naam.strip(chr(34))
            for zin in (f"we zijn bij {kaal} geweest", f"de juf van groep 6 op school verwees naar {kaal}"):
                assert redigeer(zin).tekst == zin


def test_er_staan_meer_dan_vierduizend_voornamen_in_de_lijst():
    assert len(namenlijst().verzamelingen["voornamen"]) > 4_000


@pytest.mark.parametrize(
    ("woord", "gewoon"),
    [("slapen", True), ("schooltas", True), ("kinderfietsje", True), ("kyvaro", False), ("pippeloentje", False)],
)
def test_een_gewoon_woord_is_een_woord_uit_de_lijst_een_verbuiging_of_een_samenstelling(woord, gewoon):
    assert woordenschat().gewoon(woord) is gewoon
