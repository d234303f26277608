"""Where an aanmelding goes, and which of those places the settings have turned on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from api.levering import family, mail, webhook
from api.levering.job import Klus, Post
from api.levering.openklant import steps as openklant

LEVERAARS: Mapping[str, Callable[[Klus], None]] = {
    "openklant": openklant.lever,
    "webhook": webhook.lever,
    "mail": mail.lever,
    "familie": family.lever,
}
"""How each target gets it; each raises LeverFout, Vervallen or Overgenomen."""
CONSULTEN: Mapping[str, Callable[[Post], None]] = {"mail": mail.lever}
"""The same for a consult."""
