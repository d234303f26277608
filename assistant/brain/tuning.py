"""The few inner parts of Rasa that do the same work again for every message, replaced once, each with the reason."""

from __future__ import annotations

import logging
from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event
from rasa.shared.exceptions import RasaException
from rasa.shared.utils.common import all_subclasses


def stem_af() -> None:
    """Apply every replacement; calling it again changes nothing."""
    _valideer_de_vorm_zelf()
    _zoek_events_in_een_tabel()
    _houd_rasa_stil()


def _valideer_de_vorm_zelf() -> None:
    """Rasa compiles and walks a JSON schema for every action's answer. The actions are our own: their shape is checked here,
    their content when Rasa reads the events."""
    bekend = {soort.type_name for soort in all_subclasses(Event)}

    def valideer(self: RemoteAction, result: dict[str, Any]) -> bool:
        events, responses = result.get("events"), result.get("responses")
        if not isinstance(events, list) or not isinstance(responses, list):
            raise RasaException("een actie gaf geen events en responses")
        if not all(isinstance(event, dict) and event.get("event") in bekend for event in events):
            raise RasaException("een actie gaf een event dat Rasa niet kent")
        return True

    RemoteAction._validate_action_result = valideer


def _zoek_events_in_een_tabel() -> None:
    """Rasa walks all subclasses of Event for every event it reads: look the name up in a table."""
    tabel = {soort.type_name: soort for soort in reversed(all_subclasses(Event))}

    def zoek(type_name: str, default: type[Event] | None = None) -> type[Event] | None:
        return tabel.get(type_name, default)

    Event.resolve_by_type = staticmethod(zoek)


def _houd_rasa_stil() -> None:
    """Rasa's logs hold message text, at DEBUG and in its exceptions: nothing of it is let through."""
    for naam in ("rasa", "rasa_sdk"):
        logging.getLogger(naam).setLevel(logging.CRITICAL + 1)  # noqa: TID251 - silences others
