"""How well the real model reads messages it has never seen, written by another voice than the training data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from sklearn.metrics import f1_score

from assistant.brain.runner import SequentialRunner
from assistant.brain.training import model_of_fout

pytestmark = pytest.mark.rasa
TOETS = Path(__file__).parents[1] / "data/intenten.yml"
# A mistake that sends someone who is in danger, or wants a person, somewhere else weighs more than the average does.
BELANGRIJK, GEHOORD = ("veilig_nee", "wil_mens", "wil_aanmelden", "stop"), 0.8


@pytest.fixture(scope="module")
def paren(model_map: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    """Text, expected intent, given intent."""
    opslag, meta = LocalModelStorage.from_model_archive(tmp_path_factory.mktemp("nlu"), model_of_fout(model_map))
    context = ExecutionContext(graph_schema=meta.predict_schema, model_id=meta.model_id)
    runner = SequentialRunner.create(meta.predict_schema, opslag, context)

    def lees(tekst: str) -> str:
        uitvoer = runner.run(inputs={PLACEHOLDER_MESSAGE: [UserMessage(tekst)]}, targets=[meta.nlu_target])
        return str(uitvoer[meta.nlu_target][0].get("intent")["name"])

    zinnen: list[dict[str, Any]] = yaml.safe_load(TOETS.read_text(encoding="utf-8"))
    return [(zin["tekst"], zin["intent"], lees(zin["tekst"])) for zin in zinnen]


def _fouten(paren: list[tuple[str, str, str]]) -> str:
    return "\n".join(f"{verwacht} -> {gegeven}: {tekst}" for tekst, verwacht, gegeven in paren if verwacht != gegeven)


def test_de_toets_is_groot_genoeg_om_iets_te_zeggen(paren: list[tuple[str, str, str]]) -> None:
    telling = Counter(verwacht for _, verwacht, _ in paren)
    assert len(paren) >= 400
    assert min(telling.values()) >= 12


def test_de_macro_f1_is_minstens_negentig_procent(paren: list[tuple[str, str, str]]) -> None:
    _, verwacht, gegeven = zip(*paren, strict=True)
    score = f1_score(verwacht, gegeven, average="macro")
    assert score >= 0.90, f"macro-F1 {score:.3f}\n{_fouten(paren)}"


@pytest.mark.parametrize("intent", BELANGRIJK)
def test_wie_een_mens_of_veiligheid_zoekt_wordt_gehoord(paren: list[tuple[str, str, str]], intent: str) -> None:
    eigen = [paar for paar in paren if paar[1] == intent]
    assert sum(v == g for _, v, g in eigen) >= GEHOORD * len(eigen), _fouten(eigen)
