"""`.venv/bin/python -m tests.bench.kill --rondes 30 --database sqlite|postgres [--kiem N] [--vork]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.databases import SOORTEN, verse_database, zeg, zeg_machine
from tests.bench.kill.machine import kweek
from tests.bench.kill.rounds import Beproeving


def main() -> int:
    """Run, and say what was found; 1 when something was wrong."""
    lezer = argparse.ArgumentParser(prog="tests.bench.kill")
    lezer.add_argument("--rondes", type=int, default=30)
    lezer.add_argument("--database", choices=SOORTEN, default="sqlite")
    lezer.add_argument("--kiem", type=int, default=20261122)
    lezer.add_argument("--vork", action="store_true", help="vork elke server van een die al gelezen heeft: sneller")
    keuze = lezer.parse_args()
    with (
        tempfile.TemporaryDirectory() as tmp,
        verse_database(keuze.database, Path(tmp)) as url,
        kweek(vers=not keuze.vork) as kweker,
    ):
        uitslag = Beproeving(kweker, url, Path(tmp), keuze.kiem, zeg).draai(keuze.rondes)
    zeg(f"{keuze.database}: {uitslag.regel()}")
    for gebrek in sorted(set(uitslag.gebreken)):
        zeg(f"  {uitslag.gebreken.count(gebrek)} x {gebrek}")
    zeg_machine()
    return 1 if uitslag.gebreken else 0


if __name__ == "__main__":
    sys.exit(main())
