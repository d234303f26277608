"""What takes long to make from content is kept on disk as plain arrays: reading them back executes nothing."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np

VERSIES = ("numpy", "scipy", "scikit-learn", "simplemma")


class Bewaarbaar(Protocol):
    """Something that can give itself as arrays."""

    def als_data(self) -> dict[str, Any]:
        """Everything it needs to be made again."""


B = TypeVar("B", bound=Bewaarbaar)


def lees_of_maak(
    map_: Path | None,
    naam: str,
    delen: Iterable[bytes],
    uit_data: Callable[[Mapping[str, Any]], B],
    maak: Callable[[], B],
) -> B:
    """What was kept under this name for the same content and library versions, else made now and kept.

    A damaged file is made again, one for other content goes away, and a disk that cannot be written costs only time.
    """
    if map_ is None:
        return maak()
    pad = map_ / f"{naam}-{_vingerafdruk(delen)}.npz"
    try:
        with np.load(pad, allow_pickle=False) as bewaard:
            return uit_data({sleutel: bewaard[sleutel] for sleutel in bewaard.files})
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        gemaakt = maak()
    _bewaar(gemaakt, pad, naam)
    return uit_data(gemaakt.als_data())  # to the last digit what a later start reads


def _vingerafdruk(delen: Iterable[bytes]) -> str:
    som = hashlib.sha256(",".join(version(pakket) for pakket in VERSIES).encode())
    for deel in delen:
        som.update(deel)
    return som.hexdigest()[:24]


def _bewaar(gemaakt: Bewaarbaar, pad: Path, naam: str) -> None:
    """Write beside and rename, so that nobody reads half a file."""
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=pad.parent, suffix=".npz", delete=False) as bestand:
            np.savez(bestand, **gemaakt.als_data())
        Path(bestand.name).replace(pad)
        for oud in pad.parent.glob(f"{naam}-*.npz"):
            if oud != pad:
                oud.unlink(missing_ok=True)
    except OSError:
        return
