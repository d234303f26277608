"""Putting a back-up back: into an empty database only, whole or not at all; what was wiped since is wiped again at once."""

from __future__ import annotations

import base64
import gzip
import hmac
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from alembic.util.exc import CommandError
from sqlalchemy import Connection, Table, delete, func, insert, select, text

from api import rotation
from api.backup import PER_KEER, SOORT, VORM, tabellen
from api.balie import audit
from api.context import Huis
from api.database.engine import vertaal
from api.database.migrate import migreer, stel_op
from api.retention import wis_verlopen
from api.wiping import wis_opnieuw

IN_GEBRUIK = ("gesprek", "aanmelding", "consult", "medewerker", "inzage")
LEZERS: Mapping[str, Callable[[str], Any]] = {
    "b": base64.b64decode,
    "m": datetime.fromisoformat,
    "d": date.fromisoformat,
}


class BackupFout(Exception):
    """This back-up cannot be put back here; the message says why, in Dutch."""


class Teruggezet(NamedTuple):
    """How many rows came back, and how many conversations, aanmeldingen and reports went again: by the list, and by their term.
    `onleesbaar` data keys belong to another master key."""

    rijen: int
    opnieuw: int
    verlopen: int
    onleesbaar: int


def zet_terug(
    huis: Huis, pad: Path, *, wie: str, gewist: Sequence[tuple[str, str]] = (), ook_oud: bool = False
) -> Teruggezet:
    """Put this file into the database of this house, which must be empty; raises BackupFout, and then nothing was put there."""
    kop, aantallen = lees_na(huis, pad)
    op = datetime.fromisoformat(kop["op"])
    dagen = huis.settings.bewaar_backup_dagen
    if huis.klok() - op > timedelta(days=dagen) and not ook_oud:
        raise BackupFout(f"deze back-up is van {op:%Y-%m-%d}: ouder dan {dagen} dagen")
    try:
        stel_op(huis.database, kop["revisie"])
    except CommandError as fout:
        raise BackupFout("deze back-up hoort bij een andere versie van Voordeur, of de database is niet leeg") from fout
    with vertaal(), huis.database.engine.connect().execution_options(schrijven=True) as verbinding, verbinding.begin():
        _vul(verbinding, pad)
    migreer(huis.database)
    return _na(huis, op, aantallen, wie=wie, gewist=gewist)


def _na(
    huis: Huis, op: datetime, aantallen: Counter[str], *, wie: str, gewist: Sequence[tuple[str, str]]
) -> Teruggezet:
    """What must happen before anyone reads what came back."""
    nu = huis.klok()
    with huis.database.schrijven() as sessie:
        opnieuw = wis_opnieuw(sessie, gewist, nu)
        wat = f"back-up van {op:%Y-%m-%d %H:%M} teruggezet, {opnieuw} opnieuw gewist"
        audit.voeg_toe(sessie, huis.bos, wie=wie, wat=wat, op=nu)
    verlopen = wis_verlopen(huis, wie=wie)
    huis.database.wis_sporen()
    return Teruggezet(aantallen.total(), opnieuw, verlopen, rotation.tel(huis).onleesbaar)


def lees_na(huis: Huis, pad: Path) -> tuple[dict[str, Any], Counter[str]]:
    """The head and the numbers of rows, after reading it all; raises BackupFout when it is not ours, not whole or changed."""
    zegel, aantallen, kop, vorige = huis.bos.zegel(SOORT), Counter[str](), None, ""
    for regel in _regels(pad):
        if vorige:
            zegel.update(vorige.encode())
            inhoud = _json(vorige)
            kop = kop or inhoud
            aantallen.update([inhoud["t"]] if "t" in inhoud else [])
        vorige = regel
    einde = _json(vorige)
    if kop is None or kop.get("soort") != SOORT or kop.get("vorm") != VORM:
        raise BackupFout("dit is geen back-up van Voordeur")
    if einde.get("einde") != dict(aantallen) or not hmac.compare_digest(zegel.hexdigest(), str(einde.get("merk"))):
        raise BackupFout("deze back-up is niet heel, is veranderd, of hoort bij een andere hoofdsleutel")
    return kop, aantallen


def _regels(pad: Path) -> Iterator[str]:
    try:
        with gzip.open(pad, "rt", encoding="utf-8") as bestand:
            yield from bestand
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as fout:
        raise BackupFout(f"dit bestand is niet te lezen als back-up ({type(fout).__name__})") from fout


def _json(regel: str) -> dict[str, Any]:
    try:
        return dict(json.loads(regel))
    except (ValueError, TypeError) as fout:
        raise BackupFout("deze back-up is niet heel") from fout


def _vul(verbinding: Connection, pad: Path) -> None:
    """Everything in one transaction, after a last look that nobody uses this database."""
    bekend = {tabel.name: tabel for tabel in tabellen(verbinding)}
    for naam in IN_GEBRUIK:
        if verbinding.scalar(select(func.count()).select_from(bekend[naam])):
            raise BackupFout("deze database is niet leeg; zet terug in een nieuwe")
    for naam in [naam for naam in reversed(bekend) if naam not in IN_GEBRUIK]:
        verbinding.execute(delete(bekend[naam]))  # what a migration puts there itself
    rijen = (inhoud for inhoud in map(_json, _regels(pad)) if "t" in inhoud)
    for naam, groep in groupby(rijen, key=lambda inhoud: inhoud["t"]):
        _voeg_in(verbinding, bekend[naam], groep)
    if verbinding.dialect.name == "postgresql":
        for tabel in bekend.values():
            _tel_verder(verbinding, tabel)


def _voeg_in(verbinding: Connection, tabel: Table, groep: Iterator[dict[str, Any]]) -> None:
    blok: list[dict[str, Any]] = []
    for inhoud in groep:
        blok.append({naam: _pak_uit(waarde) for naam, waarde in inhoud["r"].items()})
        if len(blok) == PER_KEER:
            verbinding.execute(insert(tabel), blok)
            blok = []
    if blok:
        verbinding.execute(insert(tabel), blok)


def _pak_uit(waarde: Any) -> Any:
    if not isinstance(waarde, dict):
        return waarde
    ((soort, tekst),) = waarde.items()
    return LEZERS[soort](tekst)


def _tel_verder(verbinding: Connection, tabel: Table) -> None:
    """New rows get numbers after those that came back."""
    nummer = tabel.columns.get("id")
    if nummer is None or "nextval" not in str(getattr(nummer.server_default, "arg", "")):
        return
    hoogste = verbinding.scalar(select(func.max(nummer)))
    if hoogste is not None:
        zet = text("select setval(pg_get_serial_sequence(:tabel, 'id'), :hoogste)")
        verbinding.execute(zet, {"tabel": tabel.name, "hoogste": hoogste})
