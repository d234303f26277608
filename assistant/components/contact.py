"""Someone wants to be reached, whatever else the message is about: a number or address in it, or a request in so many words."""

from __future__ import annotations

import re

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.reach import GEEFT_NUMMER, NUMMER
from actions.request import vraagt_contact
from assistant.components.plain import IntentAfterwards

WIL_AANMELDEN, WIL_MENS = "wil_aanmelden", "wil_mens"
MIJ = re.compile(r"\b(?:mij|me|ons)\b", re.I)
VERTELT = frozenset(  # what a whole story with 'bel me' at its end may be taken for
    {
        "vraag",
        "informeer",
        "correctie",
        "boos",
        "buiten_bereik",
        "niet_geholpen",
        "geholpen",
        "bedankt",
        "weet_niet",
        "privacy",
        "jgt_uitleg",
        "kosten_verwijzing",
        "activiteit_buurt",
        "ja",
    }
)
BLIJFT = frozenset({"stop", "wis_gesprek", "niet_bedoeld", "veilig_nee", "status_aanmelding", "klacht"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class ContactIntent(IntentAfterwards):
    """Sets the intent to `geeft_nummer` when redact found a way to reach someone, unless they stop, wipe or complain;
    and to `wil_aanmelden` when a story holds a request to be called, written to or visited."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Messages without a number or a request keep their intent."""
        for message in messages:
            tekst, intent = message.get(TEXT) or "", (message.get(INTENT) or {}).get("name")
            if NUMMER.search(tekst) and intent not in BLIJFT:
                message.set(INTENT, {"name": GEEFT_NUMMER, "confidence": 1.0}, add_to_output=True)
            elif (intent in VERTELT or (intent == WIL_MENS and MIJ.search(tekst))) and vraagt_contact(tekst):
                message.set(INTENT, {"name": WIL_AANMELDEN, "confidence": 1.0}, add_to_output=True)
        return messages
