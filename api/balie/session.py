"""A signed-in session: eight hours at most, one hour without a sign of life. The cookie is only a token.

With a second step there is first a session of ten minutes that only opens the page of that step."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal, cast

from fastapi import Depends, Request
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from api.balie import audit, rights
from api.balie.rights import Rol
from api.balie.totp import is_nodig
from api.consult.store import count_open
from api.context import Huis
from api.database.login_tables import OidcZitting
from api.database.tables import Medewerker, Zitting
from api.http import adres_van, huis_van
from api.pages.session import lees_koek

KOEK, PAD = "voordeur_balie", "/balie"
HEEL, STIL, HALF = timedelta(hours=8), timedelta(minutes=60), timedelta(minutes=10)
BIJWERKEN = timedelta(minutes=1)
SPELING = timedelta(minutes=5)  # a session that begins later than this was made by a clock that was wrong
VANZELF = "ververs"  # what htmx calls the list that refreshes by itself: no sign of life


class NietAangemeld(Exception):
    """Nobody is signed in, or not any more."""


Stap = Literal["klaar", "code", "instellen"]  # what has to be done before the balie opens


@dataclass(frozen=True)
class Aangemeld:
    """Who is at the balie: for which gemeente, in which role, of which team, from where (a keyed hash of the address)."""

    id: int
    naam: str
    gemeente: str
    demo: bool
    rol: Rol
    team: str | None
    token: str
    adres: str
    oidc: bool | None = None
    consulten: int = 0
    """How many consults wait that this employee may open."""

    def mag(self, gemeente_id: str) -> bool:
        """Whether this is a gemeente of this employee; those of the demonstration are of the demonstration."""
        return self.demo or gemeente_id == self.gemeente

    def mag_op(self, pad: str) -> bool:
        """Whether this employee may open the page at this path."""
        return rights.mag(self.rol, "GET", pad)


@dataclass(frozen=True)
class Onderweg:
    """Who gave the right password, or came from the provider of the gemeente, and what is left to do.

    `oidc` is None after a password, else whether that provider saw a second step."""

    medewerker: Medewerker
    stap: Stap
    token: str
    adres: str
    tot: datetime
    oidc: bool | None


def begin_zitting(huis: Huis, medewerker: Medewerker, stap: Stap, *, adres: str, oidc: bool | None = None) -> str:
    """A new session, and the old ones that ran out cleared away; the token holds when it began."""
    nu = huis.klok()
    token, tot = f"{secrets.token_urlsafe(32)}.{int(nu.timestamp())}", nu + (STIL if stap == "klaar" else HALF)
    with huis.database.schrijven() as sessie:
        sessie.execute(delete(Zitting).where(Zitting.tot < nu))
        merk = huis.bos.merk(token)
        sessie.add(Zitting(token_merk=merk, medewerker_id=medewerker.id, tot=tot, stap=stap))
        sessie.flush()
        if oidc is not None:
            sessie.add(OidcZitting(token_merk=merk, tweede_stap=oidc))
        if stap == "klaar":
            wie, plaats = medewerker.naam, medewerker.gemeente
            wat = "aangemeld" if oidc is None else "aangemeld bij de gemeente"
            audit.voeg_toe(sessie, huis.bos, wie=wie, wat=wat, op=nu, gemeente=plaats, adres=adres)
    return token


def eindig_zitting(huis: Huis, token: str) -> None:
    """The token opens nothing any more."""
    with huis.database.schrijven() as sessie:
        sessie.execute(delete(Zitting).where(Zitting.token_merk == huis.bos.merk(token)))


def onderweg(request: Request, huis: Annotated[Huis, Depends(huis_van)]) -> Onderweg:
    """Who gave the right password in this browser, whether a second step is still to come or not; raises NietAangemeld."""
    token = lees_koek(request, KOEK)
    vraag = select(Zitting, Medewerker, OidcZitting.tweede_stap).join(
        Medewerker, Zitting.medewerker_id == Medewerker.id
    )
    vraag = vraag.outerjoin(OidcZitting).where(Zitting.token_merk == huis.bos.merk(token))
    with huis.database.lezen() as sessie:
        rij = sessie.execute(vraag).first()
    if rij is None:
        raise NietAangemeld
    zitting, medewerker, oidc = rij
    if huis.klok() >= zitting.tot or _begonnen(token) > huis.klok() + SPELING:
        raise NietAangemeld
    if medewerker.weg_op is not None or (medewerker.demo and huis.settings.live):
        raise NietAangemeld
    return Onderweg(medewerker, cast(Stap, zitting.stap), token, adresmerk(huis, request), zitting.tot, oidc)


def aangemeld(request: Request, huis: Annotated[Huis, Depends(huis_van)]) -> Aangemeld:
    """Who is signed in, if that role may use this route; raises NietAangemeld or GeenRecht.

    Using the balie keeps the session alive, refreshing by itself does not."""
    op_weg = onderweg(request, huis)
    m = op_weg.medewerker
    if op_weg.stap != "klaar" or (is_nodig(huis, m) and not (m.totp_aan or op_weg.oidc)):
        raise NietAangemeld
    rights.controleer(m.rol, request.method, request.scope["route"].path)
    if request.headers.get("hx-trigger") != VANZELF:
        _verleng(huis, op_weg)
    rol, wachtend = cast(Rol, m.rol), _wachtende_consulten(huis, m)
    return Aangemeld(m.id, m.naam, m.gemeente, m.demo, rol, m.team, op_weg.token, op_weg.adres, op_weg.oidc, wachtend)


def _wachtende_consulten(huis: Huis, m: Medewerker) -> int:
    """For the menu, which stands on every page."""
    if not rights.mag(m.rol, "GET", f"{PAD}/consulten"):
        return 0
    with huis.database.lezen() as sessie:
        return count_open(sessie, gemeente=m.gemeente, teams=rights.teams_van(m))


def noteer(
    huis: Huis, sessie: Session, wie: Aangemeld, wat: str, *, kenmerk: str = "", gemeente: str | None = None
) -> None:
    """Write down what this employee does, in the transaction in which it is done; without gemeente it is the own one."""
    audit.voeg_toe(
        sessie, huis.bos, wie=wie.naam, wat=wat, op=huis.klok(), kenmerk=kenmerk, gemeente=gemeente or wie.gemeente,
        adres=wie.adres,
    )  # fmt: skip


def adresmerk(huis: Huis, request: Request) -> str:
    """A keyed hash of the address: the same for the same address, and not to be turned back without the master key."""
    return huis.bos.merk(f"adres:{adres_van(request)}")[:32]


def _verleng(huis: Huis, wie: Onderweg) -> None:
    """Alive for another hour, as far as eight hours go; written down once a minute at most."""
    nieuw = min(huis.klok() + STIL, _begonnen(wie.token) + HEEL)
    if nieuw - wie.tot < BIJWERKEN:
        return
    merk = huis.bos.merk(wie.token)
    with huis.database.schrijven() as sessie:
        sessie.execute(update(Zitting).where(Zitting.token_merk == merk).values(tot=nieuw))


def _begonnen(token: str) -> datetime:
    """When the session began; the token is only believed after its mark was found."""
    return datetime.fromtimestamp(int(token.rpartition(".")[2]), UTC)


OnderwegDep = Annotated[Onderweg, Depends(onderweg)]
AangemeldDep = Annotated[Aangemeld, Depends(aangemeld)]
