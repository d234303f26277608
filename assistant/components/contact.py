"""A phone number or mail address in free text means: reach me there, whatever else the sentence looks like."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.reach import GEEFT_NUMMER, NUMMER

BLIJFT = frozenset({"stop", "wis_gesprek", "niet_bedoeld", "veilig_nee", "status_aanmelding", "klacht"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class ContactIntent(GraphComponent):  # type: ignore[misc]
    """Sets the intent to `geeft_nummer` when redact found a way to reach someone, unless they stop, wipe or complain."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """No settings."""
        return {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ContactIntent:
        """Called by Rasa when a model is loaded."""
        return cls()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training examples keep the intent that they were given."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Messages without a number keep their intent."""
        for message in messages:
            intent = message.get(INTENT) or {}
            if NUMMER.search(message.get(TEXT) or "") and intent.get("name") not in BLIJFT:
                message.set(INTENT, {"name": GEEFT_NUMMER, "confidence": 1.0}, add_to_output=True)
        return messages
