"""What must stay the same in several places: domain, rules, examples, actions, texts and buttons."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.consult import KNOP, STAP
from actions.extra import EXTRA, veld_van
from actions.handover import FORMULIER
from actions.registry import VELDEN, alle_acties
from actions.talk import GEZEGDEN
from api.context import VASTE_KEUZES
from assistant.measure.intents_set import leerzinnen
from knowledge.current import KennisHouder
from tests.actions.hulp import GEREEDSCHAP, TEKSTEN

ROOT = Path(__file__).parents[2]
NLU = ROOT / "nlu_data"
ALLEEN_KNOP = {"toon_artikel", "toon_stap", *EXTRA}
BUITEN_RASA = {"wis_gesprek_nu"}
ZEGGERS = ("zeg", "zeg_met_knoppen", "knoppen")
IN_HET_FORMULIER = {"condition": [{"active_loop": FORMULIER}]}


def _lees(naam: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load((NLU / naam).read_text(encoding="utf-8"))
    return inhoud


DOMEIN, REGELS = _lees("domain.yml"), _lees("rules.yml")["rules"]
INTENTEN: list[str] = DOMEIN["intents"]
ACTIES = {actie.name() for actie in alle_acties(GEREEDSCHAP)}


VOORBEELDEN = leerzinnen()


def _regels(intent: str, *, in_formulier: bool) -> list[dict[str, Any]]:
    eerste = [(regel, regel["steps"][0].get("intent")) for regel in REGELS]
    return [r for r, i in eerste if i == intent and (IN_HET_FORMULIER.items() <= r.items()) is in_formulier]


@pytest.mark.parametrize("intent", INTENTEN)
def test_elke_intentie_heeft_een_regel_ook_midden_in_de_aanmelding(intent: str) -> None:
    assert _regels(intent, in_formulier=False)
    assert _regels(intent, in_formulier=True)


@pytest.mark.parametrize("intent", sorted(set(INTENTEN) - ALLEEN_KNOP))
def test_elke_intentie_heeft_twintig_voorbeelden(intent: str) -> None:
    assert len(set(VOORBEELDEN[intent])) >= 20


def test_een_intentie_van_alleen_een_knop_heeft_geen_voorbeelden() -> None:
    assert set(VOORBEELDEN) == set(INTENTEN) - ALLEEN_KNOP


def test_een_voorbeeld_hoort_bij_een_intentie() -> None:
    telling = Counter(zin.casefold() for zinnen in VOORBEELDEN.values() for zin in zinnen)
    assert [zin for zin, keer in telling.items() if keer > 1] == []


def test_geen_toetszin_staat_in_de_leerzinnen() -> None:
    geleerd = {zin.casefold() for zinnen in VOORBEELDEN.values() for zin in zinnen}
    toets = yaml.safe_load((ROOT / "tests/data/intenten.yml").read_text(encoding="utf-8"))
    assert [zin["tekst"] for zin in toets if zin["tekst"].casefold() in geleerd] == []
    assert {zin["intent"] for zin in toets} <= set(INTENTEN)


def test_elke_actie_van_het_domein_bestaat_en_andersom() -> None:
    assert set(DOMEIN["actions"]) == ACTIES
    assert len(DOMEIN["actions"]) == len(set(DOMEIN["actions"]))


def test_regels_noemen_alleen_acties_en_intenties_die_er_zijn() -> None:
    stappen = [stap for regel in REGELS for stap in regel["steps"]]
    genoemd = {stap["action"] for stap in stappen if "action" in stap}
    assert genoemd <= ACTIES | {FORMULIER, "action_deactivate_loop"}
    assert {stap["intent"] for stap in stappen if "intent" in stap} == set(INTENTEN)


def test_elke_actie_wordt_door_een_regel_of_het_formulier_gebruikt() -> None:
    genoemd = {stap["action"] for regel in REGELS for stap in regel["steps"] if "action" in stap}
    van_formulier = {f"action_ask_{veld}" for veld in VELDEN} | {f"validate_{FORMULIER}"}
    assert ACTIES - genoemd == van_formulier


def test_het_formulier_vraagt_wat_het_domein_verplicht_stelt() -> None:
    verplicht = DOMEIN["forms"][FORMULIER]["required_slots"]
    assert tuple(verplicht) == VELDEN
    assert {f"action_ask_{slot}" for slot in verplicht} <= ACTIES
    assert {f"uitleg_{slot}" for slot in verplicht} | {f"vraag_{slot}" for slot in verplicht} <= _ids()


def test_elk_slot_dat_een_actie_zet_staat_in_het_domein() -> None:
    gezet = {naam for pad in _code("actions") for naam in _slotnamen(pad)}
    assert gezet <= set(DOMEIN["slots"]) | {"requested_slot"}
    assert {"wacht_op", "verhaal", "getoond"} <= gezet


@pytest.mark.parametrize("keuze", sorted(TEKSTEN.labels))
def test_elke_knop_is_een_intentie_of_een_vaste_keuze(keuze: str) -> None:
    if keuze.startswith(STAP):
        assert KennisHouder().nu.stap(keuze.removeprefix(STAP)), keuze
    else:
        assert keuze in set(INTENTEN) | VASTE_KEUZES.keys() | BUITEN_RASA


def test_elke_vaste_keuze_die_naar_rasa_gaat_is_een_intentie() -> None:
    assert set(VASTE_KEUZES) - {"onveilig"} <= set(INTENTEN)


def test_elke_tekst_die_code_noemt_bestaat() -> None:
    genoemd = {tekst for map_ in ("actions", "assistant", "api") for pad in _code(map_) for tekst in _tekst_ids(pad)}
    assert genoemd <= _ids(), genoemd - _ids()
    assert {"helpt_dit", "storing", "begroeting"} <= genoemd
    assert {gezegde.tekst for gezegde in GEZEGDEN.values()} <= _ids()


def test_elke_tekst_wordt_gebruikt() -> None:
    genoemd = {tekst for map_ in ("actions", "assistant", "api") for pad in _code(map_) for tekst in _tekst_ids(pad)}
    genoemd |= {gezegde.tekst for gezegde in GEZEGDEN.values()}
    genoemd |= {f"{soort}_{veld}" for soort in ("vraag", "uitleg") for veld in VELDEN}
    genoemd |= {f"vraag_{veld_van(knop)}" for knop in EXTRA} | {tekst for tekst, _ in KNOP.values()}
    assert _ids() - genoemd == set()


def _ids() -> set[str]:
    return {zinnen.id for zinnen in TEKSTEN}  # type: ignore[attr-defined]


def _code(map_: str) -> Iterator[Path]:
    return (ROOT / map_).rglob("*.py")


def _tekst_ids(pad: Path) -> Iterator[str]:
    """Constants given to `.zeg(...)`, `.zeg_met_knoppen(...)` and `.knoppen(...)`, also inside an if-else."""
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        roep = isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr in ZEGGERS
        for delen in knoop.args[:1] if roep else []:
            keuzes = [delen.body, delen.orelse] if isinstance(delen, ast.IfExp) else [delen]
            yield from (str(d.value) for d in keuzes if isinstance(d, ast.Constant))


def _slotnamen(pad: Path) -> Iterator[str]:
    """Keys of dictionaries named `slots` or `nieuw`, and of every `slots[...] = ...`; names read with `slots.get`."""
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Assign | ast.AugAssign | ast.AnnAssign):
            doelen = knoop.targets if isinstance(knoop, ast.Assign) else [knoop.target]
            namen = [doel.id for doel in doelen if isinstance(doel, ast.Name)]
            if {"slots", "nieuw"} & set(namen):
                dicts = [d for d in ast.walk(knoop) if isinstance(d, ast.Dict)]
                yield from (str(k.value) for d in dicts for k in d.keys if isinstance(k, ast.Constant))
        if (
            isinstance(knoop, ast.Call)
            and isinstance(knoop.func, ast.Attribute)
            and knoop.func.attr in ("get", "get_slot")
        ):
            eigenaar = ast.unparse(knoop.func.value)
            if eigenaar.endswith("slots") or eigenaar == "tracker":
                yield from (str(a.value) for a in knoop.args[:1] if isinstance(a, ast.Constant))
