"""Who asks how their aanmelding is getting on hears who can look that up, and never the same thing twice."""

from __future__ import annotations

import pytest

from actions.friction import ActieBoos
from actions.inform import ActieAntwoord
from actions.status import ActieStatus
from tests.actions.hulp import GEREEDSCHAP, SLAPEN, ids, situatie, vind

STATUS, ANTWOORD, BOOS = ActieStatus(GEREEDSCHAP), ActieAntwoord(GEREEDSCHAP), ActieBoos(GEREEDSCHAP)


def test_wie_naar_de_stand_vraagt_hoort_waar_die_te_zien_is() -> None:
    uitkomst = STATUS.doe(situatie("hoe staat het met mijn aanmelding"))
    assert ids(uitkomst.kaarten) == ["status_aanmelding", "contact"]
    assert (uitkomst.route, uitkomst.onderwerp) == ("praktisch", "aanmelden-jgt")


@pytest.mark.parametrize(
    "tekst", ["ik heb nog NIKS gehoord", "het blijft stil na drie weken", "al twee maanden geen reactie"]
)
def test_wie_langer_wacht_dan_beloofd_is_hoort_wat_nu(tekst: str) -> None:
    assert ids(STATUS.doe(situatie(tekst)).kaarten)[0] == "status_te_lang"


@pytest.mark.parametrize(
    "tekst", ["zoek het maar op in het systeem", "kijk eens in het dossier dan", "kun je dat niet even opzoeken"]
)
def test_wie_wil_dat_de_chat_het_opzoekt_hoort_dat_een_mens_dat_kan(tekst: str) -> None:
    s = situatie(tekst, aangeboden=["status"])
    for actie in (STATUS, ANTWOORD, BOOS):
        assert ids(actie.beslis(s).kaarten)[:2] == ["status_weer", "contact"]


def test_een_andere_vraag_daarna_krijgt_een_gewoon_antwoord() -> None:
    s = situatie("hij komt steeds uit bed", aangeboden=["status"], kennis=vind((SLAPEN, 0.9)))
    assert ANTWOORD.beslis(s).artikel == "slapen/uit-bed"
