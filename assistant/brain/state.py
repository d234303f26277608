"""The state of one conversation: slots and active form, nothing else. Small, versioned, independent of clocks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from actions.heard import gehoord_in
from actions.told import aangevuld

VORM = 1


class OnleesbareToestand(Exception):
    """A stored state that is not one of ours."""


@dataclass(frozen=True)
class Toestand:
    """What is kept between two beurten. A new conversation has an empty one."""

    slots: dict[str, Any] = field(default_factory=dict)
    formulier: str | None = None

    def met(self, slots: Mapping[str, Any], ongehoord: Sequence[str] = ()) -> Toestand:
        """The same state with these slots, and with what Rasa did not hear at the end of the visitor's story."""
        erbij = dict(slots)
        if ongehoord:
            for tekst in ongehoord:
                erbij = gehoord_in(tekst, self.slots | erbij) | erbij
            erbij["verhaal"] = aangevuld(self.slots.get("verhaal"), *ongehoord)
            erbij["laatste_vraag"] = self.slots.get("laatste_vraag") or ongehoord[-1]
        return Toestand(self.slots | erbij, self.formulier)

    def naar_bytes(self) -> bytes:
        """As stored; the api encrypts it."""
        inhoud = {"vorm": VORM, "slots": self.slots, "formulier": self.formulier}
        return json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def uit_bytes(cls, ruw: bytes | None) -> Toestand:
        """From storage; raises OnleesbareToestand when it is damaged or from another version."""
        if ruw is None:
            return cls()
        try:
            inhoud = json.loads(ruw)
            slots, formulier = inhoud["slots"], inhoud["formulier"]
            if inhoud["vorm"] != VORM or not isinstance(slots, dict) or not isinstance(formulier, str | None):
                raise OnleesbareToestand("andere vorm")
            return cls(slots, formulier)
        except (ValueError, KeyError, TypeError, RecursionError) as fout:
            raise OnleesbareToestand("geen toestand") from fout


def tracker_van(toestand: Toestand, gesprek: str, domain: Domain) -> DialogueStateTracker:
    """A tracker that stands where the conversation stood: listening, with these slots and this form."""
    tracker = DialogueStateTracker(gesprek, domain.slots)
    bekend = {slot.name for slot in domain.slots}
    events = [SlotSet(naam, waarde) for naam, waarde in toestand.slots.items() if naam in bekend]
    formulier = [ActiveLoop(toestand.formulier)] if toestand.formulier in domain.form_names else []
    for event in [ActionExecuted("action_session_start"), SessionStarted(), *events, *formulier]:
        tracker.update(event, domain)
    tracker.update(ActionExecuted(ACTION_LISTEN_NAME), domain)
    return tracker


def toestand_van(tracker: DialogueStateTracker) -> Toestand:
    """What must be kept of this tracker."""
    slots = {naam: slot.value for naam, slot in tracker.slots.items() if slot.value is not None}
    return Toestand(slots, tracker.active_loop_name)


class CarriedTrackerStore(TrackerStore):  # type: ignore[misc]
    """Rasa's tracker store for one beurt at a time: the state is handed in before and taken out after the message.

    Storing is the api's work, in the same transaction as the beurt itself.
    """

    def __init__(self, domain: Domain) -> None:
        super().__init__(domain)
        self._toestanden: dict[str, Toestand] = {}

    def geef(self, gesprek: str, toestand: Toestand) -> None:
        """Put the state in place before the message is handled."""
        self._toestanden[gesprek] = toestand

    def neem(self, gesprek: str) -> Toestand:
        """Take the state out; nothing of the conversation stays behind here."""
        return self._toestanden.pop(gesprek)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Called by Rasa."""
        toestand = self._toestanden.get(sender_id)
        return None if toestand is None else tracker_van(toestand, sender_id, self.domain)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Called by Rasa at the end of a message."""
        self._toestanden[tracker.sender_id] = toestand_van(tracker)

    async def keys(self) -> list[str]:
        """Called by Rasa; the conversations of this moment."""
        return list(self._toestanden)
