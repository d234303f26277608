"""Facts told in passing, measured on 320 messages by a writer who does not know the rules (tests/data/entiteiten.yml)."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from assistant.facts import feiten_in
from knowledge.base import Kennisbank
from tests.actions.test_drift import ROOT

LAAGSTE = 0.9
LOS = {"al", "de", "het", "een"}


@pytest.fixture(scope="module")
def gelezen(kennis: Kennisbank) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What each message says by its writer, and what the rules make of it."""
    gemeente = kennis.gemeente("kaag-en-braassem")
    kernen: dict[str, dict[str, str]] = {gemeente.naam.lower(): {}}
    kernen |= {n.lower(): {"id": k.id, "naam": k.naam} for k in gemeente.kernen for n in (k.naam, *k.ook)}
    rijen = yaml.safe_load((ROOT / "tests/data/entiteiten.yml").read_text(encoding="utf-8"))
    return [(rij, _gevonden(rij["tekst"], kernen)) for rij in rijen]


def _gevonden(tekst: str, kernen: dict[str, dict[str, str]]) -> dict[str, Any]:
    eerst: dict[str, Any] = {}
    for feit in feiten_in(tekst, kernen):
        eerst.setdefault({"getal": "leeftijd"}.get(feit.soort, feit.soort), feit.waarde)
    leeftijd, kern = eerst.get("leeftijd"), eerst.get("kern")
    return eerst | {"leeftijd": leeftijd and leeftijd["jaren"], "kern": kern and kern["id"]}


def _klopt(soort: str, verwacht: Any, gegeven: Any) -> bool:
    if verwacht is None or gegeven is None:
        return False
    if soort == "leeftijd":
        return bool(abs(verwacht - gegeven) <= max(0.15, 0.03 * verwacht))
    if soort == "duur":  # where a stretch of text begins and ends is arbitrary: overlap counts
        return bool((set(verwacht.lower().split()) & set(gegeven.lower().split())) - LOS)
    return bool(verwacht == gegeven)


@pytest.mark.parametrize("soort", ["leeftijd", "kern", "duur", "rol"])
def test_de_f1_is_minstens_negentig_procent(gelezen: list[tuple[dict[str, Any], dict[str, Any]]], soort: str) -> None:
    paren = [(rij[soort], gegeven.get(soort)) for rij, gegeven in gelezen]
    raak = sum(_klopt(soort, *paar) for paar in paren)
    verwacht = sum(v is not None for v, _ in paren)
    gegeven = sum(g is not None for _, g in paren)
    assert verwacht >= 70, "genoeg om iets te zeggen"
    assert 2 * raak / (verwacht + gegeven) >= LAAGSTE
