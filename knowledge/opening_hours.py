"""Whether a number can be reached at this moment, and that in words. All times are local, Europe/Amsterdam."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

from knowledge.free_days import is_vrij
from knowledge.models import Bereikbaar, Dag, Tijdvak

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAGEN: tuple[str, ...] = get_args(Dag)
VOLUIT = dict(zip(DAGEN, ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"], strict=True))

MAANDEN = [
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
]  # fmt: skip
WEEK, HOOGUIT_DAGEN = 7, 60
KORT = ("vandaag", "morgen")


def nu_open(bereikbaar: Bereikbaar, nu: datetime, dicht: Collection[date] | None = None) -> bool | None:
    """True or False when the hours are known, None when they are not. `nu` must carry a time zone.

    `dicht`: closing days of a gemeente, which is closed on public holidays too; None for who is open on all days."""
    if bereikbaar.altijd:
        return True
    if not bereikbaar.tijden:
        return None
    return _lopend(bereikbaar, nu, dicht) is not None


def in_woorden(bereikbaar: Bereikbaar, nu: datetime, dicht: Collection[date] | None = None) -> str | None:
    """For a visitor: 'dag en nacht', 'nu open, tot 17.00 uur', 'nu dicht, weer open op maandag om 8.30 uur'; None if unknown."""
    if bereikbaar.altijd:
        return "dag en nacht"
    if not bereikbaar.tijden:
        return None
    lopend = _lopend(bereikbaar, nu, dicht)
    if lopend is not None:
        return f"nu open, tot {_klok(lopend.tot)} uur"
    volgende = eerstvolgende(bereikbaar, nu, dicht)
    return f"nu dicht, weer open {_dag(volgende, nu)} om {_klok(volgende.time())} uur" if volgende else "nu dicht"


def eerstvolgende(bereikbaar: Bereikbaar, nu: datetime, dicht: Collection[date] | None = None) -> datetime | None:
    """The next moment at which it opens; None when that is not within two months."""
    hier = nu.astimezone(AMSTERDAM)
    for vooruit in range(HOOGUIT_DAGEN):
        dag = hier.date() + timedelta(days=vooruit)
        tijden = sorted(v.van for v in _vakken(bereikbaar, dag, dicht) if vooruit > 0 or v.van > hier.time())
        if tijden:
            return datetime.combine(dag, tijden[0], tzinfo=AMSTERDAM)
    return None


def in_dagen(dagen: Sequence[str]) -> str:
    """Days written out, in the order of the week: 'maandag en donderdag'; empty for none."""
    namen = [VOLUIT[dag] for dag in DAGEN if dag in dagen]
    return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))


def _vakken(bereikbaar: Bereikbaar, dag: date, dicht: Collection[date] | None) -> list[Tijdvak]:
    if dicht is not None and is_vrij(dag, dicht):
        return []
    return [vak for vak in bereikbaar.tijden if DAGEN[dag.weekday()] in vak.dagen]


def _lopend(bereikbaar: Bereikbaar, nu: datetime, dicht: Collection[date] | None) -> Tijdvak | None:
    hier = nu.astimezone(AMSTERDAM)
    return next((v for v in _vakken(bereikbaar, hier.date(), dicht) if v.van <= hier.time() < v.tot), None)


def _dag(dan: datetime, nu: datetime) -> str:
    over = (dan.date() - nu.astimezone(AMSTERDAM).date()).days
    if over < len(KORT):
        return KORT[over]
    naam = f"op {VOLUIT[DAGEN[dan.weekday()]]}"
    return naam if over <= WEEK else f"{naam} {dan.day} {MAANDEN[dan.month - 1]}"


def _klok(tijd: time) -> str:
    return f"{tijd.hour}.{tijd.minute:02d}"
