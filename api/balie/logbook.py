"""The logbook for the administrator: who did what with which aanmelding, without anything that stands in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field, field_validator
from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from api.balie.errors import Balieroute
from api.balie.reports import gemeenten_van
from api.balie.session import PAD, AangemeldDep, noteer
from api.balie.store import als_kenmerk
from api.database.tables import Inzage
from api.http import HuisDep
from api.pages.forms import csrf_van
from api.pages.render import pagina
from knowledge.opening_hours import AMSTERDAM

router = APIRouter(prefix=f"{PAD}/logboek", route_class=Balieroute)
PER_BLAD = 100


class Zoekvraag(BaseModel):
    """What can be asked of the logbook in its address: a kenmerk or a name, and a first and a last day."""

    zoek: Annotated[str, Field(max_length=80)] = ""
    van: date | None = None
    tot: date | None = None
    blad: Annotated[int, Field(ge=1, le=10_000)] = 1

    @field_validator("van", "tot", mode="before")
    @classmethod
    def _leeg(cls, waarde: object) -> object:
        """A field that was left empty asks nothing."""
        return waarde or None


@router.get("")
def logboek(request: Request, huis: HuisDep, wie: AangemeldDep, vraag: Annotated[Zoekvraag, Query()]) -> Response:
    """The last lines first; that the logbook was read is a line of its own."""
    with huis.database.schrijven() as sessie:
        noteer(huis, sessie, wie, "logboek gelezen")
    gemeenten = list(gemeenten_van(huis, wie))
    with huis.database.lezen() as sessie:
        rijen, aantal = _list_inzagen(sessie, vraag, gemeenten)
    inhoud: dict[str, Any] = {
        "wie": wie,
        "csrf": csrf_van(huis, wie.token),
        "gemeente": None,
        "regels": rijen,
        "aantal": aantal,
        "vraag": vraag,
        "bladen": max(1, -(-aantal // PER_BLAD)),
    }
    return pagina(request, "balie/logboek.html", **inhoud)


def _list_inzagen(sessie: Session, vraag: Zoekvraag, gemeenten: Sequence[str]) -> tuple[list[Inzage], int]:
    """One page of what was asked, and how many lines there are in all."""
    aantal = int(sessie.scalar(_waar(select(func.count()).select_from(Inzage), vraag, gemeenten)) or 0)
    blad = _waar(select(Inzage), vraag, gemeenten).order_by(Inzage.id.desc())
    return list(sessie.scalars(blad.offset((vraag.blad - 1) * PER_BLAD).limit(PER_BLAD))), aantal


def _waar(keuze: Select[Any], vraag: Zoekvraag, gemeenten: Sequence[str]) -> Select[Any]:
    keuze = keuze.where(Inzage.gemeente.in_(gemeenten))
    if vraag.zoek:
        naam = func.lower(Inzage.wie).startswith(vraag.zoek.strip().lower(), autoescape=True)
        kenmerk = als_kenmerk(vraag.zoek)
        keuze = keuze.where(or_(naam, Inzage.kenmerk.startswith(kenmerk, autoescape=True)) if kenmerk else naam)
    if vraag.van:
        keuze = keuze.where(Inzage.op >= _begin(vraag.van))
    return keuze.where(Inzage.op < _begin(vraag.tot + timedelta(days=1))) if vraag.tot else keuze


def _begin(dag: date) -> datetime:
    return datetime.combine(dag, time(), tzinfo=AMSTERDAM)
