"""Going to the provider and being expected back, once. One secret in a cookie of ten minutes; all the rest follows from it."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from authlib.oauth2.rfc6749.parameters import prepare_grant_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from fastapi import Request, Response
from sqlalchemy import delete
from sqlalchemy.orm import Session

from api.balie.oidc.config import Aanbieder
from api.balie.oidc.provider import Adressen
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.login_tables import OidcVerzoek
from api.pages.session import koeknaam, lees_koek

KOEK, PAD = "voordeur_oidc", "/balie/oidc"
TERUG_BINNEN = timedelta(minutes=10)


class Verzoek(NamedTuple):
    """What belongs to one attempt to sign in; without the master key none of it can be made from the cookie."""

    state: str
    nonce: str
    bewijs: str  # the code verifier of PKCE

    @classmethod
    def van(cls, bos: Sleutelbos, geheim: str) -> Verzoek:
        """The attempt of the browser that holds this secret."""
        return cls(*(bos.merk(f"oidc:{deel}:{geheim}") for deel in ("state", "nonce", "bewijs")))

    def adres(self, van: Aanbieder, adressen: Adressen, *, terug: str) -> str:
        """Where the browser goes to sign in."""
        return str(
            prepare_grant_uri(
                adressen.aanmelden,
                van.client_id,
                "code",
                redirect_uri=terug,
                scope=" ".join(van.scopes),
                state=self.state,
                nonce=self.nonce,
                code_challenge=create_s256_code_challenge(self.bewijs),
                code_challenge_method="S256",
            )
        )


def begin(huis: Huis, gemeente: str, verder: str) -> tuple[str, Verzoek]:
    """A new attempt and the secret for its cookie."""
    geheim = secrets.token_urlsafe(32)
    verzoek = Verzoek.van(huis.bos, geheim)
    with huis.database.schrijven() as sessie:
        rij = OidcVerzoek(merk=_merk(huis.bos, verzoek.state), gemeente=gemeente, verder=verder)
        rij.tot = huis.klok() + TERUG_BINNEN
        sessie.add(rij)
    return geheim, verzoek


def neem_terug(huis: Huis, request: Request, gemeente: str, state: str) -> tuple[Verzoek, str] | None:
    """The attempt of this browser and where it was going, for the first time only; None for anything else."""
    geheim = lees_koek(request, KOEK)
    verzoek = Verzoek.van(huis.bos, geheim)
    if not geheim or not hmac.compare_digest(verzoek.state.encode(), state.encode()):
        return None
    neem = delete(OidcVerzoek).where(OidcVerzoek.merk == _merk(huis.bos, state))
    with huis.database.schrijven() as sessie:
        rij = sessie.execute(neem.returning(OidcVerzoek.gemeente, OidcVerzoek.verder, OidcVerzoek.tot)).first()
    if rij is None or rij.gemeente != gemeente or huis.klok() >= rij.tot:
        return None
    return verzoek, rij.verder


def vergeet_oude(sessie: Session, nu: datetime) -> None:
    """Attempts from which nobody came back."""
    sessie.execute(delete(OidcVerzoek).where(OidcVerzoek.tot < nu))


def zet_geheim(request: Request, antwoord: Response, geheim: str) -> None:
    """The cookie comes along when the provider sends the browser back (Lax), and only to these addresses; empty deletes it."""
    veilig, naam = request.url.scheme == "https", koeknaam(request, KOEK)
    if geheim:
        duur = int(TERUG_BINNEN.total_seconds())
        antwoord.set_cookie(naam, geheim, max_age=duur, path=PAD, httponly=True, samesite="lax", secure=veilig)
    else:
        antwoord.delete_cookie(naam, path=PAD, httponly=True, samesite="lax", secure=veilig)


def _merk(bos: Sleutelbos, state: str) -> str:
    return bos.merk(f"oidc:verzoek:{state}")
