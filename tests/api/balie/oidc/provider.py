"""A provider on this machine, over real HTTP and with keys of its own, that does what it should unless a test says otherwise."""

from __future__ import annotations

import base64
import hashlib
import hmac
import html
import json
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

Fout = Literal[
    "nonce", "zonder_nonce", "aud", "twee_aud", "iss", "verlopen", "toekomst", "none", "hs256", "vreemde_sleutel", "typ",
    "geen_token", "onzin", "500", "jwks_500", "zonder_sub", "at_hash",
]  # fmt: skip
CLIENT, GEHEIM = "voordeur", "een-client-geheim"
Soort = tuple[int, dict[str, str], bytes]


def sleutel(naam: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": naam, "use": "sig"})


@dataclass
class Provider:
    """One provider with one person in front of it."""

    klok: Callable[[], datetime] = lambda: datetime.now(UTC)
    persoon: dict[str, Any] = field(default_factory=lambda: {"sub": "a1", "name": "Ans de Wit", "roles": ["jgt-alles"]})
    fouten: set[Fout] = field(default_factory=set)
    sleutels: list[RSAKey] = field(default_factory=lambda: [sleutel("een")])
    extra: dict[str, Any] = field(default_factory=dict)
    """What else the discovery document says."""
    vraagt: bool = False
    """Whether a page with a button stands in between, as for a person."""
    weigert: str = ""
    adres: str = ""
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    verzoeken: list[str] = field(default_factory=list)

    def antwoord(self, methode: str, pad: str, vraag: dict[str, str], kop: dict[str, str]) -> Soort:
        self.verzoeken.append(f"{methode} {pad}")
        if pad == "/.well-known/openid-configuration":
            return als_json(200, self.bekend())
        if pad == "/jwks":
            publiek = [een.as_dict(private=False) for een in self.sleutels]
            return als_json(500 if "jwks_500" in self.fouten else 200, {"keys": publiek})
        if pad == "/authorize":
            return self.authorize(vraag)
        if pad == "/token" and methode == "POST":
            return self.token(vraag, kop)
        if pad == "/afmelden":
            return 200, {"Content-Type": "text/html"}, b"<!doctype html><html lang=nl><title>Af</title><h1>Tot ziens"
        return als_json(404, {})

    def bekend(self) -> dict[str, Any]:
        wegen = {
            "authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/jwks",
            "end_session_endpoint": "/afmelden",
        }  # fmt: skip
        return {"issuer": self.adres} | {naam: self.adres + pad for naam, pad in wegen.items()} | self.extra

    def authorize(self, vraag: dict[str, str]) -> Soort:
        goed = {"response_type": "code", "client_id": CLIENT, "code_challenge_method": "S256"}
        assert goed.items() <= vraag.items() and "openid" in vraag["scope"].split(), vraag
        assert len(vraag["state"]) >= 43 and len(vraag["nonce"]) >= 43 and len(vraag["code_challenge"]) == 43
        if self.vraagt and "ja" not in vraag:
            velden = "".join(f'<input type=hidden name="{n}" value="{html.escape(w)}">' for n, w in vraag.items())
            pagina = (
                f"<!doctype html><html lang=nl><title>Gemeente</title><h1>Gemeente</h1><form action=/authorize>{velden}"
            )
            return (
                200,
                {"Content-Type": "text/html"},
                f"{pagina}<button name=ja value=ja>Inloggen</button></form>".encode(),
            )
        terug = {"state": vraag["state"]}
        if self.weigert:
            terug["error"] = self.weigert
        else:
            terug["code"] = secrets.token_urlsafe(8)
            self.codes[terug["code"]] = vraag
        if self.extra.get("authorization_response_iss_parameter_supported"):
            terug["iss"] = self.adres
        return 302, {"Location": f"{vraag['redirect_uri']}?{urlencode(terug)}"}, b""

    def token(self, vorm: dict[str, str], kop: dict[str, str]) -> Soort:
        if "500" in self.fouten:
            return als_json(500, {})
        if "onzin" in self.fouten:
            return 200, {}, b"<html>"
        basic = kop.get("Authorization", "").removeprefix("Basic ")
        wie = base64.b64decode(basic).decode() if basic else f"{vorm.get('client_id')}:{vorm.get('client_secret')}"
        gevraagd = self.codes.pop(vorm.get("code", ""), None)
        if wie != f"{CLIENT}:{GEHEIM}":
            return als_json(401, {"error": "invalid_client"})
        bewijs = base64.urlsafe_b64encode(hashlib.sha256(vorm.get("code_verifier", "").encode()).digest())
        klopt = gevraagd and gevraagd["code_challenge"] == bewijs.decode().rstrip("=")
        if not gevraagd or not klopt or gevraagd["redirect_uri"] != vorm.get("redirect_uri"):
            return als_json(400, {"error": "invalid_grant"})
        uit = {"access_token": "t", "token_type": "Bearer", "id_token": self.id_token(gevraagd["nonce"])}
        return als_json(200, {} if "geen_token" in self.fouten else uit)

    def id_token(self, nonce: str) -> str:
        nu, fout = int(self.klok().timestamp()), self.fouten
        claims = {"iss": self.adres, "aud": CLIENT, "exp": nu + 300, "iat": nu, "nonce": nonce} | self.persoon
        anders: dict[Fout, dict[str, Any]] = {
            "nonce": {"nonce": "x" * 64}, "aud": {"aud": "ander"}, "twee_aud": {"aud": [CLIENT, "ander"], "azp": CLIENT},
            "iss": {"iss": "https://ander.example"}, "verlopen": {"exp": nu - 61, "iat": nu - 400},
            "toekomst": {"nbf": nu + 120}, "at_hash": {"at_hash": "fout"},
        }  # fmt: skip
        for naam in fout:
            claims |= anders.get(naam, {})
        for naam, claim in (("zonder_nonce", "nonce"), ("zonder_sub", "sub")):
            if naam in fout:
                claims.pop(claim)
        return self._teken(claims)

    def _teken(self, claims: dict[str, Any]) -> str:
        eigen = self.sleutels[-1]
        if "none" in self.fouten:
            return _met_de_hand({"alg": "none", "typ": "JWT"}, claims, lambda _: b"")
        if "hs256" in self.fouten:  # signed with the public key, as if it were a shared secret
            publiek = eigen.as_pem(private=False)
            kop = {"alg": "HS256", "typ": "JWT", "kid": eigen.kid}
            return _met_de_hand(kop, claims, lambda deel: hmac.digest(publiek, deel, "sha256"))
        met = sleutel(str(eigen.kid)) if "vreemde_sleutel" in self.fouten else eigen
        kop = {"alg": "RS256", "kid": eigen.kid} | ({"typ": "at+jwt"} if "typ" in self.fouten else {})
        return jwt.encode(kop, claims, KeySet([met]), algorithms=["RS256"])


def _met_de_hand(kop: dict[str, Any], claims: dict[str, Any], teken: Callable[[bytes], bytes]) -> str:
    """A token as an attacker would make it: joserfc refuses to."""

    def b64(ruw: bytes) -> str:
        return base64.urlsafe_b64encode(ruw).decode().rstrip("=")

    delen = ".".join(b64(json.dumps(deel).encode()) for deel in (kop, claims))
    return f"{delen}.{b64(teken(delen.encode()))}"


def als_json(status: int, inhoud: Any) -> Soort:
    return status, {"Content-Type": "application/json"}, json.dumps(inhoud).encode()


class _Hand(BaseHTTPRequestHandler):
    provider: Provider

    def log_message(self, *_: Any) -> None:
        pass

    def _doe(self) -> None:
        delen = urlsplit(self.path)
        ruw = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        vraag = dict(parse_qsl(ruw or delen.query))
        status, koppen, inhoud = self.provider.antwoord(self.command, delen.path, vraag, dict(self.headers))
        self.send_response(status)
        for naam, waarde in koppen.items():
            self.send_header(naam, waarde)
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)

    do_GET = do_POST = _doe


@contextmanager
def draai(provider: Provider, naam: str = "127.0.0.1") -> Iterator[Provider]:
    """Serve on a free port under this name until the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Hand", (_Hand,), {"provider": provider}))
    server.daemon_threads = True
    provider.adres = f"http://{naam}:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
