"""Dates and moments as one says them in Dutch, always in Dutch time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from knowledge.models import Bereikbaar, Leeftijd
from knowledge.opening_hours import AMSTERDAM, MAANDEN, VOLUIT, in_dagen

BIJNA_DAGEN = 2
DAGEN = list(VOLUIT.values())


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
    return Termijn("morgen" if over == 1 else f"over {over} dagen", "bijna" if over <= BIJNA_DAGEN else "ruim")


def leeftijd(jaren: Leeftijd | None) -> str:
    """'8 tot en met 18 jaar'; empty when it is for every age."""
    if jaren is None or (jaren.van, jaren.tot) == (0, 99):
        return ""
    return f"vanaf {jaren.van} jaar" if jaren.tot == 99 else f"{jaren.van} tot en met {jaren.tot} jaar"


def uren(bereikbaar: Bereikbaar) -> str:
    """'dag en nacht', 'elke dag van 11.00 tot 21.00 uur'; empty when the hours are not known."""
    if bereikbaar.altijd:
        return "dag en nacht"
    return ", ".join(f"{_dagen(vak.dagen)} van {vak.van:%-H.%M} tot {vak.tot:%-H.%M} uur" for vak in bereikbaar.tijden)


def _dagen(dagen: Sequence[str]) -> str:
    """Days written out; three or more in a row become 'maandag tot en met vrijdag'."""
    plekken = sorted(list(VOLUIT).index(dag) for dag in dagen)
    if len(plekken) == len(VOLUIT):
        return "elke dag"
    if len(plekken) > 2 and plekken == list(range(plekken[0], plekken[-1] + 1)):
        return f"{DAGEN[plekken[0]]} tot en met {DAGEN[plekken[-1]]}"
    return in_dagen(dagen)
