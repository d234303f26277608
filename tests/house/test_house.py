"""The house keeps its own rules."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from api.events import GEBEURTENISSEN
from api.settings import ROOT, Settings

CODE = [pad for map_ in ("knowledge", "actions", "assistant", "api") for pad in (ROOT / map_).rglob("*.py")
        if "node_modules" not in pad.parts]  # fmt: skip
FUNCTIE_MAX, MODULE_MAX = 40, 300


def kort(pad: Path) -> str:
    return pad.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("pad", CODE, ids=kort)
def test_geen_functie_boven_de_veertig_en_geen_module_boven_de_driehonderd_regels(pad):
    tekst = pad.read_text()
    assert len(tekst.splitlines()) <= MODULE_MAX
    if "migrations/versions" in kort(pad):
        return
    for knoop in ast.walk(ast.parse(tekst)):
        if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef):
            lengte = knoop.end_lineno - knoop.lineno + 1
            assert lengte <= FUNCTIE_MAX, f"{knoop.name} heeft {lengte} regels"


def test_elke_instelling_staat_in_de_documentatie_en_andersom():
    tekst = (ROOT / "docs/instellingen.md").read_text()
    gedocumenteerd = set(re.findall(r"`VOORDEUR_([A-Z_]+)`", tekst))
    assert gedocumenteerd == {naam.upper() for naam in Settings.model_fields}


def test_elke_logregel_staat_in_de_lijst_en_in_de_documentatie():
    gebruikt = set()
    for pad in CODE:
        gebruikt |= set(re.findall(r"\blog\.(?:info|warning|error|debug)\(\s*\"(\w+)\"", pad.read_text()))
    gedocumenteerd = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/logboek.md").read_text(), re.M))
    assert gebruikt <= GEBEURTENISSEN
    assert gedocumenteerd == GEBEURTENISSEN


def test_lock_heeft_voor_elk_pakket_een_hash_en_noemt_geen_adres():
    for naam in ("requirements.lock", "requirements-test.lock"):
        tekst = (ROOT / naam).read_text()
        pakketten = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", tekst, re.M | re.S)
        assert len(pakketten) > 100
        assert all("--hash=sha256:" in pakket for pakket in pakketten)
        assert "://" not in tekst


def test_npm_lock_noemt_geen_adres():
    assert "resolved" not in (ROOT / "api/widget/package-lock.json").read_text()


def test_elk_adr_is_een_bladzijde_en_staat_in_de_lijst():
    lijst = (ROOT / "docs/adr/README.md").read_text()
    adrs = sorted((ROOT / "docs/adr").glob("0*.md"))
    assert len(adrs) >= 5
    for adr in adrs:
        assert adr.name in lijst
        assert len(adr.read_text().split()) < 550
        assert {"## Context", "## Besluit", "## Gevolgen"} <= set(adr.read_text().splitlines())


def test_uitgezonderde_versies_staan_vast():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert "rasa==3.6.21" in project["project"]["dependencies"]
    assert project["project"]["license"] == {"text": "EUPL-1.2"}
