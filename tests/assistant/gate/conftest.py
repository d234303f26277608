"""The rules and the help lines, read once; and the sentences of our own that the gate is held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.gate.urgency import Urgentieregels
from knowledge.models import Hulplijn
from knowledge.yaml_file import bouw, lees_yaml

HIER = Path(__file__).parent
ROOT = HIER.parents[2]


@pytest.fixture(scope="session")
def regels() -> Urgentieregels:
    return Urgentieregels()


@pytest.fixture(scope="session")
def hulplijnen() -> Mapping[str, Hulplijn]:
    tekst = (ROOT / "knowledge/landelijk/hulplijnen.yml").read_text(encoding="utf-8")
    data = lees_yaml(tekst, "hulplijnen.yml")["hulplijnen"]
    lijnen = bouw(list[Hulplijn], data, tekst=tekst, bestand="hulplijnen.yml", onder=("hulplijnen",))
    return {lijn.id: lijn for lijn in lijnen}


def lees_zinnen(naam: str) -> dict[str, Any]:
    return yaml.safe_load((HIER / naam).read_text(encoding="utf-8"))


def zinnen(naam: str, *soorten: str) -> Iterator[tuple[str, str]]:
    for groep, delen in lees_zinnen(naam).items():
        for soort in soorten:
            for zin in delen.get(soort, []):
                yield groep, zin
