"""The warm handover: at most three questions, then the aanmelding as a card to read, change and approve."""

from __future__ import annotations

from typing import Any, ClassVar

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.types import DomainDict

from actions.base import Actie, Uitkomst, spreek
from actions.concept import OVERGESLAGEN, concept_uit
from actions.context import Gereedschap, Situatie
from actions.kaarten import AanmeldingKaart
from actions.told import momenten_in

FORMULIER = "concept_formulier"
SLA_OVER = frozenset({"overslaan", "weet_niet", "nee"})


class ActieVraag(Actie):
    """Asks for one field of the concept."""

    def __init__(self, gereedschap: Gereedschap, veld: str) -> None:
        super().__init__(gereedschap)
        self._veld = veld

    def name(self) -> str:
        """Rasa's name for the action that asks for this slot."""
        return f"action_ask_{self._veld}"

    def doe(self, s: Situatie) -> Uitkomst:
        return Uitkomst(s.zeg_met_knoppen(f"vraag_{self._veld}"), route="overdracht")


class ValideerConcept(FormValidationAction):  # type: ignore[misc]
    """Decides which questions are still needed and whether an answer will do."""

    def __init__(self, gereedschap: Gereedschap) -> None:
        self._gereedschap = gereedschap

    def name(self) -> str:
        """Rasa's name for the action that validates this form."""
        return f"validate_{FORMULIER}"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[str]:
        """Nothing that was told before is asked again; a professional is not asked about the child."""
        overbodig = set()
        if tracker.get_slot("verhaal") and tracker.get_slot("laatste_vraag"):  # a fact alone ("hij is 3") is no worry
            overbodig.add("zorg")
        if tracker.get_slot("rol") == "professional":
            overbodig.add("kind_leeftijd")
        return [slot for slot in domain_slots if slot not in overbodig]

    def validate_kern(
        self, waarde: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """A known kern, or skipped; an unknown place is asked once more in other words."""
        if isinstance(waarde, dict):
            return {"kern": waarde}
        s = Situatie.van(tracker, self._gereedschap)
        if s.intent in SLA_OVER or s.slots.get("kern_gevraagd"):
            return {"kern": {"id": None, "naam": OVERGESLAGEN}, "kern_gevraagd": None}
        momenten = momenten_in(s.tekst)
        if momenten:  # when to call, said at the question where someone lives: kept, and the question stays open
            spreek(dispatcher, Uitkomst([s.zeg("moment_gehoord")], route="overdracht"))
            return {"kern": None, "wanneer": momenten}
        spreek(dispatcher, Uitkomst([s.zeg("kern_onbekend")], route="overdracht"))
        return {"kern": None, "kern_gevraagd": True}

    def validate_kind_leeftijd(
        self, waarde: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """An age as the entity component reads it; anything else counts as skipped."""
        bekend = isinstance(waarde, dict)
        return {"kind_leeftijd": waarde if bekend else {"jaren": None, "tekst": None}}


class ActieToonAanmelding(Actie):
    """Shows the aanmelding, filled with what was told, to read and approve."""

    naam: ClassVar[str] = "actie_toon_aanmelding"

    def doe(self, s: Situatie) -> Uitkomst:
        kaart = AanmeldingKaart(velden=concept_uit(s.slots))
        slots = {"wacht_op": None, "kern_gevraagd": None}
        return Uitkomst([s.zeg("aanmelding_klaar"), kaart], slots, "overdracht", s.slots.get("onderwerp"))
