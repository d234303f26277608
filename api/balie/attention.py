"""Which function within the team knows most about what a family asks, read from the approved text alone. Shown, never assigned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.answer import zeker_onderwerp
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.veiligheid.quotes import KERN, zinnen
from knowledge.errors import KennisFout
from knowledge.models import Aandachtsgebied, Gemeente

HOOGUIT_ZINNEN = 8


def aandachtsgebieden(
    huis: Huis, rij: AanmeldingRij, gemeente: Gemeente, velden: Mapping[str, Any]
) -> list[Aandachtsgebied]:
    """The aandachtsgebieden of its team that fit a topic the search is sure of; none while there is no team or no knowledge."""
    team = next((team for team in gemeente.teams if team.id == rij.team), None)
    if team is None or not team.aandachtsgebieden:
        return []
    reeks = [zin for naam in KERN for zin in zinnen(str(velden.get(naam) or ""))][:HOOGUIT_ZINNEN]
    try:
        onderwerpen = {zeker_onderwerp(huis.gereedschap.kennis.nu, zin) for zin in reeks} - {None}
    except KennisFout:
        return []
    return [gebied for gebied in team.aandachtsgebieden if onderwerpen & {*gebied.onderwerpen}]
