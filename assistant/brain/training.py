"""Training Rasa, only when something it learns from has changed, and loading only what was trained here."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

ROOT = Path(__file__).parents[2]
INVOER = (
    "nlu_data/*.yml",
    "nlu_data/nlu/*.yml",
    "assistant/components/*.py",
    "assistant/facts.py",
    "assistant/who.py",
    "assistant/language_model.py",
    "actions/clauses.py",
    "actions/people.py",
    "actions/reach.py",
    "actions/request.py",
    "actions/wayfinding.py",
    "knowledge/learning.py",
    "knowledge/models.py",
    "knowledge/places.py",
    "knowledge/seekwords.py",
    "knowledge/words.py",
)
MODEL, BEWIJS, VERSLAG = "voordeur.tar.gz", "voordeur.json", "trainen.log"


class ModelFout(Exception):
    """There is no model that may be loaded: not trained, out of date, or changed after training."""


def vingerafdruk() -> str:
    """A digest of everything the model is made from: data, rules, component code, language model and library versions."""
    som = hashlib.sha256(_versies().encode())
    for bestand in _invoer():
        som.update(bestand.relative_to(ROOT).as_posix().encode())
        som.update(bestand.read_bytes())
    return som.hexdigest()


def _invoer() -> Iterator[Path]:
    for patroon in INVOER:
        yield from sorted(ROOT.glob(patroon))


def _versies() -> str:
    from importlib.metadata import version

    from spacy.util import is_package

    pakketten = [f"{naam}={version(naam)}" for naam in ("rasa", "scikit-learn", "spacy", "simplemma")]
    trained = is_package("nl_core_news_sm")
    return ",".join([*pakketten, f"nl={version('nl_core_news_sm') if trained else 'blank'}"])


def is_actueel(map_: Path) -> bool:
    """Whether the model in this folder was trained from what is on disk now."""
    try:
        return _bewijs(map_)["invoer"] == vingerafdruk() and (map_ / MODEL).exists()
    except ModelFout:
        return False


def _bewijs(map_: Path) -> dict[str, str]:
    try:
        inhoud = json.loads((map_ / BEWIJS).read_text())
        return {"invoer": inhoud["invoer"], "model": inhoud["model"]}
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise ModelFout("er is nog geen model; draai `voordeur train`") from fout


def model_of_fout(map_: Path) -> Path:
    """The model's path after its digest was checked; raises ModelFout. Models run code when loaded, so no other is taken."""
    bewijs = _bewijs(map_)
    pad = map_ / MODEL
    if not pad.exists() or _digest(pad) != bewijs["model"]:
        raise ModelFout("het model is na het trainen veranderd of weg; draai `voordeur train`")
    return pad


def _digest(pad: Path) -> str:
    return hashlib.sha256(pad.read_bytes()).hexdigest()


@contextmanager
def _verslag(bestand: Path) -> Iterator[None]:
    """Rasa talks at length while it trains: that goes to a file beside the model."""
    with bestand.open("w", encoding="utf-8") as uit, redirect_stdout(uit), redirect_stderr(uit):
        yield


def train(map_: Path) -> Path:
    """Train and put model and proof in this folder; an interrupted training leaves the old model in place."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    map_.mkdir(parents=True, exist_ok=True)
    invoer = vingerafdruk()
    with tempfile.TemporaryDirectory(dir=map_) as tijdelijk, _verslag(map_ / VERSLAG):
        from rasa.model_training import train as rasa_train

        uitkomst = rasa_train(
            domain=str(ROOT / "nlu_data/domain.yml"),
            config=str(ROOT / "nlu_data/config.yml"),
            training_files=[str(ROOT / "nlu_data/nlu"), str(ROOT / "nlu_data/rules.yml")],
            output=tijdelijk,
            fixed_model_name="voordeur",
            force_training=True,
        )
        if uitkomst.model is None:
            raise ModelFout(f"Rasa leverde geen model; in {map_ / VERSLAG} staat waarom")
        (map_ / BEWIJS).unlink(missing_ok=True)
        shutil.move(uitkomst.model, map_ / MODEL)
    (map_ / BEWIJS).write_text(json.dumps({"invoer": invoer, "model": _digest(map_ / MODEL)}))
    return map_ / MODEL
