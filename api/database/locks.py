"""Locks that hold across processes on PostgreSQL (advisory, gone when the process dies) and within the one process on SQLite."""

from __future__ import annotations

import hashlib
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, PendingRollbackError

from api.database.engine import WACHT_S, Database, DatabaseWeg, vertaal

GEEN_SLOT = "55P03"  # PostgreSQL: waited for a lock as long as we said


class Bezet(Exception):
    """Somebody else holds this lock."""


class Sloten:
    """Named locks. Beurten of one gesprek take the lock of that gesprek; a repeated POST finds the lock of its key taken."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._hier: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._gebruikers: defaultdict[str, int] = defaultdict(int)
        self._toegang = threading.Lock()

    @contextmanager
    def houd(self, gesprek: str, sleutel: str | None = None) -> Iterator[None]:
        """Hold the gesprek, and the idempotency key if there is one; raises Bezet when that key is being handled now."""
        if self._database.is_sqlite:
            with self._lokaal(sleutel and f"sleutel:{gesprek}:{sleutel}", wacht=0), self._lokaal(gesprek, WACHT_S):
                yield
            return
        with self._verbinding() as verbinding, _postgres(verbinding, gesprek, sleutel):
            yield

    @contextmanager
    def _lokaal(self, naam: str | None, wacht: float) -> Iterator[None]:
        if naam is None:
            yield
            return
        with self._toegang:
            slot = self._hier[naam]
            self._gebruikers[naam] += 1
        try:
            if not slot.acquire(timeout=wacht) if wacht else not slot.acquire(blocking=False):
                raise Bezet(naam)
            try:
                yield
            finally:
                slot.release()
        finally:
            with self._toegang:
                self._gebruikers[naam] -= 1
                if not self._gebruikers[naam]:
                    del self._hier[naam], self._gebruikers[naam]

    @contextmanager
    def _verbinding(self) -> Iterator[Connection]:
        with vertaal():
            verbinding = self._database.slotverbindingen.connect().execution_options(isolation_level="AUTOCOMMIT")
        with verbinding:
            yield verbinding


@contextmanager
def _postgres(verbinding: Connection, gesprek: str, sleutel: str | None) -> Iterator[None]:
    genomen: list[int] = []
    try:
        if sleutel is not None:
            nummer = _nummer(f"sleutel:{gesprek}:{sleutel}")
            if not verbinding.scalar(text("select pg_try_advisory_lock(:n)"), {"n": nummer}):
                raise Bezet(sleutel)
            genomen.append(nummer)
        verbinding.execute(text("select pg_advisory_lock(:n)"), {"n": _nummer(gesprek)})
        genomen.append(_nummer(gesprek))
        yield
    except DBAPIError as fout:
        te_lang = getattr(fout.orig, "sqlstate", None) == GEEN_SLOT
        raise (Bezet(gesprek) if te_lang else DatabaseWeg(type(fout).__name__)) from fout
    finally:
        _laat_los(verbinding, genomen)


def _laat_los(verbinding: Connection, genomen: list[int]) -> None:
    """Give the locks back; a connection on which that fails, or that was lost already, is thrown away, and its locks with it."""
    try:
        for nummer in reversed(genomen):
            verbinding.execute(text("select pg_advisory_unlock(:n)"), {"n": nummer})
    except (DBAPIError, PendingRollbackError):
        verbinding.invalidate()


def _nummer(naam: str) -> int:
    """A signed 64-bit number for a name, as PostgreSQL wants it."""
    return int.from_bytes(hashlib.sha256(naam.encode()).digest()[:8], "big", signed=True)
