"""'Gemist of vals alarm' over HTTP, without login."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from api.chat.intake import bewaak
from api.http import AdresDep, HuisDep
from api.veiligheid import service
from api.veiligheid.schemas import NieuweMelding, Ontvangst

router = APIRouter(prefix="/api/v1/veiligheidsmeldingen", tags=["veiligheid"])


@router.post("", status_code=201, response_model=Ontvangst, response_model_exclude_none=True)
def meld(nieuw: NieuweMelding, huis: HuisDep, adres: AdresDep) -> dict[str, Any]:
    """Report danger that was not seen, or an alarm where there was none; `regel` is the one of the safety reply."""
    bewaak(huis, huis.meldingen.wacht(adres), ())
    gemeld = service.meld(huis, nieuw, van="bezoeker")
    return {"antwoord_voor": gemeld.antwoord_voor, "berichten": gemeld.kaarten}
