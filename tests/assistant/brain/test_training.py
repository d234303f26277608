"""Training only when something changed, and loading only what was trained here."""

from __future__ import annotations

import ast
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.brain import training
from assistant.brain.training import BEWIJS, MODEL, VERSLAG, ModelFout, is_actueel, model_of_fout, train, vingerafdruk

ROOT = Path(__file__).parents[3]
INVOER = [
    "nlu_data/domain.yml", "nlu_data/config.yml", "nlu_data/rules.yml", "nlu_data/nlu/gesprek.yml",
    "assistant/components/intent.py", "assistant/components/linear.py", "assistant/components/rules.py",
    "assistant/facts.py", "assistant/language_model.py", "knowledge/words.py", "knowledge/learning.py",
]  # fmt: skip


@pytest.fixture
def boom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of everything the model is made from, that the fingerprint is taken of."""
    boom = tmp_path / "boom"
    for map_ in ("nlu_data", "assistant/components"):
        shutil.copytree(ROOT / map_, boom / map_, ignore=shutil.ignore_patterns("__pycache__"))
    for bestand in (naam for naam in training.INVOER if "*" not in naam):
        (boom / bestand).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / bestand, boom / bestand)
    monkeypatch.setattr(training, "ROOT", boom)
    return boom


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a model that is up to date, as far as its proof goes."""
    map_ = tmp_path / "model"
    map_.mkdir()
    (map_ / MODEL).write_bytes(b"een model")
    bewijs = {"invoer": vingerafdruk(), "model": training._digest(map_ / MODEL)}
    (map_ / BEWIJS).write_text(json.dumps(bewijs))
    return map_


def test_een_kopie_elders_heeft_dezelfde_vingerafdruk(boom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_de_kopie = vingerafdruk()
    monkeypatch.undo()
    assert vingerafdruk() == in_de_kopie


@pytest.mark.parametrize("bestand", INVOER)
def test_elke_verandering_in_de_invoer_verandert_de_vingerafdruk(boom: Path, bestand: str) -> None:
    voor = vingerafdruk()
    pad = boom / bestand
    pad.write_text(pad.read_text(encoding="utf-8") + "\n# anders\n", encoding="utf-8")
    assert vingerafdruk() != voor


def test_een_bestand_erbij_eraf_of_met_een_andere_naam_ook(boom: Path) -> None:
    afdrukken = {vingerafdruk()}
    extra = boom / "nlu_data/nlu/extra.yml"
    extra.write_text('version: "3.1"\n')
    afdrukken.add(vingerafdruk())
    extra.rename(extra.with_name("anders.yml"))
    afdrukken.add(vingerafdruk())
    (boom / "nlu_data/nlu/gesprek.yml").unlink()
    afdrukken.add(vingerafdruk())
    assert len(afdrukken) == 4


def test_wat_niet_meeleert_verandert_niets(boom: Path) -> None:
    voor = vingerafdruk()
    (boom / "knowledge/searching.py").write_text("# zoeken")
    (boom / "nlu_data/LEESMIJ.md").write_text("uitleg")
    assert vingerafdruk() == voor


def test_een_andere_versie_van_een_bibliotheek_verandert_de_vingerafdruk(monkeypatch: pytest.MonkeyPatch) -> None:
    voor = vingerafdruk()
    monkeypatch.setattr("importlib.metadata.version", lambda naam: "0.0.1")
    assert vingerafdruk() != voor


def test_alle_eigen_code_achter_de_componenten_telt_mee() -> None:
    """Rasa's own fingerprint hashes only the class of a component; ours must reach every module that it imports."""
    nodig: set[Path] = set()
    te_doen = sorted((ROOT / "assistant/components").glob("*.py"))
    while te_doen:
        pad = te_doen.pop()
        nodig.add(pad.relative_to(ROOT))
        te_doen += [p for p in _ingevoerd(pad) if p.relative_to(ROOT) not in nodig]
    assert nodig - {Path("assistant/__init__.py")} == {
        p.relative_to(ROOT) for p in training._invoer() if p.suffix == ".py"
    }


def _ingevoerd(pad: Path) -> list[Path]:
    namen = [
        knoop.module for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.ImportFrom) and knoop.module
    ]  # fmt: skip
    eigen = [
        ROOT / f"{naam.replace('.', '/')}.py"
        for naam in namen
        if naam.split(".")[0] in ("assistant", "knowledge", "actions")
    ]
    return [pad for pad in eigen if pad.exists()]


def test_een_vers_model_is_actueel_tot_de_invoer_verandert(boom: Path, model: Path) -> None:
    assert is_actueel(model)
    (boom / "nlu_data/rules.yml").write_text("rules: []")
    assert not is_actueel(model)


@pytest.mark.parametrize("weg", [MODEL, BEWIJS])
def test_zonder_model_of_bewijs_is_er_niets_actueel(model: Path, weg: str) -> None:
    (model / weg).unlink()
    assert not is_actueel(model)
    with pytest.raises(ModelFout, match="voordeur train"):
        model_of_fout(model)


def test_een_map_die_er_niet_is_is_niet_actueel(tmp_path: Path) -> None:
    assert not is_actueel(tmp_path / "weg")
    with pytest.raises(ModelFout, match="nog geen model"):
        model_of_fout(tmp_path / "weg")


def test_een_model_dat_hier_getraind_is_mag_geladen_worden(model: Path) -> None:
    assert model_of_fout(model) == model / MODEL


def test_een_model_dat_na_het_trainen_veranderd_is_wordt_geweigerd(model: Path) -> None:
    (model / MODEL).write_bytes(b"een model met iets erbij")
    with pytest.raises(ModelFout, match="veranderd"):
        model_of_fout(model)


@pytest.mark.parametrize("bewijs", ["", "geen json", "[]", "null", "{}", '{"invoer": "x"}', '{"model": "x"}'])
def test_een_kapot_bewijs_is_geen_bewijs(model: Path, bewijs: str) -> None:
    (model / BEWIJS).write_text(bewijs)
    assert not is_actueel(model)
    with pytest.raises(ModelFout):
        model_of_fout(model)


def _nep_training(monkeypatch: pytest.MonkeyPatch, doe: Callable[..., Any]) -> None:
    import rasa.model_training

    monkeypatch.setattr(rasa.model_training, "train", doe)


def test_trainen_zet_model_en_bewijs_neer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gegeven: dict[str, Any] = {}

    def doe(**wat: Any) -> SimpleNamespace:
        gegeven.update(wat)
        pad = Path(wat["output"]) / "voordeur.tar.gz"
        pad.write_bytes(b"vers")
        print("Rasa praat veel")  # noqa: T201
        return SimpleNamespace(model=str(pad))

    _nep_training(monkeypatch, doe)
    pad = train(tmp_path / "model")
    assert pad.read_bytes() == b"vers"
    assert is_actueel(tmp_path / "model")
    assert model_of_fout(tmp_path / "model") == pad
    assert sorted(p.name for p in (tmp_path / "model").iterdir()) == [VERSLAG, BEWIJS, MODEL], "geen resten"
    assert "Rasa praat veel" in (tmp_path / "model" / VERSLAG).read_text()
    assert Path(gegeven["domain"]).exists()
    assert all(Path(bestand).exists() for bestand in gegeven["training_files"])


def test_een_training_die_mislukt_laat_het_oude_model_staan(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _nep_training(monkeypatch, lambda **_: SimpleNamespace(model=None))
    with pytest.raises(ModelFout, match="leverde geen model"):
        train(model)
    assert model_of_fout(model).read_bytes() == b"een model"


def test_een_training_die_wordt_afgebroken_laat_het_oude_model_staan(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breek_af(**_: Any) -> None:
        raise KeyboardInterrupt

    _nep_training(monkeypatch, breek_af)
    with pytest.raises(KeyboardInterrupt):
        train(model)
    assert model_of_fout(model).read_bytes() == b"een model"
    assert sorted(p.name for p in model.iterdir()) == [VERSLAG, BEWIJS, MODEL]


@pytest.mark.rasa
def test_het_echte_model_is_actueel_en_niet_veranderd(model_map: Path) -> None:
    assert is_actueel(model_map)
    assert model_of_fout(model_map).stat().st_size > 100_000
