"""How people looked back, as figures: by month, of families and of staff. No aanmelding and no name stands here."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api.aanmelding.looking_back import list_maanden
from api.balie.errors import Balieroute
from api.balie.reports import gemeenten_van
from api.balie.session import PAD, AangemeldDep
from api.http import HuisDep
from api.pages.forms import csrf_van
from api.pages.render import pagina

router = APIRouter(prefix=f"{PAD}/terugblik", route_class=Balieroute)


@router.get("")
def cijfers(request: Request, huis: HuisDep, wie: AangemeldDep) -> Response:
    """The answers of the own gemeente, the latest month first."""
    namen = gemeenten_van(huis, wie)
    with huis.database.lezen() as sessie:
        maanden = list_maanden(sessie, list(namen))
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": None,
        "maanden": maanden,
        "namen": namen,
    }
    return pagina(request, "balie/terugblik.html", **inhoud)
