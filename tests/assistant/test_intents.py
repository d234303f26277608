"""How well the real model reads messages it has never seen, written by other voices than the training data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.brain.training import model_of_fout
from assistant.measure.intents_set import lees_intenten, meet_intenten
from assistant.measure.knowledge_set import Meting
from assistant.measure.reader import Lezer, lezer_van
from assistant.measure.scores import Paren, macro_f1

pytestmark = pytest.mark.rasa
DATA = Path(__file__).parents[1] / "data"
EIGEN, ANDEREN, VERS, VIERDE = "intenten.yml", "intenten_anderen.yml", "intenten_vers.yml", "intenten_test4.yml"
LAT = {EIGEN: 0.90, ANDEREN: 0.92, VERS: 0.90, VIERDE: 0.92}
GENOEG = {EIGEN: (400, 12), ANDEREN: (800, 20), VERS: (250, 5), VIERDE: (500, 12)}
# A mistake that sends someone who is in danger, or wants a person, somewhere else weighs more than the average does.
BELANGRIJK, GEHOORD = ("veilig_nee", "wil_mens", "wil_aanmelden", "stop"), 0.8


@pytest.fixture(scope="module")
def lees(model_map: Path) -> Iterator[Lezer]:
    """The intent that the real model gives."""
    with lezer_van(model_of_fout(model_map)) as lezer:
        yield lezer


@pytest.fixture(scope="module")
def metingen(lees: Lezer) -> dict[str, Meting]:
    """Every set as `voordeur meet intenten` measures it."""
    return {naam: meet_intenten(lees_intenten(DATA / naam), lees) for naam in LAT}


def _paren(meting: Meting) -> Paren:
    return [(uitkomst["verwacht"], uitkomst["gegeven"]) for uitkomst in meting.uitkomsten]


def _fouten(meting: Meting) -> str:
    return "\n".join(f"{u['verwacht']} -> {u['gegeven']}: {u['text']}" for u in meting.uitkomsten if not u["goed"])


@pytest.mark.parametrize("naam", LAT)
def test_de_toets_is_groot_genoeg_om_iets_te_zeggen(naam: str) -> None:
    telling = Counter(bericht.intent for bericht in lees_intenten(DATA / naam))
    berichten, per_intent = GENOEG[naam]
    assert telling.total() >= berichten
    assert min(telling.values()) >= per_intent


@pytest.mark.parametrize("naam", LAT)
def test_de_macro_f1_haalt_de_lat(metingen: dict[str, Meting], naam: str) -> None:
    score, _ = macro_f1(_paren(metingen[naam]))
    assert score >= LAT[naam], f"macro-F1 {score:.3f}\n{_fouten(metingen[naam])}"


@pytest.mark.parametrize("intent", BELANGRIJK)
@pytest.mark.parametrize("naam", [EIGEN, ANDEREN])
def test_wie_een_mens_of_veiligheid_zoekt_wordt_gehoord(metingen: dict[str, Meting], naam: str, intent: str) -> None:
    eigen = [paar for paar in _paren(metingen[naam]) if paar[0] == intent]
    assert sum(verwacht == gegeven for verwacht, gegeven in eigen) >= GEHOORD * len(eigen), _fouten(metingen[naam])
