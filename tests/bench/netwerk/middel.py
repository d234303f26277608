"""The mean of networks learnt from one another: python -m tests.bench.netwerk.middel UIT EERSTE TWEEDE [...] (docs/netwerk.md)."""

import argparse
import json
from pathlib import Path

import numpy as np

from assistant.gate.danger_net import Netwerk
from tests.bench.netwerk import net
from tests.bench.netwerk.graaf import gewichten, graaf, klein, koppen


def middel(paden: list[Path]) -> dict[str, np.ndarray]:
    """The arrays of one network whose every weight is the mean; all else is from the last one.

    ValueError when they know other kinds of danger, or cut words into other pieces: then their weights mean other things.
    """
    alle = [dict(np.load(pad)) for pad in paden]
    if len({(tuple(json.loads(een["kop"].tobytes())["soorten"]), een["woordstukken"].tobytes()) for een in alle}) > 1:
        raise ValueError("deze netwerken zijn niet uit elkaar geleerd")
    waarden = [gewichten(een["graaf"].tobytes()) for een in alle]
    gemiddeld = {naam: np.mean([w[naam] for w in waarden], axis=0, dtype=np.float32) for naam in waarden[0]}
    vol = graaf(gemiddeld, net.LAGEN, net.PAREN_NA, koppen(alle[0]["graaf"].tobytes()))
    uit = alle[-1] | {"graaf": _bytes(vol.SerializeToString())}
    return uit | {"graaf": _bytes(klein(vol)), "controle": _gelezen(Netwerk(uit))}


def _gelezen(heel: Netwerk) -> np.ndarray:
    """What the network with all its weights whole makes of the control texts."""
    uit = heel.lees(heel.controle[0])
    return np.column_stack([uit.gevaar, uit.acuut, uit.soorten])


def _bytes(inhoud: bytes) -> np.ndarray:
    return np.frombuffer(inhoud, dtype=np.uint8)


if __name__ == "__main__":
    zegt = argparse.ArgumentParser(description=__doc__)
    zegt.add_argument("uit", type=Path)
    zegt.add_argument("paden", type=Path, nargs="+")
    keuze = zegt.parse_args()
    np.savez_compressed(keuze.uit, **middel(keuze.paden))
