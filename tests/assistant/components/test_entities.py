"""Entities from rules, beside those that came with a button."""

from __future__ import annotations

from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message

from assistant.components.entities import RuleEntityExtractor
from tests.assistant.components.hulp import CONTEXT

KERNEN = {"leimuiden": {"id": "leimuiden", "naam": "Leimuiden"}}


def _entiteiten(tekst: str | None, **meer: object) -> list[dict[str, object]]:
    component = RuleEntityExtractor.create({}, LocalModelStorage(None), Resource("e"), CONTEXT)  # type: ignore[arg-type]
    bericht = Message({"text": tekst, **meer} if tekst is not None else meer)
    return list(component.process([bericht])[0].get("entities"))


def test_wat_verteld_is_wordt_een_entiteit_met_haar_plaats() -> None:
    tekst = "mijn zoon van 3, we wonen in Leimuiden"
    gevonden = {e["entity"]: e for e in _entiteiten(tekst, metadata={"kernen": KERNEN})}
    assert gevonden.keys() == {"leeftijd", "kern", "rol"}
    assert gevonden["kern"]["value"] == KERNEN["leimuiden"]
    assert tekst[gevonden["kern"]["start"] : gevonden["kern"]["end"]] == "Leimuiden"  # type: ignore[misc]
    assert {e["extractor"] for e in gevonden.values()} == {"regels"}


def test_zonder_metadata_of_tekst_is_er_gewoon_niets() -> None:
    assert _entiteiten("we wonen in Leimuiden") == []
    assert _entiteiten("hallo", metadata=None) == []
    assert _entiteiten(None) == []


def test_een_entiteit_van_een_knop_blijft_staan() -> None:
    knop = {"entity": "gekozen_artikel", "value": "slapen/uit-bed"}
    assert _entiteiten("/toon_artikel", entities=[knop]) == [knop]
