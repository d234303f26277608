"""The belofte: contact within a week. One date, read by family, balie and report alike."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from knowledge.models import Bereikbaar
from knowledge.opening_hours import AMSTERDAM, DAGEN

DAGEN_BELOFTE = 7


@lru_cache
def _feestdagen(jaar: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=jaar))


def is_werkdag(dag: date) -> bool:
    """Monday to Friday and no public holiday."""
    return dag.weekday() < 5 and dag not in _feestdagen(dag.year)


def contact_voor(ontvangen: datetime) -> date:
    """Seven days after receipt in Amsterdam; in a weekend or on a holiday the working day before."""
    dag = ontvangen.astimezone(AMSTERDAM).date() + timedelta(days=DAGEN_BELOFTE)
    while not is_werkdag(dag):
        dag -= timedelta(days=1)
    return dag


def eerst_gelezen(ontvangen: datetime, uren: Bereikbaar) -> datetime | None:
    """When the JGT first reads it: now when open, else at the next opening; None while the hours are unknown."""
    if uren.altijd:
        return ontvangen
    hier = ontvangen.astimezone(AMSTERDAM)
    for vooruit in range(15):
        dag = hier.date() + timedelta(days=vooruit)
        if not is_werkdag(dag):
            continue
        for vak in sorted(uren.tijden, key=lambda v: v.van):
            begin, eind = (datetime.combine(dag, t, tzinfo=ZoneInfo("Europe/Amsterdam")) for t in (vak.van, vak.tot))
            if DAGEN[dag.weekday()] in vak.dagen and hier < eind:
                return max(hier, begin)
    return None
