"""A number in free text means: reach me there."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.components.contact import ContactIntent, anders


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


@pytest.mark.parametrize(
    ("tekst", "intent", "bezig", "nieuw"),
    [
        ("ik ga geen formulier invullen ik wil bellen", "wil_aanmelden", False, "wil_mens"),
        ("geen formulier, bel me gewoon", "wil_aanmelden", False, None),
        ("graag bellen", "wil_mens", False, "wil_aanmelden"),
        ("ik wil iemand spreken", "wil_mens", False, None),
        ("ik praat eerst met mijn zus", "vraag", True, "stop"),
        ("ik praat eerst met mijn zus", "vraag", False, None),
        ("ik wil eerst weten wat het kost", "vraag", True, None),
    ],
)
def test_wat_iemand_vraagt_gaat_voor_wat_het_lijkt(tekst: str, intent: str, bezig: bool, nieuw: str | None) -> None:
    assert anders(tekst, intent, bezig=bezig) == nieuw
