"""An empty database of either kind for a measurement, gone afterwards; and what every measurement says of the machine."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.api.conftest import POSTGRES

SOORTEN = ("sqlite", "postgres")


@contextmanager
def verse_database(soort: str, map_: Path) -> Iterator[str]:
    """Its address."""
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
    """A line, at once."""
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()


def zeg_machine() -> None:
    """How many cores, and how busy: figures of a busy machine are worse than they need be."""
    zeg("machine: {} kernen, load average {:.1f} {:.1f} {:.1f}".format(os.cpu_count(), *os.getloadavg()))
