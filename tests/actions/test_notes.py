"""What is worth saying beside an answer belongs to what was just told, not to another question later on."""

from __future__ import annotations

from actions.base import Uitkomst
from actions.notes import met_opmerkingen
from tests.actions.hulp import TEKSTEN, ids, situatie

ANTWOORD = Uitkomst([TEKSTEN.zeg("groet")], {}, "kennis", "eten")
VERHAAL = ["we hebben deurwaarders aan de deur", "mijn man is depressief"]


def test_wie_een_tweede_gebied_noemt_hoort_dat_er_samen_gekeken_kan_worden() -> None:
    s = situatie(VERHAAL[1], verhaal=VERHAAL)
    assert ids(met_opmerkingen(s, ANTWOORD).kaarten) == ["samen_kijken", "groet"]


def test_bij_een_vraag_over_iets_anders_komt_dat_niet_terug() -> None:
    s = situatie("ze lust geen groente", verhaal=VERHAAL)
    assert ids(met_opmerkingen(s, ANTWOORD).kaarten) == ["groet"]
