"""One shape for every action: look at the situation, return an outcome. rasa-sdk's dispatcher is spoken to here only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.context import Gereedschap, Situatie
from actions.heard import gehoord_in
from actions.kaarten import Kaart, Kandidaat, Route
from actions.shown import getoond
from actions.told import wanneer_te_bereiken

EEN_BEURT = ("erbij", "buurt_vers")  # slots that are about the next message only


@dataclass(frozen=True)
class Uitkomst:
    """What one action leads to: cards to show, slots to remember, and where the beurt went."""

    kaarten: list[Kaart] = field(default_factory=list)
    slots: Mapping[str, Any] = field(default_factory=dict)
    route: Route | None = None
    onderwerp: str | None = None
    artikel: str | None = None
    kandidaten: list[Kandidaat] = field(default_factory=list)
    volgende: str | None = None


def spreek(dispatcher: CollectingDispatcher, uitkomst: Uitkomst) -> None:
    """Hand the outcome to the dispatcher: every card as a message, and what the beurt was about."""
    for kaart in uitkomst.kaarten:
        dispatcher.utter_message(json_message={"kaart": kaart.model_dump(mode="json")})
    over: dict[str, Any] = {"route": uitkomst.route, "onderwerp": uitkomst.onderwerp, "artikel": uitkomst.artikel}
    if any(over.values()) or uitkomst.kandidaten:
        over["kandidaten"] = [kandidaat.model_dump() for kandidaat in uitkomst.kandidaten]
        dispatcher.utter_message(json_message={"over": over})


class Actie(Action):  # type: ignore[misc]
    """An action of Voordeur. A subclass names itself and implements `doe`."""

    naam: ClassVar[str]

    def __init__(self, gereedschap: Gereedschap) -> None:
        self._gereedschap = gereedschap

    def name(self) -> str:
        """The name under which rules call this action."""
        return self.naam

    def doe(self, s: Situatie) -> Uitkomst:
        """What this action does in this situation."""
        raise NotImplementedError

    def beslis(self, s: Situatie) -> Uitkomst:
        """What the beurt leads to; `doe`, unless a kind of action looks at something else first."""
        return self.doe(s)

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Called by Rasa; see `doe`. What was told for the aanmelding is kept whatever the message leads to."""
        s = Situatie.van(tracker, self._gereedschap)
        gehoord = gehoord_in(s.tekst, s.slots) | wanneer_te_bereiken(s)
        s = replace(s, slots=s.slots | gehoord)
        uitkomst = self.beslis(s)
        spreek(dispatcher, uitkomst)
        voorbij = {naam: None for naam in EEN_BEURT if s.slots.get(naam) is not None}
        slots = voorbij | gehoord | getoond(s.slots, s.intent, uitkomst.kaarten) | dict(uitkomst.slots)
        events: list[EventType] = [SlotSet(naam, waarde) for naam, waarde in slots.items()]
        return [*events, FollowupAction(uitkomst.volgende)] if uitkomst.volgende else events
