"""The routes in steps as pages to read and print: whom to involve when, and the Meldcode. Nothing can be filled in."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.context import Huis
from api.http import HuisDep
from api.pages import structured
from api.pages.errors import Paginaroute
from api.pages.findable import Vindbaar
from api.pages.flow_chart import teken
from api.pages.reading import leespagina, lijnkaarten, van_gemeente
from api.pages.render import basisadres
from api.pages.texts import teksten
from api.problem import Probleem
from knowledge.stroomschema import Stroomschema

router = APIRouter(route_class=Paginaroute)


@router.get("/stroomschema")
def stroomschema(request: Request, huis: HuisDep, gemeente: str = "") -> Response:
    """Whom to involve when, with a picture of all steps."""
    return _stappen(request, huis, "stroomschema", gemeente, met_plaat=True)


@router.get("/meldcode")
def meldcode(request: Request, huis: HuisDep, gemeente: str = "") -> Response:
    """The Meldcode, step by step; its steps carry their own numbers."""
    return _stappen(request, huis, "meldcode", gemeente, met_plaat=False)


def _stappen(request: Request, huis: Huis, naam: str, gemeente: str, *, met_plaat: bool) -> Response:
    kennis, titel = huis.gereedschap.kennis.nu, teksten()(f"stappen.titel_{naam}")
    schema = _get_schema_or_raise(huis, naam)
    plaats = van_gemeente(huis, gemeente)
    data = structured.als_stappenplan(schema, kennis, titel, f"{basisadres(request)}/{naam}")
    vindbaar = Vindbaar.van(
        request, f"/{naam}", teksten()(f"stappen.inleiding_{naam}"),
        verborgen=schema.status == "concept",
        data=structured.graaf(data),
    )  # fmt: skip
    namen = sorted({lijn for stap in schema.stappen for lijn in stap.hulplijnen})  # 112 comes first
    return leespagina(
        request, huis, "stappen.html", gemeente, vindbaar,
        naam=naam,
        titel=titel,
        schema=schema,
        nummers={stap.id: nummer for nummer, stap in enumerate(schema.stappen, 1)} if met_plaat else {},
        plaat=teken(schema) if met_plaat else None,
        vul=lambda tekst: kennis.vul_in(tekst, plaats),
        lijnen={kaart["id"]: kaart for kaart in lijnkaarten(huis, namen, None)},
        contact=lijnkaarten(huis, (), plaats),
        bronnen=[bron.model_dump(mode="json") for bron in schema.bronnen],
        gezien={str(bron.url): bron.gezien_op for bron in schema.bronnen},
    )  # fmt: skip


def _get_schema_or_raise(huis: Huis, naam: str) -> Stroomschema:
    """The route with this name; raises Probleem 404 when it is not there or has expired."""
    schema = huis.gereedschap.kennis.nu.schemas.get(naam)
    if schema is None or huis.klok().date() > schema.verloopt_op:
        raise Probleem(404, "Deze pagina is er nu niet.", berichten=huis.hulp())
    return schema
