"""Who may open the balie: making accounts, checking passwords, and the account of the demonstration."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from api.aanmelding.reference import nieuwe_code
from api.balie.rights import ROLLEN, Rol
from api.balie.totp import INSTELLEN
from api.context import Huis
from api.database.tables import Medewerker, Zitting

KORTSTE_WACHTWOORD, LANGSTE_WACHTWOORD = 12, 200
VOOR_DE_HAND = ("wachtwoord", "password", "welkom", "voordeur", "gemeente", "jeugd", "gezin", "team", "balie", "qwerty")
OP_RIJ = ("1234567890", "123456789", "12345678", "abcdefgh")
MINSTE_EIGEN = 5  # so many different characters have to be left when what lies to hand is taken out
LANGSTE_NAAM = 80
NIET_ALS_NAAM = ("melder", "opdrachtregel", "voordeur")  # the logbook writes family, command line and server so
DEMO, DEMO_GEMEENTE, DEMO_BESTAND = "demo", "kaag-en-braassem", "demo-wachtwoord"


class AccountFout(ValueError):
    """This account cannot be made; the message says why, in Dutch."""


def maak_medewerker(
    huis: Huis, naam: str, wachtwoord: str, gemeente: str, demo: bool = False, *, rol: Rol = "coordinator",
    team: str | None = None,
) -> None:  # fmt: skip
    """A new account; raises AccountFout when the name is taken, the password too short, or gemeente, role or team is unknown."""
    naam = naam.strip()
    _keur(huis, naam, wachtwoord, gemeente, demo)
    team = kies_team(huis, gemeente, kies_rol(rol), team)
    with huis.database.schrijven() as sessie:
        bekend = find_medewerker(sessie, naam)
        if bekend is not None:
            wie = "was" if bekend.weg_op else "is"
            raise AccountFout(f"er {wie} al een medewerker met de naam '{naam}'; het logboek gaat over die persoon")
        rij = Medewerker(naam=naam, wachtwoord=_hasher().hash(wachtwoord), gemeente=gemeente, demo=demo)
        rij.rol, rij.team, rij.instellen_tot = rol, team, huis.klok() + INSTELLEN
        sessie.add(rij)


def kies_rol(rol: str) -> Rol:
    """The role with this name; raises AccountFout when there is none."""
    gevonden = next((naam for naam in ROLLEN if naam == rol), None)
    if gevonden is None:
        raise AccountFout(f"de rol '{rol}' kennen we niet; kies uit {', '.join(ROLLEN)}")
    return gevonden


def kies_team(huis: Huis, gemeente: str, rol: Rol, team: str | None) -> str | None:
    """The team of this role: the only one there is when none was named; raises AccountFout when that cannot be."""
    teams = [t.id for t in huis.gemeente(gemeente).teams]
    if rol == "medewerker" and team is None:
        if len(teams) != 1:
            raise AccountFout(f"een medewerker heeft een team; kies uit {', '.join(teams)}")
        return teams[0]
    if team is not None and (team not in teams or rol not in ("medewerker", "coordinator")):
        raise AccountFout(f"het team '{team}' kan niet bij deze rol en gemeente; kies uit {', '.join(teams)}")
    return team


def _keur(huis: Huis, naam: str, wachtwoord: str, gemeente: str, demo: bool) -> None:
    if not 0 < len(naam) <= LANGSTE_NAAM or naam.lower() in NIET_ALS_NAAM:
        raise AccountFout(
            "deze naam kan niet; kies een naam van hooguit 80 tekens, niet een die Voordeur zelf gebruikt"
        )
    if not demo:  # that one is made by chance
        _keur_wachtwoord(wachtwoord, naam, gemeente)
    if gemeente not in huis.gereedschap.kennis.nu.gemeenten:
        raise AccountFout(f"de gemeente '{gemeente}' kennen we niet")


def _keur_wachtwoord(wachtwoord: str, naam: str, gemeente: str) -> None:
    """No rules on the kind of characters; only what an outsider would try first is refused."""
    if len(wachtwoord) < KORTSTE_WACHTWOORD:
        raise AccountFout(f"het wachtwoord moet minstens {KORTSTE_WACHTWOORD} tekens lang zijn")
    if len(wachtwoord) > LANGSTE_WACHTWOORD:
        raise AccountFout(f"het wachtwoord mag hooguit {LANGSTE_WACHTWOORD} tekens lang zijn")
    rest = wachtwoord.lower()
    for woord in (*VOOR_DE_HAND, *OP_RIJ, *re.split(r"\W+", naam.lower()), *gemeente.lower().split("-")):
        rest = rest.replace(woord, "") if len(woord) > 2 else rest
    if len(set(re.sub(r"[\d\W_]", "", rest))) < MINSTE_EIGEN and len(set(rest)) < 2 * MINSTE_EIGEN:
        raise AccountFout("dit wachtwoord is te makkelijk te raden; neem bijvoorbeeld vier losse woorden")


def verander_wachtwoord(sessie: Session, rij: Medewerker, wachtwoord: str) -> None:
    """Another password; every session ends, the second step stays. Raises AccountFout when it is too short, or the account is of
    someone who left or of the demonstration."""
    _keur_wachtwoord(wachtwoord, rij.naam, rij.gemeente)
    if rij.weg_op is not None or rij.demo:
        raise AccountFout(f"het wachtwoord van '{rij.naam}' is niet te veranderen")
    rij.wachtwoord = _hasher().hash(wachtwoord)
    sessie.execute(delete(Zitting).where(Zitting.medewerker_id == rij.id))


def zorg_voor_demo(huis: Huis) -> tuple[str, str] | None:
    """Name and password of the demonstration account, made the first time and kept after that; None with --live."""
    if huis.settings.live:
        return None
    bestand = huis.settings.data / DEMO_BESTAND
    wachtwoord = bestand.read_text().strip() if bestand.exists() else _bewaar(bestand, nieuwe_code())
    with huis.database.schrijven() as sessie:
        rij = find_medewerker(sessie, DEMO)
        if rij is not None and not klopt(rij.wachtwoord, wachtwoord):
            rij.wachtwoord = _hasher().hash(wachtwoord)
    if rij is None:
        maak_medewerker(huis, DEMO, wachtwoord, DEMO_GEMEENTE, demo=True)
    return DEMO, wachtwoord


def _bewaar(bestand: Path, wachtwoord: str) -> str:
    bestand.parent.mkdir(parents=True, exist_ok=True)
    met = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(met, "w") as uit:
        uit.write(wachtwoord + "\n")
    return wachtwoord


def find_medewerker(sessie: Session, naam: str) -> Medewerker | None:
    """The account with this name, whatever the capitals, or None."""
    vraag = select(Medewerker).where(func.lower(Medewerker.naam) == naam.strip().lower())
    return sessie.scalars(vraag).first()


def zoek_aanmelder(huis: Huis, naam: str, wachtwoord: str) -> Medewerker | None:
    """The account when name and password belong together; an unknown name costs just as much work."""
    with huis.database.lezen() as sessie:
        rij = find_medewerker(sessie, naam)
    goed = klopt((rij.wachtwoord if rij else "") or _niemand(), wachtwoord)
    if rij is None or rij.weg_op is not None or not goed or (rij.demo and huis.settings.live):
        return None
    return rij


def klopt(merk: str, wachtwoord: str) -> bool:
    """Whether the password has this argon2 mark."""
    try:
        return _hasher().verify(merk, wachtwoord)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    """argon2id as OWASP advises for a small server: 19 MiB, two passes."""
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


@cache
def _niemand() -> str:
    return _hasher().hash(os.urandom(16).hex())
