"""One aanmelding: read it, and do something with it. Every opening is written down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from fastapi import APIRouter, Request, Response

from api.aanmelding.reference import zoals_gegeven
from api.aanmelding.store import find_aanmelding
from api.balie import work
from api.balie.errors import Balieroute
from api.balie.rights import mag_aanmelding
from api.balie.session import PAD, Aangemeld, AangemeldDep, noteer
from api.balie.view import Dossier, als_dossier
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.http import HuisDep
from api.pages.fields import in_woorden
from api.pages.forms import Formulier, FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder
from api.problem import Probleem
from api.veiligheid.service import hoor_alleen

router = APIRouter(prefix=f"{PAD}/aanmeldingen/{{kenmerk}}", route_class=Balieroute)


def _rij_or_raise(huis: Huis, wie: Aangemeld, kenmerk: str) -> AanmeldingRij:
    """The aanmelding, if this employee may see it; raises Probleem 404, whether it exists or not. A refusal is written down."""
    with huis.database.lezen() as sessie:
        rij = find_aanmelding(sessie, zoals_gegeven(kenmerk))
    if rij is not None and mag_aanmelding(wie, rij):
        return rij
    if rij is not None:
        with huis.database.schrijven() as sessie:
            noteer(huis, sessie, wie, "geweigerd", kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    detail = "Deze aanmelding is er niet, of hoort bij een andere gemeente of een ander team."
    raise Probleem(404, detail, "onbekende-aanmelding")


def _open(huis: Huis, wie: Aangemeld, kenmerk: str, wat: str) -> Dossier:
    """Written down first, then opened."""
    rij = _rij_or_raise(huis, wie, kenmerk)
    with huis.database.schrijven() as sessie:
        noteer(huis, sessie, wie, wat, kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    return als_dossier(huis, rij)


@router.get("")
def lees(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep, gedaan: str = "") -> Response:
    """The aanmelding, first things first."""
    return _toon(request, huis, wie, kenmerk, gedaan=gedaan)


def _toon(
    request: Request, huis: Huis, wie: Aangemeld, kenmerk: str, *, gedaan: str = "", fout: str = "", stap: str = "",
    invoer: Formulier | None = None,
) -> Response:  # fmt: skip
    dossier = _open(huis, wie, kenmerk, "gelezen")
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": dossier.gemeente,
        "d": dossier,
        "woorden": _woorden(dossier),
        "gedaan": gedaan if gedaan in work.STAPPEN else "",
        "fout": fout,
        "foute_stap": stap,
        "invoer": invoer or Formulier({}),
    }
    return pagina(request, "balie/dossier.html", status=422 if fout else 200, **inhoud)


@router.get("/print")
def druk_af(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep) -> Response:
    """One sheet for the aanmeldoverleg, without any mark of danger."""
    dossier = _open(huis, wie, kenmerk, "afgedrukt")
    return pagina(request, "balie/print.html", wie=wie, d=dossier, woorden=_woorden(dossier))


def _woorden(dossier: Dossier) -> Callable[[str, Any], str]:
    """Answers of this gemeente in words."""
    return partial(in_woorden, gemeente=dossier.gemeente)


@router.post("/{stap}")
def verwerk(
    kenmerk: str, stap: str, request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep
) -> Response:
    """Take one step; what is missing is said on the page itself, with the typed text kept."""
    controleer(request, huis, formulier, wie.token)
    rij = _rij_or_raise(huis, wie, kenmerk)
    if stap not in work.STAPPEN:
        raise Probleem(404, "Deze stap bestaat niet.", "onbekende-stap")
    try:
        work.verwerk(huis, wie, rij.kenmerk, work.STAPPEN[stap], formulier)
    except work.Onvolledig as fout:
        hoor_alleen(huis, formulier.vrije_tekst(), gemeente=rij.gemeente)
        return _toon(request, huis, wie, rij.kenmerk, fout=fout.tekst, stap=stap, invoer=formulier)
    return verder(f"{PAD}/aanmeldingen/{rij.kenmerk}?gedaan={stap}")
