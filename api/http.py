"""Small things every route needs: token, address, body up to a limit."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, Request

from api.context import Huis


def huis_van(request: Request) -> Huis:
    """What this process was built from."""
    return request.app.state.huis  # type: ignore[no-any-return]


def token_van(authorization: Annotated[str | None, Header()] = None) -> str:
    """The bearer token, or an empty string, which opens nothing."""
    soort, _, waarde = (authorization or "").partition(" ")
    return waarde.strip() if soort.lower() == "bearer" else ""


def adres_van(request: Request) -> str:
    """The address of the sender: for the rate limit, and as a keyed hash in the logbook of the balie; never stored itself."""
    return request.client.host if request.client else "onbekend"


async def lees_hooguit(request: Request, maximum: int) -> bytes:
    """The body up to one byte beyond the maximum: enough to scan, and to know that it was too long."""
    delen, totaal = [], 0
    async for deel in request.stream():
        delen.append(deel)
        totaal += len(deel)
        if totaal > maximum:
            break
    return b"".join(delen)[: maximum + 1]


HuisDep = Annotated[Huis, Depends(huis_van)]
TokenDep = Annotated[str, Depends(token_van)]
AdresDep = Annotated[str, Depends(adres_van)]
SleutelDep = Annotated[str | None, Header(alias="Idempotency-Key", max_length=200)]
