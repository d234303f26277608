"""Deletion that a family asked for: a professional wipes everything, or says in words for the family why not."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.aanmelding import own_data, service
from api.aanmelding.reference import zoals_gegeven
from api.aanmelding.store import find_aanmelding
from api.balie.errors import Balieroute
from api.balie.rights import mag_aanmelding
from api.balie.session import PAD, Aangemeld, AangemeldDep
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.http import HuisDep
from api.pages.forms import FormulierDep, controleer
from api.pages.render import verder
from api.problem import Probleem
from api.veiligheid.service import hoor_alleen

router = APIRouter(prefix=f"{PAD}/aanmeldingen/{{kenmerk}}", route_class=Balieroute)
MAX_REDEN = 4000


def _verzoek_or_raise(huis: Huis, wie: Aangemeld, kenmerk: str) -> AanmeldingRij:
    """The aanmelding of which deletion was asked; raises Probleem 404 when there is none that this employee may see."""
    with huis.database.lezen() as sessie:
        rij = find_aanmelding(sessie, zoals_gegeven(kenmerk))
    if rij is None or rij.wis_gevraagd_op is None or not mag_aanmelding(wie, rij):
        raise Probleem(404, "Er is hier geen verzoek om te wissen.", "geen-wisverzoek")
    return rij


@router.post("/wisverzoek")
def beslis(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """Wipe, or refuse with a reason; who did it is written down."""
    controleer(request, huis, formulier, wie.token)
    rij, reden = _verzoek_or_raise(huis, wie, kenmerk), formulier.een("reden")[:MAX_REDEN]
    hoor_alleen(huis, formulier.vrije_tekst(), gemeente=rij.gemeente)
    if formulier.een("besluit") == "wissen":
        service.wis_op_verzoek(huis, rij, wie=wie.naam)
    elif reden:
        own_data.weiger_wissen(huis, rij, wie=wie.naam, reden=reden)
    return verder(f"{PAD}/aanmeldingen/{rij.kenmerk}")
