"""Every error in one shape: known ones first, the last resort logs its kind only and answers with the help lines."""

from __future__ import annotations

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.aanmelding.store import Veranderd
from api.chat.store import Verouderd
from api.context import Huis
from api.crypto import SleutelFout
from api.database.engine import DatabaseWeg
from api.database.locks import Bezet
from api.problem import Probleem, antwoord

log = structlog.get_logger()
DETAILS = {
    404: "Deze pagina of dit gegeven bestaat niet.",
    405: "Dit kan hier niet.",
}


def registreer(app: FastAPI) -> None:
    """Put the handlers in place."""
    app.add_exception_handler(Probleem, _probleem)
    app.add_exception_handler(RequestValidationError, _ongeldig)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DatabaseWeg, _weg)
    for botsing in (Bezet, Verouderd, Veranderd):
        app.add_exception_handler(botsing, _botsing)
    app.add_exception_handler(SleutelFout, _gewist)
    app.add_exception_handler(Exception, _onverwacht)


def _geef(request: Request, probleem: Probleem) -> JSONResponse:
    huis: Huis = request.app.state.huis
    return antwoord(probleem, huis.hulp())


async def _probleem(request: Request, fout: Exception) -> JSONResponse:
    assert isinstance(fout, Probleem)
    return _geef(request, fout)


async def _ongeldig(request: Request, fout: Exception) -> JSONResponse:
    assert isinstance(fout, RequestValidationError)
    velden = [{"veld": ".".join(str(stap) for stap in deel["loc"][1:])} for deel in fout.errors()]
    return _geef(
        request, Probleem(422, "Een of meer velden kloppen nog niet.", "ongeldig-veld", extra={"velden": velden})
    )


async def _http(request: Request, fout: Exception) -> JSONResponse:
    assert isinstance(fout, HTTPException)
    detail = DETAILS.get(fout.status_code, "We kunnen dit verzoek niet lezen.")
    return _geef(request, Probleem(fout.status_code, detail, kop=dict(fout.headers or {})))


async def _weg(request: Request, fout: Exception) -> JSONResponse:
    log.error("database_weg", bij=request.scope.get("route").path if request.scope.get("route") else "onbekend")  # type: ignore[union-attr]
    detail = "Het systeem kan nu even niets opslaan of opzoeken. Probeer het over een paar minuten nog eens."
    return _geef(request, Probleem(503, detail, "storing", kop={"Retry-After": "60"}))


async def _botsing(request: Request, fout: Exception) -> JSONResponse:
    detail = "Iemand anders veranderde dit net. Kijk opnieuw en probeer het nog eens."
    return _geef(request, Probleem(409, detail, "bezig", kop={"Retry-After": "1"}))


async def _gewist(request: Request, fout: Exception) -> JSONResponse:
    return _geef(request, Probleem(410, "Deze gegevens zijn gewist.", "gewist"))


async def _onverwacht(request: Request, fout: Exception) -> JSONResponse:
    log.error("onverwachte_fout", soort=type(fout).__name__)
    detail = "Er ging aan onze kant iets mis. Je hebt niets verkeerd gedaan. Probeer het zo nog eens, of bel."
    return _geef(request, Probleem(500, detail))
