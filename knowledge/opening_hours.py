"""Whether a number can be reached at this moment, and that in words. All times are local, Europe/Amsterdam."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import get_args
from zoneinfo import ZoneInfo

from knowledge.models import Bereikbaar, Dag, Tijdvak

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAGEN: tuple[str, ...] = get_args(Dag)
VOLUIT = dict(zip(DAGEN, ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"], strict=True))


def nu_open(bereikbaar: Bereikbaar, nu: datetime) -> bool | None:
    """True or False when the hours are known, None when they are not. `nu` must carry a time zone."""
    if bereikbaar.altijd:
        return True
    if not bereikbaar.tijden:
        return None
    return _lopend(bereikbaar, nu) is not None


def in_woorden(bereikbaar: Bereikbaar, nu: datetime) -> str | None:
    """For a visitor: 'dag en nacht', 'nu open, tot 17.00 uur', 'nu dicht, weer open op maandag om 8.30 uur'; None if unknown."""
    if bereikbaar.altijd:
        return "dag en nacht"
    if not bereikbaar.tijden:
        return None
    lopend = _lopend(bereikbaar, nu)
    if lopend is not None:
        return f"nu open, tot {_klok(lopend.tot)} uur"
    dag, begin = _volgende(bereikbaar, nu)
    return f"nu dicht, weer open {dag} om {_klok(begin)} uur"


def in_dagen(dagen: Sequence[str]) -> str:
    """Days written out, in the order of the week: 'maandag en donderdag'; empty for none."""
    namen = [VOLUIT[dag] for dag in DAGEN if dag in dagen]
    return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))


def _lopend(bereikbaar: Bereikbaar, nu: datetime) -> Tijdvak | None:
    hier = nu.astimezone(AMSTERDAM)
    dag = DAGEN[hier.weekday()]
    return next((v for v in bereikbaar.tijden if dag in v.dagen and v.van <= hier.time() < v.tot), None)


def _volgende(bereikbaar: Bereikbaar, nu: datetime) -> tuple[str, time]:
    hier = nu.astimezone(AMSTERDAM)
    for vooruit in range(8):
        dag = DAGEN[(hier.weekday() + vooruit) % 7]
        begin = sorted(v.van for v in bereikbaar.tijden if dag in v.dagen and (vooruit > 0 or v.van > hier.time()))
        if begin:
            return ("vandaag", "morgen")[vooruit] if vooruit < 2 else f"op {VOLUIT[dag]}", begin[0]
    raise AssertionError("een tijdvak heeft altijd een dag")


def _klok(tijd: time) -> str:
    return f"{tijd.hour}.{tijd.minute:02d}"
