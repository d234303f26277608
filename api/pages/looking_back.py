"""One question to the family after the first contact: one tap, words if they like, and it is never asked again."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.aanmelding import service
from api.aanmelding.looking_back import ANTWOORDEN, OVERSLAAN, kijk_terug, vraagt_terugblik
from api.aanmelding.store import OPEN, Veranderd, find_aanmelding
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.http import HuisDep
from api.pages.errors import Paginaroute
from api.pages.family import MAX_BERICHT, eigen, toon_aanmelding
from api.pages.forms import FormulierDep
from api.pages.render import verder
from api.veiligheid.gate import hoor_fout

router = APIRouter(prefix="/aanmelding", route_class=Paginaroute)
SOORT = "terugkoppeling"
KLAAR = "/aanmelding?gedaan=terugblik"


@router.post("/terugblik")
def antwoord(request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """The answer is counted apart from the aanmelding; the words go with it, sealed, for the team to read."""
    sessie, rij = eigen(request, huis, formulier)
    keuze, tekst = formulier.een("antwoord"), formulier.een("tekst")
    if keuze not in (*ANTWOORDEN, OVERSLAAN) or len(tekst) > MAX_BERICHT:
        kaarten = hoor_fout(huis, formulier.vrije_tekst())
        return toon_aanmelding(request, huis, rij, sessie, fout="terugblik", getypt_terug=tekst, kaarten=kaarten)
    if not vraagt_terugblik(rij, [regel.soort for regel in service.lees(huis, rij).logboek]):
        kaarten = hoor_fout(huis, formulier.vrije_tekst())
        return toon_aanmelding(request, huis, rij, sessie, kaarten=kaarten) if kaarten else verder(KLAAR)
    if tekst and rij.status not in OPEN:  # nobody works on it any more: what nobody would read is not taken in
        kaarten = hoor_fout(huis, [tekst])
        return toon_aanmelding(request, huis, rij, sessie, fout="terugblik_dicht", getypt_terug=tekst, kaarten=kaarten)
    if tekst:
        service.schrijf_bij(huis, rij, tekst, soort=SOORT)
    _tel(huis, rij, keuze)
    return verder(f"{KLAAR}#logboek")


def _tel(huis: Huis, rij: AanmeldingRij, keuze: str) -> None:
    """Once, also when the button was pressed twice."""
    with huis.database.lezen() as sessie:
        vers = find_aanmelding(sessie, rij.kenmerk)
    if vers is None or vers.teruggekeken_op is not None:
        return
    try:
        kijk_terug(huis, vers, keuze)
    except Veranderd:
        return  # the other press of the button counted it
