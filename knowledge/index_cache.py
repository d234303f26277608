"""The search index on disk: built once for each state of the content, read in a fraction of the time and memory."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from knowledge import searching, words
from knowledge.models import Artikel
from knowledge.searching import Zoeker

NAAM = "zoekindex-{}.npz"
VERSIES = ("numpy", "scipy", "scikit-learn", "simplemma")


def zoeker_voor(artikelen: Sequence[Artikel], map_: Path | None) -> Zoeker:
    """The index of these articles, from this folder when it is there, else built and put there."""
    if map_ is None or not artikelen:
        return Zoeker(artikelen)
    pad = map_ / NAAM.format(_vingerafdruk(artikelen))
    try:
        with np.load(pad, allow_pickle=False) as bewaard:
            return Zoeker(artikelen, {naam: bewaard[naam] for naam in bewaard.files})
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        zoeker = Zoeker(artikelen)
    _bewaar(zoeker, pad)
    return zoeker


def _vingerafdruk(artikelen: Sequence[Artikel]) -> str:
    """Another text, another version of a library or of the code below gives another index."""
    som = hashlib.sha256(",".join(version(naam) for naam in VERSIES).encode())
    for module in (searching, words):
        som.update(Path(str(module.__file__)).read_bytes())
    for artikel in artikelen:
        som.update(artikel.model_dump_json().encode())
    return som.hexdigest()[:24]


def _bewaar(zoeker: Zoeker, pad: Path) -> None:
    """Write beside and rename, so that nobody reads half an index; older ones go. A full disk costs only the time it saves."""
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=pad.parent, suffix=".npz", delete=False) as bestand:
            np.savez(bestand, **zoeker.als_data())
        Path(bestand.name).replace(pad)
        for oud in pad.parent.glob(NAAM.format("*")):
            if oud != pad:
                oud.unlink(missing_ok=True)
    except OSError:
        return
