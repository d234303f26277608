"""Whether the JGT of a gemeente is open, and which number is the right one when it is not."""

from __future__ import annotations

from datetime import datetime

from actions.kaarten import Contact
from knowledge.models import Bereikbaar, Gemeente
from knowledge.opening_hours import in_woorden, nu_open


def jgt_uren(gemeente: Gemeente) -> Bereikbaar:
    """The hours of the gemeente's one number, else those of its first team that has any."""
    kandidaten = [gemeente.bereikbaar, *(team.bereikbaar for team in gemeente.teams)]
    return next((uren for uren in kandidaten if uren.altijd or uren.tijden), gemeente.bereikbaar)


def jgt_kaart(gemeente: Gemeente, nu: datetime, uitleg: str) -> Contact:
    """The JGT's number and whether it is open at this moment."""
    uren, dicht = jgt_uren(gemeente), gemeente.sluitingsdagen
    return Contact(
        team=f"Jeugd- en Gezinsteam {gemeente.naam}",
        telefoon=gemeente.telefoon,
        open=in_woorden(uren, nu, dicht),
        nu_open=nu_open(uren, nu, dicht),
        uitleg=uitleg,
        demo=gemeente.demo,
    )
