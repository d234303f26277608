"""Errors at the balie: signing in again when that is all that is needed, and a colleague who was first."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import quote

from fastapi import Request, Response

from api.aanmelding.store import Veranderd, find_aanmelding
from api.balie.rights import GeenRecht
from api.balie.session import KOEK, PAD, NietAangemeld
from api.balie.store import find_laatste_regel
from api.balie.work import WasJeVoor
from api.context import Huis
from api.pages.errors import Paginaroute
from api.pages.render import pagina, verder
from api.pages.session import lees_koek, zet_koek
from api.problem import Probleem

INGANG = "/balie/aanmelden"


class Balieroute(Paginaroute):
    """A route of the balie."""

    sjabloon: ClassVar[str] = "balie/fout.html"

    async def bij_fout(self, request: Request, fout: Exception) -> Response:
        """The entrance, the page of a colleague who was first, or the page for any other error."""
        if isinstance(fout, NietAangemeld):
            return naar_ingang(request)
        if isinstance(fout, GeenRecht):
            if request.url.path == PAD and fout.begin != PAD:
                return verder(fout.begin)
            fout = Probleem(403, "Dit hoort niet bij jouw rol. Vraag het aan je beheerder.", "geen-recht")
        if isinstance(fout, (WasJeVoor, Veranderd)):
            return _collega(request, str(fout))
        return await super().bij_fout(request, fout)


def naar_ingang(request: Request) -> Response:
    """To the entrance, and back afterwards; a list that refreshes by itself takes the whole page along."""
    terug = request.url.path if request.method == "GET" else PAD
    adres = f"{INGANG}?verder={quote(terug)}"
    response: Response = verder(adres)
    if request.headers.get("hx-request"):
        response = Response(status_code=401, headers={"HX-Redirect": adres, "Cache-Control": "no-store"})
    if lees_koek(request, KOEK):
        zet_koek(request, response, KOEK, "", pad=PAD)
    return response


def _collega(request: Request, kenmerk: str) -> Response:
    """What the colleague did, so that nobody has to guess."""
    huis: Huis = request.app.state.huis
    with huis.database.lezen() as sessie:
        rij = find_aanmelding(sessie, kenmerk)
        laatste = find_laatste_regel(sessie, rij.id) if rij else None
    return pagina(request, "balie/collega.html", status=409, kenmerk=kenmerk, laatste=laatste, wie=None, gemeente=None)
