"""Personal data becomes a typed placeholder; help lines, ages, dates and ordinary words stay."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.gate.redact import Redactie, redigeer
from tests.assistant.gate.conftest import lees_zinnen

PII = lees_zinnen("pii.yml")
STUKJES = st.sampled_from([str(paar[0]) for paar in PII["vervangen"]] + PII["blijven"])


@pytest.mark.parametrize(("ruw", "verwacht"), [(str(ruw), str(verwacht)) for ruw, verwacht in PII["vervangen"]])
def test_persoonsgegevens_worden_een_woord_tussen_haken(ruw, verwacht):
    assert redigeer(ruw).tekst == verwacht


@pytest.mark.parametrize("zin", PII["blijven"])
def test_wat_niemand_aanwijst_blijft_staan(zin):
    assert redigeer(zin) == Redactie(zin, ())


def test_nummers_van_hulplijnen_blijven_staan(hulplijnen):
    for lijn in hulplijnen.values():
        for kanaal in lijn.kanalen:
            if kanaal.soort == "telefoon" and kanaal.waarde:
                zin = f"Bel {kanaal.waarde} als het kan"
                assert redigeer(zin).tekst == zin


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


@pytest.mark.parametrize("stuk", ["1 ", "0", "A.", "1-", "a@", "nul ", "Ab van de ", "NL12 ABCD 1234 ", "woont op "])
def test_een_lang_bericht_duurt_niet_lang(stuk):
    begin = time.thread_time()
    redigeer(stuk * (65_536 // len(stuk)))
    assert time.thread_time() - begin < 5
