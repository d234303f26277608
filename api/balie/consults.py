"""Consults at the balie: a list of their own without a name in it; opening one is written down, and so is every step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import structlog
from fastapi import APIRouter, Request, Response

from api.balie.errors import Balieroute
from api.balie.missed import vandaag
from api.balie.rights import mag_aanmelding, teams_van
from api.balie.session import PAD, Aangemeld, AangemeldDep, noteer
from api.balie.store import GEVAAR
from api.consult import store
from api.consult.service import vaste_contactpersoon
from api.context import Huis
from api.database.consult_tables import ConsultRij
from api.http import HuisDep
from api.pages import consult_fields
from api.pages.demo import get_gemeente_or_raise
from api.pages.forms import Formulier, FormulierDep, controleer, csrf_van
from api.pages.render import pagina, verder
from api.pages.words import Termijn, geleden, termijn
from api.problem import Probleem
from knowledge.models import Gemeente
from knowledge.opening_hours import in_dagen

log = structlog.get_logger()
LIJST = f"{PAD}/consulten"
router = APIRouter(prefix=LIJST, route_class=Balieroute)
BEZIG = ("opgepakt", "geprobeerd")


@dataclass(frozen=True)
class Stap:
    """One thing to do with a consult: from which states, and to which."""

    naam: str
    van: tuple[str, ...]
    naar: str


STAPPEN = {
    stap.naam: stap
    for stap in (
        Stap("oppakken", ("ontvangen",), "opgepakt"),
        Stap("geprobeerd", BEZIG, "geprobeerd"),
        Stap("gedaan", BEZIG, "gedaan"),
        Stap("heropenen", ("gedaan",), "opgepakt"),
    )
}
GEDAAN = (*STAPPEN, "ander")


@dataclass(frozen=True)
class Regel:
    """One line of the list: nothing in it says who asked."""

    rij: ConsultRij
    termijn: Termijn | None
    ontvangen: str
    onderwerp: str
    team: str
    gevaar: bool


def _regel(huis: Huis, rij: ConsultRij, gemeente: Gemeente) -> Regel:
    nu, open_ = huis.klok(), rij.status in store.OPEN
    return Regel(
        rij=rij,
        termijn=termijn(rij.bellen_voor, nu) if rij.bellen_voor and open_ else None,
        ontvangen=geleden(rij.ontvangen_op, nu),
        onderwerp=consult_fields.onderwerp_in_woorden(rij.onderwerp, huis.gereedschap.kennis.nu),
        team=next((team.naam for team in gemeente.teams if team.id == rij.team), ""),
        gevaar=rij.niveau in GEVAAR,
    )


@router.get("")
def lijst(
    request: Request, huis: HuisDep, wie: AangemeldDep, toon: str = "open", gemeente: str = "", gedaan: str = ""
) -> Response:
    """What waits for a call, the most urgent first; or what is done, as long as it can be read."""
    plaats = get_gemeente_or_raise(huis, gemeente if wie.demo and gemeente else wie.gemeente)
    dicht = toon == "dicht"
    with huis.database.lezen() as sessie:
        rijen = store.list_consulten(
            sessie, gemeente=plaats.id, teams=teams_van(wie), vandaag=vandaag(huis.klok()), dicht=dicht
        )
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": plaats,
        "gemeenten": list(huis.gereedschap.kennis.nu.gemeenten.values()) if wie.demo else [],
        "dicht": dicht,
        "regels": [_regel(huis, rij, plaats) for rij in rijen],
        "gedaan": gedaan if gedaan in GEDAAN else "",
        "dagen": huis.settings.bewaar_consult_dagen,
    }
    return pagina(request, "balie/consulten.html", **inhoud)


def _rij_or_raise(huis: Huis, wie: Aangemeld, kenmerk: str) -> ConsultRij:
    """The consult, if this employee may see it; raises Probleem 404, whether it exists or not. A refusal is written down."""
    with huis.database.lezen() as sessie:
        rij = store.find_consult(sessie, kenmerk.upper())
    if rij is not None and mag_aanmelding(wie, rij):
        return rij
    if rij is not None:
        with huis.database.schrijven() as sessie:
            noteer(huis, sessie, wie, "consult geweigerd", kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    raise Probleem(404, "Dit consult is er niet, of hoort bij een ander team.", "onbekend-consult")


@router.get("/{kenmerk}")
def lees(kenmerk: str, request: Request, huis: HuisDep, wie: AangemeldDep, gedaan: str = "") -> Response:
    """One consult: whom to call, and about what. Written down first, then opened."""
    rij = _rij_or_raise(huis, wie, kenmerk)
    with huis.database.schrijven() as sessie:
        noteer(huis, sessie, wie, "consult gelezen", kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    gemeente, velden = huis.gemeente(rij.gemeente), store.open_consult(rij, huis.bos)
    vast = vaste_contactpersoon(gemeente, velden.get("organisatie", ""))
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": gemeente,
        "c": _regel(huis, rij, gemeente),
        "velden": velden,
        "vast": vast,
        "vaste_dagen": in_dagen(vast.dagen) if vast else "",
        "stappen": [stap for stap in STAPPEN.values() if rij.status in stap.van and rij.sleutel is not None],
        "gedaan": gedaan if gedaan in GEDAAN else "",
    }
    return pagina(request, "balie/consult.html", **inhoud)


@router.post("/{kenmerk}/{stap}")
def verwerk(
    kenmerk: str, stap: str, request: Request, huis: HuisDep, wie: AangemeldDep, formulier: FormulierDep
) -> Response:
    """Take one step; when a colleague was first nothing changes, and the page says so."""
    controleer(request, huis, formulier, wie.token)
    rij = _rij_or_raise(huis, wie, kenmerk)
    if stap not in STAPPEN:
        raise Probleem(404, "Deze stap bestaat niet.", "onbekende-stap")
    gelukt = _doe(huis, wie, rij, STAPPEN[stap], formulier)
    return verder(f"{LIJST}/{rij.kenmerk}?gedaan={stap if gelukt else 'ander'}")


def _doe(huis: Huis, wie: Aangemeld, rij: ConsultRij, stap: Stap, formulier: Formulier) -> bool:
    if rij.status not in stap.van or formulier.een("gezien") != str(rij.versie):
        return False
    nieuw: dict[str, Any] = {"status": stap.naar, "laatst_op": huis.klok()}
    if stap.naar == "opgepakt":
        nieuw["opgepakt_door"] = wie.naam
    if stap.naam == "geprobeerd":
        nieuw["pogingen"] = rij.pogingen + 1
    try:
        with huis.database.schrijven() as sessie:
            store.verander(sessie, rij, **nieuw)
            noteer(huis, sessie, wie, f"consult {stap.naam}", kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    except store.ConsultVeranderd:
        return False
    log.info("consult_veranderd", soort=stap.naam, gemeente=rij.gemeente, medewerker=wie.id)
    return True
