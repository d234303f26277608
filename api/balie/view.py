"""An aanmelding as staff read it: in the worklist, and opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.aanmelding.store import open_velden
from api.balie.store import BELOFTE_OPEN, GEVAAR
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.pages import fields
from api.pages.words import Termijn, geleden, termijn
from api.veiligheid.gate import getypt, hoor
from knowledge.life_areas import kernteam_reden
from knowledge.models import Gemeente


@dataclass(frozen=True)
class Werk:
    """One line of the worklist."""

    rij: AanmeldingRij
    termijn: Termijn | None
    ontvangen: str
    kern: str
    team: str
    leeftijd: str
    school: str
    gevaar: bool
    niet_bellen: bool
    tolk: str
    kernteam: str
    gewist: bool
    beoordeel: bool
    dubbel: bool = False
    woorden: str = ""
    """The words in which the rule saw danger, where they were asked for."""

    @property
    def regel(self) -> str:
        """The name of the rule that made the mark of danger, without its version."""
        return (self.rij.regel or "").partition("@")[0]


def als_werk(
    huis: Huis,
    rij: AanmeldingRij,
    gemeente: Gemeente,
    *,
    beoordeel: bool,
    dubbel: bool = False,
    met_woorden: bool = False,
) -> Werk:
    """The row with what must be seen at a glance; the words of the mark cost a reading of the story, and come when asked for."""
    velden, nu = open_velden(rij, huis.bos), huis.klok()
    contact = velden.get("contact") or {}
    return Werk(
        rij=rij,
        termijn=termijn(rij.contact_voor, nu) if rij.status in BELOFTE_OPEN else None,
        ontvangen=geleden(rij.ontvangen_op, nu),
        kern=fields.in_woorden("kern", velden.get("kern", ""), gemeente),
        team=_team(gemeente, rij.team),
        leeftijd=velden.get("kind_leeftijd") or "",
        school=velden.get("school") or "",
        gevaar=rij.niveau in GEVAAR,
        niet_bellen=contact.get("veilig_bellen") is False,
        tolk=contact.get("tolk") or "",
        kernteam=kernteam_reden(velden.get("leefgebieden") or []) or "",
        gewist=rij.sleutel is None,
        beoordeel=beoordeel,
        dubbel=dubbel,
        woorden=_woorden(huis, rij, velden) if met_woorden else "",
    )


def _woorden(huis: Huis, rij: AanmeldingRij, velden: dict[str, Any]) -> str:
    """The words that fired in the story; none when another rule than that of the mark fires there now."""
    signaal = hoor(huis, getypt(velden)[:1], rol=velden.get("rol"))
    eigen = signaal is not None and (rij.regel or "").partition("@")[0] == signaal.regel
    return ", ".join(signaal.woorden) if signaal is not None and eigen else ""


def _team(gemeente: Gemeente, team_id: str | None) -> str:
    return next((team.naam for team in gemeente.teams if team.id == team_id), "")
