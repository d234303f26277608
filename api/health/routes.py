"""Health for machines: `levend` says that the process serves, `klaar` which parts are up."""

from __future__ import annotations

import resource
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse

from api.http import HuisDep

router = APIRouter(tags=["gezond"])


@router.get("/gezond/levend")
async def levend() -> dict[str, str]:
    """The process serves; safety replies work from here on."""
    return {"status": "levend"}


NIET_KLAAR: dict[int | str, dict[str, Any]] = {
    503: {"description": "Een deel werkt nog niet", "content": {"application/json": {}}}
}


@router.get("/gezond/klaar", responses=NIET_KLAAR)
def klaar(huis: HuisDep, response: Response) -> dict[str, Any]:
    """Which parts are up; 503 while any is not. Without Rasa the chat answers from search."""
    delen = {
        "brein": huis.brein.stand,
        "gevaar": huis.gevaar.stand,
        "database": "gereed" if huis.database.leeft() else "weg",
        "inhoud": "gereed" if huis.aantal_artikelen else "onleesbaar",
    }
    if set(delen.values()) != {"gereed"}:
        response.status_code = 503
    return {"status": "klaar" if response.status_code != 503 else "niet klaar", "delen": delen}


@router.get("/metrics", response_class=PlainTextResponse)
def metrics(huis: HuisDep) -> Response:
    """Counters in Prometheus' text format; no content, no addresses."""
    gereed = int(huis.brein.stand == "gereed")
    geheugen = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    regels = [
        "# TYPE voordeur_brein_gereed gauge",
        f"voordeur_brein_gereed {gereed}",
        "# TYPE voordeur_geheugen_bytes gauge",
        f"voordeur_geheugen_bytes {geheugen}",
        "# TYPE voordeur_artikelen gauge",
        f"voordeur_artikelen {huis.aantal_artikelen}",
    ]
    return Response("\n".join(regels) + "\n", media_type="text/plain; version=0.0.4")
