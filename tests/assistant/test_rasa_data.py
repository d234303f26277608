"""Rasa's own tests on our data: it is consistent, and whole conversations go as written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.brain.training import MODEL

ROOT = Path(__file__).parents[2]
VERHALEN = ROOT / "tests/rasa/test_stories.yml"
OMGEVING = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}


def _rasa(*delen: str, map_: Path) -> subprocess.CompletedProcess[str]:
    """Rasa's command line from the root of the project, so that our components are found; what it leaves goes to map_."""
    rasa = str(Path(sys.executable).parent / "rasa")
    omgeving = os.environ | OMGEVING | {"MPLCONFIGDIR": str(map_)}
    return subprocess.run(
        [rasa, *delen], cwd=ROOT, env=omgeving, capture_output=True, text=True, timeout=280, check=False
    )


@pytest.mark.timeout(300)
def test_domein_regels_en_voorbeelden_zijn_voor_rasa_in_orde(tmp_path: Path) -> None:
    uitkomst = _rasa(
        "data", "validate", "--fail-on-warnings", "--domain", "nlu_data/domain.yml", "--config", "nlu_data/config.yml",
        "--data", "nlu_data/nlu", "nlu_data/rules.yml", map_=tmp_path,
    )  # fmt: skip
    assert uitkomst.returncode == 0, uitkomst.stdout[-3000:] + uitkomst.stderr[-3000:]


@pytest.mark.rasa
@pytest.mark.timeout(300)
def test_alle_gesprekken_gaan_zoals_ze_geschreven_zijn(model_map: Path, tmp_path: Path) -> None:
    uitkomst = _rasa(
        "test", "core", "--e2e", "--model", str(model_map / MODEL), "--stories", str(VERHALEN), "--out", str(tmp_path),
        "--no-plot", map_=tmp_path,
    )  # fmt: skip
    assert uitkomst.returncode == 0, uitkomst.stdout[-2000:] + uitkomst.stderr[-2000:]
    mislukt = (tmp_path / "failed_test_stories.yml").read_text(encoding="utf-8")
    assert "- story:" not in mislukt, mislukt
    verslag = json.loads((tmp_path / "story_report.json").read_text())
    assert verslag["conversation_accuracy"]["accuracy"] == 1.0
    assert verslag["conversation_accuracy"]["total"] == VERHALEN.read_text(encoding="utf-8").count("- story:") >= 12
