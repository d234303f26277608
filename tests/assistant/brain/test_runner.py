"""Our runner and our policy give what Rasa's own give, on the real model."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.graph import ExecutionContext
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelMetadata
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.brain.runner import SequentialRunner
from assistant.brain.state import Toestand, tracker_van
from assistant.brain.training import model_of_fout
from assistant.components.rules import LeanRulePolicy

pytestmark = pytest.mark.rasa
ROOT = Path(__file__).parents[3]
ZINNEN = [
    "hallo", "mijn zoontje van 3 slaapt niet", "ja graag", "14", "sla over", "wat een kutsysteem", "kan ik iemand bellen",
    "/wil_mens", '/toon_artikel{"gekozen_artikel": "slapen/bedritueel"}', "leimuiden", "😀", "is er iets te doen",
]  # fmt: skip
FORMULIER = "concept_formulier"
TOESTANDEN = [
    Toestand(), Toestand({"wacht_op": "helpt"}), Toestand({"wacht_op": "aanmelden", "rol": "ouder"}),
    Toestand({"requested_slot": "kern", "verhaal": ["x"]}, FORMULIER), Toestand({"requested_slot": "zorg"}, FORMULIER),
]  # fmt: skip


class Twee:
    """The same model in our runner and in Rasa's."""

    def __init__(self, model: Path, mappen: Callable[[str], Path]) -> None:
        self.onze = self._laad(SequentialRunner, model, mappen("onze"))
        self.rasa = self._laad(DaskGraphRunner, model, mappen("rasa"))

    def _laad(self, soort: type[GraphRunner], model: Path, map_: Path) -> GraphRunner:
        opslag, self.meta = LocalModelStorage.from_model_archive(map_, model)
        context = ExecutionContext(graph_schema=self.meta.predict_schema, model_id=self.meta.model_id)
        return soort.create(self.meta.predict_schema, opslag, context)


@pytest.fixture(scope="module")
def twee(model_map: Path, tmp_path_factory: pytest.TempPathFactory) -> Twee:
    return Twee(model_of_fout(model_map), tmp_path_factory.mktemp)


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "nlu_data/domain.yml"))


def _gelezen(runner: GraphRunner, meta: ModelMetadata, zin: str) -> dict[str, Any]:
    bericht = UserMessage(
        zin, sender_id="g", metadata={"kernen": {"leimuiden": {"id": "leimuiden", "naam": "Leimuiden"}}}
    )
    uitvoer = runner.run(inputs={PLACEHOLDER_MESSAGE: [bericht]}, targets=[meta.nlu_target])
    gelezen: dict[str, Any] = uitvoer[meta.nlu_target][0].as_dict(only_output_properties=True)
    return gelezen


@pytest.mark.parametrize("zin", ZINNEN)
def test_een_zin_wordt_precies_zo_gelezen_als_door_rasas_eigen_runner(twee: Twee, zin: str) -> None:
    onze, rasa = _gelezen(twee.onze, twee.meta, zin), _gelezen(twee.rasa, twee.meta, zin)
    assert onze == rasa
    assert onze["intent"]["name"]


def _trackers(domain: Domain) -> Iterator[DialogueStateTracker]:
    """Every intent from every kind of state, before and after the first action."""
    for toestand in TOESTANDEN:
        for intent in domain.intents:
            tracker = tracker_van(toestand, "g", domain)
            tracker.update(UserUttered(f"/{intent}", {"name": intent, "confidence": 1.0}), domain)
            yield tracker
            na = tracker.copy()
            na.update(ActionExecuted("actie_groet"), domain)
            yield na


def test_elke_toestand_leidt_tot_dezelfde_actie_als_bij_rasas_eigen_runner(twee: Twee, domain: Domain) -> None:
    doel = twee.meta.core_target
    for tracker in list(_trackers(domain))[::7]:
        onze, rasa = (
            r.run(inputs={PLACEHOLDER_TRACKER: tracker.copy()}, targets=[doel])[doel] for r in (twee.onze, twee.rasa)
        )
        assert onze.probabilities == rasa.probabilities
        assert onze.policy_name == rasa.policy_name


def test_de_snelle_regels_voorspellen_hetzelfde_als_rasas_eigen_regels(twee: Twee, domain: Domain) -> None:
    snel = _policy(twee.onze)
    rasa = copy.copy(snel)
    rasa.__class__ = RulePolicy
    voorspeld = set()
    for tracker in _trackers(domain):
        een, twee_ = (p.predict_action_probabilities(tracker.copy(), domain) for p in (snel, rasa))
        assert een.probabilities == twee_.probabilities, tracker.latest_message.text
        assert een.is_no_user_prediction == twee_.is_no_user_prediction
        assert een.is_end_to_end_prediction == twee_.is_end_to_end_prediction
        voorspeld.add(een.max_confidence_index)
    assert len(voorspeld) > 25, "de toestanden raken bijna alle acties"


def _policy(runner: Any) -> LeanRulePolicy:
    onderdelen = [knoop._component for knoop in runner._nodes.values()]
    (policy,) = [onderdeel for onderdeel in onderdelen if isinstance(onderdeel, LeanRulePolicy)]
    return policy


def test_de_volgorde_wordt_een_keer_uitgerekend(twee: Twee) -> None:
    _gelezen(twee.onze, twee.meta, "hallo")
    volgordes = dict(twee.onze._volgordes)  # type: ignore[attr-defined]
    _gelezen(twee.onze, twee.meta, "doei")
    assert all(twee.onze._volgordes[doel] is volgorde for doel, volgorde in volgordes.items())  # type: ignore[attr-defined]


def test_zonder_doel_geeft_de_runner_alle_doelen_van_het_schema(twee: Twee, domain: Domain) -> None:
    tracker = tracker_van(Toestand(), "g", domain)
    invoer = {PLACEHOLDER_MESSAGE: [UserMessage("hallo")], PLACEHOLDER_TRACKER: tracker}
    assert set(twee.onze.run(inputs=invoer)) == set(twee.rasa.run(inputs=invoer))
