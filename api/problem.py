"""One error shape: problem+json (RFC 9457) in plain Dutch, always with the help lines, never with a stack trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi.responses import JSONResponse
from pydantic import BaseModel

from actions.kaarten import Kaart, KaartUnie

TITELS = {
    400: "Dit kunnen we niet lezen",
    401: "Dit gesprek is verlopen",
    403: "Dit mag niet",
    404: "Dit bestaat niet",
    405: "Dit kan hier niet",
    409: "Je vorige bericht wordt nog beantwoord",
    413: "Je bericht is te lang",
    415: "Dit kunnen we niet lezen",
    422: "Dit klopt nog niet",
    429: "Even rustig aan",
    500: "Er ging aan onze kant iets mis",
    503: "Dit lukt nu even niet",
}


CHAT_UIT = "chat-uit"
EIGEN_TITELS = {CHAT_UIT: "De chat is even uit"}


class VeldFout(BaseModel):
    """Which field is not right yet, and why when that is known."""

    veld: str
    uitleg: str | None = None


class ProbleemUit(BaseModel):
    """What the client gets of it (RFC 9457), with the help lines or the safety reply."""

    type: str
    title: str
    status: int
    detail: str
    berichten: list[KaartUnie]
    velden: list[VeldFout] = []


def _in_het_document(uitleg: str) -> dict[str, Any]:
    vorm = ProbleemUit.model_json_schema(ref_template="#/components/schemas/{model}")
    eigen = vorm.pop("$defs")["VeldFout"]
    vorm["properties"]["velden"]["items"] = eigen
    return {"description": uitleg, "content": {"application/problem+json": {"schema": vorm}}}


PROBLEMEN: dict[int | str, dict[str, Any]] = {
    "4XX": _in_het_document("Dit kan niet, met de hulplijnen of het veiligheidsantwoord"),
    "5XX": _in_het_document("Dit lukt nu niet, met de hulplijnen of het veiligheidsantwoord"),
}


@dataclass
class Probleem(Exception):
    """Something the client is told: status, what is the matter in plain Dutch, and cards that help meanwhile."""

    status: int
    detail: str
    soort: str = "about:blank"
    berichten: Sequence[Kaart] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    kop: dict[str, str] = field(default_factory=dict)


def titel_van(probleem: Probleem) -> str:
    """What is the matter in a few words."""
    return EIGEN_TITELS.get(probleem.soort) or TITELS.get(probleem.status, "Er ging iets mis")


def antwoord(probleem: Probleem, standaard: Sequence[Kaart] = ()) -> JSONResponse:
    """The problem as a response; `standaard` are the help lines shown when it brings no cards of its own."""
    kaarten = probleem.berichten or standaard
    inhoud = {
        "type": probleem.soort if probleem.soort == "about:blank" else f"/problemen/{probleem.soort}",
        "title": titel_van(probleem),
        "status": probleem.status,
        "detail": probleem.detail,
        "berichten": [kaart.model_dump(mode="json", exclude_none=True) for kaart in kaarten],
    }
    return JSONResponse(
        inhoud | probleem.extra, probleem.status, headers=probleem.kop, media_type="application/problem+json"
    )
