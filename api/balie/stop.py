"""The noodstop at the balie: the chat of the own gemeente off and on, with a reason."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api import emergency_stop
from api.balie.errors import Balieroute
from api.balie.session import PAD, Aangemeld, AangemeldDep
from api.context import Huis
from api.http import HuisDep
from api.pages.demo import get_gemeente_or_raise
from api.pages.forms import FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder
from api.veiligheid.service import hoor_alleen

router = APIRouter(prefix=f"{PAD}/noodstop", route_class=Balieroute)


@router.get("")
def toon(request: Request, huis: HuisDep, wie: AangemeldDep) -> Response:
    """Whether the chat is on, and if not since when, by whom and why."""
    return _toon(request, huis, wie)


def _toon(request: Request, huis: Huis, wie: Aangemeld, *, fout: str = "", getypt: str = "") -> Response:
    with huis.database.lezen() as sessie:
        uit = emergency_stop.find_noodstop(sessie, wie.gemeente)
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": get_gemeente_or_raise(huis, wie.gemeente),
        "uit": uit,
        "overal": uit is not None and uit.bereik == emergency_stop.OVERAL,
        "fout": fout,
        "getypt": getypt,
    }
    return pagina(request, "balie/noodstop.html", status=422 if fout else 200, **inhoud)


@router.post("/uit")
def zet_uit(request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """Off, at once and everywhere."""
    controleer(request, huis, formulier, wie.token)
    reden = formulier.een("reden")
    hoor_alleen(huis, formulier.vrije_tekst(), gemeente=wie.gemeente)
    try:
        emergency_stop.zet_uit(huis, wie.gemeente, wie=wie.naam, reden=reden, adres=wie.adres)
    except emergency_stop.RedenFout as fout:
        return _toon(request, huis, wie, fout=str(fout), getypt=reden)
    return verder(f"{PAD}/noodstop")


@router.post("/aan")
def zet_aan(request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """On again; what is off for all gemeenten stays off."""
    controleer(request, huis, formulier, wie.token)
    emergency_stop.zet_aan(huis, wie.gemeente, wie=wie.naam, adres=wie.adres)
    return verder(f"{PAD}/noodstop")
