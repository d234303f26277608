"""What we know of a provider: its addresses (discovery) and its keys (JWKS), fetched when needed and kept for an hour."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from api.balie.oidc.config import Aanbieder
from api.balie.oidc.errors import NietGelukt
from api.clock import Klok
from api.levering.errors import LeverFout
from api.levering.web import verstuur

T = TypeVar("T")
GELDIG = timedelta(hours=1)
RUST = timedelta(seconds=30)  # an unknown key is looked up again, but nobody makes us knock all day
BEKEND = "/.well-known/openid-configuration"


@dataclass(frozen=True)
class Adressen:
    """Where the provider is asked for what."""

    aanmelden: str
    token: str
    sleutels: str
    afmelden: str | None
    basic: bool  # whether the client secret goes in a header, else in the form
    noemt_zich: bool  # whether every answer through the browser names the issuer (RFC 9207)


class _Bewaard(NamedTuple):
    wat: Any
    op: datetime


class Aanbieders:
    """The providers of this installation, by gemeente, with what they last told about themselves."""

    def __init__(self, aanbieders: Mapping[str, Aanbieder], klok: Klok) -> None:
        self._alle, self._klok = aanbieders, klok
        self._bewaard: dict[tuple[str, str], _Bewaard] = {}
        self._slot = threading.Lock()

    def __iter__(self) -> Any:
        return iter(self._alle.values())

    def get(self, gemeente: str) -> Aanbieder | None:
        """The provider of this gemeente, or None."""
        return self._alle.get(gemeente)

    def adressen(self, van: Aanbieder) -> Adressen:
        """Its addresses; raises NietGelukt when it cannot be reached or says something we do not trust."""
        return self._neem(("adressen", van.issuer), GELDIG, lambda: _adressen(van))

    def sleutels(self, van: Aanbieder, *, opnieuw: bool = False) -> KeySet:
        """Its public keys; `opnieuw` when a token was signed with one we do not have, or no longer."""
        adres = self.adressen(van).sleutels
        return self._neem(("sleutels", adres), RUST if opnieuw else GELDIG, lambda: _sleutels(adres))

    def _neem(self, naam: tuple[str, str], geldig: timedelta, haal: Callable[[], T]) -> T:
        nu = self._klok()
        with self._slot:
            bewaard = self._bewaard.get(naam)
        if bewaard is not None and timedelta() <= nu - bewaard.op < geldig:
            return bewaard.wat  # type: ignore[no-any-return]
        wat = haal()
        with self._slot:
            self._bewaard[naam] = _Bewaard(wat, nu)
        return wat


def _haal(adres: str, stap: str) -> dict[str, Any]:
    try:
        uit = verstuur("GET", adres, kop={"Accept": "application/json"}).of_fout().json()
    except LeverFout as fout:
        raise NietGelukt("oidc_weg", stap=stap, soort=fout.soort) from None
    if not isinstance(uit, dict):
        raise NietGelukt("oidc_weg", stap=stap, soort="onleesbaar")
    return uit


def _adressen(van: Aanbieder) -> Adressen:
    uit = _haal(van.issuer.rstrip("/") + BEKEND, "adressen")
    if uit.get("issuer") != van.issuer:
        raise NietGelukt("oidc_weg", stap="adressen", soort="andere_issuer")
    manieren = uit.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    return Adressen(
        aanmelden=_veilig(van, uit.get("authorization_endpoint")),
        token=_veilig(van, uit.get("token_endpoint")),
        sleutels=_veilig(van, uit.get("jwks_uri")),
        afmelden=_veilig(van, uit["end_session_endpoint"]) if uit.get("end_session_endpoint") else None,
        basic="client_secret_basic" in manieren,
        noemt_zich=uit.get("authorization_response_iss_parameter_supported") is True,
    )


def _veilig(van: Aanbieder, adres: object) -> str:
    """The address, which is behind TLS, or on the machine of a provider that is too."""
    delen = urlsplit(adres) if isinstance(adres, str) else None
    if delen is None or not delen.hostname:
        raise NietGelukt("oidc_weg", stap="adressen", soort="adres_ontbreekt")
    hier = van.op_deze_machine and delen.hostname == urlsplit(van.issuer).hostname
    if delen.scheme != "https" and not (hier and delen.scheme == "http"):
        raise NietGelukt("oidc_weg", stap="adressen", soort="adres_zonder_tls")
    return delen.geturl()


def _sleutels(adres: str) -> KeySet:
    """Only public keys to check a signature with: a shared secret in the list is never a key of ours."""
    lijst = _haal(adres, "sleutels").get("keys")
    goed = [een for een in lijst if _bruikbaar(een)] if isinstance(lijst, list) else []
    try:
        return KeySet.import_key_set({"keys": goed})
    except (JoseError, ValueError, TypeError, KeyError):
        raise NietGelukt("oidc_weg", stap="sleutels", soort="onleesbaar") from None


def _bruikbaar(sleutel: object) -> bool:
    return isinstance(sleutel, dict) and sleutel.get("kty") in ("RSA", "EC") and sleutel.get("use", "sig") == "sig"
