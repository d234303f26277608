"""What search engines may find: the head of a reading page, the site map, and where robots need not look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from api.context import Huis
from api.http import HuisDep
from api.pages.errors import Paginaroute
from api.pages.render import basisadres, kort, omgeving
from api.pages.texts import document
from knowledge.base import SCHEMAS
from knowledge.models import Artikel

router = APIRouter(route_class=Paginaroute)
DOCUMENTEN = ("verantwoording", "privacy", "toegankelijkheid")
NIET_VOOR_ROBOTS = ("/api/", "/balie", "/chat/", "/demo/", "/aanmelding", "/meld-veiligheid", "/weg")


@dataclass(frozen=True)
class Vindbaar:
    """The head of a page that anyone may find: its one address, what it is about, and its data for search engines."""

    adres: str
    omschrijving: str
    verborgen: bool = False
    data: dict[str, Any] | None = None

    @classmethod
    def van(
        cls, request: Request, pad: str, omschrijving: str, *, verborgen: bool = False, data: Any = None
    ) -> Vindbaar:
        """For the page at this path, whatever stands behind it in the address; `verborgen` keeps it out of the results."""
        return cls(basisadres(request) + pad, kort(omschrijving), verborgen, data)


def te_lezen(huis: Huis) -> list[Artikel]:
    """The articles that have not expired today."""
    vandaag = huis.klok().date()
    return [artikel for artikel in huis.gereedschap.kennis.nu.artikelen.values() if not artikel.verlopen(vandaag)]


@router.get("/sitemap.xml")
def kaart(request: Request, huis: HuisDep) -> Response:
    """Every page that is finished and may be found, with the date it was reviewed."""
    xml = omgeving().get_template("sitemap.xml").render(basis=basisadres(request), paginas=list(_paginas(huis)))
    return Response(xml, media_type="application/xml")


@router.get("/robots.txt")
def robots(request: Request) -> Response:
    """No robot has business in a conversation, an aanmelding or the balie."""
    regels = ["User-agent: *", *(f"Disallow: {pad}" for pad in NIET_VOOR_ROBOTS)]
    return PlainTextResponse("\n".join([*regels, "", f"Sitemap: {basisadres(request)}/sitemap.xml"]) + "\n")


def _paginas(huis: Huis) -> Iterator[tuple[str, date | None]]:
    kennis = huis.gereedschap.kennis.nu
    klaar = [artikel for artikel in te_lezen(huis) if artikel.status == "gepubliceerd"]
    yield "/kennis", None
    for slug in kennis.onderwerpen:
        datums = [artikel.nagekeken_op for artikel in klaar if artikel.onderwerp == slug]
        if datums:
            yield f"/kennis/{slug}", max(datums)
    yield from ((f"/kennis/{artikel.id}", artikel.nagekeken_op) for artikel in klaar)
    for naam in SCHEMAS:
        schema = kennis.schemas.get(naam)
        if schema and schema.status == "gepubliceerd":
            yield f"/{naam}", schema.nagekeken_op
    yield "/hulplijnen", None
    yield from ((f"/{naam}", document(naam).nagekeken_op) for naam in DOCUMENTEN)
