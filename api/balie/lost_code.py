"""A family lost its code: after the identity was checked an employee makes a new one, which is shown once."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api.aanmelding.reference import nieuwe_code
from api.aanmelding.store import open_velden, verander, voeg_toe
from api.balie.dossier import get_rij_or_raise
from api.balie.errors import Balieroute
from api.balie.session import PAD, Aangemeld, AangemeldDep, noteer
from api.balie.work import WasJeVoor
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.http import HuisDep
from api.pages.forms import FormulierDep, controleer, csrf_van
from api.pages.render import pagina
from api.problem import Probleem
from api.veiligheid.service import hoor_alleen

router = APIRouter(prefix=f"{PAD}/aanmeldingen/{{kenmerk}}/nieuwe-code", route_class=Balieroute)
TERUGGEBELD, IN_PERSOON = "teruggebeld", "in_persoon"


def manieren(huis: Huis, rij: AanmeldingRij) -> list[str]:
    """How the identity of this family can be checked: by calling the number on file only when that is there and not unsafe."""
    contact = open_velden(rij, huis.bos).get("contact") or {}
    bellen = bool(contact.get("telefoon")) and contact.get("veilig_bellen") is not False
    return [TERUGGEBELD, IN_PERSOON] if bellen else [IN_PERSOON]


@router.get("")
def vraag(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep) -> Response:
    """What has to be checked first; that someone looked is in the logbook."""
    rij = _rij(huis, wie, kenmerk)
    with huis.database.schrijven() as sessie:
        noteer(huis, sessie, wie, "nieuwe code bekeken", kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    return _toon(request, huis, wie, rij)


@router.post("")
def maak(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """Make the code and show it, this one time; the old one opens nothing any more, and who was reading along is out."""
    controleer(request, huis, formulier, wie.token)
    rij, keuze = _rij(huis, wie, kenmerk), formulier.een("keuze")
    hoor_alleen(huis, formulier.vrije_tekst(), gemeente=rij.gemeente)
    if keuze not in manieren(huis, rij):
        return _toon(request, huis, wie, rij, fout=True)
    if formulier.een("gezien") != str(rij.versie):
        raise WasJeVoor(rij.kenmerk)
    code = nieuwe_code()
    with huis.database.schrijven() as sessie:
        leeg = {"toegang_merk": None, "toegang_tot": None, "foute_codes": 0, "op_slot_tot": None}
        verander(sessie, rij, code_merk=huis.bos.merk(code), **leeg)
        voeg_toe(sessie, huis.bos, rij, wie=wie.naam, soort="nieuwe_code", op=huis.klok())
        noteer(huis, sessie, wie, f"nieuwe code, {keuze}", kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    return _toon(request, huis, wie, rij, code=code)


def _rij(huis: Huis, wie: Aangemeld, kenmerk: str) -> AanmeldingRij:
    """The aanmelding of this employee; raises Probleem 404, also when its text was wiped: there is nothing to open."""
    rij = get_rij_or_raise(huis, wie, kenmerk)
    if rij.sleutel is None:
        raise Probleem(404, "De tekst van deze aanmelding is gewist. Een code opent niets meer.", "gewist")
    return rij


def _toon(
    request: Request, huis: Huis, wie: Aangemeld, rij: AanmeldingRij, *, code: str = "", fout: bool = False
) -> Response:
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": huis.gemeente(rij.gemeente),
        "rij": rij,
        "manieren": manieren(huis, rij),
        "code": code,
        "fout": fout,
    }
    return pagina(request, "balie/nieuwe_code.html", status=422 if fout else 200, **inhoud)
