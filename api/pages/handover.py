"""The aanmelding without JavaScript: fill in, read 'Dit sturen we', send, keep kenmerk and code."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from fastapi import APIRouter, Request, Response

from actions.kaarten import Kaart
from api.aanmelding.schemas import NieuweAanmelding, Velden
from api.aanmelding.service import verstuur
from api.chat import store
from api.chat.concept import bewerk, concept_voor
from api.chat.service import get_geldig_gesprek, start_gesprek
from api.context import Huis
from api.database.engine import DatabaseWeg
from api.http import AdresDep, HuisDep
from api.pages import fields
from api.pages.demo import get_gemeente_or_raise
from api.pages.errors import Paginaroute
from api.pages.forms import (
    Formulier,
    FormulierDep,
    alleen_eigen_pagina,
    controleer,
    csrf_van,
    met_geduld,
    nieuwe_sleutel,
)
from api.pages.render import als_kaarten, pagina, verder
from api.pages.session import Sessie
from api.pages.texts import teksten
from api.problem import Probleem
from api.veiligheid.gate import als_rol, getypt, hoor
from knowledge.models import Gemeente

router = APIRouter(prefix="/chat/{gemeente_id}/aanmelding", route_class=Paginaroute)


@dataclass(frozen=True)
class Plek:
    """Whose aanmelding this is: the gemeente, the session and the fields as they stand."""

    gemeente: Gemeente
    sessie: Sessie
    velden: dict[str, Any]
    leefgebieden: list[str]

    @property
    def adres(self) -> str:
        """The address of the form."""
        return f"/chat/{self.gemeente.id}/aanmelding"


def _plek(request: Request, huis: Huis, gemeente_id: str) -> Plek:
    """Raises Probleem 404 or 401 when there is no conversation to send from."""
    gemeente, sessie = get_gemeente_or_raise(huis, gemeente_id), Sessie.van(request)
    rij = get_geldig_gesprek(huis, sessie.gesprek, sessie.token, huis.hulp(gemeente))
    if rij.gemeente != gemeente_id:
        raise Probleem(404, "Dit gesprek hoort bij een andere gemeente.", "onbekend-gesprek", huis.hulp(gemeente))
    velden = concept_voor(store.open_stand(rij, huis.bos))
    return Plek(gemeente, sessie, fields.gevuld(velden), list(velden.get("leefgebieden") or []))


@router.get("")
def vul_in(gemeente_id: str, request: Request, huis: HuisDep) -> Response:
    """The form, filled with what the conversation gathered."""
    plek = _plek(request, huis, gemeente_id)
    return _formulier(request, huis, plek, plek.velden, {})


def _formulier(request: Request, huis: Huis, plek: Plek, velden: dict[str, Any], fouten: dict[str, str]) -> Response:
    return pagina(
        request,
        "aanmelding.html",
        status=422 if fouten else 200,
        gemeente=plek.gemeente,
        plek=plek,
        waarden={naam: waarde for naam, waarde in velden.items() if naam != "contact"} | (velden.get("contact") or {}),
        fouten=fouten,
        labels={naam: fields.label(naam) for naam in fouten},
        delen=(("jij", fields.JIJ), ("vraag", fields.VRAAG), ("bereiken", fields.BEREIKEN), ("meer", fields.MEER)),
        csrf=csrf_van(huis, plek.sessie.token),
        opties=fields.opties(plek.gemeente, plek.leefgebieden),
        kaarten_gevaar=als_kaarten(gevaar(huis, plek.gemeente, velden)),
    )


@router.post("")
def kijk_na(gemeente_id: str, request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """Keep what was filled in; then to 'Dit sturen we', or back to the fields that are not right yet."""
    try:
        controleer(request, huis, formulier, Sessie.van(request).token)
        plek = _plek(request, huis, gemeente_id)
        nieuw = fields.lees(formulier)
        velden = fields.gevuld(nieuw)
        _tel(huis, plek.gemeente, velden)
        fouten = fields.keur(velden, plek.gemeente)
        if fouten:
            return _formulier(request, huis, plek, velden, fouten)
        _bewaar(huis, plek.sessie, nieuw)
    except (Probleem, DatabaseWeg) as fout:
        return _niet_bewaard(request, huis, gemeente_id, formulier, als_probleem(fout))
    return verder(plek.adres + "/nakijken")


def als_probleem(fout: Probleem | DatabaseWeg) -> Probleem:
    """A database that is away, said as any other problem."""
    return fout if isinstance(fout, Probleem) else Probleem(503, teksten()("aanmelding.storing"), "storing")


def _niet_bewaard(request: Request, huis: Huis, gemeente_id: str, formulier: Formulier, probleem: Probleem) -> Response:
    """Nothing that was typed is lost: it stands on the page, and one button goes on with it."""
    gemeente = get_gemeente_or_raise(huis, gemeente_id)
    velden = fields.gevuld(fields.lees(formulier))
    return pagina(
        request,
        "niet_bewaard.html",
        status=probleem.status,
        gemeente=gemeente,
        probleem=probleem,
        regels=fields.regels(velden, gemeente),
        ingevuld=formulier.paren([veld.id for veld in fields.ALLE]),
        kaarten_gevaar=als_kaarten(gevaar(huis, gemeente, velden) or probleem.berichten or huis.hulp(gemeente)),
    )


@router.post("/opnieuw")
def opnieuw(gemeente_id: str, request: Request, huis: HuisDep, formulier: FormulierDep, adres: AdresDep) -> Response:
    """A new conversation that goes on with what was typed, after the old one ran out."""
    get_gemeente_or_raise(huis, gemeente_id)
    try:
        alleen_eigen_pagina(request)
        gestart = start_gesprek(huis, gemeente_id=gemeente_id, rol=None, adres=adres, om_te_sturen=True)
        sessie = replace(Sessie.van(request), gesprek=gestart["id"], token=gestart["token"], verzonden="")
        nieuw = fields.lees(formulier)
        _tel(huis, get_gemeente_or_raise(huis, gemeente_id), fields.gevuld(nieuw))
        _bewaar(huis, sessie, nieuw)
    except (Probleem, DatabaseWeg) as fout:
        return _niet_bewaard(request, huis, gemeente_id, formulier, als_probleem(fout))
    antwoord = verder(f"/chat/{gemeente_id}/aanmelding")
    sessie.bewaar(request, antwoord)
    return antwoord


def _bewaar(huis: Huis, sessie: Sessie, velden: dict[str, Any]) -> None:
    with huis.sloten.houd(sessie.gesprek):
        stand = store.open_stand(get_geldig_gesprek(huis, sessie.gesprek, sessie.token), huis.bos)
        bewerk(stand, velden)
        with huis.database.schrijven() as schrijver:
            store.store_concept(schrijver, stand)


@router.get("/nakijken")
def nakijken(gemeente_id: str, request: Request, huis: HuisDep) -> Response:
    """'Dit sturen we': word for word what leaves, who reads it and how long it is kept."""
    plek = _plek(request, huis, gemeente_id)
    if fields.keur(plek.velden, plek.gemeente):
        return verder(plek.adres)
    return _overzicht(request, huis, _zoals_het_aankomt(plek))


def _zoals_het_aankomt(plek: Plek) -> Plek:
    """With what the contract adds for an unanswered question, so that nothing arrives that was not on the page."""
    return replace(plek, velden=Velden.model_validate(plek.velden).model_dump(mode="json", exclude_none=True))


def _overzicht(request: Request, huis: Huis, plek: Plek, *, veranderd: bool = False) -> Response:
    return pagina(
        request,
        "nakijken.html",
        status=409 if veranderd else 200,
        gemeente=plek.gemeente,
        plek=plek,
        regels=fields.regels(plek.velden, plek.gemeente),
        team=fields.team_naam(plek.gemeente, plek.velden.get("kern")),
        csrf=csrf_van(huis, plek.sessie.token),
        gezien=_merk(huis, plek.velden),
        sleutel=nieuwe_sleutel(),
        veranderd=veranderd,
        kaarten_gevaar=als_kaarten(gevaar(huis, plek.gemeente, plek.velden)),
    )


@router.post("/versturen")
def stuur(gemeente_id: str, request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """Send exactly what was on the page; when it changed in the meantime, show it again instead."""
    controleer(request, huis, formulier, Sessie.van(request).token)
    plek = _plek(request, huis, gemeente_id)
    if fields.keur(plek.velden, plek.gemeente):
        return verder(plek.adres)
    plek = _zoals_het_aankomt(plek)
    if not hmac.compare_digest(formulier.een("gezien"), _merk(huis, plek.velden)):
        return _overzicht(request, huis, plek, veranderd=True)
    sleutel = formulier.een("sleutel")[:200] or nieuwe_sleutel()
    inhoud = _canoniek({"gesprek": plek.sessie.gesprek, "velden": plek.velden, "toestemming": {"versturen": True}})
    nieuw = NieuweAanmelding.model_validate_json(inhoud)
    try:
        met_geduld(lambda: verstuur(huis, nieuw, token=plek.sessie.token, sleutel=sleutel, inhoud=inhoud))
    except DatabaseWeg as fout:
        hulp = gevaar(huis, plek.gemeente, plek.velden) or huis.hulp(plek.gemeente)
        raise Probleem(503, als_probleem(fout).detail, "storing", hulp, kop={"Retry-After": "60"}) from fout
    antwoord = verder(plek.adres + "/klaar")
    replace(plek.sessie, verzonden=sleutel).bewaar(request, antwoord)
    return antwoord


def gevaar(huis: Huis, gemeente: Gemeente, velden: dict[str, Any]) -> Sequence[Kaart]:
    """The safety reply where there is danger in what was typed, else nothing."""
    return antwoord_op_gevaar(huis, gemeente, getypt(velden), rol=velden.get("rol"))


def antwoord_op_gevaar(huis: Huis, gemeente: Gemeente, teksten: Sequence[str], *, rol: Any = None) -> Sequence[Kaart]:
    """The safety reply to these texts, or nothing; for a page that shows them, so nothing is counted."""
    signaal = hoor(huis, teksten, rol=rol)
    return huis.veilig(signaal, rol=als_rol(rol), gemeente=gemeente) if signaal else ()


def _tel(huis: Huis, gemeente: Gemeente, velden: dict[str, Any]) -> None:
    """Danger in a form that was sent counts once, however often the page is shown."""
    signaal = hoor(huis, getypt(velden), rol=velden.get("rol"))
    if signaal is not None:
        huis.teller.tel(signaal, deur="concept", nu=huis.klok(), gemeente=gemeente.id)


def _canoniek(inhoud: dict[str, Any]) -> bytes:
    return json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _merk(huis: Huis, velden: dict[str, Any]) -> str:
    """The mark of these very words, so that nothing else can be sent under this approval."""
    return huis.bos.merk(f"gezien:{_canoniek(velden).decode()}")
