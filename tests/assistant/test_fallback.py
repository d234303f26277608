"""Without Rasa the door stays open: search, and always a way to a person."""

from __future__ import annotations

from typing import Any

import pytest

from actions.context import Gereedschap
from actions.kaarten import ArtikelKaart
from assistant.beurt import Beurt
from assistant.fallback import noodantwoord
from knowledge.base import Kennisbank
from knowledge.current import KennisHouder
from tests.actions.hulp import ETEN, JGT, KENNIS, PESTEN, SLAPEN, TEKSTEN, ids, keuzes, vind
from tests.assistant.hulp import beurt


def _nood(veilig: str, kennis: Kennisbank = KENNIS, **meer: Any) -> Beurt:
    b = beurt(veilig, veilig=veilig, **meer)
    noodantwoord(b, Gereedschap(KennisHouder(kennis=kennis), TEKSTEN))
    assert b.status == "fallback"
    assert ids(b.kaarten)[-1] == "contact"
    assert b.klaar
    return b


def test_een_vraag_krijgt_haar_artikel_en_het_jgt() -> None:
    b = _nood("mijn peuter komt steeds uit bed")
    assert ids(b.kaarten) == ["storing", "artikel", "contact"]
    assert (b.route, b.onderwerp, b.artikel) == ("kennis", "slapen", "slapen/uit-bed")
    assert b.kandidaten[0].artikel == "slapen/uit-bed"


def test_hulp_regelen_blijft_praktisch() -> None:
    assert _nood("wie zijn jullie", vind((JGT, 0.9))).route == "praktisch"


def test_bij_twijfel_is_er_een_keuze() -> None:
    b = _nood("school eten", vind((PESTEN, 0.3), (ETEN, 0.28)))
    assert ids(b.kaarten) == ["storing", "keuzes", "contact"]
    assert "artikel:pesten/op-school" in keuzes(b.kaarten)
    assert b.route == "gesprek"


def test_wie_dan_een_artikel_kiest_krijgt_het_ook() -> None:
    b = _nood("", keuze="artikel:pesten/op-school")
    kaart = b.kaarten[1]
    assert isinstance(kaart, ArtikelKaart)
    assert (kaart.artikel, b.artikel) == ("pesten/op-school", "pesten/op-school")


@pytest.mark.parametrize("keuze", ["artikel:weg/weg", "artikel:pgb/oud", "wil_mens", None])
def test_een_andere_knop_wijst_de_weg_naar_een_mens(keuze: str | None) -> None:
    b = _nood("", keuze=keuze)
    assert (ids(b.kaarten), b.route) == (["storing_leeg", "contact"], "overdracht")


def test_niet_begrepen_wijst_de_weg_naar_een_mens() -> None:
    b = _nood("blub", vind((SLAPEN, 0.9), gelijkenis=0.01))
    assert (ids(b.kaarten), b.artikel) == (["storing_leeg", "contact"], None)


def test_zonder_kennis_is_er_toch_een_mens() -> None:
    b = _nood("mijn peuter komt uit bed", vind())
    assert ids(b.kaarten) == ["storing_leeg", "contact"]
