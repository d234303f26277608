"""When the next attempt is made, and when it stops."""

from __future__ import annotations

from datetime import datetime, timedelta

POGINGEN = 24
EERSTE, LANGSTE = timedelta(minutes=1), timedelta(hours=6)
TE_VER = LANGSTE + timedelta(hours=1)
"""Nothing waits as long as this: such a moment was written by a clock that was wrong."""
TERMIJN = timedelta(minutes=10)
"""So long an attempt may go without a sign of life before another process takes the row."""


def volgende(nu: datetime, poging: int, wacht_s: int = 0) -> datetime:
    """After 1, 2, 4, 8 ... minutes, at most six hours: twenty-four attempts in almost four days, so that a
    weekend is no end. Later when the receiver asked for it."""
    rust: timedelta = min(EERSTE * 2 ** (poging - 1), LANGSTE)
    return nu + min(max(rust, timedelta(seconds=wacht_s)), LANGSTE)
