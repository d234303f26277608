"""The one table of states: every way in it is possible, every other one is not, and nobody writes a state beside it."""

from __future__ import annotations

import ast
from typing import get_args

import pytest

from api.aanmelding import states
from api.aanmelding.schemas import Status
from api.aanmelding.store import OPEN
from api.balie.store import DICHT
from api.settings import ROOT


def test_elke_toestand_staat_in_de_tabel_en_is_dezelfde_als_in_het_contract() -> None:
    assert set(states.OVERGANGEN) == set(get_args(Status)) == set(OPEN) | set(DICHT)
    assert {naar for stappen in states.OVERGANGEN.values() for naar in stappen.values()} <= set(states.OVERGANGEN)


def test_uit_elke_toestand_komt_men_weer_weg_en_vanaf_het_begin_overal() -> None:
    bereikt = {"ontvangen"}
    while nieuw := {naar for van in bereikt for naar in states.OVERGANGEN[van].values()} - bereikt:
        bereikt |= nieuw
    assert bereikt == set(states.OVERGANGEN)
    assert all(states.OVERGANGEN.values())


@pytest.mark.parametrize(
    ("status", "stap"),
    [
        ("ontvangen", "afsluiten"),
        ("ontvangen", "contact_gelukt"),
        ("contact_gelukt", "contact_geprobeerd"),
        ("afgesloten", "intrekken"),
        ("overgedragen", "intrekken"),
        ("afgesloten", "afsluiten"),
        ("ingetrokken", "heropenen"),
    ],
)
def test_wat_er_niet_staat_kan_niet(status: str, stap: str) -> None:
    assert states.naar(status, stap) is None
    with pytest.raises(states.KanNiet):
        states.naar_or_raise("VD-1", status, stap)


def test_nergens_anders_in_de_code_staat_een_nieuwe_toestand() -> None:
    """`verander(..., status="...")` with a state written out would pass the table by."""
    gevonden = []
    for pad in (ROOT / "api").rglob("*.py"):
        for knoop in ast.walk(ast.parse(pad.read_text())):
            if isinstance(knoop, ast.Call) and getattr(knoop.func, "attr", getattr(knoop.func, "id", "")) == "verander":
                gevonden += [
                    pad.name for k in knoop.keywords if k.arg == "status" and isinstance(k.value, ast.Constant)
                ]
    assert gevonden == []
