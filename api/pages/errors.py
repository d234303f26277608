"""Errors on a page: what the JSON handlers of the application say, in the same words, as HTML."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, cast

from fastapi import FastAPI, Request, Response
from fastapi.routing import APIRoute

from api.pages.render import pagina

Afhandelaar = Callable[[Request, Exception], Awaitable[Response]]
EIGEN_KOPPEN = ("content-length", "content-type")
VOOR_MACHINES = ("/api/", "/gezond")
GEEN_ROUTE = (404, 405)


class Paginaroute(APIRoute):
    """A route whose errors are pages; which error says what is decided in one place, api/errors.py."""

    sjabloon: ClassVar[str] = "fout.html"

    def get_route_handler(self) -> Callable[[Request], Any]:
        """The handler of FastAPI, with every error shown as a page."""
        doe = super().get_route_handler()

        async def met_foutpagina(request: Request) -> Response:
            try:
                return await doe(request)
            except Exception as fout:  # noqa: BLE001 - the handler that is looked up logs what nobody foresaw
                return await self.bij_fout(request, fout)

        return met_foutpagina

    async def bij_fout(self, request: Request, fout: Exception) -> Response:
        """The page for this error."""
        return await foutpagina(request, fout, self.sjabloon)


async def foutpagina(request: Request, fout: Exception, sjabloon: str = "fout.html", **inhoud: Any) -> Response:
    """The page for this error, with status and headers as the application gives them."""
    antwoord = await _afhandelaar(request, fout)(request, fout)
    probleem = json.loads(bytes(antwoord.body))
    html = pagina(request, sjabloon, status=antwoord.status_code, probleem=probleem, **inhoud)
    html.headers.update({naam: waarde for naam, waarde in antwoord.headers.items() if naam not in EIGEN_KOPPEN})
    return html


def registreer(app: FastAPI) -> None:
    """An address that no route answers is a page too, except where only machines come."""
    for status in GEEN_ROUTE:
        app.add_exception_handler(status, _geen_route)


async def _geen_route(request: Request, fout: Exception) -> Response:
    if request.url.path.startswith(VOOR_MACHINES):
        return await _afhandelaar(request, fout)(request, fout)
    return await foutpagina(request, fout)


def _afhandelaar(request: Request, fout: Exception) -> Afhandelaar:
    handlers = request.app.exception_handlers
    return cast(Afhandelaar, next(handlers[soort] for soort in type(fout).__mro__ if soort in handlers))
