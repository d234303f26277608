"""Routes in steps for professionals: whom to involve when, and the Meldcode. Data that editors keep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from knowledge.models import Bron, Model, Rol, Slug, Status, Zin

JGT = "jgt"  # stands among the help lines of a step for the JGT's own number


class Volgende(Model):
    """Under which condition which step comes next."""

    als: Zin
    naar: Slug


class Stap(Model):
    """One step: who is involved, when, what to do, what to tick off on paper and how to say it."""

    id: Slug
    titel: Zin
    wie: tuple[Zin, ...] = Field(min_length=1)
    wanneer: Zin
    voorwaarde: Zin | None = None
    doen: Zin
    punten: tuple[Zin, ...] = ()
    zinnen: tuple[Zin, ...] = ()
    hulplijnen: tuple[Slug, ...] = ()
    bied: Literal["consult", "aanmelding"] | None = None
    """What can be asked of the JGT at this step; None only shows how to reach a person."""
    volgende: tuple[Volgende, ...] = ()


class Stroomschema(Model):
    """The steps with their owner, version and sources; every step can be reached from `begin`."""

    versie: int = Field(ge=1)
    status: Status
    eigenaar: Zin
    nagekeken_op: date
    verloopt_op: date
    doelgroep: tuple[Rol, ...]
    bronnen: tuple[Bron, ...]
    begin: Slug
    stappen: tuple[Stap, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _hangt_samen(self) -> Stroomschema:
        namen = [stap.id for stap in self.stappen]
        if len(set(namen)) < len(namen):
            raise ValueError("een id van een stap staat er twee keer")
        onbekend = {naar for naar in [self.begin, *self._pijlen()] if naar not in namen}
        if onbekend:
            raise ValueError(f"deze stap bestaat niet: {', '.join(sorted(onbekend))}")
        los = set(namen) - self._bereikt()
        if los:
            raise ValueError(f"deze stap is vanaf het begin niet te bereiken: {', '.join(sorted(los))}")
        return self

    def stap(self, stap_id: str) -> Stap | None:
        """The step with this id, if there is one."""
        return next((stap for stap in self.stappen if stap.id == stap_id), None)

    def _pijlen(self) -> Iterator[str]:
        return (volgende.naar for stap in self.stappen for volgende in stap.volgende)

    def _bereikt(self) -> set[str]:
        gezien: set[str] = set()
        open_ = [self.begin]
        while open_:
            naam = open_.pop()
            if naam not in gezien and (stap := self.stap(naam)):
                gezien.add(naam)
                open_ += [volgende.naar for volgende in stap.volgende]
        return gezien
