"""A POST that may be sent again: the same key gives the same answer, with another body it is refused, and one goes at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy.exc import IntegrityError

from api.aanmelding.store import find_herhaling, open_herhaling
from api.context import Huis
from api.database.engine import DatabaseWeg
from api.database.locks import Bezet
from api.database.tables import Idempotentie
from api.problem import Probleem
from knowledge.models import Gemeente

log = structlog.get_logger()
BEZIG = "Je {wat} wordt al verstuurd."
NIET_BEWAARD = "We kunnen nu even niets opslaan. Je {wat} is niet verstuurd. Probeer het zo nog eens, of bel het JGT."
HERGEBRUIKT = "Deze Idempotency-Key hoort bij {een}."


@dataclass(frozen=True)
class Merken:
    """Under which marks the answer is kept: of the key and of the body."""

    sleutel: str
    inhoud: str


def merk_van(huis: Huis, wat: str, sleutel: str) -> str:
    """The mark under which the answer to this key stands."""
    return huis.bos.merk(f"{wat}:{sleutel}")


def een_keer(
    huis: Huis, *, wat: str, een: str, sleutel: str, inhoud: bytes, gemeente: Gemeente,
    doe: Callable[[Merken], dict[str, Any]],
) -> dict[str, Any]:  # fmt: skip
    """What `doe` answers, which must keep it under these marks; raises Probleem 409 while it is busy, 422 for another body,
    503 when it cannot be kept.

    `wat` is the kind of thing that is sent, `een` what another one is called."""
    merken = Merken(merk_van(huis, wat, sleutel), hashlib.sha256(inhoud).hexdigest())
    try:
        with huis.sloten.houd(f"{wat}:{sleutel}", sleutel):
            with huis.database.lezen() as sessie:
                eerder = find_herhaling(sessie, merken.sleutel)
            return doe(merken) if eerder is None else _herhaal(huis, eerder, merken.inhoud, een)
    except (Bezet, IntegrityError) as fout:  # a lock that went with its connection let another one in first
        raise Probleem(409, BEZIG.format(wat=wat), "bezig", huis.hulp(gemeente)) from fout
    except DatabaseWeg as fout:
        log.error("database_weg", bij=wat)
        detail = NIET_BEWAARD.format(wat=wat)
        raise Probleem(503, detail, "storing", huis.hulp(gemeente), kop={"Retry-After": "60"}) from fout


def _herhaal(huis: Huis, eerder: Idempotentie, inhoud_merk: str, een: str) -> dict[str, Any]:
    if eerder.inhoud_merk != inhoud_merk:
        raise Probleem(422, HERGEBRUIKT.format(een=een), "sleutel-hergebruikt", huis.hulp())
    return open_herhaling(eerder, huis.bos)
