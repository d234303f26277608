"""A conversation with the real model, and a brain whose actions can be made to misbehave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Action

from actions.context import Gereedschap
from actions.registry import alle_acties
from assistant.brain.brain import Brein
from assistant.brain.endpoint import InProcessEndpoint
from assistant.brain.processor import BrainProcessor
from assistant.brain.training import model_of_fout
from assistant.brain.tuning import stem_af
from knowledge.base import Kennisbank
from tests.assistant.brain.hulp import Gesprek, metadata
from tests.conftest import LADEN_S


@pytest.fixture
def gesprek(brein: Brein, kennis: Kennisbank) -> Gesprek:
    """A new conversation with the real brain."""
    return Gesprek(brein, metadata(kennis))


class Grillig(Action):
    """The real action, until a test gives it something else to do."""

    def __init__(self, echt: Action) -> None:
        self.echt = echt
        self.doe: Any = None

    def name(self) -> str:
        return str(self.echt.name())

    async def run(self, dispatcher: Any, tracker: Any, domain: Any) -> Any:
        if self.doe is not None:
            return self.doe(dispatcher, tracker, domain)
        return await self.echt.run(dispatcher, tracker, domain)


@dataclass
class GrilligBrein:
    """A real brain with the actions to spoil, by name, and the processors of its lives."""

    brein: Brein
    acties: dict[str, Grillig]
    processors: list[BrainProcessor]

    def bederf(self, naam: str, doe: Any) -> None:
        """From now on this action does this."""
        self.acties[naam].doe = doe

    def herstel(self) -> None:
        """All actions are themselves again."""
        for actie in self.acties.values():
            actie.doe = None


@pytest.fixture(scope="module")
def _grillig_brein(
    model_map: Path, gereedschap: Gereedschap, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GrilligBrein]:
    acties = {actie.name(): Grillig(actie) for actie in alle_acties(gereedschap)}
    processors: list[BrainProcessor] = []

    def laad() -> BrainProcessor:
        stem_af()
        model, map_ = model_of_fout(model_map), tmp_path_factory.mktemp("grillig")
        processors.append(BrainProcessor(model, map_, InProcessEndpoint(acties.values())))
        return processors[-1]

    _ = gereedschap.kennis.nu.zoeker
    brein = Brein(laad, termijn=4)
    brein.start()
    assert brein.wacht(LADEN_S)
    yield GrilligBrein(brein, acties, processors)
    brein.stop()


@pytest.fixture
def grillig(_grillig_brein: GrilligBrein) -> Iterator[GrilligBrein]:
    """A brain whose actions can be spoilt; whole again for the next test."""
    assert _grillig_brein.brein.wacht(LADEN_S)
    yield _grillig_brein
    _grillig_brein.herstel()
