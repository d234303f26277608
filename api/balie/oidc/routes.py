"""To the provider of the gemeente, and back. What goes wrong ends at the entrance, in words; the password goes on working."""

from __future__ import annotations

from typing import Annotated, Any

import structlog
from authlib.common.urls import add_params_to_uri
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from api.balie import session
from api.balie.entrance import eigen_pad, stap_na, toon_ingang
from api.balie.errors import INGANG, Balieroute
from api.balie.oidc.config import Aanbieder
from api.balie.oidc.errors import NietGelukt, Reden
from api.balie.oidc.people import vind_of_maak, zag_tweede_stap
from api.balie.oidc.request import PAD, begin, neem_terug, zet_geheim
from api.balie.oidc.token import lees, wissel_in
from api.balie.second_step import TWEEDE_STAP
from api.balie.session import KOEK, adresmerk, begin_zitting
from api.context import Huis
from api.http import AdresDep, HuisDep
from api.pages.forms import eigen_pagina
from api.pages.render import basisadres, pagina, verder
from api.pages.session import zet_koek
from api.problem import Probleem

log = structlog.get_logger()
router = APIRouter(prefix=PAD, route_class=Balieroute)
LANG = 4000
Woord = Annotated[str, Field(max_length=LANG)]


class Teruggekomen(BaseModel):
    """What a provider gives along through the browser."""

    code: Woord = ""
    state: Woord = ""
    error: Woord = ""
    iss: Woord = ""


def _van(huis: Huis, gemeente: str) -> Aanbieder:
    van = huis.aanbieders.get(gemeente)
    if van is None:
        raise Probleem(404, "Bij deze gemeente kun je je niet met je eigen account aanmelden.", "onbekende-gemeente")
    return van


@router.get("/{gemeente}")
def naar_aanbieder(
    gemeente: str, request: Request, huis: HuisDep, adres: AdresDep,
    naar: Annotated[str, Query(alias="verder", max_length=LANG)] = session.PAD,
) -> Response:  # fmt: skip
    """Off to the provider, when our own page asks for it."""
    van = _van(huis, gemeente)
    if not eigen_pagina(request):
        return verder(INGANG)
    wacht = huis.per_adres.wacht(f"balie:{adres}") if huis.settings.rate_limit == "on" else 0
    if wacht:
        return _weiger(request, huis, van, NietGelukt("oidc_weg", soort="te_vaak"))
    try:
        adressen = huis.aanbieders.adressen(van)
    except NietGelukt as fout:
        return _weiger(request, huis, van, fout)
    geheim, verzoek = begin(huis, gemeente, eigen_pad(naar)[:200])
    antwoord: Response = verder(verzoek.adres(van, adressen, terug=terugadres(request, gemeente)))
    zet_geheim(request, antwoord, geheim)
    return antwoord


def terugadres(request: Request, gemeente: str) -> str:
    """Where the provider sends the browser back to: one address for each gemeente, so that no provider answers for another."""
    return f"{basisadres(request)}{PAD}/{gemeente}/terug"


@router.get("/{gemeente}/terug")
def terug(
    gemeente: str, request: Request, huis: HuisDep, adres: AdresDep, kwam: Annotated[Teruggekomen, Query()]
) -> Response:
    """Back from the provider: judged once, whatever it says."""
    van = _van(huis, gemeente)
    if huis.settings.rate_limit == "on" and huis.per_adres.wacht(f"balie:{adres}"):
        return _weiger(request, huis, van, NietGelukt("oidc_weg", soort="te_vaak"))
    verzoek = neem_terug(huis, request, gemeente, kwam.state)
    try:
        if verzoek is None:
            raise NietGelukt("oidc_mislukt", stap="terug", soort="state")
        _kijk_na(huis, van, kwam)
        wat, doel = verzoek
        hier = terugadres(request, gemeente)
        gegeven = wissel_in(huis.aanbieders, van, code=kwam.code, terug=hier, bewijs=wat.bewijs)
        claims = lees(huis.aanbieders, van, gegeven, nonce=wat.nonce, nu=huis.klok())
        return _binnen(request, huis, van, claims, doel)
    except NietGelukt as fout:
        return _weiger(request, huis, van, fout)


def _kijk_na(huis: Huis, van: Aanbieder, kwam: Teruggekomen) -> None:
    """What came along through the browser; raises NietGelukt."""
    if kwam.iss != van.issuer and (kwam.iss or huis.aanbieders.adressen(van).noemt_zich):
        raise NietGelukt("oidc_mislukt", stap="terug", soort="iss")
    if kwam.error:
        reden: Reden = "oidc_afgebroken" if kwam.error == "access_denied" else "oidc_mislukt"
        raise NietGelukt(reden, stap="terug", soort="error")
    if not kwam.code:
        raise NietGelukt("oidc_mislukt", stap="terug", soort="code")


def _binnen(request: Request, huis: Huis, van: Aanbieder, claims: dict[str, Any], doel: str) -> Response:
    """A new session, and a page of our own in between: a Strict cookie does not come along on a way that began elsewhere."""
    merk, gezien = adresmerk(huis, request), zag_tweede_stap(van, claims)
    medewerker = vind_of_maak(huis, van, claims, adres=merk)
    stap = "klaar" if gezien else stap_na(huis, medewerker)
    if stap is None:
        raise NietGelukt("te_laat")
    naar = eigen_pad(doel) if stap == "klaar" else TWEEDE_STAP
    antwoord = pagina(request, "balie/binnen.html", naar=naar, wie=None, gemeente=None)
    zet_koek(request, antwoord, KOEK, begin_zitting(huis, medewerker, stap, adres=merk, oidc=gezien), pad=session.PAD)
    zet_geheim(request, antwoord, "")
    if stap == "klaar":
        log.info("balie_aangemeld", medewerker=medewerker.id, gemeente=medewerker.gemeente)
    return antwoord


def _weiger(request: Request, huis: Huis, van: Aanbieder, fout: NietGelukt) -> Response:
    """The entrance with what happened; in the log the kind of it, never who or what."""
    log.warning("balie_geweigerd", reden=fout.reden)
    if fout.stap:
        log.warning("oidc_fout", gemeente=van.gemeente, stap=fout.stap, soort=fout.soort)
    antwoord = toon_ingang(request, huis, session.PAD, fout=fout.reden, status=fout.status)
    zet_geheim(request, antwoord, "")
    return antwoord


@router.get("/{gemeente}/afmelden")
def meld_af_elders(gemeente: str, request: Request, huis: HuisDep) -> Response:
    """To the provider, to sign out there too; that is for whoever sits at this computer to decide."""
    van = _van(huis, gemeente)
    try:
        adres = huis.aanbieders.adressen(van).afmelden
    except NietGelukt as fout:
        return _weiger(request, huis, van, fout)
    if adres is None:
        return verder(INGANG)

    params = [("client_id", van.client_id), ("post_logout_redirect_uri", basisadres(request) + INGANG)]
    return verder(add_params_to_uri(adres, params))
