"""Bringing the database to the schema of this version; safe to call at every start, from several processes at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from api.database.engine import Database, vertaal

MAP = Path(__file__).parent / "migrations"
SLOT = 7_265_001
_een_tegelijk = threading.Lock()  # alembic keeps its context in the process


def instelling(verbinding: Connection) -> Config:
    """Alembic's configuration on this connection."""
    config = Config()
    config.set_main_option("script_location", str(MAP))
    config.attributes["verbinding"] = verbinding
    return config


def migreer(database: Database, *, naar: str = "head") -> None:
    """Upgrade (or downgrade) to this revision; a second process waits and then finds nothing to do.

    Raises DatabaseWeg when there is no database."""
    omlaag = naar != "head"
    _draai(database, command.downgrade if omlaag else command.upgrade, naar)


def stel_op(database: Database, revisie: str) -> None:
    """Bring an empty database to the schema of this revision, for the rows that were kept with it.

    Raises CommandError when there is no such revision, DatabaseWeg when there is no database."""
    _draai(database, command.upgrade, revisie)


def revisie_van(verbinding: Connection) -> str | None:
    """The revision that this database is at; None when it has none yet."""
    return MigrationContext.configure(verbinding).get_current_revision()


def _draai(database: Database, doe: Callable[[Config, str], None], naar: str) -> None:
    with _een_tegelijk, vertaal(), database.engine.connect().execution_options(schrijven=True) as verbinding:
        if not database.is_sqlite:
            verbinding.execute(text("select pg_advisory_xact_lock(:n)"), {"n": SLOT})
        doe(instelling(verbinding), naar)
        verbinding.commit()
