"""One HTTP request with the standard library: a time limit, a size limit, no redirects, and never a word in the log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from api.levering.errors import LeverFout, van_netwerk

TERMIJN_S = 10.0
LANGSTE_ANTWOORD = 2_000_000
NOOIT_GOED = (400, 413, 422)
LANGSTE_WACHT_S = 6 * 3600


@dataclass(frozen=True)
class Antwoord:
    """What came back."""

    status: int
    inhoud: bytes
    wacht_s: int = 0

    @property
    def gelukt(self) -> bool:
        """Whether the receiver took it."""
        return 200 <= self.status < 300

    def json(self) -> Any:
        """The content; raises LeverFout when it is not JSON."""
        try:
            return json.loads(self.inhoud or b"null")
        except ValueError:
            raise LeverFout("onleesbaar") from None

    def of_fout(self) -> Antwoord:
        """Itself when it is fine; raises LeverFout with the status otherwise."""
        if self.gelukt:
            return self
        raise LeverFout(f"http_{self.status}", blijvend=self.status in NOOIT_GOED, wacht_s=self.wacht_s)


def verstuur(methode: str, adres: str, *, kop: Mapping[str, str], inhoud: bytes | None = None) -> Antwoord:
    """Send it and read the answer, whatever its status; raises LeverFout when there is none."""
    try:
        return _verstuur(methode, adres, kop, inhoud)
    except OSError as fout:
        raise van_netwerk(fout) from None
    except HTTPException:
        raise LeverFout("afgebroken") from None


def _verstuur(methode: str, adres: str, kop: Mapping[str, str], inhoud: bytes | None) -> Antwoord:
    delen = urlsplit(adres)
    soort = HTTPSConnection if delen.scheme == "https" else HTTPConnection
    verbinding = soort(delen.hostname or "", delen.port, timeout=TERMIJN_S)
    try:
        pad = f"{delen.path or '/'}{'?' + delen.query if delen.query else ''}"
        verbinding.request(methode, pad, body=inhoud, headers={"Connection": "close", **kop})
        antwoord = verbinding.getresponse()
        wacht = _seconden(antwoord.getheader("Retry-After"))
        return Antwoord(antwoord.status, antwoord.read(LANGSTE_ANTWOORD), wacht)
    finally:
        verbinding.close()


def _seconden(kop: str | None) -> int:
    """The patience a receiver asks for, in seconds; a date is not worth reading."""
    return min(int(kop), LANGSTE_WACHT_S) if kop and kop.isascii() and kop.isdigit() else 0
