"""What an employee filled in at a step, read and checked in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from api.balie.steps import TERUGBLIK, Stap
from api.database.tables import AanmeldingRij
from api.pages.forms import Formulier
from knowledge.models import Gemeente
from knowledge.opening_hours import AMSTERDAM

MAX_TEKST = 4000
SPELING = timedelta(minutes=5)  # the clock of a computer at the balie may be this far ahead


class Onvolledig(Exception):
    """Something still has to be filled in or is not possible yet; `tekst` names what to say about it, with these words."""

    def __init__(self, tekst: str, **woorden: Any) -> None:
        super().__init__(tekst)
        self.tekst, self.woorden = tekst, woorden


@dataclass(frozen=True)
class Ingevuld:
    """The answers of one form."""

    keuze: str
    tekst: str
    gezien: str
    gebeurd_op: str
    terugblik: str

    @classmethod
    def van(cls, formulier: Formulier) -> Ingevuld:
        """As it was sent."""
        return cls(
            formulier.een("keuze"),
            formulier.een("tekst"),
            formulier.een("gezien"),
            formulier.een("gebeurd_op"),
            formulier.een("terugblik"),
        )

    def controleer(self, stap: Stap, rij: AanmeldingRij, gemeente: Gemeente, nu: datetime) -> datetime | None:
        """When it happened, where that was filled in; raises Onvolledig."""
        if len(self.tekst) > MAX_TEKST:
            raise Onvolledig("te_lang")
        opties = stap.opties(gemeente, rij)
        if (stap.tekst_nodig and not self.tekst) or (opties and self.keuze not in opties):
            raise Onvolledig(stap.naam)
        if self.terugblik and self.terugblik not in TERUGBLIK:
            raise Onvolledig("terugblik")
        return _moment(self.gebeurd_op, rij, nu) if self.gebeurd_op else None


def als_invoer(op: datetime) -> str:
    """A moment as a field for date and time has it."""
    return op.astimezone(AMSTERDAM).strftime("%Y-%m-%dT%H:%M")


def _moment(getypt: str, rij: AanmeldingRij, nu: datetime) -> datetime:
    """The moment in Dutch time; not before the aanmelding came in and not in the future."""
    try:
        op = datetime.fromisoformat(getypt).replace(tzinfo=AMSTERDAM)
    except ValueError:
        raise Onvolledig("moment") from None
    if not rij.ontvangen_op <= op + timedelta(minutes=1) or op > nu + SPELING:
        raise Onvolledig("moment")
    return op
