"""The linear model itself, stored as plain data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant.components.linear import LineairModel

TEKSTEN = ["hallo daar", "goedemorgen", "ik wil slapen", "slaap lekker", "dank je", "bedankt"]
KLASSEN = ["groet", "groet", "slaap", "slaap", "dank", "dank"]


@pytest.fixture(scope="module")
def model() -> LineairModel:
    return LineairModel.train(TEKSTEN, TEKSTEN, KLASSEN, c=1)


def test_het_geeft_elke_klasse_een_kans(model: LineairModel) -> None:
    kansen = model.kansen("hallo", "hallo")
    assert model.klassen == ["dank", "groet", "slaap"]
    assert model.klassen[int(kansen.argmax())] == "groet"
    assert kansen.sum() == pytest.approx(1)


def test_onbekende_tekst_geeft_kansen_en_geen_fout(model: LineairModel) -> None:
    assert np.isfinite(model.kansen("☃", "☃")).all()
    assert np.isfinite(model.kansen("", "")).all()


def test_het_weet_of_het_een_woord_geleerd_heeft(model: LineairModel, tmp_path: Path) -> None:
    model.bewaar(tmp_path / "m")
    for kenner in (model, LineairModel.laad(tmp_path / "m")):
        assert kenner.kent("pfwt slapen")
        assert not kenner.kent("grmbl xwq")
        assert not kenner.kent("")


def test_bewaard_en_geladen_is_hetzelfde(model: LineairModel, tmp_path: Path) -> None:
    model.bewaar(tmp_path / "m")
    kopie = LineairModel.laad(tmp_path / "m")
    assert kopie.klassen == model.klassen
    for tekst in (*TEKSTEN, "slaapt hij", "halo"):
        np.testing.assert_allclose(kopie.kansen(tekst, tekst), model.kansen(tekst, tekst), atol=1e-6)


def test_een_bestand_met_objecten_wordt_niet_geladen(model: LineairModel, tmp_path: Path) -> None:
    model.bewaar(tmp_path / "m")
    with np.load(tmp_path / "m.npz") as reeksen:
        besmet = dict(reeksen) | {"w": np.array([{"boos": 1}], dtype=object)}
    np.savez(tmp_path / "m.npz", **besmet)
    with pytest.raises(ValueError, match="allow_pickle"):
        LineairModel.laad(tmp_path / "m")


def test_trainen_geeft_twee_keer_hetzelfde(model: LineairModel) -> None:
    opnieuw = LineairModel.train(TEKSTEN, TEKSTEN, KLASSEN, c=1)
    np.testing.assert_allclose(opnieuw.kansen("slaap", "slaap"), model.kansen("slaap", "slaap"), atol=1e-6)
