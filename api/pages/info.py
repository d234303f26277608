"""What anyone may read: help lines, what this is and does, privacy, accessibility, where to report a leak."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from actions.present import hulplijnkaart
from api.context import ALTIJD, Huis
from api.http import HuisDep
from api.pages.errors import Paginaroute
from api.pages.findable import Vindbaar
from api.pages.reading import bereikbaar
from api.pages.render import als_kaarten, basisadres, pagina, verder
from api.pages.texts import document, teksten
from api.veiligheid.rules import regelversie

router = APIRouter(route_class=Paginaroute)
BEVEILIGING_GELDIG = timedelta(days=180)


@router.get("/hulplijnen")
def hulplijnen(request: Request, huis: HuisDep) -> Response:
    """Every line that residents may call: the emergency lines first, then by name."""
    lijnen = huis.gereedschap.kennis.nu.hulplijnen
    voor_iedereen = [lijn for lijn in lijnen.values() if "inwoner" in lijn.voor_wie and bereikbaar(lijn)]
    overig = sorted((lijn for lijn in voor_iedereen if lijn.id not in ALTIJD), key=lambda lijn: lijn.naam.lower())
    nu = huis.klok()
    return pagina(
        request,
        "hulplijnen.html",
        vindbaar=Vindbaar.van(request, "/hulplijnen", teksten()("hulplijnen.inleiding")),
        lijnen=lijnen,
        eerst=als_kaarten(hulplijnkaart(lijnen[naam], nu) for naam in ALTIJD),
        overig=als_kaarten(hulplijnkaart(lijn, nu) for lijn in overig),
        gemeenten=list(huis.gereedschap.kennis.nu.gemeenten.values()),
    )


@router.get("/hulp")
def hulp() -> Response:
    """The short address of the help lines."""
    return verder("/hulplijnen")


@router.get("/verantwoording")
def verantwoording(request: Request, huis: HuisDep) -> Response:
    """What the assistant is, does and does not do, generated from the running configuration."""
    return _document(request, huis, "verantwoording", feiten=_feiten(request, huis))


@router.get("/privacy")
def privacy(request: Request, huis: HuisDep) -> Response:
    """What is kept, why, and for how long."""
    return _document(request, huis, "privacy")


@router.get("/toegankelijkheid")
def toegankelijkheid(request: Request, huis: HuisDep) -> Response:
    """The accessibility statement."""
    return _document(request, huis, "toegankelijkheid")


@router.get("/.well-known/security.txt")
def beveiliging(request: Request, huis: HuisDep) -> Response:
    """Where to report a leak (RFC 9116)."""
    basis = basisadres(request)
    verloopt = (huis.klok() + BEVEILIGING_GELDIG).strftime("%Y-%m-%dT00:00:00Z")
    regels = (
        f"Contact: {basis}/verantwoording#lek-melden",
        f"Expires: {verloopt}",
        "Preferred-Languages: nl, en",
        f"Canonical: {basis}/.well-known/security.txt",
    )
    return PlainTextResponse("\n".join(regels) + "\n")


def _document(request: Request, huis: Huis, naam: str, **inhoud: Any) -> Response:
    tekst = document(naam)
    instellingen = huis.settings
    waarden = {
        "gesprek_minuten": instellingen.gesprek_minuten,
        "gesprek_dagen": instellingen.bewaar_gesprek_dagen,
        "aanmelding_dagen": instellingen.bewaar_aanmelding_dagen,
        "melding_dagen": instellingen.bewaar_melding_dagen,
        "consult_dagen": instellingen.bewaar_consult_dagen,
        "logboek_jaren": max(1, round(instellingen.bewaar_logboek_dagen / 365.25)),
    }
    ingevuld = tekst.tekst.format_map(waarden)
    return pagina(request, "document.html", document=tekst, tekst=ingevuld, **{"feiten": ()} | inhoud)


def _feiten(request: Request, huis: Huis) -> list[tuple[str, Any]]:
    """Facts of this very installation, as id of the text and value."""
    kennis, instellingen = huis.gereedschap.kennis.nu, huis.settings
    return [
        ("versie", request.app.version),
        ("dienst", "echt" if instellingen.live else "demo"),
        ("brein", huis.brein.stand),
        ("artikelen", len(kennis.geldig)),
        ("concepten", sum(artikel.status == "concept" for artikel in kennis.geldig)),
        ("hulplijnen", len(kennis.hulplijnen)),
        ("gemeenten", ", ".join(gemeente.naam for gemeente in kennis.gemeenten.values())),
        ("kennis_gelezen", kennis.gelezen_op),
        ("regels", regelversie()),
        ("gesprek_minuten", instellingen.gesprek_minuten),
        ("gesprek_dagen", instellingen.bewaar_gesprek_dagen),
        ("aanmelding_dagen", instellingen.bewaar_aanmelding_dagen),
        ("per_minuut", instellingen.berichten_per_minuut if instellingen.rate_limit == "on" else "uit"),
    ]
