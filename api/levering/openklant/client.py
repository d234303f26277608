"""The four things we ask of the Klantinteracties API: find, make, change, remove."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlencode

from api.levering.errors import LeverFout
from api.levering.web import Antwoord, verstuur
from api.settings import Settings

BASIS = "/klantinteracties/api/v1"
VELDNAAM = re.compile(r"[A-Za-z_.]{1,40}")
NUMMERS = ("nummer", "referentienummer")


class NummerBezet(Exception):
    """Something else in Open Klant has this number."""


class OpenKlant:
    """Speaks for one gemeente."""

    def __init__(self, settings: Settings) -> None:
        adres = (settings.openklant_url or "").rstrip("/")
        self._basis = adres if adres.endswith(BASIS) else adres + BASIS
        token = settings.openklant_token.get_secret_value() if settings.openklant_token else ""
        self._kop = {
            "Authorization": f"Token {token}",
            "Content-Type": "application/json",
            "Accept": "application/json",
        }

    def zoek(self, pad: str, **vraag: str) -> list[dict[str, Any]]:
        """What matches; raises LeverFout."""
        gevonden = self._doe("GET", f"{pad}?{urlencode(vraag)}").of_fout().json()
        lijst = gevonden.get("results") if isinstance(gevonden, dict) else None
        if not isinstance(lijst, list):
            raise LeverFout("onleesbaar")
        return [deel for deel in lijst if isinstance(deel, dict)]

    def maak(self, pad: str, inhoud: dict[str, Any]) -> dict[str, Any]:
        """What was made; raises NummerBezet or LeverFout."""
        antwoord = self._doe("POST", pad, inhoud)
        if antwoord.status == 400:
            raise _geweigerd(antwoord)
        gemaakt = antwoord.of_fout().json()
        if not isinstance(gemaakt, dict):
            raise LeverFout("onleesbaar")
        return gemaakt

    def pas_aan(self, pad: str, uuid: str, inhoud: dict[str, Any]) -> None:
        """Change these fields; what is no longer there needs no change. Raises LeverFout."""
        antwoord = self._doe("PATCH", f"{pad}/{uuid}", inhoud)
        if antwoord.status == 400:
            raise _geweigerd(antwoord)
        if antwoord.status != 404:
            antwoord.of_fout()

    def verwijder(self, pad: str, uuid: str) -> None:
        """Remove it; gone already is as good. Raises LeverFout."""
        antwoord = self._doe("DELETE", f"{pad}/{uuid}")
        if antwoord.status != 404:
            antwoord.of_fout()

    def _doe(self, methode: str, pad: str, inhoud: dict[str, Any] | None = None) -> Antwoord:
        ruw = json.dumps(inhoud, ensure_ascii=False).encode() if inhoud is not None else None
        return verstuur(methode, f"{self._basis}/{pad}", kop=self._kop, inhoud=ruw)


def uuid_van(deel: Any) -> str:
    """The uuid of a resource; raises LeverFout when there is none."""
    uuid = deel.get("uuid") if isinstance(deel, dict) else None
    if not isinstance(uuid, str) or not re.fullmatch(r"[0-9a-fA-F-]{32,36}", uuid):
        raise LeverFout("onleesbaar")
    return uuid


def _geweigerd(antwoord: Antwoord) -> Exception:
    """Which field was refused, by name only; a number that is taken is no refusal of the message."""
    try:
        fouten = antwoord.json().get("invalidParams") or []
        namen = [(str(fout.get("name")), fout.get("code")) for fout in fouten]
    except (LeverFout, AttributeError, TypeError):
        namen = []
    if namen and all(naam.rpartition(".")[2] in NUMMERS and code == "unique" for naam, code in namen):
        return NummerBezet()
    veld = next((naam for naam, _ in namen if VELDNAAM.fullmatch(naam)), "")
    return LeverFout(f"http_400 {veld}".strip(), blijvend=True)
