"""What came in with a request, kept for as long as the request lasts: an error on any door must still hear danger in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import parse_qsl

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.veiligheid.gate import diep

HOOGUIT = 64 * 1024
FORMULIER_KEER = 4  # the same text in percent-encoding
SLEUTEL = "gehoord"
ONZE = ("csrf", "sleutel", "gezien", "wachtwoord", "tweede_stap")


class Gehoord:
    """The body as far as it was read; `alles` reads on, up to the limit."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._klaar = False
        self.ruw = bytearray()

    async def lees(self) -> Message:
        """The next piece, kept on its way to whoever asked for it."""
        bericht = await self._receive()
        if bericht["type"] == "http.request" and len(self.ruw) < HOOGUIT * FORMULIER_KEER:
            self.ruw += bericht.get("body", b"")
        self._klaar = bericht["type"] != "http.request" or not bericht.get("more_body", False)
        return bericht

    async def alles(self) -> bytes:
        """What nobody had read yet is read too."""
        while not self._klaar and len(self.ruw) < HOOGUIT * FORMULIER_KEER:
            await self.lees()
        return bytes(self.ruw[: HOOGUIT * FORMULIER_KEER])


class Meelezer:
    """Keeps what comes in beside the request. Pure ASGI; nothing is stored or logged."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http":
            gehoord = Gehoord(receive)
            scope.setdefault("state", {})[SLEUTEL] = gehoord
            receive = gehoord.lees
        await self._app(scope, receive, send)


async def gehoorde_teksten(request: Request) -> list[str]:
    """Everything that may have been typed into this request: in its address and in its body, however that is shaped."""
    adres = [waarde for naam, waarde in parse_qsl(request.url.query) if naam not in ONZE]
    gehoord: Gehoord | None = request.scope.get("state", {}).get(SLEUTEL)
    if gehoord is None or request.method in ("GET", "HEAD"):
        return adres
    ruw = await gehoord.alles()
    soort = request.headers.get("content-type", "")
    return [*adres, *(_uit_formulier(ruw) if "form-urlencoded" in soort else _uit_json(ruw))]


def _uit_formulier(ruw: bytes) -> list[str]:
    return [waarde for naam, waarde in parse_qsl(ruw.decode("utf-8", "replace")) if naam not in ONZE]


def _uit_json(ruw: bytes) -> list[str]:
    """The text in the data; when it is not (whole) JSON, all of it as it came."""
    return list(_teksten(ruw)) or [ruw[:HOOGUIT].decode("utf-8", "replace")]


def _teksten(ruw: bytes) -> Iterator[str]:
    try:
        yield from (tekst[:HOOGUIT] for tekst in diep(json.loads(ruw)))
    except (ValueError, RecursionError):
        return
