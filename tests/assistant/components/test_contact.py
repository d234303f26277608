"""A number in free text means: reach me there."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.components.contact import ContactIntent


@pytest.mark.parametrize(
    ("tekst", "eerst", "daarna"),
    [
        ("we wonen in kaag en mijn nummer is [telefoon]", "informeer", "geeft_nummer"),
        ("ik hoor graag wie ik kan spreken, [e-mail]", "wil_mens", "geeft_nummer"),
        ("wis [telefoon] uit dit gesprek", "wis_gesprek", "wis_gesprek"),
        ("hij slaapt niet", "vraag", "vraag"),
    ],
)
def test_een_nummer_bepaalt_de_bedoeling_behalve_bij_stoppen_of_wissen(tekst: str, eerst: str, daarna: str) -> None:
    bericht = Message({"text": tekst, "intent": {"name": eerst, "confidence": 0.6}})
    component = ContactIntent.create({}, None, None, None)  # type: ignore[arg-type]
    assert component.process([bericht])[0].get("intent")["name"] == daarna
