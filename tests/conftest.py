"""What tests on every floor share: the shipped content, the tools of an action, and the model that ./run uses."""

from __future__ import annotations

import fcntl
import json
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from actions.context import Gereedschap
from actions.texts import Teksten
from assistant.brain.brain import Brein
from assistant.brain.build import bouw_processor
from assistant.brain.training import BEWIJS, MODEL, is_actueel, train
from assistant.gate.danger import Gevaarlezer
from assistant.ordinary import onderwerp_van
from knowledge.base import Kennisbank
from knowledge.current import KennisHouder

structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))  # Rasa says a lot
ROOT = Path(__file__).parents[1]
GETRAIND = ROOT / "gegevens/model"
LADEN_S = 90


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The first test with the model may have to train it; on a busy machine that takes more than the usual two minutes."""
    for item in items:
        if item.get_closest_marker("rasa") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(300))


@pytest.fixture(scope="session")
def kennis() -> Kennisbank:
    """The shipped content."""
    return Kennisbank.laad(index_map=GETRAIND.parent / "index")


@pytest.fixture(scope="session")
def gevaar() -> Gevaarlezer:
    """The rules and the danger model that ./run would use, learnt first when its input changed."""
    return Gevaarlezer.open(GETRAIND, onderwerp_van(KennisHouder(index_map=GETRAIND.parent / "index")))


@pytest.fixture(scope="session")
def gereedschap(kennis: Kennisbank) -> Gereedschap:
    """The shipped content and texts, as an action gets them."""
    return Gereedschap(KennisHouder(kennis=kennis), Teksten.laad())


@pytest.fixture(scope="session")
def model_map(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A copy of the model that ./run would use, trained first when its input changed; one copy for all workers."""
    basis = tmp_path_factory.getbasetemp()
    map_ = (basis if worker_id == "master" else basis.parent) / "model"
    GETRAIND.mkdir(parents=True, exist_ok=True)
    with (GETRAIND.parent / "model.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not (map_ / BEWIJS).exists():
            if not is_actueel(GETRAIND):
                train(GETRAIND)
            map_.mkdir()
            for naam in (MODEL, BEWIJS):
                shutil.copy(GETRAIND / naam, map_ / naam)
    assert json.loads((map_ / BEWIJS).read_text())["model"]
    return map_


@pytest.fixture(scope="session")
def brein(model_map: Path, gereedschap: Gereedschap) -> Iterator[Brein]:
    """Rasa with the real model and the real actions, ready to answer."""
    _ = (
        gereedschap.kennis.nu.zoeker
    )  # built first, as the server does: a busy machine must not make the first beurt late
    brein = Brein(lambda: bouw_processor(model_map, gereedschap), termijn=60)
    brein.start()
    assert brein.wacht(LADEN_S), "Rasa was niet op tijd klaar"
    yield brein
    brein.stop()
