"""A gemeente that does not exist, to show the widget on. Not served with --live."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.context import Huis
from api.http import HuisDep
from api.pages.errors import Paginaroute
from api.pages.render import pagina, verder
from api.problem import Probleem
from knowledge.models import Gemeente

router = APIRouter(route_class=Paginaroute)
EERSTE = "kaag-en-braassem"


@router.get("/")
def begin(huis: HuisDep) -> Response:
    """To the demo; with --live to the page that says what this is."""
    return verder("/verantwoording" if huis.settings.live else f"/demo/{EERSTE}")


@router.get("/demo/{gemeente_id}")
def demo(gemeente_id: str, request: Request, huis: HuisDep) -> Response:
    """The site of the demonstration gemeente, with the chat on it."""
    if huis.settings.live:
        raise Probleem(404, "Deze pagina bestaat niet.", berichten=huis.hulp())
    gemeente = get_gemeente_or_raise(huis, gemeente_id)
    andere = [ander for ander in huis.gereedschap.kennis.nu.gemeenten.values() if ander.id != gemeente.id]
    return pagina(request, "demo.html", gemeente=gemeente, andere=andere)


def get_gemeente_or_raise(huis: Huis, gemeente_id: str) -> Gemeente:
    """The gemeente of this address; raises Probleem 404."""
    try:
        return huis.gemeente(gemeente_id)
    except KeyError:
        raise Probleem(404, "Deze gemeente kennen we niet.", "onbekende-gemeente", huis.hulp()) from None
