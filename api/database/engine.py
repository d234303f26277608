"""One database, two kinds: SQLite with a single serialised writer, PostgreSQL for several processes."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.orm import Session

WACHT_S = 15


class DatabaseWeg(Exception):
    """The database cannot be reached or is locked; nothing was stored."""


class Database:
    """Sessions for reading and writing. On SQLite writers queue here, so that they never meet in the file."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _sqlite(url) if self.is_sqlite else _postgres(self.url)
        # Locks wait on connections of their own: who holds a lock must always find one to work with.
        self.slotverbindingen = self.engine if self.is_sqlite else _postgres(self.url)
        self._schrijver = threading.Lock()

    @contextmanager
    def lezen(self) -> Iterator[Session]:
        """A session that only reads; raises DatabaseWeg when there is no database."""
        with vertaal(), Session(self.engine, expire_on_commit=False) as sessie:
            yield sessie

    @contextmanager
    def schrijven(self) -> Iterator[Session]:
        """One transaction, committed at the end or not at all; raises DatabaseWeg when it could not be."""
        if not self.is_sqlite:
            with vertaal(), Session(self.engine, expire_on_commit=False) as sessie, sessie.begin():
                yield sessie
            return
        if not self._schrijver.acquire(timeout=WACHT_S):
            raise DatabaseWeg("de schrijver is bezet")
        try:
            with vertaal(), Session(self.engine, expire_on_commit=False) as sessie:
                sessie.connection(execution_options={"schrijven": True})
                with sessie.begin() if not sessie.in_transaction() else _bevestig(sessie):
                    yield sessie
        finally:
            self._schrijver.release()

    def leeft(self) -> bool:
        """Whether a query gets an answer."""
        try:
            with self.lezen() as sessie:
                sessie.execute(text("select 1"))
        except DatabaseWeg:
            return False
        return True

    def wis_sporen(self) -> None:
        """After wiping: leave no deleted text in SQLite's write-ahead log."""
        if self.is_sqlite:
            with self._schrijver, vertaal(), self.engine.connect() as verbinding:
                verbinding.execute(text("pragma wal_checkpoint(truncate)"))

    def ruim_dode_rijen(self, tabellen: Sequence[str]) -> None:
        """After wiping much: let PostgreSQL use the room of deleted rows again; SQLite overwrites at once."""
        if self.is_sqlite:
            return
        with vertaal(), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as verbinding:
            verbinding.execute(text("set statement_timeout = 0"))
            try:
                verbinding.execute(text(f"vacuum {', '.join(tabellen)}"))
            finally:
                verbinding.execute(text("reset statement_timeout"))

    def sluit(self) -> None:
        """Close all connections."""
        self.engine.dispose()
        self.slotverbindingen.dispose()


@contextmanager
def _bevestig(sessie: Session) -> Iterator[None]:
    try:
        yield
    except BaseException:
        sessie.rollback()
        raise
    sessie.commit()


@contextmanager
def vertaal() -> Iterator[None]:
    """Trouble with the connection becomes DatabaseWeg; a mistake of ours (IntegrityError and the like) stays what it is."""
    try:
        yield
    except PoolTimeout as fout:
        raise DatabaseWeg("geen verbinding vrij") from fout
    except DBAPIError as fout:
        if fout.connection_invalidated or type(fout).__name__ in ("OperationalError", "InterfaceError", "TimeoutError"):
            raise DatabaseWeg(type(fout).__name__) from fout
        raise


def _postgres(url: Any) -> Engine:
    psycopg = url.set(drivername="postgresql+psycopg")
    return create_engine(
        psycopg,
        pool_size=20,
        max_overflow=20,
        pool_timeout=WACHT_S,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": 5, "options": f"-c lock_timeout={WACHT_S * 1000} -c statement_timeout=20000"},
    )


def _sqlite(url: str) -> Engine:
    bestand = make_url(url).database
    if bestand:
        Path(bestand).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": 5, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def instellen(verbinding: Any, _: Any) -> None:
        verbinding.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "busy_timeout=5000",
        ):
            verbinding.execute(f"pragma {pragma}")

    @event.listens_for(engine, "begin")
    def beginnen(verbinding: Any) -> None:
        schrijven = verbinding.get_execution_options().get("schrijven")
        verbinding.exec_driver_sql("begin immediate" if schrijven else "begin")

    return engine
