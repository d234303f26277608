"""One aanmelding: read it, and do something with it. Every opening is written down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from fastapi import APIRouter, Request, Response

from api.aanmelding.reference import zoals_gegeven
from api.aanmelding.states import KanNiet
from api.aanmelding.store import Veranderd, find_aanmelding
from api.balie import work
from api.balie.attention import aandachtsgebieden
from api.balie.doubles import list_dubbel
from api.balie.entry import als_invoer
from api.balie.errors import Balieroute
from api.balie.opened import Dossier, als_dossier
from api.balie.rights import mag_aanmelding, teams_van
from api.balie.session import PAD, Aangemeld, AangemeldDep, noteer
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.http import HuisDep
from api.pages.fields import in_woorden
from api.pages.forms import Formulier, FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder
from api.pages.texts import teksten
from api.problem import Probleem
from api.veiligheid.service import hoor_alleen

router = APIRouter(prefix=f"{PAD}/aanmeldingen/{{kenmerk}}", route_class=Balieroute)
VERZOEK = "afsluiten_verzoek"
BEWAAR_ALS = "notitie"  # where typed text can be kept when its own step is gone


def get_rij_or_raise(huis: Huis, wie: Aangemeld, kenmerk: str) -> AanmeldingRij:
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
    rij = get_rij_or_raise(huis, wie, kenmerk)
    with huis.database.schrijven() as sessie:
        noteer(huis, sessie, wie, wat, kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    return als_dossier(huis, rij, wie.naam)


@router.get("")
def lees(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep, gedaan: str = "") -> Response:
    """The aanmelding, first things first."""
    return _toon(request, huis, wie, kenmerk, gedaan=gedaan)


def _toon(
    request: Request, huis: Huis, wie: Aangemeld, kenmerk: str, *, gedaan: str = "", fout: str = "", stap: str = "",
    botsing: str = "", invoer: Formulier | None = None,
) -> Response:  # fmt: skip
    """The page; with `fout` something is missing, with `botsing` the step could not be taken any more. Typed text is kept."""
    dossier = _open(huis, wie, kenmerk, "gelezen")
    kan_nog = stap in {een.naam for een in dossier.stappen}
    with huis.database.lezen() as sessie:
        dubbel = list_dubbel(sessie, dossier.rij, teams=teams_van(wie), nu=huis.klok())
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": dossier.gemeente,
        "dubbel": dubbel,
        "aandacht": aandachtsgebieden(huis, dossier.rij, dossier.gemeente, dossier.velden),
        "d": dossier,
        "woorden": _woorden(dossier),
        "gedaan": gedaan if gedaan in {*work.STAPPEN, VERZOEK} else "",
        "fout": fout,
        "botsing": botsing,
        "foute_stap": stap if kan_nog or not botsing else BEWAAR_ALS,
        "invoer": invoer or Formulier({}),
        "nu": als_invoer(huis.klok()),
    }
    return pagina(request, "balie/dossier.html", status=409 if botsing else 422 if fout else 200, **inhoud)


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
    """Take one step; what is missing or who was first is said on the page itself, with the typed text kept."""
    controleer(request, huis, formulier, wie.token)
    rij = get_rij_or_raise(huis, wie, kenmerk)
    if stap not in work.STAPPEN:
        raise Probleem(404, "Deze stap bestaat niet.", "onbekende-stap")
    try:
        work.verwerk(huis, wie, rij.kenmerk, work.STAPPEN[stap], formulier)
    except (work.Onvolledig, work.WasJeVoor, KanNiet, Veranderd) as fout:
        hoor_alleen(huis, formulier.vrije_tekst(), gemeente=rij.gemeente)
        return _toon(request, huis, wie, rij.kenmerk, stap=stap, invoer=formulier, **_waarom(fout))
    return verder(_na(huis, wie, rij.kenmerk, stap))


def _na(huis: Huis, wie: Aangemeld, kenmerk: str, stap: str) -> str:
    """Back to the aanmelding, which says what was done; to the worklist when it went to a team of others."""
    with huis.database.lezen() as sessie:
        rij = find_aanmelding(sessie, kenmerk)
    if rij is None or not mag_aanmelding(wie, rij):
        return PAD
    gedaan = VERZOEK if stap == "afsluiten" and rij.sluit_door else stap
    return f"{PAD}/aanmeldingen/{kenmerk}?gedaan={gedaan}"


def _waarom(fout: Exception) -> dict[str, str]:
    """What to say: what is missing, that it is impossible now, or that somebody was first."""
    if isinstance(fout, work.Onvolledig):
        return {"fout": teksten()(f"fout_stap.{fout.tekst}", **fout.woorden)}
    if isinstance(fout, KanNiet):
        return {"botsing": teksten()("botsing.kan_niet", stand=teksten()(f"stand_balie.{fout.status}").lower())}
    return {"botsing": teksten()("botsing.was_je_voor")}
