"""What a visitor tells in passing: the child's age, the kern, since when, and who is writing. Rules, no guessing."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.components.plain import PlainComponent
from assistant.facts import feiten_in
from assistant.who import noemt_alleen_een_ander


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class RuleEntityExtractor(PlainComponent, EntityExtractorMixin):  # type: ignore[misc]
    """Adds the entities leeftijd, getal, kern, duur and rol to a message."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Append what is found; entities that came with a button stay, and a known rol is not changed by 'mijn moeder'."""
        for message in messages:
            tekst, meta = message.get(TEXT) or "", message.get(METADATA) or {}
            gevonden = [
                {
                    "entity": feit.soort,
                    "value": feit.waarde,
                    "start": feit.start,
                    "end": feit.eind,
                    "extractor": "regels",
                }
                for feit in feiten_in(tekst, meta.get("kernen") or {})
                if not (
                    feit.soort == "rol" and meta.get("rol") and noemt_alleen_een_ander(tekst[feit.start : feit.eind])
                )
            ]
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), *gevonden], add_to_output=True)
        return messages
