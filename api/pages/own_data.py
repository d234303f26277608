"""The family's own data: see and keep all of it, put it in a calendar, ask for deletion."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.aanmelding import own_data, service
from api.aanmelding.confirmation import agenda as agenda_van
from api.aanmelding.reminder import BESTAND
from api.database.tables import AanmeldingRij
from api.http import HuisDep
from api.pages import fields
from api.pages.confirmation import als_agenda
from api.pages.errors import Paginaroute
from api.pages.family import eigen
from api.pages.forms import FormulierDep, csrf_van
from api.pages.logbook import oude_waarden
from api.pages.render import pagina, verder
from api.pages.session import Sessie

router = APIRouter(prefix="/aanmelding", route_class=Paginaroute)
JSON_BESTAND = "notitie.json"


def _geopend(request: Request, huis: HuisDep) -> AanmeldingRij:
    sessie = Sessie.van(request)
    return service.get_voor_familie(huis, sessie.kenmerk, sessie.toegang)


@router.get("/inzage")
def inzage(request: Request, huis: HuisDep) -> Response:
    """Everything, to read and to put on paper."""
    rij = _geopend(request, huis)
    alles, gemeente = own_data.inzage(huis, rij), huis.gemeente(rij.gemeente)
    uit = alles.aanmelding
    return pagina(
        request,
        "inzage.html",
        alles=alles,
        uit=uit,
        regels=fields.regels(uit.velden, gemeente),
        logboek=[(regel, oude_waarden(regel.soort, regel.tekst, gemeente)) for regel in uit.logboek],
        json_adres=f"/aanmelding/{JSON_BESTAND}",
    )


@router.get(f"/{JSON_BESTAND}")
def als_json(request: Request, huis: HuisDep) -> Response:
    """The same for a computer, under a name that says nothing."""
    inhoud = own_data.inzage(huis, _geopend(request, huis)).model_dump_json(indent=2)
    kop = {"Content-Disposition": f'attachment; filename="{JSON_BESTAND}"', "Cache-Control": "no-store"}
    return Response(inhoud, media_type="application/json; charset=utf-8", headers=kop)


@router.get(f"/{BESTAND}")
def agenda(request: Request, huis: HuisDep) -> Response:
    """The belofte for someone's own calendar."""
    return als_agenda(agenda_van(huis, _geopend(request, huis)))


@router.get("/wissen")
def vraag_eerst(request: Request, huis: HuisDep) -> Response:
    """What deletion does, before it is asked."""
    rij = _geopend(request, huis)
    opgepakt = rij.status not in service.VOOR_OPPAKKEN
    return pagina(request, "wissen.html", opgepakt=opgepakt, csrf=csrf_van(huis, Sessie.van(request).toegang))


@router.post("/wissen")
def wis(request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """Wiped at once, or asked."""
    sessie, rij = eigen(request, huis, formulier)
    if not own_data.vraag_wissen(huis, rij).gewist:
        return verder("/aanmelding?gedaan=wissen#wissen")
    antwoord = pagina(request, "ingetrokken.html", gewist=True)
    sessie.zonder_aanmelding().bewaar(request, antwoord)
    return antwoord
