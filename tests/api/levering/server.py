"""A real HTTP server on this machine that can go wrong in every way a receiver can, when a test says so."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

Storing = Literal["500", "429", "401", "302", "onzin", "traag", "weg_ervoor", "weg_erna"]
STORINGEN: tuple[Storing, ...] = ("500", "429", "401", "302", "onzin", "traag", "weg_ervoor", "weg_erna")


@dataclass(frozen=True)
class Verzoek:
    """What came in."""

    methode: str
    pad: str
    vraag: dict[str, str]
    kop: dict[str, str]
    ruw: bytes

    @property
    def inhoud(self) -> Any:
        return json.loads(self.ruw or b"null")


class Geweigerd(Exception):
    """The request is wrong: which field, and the code."""

    def __init__(self, naam: str, code: str = "invalid") -> None:
        super().__init__(naam)
        self.naam, self.code = naam, code


@dataclass
class Ontvanger:
    """Takes everything; a subclass decides what it does with it."""

    verzoeken: list[Verzoek] = field(default_factory=list)
    storingen: list[tuple[str, Storing]] = field(default_factory=list)
    """What goes wrong, in order: method and path ('POST internetaken') of the request that it happens to."""
    los: threading.Event = field(default_factory=threading.Event)
    adres: str = ""

    def verwerk(self, verzoek: Verzoek) -> tuple[int, Any]:
        return 200, None

    def storing(self, verzoek: Verzoek) -> Storing | None:
        if self.storingen and f"{verzoek.methode} {verzoek.pad}".startswith(self.storingen[0][0]):
            return self.storingen.pop(0)[1]
        return None


class _Hand(BaseHTTPRequestHandler):
    ontvanger: Ontvanger
    slot: threading.Lock

    def log_message(self, *_: Any) -> None:
        pass

    def _doe(self) -> None:
        delen = urlsplit(self.path)
        lengte = int(self.headers.get("Content-Length") or 0)
        ruw = self.rfile.read(lengte)
        if len(ruw) < lengte:  # the sender died while it was sending
            self.close_connection = True
            return
        pad = delen.path.removeprefix("/klantinteracties/api/v1/")
        verzoek = Verzoek(self.command, pad, dict(parse_qsl(delen.query)), dict(self.headers), ruw)
        with self.slot:
            self.ontvanger.verzoeken.append(verzoek)
            storing = self.ontvanger.storing(verzoek)
            gedaan = None if storing in ("500", "429", "401", "302", "weg_ervoor") else self._verwerk(verzoek)
        if storing in ("weg_ervoor", "weg_erna"):
            self.close_connection = True
            return
        if storing == "traag":
            self.ontvanger.los.wait(20)
            return
        self._antwoord(storing, *(gedaan or (int(storing or 500), None)))

    def _verwerk(self, verzoek: Verzoek) -> tuple[int, Any]:
        try:
            return self.ontvanger.verwerk(verzoek)
        except Geweigerd as fout:
            return 400, {"invalidParams": [{"name": fout.naam, "code": fout.code, "reason": "nee"}]}

    def _antwoord(self, storing: Storing | None, status: int, inhoud: Any) -> None:
        ruw = b"<html>niet nu</html>" if storing == "onzin" else b"" if status == 204 else json.dumps(inhoud).encode()
        self.send_response(status)
        if storing == "429":
            self.send_header("Retry-After", "1800")
        if storing == "302":
            self.send_header("Location", f"{self.ontvanger.adres}/elders")
        self.send_header("Content-Length", str(len(ruw)))
        self.end_headers()
        self.wfile.write(ruw)

    do_GET = do_POST = do_PATCH = do_DELETE = _doe


@contextmanager
def draai(ontvanger: Ontvanger) -> Iterator[None]:
    """Serve on a free port until the end."""
    hand = type("Hand", (_Hand,), {"ontvanger": ontvanger, "slot": threading.Lock()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), hand)
    server.daemon_threads = True
    ontvanger.adres = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield
    finally:
        ontvanger.los.set()
        server.shutdown()
        server.server_close()
