"""The intent of who asks the way."""

from __future__ import annotations

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.components.places import PlaceIntent
from tests.assistant.components.hulp import CONTEXT


def _intent(intent: str, metadata: dict[str, object] | None, tekst: str = "waar zit kwadraad") -> str:
    component = PlaceIntent.create({}, LocalModelStorage(None), Resource("p"), CONTEXT)  # type: ignore[arg-type]
    bericht = Message({"text": tekst, "intent": {"name": intent, "confidence": 0.5}, "metadata": metadata})
    return str(component.process([bericht])[0].get("intent")["name"])


@pytest.mark.parametrize(
    ("intent", "metadata", "wordt"),
    [
        ("vraag", {"zoekt_plek": True}, "activiteit_buurt"),
        ("buiten_bereik", {"zoekt_plek": True}, "activiteit_buurt"),
        ("vraag", {"zoekt_plek": False}, "vraag"),
        ("vraag", {}, "vraag"),
        ("vraag", None, "vraag"),
        ("veilig_nee", {"zoekt_plek": True}, "veilig_nee"),
        ("klacht", {"zoekt_plek": True}, "klacht"),
        ("stop", {"zoekt_plek": True}, "stop"),
    ],
)
def test_wie_de_weg_vraagt_zoekt_hulp_in_de_buurt(intent: str, metadata: dict[str, object] | None, wordt: str) -> None:
    assert _intent(intent, metadata) == wordt


def test_leren_verandert_niets() -> None:
    data = TrainingData()
    component = PlaceIntent.create(PlaceIntent.get_default_config(), LocalModelStorage(None), Resource("p"), CONTEXT)  # type: ignore[arg-type]
    assert component.process_training_data(data) is data
