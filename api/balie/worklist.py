"""The worklist: what is waiting, the most urgent first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from api.aanmelding.store import find_aanmelding
from api.balie.errors import Balieroute
from api.balie.missed import vandaag
from api.balie.rights import Teams, mag_aanmelding, teams_van
from api.balie.session import PAD, AangemeldDep
from api.balie.store import Filter, als_kenmerk, count_werk, ids_onbeoordeeld, list_werk
from api.balie.urgency import beoordeeld_voor
from api.balie.view import als_werk
from api.http import HuisDep
from api.levering.store import count_mislukt
from api.pages.demo import get_gemeente_or_raise
from api.pages.forms import csrf_van
from api.pages.render import pagina, verder
from api.veiligheid.store import count_te_laat
from knowledge.models import Gemeente, Team

router = APIRouter(prefix=PAD, route_class=Balieroute)
PER_BLAD = 50
HEEL_KENMERK = 12
LEVERINGEN = f"{PAD}/leveringen"


def _teams(plaats: Gemeente, eigen: Teams | None) -> list[Team]:
    """The teams that can be chosen from."""
    return [team for team in plaats.teams if eigen is None or team.id in eigen]


class Zoekvraag(BaseModel):
    """What can be asked of the worklist in its address."""

    toon: str = "open"
    zoek: Annotated[str, Field(max_length=40)] = ""
    team: Annotated[str, Field(max_length=80)] = ""
    gemeente: Annotated[str, Field(max_length=80)] = ""
    blad: Annotated[int, Field(ge=1, le=10_000)] = 1


@router.get("")
def werklijst(request: Request, huis: HuisDep, wie: AangemeldDep, vraag: Annotated[Zoekvraag, Query()]) -> Response:
    """The aanmeldingen of the own gemeente; a whole kenmerk opens that one at once."""
    plaats = get_gemeente_or_raise(huis, vraag.gemeente if wie.demo and vraag.gemeente else wie.gemeente)
    dag = vandaag(huis.klok())
    filter_ = Filter(
        plaats.id, vraag.toon == "dicht", vraag.team, als_kenmerk(vraag.zoek), teams_van(wie),
        dag if vraag.toon == "te_laat" else None,
    )  # fmt: skip
    grens = beoordeeld_voor(huis.klok())
    with huis.database.lezen() as sessie:
        gevonden = find_aanmelding(sessie, filter_.zoek) if len(filter_.zoek) == HEEL_KENMERK else None
        if gevonden and mag_aanmelding(wie, gevonden) and not request.headers.get("hx-request"):
            return verder(f"{PAD}/aanmeldingen/{gevonden.kenmerk}")
        rijen = list_werk(sessie, filter_, vanaf=(vraag.blad - 1) * PER_BLAD, aantal=PER_BLAD, grens=grens, vandaag=dag)
        beoordeel = ids_onbeoordeeld(sessie, [rij.id for rij in rijen], grens)
        aantal = count_werk(sessie, filter_)
        te_laat = count_te_laat(sessie, gemeenten=[plaats.id], vandaag=dag)
        gemist = count_werk(sessie, Filter(plaats.id, teams=filter_.teams, te_laat=dag))
        mislukt = count_mislukt(sessie, gemeenten=[plaats.id]) if wie.mag_op(LEVERINGEN) else 0
    return pagina(
        request,
        "balie/werklijst.html",
        wie=wie,
        csrf=csrf_van(huis, wie.token),
        gemeente=plaats,
        teams=_teams(plaats, filter_.teams),
        gemeenten=list(huis.gereedschap.kennis.nu.gemeenten.values()) if wie.demo else [],
        werk=[als_werk(huis, rij, plaats, beoordeel=rij.id in beoordeel) for rij in rijen],
        aantal=aantal,
        meldingen_te_laat=te_laat,
        gemist=gemist,
        leveringen_mislukt=mislukt,
        filter=filter_,
        zoek=vraag.zoek,
        blad=vraag.blad,
        bladen=max(1, -(-aantal // PER_BLAD)),
    )
