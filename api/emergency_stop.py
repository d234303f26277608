"""The noodstop: the chat off for one gemeente or for all, at once in every process, with who and why.

Read from the database at every message, so nothing has to be told to anyone. Danger is answered as always; an aanmelding that
someone is filling in can be sent: people read that, not the chat."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from actions.kaarten import Kaart
from api.balie import audit
from api.context import Huis
from api.database.upkeep_tables import Noodstop
from api.problem import CHAT_UIT, Probleem
from assistant.gate.clean import opschonen
from assistant.gate.redact import redigeer
from knowledge.models import Gemeente

log = structlog.get_logger()
OVERAL = "*"
LANGSTE_REDEN = 200
KORTSTE_REDEN = 5
NOG_EENS_S = 600


class RedenFout(ValueError):
    """A reason is missing or too long; the message says so, in Dutch."""


def list_noodstops(sessie: Session) -> list[Noodstop]:
    """Where the chat is off."""
    return list(sessie.scalars(select(Noodstop).order_by(Noodstop.bereik)))


def find_noodstop(sessie: Session, gemeente: str) -> Noodstop | None:
    """Why the chat of this gemeente is off; None when it is on. Off for all goes first."""
    vraag = select(Noodstop).where(Noodstop.bereik.in_((OVERAL, gemeente))).order_by(Noodstop.bereik)
    return sessie.scalars(vraag.limit(1)).first()


def is_uit(huis: Huis, gemeente: str) -> bool:
    """Whether the chat of this gemeente is off now; raises DatabaseWeg."""
    with huis.database.lezen() as sessie:
        return find_noodstop(sessie, gemeente) is not None


def bewaak(huis: Huis, gemeente: Gemeente, hulp: Sequence[Kaart] = ()) -> None:
    """Raises Probleem 503 when the chat is off, with `hulp`, else with the help lines and the way to the JGT."""
    if is_uit(huis, gemeente.id):
        raise dicht(huis, gemeente, hulp)


def dicht(huis: Huis, gemeente: Gemeente, hulp: Sequence[Kaart] = ()) -> Probleem:
    """That the chat is off, and who can be reached."""
    detail = f"De chat van {gemeente.naam} is even uit. Dat ligt niet aan jou. Bellen kan wel: kijk hieronder."
    kop = {"Retry-After": str(NOG_EENS_S)}
    return Probleem(503, detail, CHAT_UIT, hulp or huis.hulp(gemeente), kop=kop)


def zet_uit(huis: Huis, bereik: str, *, wie: str, reden: str, adres: str | None = None) -> None:
    """Off from now on; once more changes who and why. Names and numbers are taken out of the reason. Raises RedenFout."""
    reden = redigeer(opschonen(" ".join(reden.split()))).tekst
    if not KORTSTE_REDEN <= len(reden) <= LANGSTE_REDEN:
        raise RedenFout(f"schrijf in {KORTSTE_REDEN} tot {LANGSTE_REDEN} tekens waarom, zonder iets over een gezin")
    nu = huis.klok()
    with huis.database.schrijven() as sessie:
        sessie.merge(Noodstop(bereik=bereik, op=nu, wie=wie, reden=reden))
        _noteer(huis, sessie, bereik, wie=wie, wat=f"chat uitgezet: {reden}", adres=adres)
    log.warning("chat_uit", bereik=bereik)


def zet_aan(huis: Huis, bereik: str, *, wie: str, adres: str | None = None) -> bool:
    """On again; False when it was not off for exactly this."""
    with huis.database.schrijven() as sessie:
        weg = sessie.execute(delete(Noodstop).where(Noodstop.bereik == bereik)).rowcount  # type: ignore[attr-defined]
        if weg:
            _noteer(huis, sessie, bereik, wie=wie, wat="chat aangezet", adres=adres)
    if weg:
        log.warning("chat_aan", bereik=bereik)
    return bool(weg)


def _noteer(huis: Huis, sessie: Session, bereik: str, *, wie: str, wat: str, adres: str | None) -> None:
    """What is for all gemeenten is a line for each, so that every administrator reads it."""
    gemeenten = [bereik] if bereik != OVERAL else _alle(huis)
    for gemeente in gemeenten:
        audit.voeg_toe(sessie, huis.bos, wie=wie, wat=wat, op=huis.klok(), gemeente=gemeente, adres=adres)


def _alle(huis: Huis) -> list[str | None]:
    return [*huis.gereedschap.kennis.nu.gemeenten] if huis.aantal_artikelen else [None]
