"""The aanmelding over HTTP (api.md, Aanmelding)."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from fastapi.concurrency import run_in_threadpool

from api.aanmelding import own_data, service
from api.aanmelding.schemas import (
    AanmeldingUit,
    Code,
    Inzage,
    NieuwBericht,
    NieuweAanmelding,
    Ontvangen,
    Toegang,
    Wijziging,
    Wisverzoek,
    Wisvraag,
)
from api.chat.schemas import MAX_BYTES
from api.context import Huis
from api.http import AdresDep, HuisDep, TokenDep, lees_hooguit
from api.problem import Probleem
from api.validation import in_het_document, lees_of_weiger

router = APIRouter(prefix="/api/v1/aanmeldingen", tags=["aanmelding"])
BODY = in_het_document(NieuweAanmelding)


@router.post("", status_code=201, response_model=Ontvangen, openapi_extra=BODY)
async def verstuur(
    request: Request,
    huis: HuisDep,
    token: TokenDep,
    adres: AdresDep,
    sleutel: Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)] = None,
) -> dict[str, Any]:
    """Send an approved aanmelding. The body is read raw, so that danger in a refused one is still answered."""
    inhoud = await lees_hooguit(request, MAX_BYTES)
    return await run_in_threadpool(_verstuur, huis, inhoud, token, sleutel)


def _verstuur(huis: Huis, inhoud: bytes, token: str, sleutel: str | None) -> dict[str, Any]:
    nieuw = lees_of_weiger(NieuweAanmelding, inhoud, sleutel=sleutel, te_lang="Deze aanmelding is te lang.")
    return service.verstuur(huis, nieuw, token=token, sleutel=sleutel or "", inhoud=inhoud)


@router.post("/{kenmerk}/toegang", response_model=Toegang)
def toegang(kenmerk: str, invoer: Code, huis: HuisDep, adres: AdresDep) -> Toegang:
    """Open an aanmelding with its code."""
    if huis.settings.rate_limit == "on" and huis.per_adres.wacht(f"code:{adres}"):
        raise Probleem(429, "Je probeert het erg vaak. Wacht een minuut.", "te-snel", huis.hulp())
    return service.geef_toegang(huis, kenmerk=kenmerk, code=invoer.code)


@router.get("/{kenmerk}", response_model=AanmeldingUit)
def lees(kenmerk: str, huis: HuisDep, token: TokenDep) -> AanmeldingUit:
    """Read along: the same as the JGT reads."""
    return service.lees(huis, service.get_voor_familie(huis, kenmerk, token))


@router.patch("/{kenmerk}", response_model=AanmeldingUit)
def wijzig(kenmerk: str, nieuw: Wijziging, huis: HuisDep, token: TokenDep) -> AanmeldingUit:
    """Change fields; what is new is read for danger."""
    return service.wijzig(huis, service.get_voor_familie(huis, kenmerk, token), nieuw.velden)


@router.post("/{kenmerk}/berichten", response_model=AanmeldingUit)
def schrijf_bij(kenmerk: str, nieuw: NieuwBericht, huis: HuisDep, token: TokenDep) -> AanmeldingUit:
    """Add a line."""
    return service.schrijf_bij(huis, service.get_voor_familie(huis, kenmerk, token), nieuw.tekst)


@router.delete("/{kenmerk}", status_code=204)
def trek_in(kenmerk: str, huis: HuisDep, token: TokenDep) -> None:
    """Withdraw."""
    service.trek_in(huis, service.get_voor_familie(huis, kenmerk, token))


@router.get("/{kenmerk}/inzage", response_model=Inzage)
def inzage(kenmerk: str, huis: HuisDep, token: TokenDep) -> Inzage:
    """Everything that is kept here, to keep or to take elsewhere."""
    return own_data.inzage(huis, service.get_voor_familie(huis, kenmerk, token))


@router.post("/{kenmerk}/wisverzoek", response_model=Wisverzoek)
def vraag_wissen(kenmerk: str, vraag: Wisvraag, huis: HuisDep, token: TokenDep) -> Wisverzoek:
    """Ask for deletion: at once before take-up, afterwards a professional decides."""
    return own_data.vraag_wissen(huis, service.get_voor_familie(huis, kenmerk, token))
