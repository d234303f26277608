"""What our components share that need no settings and learn nothing."""

from __future__ import annotations

from typing import Any, Self

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.training_data import TrainingData


class PlainComponent(GraphComponent):  # type: ignore[misc]
    """A component without settings, made the same way in training and when a model is loaded."""

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
    ) -> Self:
        """Called by Rasa, in training and when a model is loaded."""
        return cls()


class IntentAfterwards(PlainComponent):
    """A component that may change the intent of a message; training examples keep the one they were given."""

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Training examples keep the intent that they were given."""
        return training_data
