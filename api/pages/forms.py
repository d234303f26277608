"""Reading a posted form, with a limit, and making sure that our own page sent it."""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends, Request

from api.chat.schemas import MAX_BYTES
from api.context import Huis
from api.heard import ONZE
from api.http import lees_hooguit
from api.problem import Probleem

T = TypeVar("T")
MAX_FORMULIER = 4 * MAX_BYTES  # the same text in percent-encoding
MAX_VELDEN = 200
POGINGEN, WACHT = 40, 0.25


class Formulier:
    """The fields of one form; line breaks are the ones of the page, not of the protocol."""

    def __init__(self, velden: dict[str, list[str]]) -> None:
        self._velden = {naam: [w.replace("\r\n", "\n") for w in waarden] for naam, waarden in velden.items()}

    def een(self, naam: str) -> str:
        """The value without white space around it, or an empty string."""
        return self._velden.get(naam, [""])[0].strip()

    def letterlijk(self, naam: str) -> str:
        """The value exactly as it was typed: a space at the end of a password is part of it."""
        return self._velden.get(naam, [""])[0]

    def meer(self, naam: str) -> list[str]:
        """All values of a list of boxes."""
        return [waarde.strip() for waarde in self._velden.get(naam, []) if waarde.strip()]

    def paren(self, namen: Sequence[str]) -> list[tuple[str, str]]:
        """Name and value of everything filled in under these names, to carry along unseen."""
        return [(naam, waarde) for naam in namen for waarde in self._velden.get(naam, []) if waarde]

    def vrije_tekst(self) -> list[str]:
        """Everything a person may have typed, for the gate."""
        return [w for naam, waarden in self._velden.items() if naam not in ONZE for w in waarden]


async def lees_formulier(request: Request) -> Formulier:
    """The posted form; raises Probleem 413 or 400."""
    ruw = await lees_hooguit(request, MAX_FORMULIER)
    try:
        velden = parse_qs(ruw.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MAX_VELDEN)
    except ValueError:
        raise Probleem(400, "We kunnen dit formulier niet lezen.", "onleesbaar") from None
    if len(ruw) > MAX_FORMULIER:
        raise Probleem(413, "Dit is te veel tekst.", "te-lang")
    return Formulier(velden)


FormulierDep = Annotated[Formulier, Depends(lees_formulier)]


def csrf_van(huis: Huis, geheim: str) -> str:
    """The proof that a form came from our page, for whoever holds this secret."""
    return huis.bos.merk(f"csrf:{geheim}")


def nieuwe_sleutel() -> str:
    """A fresh idempotency key for one form."""
    return secrets.token_urlsafe(16)


def controleer(request: Request, huis: Huis, formulier: Formulier, geheim: str) -> None:
    """Raises Probleem 403 unless our own page sent this form."""
    klopt = bool(geheim) and hmac.compare_digest(formulier.een("csrf"), csrf_van(huis, geheim))
    if not (klopt and eigen_pagina(request)):
        detail = "Dit formulier is verlopen. Open de pagina opnieuw en probeer het nog eens."
        raise Probleem(403, detail, "formulier-verlopen")


def eigen_pagina(request: Request) -> bool:
    """Whether the browser says that this request came from a page of ours; old browsers say nothing."""
    van = request.headers.get("sec-fetch-site")
    if van is not None:
        return van in ("same-origin", "none")
    herkomst = request.headers.get("origin")
    return herkomst is None or urlsplit(herkomst).netloc == request.url.netloc


def alleen_eigen_pagina(request: Request) -> None:
    """For a form that needs no session yet: raises Probleem 403 when another site sent it."""
    if not eigen_pagina(request):
        raise Probleem(403, "Dit formulier kwam niet van onze pagina.", "vreemde-pagina")


def met_geduld(doe: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """The answer; a second press of the button waits for the answer to the first instead of being refused."""
    for _ in range(POGINGEN):
        try:
            return doe()
        except Probleem as fout:
            if fout.soort != "bezig":
                raise
        time.sleep(WACHT)
    return doe()
