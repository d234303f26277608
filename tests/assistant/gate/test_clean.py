"""What is invisible goes out; what a reader sees stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.gate.clean import opschonen


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("zelf\u200bmoord", "zelfmoord"),
        ("zelf\x00moord", "zelfmoord"),
        ("links\u202erechts", "linksrechts"),
        ("dag\U000e0064\U000e0061\U000e0067", "dag"),
        ("cafe\u0301", "café"),
        ("een   twee\t drie", "een twee drie"),
        ("een\r\ntwee\u2028drie", "een\ntwee\ndrie"),
        ("een\n\n\n\n twee ", "een\n\ntwee"),
        ("harde\u00a0spatie", "harde spatie"),
        ("kapot\ud800", "kapot"),
        ("\ufeffbegin", "begin"),
    ],
)
def test_onzichtbare_tekens_gaan_eruit_en_witruimte_wordt_netjes(ruw, schoon):
    assert opschonen(ruw) == schoon


def test_wat_een_lezer_ziet_blijft_staan():
    assert opschonen("Ik ben 🙂 en zeg: «hé», привіт, مرحبا") == "Ik ben 🙂 en zeg: «hé», привіт, مرحبا"


@given(st.text(max_size=300))
def test_opschonen_kan_altijd_en_een_tweede_keer_verandert_niets(tekst):
    schoon = opschonen(tekst)
    assert opschonen(schoon) == schoon
    assert unicodedata.is_normalized("NFC", schoon)
    schoon.encode("utf-8")
