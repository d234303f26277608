"""`.venv/bin/python -m tests.bench.kill --rondes 30 --database sqlite|postgres [--kiem N] [--vork]`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.api.conftest import POSTGRES
from tests.bench.kill.machine import kweek
from tests.bench.kill.rounds import Beproeving


@contextmanager
def verse_database(soort: str, map_: Path) -> Iterator[str]:
    """An empty database of this kind, gone afterwards."""
    if soort == "sqlite":
        yield f"sqlite:///{map_ / 'voordeur.sqlite3'}"
        return
    naam = f"voordeur_bench_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(POSTGRES, autocommit=True) as verbinding:
        verbinding.execute(f'create database "{naam}"')
    try:
        yield POSTGRES.rsplit("/", 1)[0] + f"/{naam}"
    finally:
        with psycopg.connect(POSTGRES, autocommit=True) as verbinding:
            verbinding.execute(f'drop database "{naam}" with (force)')


def zeg(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run, and say what was found; 1 when something was wrong."""
    lezer = argparse.ArgumentParser(prog="tests.bench.kill")
    lezer.add_argument("--rondes", type=int, default=30)
    lezer.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
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
    zeg("machine: {} kernen, last {:.1f} {:.1f} {:.1f}".format(os.cpu_count(), *os.getloadavg()))
    return 1 if uitslag.gebreken else 0


if __name__ == "__main__":
    sys.exit(main())
