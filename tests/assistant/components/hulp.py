"""Rasa's training data and storage, small enough to train a component within a second."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.components.intent import LinearIntentClassifier
from assistant.components.tokenizer import DutchTokenizer

ZINNEN = {
    "groet": ["hallo daar", "goedemorgen", "hoi hoi", "dag allemaal", "goedenavond"],
    "bedankt": ["dank je wel", "bedankt hoor", "heel erg bedankt", "dankjewel", "fijn bedankt"],
    "vraag": ["mijn kind slaapt niet", "hij wordt gepest op school", "ze eet geen groente", "hoe stop ik het liegen", "huilt veel"],
}  # fmt: skip
CONTEXT = ExecutionContext(GraphSchema({}))


def leerzinnen() -> TrainingData:
    """A handful of examples, with tokens."""
    zinnen = [Message({TEXT: zin, INTENT: intent}) for intent, lijst in ZINNEN.items() for zin in lijst]
    return tokenizer().process_training_data(TrainingData(zinnen))


@cache
def tokenizer() -> DutchTokenizer:
    """The tokenizer with its defaults."""
    return DutchTokenizer(DutchTokenizer.get_default_config())


def bericht(tekst: str, **meer: object) -> Message:
    """A message with tokens."""
    return tokenizer().process([Message({TEXT: tekst, **meer})])[0]


def ongetraind(map_: Path, **instellingen: object) -> LinearIntentClassifier:
    """A classifier that stores what it learns in this folder."""
    map_.mkdir(exist_ok=True)
    config = LinearIntentClassifier.get_default_config() | instellingen
    return LinearIntentClassifier.create(config, LocalModelStorage(map_), Resource("intent"), CONTEXT)
