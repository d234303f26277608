"""The conversation without JavaScript: the same service as the API, with a form instead of a script."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response

from actions.kaarten import Kaart
from actions.present import contactkaart
from api.chat import store
from api.chat.intake import Verzoek
from api.chat.routes import transcript
from api.chat.service import WIS, beantwoord, get_geldig_gesprek, start_gesprek, wis_gesprek
from api.context import Huis
from api.database.engine import DatabaseWeg
from api.emergency_stop import is_uit
from api.http import AdresDep, HuisDep
from api.pages.demo import get_gemeente_or_raise
from api.pages.errors import Paginaroute
from api.pages.forms import (
    Formulier,
    FormulierDep,
    alleen_eigen_pagina,
    controleer,
    csrf_van,
    met_geduld,
    nieuwe_sleutel,
)
from api.pages.render import als_kaarten, pagina, verder
from api.pages.session import Sessie
from api.problem import CHAT_UIT, Probleem, titel_van
from api.veiligheid.gate import hoor_fout, is_veiligheidsantwoord
from api.veiligheid.rules import regelmerk
from knowledge.models import Gemeente

router = APIRouter(prefix="/chat/{gemeente_id}", route_class=Paginaroute)
VOORBIJ = (401, 404)


@router.get("")
def toon(gemeente_id: str, request: Request, huis: HuisDep, gewist: bool = False) -> Response:
    """The conversation so far, or how to begin one."""
    gemeente = get_gemeente_or_raise(huis, gemeente_id)
    sessie = Sessie.van(request)
    try:
        if is_uit(huis, gemeente_id):
            return _dicht(request, huis, gemeente, sessie, huis.hulp(gemeente), status=200)
        if sessie.gesprek and is_van(huis, sessie, gemeente_id):
            return _gesprek(request, huis, gemeente_id, sessie)
        return _begin(request, huis, gemeente, gewist=gewist)
    except Probleem as probleem:
        return _mislukt(request, huis, gemeente_id, sessie, Formulier({}), probleem)


@router.post("/begin")
def begin(gemeente_id: str, request: Request, huis: HuisDep, formulier: FormulierDep, adres: AdresDep) -> Response:
    """A new conversation, with the first question if one was typed."""
    get_gemeente_or_raise(huis, gemeente_id)
    alleen_eigen_pagina(request)
    try:
        gestart = start_gesprek(huis, gemeente_id=gemeente_id, rol=None, adres=adres)
    except Probleem as probleem:
        return _mislukt(request, huis, gemeente_id, Sessie(), formulier, probleem)
    sessie = replace(Sessie.van(request), gesprek=gestart["id"], token=gestart["token"], verzonden="")
    if formulier.een("tekst"):
        antwoord = _stuur(request, huis, gemeente_id, sessie, formulier, adres)
    else:
        antwoord = verder(f"/chat/{gemeente_id}")
    sessie.bewaar(request, antwoord)
    return antwoord


@router.post("/bericht")
def stuur(gemeente_id: str, request: Request, huis: HuisDep, formulier: FormulierDep, adres: AdresDep) -> Response:
    """One message or one button."""
    sessie = Sessie.van(request)
    if sessie.gesprek:
        controleer(request, huis, formulier, sessie.token)
    return _stuur(request, huis, gemeente_id, sessie, formulier, adres)


@router.post("/wissen")
def wis(gemeente_id: str, request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """Wipe the conversation now."""
    sessie = Sessie.van(request)
    controleer(request, huis, formulier, sessie.token)
    wis_gesprek(huis, sessie.gesprek, sessie.token)
    return _gewist(request, gemeente_id, sessie)


def is_van(huis: Huis, sessie: Sessie, gemeente_id: str) -> bool:
    """Whether the conversation of this browser is one with this gemeente; raises Probleem 401 or 404."""
    return get_geldig_gesprek(huis, sessie.gesprek, sessie.token).gemeente == gemeente_id


def _stuur(
    request: Request, huis: Huis, gemeente_id: str, sessie: Sessie, formulier: Formulier, adres: str
) -> Response:
    keuze, tekst = formulier.een("keuze"), formulier.een("tekst")
    inhoud = json.dumps({"keuze": keuze} if keuze else {"tekst": tekst}, ensure_ascii=False).encode()
    sleutel = formulier.een("sleutel") or nieuwe_sleutel()
    verzoek = Verzoek(sessie.gesprek, sessie.token, inhoud, sleutel[:200], adres)
    try:
        met_geduld(lambda: beantwoord(huis, verzoek))
    except Probleem as probleem:
        return _mislukt(request, huis, gemeente_id, sessie, formulier, probleem)
    if keuze == WIS:
        return _gewist(request, gemeente_id, sessie)
    return verder(f"/chat/{gemeente_id}#laatste")


def _begin(
    request: Request, huis: Huis, gemeente: Gemeente, *, gewist: bool = False, getypt: str = "", probleem: Any = None
) -> Response:
    uitleg = huis.gereedschap.teksten.zeg("contact_uitleg").tekst
    return pagina(
        request,
        "begin.html",
        gemeente=gemeente,
        gewist=gewist,
        getypt=getypt,
        probleem=probleem,
        dagen=huis.settings.bewaar_gesprek_dagen,
        contact=contactkaart(gemeente, None, huis.klok(), uitleg).model_dump(),
    )


def _dicht(
    request: Request, huis: Huis, gemeente: Gemeente, sessie: Sessie, berichten: Sequence[Kaart], *, status: int,
    getypt: str = "",
) -> Response:  # fmt: skip
    """Instead of the chat: who can be reached, and what someone with a conversation can still do with it."""
    inhoud = {"gemeente": gemeente, "berichten": als_kaarten(berichten), "getypt": getypt}
    csrf = csrf_van(huis, sessie.token) if sessie.gesprek else ""
    return pagina(request, "dicht.html", status=status, csrf=csrf, **inhoud)


def _gewist(request: Request, gemeente_id: str, sessie: Sessie) -> Response:
    antwoord = verder(f"/chat/{gemeente_id}?gewist=1")
    sessie.zonder_gesprek().bewaar(request, antwoord)
    return antwoord


def _mislukt(
    request: Request, huis: Huis, gemeente_id: str, sessie: Sessie, formulier: Formulier, probleem: Probleem
) -> Response:
    """The page again, with what went wrong, what helps meanwhile, and the text that was typed."""
    gemeente = get_gemeente_or_raise(huis, gemeente_id)
    gehoord = hoor_fout(huis, formulier.vrije_tekst())
    if not is_veiligheidsantwoord(probleem.berichten):
        probleem.berichten = gehoord or probleem.berichten
    fout = {
        "title": titel_van(probleem),
        "detail": probleem.detail,
        "berichten": als_kaarten(probleem.berichten or huis.hulp(gemeente)),
    }
    getypt = formulier.een("tekst")
    if probleem.soort == CHAT_UIT:
        return _dicht(request, huis, gemeente, sessie, probleem.berichten, status=probleem.status, getypt=getypt)
    if probleem.status in VOORBIJ or not sessie.gesprek:
        antwoord = _begin(request, huis, gemeente, getypt=getypt, probleem=fout)
        antwoord.status_code = probleem.status
        antwoord.headers.update(probleem.kop)
        Sessie.van(request).zonder_gesprek().bewaar(request, antwoord)
        return antwoord
    nieuw = probleem.status == 422
    sleutel = nieuwe_sleutel() if nieuw else formulier.een("sleutel")
    antwoord = _gesprek(request, huis, gemeente_id, sessie, probleem=fout, getypt=getypt, sleutel=sleutel)
    antwoord.status_code = probleem.status
    antwoord.headers.update(probleem.kop)
    return antwoord


def _gesprek(
    request: Request, huis: Huis, gemeente_id: str, sessie: Sessie, *, probleem: Any = None, getypt: str = "",
    sleutel: str = "",
) -> Response:  # fmt: skip
    try:
        regels = _beurten(transcript(sessie.gesprek, huis, sessie.token)["berichten"])
    except DatabaseWeg:
        if probleem is None:
            raise
        regels = []  # what helps now is on the page, the rest of the conversation comes back later
    return pagina(
        request,
        "gesprek.html",
        gemeente=get_gemeente_or_raise(huis, gemeente_id),
        beurten=regels,
        csrf=csrf_van(huis, sessie.token),
        sleutel=sleutel or nieuwe_sleutel(),
        verzonden=bool(sessie.verzonden),
        probleem=probleem,
        getypt=getypt,
        regel=_laatste_regel(huis, sessie),
    )


def _laatste_regel(huis: Huis, sessie: Sessie) -> str:
    """The mark of the rule behind the last answer, for the link 'gemist of vals alarm'; empty when there was none."""
    try:
        with huis.database.lezen() as lezer:
            beurten = store.list_beurten(lezer, sessie.gesprek)
    except DatabaseWeg:
        return ""
    return regelmerk(beurten[-1].regel, huis.bos) if beurten and beurten[-1].regel else ""


def _beurten(regels: list[Any]) -> list[dict[str, Any]]:
    """The lines together by who speaks; only the buttons of the last answer can still be pressed."""
    beurten: list[dict[str, Any]] = []
    for regel in regels:
        gewoon = regel if isinstance(regel, dict) else regel.model_dump(mode="json")
        if not beurten or beurten[-1]["van"] != gewoon["van"]:
            beurten.append({"van": gewoon["van"], "kaarten": [], "laatste": False})
        beurten[-1]["kaarten"].append(gewoon["kaart"])
    if beurten:
        beurten[-1]["laatste"] = True
    return beurten
