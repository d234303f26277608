"""Security headers on every response, as internet.nl checks them. Pure ASGI: no cost for streaming, one dict for the rest."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

API = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


class Beveiligingskoppen:
    """Adds CSP, HSTS and the rest; which sites may embed a page is configured, never `*`."""

    def __init__(self, app: ASGIApp, *, inbedden: Sequence[str]) -> None:
        self._app = app
        voorouders = " ".join(["'self'", *inbedden])
        self._pagina = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
            f"manifest-src 'self'; frame-src 'none'; frame-ancestors {voorouders}; base-uri 'none'; form-action 'self'"
        )
        self._alleen_zelf = self._pagina.replace(f"frame-ancestors {voorouders}", "frame-ancestors 'none'")
        self._sites = frozenset(inbedden)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        pad: str = scope["path"]
        herkomst = dict(scope["headers"]).get(b"origin", b"").decode("latin-1")

        async def met_koppen(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                self._zet(MutableHeaders(scope=bericht), pad, herkomst)
            await send(bericht)

        if scope["method"] == "OPTIONS" and herkomst in self._sites:
            await self._voorvraag(met_koppen)
            return
        await self._app(scope, receive, met_koppen)

    def _zet(self, koppen: MutableHeaders, pad: str, herkomst: str) -> None:
        is_api = pad.startswith("/api/")
        pagina = self._alleen_zelf if pad.startswith("/balie") else self._pagina
        koppen["Content-Security-Policy"] = API if is_api else pagina
        koppen["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        koppen["X-Content-Type-Options"] = "nosniff"
        koppen["Referrer-Policy"] = "same-origin"
        koppen["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        koppen["Cross-Origin-Opener-Policy"] = "same-origin"
        if is_api:
            koppen.setdefault("Cache-Control", "no-store")
        if herkomst in self._sites:
            koppen["Access-Control-Allow-Origin"] = herkomst
        if self._sites and not pad.startswith("/balie"):
            koppen.add_vary_header("Origin")
        koppen["Cross-Origin-Resource-Policy"] = "cross-origin" if pad.startswith("/static/widget/") else "same-origin"

    async def _voorvraag(self, send: Send) -> None:
        """A browser asks whether an embedding site may call the chat."""
        koppen = [
            (b"access-control-allow-methods", b"GET, POST, PATCH, DELETE"),
            (b"access-control-allow-headers", b"authorization, content-type, idempotency-key"),
            (b"access-control-max-age", b"600"),
        ]
        await send({"type": "http.response.start", "status": 204, "headers": koppen})
        await send({"type": "http.response.body", "body": b""})
