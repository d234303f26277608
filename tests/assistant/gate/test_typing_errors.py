"""Slips of the finger, undone before the model reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.gate.danger_training import Bericht, leer
from assistant.gate.typing_errors import BEKEND, BUITEN_WOORDENBOEK, LANGST, Hersteller, tel
from tests.assistant.gate.test_danger_model import GEVAAR, GEWOON

KEREN = {
    "vergiftigen": 40,
    "vergiftiging": 30,
    "denkt": 900,
    "danst": 50,
    "slaapt": 400,
    "op": 5000,
    "slot": 300,
    "al": 4000,
    "bijna": 500,
    "zeldzaam": 5,
    "straattaal": 20,
}
HERSTELLER = Hersteller(KEREN, {"vergiftigen", "zeldzaam", "denkt", "slopen", "patiente"}.__contains__)


@pytest.mark.parametrize(
    ("getypt", "bedoeld"),
    [
        ("ze dnekt dat we haar vergifitgen", "ze denkt dat we haar vergiftigen"),  # swapped
        ("vergiftgen", "vergiftigen"),  # one too few
        ("vergifttigen", "vergiftigen"),  # one too many
        ("vergiftihen", "vergiftigen"),  # the key beside it
        ("Vergiftgen!", "vergiftigen!"),
        ("ze slaaptal 5 nachten niet", "ze slaapt al 5 nachten niet"),  # no space
        ("de deur opslot", "de deur op slot"),
        ("zeldzam", "zeldzaam"),
        ("straatttaal", "straattaal"),
    ],
)
def test_een_uitglijder_wordt_gelezen_als_wat_er_bedoeld_was(getypt: str, bedoeld: str) -> None:
    assert HERSTELLER.hersteld(getypt) == bedoeld


@pytest.mark.parametrize(
    "tekst",
    [
        "Hij denkt, danst en SLAAPT",  # known
        "dnkt",  # too short to know
        "slopen",  # in the dictionary, though near "slapen"
        "xennigratoom",  # like nothing
        "ergiftigen",  # the first letter is nearly always right
        "pati\u00ebnte",  # the dictionary is folded
        "112",
        "a" * 500,
        "",
    ],
)
def test_wat_bekend_is_of_nergens_op_lijkt_blijft_staan(tekst: str) -> None:
    assert HERSTELLER.hersteld(tekst) == tekst


def test_van_twee_woorden_het_gewoonste() -> None:
    hersteller = Hersteller({"moeder": 900, "moedig": 50, "moeden": 20}, lambda _: False)
    assert hersteller.hersteld("moedet") == "moeder"


def test_een_woord_dat_geen_woordenboek_heeft_moet_vaak_voorkomen() -> None:
    genoeg, te_weinig = ({"skeere": keer} for keer in (BUITEN_WOORDENBOEK, BUITEN_WOORDENBOEK - 1))
    assert Hersteller(genoeg, lambda _: False).hersteld("skkeere") == "skeere"
    assert Hersteller(te_weinig, lambda _: False).hersteld("skkeere") == "skkeere"


def test_geteld_wordt_per_bericht_en_alleen_wat_vaker_voorkomt() -> None:
    assert tel(["Huilen huilen"] * BEKEND + ["eenmalig"]) == {"huilen": BEKEND}


@given(st.text(max_size=200))
def test_het_valt_nooit_om_en_wat_hersteld_is_blijft_zo(tekst: str) -> None:
    eens = HERSTELLER.hersteld(tekst)
    assert HERSTELLER.hersteld(eens) == eens


@given(st.sampled_from(["vergiftigen", "slaapt", "bijna"]), st.integers(1, 9), st.sampled_from("bcdfgh"))
def test_een_letter_fout_verandert_het_woord_niet_in_iets_onbekends(woord: str, plek: int, letter: str) -> None:
    fout = woord[:plek] + letter + woord[plek + 1 :]
    assert HERSTELLER.hersteld(fout) in {woord, fout, "vergiftiging"}


def test_het_model_leest_een_typfout_als_het_woord_dat_bedoeld_is() -> None:
    meer = [Bericht(text="hij knijpt haar hard", category="kindermishandeling", urgency="vandaag")] * BUITEN_WOORDENBOEK
    model = leer([*GEVAAR, *meer], [*GEWOON, *["zij kookt een grote pan met soep"] * BUITEN_WOORDENBOEK])
    goed, fout = model.weeg("hij knijpt haar"), model.weeg("hij knjipt haar")
    assert goed is not None
    assert fout == goed


def test_een_heel_lang_woord_kost_geen_tijd() -> None:
    gezocht: list[str] = []
    Hersteller(KEREN, lambda woord: bool(gezocht.append(woord))).hersteld("q" * (LANGST + 1))
    assert gezocht == []
