"""Correcting what was sent: the same questions again, except how to be reached; what stood there stays to be seen."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api.aanmelding import service
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.http import HuisDep
from api.pages import fields
from api.pages.errors import Paginaroute
from api.pages.family import eigen
from api.pages.forms import FormulierDep, csrf_van
from api.pages.render import als_kaarten, pagina, verder
from api.pages.session import Sessie
from api.veiligheid.gate import hoor_fout

router = APIRouter(prefix="/aanmelding", route_class=Paginaroute)
DELEN = (("jij", fields.JIJ), ("vraag", fields.VRAAG), ("meer", fields.MEER))
VELDEN = tuple(veld for _, velden in DELEN for veld in velden)


@router.get("/verbeteren")
def toon(request: Request, huis: HuisDep) -> Response:
    """The form with what was sent."""
    sessie = Sessie.van(request)
    rij = service.get_voor_familie(huis, sessie.kenmerk, sessie.toegang)
    return _formulier(request, huis, rij, service.lees(huis, rij).velden, {})


def _formulier(
    request: Request, huis: Huis, rij: AanmeldingRij, velden: dict[str, Any], fouten: dict[str, str], kaarten: Any = ()
) -> Response:
    gemeente = huis.gemeente(rij.gemeente)
    return pagina(
        request,
        "verbeteren.html",
        status=422 if fouten else 200,
        delen=DELEN,
        waarden=velden,
        fouten=fouten,
        labels={naam: fields.label(naam) for naam in fouten},
        opties=fields.opties(gemeente, velden.get("leefgebieden") or ()),
        csrf=csrf_van(huis, Sessie.van(request).toegang),
        kaarten=als_kaarten(kaarten),
    )


@router.post("/verbeteren")
def bewaar(request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """Keep what is right; the balie goes on seeing what stood there first."""
    _, rij = eigen(request, huis, formulier)
    nieuw = fields.lees(formulier, VELDEN) | {"leefgebieden": formulier.meer("leefgebieden")}
    heel = service.lees(huis, rij).velden | nieuw
    fouten = fields.keur({naam: waarde for naam, waarde in heel.items() if waarde}, huis.gemeente(rij.gemeente))
    if fouten:
        return _formulier(request, huis, rij, heel, fouten, hoor_fout(huis, formulier.vrije_tekst()))
    service.wijzig(huis, rij, nieuw)
    return verder("/aanmelding?gedaan=verbeteren#logboek")
