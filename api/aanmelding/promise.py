"""The belofte: contact within a week. One date, read by family, balie and report alike."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import date, datetime, timedelta

from knowledge.free_days import is_werkdag
from knowledge.models import Bereikbaar
from knowledge.opening_hours import AMSTERDAM, eerstvolgende, nu_open

DAGEN_BELOFTE = 7


def contact_voor(ontvangen: datetime, sluitingsdagen: Collection[date] = ()) -> date:
    """Seven days after receipt in Amsterdam; in a weekend, on a holiday or a closing day the working day before.

    Closed for longer than that, the closing days do not count: a promise is never older than the aanmelding."""
    begin = ontvangen.astimezone(AMSTERDAM).date()
    dag = _werkdag_tot(begin + timedelta(days=DAGEN_BELOFTE), sluitingsdagen)
    return dag if dag > begin else _werkdag_tot(begin + timedelta(days=DAGEN_BELOFTE), ())


def _werkdag_tot(dag: date, sluitingsdagen: Collection[date]) -> date:
    while not is_werkdag(dag, sluitingsdagen):
        dag -= timedelta(days=1)
    return dag


def eerst_gelezen(ontvangen: datetime, uren: Bereikbaar, sluitingsdagen: Collection[date] = ()) -> datetime | None:
    """When the JGT first reads it: now when open, else at the next opening; None while the hours are unknown."""
    if nu_open(uren, ontvangen, sluitingsdagen):
        return ontvangen
    return eerstvolgende(uren, ontvangen, sluitingsdagen)


def antwoord_voor(gevraagd: datetime) -> date:
    """When who asks for deletion must have an answer: within a month of asking (AVG, article 12, paragraph 3)."""
    dag = gevraagd.astimezone(AMSTERDAM).date()
    jaar, maand = divmod(dag.year * 12 + dag.month, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))
