"""Who it is that a provider sends us: an account of the balie, bound to issuer and subject, in the role the provider tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from api.balie import audit
from api.balie.accounts import LANGSTE_NAAM, NIET_ALS_NAAM, AccountFout, find_medewerker, kies_team
from api.balie.audit import VANZELF
from api.balie.oidc.config import Aanbieder, waarden_van
from api.balie.oidc.errors import NietGelukt, Reden
from api.balie.rights import Rol
from api.balie.totp import INSTELLEN
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.login_tables import OidcAccount
from api.database.tables import Medewerker, Zitting

NAAMGENOTEN = 1000
ONZICHTBAAR = re.compile(r"[^\w .,'’-]")
WEIGERINGEN: dict[Reden, str] = {
    "oidc_rol": "aanmelden bij de gemeente geweigerd: geen rol",
    "oidc_account": "aanmelden bij de gemeente geweigerd: account is weg of van een andere gemeente",
    "oidc_naam": "aanmelden bij de gemeente geweigerd: naam is al van een ander account",
}


def zag_tweede_stap(van: Aanbieder, claims: dict[str, Any]) -> bool:
    """Whether the provider says that it asked for a second step; when it was not told how to see that, it did not."""
    stap = van.tweede_stap
    return stap is not None and not set(stap.waarden).isdisjoint(waarden_van(claims, stap.claim))


def merk_van(bos: Sleutelbos, issuer: str, nummer: str) -> str:
    """The mark under which an account is bound to a person at a provider."""
    return bos.merk(f"oidc:wie:{issuer}\n{nummer}")


@dataclass(frozen=True)
class _Aankomst:
    """Someone who comes from a provider, with what that says, at a computer (a keyed hash of its address)."""

    huis: Huis
    van: Aanbieder
    claims: dict[str, Any]
    adres: str
    merk: str

    def noteer(self, sessie: Session, wat: str, *, wie: str) -> None:
        """Write down what happens to this person, in the transaction in which it does."""
        audit.voeg_toe(
            sessie, self.huis.bos, wie=wie, wat=wat, op=self.huis.klok(), gemeente=self.van.gemeente, adres=self.adres
        )


def vind_of_maak(huis: Huis, van: Aanbieder, claims: dict[str, Any], *, adres: str) -> Medewerker:
    """The account, with its role brought up to date, made the first time; raises NietGelukt, and then nothing was made."""
    nummers = waarden_van(claims, van.id_claim)
    if len(nummers) != 1 or not nummers[0].strip():
        raise NietGelukt("oidc_mislukt", stap="id_token", soort=van.id_claim)
    komt = _Aankomst(huis, van, claims, adres, merk_van(huis.bos, van.issuer, nummers[0]))
    try:
        return _vind_of_maak(komt)
    except IntegrityError:  # the same person at two computers at once: the other one made it
        return _vind_of_maak(komt)
    except NietGelukt as fout:
        _noteer_weigering(komt, fout.reden)
        raise


def _vind_of_maak(komt: _Aankomst) -> Medewerker:
    with komt.huis.database.schrijven() as sessie:
        rij = _find(sessie, komt.merk)
        if rij is not None and (rij.weg_op is not None or rij.gemeente != komt.van.gemeente):
            raise NietGelukt("oidc_account")
        rol, team = _rol(komt)
        if rij is None:
            return _maak(komt, sessie, rol, team)
        if (rij.rol, rij.team) != (rol, team):
            rij.rol, rij.team = rol, team
            komt.noteer(sessie, f"rol {rol} bij aanmelden: {rij.id}", wie=rij.naam)
        return rij


def _find(sessie: Session, merk: str) -> Medewerker | None:
    vraag = select(Medewerker).join(OidcAccount, OidcAccount.medewerker_id == Medewerker.id)
    return sessie.scalars(vraag.where(OidcAccount.merk == merk)).first()


def _rol(komt: _Aankomst) -> tuple[Rol, str | None]:
    """Role and team by the first rule that fits; a team that is not there (any more) is no role."""
    waarden = waarden_van(komt.claims, komt.van.rol_claim)
    regel = next((regel for regel in komt.van.rollen if regel.waarde in waarden), None)
    if regel is None:
        raise NietGelukt("oidc_rol")
    try:
        return regel.rol, kies_team(komt.huis, komt.van.gemeente, regel.rol, regel.team)
    except AccountFout:
        raise NietGelukt("oidc_rol", stap="rollen", soort="team") from None


def _maak(komt: _Aankomst, sessie: Session, rol: Rol, team: str | None) -> Medewerker:
    """Without a password; a beheerder can give one for the day that the provider is down."""
    rij = Medewerker(naam=_vrije_naam(komt, sessie), wachtwoord="", gemeente=komt.van.gemeente, demo=False)
    rij.rol, rij.team, rij.instellen_tot = rol, team, komt.huis.klok() + INSTELLEN
    sessie.add(rij)
    sessie.flush()
    sessie.add(OidcAccount(merk=komt.merk, medewerker_id=rij.id))
    komt.noteer(sessie, f"gebruiker gemaakt bij aanmelden: {rij.id}, {rol}", wie=rij.naam)
    return rij


def _vrije_naam(komt: _Aankomst, sessie: Session) -> str:
    """The name for the logbook: one person each. Raises NietGelukt when an account of this gemeente has it that a beheerder made
    or took away: it may be the same person, and that is not ours to say."""
    naam = _nette_naam(komt)
    for volgnummer in range(1, NAAMGENOTEN):
        achter = f" {volgnummer}" if volgnummer > 1 else ""
        kandidaat = naam[: LANGSTE_NAAM - len(achter)] + achter
        ander = find_medewerker(sessie, kandidaat)
        if ander is None:
            return kandidaat
        eigen = sessie.scalar(select(OidcAccount.merk).where(OidcAccount.medewerker_id == ander.id))
        if ander.gemeente == komt.van.gemeente and (eigen is None or ander.weg_op is not None):
            break
    raise NietGelukt("oidc_naam")


def _nette_naam(komt: _Aankomst) -> str:
    """The name that the provider gives, on one line; a number in its place when there is none to use."""
    gegeven = next(iter(waarden_van(komt.claims, komt.van.naam_claim)), "")
    naam = " ".join(ONZICHTBAAR.sub(" ", gegeven).split())[:LANGSTE_NAAM]
    return naam if naam and naam.lower() not in NIET_ALS_NAAM else f"Medewerker {komt.merk[:8]}"


def _noteer_weigering(komt: _Aankomst, reden: Reden) -> None:
    """In the logbook; and whoever has no role any more is out at every other computer too."""
    if reden not in WEIGERINGEN:
        return
    with komt.huis.database.schrijven() as sessie:
        rij = _find(sessie, komt.merk)
        rij = rij if rij is not None and rij.gemeente == komt.van.gemeente else None
        if rij is not None:
            sessie.execute(delete(Zitting).where(Zitting.medewerker_id == rij.id))
        komt.noteer(sessie, WEIGERINGEN[reden], wie=rij.naam if rij else VANZELF)


def koppel(huis: Huis, sessie: Session, rij: Medewerker, van: Aanbieder, nummer: str) -> None:
    """Let this account sign in as the person with this number at the provider; raises AccountFout when that cannot be."""
    merk = merk_van(huis.bos, van.issuer, nummer)
    if sessie.get(OidcAccount, merk) is not None:
        raise AccountFout("dit nummer hoort al bij een account")
    if rij.demo or rij.gemeente != van.gemeente:
        raise AccountFout(f"het account '{rij.naam}' is niet van {van.gemeente}")
    sessie.execute(delete(OidcAccount).where(OidcAccount.medewerker_id == rij.id))
    sessie.add(OidcAccount(merk=merk, medewerker_id=rij.id))
