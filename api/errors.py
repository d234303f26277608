"""Every error in one shape: known ones first, the last resort logs its kind only and answers with the help lines."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from actions.kaarten import Kaart
from api.aanmelding.store import Veranderd
from api.chat.store import Verouderd
from api.context import Huis
from api.crypto import SleutelFout
from api.database.engine import DatabaseWeg
from api.database.locks import Bezet
from api.heard import gehoorde_teksten
from api.problem import Probleem, antwoord
from api.veiligheid.gate import hoor_fout, is_veiligheidsantwoord
from assistant.gate.safety_reply import noodantwoord
from knowledge.errors import KennisFout

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
    app.add_exception_handler(KennisFout, _onleesbaar)
    for botsing in (Bezet, Verouderd, Veranderd):
        app.add_exception_handler(botsing, _botsing)
    app.add_exception_handler(SleutelFout, _gewist)
    app.add_exception_handler(Exception, _onverwacht)


async def _geef(request: Request, probleem: Probleem) -> JSONResponse:
    """Whatever is wrong with a request, danger in it is answered: that goes before the error's own cards."""
    huis: Huis = request.app.state.huis
    gehoord = await run_in_threadpool(_hoor, huis, await gehoorde_teksten(request))
    if gehoord and not is_veiligheidsantwoord(probleem.berichten):
        probleem.berichten = gehoord
    return antwoord(probleem, huis.hulp())


def _hoor(huis: Huis, teksten: list[str]) -> Sequence[Kaart]:
    """The safety reply where there is danger; when the gate itself fails nobody knows, and the last resort is said."""
    try:
        return hoor_fout(huis, teksten)
    except Exception as fout:  # noqa: BLE001 - an error about an error would leave the visitor with nothing
        log.error("poort_fout", soort=type(fout).__name__)
        return noodantwoord(nu=huis.klok())


async def _probleem(request: Request, fout: Exception) -> JSONResponse:
    assert isinstance(fout, Probleem)
    return await _geef(request, fout)


async def _ongeldig(request: Request, fout: Exception) -> JSONResponse:
    assert isinstance(fout, RequestValidationError)
    velden = [{"veld": ".".join(str(stap) for stap in deel["loc"][1:])} for deel in fout.errors()]
    return await _geef(
        request, Probleem(422, "Een of meer velden kloppen nog niet.", "ongeldig-veld", extra={"velden": velden})
    )


async def _http(request: Request, fout: Exception) -> JSONResponse:
    assert isinstance(fout, HTTPException)
    detail = DETAILS.get(fout.status_code, "We kunnen dit verzoek niet lezen.")
    return await _geef(request, Probleem(fout.status_code, detail, kop=dict(fout.headers or {})))


async def _weg(request: Request, fout: Exception) -> JSONResponse:
    log.error("database_weg", bij=request.scope.get("route").path if request.scope.get("route") else "onbekend")  # type: ignore[union-attr]
    detail = "Het systeem kan nu even niets opslaan of opzoeken. Probeer het over een paar minuten nog eens."
    return await _geef(request, Probleem(503, detail, "storing", kop={"Retry-After": "60"}))


async def _onleesbaar(request: Request, fout: Exception) -> JSONResponse:
    """The content cannot be read; what is wrong with it is in the log."""
    detail = "Voordeur kan nu geen vragen beantwoorden. Probeer het later nog eens, of bel."
    return await _geef(request, Probleem(503, detail, "storing", kop={"Retry-After": "60"}))


async def _botsing(request: Request, fout: Exception) -> JSONResponse:
    detail = "Iemand anders veranderde dit net. Kijk opnieuw en probeer het nog eens."
    return await _geef(request, Probleem(409, detail, "bezig", kop={"Retry-After": "1"}))


async def _gewist(request: Request, fout: Exception) -> JSONResponse:
    return await _geef(request, Probleem(410, "Deze gegevens zijn gewist.", "gewist"))


async def _onverwacht(request: Request, fout: Exception) -> JSONResponse:
    log.error("onverwachte_fout", soort=type(fout).__name__)
    detail = "Er ging aan onze kant iets mis. Je hebt niets verkeerd gedaan. Probeer het zo nog eens, of bel."
    return await _geef(request, Probleem(500, detail))
