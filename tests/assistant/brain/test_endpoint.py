"""Actions in-process behave as over HTTP: JSON copies both ways, and nothing that they raise is lost."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa.core.actions.action import ActionExecutionRejection as RasaWeigering
from rasa_sdk import Action
from rasa_sdk.events import SlotSet
from rasa_sdk.interfaces import ActionExecutionRejection as SdkWeigering

from assistant.brain.endpoint import InProcessEndpoint


class Proef(Action):
    """Does what the test gives it."""

    def __init__(self, doe: Any) -> None:
        self._doe = doe

    def name(self) -> str:
        return "actie_proef"

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> Any:
        return self._doe(dispatcher, tracker, domain)


def _oproep(naam: str = "actie_proef") -> dict[str, Any]:
    tracker = {
        "sender_id": "g", "slots": {"verhaal": ["een"]}, "latest_message": {"text": "hoi"}, "events": [],
        "paused": False, "followup_action": None, "active_loop": {}, "latest_action_name": None,
    }  # fmt: skip
    return {"next_action": naam, "tracker": tracker, "domain": {"intents": ["groet"]}}


def _roep(doe: Any, oproep: dict[str, Any] | None = None) -> tuple[InProcessEndpoint, Any]:
    endpoint = InProcessEndpoint([Proef(doe)])
    return endpoint, asyncio.run(endpoint.request(json=oproep or _oproep()))


def _mislukt(doe: Any, soort: type[BaseException], oproep: dict[str, Any] | None = None) -> InProcessEndpoint:
    endpoint = InProcessEndpoint([Proef(doe)])
    with pytest.raises(soort):
        asyncio.run(endpoint.request(json=oproep or _oproep()))
    return endpoint


def test_een_actie_antwoordt_met_events_en_berichten() -> None:
    def doe(dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
        dispatcher.utter_message(json_message={"kaart": {"soort": "tekst"}})
        return [SlotSet("rol", tracker.latest_message["text"])]

    endpoint, antwoord = _roep(doe)
    assert antwoord["events"][0] | {"timestamp": None} == {
        "event": "slot", "name": "rol", "value": "hoi", "timestamp": None,
    }  # fmt: skip
    assert antwoord["responses"][0]["custom"] == {"kaart": {"soort": "tekst"}}
    assert endpoint.fouten == []


def test_geen_events_mag_ook() -> None:
    _, antwoord = _roep(lambda *_: None)
    assert antwoord == {"events": [], "responses": []}


def test_een_event_zonder_soort_wordt_weggelaten_zoals_bij_de_actieserver() -> None:
    _, antwoord = _roep(lambda *_: [{"geen": "event"}, SlotSet("rol", "ouder")])
    assert [event["event"] for event in antwoord["events"]] == ["slot"]


def test_wat_een_actie_met_de_tracker_doet_raakt_rasa_niet() -> None:
    oproep = _oproep()

    def doe(dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
        tracker.slots["verhaal"].append("stiekem")
        return []

    _roep(doe, oproep)
    assert oproep["tracker"]["slots"] == {"verhaal": ["een"]}


def test_wat_een_actie_teruggeeft_is_een_kopie() -> None:
    waarde = ["een"]
    _, antwoord = _roep(lambda *_: [SlotSet("verhaal", waarde)])
    waarde.append("later")
    assert antwoord["events"][0]["value"] == ["een"]


def test_een_weigering_van_de_sdk_wordt_die_van_rasa_en_is_geen_fout() -> None:
    def weiger(*_: Any) -> None:
        raise SdkWeigering("actie_proef", "liever niet")

    assert _mislukt(weiger, RasaWeigering).fouten == []


def test_wat_een_actie_gooit_wordt_bewaard_en_doorgegeven() -> None:
    def stuk(*_: Any) -> None:
        raise LookupError("weg")

    assert [type(fout) for fout in _mislukt(stuk, LookupError).fouten] == [LookupError]


@pytest.mark.parametrize("waarde", [object(), {1, 2}, b"bytes"])
def test_een_waarde_die_geen_json_is_is_een_fout(waarde: object) -> None:
    assert len(_mislukt(lambda *_: [SlotSet("rol", waarde)], TypeError).fouten) == 1


def test_een_onbekende_actie_is_een_fout() -> None:
    assert len(_mislukt(lambda *_: [], KeyError, _oproep("actie_weg")).fouten) == 1
