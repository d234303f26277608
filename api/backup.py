"""The back-up: one file for both kinds of database, from one moment, sealed with the master key. api/restore.py puts it back.

Each line is JSON: what it is, then the rows, then how many there were with an HMAC over all before it. Text of families is in it
as it is in the database: encrypted, with its data key wrapped. Sessions of the balie are left out."""

from __future__ import annotations

import base64
import gzip
import hmac
import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, select

from api.context import Huis
from api.database.engine import Database, vertaal
from api.database.migrate import revisie_van

SOORT, VORM = "voordeur-backup", 1
NIET_MEE = frozenset({"zitting", "oidc_zitting", "oidc_verzoek", "alembic_version"})
PER_KEER = 500


def maak(huis: Huis, pad: Path) -> Counter[str]:
    """Write everything to this file (0600), whole or not at all; the server may go on working. How many rows of each table."""
    half = pad.with_name(f"{pad.name}.half")
    half.unlink(missing_ok=True)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as ruw:
        with gzip.open(ruw, "wt", encoding="utf-8") as uit:
            aantallen = _schrijf(huis, uit)
        ruw.flush()
        os.fsync(ruw.fileno())
    half.replace(pad)
    return aantallen


def _schrijf(huis: Huis, uit: Any) -> Counter[str]:
    zegel, aantallen = huis.bos.zegel(SOORT), Counter[str]()
    with _een_moment(huis.database) as verbinding:
        kop = {"soort": SOORT, "vorm": VORM, "op": huis.klok().isoformat(), "revisie": revisie_van(verbinding)}
        _regel(uit, zegel, kop)
        for tabel in tabellen(verbinding):
            for rij in verbinding.execution_options(yield_per=PER_KEER).execute(select(tabel)).mappings():
                _regel(uit, zegel, {"t": tabel.name, "r": {naam: _pak_in(waarde) for naam, waarde in rij.items()}})
                aantallen[tabel.name] += 1
    uit.write(json.dumps({"einde": dict(aantallen), "merk": zegel.hexdigest()}) + "\n")
    return aantallen


@contextmanager
def _een_moment(database: Database) -> Iterator[Connection]:
    """Everything as it was when this began, whatever is written meanwhile."""
    niveau = {} if database.is_sqlite else {"isolation_level": "REPEATABLE READ"}
    with vertaal(), database.engine.connect().execution_options(**niveau) as verbinding, verbinding.begin():
        yield verbinding


def tabellen(verbinding: Connection) -> list[Table]:
    """Every table of this database that goes along, those that others point to first."""
    schema = MetaData()
    schema.reflect(verbinding)
    return [tabel for tabel in schema.sorted_tables if tabel.name not in NIET_MEE]


def _regel(uit: Any, zegel: hmac.HMAC, inhoud: dict[str, Any]) -> None:
    regel = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")) + "\n"
    zegel.update(regel.encode())
    uit.write(regel)


def _pak_in(waarde: Any) -> Any:
    if isinstance(waarde, (bytes, memoryview)):
        return {"b": base64.b64encode(waarde).decode()}
    if isinstance(waarde, datetime):
        zeker = waarde if waarde.tzinfo else waarde.replace(tzinfo=UTC)  # SQLite keeps UTC without saying so
        return {"m": zeker.astimezone(UTC).isoformat()}
    return {"d": waarde.isoformat()} if isinstance(waarde, date) else waarde
