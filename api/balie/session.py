"""A signed-in session: eight hours at most, one hour without a sign of life. The cookie is only a token."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import delete, update

from api.context import Huis
from api.database.tables import Medewerker, Zitting
from api.http import huis_van

KOEK, PAD = "voordeur_balie", "/balie"
HEEL, STIL = timedelta(hours=8), timedelta(minutes=60)
BIJWERKEN = timedelta(minutes=1)
VANZELF = "ververs"  # what htmx calls the list that refreshes by itself: no sign of life


class NietAangemeld(Exception):
    """Nobody is signed in, or not any more."""


@dataclass(frozen=True)
class Aangemeld:
    """Who is at the balie, and for which gemeente."""

    id: int
    naam: str
    gemeente: str
    demo: bool
    token: str

    def mag(self, gemeente_id: str) -> bool:
        """Whether this employee may see aanmeldingen of this gemeente; the demonstration sees all demo gemeenten."""
        return self.demo or gemeente_id == self.gemeente


def begin_zitting(huis: Huis, medewerker: Medewerker) -> str:
    """A new session, and the old ones that ran out cleared away; the token holds when it began."""
    nu = huis.klok()
    token = f"{secrets.token_urlsafe(32)}.{int(nu.timestamp())}"
    with huis.database.schrijven() as sessie:
        sessie.execute(delete(Zitting).where(Zitting.tot < nu))
        sessie.add(Zitting(token_merk=huis.bos.merk(token), medewerker_id=medewerker.id, tot=nu + STIL))
    return token


def eindig_zitting(huis: Huis, token: str) -> None:
    """The token opens nothing any more."""
    with huis.database.schrijven() as sessie:
        sessie.execute(delete(Zitting).where(Zitting.token_merk == huis.bos.merk(token)))


def aangemeld(request: Request, huis: Annotated[Huis, Depends(huis_van)]) -> Aangemeld:
    """Who is signed in; raises NietAangemeld. Using the balie keeps the session alive, refreshing by itself does not."""
    token, nu = request.cookies.get(KOEK, ""), huis.klok()
    merk = huis.bos.merk(token)
    with huis.database.lezen() as sessie:
        zitting = sessie.get(Zitting, merk)
        medewerker = sessie.get(Medewerker, zitting.medewerker_id) if zitting else None
    if zitting is None or medewerker is None or nu >= zitting.tot or (medewerker.demo and huis.settings.live):
        raise NietAangemeld
    if request.headers.get("hx-trigger") != VANZELF:
        _verleng(huis, merk, zitting.tot, min(nu + STIL, _begonnen(token) + HEEL))
    return Aangemeld(medewerker.id, medewerker.naam, medewerker.gemeente, medewerker.demo, token)


def _verleng(huis: Huis, merk: str, tot: datetime, nieuw: datetime) -> None:
    if nieuw - tot < BIJWERKEN:
        return
    with huis.database.schrijven() as sessie:
        sessie.execute(update(Zitting).where(Zitting.token_merk == merk).values(tot=nieuw))


def _begonnen(token: str) -> datetime:
    """When the session began; the token is only believed after its mark was found."""
    return datetime.fromtimestamp(int(token.rpartition(".")[2]), UTC)


AangemeldDep = Annotated[Aangemeld, Depends(aangemeld)]
