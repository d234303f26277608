"""Facts told in passing, measured on 320 messages by a writer who does not know the rules (tests/data/entiteiten.yml)."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.kernen import kernen_van
from assistant.measure.entities_set import SOORTEN, lees_entiteiten, meet_entiteiten, score_van
from knowledge.base import Kennisbank
from tests.actions.test_drift import ROOT

LAAGSTE = 0.9


@pytest.fixture(scope="module")
def uitkomsten(kennis: Kennisbank) -> list[dict[str, Any]]:
    """What each message says by its writer, and what the rules make of it."""
    kernen = kernen_van(kennis.gemeente("kaag-en-braassem"))
    return meet_entiteiten(lees_entiteiten(ROOT / "tests/data/entiteiten.yml"), kernen).uitkomsten


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_f1_is_minstens_negentig_procent(uitkomsten: list[dict[str, Any]], soort: str) -> None:
    score = score_van(soort, uitkomsten)
    assert score.verwacht >= 70, "genoeg om iets te zeggen"
    assert score.f1 >= LAAGSTE
