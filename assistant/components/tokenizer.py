"""Words and lemmas from the Dutch spaCy pipeline."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from assistant.language_model import laad_taalmodel


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class DutchTokenizer(Tokenizer):  # type: ignore[misc]
    """Splits a message into tokens that carry their lemma; white space is not a token."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's defaults for a tokenizer; intents are not split."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__(config)
        self._nlp = laad_taalmodel()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchTokenizer:
        """Called by Rasa, in training and when a model is loaded."""
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The tokens of this attribute of the message."""
        doc = self._nlp(message.get(attribute))
        return [Token(w.text, w.idx, lemma=w.lemma_ or w.text) for w in doc if not w.is_space]
