"""Dates and moments as one says them in Dutch, always in Dutch time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from knowledge.opening_hours import AMSTERDAM, VOLUIT

DAGEN = list(VOLUIT.values())
MAANDEN = [
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
]  # fmt: skip


def datum(dag: date | str, *, met_dag: bool = False) -> str:
    """'22 november 2026', with the weekday in front when asked; an ISO date may come as text."""
    dag = date.fromisoformat(dag) if isinstance(dag, str) else dag
    woorden = f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
    return f"{DAGEN[dag.weekday()]} {woorden}" if met_dag else woorden


def moment(op: datetime | str) -> str:
    """'maandag 23 november om 9.00 uur'; an ISO moment may come as text."""
    hier = (datetime.fromisoformat(op) if isinstance(op, str) else op).astimezone(AMSTERDAM)
    return f"{DAGEN[hier.weekday()]} {hier.day} {MAANDEN[hier.month - 1]} om {hier.hour}.{hier.minute:02d} uur"


def kort_moment(op: datetime) -> str:
    """'23 nov 9.00', for narrow columns."""
    hier = op.astimezone(AMSTERDAM)
    return f"{hier.day} {MAANDEN[hier.month - 1][:3]} {hier.hour}.{hier.minute:02d}"


def geleden(op: datetime, nu: datetime) -> str:
    """'vandaag', 'gisteren', '3 dagen geleden': by the calendar, not by hours."""
    dagen = (nu.astimezone(AMSTERDAM).date() - op.astimezone(AMSTERDAM).date()).days
    if dagen <= 0:
        return "vandaag"
    return "gisteren" if dagen == 1 else f"{dagen} dagen geleden"


@dataclass(frozen=True)
class Termijn:
    """How far away a promised day is: in words, and as the level that the page marks it with."""

    woorden: str
    stand: Literal["ruim", "bijna", "vandaag", "te_laat"]


def termijn(dag: date, nu: datetime) -> Termijn:
    """The promised day as seen from this moment."""
    over = (dag - nu.astimezone(AMSTERDAM).date()).days
    if over < 0:
        return Termijn("1 dag te laat" if over == -1 else f"{-over} dagen te laat", "te_laat")
    if over == 0:
        return Termijn("vandaag", "vandaag")
    return Termijn("morgen" if over == 1 else f"over {over} dagen", "bijna" if over <= 2 else "ruim")
