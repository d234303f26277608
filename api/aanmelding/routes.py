"""The aanmelding over HTTP (api.md, Aanmelding)."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import ValidationError

from api.aanmelding import service
from api.aanmelding.schemas import (
    AanmeldingUit,
    Code,
    NieuwBericht,
    NieuweAanmelding,
    Ontvangen,
    Toegang,
    Wijziging,
)
from api.chat.schemas import MAX_BYTES
from api.http import AdresDep, HuisDep, TokenDep, lees_hooguit
from api.problem import Probleem

router = APIRouter(prefix="/api/v1/aanmeldingen", tags=["aanmelding"])
BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": NieuweAanmelding.model_json_schema(ref_template="#/components/schemas/{model}")
            }
        },
    }
}


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


def _verstuur(huis: Any, inhoud: bytes, token: str, sleutel: str | None) -> dict[str, Any]:
    if len(inhoud) > MAX_BYTES:
        raise Probleem(413, "Deze aanmelding is te lang.", "te-lang")
    if not sleutel:
        raise Probleem(422, "Stuur een Idempotency-Key mee.", "geen-sleutel")
    try:
        nieuw = NieuweAanmelding.model_validate_json(inhoud)
    except ValidationError as fout:
        velden = [{"veld": ".".join(map(str, deel["loc"])), "uitleg": _uitleg(deel)} for deel in fout.errors()]
        detail = "Een of meer velden kloppen nog niet."
        raise Probleem(422, detail, "ongeldig-veld", extra={"velden": velden}) from None
    return service.verstuur(huis, nieuw, token=token, sleutel=sleutel, inhoud=inhoud)


def _uitleg(deel: Any) -> str:
    if deel["type"] == "missing":
        return "Vul dit in."
    if deel["type"] == "value_error":
        return str(deel["msg"]).removeprefix("Value error, ")
    if deel["type"] == "string_too_long":
        return "Dit is te lang."
    return "Dit klopt nog niet."


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
