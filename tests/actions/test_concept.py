"""The concept holds what was told, and nothing that was skipped."""

from __future__ import annotations

from typing import Any

import pytest

from actions.concept import concept_uit, in_eigen_woorden


@pytest.mark.parametrize(
    ("slots", "velden"),
    [
        ({}, {}),
        ({"rol": None, "zorg": None, "verhaal": None, "kern": None}, {}),
        ({"kern": {"id": None, "naam": "overgeslagen"}, "kind_leeftijd": {"jaren": None, "tekst": None}}, {}),
        ({"kern": "tekst", "kind_leeftijd": "drie"}, {}),
        ({"verhaal": ["", "  "], "zorg": " "}, {}),
        ({"rol": "jongere", "sinds": "al een jaar"}, {"rol": "jongere", "sinds": "al een jaar"}),
        ({"kern": {"id": "oost", "naam": "Oosteind"}}, {"kern": "oost"}),
        ({"kind_leeftijd": {"jaren": 0.5, "tekst": "6 maanden"}}, {"kind_leeftijd": "6 maanden"}),
        ({"zorg": "hij eet niet"}, {"zorg": "hij eet niet."}),
        ({"onderwerp": "slapen", "artikel": "slapen/uit-bed", "wacht_op": "helpt", "misverstanden": 2}, {}),
        (
            {"al_geprobeerd": "belonen", "wie_helpt_al": "oma", "wens": "rust"},
            {"al_geprobeerd": "belonen", "wie_helpt_al": "oma", "wens": "rust"},
        ),
    ],
)
def test_alleen_wat_verteld_is_komt_in_het_concept(slots: dict[str, Any], velden: dict[str, Any]) -> None:
    assert concept_uit(slots) == velden


@pytest.mark.parametrize(
    ("verhaal", "zorg", "tekst"),
    [
        (["hij slaapt niet", "hij is drie"], None, "hij slaapt niet. hij is drie."),
        (["hij slaapt niet!", "en nu?"], "help", "hij slaapt niet! en nu? help."),
        (["zelfde", " zelfde "], "zelfde", "zelfde."),
        ([], None, ""),
    ],
)
def test_eigen_zinnen_staan_in_volgorde_en_elk_een_keer(verhaal: list[str], zorg: str | None, tekst: str) -> None:
    assert in_eigen_woorden(verhaal, zorg) == tekst
