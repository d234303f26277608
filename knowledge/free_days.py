"""The days on which a gemeente is closed, whatever the hours say: public holidays, and its own closing days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

import holidays

WEEKEND = (5, 6)


@lru_cache
def _feestdagen(jaar: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=jaar))


def is_vrij(dag: date, sluitingsdagen: Collection[date] = ()) -> bool:
    """Whether this is a public holiday, or one of these closing days."""
    return dag in _feestdagen(dag.year) or dag in sluitingsdagen


def is_werkdag(dag: date, sluitingsdagen: Collection[date] = ()) -> bool:
    """Monday to Friday, no public holiday and none of these closing days."""
    return dag.weekday() not in WEEKEND and not is_vrij(dag, sluitingsdagen)


def na_werkdagen(dag: date, aantal: int, sluitingsdagen: Collection[date] = ()) -> date:
    """The day that is so many working days later."""
    while aantal:
        dag += timedelta(days=1)
        aantal -= is_werkdag(dag, sluitingsdagen)
    return dag
