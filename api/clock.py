"""The time. Everything asks this one clock, so that tests can move it; order is never taken from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Klok = Callable[[], datetime]


def nu() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)
