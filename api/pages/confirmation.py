"""The confirmation without JavaScript: to read, to put on paper, and as an item for someone's own calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from api.aanmelding.reminder import BESTAND, SOORT
from api.aanmelding.store import find_herhaling, open_herhaling
from api.context import Huis
from api.http import HuisDep
from api.pages.demo import get_gemeente_or_raise
from api.pages.errors import Paginaroute
from api.pages.render import pagina, verder
from api.pages.session import Sessie
from knowledge.models import Gemeente

router = APIRouter(prefix="/chat/{gemeente_id}/aanmelding/klaar", route_class=Paginaroute)


@router.get("")
def klaar(gemeente_id: str, request: Request, huis: HuisDep) -> Response:
    """Kenmerk, code, by when someone calls, what happens next and what can help meanwhile."""
    return _toon(request, huis, gemeente_id, "klaar.html")


@router.get("/afdruk")
def druk_af(gemeente_id: str, request: Request, huis: HuisDep) -> Response:
    """What one needs later, on paper: no name of the service or the team, and nothing of what it is about."""
    return _toon(request, huis, gemeente_id, "afdruk.html")


@router.get(f"/{BESTAND}")
def agenda(gemeente_id: str, request: Request, huis: HuisDep) -> Response:
    """The belofte for someone's own calendar."""
    gemeente = get_gemeente_or_raise(huis, gemeente_id)
    ontvangst = _ontvangst(request, huis)
    return als_agenda(ontvangst["agenda"]) if ontvangst else verder(f"/chat/{gemeente.id}")


def als_agenda(inhoud: str) -> Response:
    """A download whose name and kind say nothing."""
    kop = {"Content-Disposition": f'attachment; filename="{BESTAND}"', "Cache-Control": "no-store"}
    return Response(inhoud, media_type=SOORT, headers=kop)


def _toon(request: Request, huis: Huis, gemeente_id: str, sjabloon: str) -> Response:
    gemeente = get_gemeente_or_raise(huis, gemeente_id)
    ontvangst = _ontvangst(request, huis)
    if ontvangst is None:
        return verder(f"/chat/{gemeente.id}")
    return pagina(request, sjabloon, gemeente=gemeente, ontvangst=ontvangst, **_delen(gemeente, ontvangst))


def _ontvangst(request: Request, huis: Huis) -> dict[str, Any] | None:
    """What this browser sent last, for as long as the reply is kept."""
    verzonden = Sessie.van(request).verzonden
    with huis.database.lezen() as lezer:
        rij = find_herhaling(lezer, huis.bos.merk(f"aanmelding:{verzonden}")) if verzonden else None
    return open_herhaling(rij, huis.bos) if rij else None


def _delen(gemeente: Gemeente, ontvangst: dict[str, Any]) -> dict[str, Any]:
    adres = f"/chat/{gemeente.id}/aanmelding/klaar"
    return {
        "adres": adres,
        "agenda_adres": f"{adres}/{BESTAND}",
        "contact_voor": date.fromisoformat(ontvangst["contact_voor"]),
        "intussen": ontvangst.get("intussen") or {"artikelen": [], "plekken": []},
        "rechten": ontvangst.get("rechten") or [],
        "uren": ontvangst.get("uren"),
    }
