"""docs/asvs.md says what we meet and what proves it: every group is there, and every proof exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from api.settings import ROOT

TEKST = (ROOT / "docs/asvs.md").read_text(encoding="utf-8")
GROEPEN = {1: 5, 2: 4, 3: 7, 4: 4, 5: 4, 6: 8, 7: 6, 8: 4, 9: 2, 10: 7, 11: 7, 12: 3, 13: 4, 14: 3, 15: 4, 16: 5, 17: 3}
"""How many groups each chapter of ASVS 5.0.0 has."""
STANDEN = {"ja", "deels", "nee", "n.v.t."}
REGELS = [
    [deel.strip() for deel in regel.strip("|").split("|")] for regel in TEKST.splitlines() if re.match(r"\| V\d", regel)
]
BEWIJZEN = sorted(
    {
        een
        for een in re.findall(r"`([^`\s]+)`", TEKST)
        if re.match(r"(api|assistant|docs|knowledge|tests)/|requirements", een)
    }
)


@cache
def namen_in(pad: Path) -> frozenset[str]:
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    return frozenset(
        knoop.name for knoop in ast.walk(boom) if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def test_elke_groep_van_de_standaard_staat_er_een_keer_op_volgorde() -> None:
    verwacht = [f"V{hoofdstuk}.{n}" for hoofdstuk, aantal in GROEPEN.items() for n in range(1, aantal + 1)]
    assert [regel[0].split()[0] for regel in REGELS] == verwacht


@pytest.mark.parametrize("bewijs", BEWIJZEN)
def test_elk_bestand_en_elke_test_die_er_staat_bestaat(bewijs: str) -> None:
    bestand, _, naam = bewijs.partition("::")
    assert (ROOT / bestand).is_file()
    if naam:
        assert naam in namen_in(ROOT / bestand)


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel[0].split()[0])
def test_wat_ja_of_deels_is_heeft_bewijs_en_wat_deels_is_zegt_wat_er_ontbreekt(regel: list[str]) -> None:
    _, stand, hoe, bewijs = regel
    assert stand in STANDEN
    if stand in ("ja", "deels"):
        assert "`" in bewijs
    if stand == "deels":
        assert "**Niet:**" in hoe or "**Omgeving:**" in hoe


def test_er_worden_ook_echt_bewijzen_gelezen() -> None:
    assert len(BEWIJZEN) > 80
    assert sum("::" in bewijs for bewijs in BEWIJZEN) > 60
