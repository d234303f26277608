"""What was promised and not kept: a belofte that passed, a sign of danger that nobody judged. Each goes to the coordinator once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

import structlog
from sqlalchemy import ColumnElement, select

from api.aanmelding.store import Veranderd, verander, voeg_toe
from api.balie import audit
from api.balie.audit import VANZELF
from api.balie.store import is_onbeoordeeld, is_te_laat
from api.balie.urgency import beoordeeld_voor
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.levering.store import Soort, zet_klaar
from api.pages.texts import teksten
from knowledge.opening_hours import AMSTERDAM

log = structlog.get_logger()
NAAR: Literal["coordinator"] = "coordinator"
PER_KEER = 200


@dataclass(frozen=True)
class Gemist:
    """Something that was not done in time: the column that says when it went up, the line for the logbook and the mail."""

    kolom: Literal["gemist_op", "onbeoordeeld_op"]
    wat: str
    event: str
    regel: str
    mail: Soort
    tekst: str | None = None  # the id of a text for colleagues


BELOFTE = Gemist("gemist_op", "belofte gemist", "belofte_gemist", "belofte_gemist", "belofte")
BEOORDELING = Gemist(
    "onbeoordeeld_op",
    "teken niet beoordeeld",
    "teken_niet_beoordeeld",
    "notitie",
    "beoordeling",
    "balie.niet_beoordeeld",
)  # a note: the family must not read on its page that there is a sign


def vandaag(nu: datetime) -> date:
    """The day it is in the Netherlands."""
    return nu.astimezone(AMSTERDAM).date()


def escaleer(huis: Huis) -> int:
    """Hand every belofte that was missed to the coordinator, once; returns how many. A colleague who is busy with one goes first:
    that one follows the next time."""
    return _escaleer_alle(huis, BELOFTE, is_te_laat(vandaag(huis.klok())) & AanmeldingRij.gemist_op.is_(None))


def escaleer_beoordeling(huis: Huis) -> int:
    """Hand every sign of danger that nobody judged before the end of its working day to the coordinator, once for each sign;
    returns how many."""
    te_lang = is_onbeoordeeld(beoordeeld_voor(huis.klok())) & AanmeldingRij.onbeoordeeld_op.is_(None)
    return _escaleer_alle(huis, BEOORDELING, te_lang)


def _escaleer_alle(huis: Huis, gemist: Gemist, welke: ColumnElement[bool]) -> int:
    with huis.database.lezen() as sessie:
        rijen = list(sessie.scalars(select(AanmeldingRij).where(welke).limit(PER_KEER)))
    return sum(_escaleer(huis, rij, gemist) for rij in rijen)


def _mail(huis: Huis) -> list[str]:
    """A mail without content is sent when mail is on; other targets hear nothing of it."""
    return [doel for doel in huis.settings.doelen if doel == "mail"]


def _escaleer(huis: Huis, rij: AanmeldingRij, gemist: Gemist) -> bool:
    nu, tekst = huis.klok(), teksten()(gemist.tekst) if gemist.tekst else None
    try:
        with huis.database.schrijven() as sessie:
            verander(sessie, rij, **{gemist.kolom: nu})
            voeg_toe(sessie, huis.bos, rij, wie=VANZELF, soort=gemist.regel, op=nu, tekst=tekst)
            zet_klaar(sessie, huis.bos, rij, soort=gemist.mail, doelen=_mail(huis), op=nu, alleen=True)
            audit.voeg_toe(
                sessie, huis.bos, wie=VANZELF, wat=f"{gemist.wat}, naar {NAAR}", op=nu, kenmerk=rij.kenmerk,
                gemeente=rij.gemeente,
            )  # fmt: skip
    except Veranderd:
        return False
    log.warning(gemist.event, gemeente=rij.gemeente, team=rij.team)
    return True
