"""The Dutch pipeline: blank with simplemma, or the trained one when it is installed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

from assistant.brain.training import vingerafdruk
from assistant.language_model import MODEL, laad_taalmodel

INIT = """\
from spacy.util import load_model_from_init_py
def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""


def _lemmas(tekst: str) -> list[str]:
    return [token.lemma_ for token in laad_taalmodel()(tekst)]


@pytest.fixture
def getraind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A small pipeline, installed under the name of the trained one; its lemma of 'kinderen' is unlike any other."""
    nlp = spacy.blank("nl", meta={"name": "core_news_sm", "version": "9.9.9"})
    nlp.add_pipe("ner").add_label("PER")  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.add_pipe("attribute_ruler").add([[{"LOWER": "kinderen"}]], {"LEMMA": "kroost"})  # type: ignore[attr-defined]
    pakket = tmp_path / MODEL
    pakket.mkdir()
    nlp.to_disk(pakket / f"{MODEL}-9.9.9")
    (pakket / "meta.json").write_text((pakket / f"{MODEL}-9.9.9/meta.json").read_text())
    (pakket / "__init__.py").write_text(INIT)
    kaartje = tmp_path / f"{MODEL}-9.9.9.dist-info"
    kaartje.mkdir()
    (kaartje / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {MODEL}\nVersion: 9.9.9\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield
    sys.modules.pop(MODEL, None)


def test_zonder_getraind_model_komen_de_lemmas_van_simplemma(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.language_model.is_package", lambda naam: False)
    nlp = laad_taalmodel()
    assert nlp.pipe_names == ["simplemma"]
    assert _lemmas("De Kinderen sliepen") == ["de", "kind", "slapen"]


def test_een_getraind_model_wordt_gebruikt_zonder_wat_niet_nodig_is(getraind: None) -> None:
    nlp = laad_taalmodel()
    assert nlp.meta["version"] == "9.9.9"
    assert nlp.pipe_names == ["attribute_ruler"]
    assert "kroost" in _lemmas("kinderen")


def test_een_ander_taalmodel_vraagt_om_opnieuw_trainen(request: pytest.FixtureRequest) -> None:
    zonder = vingerafdruk()
    request.getfixturevalue("getraind")
    assert vingerafdruk() != zonder


def test_lege_tekst_en_alleen_witruimte_geven_geen_fout() -> None:
    assert _lemmas("") == []
    assert len(laad_taalmodel()("  \n ")) == 1
