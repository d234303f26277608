"""The users of a gemeente, for its administrator: in which role, with a second step or not; and starting that step again."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.balie import totp
from api.balie.errors import Balieroute
from api.balie.session import PAD, Aangemeld, AangemeldDep, noteer
from api.database.tables import Medewerker
from api.http import HuisDep
from api.pages.forms import FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder
from api.problem import Probleem

router = APIRouter(prefix=f"{PAD}/gebruikers", route_class=Balieroute)
GEDAAN = "opnieuw"


@router.get("")
def lijst(request: Request, huis: HuisDep, wie: AangemeldDep, gedaan: str = "") -> Response:
    """Everyone of the own gemeente."""
    with huis.database.lezen() as sessie:
        hier = select(Medewerker).where(Medewerker.weg_op.is_(None)).order_by(Medewerker.naam)
        rijen = [rij for rij in sessie.scalars(hier) if wie.mag(rij.gemeente)]
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": None,
        "rijen": rijen,
        "gedaan": gedaan == GEDAAN,
    }
    return pagina(request, "balie/gebruikers.html", **inhoud)


@router.post("/{nummer}/tweede-stap")
def begin_opnieuw(nummer: int, request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """Whoever lost phone and codes may set up the second step again; every session of that account ends."""
    controleer(request, huis, formulier, wie.token)
    with huis.database.schrijven() as sessie:
        rij = _rij_or_raise(sessie, wie, nummer)
        totp.zet_terug(sessie, rij, huis.klok())
        noteer(huis, sessie, wie, f"tweede stap terug: {rij.id}", gemeente=rij.gemeente)
    return verder(f"{PAD}/gebruikers?gedaan={GEDAAN}")


def _rij_or_raise(sessie: Session, wie: Aangemeld, nummer: int) -> Medewerker:
    rij = sessie.get(Medewerker, nummer)
    if rij is None or rij.weg_op is not None or not wie.mag(rij.gemeente):
        raise Probleem(404, "Deze gebruiker is er niet, of hoort bij een andere gemeente.", "onbekende-gebruiker")
    return rij
