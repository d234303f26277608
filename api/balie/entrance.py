"""Signing in and out."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, Any

import structlog
from fastapi import APIRouter, Query, Request, Response

from actions.kaarten import Kaart
from api.balie.accounts import DEMO, zoek_aanmelder
from api.balie.errors import Balieroute
from api.balie.lockout import Inlogslot
from api.balie.second_step import TWEEDE_STAP
from api.balie.session import KOEK, PAD, AangemeldDep, Stap, adresmerk, begin_zitting, eindig_zitting
from api.balie.totp import is_nodig, mag_instellen
from api.context import Huis
from api.database.tables import Medewerker
from api.http import AdresDep, HuisDep
from api.pages.forms import Formulier, FormulierDep, controleer, csrf_van
from api.pages.render import als_kaarten, pagina, verder
from api.pages.session import lees_koek, zet_koek
from api.veiligheid.gate import hoor_fout
from knowledge.errors import KennisFout
from knowledge.models import Gemeente

log = structlog.get_logger()
router = APIRouter(prefix=PAD, route_class=Balieroute)


@router.get("/aanmelden")
def ingang(
    request: Request, huis: HuisDep, naar: Annotated[str, Query(alias="verder")] = PAD, afgemeld: str = ""
) -> Response:
    """The form to sign in with, and the way to the account of the gemeente where there is one."""
    return toon_ingang(request, huis, naar, afgemeld=afgemeld)


def toon_ingang(
    request: Request, huis: Huis, naar: str, *, fout: str = "", seconden: int = 0, naam: str = "", status: int = 200,
    kaarten: Sequence[Kaart] = (), afgemeld: str = "",
) -> Response:  # fmt: skip
    """The cookie holds a secret before anyone is signed in, so that this form too comes from our own page."""
    geheim = lees_koek(request, KOEK) or secrets.token_urlsafe(32)
    inhoud: dict[str, Any] = {"naar": naar, "fout": fout, "seconden": seconden, "naam": naam, "demo": DEMO, "wie": None}
    inhoud |= {"kaarten_gevaar": als_kaarten(kaarten), "aanbieders": _aanbieders(huis)}
    inhoud["afgemeld"] = next((een for een in inhoud["aanbieders"] if een.id == afgemeld), None)
    antwoord = pagina(request, "balie/ingang.html", status=status, csrf=csrf_van(huis, geheim), **inhoud)
    zet_koek(request, antwoord, KOEK, geheim, pad=PAD)
    return antwoord


def _aanbieders(huis: Huis) -> list[Gemeente]:
    """The gemeenten whose staff can sign in with their own account."""
    lijst = []
    for aanbieder in huis.aanbieders:
        with suppress(KeyError, KennisFout):
            lijst.append(huis.gemeente(aanbieder.gemeente))
    return sorted(lijst, key=lambda gemeente: gemeente.naam)


@router.post("/aanmelden")
def meld_aan(request: Request, huis: HuisDep, formulier: FormulierDep, adres: AdresDep) -> Response:
    """Sign in; what is wrong is never said, only that it is wrong."""
    controleer(request, huis, formulier, lees_koek(request, KOEK))
    slot, naam = Inlogslot(huis.database, huis.bos), formulier.een("naam")
    vaak = huis.per_adres.wacht(f"balie:{adres}") if huis.settings.rate_limit == "on" else 0
    wacht = vaak or slot.neem(naam, huis.klok())
    if wacht:
        return _weiger(request, huis, formulier, "op_slot", wacht)
    medewerker = zoek_aanmelder(huis, naam, formulier.letterlijk("wachtwoord"))
    if medewerker is None:
        return _weiger(request, huis, formulier, "fout")
    slot.goed(naam)
    stap = stap_na(huis, medewerker)
    if stap is None:
        return _weiger(request, huis, formulier, "te_laat")
    eindig_zitting(huis, lees_koek(request, KOEK))
    antwoord = verder(eigen_pad(formulier.een("verder")) if stap == "klaar" else TWEEDE_STAP)
    zet_koek(request, antwoord, KOEK, begin_zitting(huis, medewerker, stap, adres=adresmerk(huis, request)), pad=PAD)
    if stap == "klaar":
        log.info("balie_aangemeld", medewerker=medewerker.id, gemeente=medewerker.gemeente)
    return antwoord


def stap_na(huis: Huis, medewerker: Medewerker) -> Stap | None:
    """What comes after the right password, or after a provider that saw no second step; None when setting up ours is needed
    and its time is over."""
    if medewerker.totp_aan:
        return "code"
    if not is_nodig(huis, medewerker):
        return "klaar"
    return "instellen" if mag_instellen(medewerker, huis.klok()) else None


def _weiger(request: Request, huis: Huis, formulier: Formulier, reden: str, seconden: int = 0) -> Response:
    log.warning("balie_geweigerd", reden=reden)
    status = 429 if seconden else 401
    naar, naam = formulier.een("verder"), formulier.een("naam")
    kaarten = hoor_fout(huis, [naam])
    antwoord = toon_ingang(
        request, huis, naar, fout=reden, seconden=seconden, naam=naam, status=status, kaarten=kaarten
    )
    if seconden:
        antwoord.headers["Retry-After"] = str(seconden)
    return antwoord


def eigen_pad(naar: str) -> str:
    """Only back to a page of the balie itself."""
    eigen = naar == PAD or naar.startswith(
        (f"{PAD}/aanmeldingen/", f"{PAD}/consulten", f"{PAD}/veiligheid", f"{PAD}/leveringen", f"{PAD}/logboek")
    )
    return naar if eigen and "\\" not in naar else PAD


@router.post("/afmelden")
def meld_af(request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """Sign out."""
    controleer(request, huis, formulier, wie.token)
    eindig_zitting(huis, wie.token)
    elders = wie.oidc is not None and huis.aanbieders.get(wie.gemeente) is not None
    antwoord = verder("/balie/aanmelden" + (f"?afgemeld={wie.gemeente}" if elders else ""))
    zet_koek(request, antwoord, KOEK, "", pad=PAD)
    antwoord.headers["Clear-Site-Data"] = '"cache"'
    return antwoord
