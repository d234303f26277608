"""Actions in this process: the object Rasa calls instead of an action server over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rasa.core.actions.action import ActionExecutionRejection as RasaWeigering
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection as SdkWeigering

Antwoord = dict[str, Any]


class InProcessEndpoint:
    """Runs an action and answers as the action server would: JSON in, JSON out.

    Rasa swallows what an action raises; `fouten` keeps it, so that the beurt can be given to fallback.
    """

    url = "in-process"

    def __init__(self, acties: Iterable[Action]) -> None:
        self.kwargs: dict[str, Any] = {"enable_selective_domain": True}
        self._acties = {actie.name(): actie for actie in acties}
        self.fouten: list[BaseException] = []

    async def request(self, method: str = "post", *, json: Antwoord, **_: Any) -> Antwoord:
        """Run `next_action` on a copy of the tracker; raises what the action raises, after noting it."""
        try:
            return await self._voer_uit(json)
        except SdkWeigering as weigering:
            raise RasaWeigering(weigering.action_name, weigering.message) from weigering
        except Exception as fout:
            self.fouten.append(fout)
            raise

    async def _voer_uit(self, oproep: Antwoord) -> Antwoord:
        naam = oproep["next_action"]
        tracker = Tracker.from_dict(_kopie(oproep["tracker"]))
        dispatcher = CollectingDispatcher()
        events = await self._acties[naam].run(dispatcher, tracker, oproep.get("domain", {}))
        geldig = ActionExecutor.validate_events(events or [], naam)
        return _kopie({"events": geldig, "responses": dispatcher.messages})  # type: ignore[no-any-return]


def _kopie(inhoud: Any) -> Any:
    """A deep copy that also proves that this could have travelled as JSON."""
    return json.loads(json.dumps(inhoud))
