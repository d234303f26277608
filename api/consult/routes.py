"""The consult over HTTP: one address, without a gesprek."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool

from api.chat.intake import bewaak
from api.chat.schemas import MAX_BYTES
from api.consult import service
from api.consult.schemas import ConsultOntvangen, NieuwConsult
from api.context import Huis
from api.http import AdresDep, HuisDep, SleutelDep, lees_hooguit
from api.validation import in_het_document, lees_of_weiger

router = APIRouter(prefix="/api/v1/consulten", tags=["consult"])


@router.post(
    "", status_code=201, response_model=ConsultOntvangen, response_model_exclude_none=False,
    openapi_extra=in_het_document(NieuwConsult),
)  # fmt: skip
async def verstuur(request: Request, huis: HuisDep, adres: AdresDep, sleutel: SleutelDep = None) -> dict[str, Any]:
    """Ask for a consult with call-back. The body is read raw, so that danger in a refused one is still answered."""
    inhoud = await lees_hooguit(request, MAX_BYTES)
    return await run_in_threadpool(_verstuur, huis, inhoud, sleutel, adres)


def _verstuur(huis: Huis, inhoud: bytes, sleutel: str | None, adres: str) -> dict[str, Any]:
    bewaak(huis, huis.per_adres.wacht(adres), ())
    nieuw = lees_of_weiger(NieuwConsult, inhoud, sleutel=sleutel, te_lang="Dit consult is te lang.")
    return service.verstuur(huis, nieuw, sleutel=sleutel or "", inhoud=inhoud)
