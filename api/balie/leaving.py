"""Someone who leaves: sessions end at once, the open work goes to a colleague or back to the team, the logbook stays."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.aanmelding.store import OPEN, verander, voeg_toe
from api.balie.accounts import AccountFout
from api.balie.rights import teams_van
from api.balie.totp import vergeet
from api.context import Huis
from api.database.tables import AanmeldingRij, Medewerker
from api.pages.texts import teksten


def list_werk_van(sessie: Session, wie: Medewerker) -> list[AanmeldingRij]:
    """The open aanmeldingen that this employee took up."""
    van = AanmeldingRij.opgepakt_door == wie.naam, AanmeldingRij.gemeente == wie.gemeente
    vraag = select(AanmeldingRij).where(*van, AanmeldingRij.status.in_(OPEN)).order_by(AanmeldingRij.id)
    return list(sessie.scalars(vraag))


def haal_weg(huis: Huis, sessie: Session, rij: Medewerker, *, aan: Medewerker | None, door: str) -> int:
    """Nobody signs in under this name any more, nor gets it; returns how many open aanmeldingen were handed over.

    Raises AccountFout when the colleague may not open one of them, Veranderd when somebody changed one in between."""
    werk = list_werk_van(sessie, rij)
    for aanmelding in werk:
        if aan is not None:
            _mag_or_raise(aan, aanmelding)
        _geef_over(huis, sessie, aanmelding, van=rij.naam, aan=aan.naam if aan else None, door=door)
    voorgesteld = update(AanmeldingRij).where(
        AanmeldingRij.gemeente == rij.gemeente, AanmeldingRij.voorgesteld_aan == rij.naam
    )
    sessie.execute(voorgesteld.values(voorgesteld_aan=None).execution_options(synchronize_session=False))
    vergeet(sessie, rij)
    rij.wachtwoord, rij.weg_op = "", huis.klok()
    rij.totp_sleutel = rij.totp = rij.totp_tik = rij.instellen_tot = None
    rij.totp_aan = False
    return len(werk)


def _geef_over(huis: Huis, sessie: Session, rij: AanmeldingRij, *, van: str, aan: str | None, door: str) -> None:
    """With a note for colleagues in the aanmelding itself."""
    t = teksten()
    tekst = t("overgeven.aan", van=van, aan=aan) if aan else t("overgeven.los", van=van)
    verander(sessie, rij, opgepakt_door=aan)
    voeg_toe(sessie, huis.bos, rij, wie=door, soort="notitie", op=huis.klok(), tekst=tekst)


def _mag_or_raise(aan: Medewerker, rij: AanmeldingRij) -> None:
    teams = teams_van(aan)
    if aan.weg_op is not None or aan.gemeente != rij.gemeente or (teams is not None and rij.team not in teams):
        raise AccountFout(f"'{aan.naam}' mag {rij.kenmerk} niet openen; kies een collega die dat wel mag")
