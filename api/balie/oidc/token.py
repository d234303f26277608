"""From the code that came back to what the provider says about a person: exchanged by us, signed by the provider, for us, now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from authlib.oauth2.auth import encode_client_secret_basic, encode_client_secret_post
from authlib.oauth2.rfc6749.parameters import prepare_token_request
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jws import JWSRegistry

from api.balie.oidc.config import Aanbieder
from api.balie.oidc.errors import NietGelukt
from api.balie.oidc.provider import Aanbieders
from api.levering.errors import LeverFout
from api.levering.web import Antwoord, verstuur

ALGORITMEN = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
SPELING_S = 60  # how far our clock and theirs may be apart
FOUT_TOKEN = (JoseError, ValueError, TypeError, KeyError, AttributeError)


def wissel_in(aanbieders: Aanbieders, van: Aanbieder, *, code: str, terug: str, bewijs: str) -> dict[str, Any]:
    """What the provider gives for this code and the proof (PKCE) that we asked for it; raises NietGelukt."""
    adressen = aanbieders.adressen(van)
    vorm = prepare_token_request("authorization_code", redirect_uri=terug, code=code, code_verifier=bewijs)
    wie = SimpleNamespace(client_id=van.client_id, client_secret=van.geheim.get_secret_value())
    kop = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    zet = encode_client_secret_basic if adressen.basic else encode_client_secret_post
    adres, kop, vorm = zet(wie, "POST", adressen.token, kop, vorm)
    try:
        antwoord = verstuur("POST", adres, kop=kop, inhoud=vorm.encode())
        uit = antwoord.json() if antwoord.gelukt else None
    except LeverFout as fout:
        raise NietGelukt("oidc_weg", stap="token", soort=fout.soort) from None
    if not isinstance(uit, dict) or not isinstance(uit.get("id_token"), str):
        raise _zonder_token(antwoord)
    return uit


def _zonder_token(antwoord: Antwoord) -> NietGelukt:
    reden = antwoord.status >= 500 or antwoord.status == 429
    return NietGelukt("oidc_weg" if reden else "oidc_mislukt", stap="token", soort=f"http_{antwoord.status}")


def lees(
    aanbieders: Aanbieders, van: Aanbieder, antwoord: Mapping[str, Any], *, nonce: str, nu: datetime
) -> dict[str, Any]:
    """The claims of the ID token, when all of it is right: signature, issuer, audience, times, nonce; raises NietGelukt."""
    token = _ontcijfer(aanbieders, van, antwoord["id_token"])
    if str(token.header.get("typ", "JWT")).upper() != "JWT":
        raise NietGelukt("oidc_mislukt", stap="id_token", soort="typ")
    eisen: dict[str, Any] = {"iss": {"essential": True, "value": van.issuer}, "sub": {"essential": True}}
    params = {"nonce": nonce, "client_id": van.client_id, "access_token": antwoord.get("access_token")}
    try:
        claims = CodeIDToken(token.claims, token.header, options=eisen, params=params)
        claims.validate(now=int(nu.timestamp()), leeway=SPELING_S)
    except FOUT_TOKEN as fout:
        soort = getattr(fout, "claim", None) or type(fout).__name__
        raise NietGelukt("oidc_mislukt", stap="id_token", soort=str(soort)) from None
    if claims["aud"] not in (van.client_id, [van.client_id]):
        raise NietGelukt("oidc_mislukt", stap="id_token", soort="aud")
    return dict(claims)


def _ontcijfer(aanbieders: Aanbieders, van: Aanbieder, ruw: str) -> jwt.Token:
    """The token, when a key of this provider signed it; a key that we do not know yet is asked for once."""
    soepel = JWSRegistry(algorithms=ALGORITMEN, strict_check_header=False)
    for opnieuw in (False, True):
        try:
            return jwt.decode(ruw, aanbieders.sleutels(van, opnieuw=opnieuw), algorithms=ALGORITMEN, registry=soepel)
        except (InvalidKeyIdError, BadSignatureError) as fout:
            if opnieuw:
                raise NietGelukt("oidc_mislukt", stap="id_token", soort=type(fout).__name__) from None
        except FOUT_TOKEN as fout:
            raise NietGelukt("oidc_mislukt", stap="id_token", soort=type(fout).__name__) from None
    raise AssertionError
