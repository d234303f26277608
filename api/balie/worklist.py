"""The worklist: what is waiting, the most urgent first, and the one search field above it."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from api.aanmelding.store import find_aanmelding
from api.balie import finding
from api.balie.doubles import ids_dubbel
from api.balie.errors import Balieroute
from api.balie.filters import TOON, URGENTIES, Zoekvraag, als_filter
from api.balie.missed import vandaag
from api.balie.rights import Teams, mag_aanmelding
from api.balie.session import PAD, VANZELF, Aangemeld, AangemeldDep, noteer
from api.balie.store import DICHT, GEVAAR, OPEN, Filter, count_werk, ids_onbeoordeeld, list_werk
from api.balie.urgency import beoordeeld_voor
from api.balie.view import Werk, als_werk
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.http import HuisDep
from api.levering.store import count_mislukt
from api.pages.demo import get_gemeente_or_raise
from api.pages.forms import FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder
from api.veiligheid.service import hoor_alleen
from api.veiligheid.store import count_te_laat
from knowledge.models import Gemeente, Team

router = APIRouter(prefix=PAD, route_class=Balieroute)
PER_BLAD = 50
MET_WOORDEN = 10  # rows of a page whose mark shows the words that fired; each costs a reading of the story
HEEL_KENMERK = 12
LEVERINGEN = f"{PAD}/leveringen"
TYPEND = "zoekvak"  # what htmx calls the form that asks while somebody is typing


@router.get("")
def werklijst(request: Request, huis: HuisDep, wie: AangemeldDep, vraag: Annotated[Zoekvraag, Query()]) -> Response:
    """The aanmeldingen of the own gemeente; a whole kenmerk opens that one at once. What did not change is not sent again."""
    plaats = _plaats(huis, wie, vraag.gemeente)
    filter_ = als_filter(vraag, plaats, wie, vandaag(huis.klok()))
    heel = _heel_kenmerk(huis, wie, filter_.zoek)
    if heel and not request.headers.get("hx-request"):
        return verder(heel)
    inhoud = _lijst(huis, wie, plaats, filter_, vraag)
    if request.headers.get("hx-trigger") == VANZELF and vraag.stand == inhoud["stand"]:
        return Response(status_code=204, headers={"Cache-Control": "no-store"})
    return pagina(request, "balie/werklijst.html", **inhoud)


@router.post("/zoek")
def zoek(request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep) -> Response:
    """Find by kenmerk, number, e-mail address or surname. What was typed is in no address and in no log, only what kind it was.

    While somebody is typing only the beginning of a kenmerk is looked for."""
    controleer(request, huis, formulier, wie.token)
    plaats, getypt = _plaats(huis, wie, formulier.een("gemeente")), formulier.een("zoek")
    hoor_alleen(huis, formulier.vrije_tekst(), gemeente=plaats.id)
    gezocht, typend = finding.lees(huis.bos, plaats.id, getypt), request.headers.get("hx-trigger") == TYPEND
    heel = _heel_kenmerk(huis, wie, gezocht.kenmerk)
    if heel and not typend:
        return verder(heel)
    vraag = Zoekvraag(gemeente=plaats.id)
    filter_ = replace(als_filter(vraag, plaats, wie, vandaag(huis.klok())), zoek=gezocht.kenmerk)
    if getypt and not typend:
        filter_ = replace(filter_, merken=gezocht.merken)
        with huis.database.schrijven() as sessie:
            noteer(huis, sessie, wie, f"gezocht op {gezocht.waarop}", gemeente=plaats.id)
    niets = bool(getypt) and not (filter_.zoek or filter_.merken)
    inhoud = _lijst(huis, wie, plaats, filter_, vraag, niets=niets)
    ook = {"zoek": getypt, "gezocht": gezocht if getypt else None, "typend": typend and bool(getypt)}
    return pagina(request, "balie/werklijst.html", **inhoud | ook)


def _plaats(huis: Huis, wie: Aangemeld, gevraagd: str) -> Gemeente:
    """The own gemeente; those of the demonstration may choose."""
    return get_gemeente_or_raise(huis, gevraagd if wie.demo and gevraagd else wie.gemeente)


def _heel_kenmerk(huis: Huis, wie: Aangemeld, kenmerk: str) -> str:
    """The address of the aanmelding with this kenmerk, when it is whole and this employee may open it."""
    if len(kenmerk) != HEEL_KENMERK:
        return ""
    with huis.database.lezen() as sessie:
        rij = find_aanmelding(sessie, kenmerk)
    return f"{PAD}/aanmeldingen/{rij.kenmerk}" if rij is not None and mag_aanmelding(wie, rij) else ""


def _teams(plaats: Gemeente, eigen: Teams | None) -> list[Team]:
    """The teams that can be chosen from."""
    return [team for team in plaats.teams if eigen is None or team.id in eigen]


def _regels(
    huis: Huis, plaats: Gemeente, rijen: Sequence[AanmeldingRij], *, beoordeel: Container[str], dubbel: Container[str]
) -> list[Werk]:
    """The rows as they are read; the first marks of danger with the words that fired."""
    bovenaan = {rij.id for rij in [rij for rij in rijen if rij.niveau in GEVAAR][:MET_WOORDEN]}
    return [
        als_werk(
            huis,
            rij,
            plaats,
            beoordeel=rij.id in beoordeel,
            dubbel=rij.id in dubbel,
            met_woorden=rij.id in bovenaan,
        )
        for rij in rijen
    ]


def _lijst(
    huis: Huis, wie: Aangemeld, plaats: Gemeente, filter_: Filter, vraag: Zoekvraag, *, niets: bool = False
) -> dict[str, Any]:
    """Everything that stands on the page; `niets` is a question that nothing can be the answer to."""
    dag, grens = vandaag(huis.klok()), beoordeeld_voor(huis.klok())
    with huis.database.lezen() as sessie:
        vanaf = (vraag.blad - 1) * PER_BLAD
        rijen = [] if niets else list_werk(sessie, filter_, vanaf=vanaf, aantal=PER_BLAD, grens=grens, vandaag=dag)
        beoordeel = ids_onbeoordeeld(sessie, [rij.id for rij in rijen], grens)
        dubbel = ids_dubbel(sessie, [rij.id for rij in rijen], teams=filter_.teams, nu=huis.klok())
        aantal = 0 if niets else count_werk(sessie, filter_)
        te_laat = count_te_laat(sessie, gemeenten=[plaats.id], vandaag=dag)
        gemist = count_werk(sessie, Filter(plaats.id, teams=filter_.teams, te_laat=dag))
        mislukt = count_mislukt(sessie, gemeenten=[plaats.id]) if wie.mag_op(LEVERINGEN) else 0
    werk = _regels(huis, plaats, rijen, beoordeel=beoordeel, dubbel=dubbel)
    return {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": plaats,
        "teams": _teams(plaats, filter_.teams),
        "gemeenten": list(huis.gereedschap.kennis.nu.gemeenten.values()) if wie.demo else [],
        "werk": werk,
        "aantal": aantal,
        "meldingen_te_laat": te_laat,
        "gemist": gemist,
        "leveringen_mislukt": mislukt,
        "filter": filter_,
        "vraag": vraag,
        "zoek": vraag.zoek,
        "gezocht": None,
        "typend": False,
        "keuzes": {"toon": TOON, "status": (*OPEN, *DICHT), "urgentie": URGENTIES},
        "stand": _stand(werk, [aantal, te_laat, gemist, mislukt]),
        "bladen": max(1, -(-aantal // PER_BLAD)),
    }


def _stand(werk: Sequence[Werk], tellingen: Sequence[int]) -> str:
    """The same for as long as the page shows the same."""
    regels = [(w.rij.kenmerk, w.rij.versie, w.termijn, w.ontvangen, w.beoordeel, w.dubbel) for w in werk]
    return hashlib.sha256(repr((regels, tellingen)).encode()).hexdigest()[:32]
