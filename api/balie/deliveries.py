"""Leveringen at the balie: what could not be passed on or is still on its way, and sending it again."""

from __future__ import annotations

from typing import Any

import structlog
from fastapi import APIRouter, Request, Response

from api.balie.errors import Balieroute
from api.balie.reports import gemeenten_van
from api.balie.session import PAD, AangemeldDep, noteer
from api.http import HuisDep
from api.levering import store
from api.pages.forms import FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder

log = structlog.get_logger()
router = APIRouter(prefix=f"{PAD}/leveringen", route_class=Balieroute)
GEDAAN = ("opnieuw", "niet_mislukt")


@router.get("")
def lijst(request: Request, huis: HuisDep, wie: AangemeldDep, gedaan: str = "") -> Response:
    """What failed first, then what still waits; without content of any aanmelding."""
    with huis.database.lezen() as sessie:
        regels = store.list_onaf(sessie, gemeenten=list(gemeenten_van(huis, wie)))
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": None,
        "regels": regels,
        "aan": bool(huis.settings.doelen),
        "gedaan": gedaan if gedaan in GEDAAN else "",
    }
    return pagina(request, "balie/leveringen.html", **inhoud)


@router.post("/{nummer}")
def stuur_opnieuw(nummer: int, request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """Send a failed one again, from where it came; who did that is written down."""
    controleer(request, huis, formulier, wie.token)
    nu = huis.klok()
    with huis.database.schrijven() as sessie:
        regel = store.stuur_opnieuw(sessie, nummer, op=nu, gemeenten=list(gemeenten_van(huis, wie)))
        if regel is not None:
            noteer(huis, sessie, wie, "levering opnieuw", kenmerk=regel.kenmerk, gemeente=regel.gemeente)
    if regel is not None:
        log.info("levering_opnieuw", doel=regel.levering.doel, soort=regel.levering.soort, door="balie")
    return verder(f"{PAD}/leveringen?gedaan={GEDAAN[regel is None]}")
