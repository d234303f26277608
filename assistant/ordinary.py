"""Which topic a text is surely about, for the gate: what search knows may calm a faint doubt, and never stands in its way."""

from __future__ import annotations

from collections.abc import Callable

from actions.answer import zeker_onderwerp
from knowledge.current import KennisHouder
from knowledge.errors import KennisFout


def onderwerp_van(houder: KennisHouder) -> Callable[[str], str | None]:
    """The topic by the content in use; None while that cannot be read."""

    def onderwerp(tekst: str) -> str | None:
        try:
            return zeker_onderwerp(houder.nu, tekst)
        except KennisFout:
            return None

    return onderwerp
