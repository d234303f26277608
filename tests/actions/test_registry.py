"""What holds for every action, whatever it does: a reply, cards that travel as JSON, and slots that Rasa knows."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter
from rasa_sdk import Action

from actions.base import Actie
from actions.kaarten import Kaart, KaartUnie
from actions.registry import alle_acties
from tests.actions.hulp import GEREEDSCHAP, MAANDAG, dispatcher, tracker

KAART: TypeAdapter[Kaart] = TypeAdapter(KaartUnie)
DOMEIN = yaml.safe_load((Path(__file__).parents[2] / "nlu_data/domain.yml").read_text(encoding="utf-8"))
ACTIES = [actie for actie in alle_acties(GEREEDSCHAP) if isinstance(actie, Actie)]
SITUATIES: dict[str, dict[str, Any]] = {
    "nieuw": {"tekst": "mijn peuter komt steeds uit bed"},
    "knop": {"tekst": "/knop"},
    "leeg": {"tekst": ""},
    "midden in een gesprek": {
        "tekst": "dat helpt niet", "rol": "jongere", "onderwerp": "slapen", "artikel": "slapen/uit-bed",
        "getoond": ["slapen/uit-bed"], "verhaal": ["hij slaapt niet"], "laatste_vraag": "hij slaapt niet",
        "kind_leeftijd": {"jaren": 3.0, "tekst": "3 jaar"}, "kern": {"id": "oost", "naam": "Oosteind"},
        "aangeboden": ["buurt", "jgt"], "misverstanden": 1, "requested_slot": "kern", "wacht_op": "aanmelden",
    },
    "over een artikel dat weg is": {"tekst": "en dan?", "artikel": "slapen/weg", "gekozen_artikel": "pgb/oud"},
}  # fmt: skip

VOLGT_EEN_VRAAG = {"actie_begin_aanmelding"}  # the form speaks in the same beurt


def _run(actie: Action, gemeente: str, **wat: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    spreker, meta = dispatcher(), {"gemeente": gemeente, "nu": MAANDAG.isoformat(), "kiem": "g:3"}
    events = asyncio.run(actie.run(spreker, tracker(metadata=meta, **wat), {}))
    return events, [bericht["custom"] for bericht in spreker.messages]


@pytest.mark.parametrize("situatie", SITUATIES.values(), ids=list(SITUATIES))
@pytest.mark.parametrize("gemeente", ["dam", "stal"])
@pytest.mark.parametrize("actie", ACTIES, ids=lambda actie: actie.name())
def test_elke_actie_antwoordt_in_elke_situatie_met_heel_overkomende_kaarten(
    actie: Actie, gemeente: str, situatie: dict[str, Any]
) -> None:
    events, gezegd = _run(actie, gemeente, **situatie)
    kaarten = [inhoud["kaart"] for inhoud in gezegd if "kaart" in inhoud]
    assert kaarten or actie.name() in VOLGT_EEN_VRAAG, "nooit stil"
    for kaart in json.loads(json.dumps(kaarten)):
        assert KAART.validate_python(kaart).model_dump(mode="json") == kaart
    assert json.loads(json.dumps(events)) == events
    assert {event["name"] for event in events if event["event"] == "slot"} <= set(DOMEIN["slots"])
    assert "{" not in json.dumps([kaart.get("tekst") for kaart in kaarten]), "alles is ingevuld"


def test_geen_actie_heet_als_een_andere() -> None:
    namen = [actie.name() for actie in alle_acties(GEREEDSCHAP)]
    assert len(namen) == len(set(namen))


def test_wacht_op_krijgt_alleen_waarden_die_het_domein_kent() -> None:
    toegestaan = {None, *DOMEIN["slots"]["wacht_op"]["values"]}
    gezet = {
        event["value"] for actie in ACTIES for wat in SITUATIES.values() for event in _run(actie, "dam", **wat)[0]
        if event["event"] == "slot" and event["name"] == "wacht_op"
    }  # fmt: skip
    assert {None, "helpt", "aanmelden"} == gezet <= toegestaan
