"""Who asks the way to a place, a help line or a contact person looks for help nearby, whatever the sentence looks like."""

from __future__ import annotations

import re

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.wayfinding import ZOEKT, vraagt_contactpersoon
from assistant.components.plain import IntentAfterwards

IN_DE_BUURT, CONSULT = "activiteit_buurt", "consult"
OVERLEG = re.compile(
    r"\b(?:spar(?:ren)?|overleg\w*|consult\w*|ruggespraak|meedenken|casus\w*|adviseren|bespreken)\b", re.I
)
BLIJFT = frozenset(
    {
        "stop",
        "wis_gesprek",
        "niet_bedoeld",
        "veilig_nee",
        "status_aanmelding",
        "klacht",
        "niet_eens",
        "boos",
        "waarom_vraag",
        "geeft_nummer",
    }
)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class PlaceIntent(IntentAfterwards):
    """Sets the intent to `activiteit_buurt` when the metadata say so, unless someone stops, wipes, complains or is not safe.

    The sociale kaart is knowledge and no part of the model: whether a message asks the way is known before Rasa reads it.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        """Messages that ask no way keep their intent."""
        for message in messages:
            zoekt = bool((message.get(METADATA) or {}).get(ZOEKT)) and bool(message.get(TEXT))
            intent = (message.get(INTENT) or {}).get("name")
            if zoekt and intent not in BLIJFT and not wil_overleggen(message.get(TEXT), intent):
                message.set(INTENT, {"name": IN_DE_BUURT, "confidence": 1.0}, add_to_output=True)
        return messages


def wil_overleggen(tekst: str, intent: str | None) -> bool:
    """Whether a professional wants to think something over with somebody, and does not ask who belongs to their school."""
    return intent == CONSULT and bool(OVERLEG.search(tekst)) and not vraagt_contactpersoon(tekst, bekend=False)
