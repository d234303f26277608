"""Rasa's message processor on our runner, our state and our actions; an error in an action is an error of the beurt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rasa.core.actions.action import Action, ActionExecutionRejection
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.engine.graph import ExecutionContext
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event

from assistant.brain.endpoint import InProcessEndpoint
from assistant.brain.runner import SequentialRunner
from assistant.brain.state import CarriedTrackerStore, Toestand
from assistant.components.contact import BEZIG


class ActieFout(Exception):
    """An action or a validator raised; the state of this beurt must not be kept."""


class _Getuige(Action):  # type: ignore[misc]
    """Runs an action for Rasa and notes what it raises: Rasa would log it and go on with an empty reply."""

    def __init__(self, actie: Action, fouten: list[BaseException]) -> None:
        self._actie, self._fouten = actie, fouten

    def name(self) -> str:
        return self._actie.name()  # type: ignore[no-any-return]

    def event_for_successful_execution(self, prediction: PolicyPrediction) -> Event:
        return self._actie.event_for_successful_execution(prediction)

    async def run(self, *args: Any, **kwargs: Any) -> list[Event]:
        try:
            return await self._actie.run(*args, **kwargs)  # type: ignore[no-any-return]
        except ActionExecutionRejection:
            raise
        except Exception as fout:
            self._fouten.append(fout)
            raise


@dataclass(frozen=True)
class Reactie:
    """What Rasa made of one message."""

    berichten: list[dict[str, Any]]
    toestand: Toestand
    intent: str
    zekerheid: float


class BrainProcessor(MessageProcessor):  # type: ignore[misc]
    """One per process, used by one thread."""

    def __init__(self, model: Path, map_: Path, endpoint: InProcessEndpoint) -> None:
        self._map = map_
        opslag = CarriedTrackerStore(Domain.empty())
        nlg = TemplatedNaturalLanguageGenerator({})
        super().__init__(model, opslag, InMemoryLockStore(), nlg, action_endpoint=endpoint)
        self._opslag, self._endpoint = opslag, endpoint
        opslag.domain = self.domain

    def _load_model(self, model_path: Path) -> tuple[str, ModelMetadata, GraphRunner]:  # type: ignore[override]
        opslag, metadata = LocalModelStorage.from_model_archive(self._map, model_path)
        context = ExecutionContext(graph_schema=metadata.predict_schema, model_id=metadata.model_id)
        return model_path.name, metadata, SequentialRunner.create(metadata.predict_schema, opslag, context)

    async def _run_action(self, action: Action, *rest: Any, **meer: Any) -> bool:
        return await super()._run_action(_Getuige(action, self._endpoint.fouten), *rest, **meer)  # type: ignore[no-any-return]

    async def beurt(self, gesprek: str, tekst: str, toestand: Toestand, metadata: dict[str, Any]) -> Reactie:
        """Handle one message from this state; raises ActieFout when an action failed, whatever Rasa thinks of it."""
        self._endpoint.fouten.clear()
        self._opslag.geef(gesprek, toestand)
        kanaal = CollectingOutputChannel()
        meta = metadata | {BEZIG: bool(toestand.formulier or toestand.slots.get("kaart_getoond"))}
        bericht = UserMessage(tekst, kanaal, gesprek, input_channel="voordeur", metadata=meta)
        try:
            tracker = await self.log_message(bericht, should_save_tracker=False)
            if tracker is None:
                raise ActieFout("geen tracker")
            tracker = await self.run_action_extract_slots(kanaal, tracker)
            await self._run_prediction_loop(kanaal, tracker)
            await self.save_tracker(tracker)
        finally:
            nieuw = self._opslag.neem(gesprek)
        if self._endpoint.fouten:
            raise ActieFout(type(self._endpoint.fouten[0]).__name__) from self._endpoint.fouten[0]
        intent = tracker.latest_message.intent if tracker.latest_message else {}
        return Reactie(kanaal.messages, nieuw, str(intent.get("name")), float(intent.get("confidence") or 0))
