"""The smallest mail server that smtplib can talk to; it keeps what it takes, and refuses or hangs up when told so."""

from __future__ import annotations

import socketserver
import threading
from typing import Any


class _Gesprek(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        bus: Any = self.server
        self._zeg("220 klaar")
        while regel := self.rfile.readline().decode().strip():
            opdracht = regel.split(" ")[0].upper()
            if opdracht == "DATA":
                self._zeg("354 ga je gang")
                bus.berichten.append(self._bericht())
                if bus.storingen and bus.storingen[0] == "weg_erna":
                    bus.storingen.pop(0)
                    return
                self._zeg("250 bewaard")
            elif opdracht == "RCPT" and bus.storingen and bus.storingen[0].isdigit():
                self._zeg(f"{bus.storingen.pop(0)} niet nu")
            elif opdracht == "QUIT":
                self._zeg("221 dag")
                return
            else:
                self._zeg("250 goed")

    def _bericht(self) -> str:
        regels: list[str] = []
        while (regel := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            regels.append(regel)
        return "\n".join(regels)

    def _zeg(self, tekst: str) -> None:
        self.wfile.write(f"{tekst}\r\n".encode())


class Brievenbus(socketserver.ThreadingTCPServer):
    """Mail that came in, whole."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.berichten: list[str] = []
        self.storingen: list[str] = []

    @property
    def adres(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> Brievenbus:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()
