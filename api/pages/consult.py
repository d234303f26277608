"""The consult without JavaScript and without a conversation: one page to fill in, one that says what was sent and when we call."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from typing import Any

from fastapi import APIRouter, Request, Response

from actions.kaarten import Kaart
from actions.present import hulplijnkaart
from api.chat.intake import bewaak
from api.consult import service
from api.consult.schemas import NieuwConsult
from api.context import Huis
from api.database.engine import DatabaseWeg
from api.http import AdresDep, HuisDep
from api.pages import consult_fields as fields
from api.pages.demo import get_gemeente_or_raise
from api.pages.errors import Paginaroute
from api.pages.fields import label
from api.pages.forms import Formulier, FormulierDep, alleen_eigen_pagina, met_geduld, nieuwe_sleutel
from api.pages.render import als_kaarten, pagina
from api.pages.texts import teksten
from api.veiligheid.gate import hoor_fout
from assistant.gate.urgency import Signaal
from knowledge.models import Gemeente

router = APIRouter(prefix="/chat/{gemeente_id}/consult", route_class=Paginaroute)
ADVIES = "veilig-thuis"


@router.get("")
def vul_in(gemeente_id: str, request: Request, huis: HuisDep, onderwerp: str = "", kern: str = "") -> Response:
    """The form; topic and kern come along from the chat in the address, and nothing else."""
    gemeente = get_gemeente_or_raise(huis, gemeente_id)
    bekend = {"onderwerp": onderwerp} if onderwerp in huis.gereedschap.kennis.nu.onderwerpen else {}
    bekend |= {"kern": kern} if kern in {deel.id for deel in gemeente.kernen} else {}
    return _formulier(request, huis, gemeente, bekend, sleutel=nieuwe_sleutel())


def _formulier(
    request: Request, huis: Huis, gemeente: Gemeente, velden: dict[str, str], *, sleutel: str,
    fouten: dict[str, str] | None = None, gevaar: Sequence[Kaart] = (), gezien: str = "", status: int = 200,
    probleem: str = "",
) -> Response:  # fmt: skip
    kennis = huis.gereedschap.kennis.nu
    inhoud: dict[str, Any] = {
        "gemeente": gemeente,
        "delen": (("vraag", fields.VRAAG), ("jij", fields.JIJ)),
        "waarden": {f"{fields.VOOR}{naam}": waarde for naam, waarde in velden.items()},
        "fouten": fouten or {},
        "labels": {naam: label(naam) for naam in fouten or {}},
        "opties": fields.opties(gemeente),
        "themas": fields.onderwerpen_per_thema(kennis),
        "anders": (fields.ANDERS, fields.onderwerp_in_woorden(fields.ANDERS, kennis)),
        "dagen": huis.settings.bewaar_consult_dagen,
        "advies": als_kaarten([hulplijnkaart(kennis.hulplijnen[ADVIES], huis.klok())]),
        "kaarten_gevaar": als_kaarten(gevaar),
        "gezien": gezien,
        "sleutel": sleutel,
        "probleem": probleem,
    }
    return pagina(request, "consult.html", status=status, **inhoud)


@router.post("")
def vraag_aan(gemeente_id: str, request: Request, huis: HuisDep, formulier: FormulierDep, adres: AdresDep) -> Response:
    """Send it; or the form again, with what is not right yet, or with the safety reply to read first."""
    alleen_eigen_pagina(request)
    bewaak(huis, huis.per_adres.wacht(adres), ())
    gemeente, sleutel = get_gemeente_or_raise(huis, gemeente_id), formulier.een("sleutel")[:200] or nieuwe_sleutel()
    velden = fields.lees(formulier)
    fouten = fields.keur(velden, gemeente, huis.gereedschap.kennis.nu)
    if fouten:
        gevaar = hoor_fout(huis, formulier.vrije_tekst())
        return _formulier(
            request, huis, gemeente, velden, sleutel=sleutel, fouten=fouten, gevaar=gevaar, status=422
        )  # fmt: skip
    signaal = service.hoor_consult(huis, velden)
    if signaal is not None and not _gelezen(huis, formulier, signaal):
        huis.teller.tel(signaal, deur="consult", nu=huis.klok(), gemeente=gemeente.id)
        kaarten = huis.veilig(signaal, rol=service.ROL, gemeente=gemeente)
        merk = _merk(huis, signaal)
        return _formulier(request, huis, gemeente, velden, sleutel=sleutel, gevaar=kaarten, gezien=merk)
    return _verstuur(request, huis, gemeente, velden, sleutel)


def _verstuur(request: Request, huis: Huis, gemeente: Gemeente, velden: dict[str, str], sleutel: str) -> Response:
    """What is on the page is what is sent, and the confirmation shows it once more."""
    inhoud = json.dumps({"gemeente": gemeente.id, "velden": velden}, ensure_ascii=False, sort_keys=True).encode()
    nieuw = NieuwConsult.model_validate_json(inhoud)
    try:
        ontvangst = met_geduld(lambda: service.verstuur(huis, nieuw, sleutel=sleutel, inhoud=inhoud))
    except DatabaseWeg:
        return _storing(request, huis, gemeente, velden, sleutel)
    gestuurd = nieuw.velden.model_dump(mode="json", exclude_none=True)
    regels = fields.regels(gestuurd, gemeente, huis.gereedschap.kennis.nu)
    return pagina(
        request,
        "consult_klaar.html",
        gemeente=gemeente,
        ontvangst=ontvangst,
        regels=regels,
        urgentie=gestuurd["urgentie"],
    )


def _storing(request: Request, huis: Huis, gemeente: Gemeente, velden: dict[str, str], sleutel: str) -> Response:
    """Nothing that was typed is lost, and who to call stands above it."""
    signaal = service.hoor_consult(huis, velden)
    hulp = huis.veilig(signaal, rol=service.ROL, gemeente=gemeente) if signaal else huis.hulp(gemeente)
    uitleg = teksten()("consult.storing")
    return _formulier(
        request, huis, gemeente, velden, sleutel=sleutel, gevaar=hulp, status=503, probleem=uitleg
    )  # fmt: skip


def _merk(huis: Huis, signaal: Signaal) -> str:
    """That the safety reply to this rule was shown on the page that is sent now."""
    return huis.bos.merk(f"consult-gelezen:{signaal.regel}@{signaal.versie}")


def _gelezen(huis: Huis, formulier: Formulier, signaal: Signaal) -> bool:
    return hmac.compare_digest(formulier.een("gezien"), _merk(huis, signaal))
