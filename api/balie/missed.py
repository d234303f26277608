"""A belofte that was not kept: it goes to the coordinator once, with a line that family and balie both read."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import structlog
from sqlalchemy import select

from api.aanmelding.store import Veranderd, verander, voeg_toe
from api.balie import audit
from api.balie.store import is_te_laat
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.levering.store import zet_klaar
from knowledge.opening_hours import AMSTERDAM

log = structlog.get_logger()
VANZELF = "Voordeur"
NAAR: Literal["coordinator"] = "coordinator"
PER_KEER = 200


def vandaag(nu: datetime) -> date:
    """The day it is in the Netherlands."""
    return nu.astimezone(AMSTERDAM).date()


def escaleer(huis: Huis) -> int:
    """Hand every belofte that was missed to the coordinator, once; returns how many. A colleague who is busy with one goes first:
    that one follows the next time."""
    te_laat = is_te_laat(vandaag(huis.klok())) & AanmeldingRij.gemist_op.is_(None)
    with huis.database.lezen() as sessie:
        rijen = list(sessie.scalars(select(AanmeldingRij).where(te_laat).limit(PER_KEER)))
    return sum(_escaleer(huis, rij) for rij in rijen)


def _mail(huis: Huis) -> list[str]:
    """A mail without content is sent when mail is on; other targets hear nothing of it."""
    return [doel for doel in huis.settings.doelen if doel == "mail"]


def _escaleer(huis: Huis, rij: AanmeldingRij) -> bool:
    nu = huis.klok()
    try:
        with huis.database.schrijven() as sessie:
            verander(sessie, rij, gemist_op=nu)
            voeg_toe(sessie, huis.bos, rij, wie=VANZELF, soort="belofte_gemist", op=nu)
            zet_klaar(sessie, huis.bos, rij, soort="belofte", doelen=_mail(huis), op=nu, alleen=True)
            wat = f"belofte gemist, naar {NAAR}"
            audit.voeg_toe(
                sessie, huis.bos, wie=VANZELF, wat=wat, op=nu, kenmerk=rij.kenmerk, gemeente=rij.gemeente
            )  # fmt: skip
    except Veranderd:
        return False
    log.warning("belofte_gemist", gemeente=rij.gemeente, team=rij.team)
    return True
