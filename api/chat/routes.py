"""The chat over HTTP (api.md, Chat)."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from api.chat import service, store
from api.chat.concept import bewerk, concept_voor
from api.chat.intake import Verzoek
from api.chat.schemas import (
    MAX_BYTES,
    Antwoord,
    Bericht,
    ConceptIn,
    ConceptUit,
    GesprekGestart,
    NieuwGesprek,
    Regel,
    Transcript,
)
from api.context import Huis
from api.http import AdresDep, HuisDep, SleutelDep, TokenDep, lees_hooguit
from api.problem import Probleem
from api.veiligheid.gate import als_rol, getypt, hoor
from knowledge.models import Gemeente

router = APIRouter(prefix="/api/v1/gesprekken", tags=["gesprek"])
BODY = {"requestBody": {"required": True, "content": {"application/json": {"schema": Bericht.model_json_schema()}}}}


@router.post("", status_code=201, response_model=GesprekGestart)
def begin(nieuw: NieuwGesprek, huis: HuisDep, adres: AdresDep) -> dict[str, Any]:
    """Start a conversation."""
    return service.start_gesprek(huis, gemeente_id=nieuw.gemeente, rol=nieuw.rol, adres=adres)


@router.post("/{gesprek_id}/berichten", response_model=Antwoord, response_model_exclude_none=False, openapi_extra=BODY)
async def stuur(
    gesprek_id: str, request: Request, huis: HuisDep, token: TokenDep, adres: AdresDep, sleutel: SleutelDep = None
) -> Response:
    """Send a message or a button. The body is read raw: it is scanned for danger before anything can refuse it."""
    inhoud = await lees_hooguit(request, MAX_BYTES)
    verzoek = Verzoek(gesprek_id, token, inhoud, sleutel, adres)
    return service.als_json(await run_in_threadpool(service.beantwoord, huis, verzoek))


@router.get("/{gesprek_id}/berichten", response_model=Transcript, response_model_exclude_none=True)
def transcript(gesprek_id: str, huis: HuisDep, token: TokenDep) -> dict[str, Any]:
    """The conversation so far, as stored."""
    rij = service.get_geldig_gesprek(huis, gesprek_id, token, huis.hulp())
    stand = store.open_stand(rij, huis.bos)
    velden = concept_voor(stand)
    gemeente = huis.gemeente(rij.gemeente)
    regels: list[Any] = [Regel(van="voordeur", kaart=kaart) for kaart in service.begroeting(huis, gemeente.naam)]
    with huis.database.lezen() as sessie:
        beurten = store.list_beurten(sessie, gesprek_id)
    for beurt in beurten:
        invoer = store.open_json(stand.kluis, beurt.invoer, "invoer")
        antwoord = service.vul_velden(store.open_json(stand.kluis, beurt.antwoord, "antwoord"), velden)
        regels.append({"van": "bezoeker", "kaart": {"soort": "tekst", "tekst": invoer["tekst"] or "…"}})
        regels += [{"van": "voordeur", "kaart": kaart} for kaart in antwoord["berichten"]]
    return {"berichten": regels, "verloopt_op": service.verloopt_op(huis, rij)}


@router.delete("/{gesprek_id}", status_code=204)
def wis(gesprek_id: str, huis: HuisDep, token: TokenDep) -> None:
    """Wipe the conversation now."""
    service.wis_gesprek(huis, gesprek_id, token)


@router.get("/{gesprek_id}/concept", response_model=ConceptUit)
def concept(gesprek_id: str, huis: HuisDep, token: TokenDep) -> dict[str, Any]:
    """The aanmelding as far as it is filled."""
    rij = service.get_geldig_gesprek(huis, gesprek_id, token, huis.hulp())
    return {"velden": concept_voor(store.open_stand(rij, huis.bos))}


@router.patch("/{gesprek_id}/concept", response_model=ConceptUit)
def bewerk_concept(gesprek_id: str, nieuw: ConceptIn, huis: HuisDep, token: TokenDep) -> dict[str, Any]:
    """Keep what the visitor changed in the card."""
    velden, gemeente = _bewerk(huis, gesprek_id, token, nieuw.velden)
    rol = als_rol(velden.get("rol"))
    signaal = hoor(huis, getypt(nieuw.velden), rol=rol)
    if signaal is None:
        return {"velden": velden, "berichten": []}
    huis.teller.tel(signaal, deur="concept", nu=huis.klok(), gemeente=gemeente.id)
    return {"velden": velden, "berichten": huis.veilig(signaal, rol=rol, gemeente=gemeente)}


def _bewerk(huis: Huis, gesprek_id: str, token: str, velden: dict[str, Any]) -> tuple[dict[str, Any], Gemeente]:
    with huis.sloten.houd(gesprek_id):
        rij = service.get_geldig_gesprek(huis, gesprek_id, token, huis.hulp())
        stand = store.open_stand(rij, huis.bos)
        bewerk(stand, velden)
        if len(str(stand.concept)) > MAX_BYTES:
            raise Probleem(413, "Dit is te veel tekst voor een aanmelding.", "te-lang", huis.hulp())
        with huis.database.schrijven() as sessie:
            store.store_concept(sessie, stand)
    return concept_voor(stand), huis.gemeente(rij.gemeente)
