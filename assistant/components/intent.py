"""The intent of a message: a linear model over character n-grams and lemmas, trained in seconds, small and without pickle."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.components.checks import INFORMEER, kan_zijn, noemt_alleen_wie
from assistant.components.linear import LineairModel
from knowledge.words import normaliseer

BESTAND = "intent"
STIL = "weet_niet"
LETTER = re.compile(r"\w")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(IntentClassifier, GraphComponent):  # type: ignore[misc]
    """Sets `intent` and `intent_ranking`; below `threshold` a message counts as `otherwise`, for search to judge."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Needs a tokenizer before it."""
        from assistant.components.tokenizer import DutchTokenizer

        return [DutchTokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: inverse regularisation; `threshold`: lowest probability that is believed; `otherwise`: the intent below it.

        `strict`: a threshold of their own for intents that do much, such as wiping the conversation; `unknown`: the
        threshold for a message of which no word was learnt, such as "grmbl xwq".
        """
        return {"C": 1.0, "threshold": 0.25, "otherwise": "vraag", "strict": {}, "unknown": 0.5}

    def __init__(
        self, config: dict[str, Any], opslag: ModelStorage, resource: Resource, model: LineairModel | None = None
    ) -> None:
        if not _is_getal(config["threshold"]) or not 0 <= config["threshold"] < 1:
            raise InvalidConfigException("LinearIntentClassifier: 'threshold' moet tussen 0 en 1 liggen.")
        if not _is_getal(config["C"]) or config["C"] <= 0:
            raise InvalidConfigException("LinearIntentClassifier: 'C' moet een getal boven 0 zijn.")
        self._config, self._opslag, self._resource, self._model = config, opslag, resource, model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearIntentClassifier:
        """Called by Rasa for training."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on every example that has an intent, and store the model."""
        voorbeelden = [m for m in training_data.training_examples if m.get(INTENT) and m.get(TEXT)]
        teksten, lemmas = [m.get(TEXT) for m in voorbeelden], [_lemmas(m) for m in voorbeelden]
        intents = [m.get(INTENT) for m in voorbeelden]
        self._model = LineairModel.train(teksten, lemmas, intents, c=float(self._config["C"]))
        with self._opslag.write_to(self._resource) as map_:
            self._model.bewaar(map_ / BESTAND)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearIntentClassifier:
        """Called by Rasa when a trained model is loaded."""
        with model_storage.read_from(resource) as map_:
            return cls(config, model_storage, resource, LineairModel.laad(map_ / BESTAND))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training examples keep the intent that they were given."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the intent to every message that does not have one yet (a button already does)."""
        for message in messages:
            if message.get(TEXT) and not message.get(INTENT):
                self._zet(message)
        return messages

    def _zet(self, message: Message) -> None:
        if self._model is None:
            raise InvalidConfigException("LinearIntentClassifier is niet getraind.")
        tekst = message.get(TEXT)
        vast = STIL if not LETTER.search(tekst) else INFORMEER if noemt_alleen_wie(tekst) else None
        if vast:  # an emoji or a dash: someone who does not know how to begin; 'hij': who it is about
            message.set(INTENT, {"name": vast, "confidence": 1.0}, add_to_output=True)
            message.set("intent_ranking", [{"name": vast, "confidence": 1.0}], add_to_output=True)
            return
        lemmas = _lemmas(message)
        kansen = self._model.kansen(tekst, lemmas)
        volgorde = np.argsort(-kansen)[:5]
        lijst = [{"name": self._model.klassen[i], "confidence": float(kansen[i])} for i in volgorde]
        lijst = [gevonden for gevonden in lijst if kan_zijn(gevonden["name"], tekst)] or lijst
        eigen = self._config["strict"].get(lijst[0]["name"], 0)
        vreemd = 0 if self._model.kent(lemmas) else self._config["unknown"]
        if lijst[0]["confidence"] < max(self._config["threshold"], eigen, vreemd):
            anders = {"name": self._config["otherwise"], "confidence": lijst[0]["confidence"]}
            lijst = [anders, *(x for x in lijst if x["name"] != anders["name"])]
        message.set(INTENT, lijst[0], add_to_output=True)
        message.set("intent_ranking", lijst, add_to_output=True)


def _is_getal(waarde: object) -> bool:
    return isinstance(waarde, int | float) and not isinstance(waarde, bool)


def _lemmas(message: Message) -> str:
    return " ".join(normaliseer(str(token.lemma)) for token in message.get("text_tokens") or [])
