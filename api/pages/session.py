"""The one cookie of the plain pages: which gesprek and which aanmelding this browser may open. Nothing readable in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from fastapi import Request, Response

NAAM = "voordeur"
DEEL = r"([A-Za-z0-9_-]*)"
VORM = re.compile(rf"{DEEL}\.{DEEL}\.{DEEL}\.{DEEL}\.{DEEL}")


@dataclass(frozen=True)
class Sessie:
    """Id and token of the gesprek, the key under which its aanmelding was sent, kenmerk and token of an opened aanmelding."""

    gesprek: str = ""
    token: str = ""
    verzonden: str = ""
    kenmerk: str = ""
    toegang: str = ""

    @classmethod
    def van(cls, request: Request) -> Sessie:
        """What the browser sent; anything else than our own shape is an empty session."""
        vorm = VORM.fullmatch(lees_koek(request, NAAM))
        return cls(*vorm.groups()) if vorm else cls()

    def zonder_gesprek(self) -> Sessie:
        """The same without the conversation."""
        return replace(self, gesprek="", token="", verzonden="")

    def zonder_aanmelding(self) -> Sessie:
        """The same without the opened aanmelding."""
        return replace(self, kenmerk="", toegang="")

    def bewaar(self, request: Request, response: Response) -> None:
        """Set the cookie, or delete it when there is nothing left to remember."""
        zet_koek(
            request, response, NAAM, ".".join((self.gesprek, self.token, self.verzonden, self.kenmerk, self.toegang))
        )


def koeknaam(request: Request, naam: str) -> str:
    """The name as the browser keeps it: with TLS one that no page without TLS can set."""
    return f"__Secure-{naam}" if request.url.scheme == "https" else naam


def lees_koek(request: Request, naam: str) -> str:
    """What the cookie of this name holds; empty when there is none."""
    return request.cookies.get(koeknaam(request, naam), "")


def zet_koek(request: Request, response: Response, naam: str, waarde: str, *, pad: str = "/") -> None:
    """An HttpOnly, SameSite=Strict cookie until the browser closes; a value of only dots deletes it."""
    veilig, naam = request.url.scheme == "https", koeknaam(request, naam)
    if waarde.strip("."):
        response.set_cookie(naam, waarde, path=pad, httponly=True, samesite="strict", secure=veilig)
    else:
        response.delete_cookie(naam, path=pad, httponly=True, samesite="strict", secure=veilig)
