"""Reading along with kenmerk and code: see, add, change how to be called, withdraw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response

from api.aanmelding import service
from api.aanmelding.looking_back import vraagt_terugblik
from api.aanmelding.reference import zoals_gegeven
from api.aanmelding.schemas import AanmeldingUit
from api.chat.intake import bewaak
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.http import AdresDep, HuisDep
from api.pages import fields
from api.pages.errors import Paginaroute
from api.pages.forms import FormulierDep, alleen_eigen_pagina, controleer, csrf_van
from api.pages.handover import antwoord_op_gevaar
from api.pages.logbook import GEWIJZIGD, oude_waarden, veranderde_velden
from api.pages.render import als_kaarten, pagina, verder
from api.pages.session import Sessie
from api.pages.words import termijn
from api.problem import Probleem
from api.veiligheid.gate import diep, hoor_fout
from knowledge.models import Gemeente

router = APIRouter(prefix="/aanmelding", route_class=Paginaroute)
MAX_BERICHT = 4000


@router.get("")
def toon(request: Request, huis: HuisDep, gedaan: str = "") -> Response:
    """The aanmelding that this browser opened, else where to fill in kenmerk and code."""
    sessie = Sessie.van(request)
    if not sessie.toegang:
        return _openen(request)
    try:
        rij = service.get_voor_familie(huis, sessie.kenmerk, sessie.toegang)
    except Probleem as probleem:
        antwoord = _openen(request, probleem.detail, status=probleem.status)
        sessie.zonder_aanmelding().bewaar(request, antwoord)
        return antwoord
    return toon_aanmelding(request, huis, rij, sessie, gedaan=gedaan)


def _openen(
    request: Request, fout: str = "", *, status: int = 200, kenmerk: str = "", kaarten: Any = (), getypt: str = ""
) -> Response:
    inhoud = {"fout": fout, "kenmerk": kenmerk, "kaarten": als_kaarten(kaarten), "getypt": getypt}
    return pagina(request, "openen.html", status=status, **inhoud)


@router.post("/openen")
def open_(request: Request, huis: HuisDep, formulier: FormulierDep, adres: AdresDep) -> Response:
    """Open with kenmerk and code."""
    alleen_eigen_pagina(request)
    kenmerk = formulier.een("kenmerk")
    try:
        bewaak(huis, huis.per_adres.wacht(f"code:{adres}"), huis.hulp())
        toegang = service.geef_toegang(huis, kenmerk=kenmerk, code=formulier.een("code"))
    except Probleem as probleem:
        kaarten = hoor_fout(huis, formulier.vrije_tekst()) or probleem.berichten
        return _openen(request, probleem.detail, status=probleem.status, kenmerk=kenmerk, kaarten=kaarten)
    antwoord = verder("/aanmelding")
    replace(Sessie.van(request), kenmerk=zoals_gegeven(kenmerk), toegang=toegang.token).bewaar(request, antwoord)
    return antwoord


def toon_aanmelding(
    request: Request, huis: Huis, rij: AanmeldingRij, sessie: Sessie, *, gedaan: str = "", fout: str = "",
    getypt: str = "", getypt_terug: str = "", kaarten: Sequence[Any] = (),
) -> Response:  # fmt: skip
    """The status page."""
    uit, gemeente = service.lees(huis, rij), huis.gemeente(rij.gemeente)
    return pagina(
        request,
        "meelezen.html",
        status=422 if fout else 200,
        gemeente=gemeente,
        uit=uit,
        te_laat=termijn(uit.contact_voor, huis.klok()).stand == "te_laat",
        opgepakt=rij.status not in service.VOOR_OPPAKKEN,
        regels=fields.regels(uit.velden, gemeente),
        logboek=[(regel, oude_waarden(regel.soort, regel.tekst, gemeente)) for regel in uit.logboek],
        contact=uit.velden.get("contact") or {},
        velden=fields.BEREIKEN,
        opties=fields.opties(gemeente),
        csrf=csrf_van(huis, sessie.toegang),
        gedaan=gedaan,
        fout=fout,
        getypt=getypt,
        terugblik=vraagt_terugblik(rij, [regel.soort for regel in uit.logboek]),
        getypt_terug=getypt_terug,
        kaarten=als_kaarten(kaarten or _gevaar(huis, gemeente, uit)),
    )


def _gevaar(huis: Huis, gemeente: Gemeente, uit: AanmeldingUit) -> Sequence[Any]:
    """The safety reply to what the family last wrote or changed, for as long as that is the last thing that was said."""
    gezegd = [regel for regel in uit.logboek if regel.soort != "belofte_gemist"]
    laatste = gezegd[-1] if gezegd else None
    if laatste is None or laatste.wie != "jij" or laatste.soort not in ("bericht", "terugkoppeling", GEWIJZIGD):
        return ()
    teksten = [laatste.tekst or ""] if laatste.soort != GEWIJZIGD else _veranderd(laatste.tekst, uit.velden)
    return antwoord_op_gevaar(huis, gemeente, teksten, rol=uit.velden.get("rol"))


def _veranderd(tekst: str | None, velden: dict[str, Any]) -> list[str]:
    """What now stands in the fields that this line of the logbook says were changed."""
    return [deel for naam in veranderde_velden(tekst) for deel in diep(velden.get(naam))]


def eigen(request: Request, huis: Huis, formulier: Any) -> tuple[Sessie, AanmeldingRij]:
    """The session and its aanmelding; raises Probleem 403 or 401."""
    sessie = Sessie.van(request)
    controleer(request, huis, formulier, sessie.toegang)
    bewaak(huis, huis.per_gesprek.wacht(f"aanmelding:{sessie.kenmerk}"), ())
    return sessie, service.get_voor_familie(huis, sessie.kenmerk, sessie.toegang)


@router.post("/bericht")
def schrijf_bij(request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """A line of the family; pressed twice it is still one line."""
    tekst = formulier.een("tekst")
    try:
        sessie, rij = eigen(request, huis, formulier)
    except Probleem as probleem:
        hulp = hoor_fout(huis, formulier.vrije_tekst()) or huis.hulp()
        return _openen(request, probleem.detail, status=probleem.status, kaarten=hulp, getypt=tekst)
    if not 0 < len(tekst) <= MAX_BERICHT:
        fout = "bericht_lang" if tekst else "bericht_leeg"
        kaarten = hoor_fout(huis, formulier.vrije_tekst())
        return toon_aanmelding(request, huis, rij, sessie, fout=fout, getypt=tekst, kaarten=kaarten)
    laatste = service.lees(huis, rij).logboek[-1]
    if (laatste.wie, laatste.soort, laatste.tekst) != ("jij", "bericht", tekst):
        service.schrijf_bij(huis, rij, tekst)
    return verder("/aanmelding?gedaan=bericht#logboek")


@router.post("/bellen")
def wijzig_bellen(request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """How and when to be called from now on."""
    sessie, rij = eigen(request, huis, formulier)
    contact = fields.gevuld(fields.lees(formulier, fields.BEREIKEN)).get("contact", {})
    try:
        service.wijzig(huis, rij, {"contact": contact})
    except Probleem as probleem:
        if probleem.status != 422:
            raise
        kaarten = hoor_fout(huis, formulier.vrije_tekst())
        return toon_aanmelding(request, huis, rij, sessie, fout="bellen", kaarten=kaarten)
    return verder("/aanmelding?gedaan=bellen#bellen")


@router.get("/intrekken")
def vraag_intrekken(request: Request, huis: HuisDep) -> Response:
    """What withdrawing does, before it is done."""
    sessie = Sessie.van(request)
    rij = service.get_voor_familie(huis, sessie.kenmerk, sessie.toegang)
    opgepakt = rij.status not in service.VOOR_OPPAKKEN
    return pagina(request, "intrekken.html", rij=rij, opgepakt=opgepakt, csrf=csrf_van(huis, sessie.toegang))


@router.post("/intrekken")
def trek_in(request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """Withdraw; before take-up the text is gone here."""
    sessie, rij = eigen(request, huis, formulier)
    service.trek_in(huis, rij)
    antwoord = pagina(request, "ingetrokken.html", gewist=rij.status in service.VOOR_OPPAKKEN)
    sessie.zonder_aanmelding().bewaar(request, antwoord)
    return antwoord


@router.post("/sluiten")
def sluit(request: Request, huis: HuisDep, formulier: FormulierDep) -> Response:
    """Close the aanmelding on this device."""
    sessie = Sessie.van(request)
    controleer(request, huis, formulier, sessie.toegang)
    antwoord = verder("/aanmelding")
    sessie.zonder_aanmelding().bewaar(request, antwoord)
    return antwoord
