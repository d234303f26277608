"""Someone wants to be reached, whatever else the message is about: a number or address in it, or a request in so many words."""

from __future__ import annotations

import re

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.reach import GEEFT_NUMMER, NUMMER
from actions.request import is_kaal_verzoek, stelt_uit, vraagt_contact, wil_geen_formulier
from assistant.components.plain import IntentAfterwards

WIL_AANMELDEN, WIL_MENS, STOP = "wil_aanmelden", "wil_mens", "stop"
BEZIG = "aanmelding_bezig"  # the name under which a message's metadata say that an aanmelding is being made
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
LOS = frozenset({"vraag", "informeer", "afscheid", "wil_mens", "geholpen", "ja", "nee", "correctie"})
BLIJFT = frozenset({"stop", "wis_gesprek", "niet_bedoeld", "veilig_nee", "status_aanmelding", "klacht"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class ContactIntent(IntentAfterwards):
    """Sets the intent to `geeft_nummer` when redact found a way to reach someone, unless they stop, wipe or complain;
    and to `wil_aanmelden` when a story holds a request to be called, written to or visited.

    Who wants no form wants a person; and who first talks to someone else, while an aanmelding is being made, stops for now.
    """

    def process(self, messages: list[Message]) -> list[Message]:
        """Messages without a number or a request keep their intent."""
        for message in messages:
            bezig = bool((message.get(METADATA) or {}).get(BEZIG))
            nieuw = anders(message.get(TEXT) or "", (message.get(INTENT) or {}).get("name"), bezig=bezig)
            if nieuw:
                message.set(INTENT, {"name": nieuw, "confidence": 1.0}, add_to_output=True)
        return messages


def anders(tekst: str, intent: str | None, *, bezig: bool) -> str | None:
    """The intent that the words ask for instead of this one; None when it is right. `bezig`: an aanmelding is being made."""
    if NUMMER.search(tekst):
        return None if intent in BLIJFT else GEEFT_NUMMER
    if bezig and intent in LOS and stelt_uit(tekst):
        return STOP
    if intent == WIL_AANMELDEN:
        return WIL_MENS if wil_geen_formulier(tekst) and not vraagt_contact(tekst) else None
    mag = intent in VERTELT or (intent == WIL_MENS and bool(MIJ.search(tekst) or is_kaal_verzoek(tekst)))
    return WIL_AANMELDEN if mag and vraagt_contact(tekst) else None
