"""Leaving at once: wipe the conversation, forget this browser, go to a neutral page."""

from __future__ import annotations

from contextlib import suppress

from fastapi import APIRouter, Request, Response

from api.chat.service import wis_gesprek
from api.database.engine import DatabaseWeg
from api.http import HuisDep
from api.pages.errors import Paginaroute
from api.pages.forms import FormulierDep, eigen_pagina
from api.pages.render import pagina
from api.pages.session import Sessie
from api.problem import Probleem

router = APIRouter(route_class=Paginaroute)
VLUCHT = "https://www.buienradar.nl/"


@router.post("/weg")
def weg(request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """Never an error: whoever presses this leaves. A redirect would be stopped by form-action, a refresh is not."""
    sessie = Sessie.van(request)
    if sessie.gesprek and eigen_pagina(request):
        with suppress(Probleem, DatabaseWeg):
            wis_gesprek(huis, sessie.gesprek, sessie.token)
    antwoord = pagina(request, "weg.html", adres=VLUCHT)
    antwoord.headers["Refresh"] = f"0; url={VLUCHT}"
    Sessie().bewaar(request, antwoord)
    return antwoord
