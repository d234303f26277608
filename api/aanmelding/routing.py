"""Which team an aanmelding goes to and why, and what of it stands readable beside the row. Never silently the wrong team."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from api.aanmelding.normal_forms import naam
from knowledge.life_areas import kernteam_reden
from knowledge.models import Gemeente, Team

Reden = Literal["kern", "onbekend", "inschrijving"]
WEET_NIET = frozenset(
    {"weet ik niet", "weet niet", "onbekend", "geen idee", "zelfde", "dezelfde", "hier", "niet van toepassing"}
)


class Bestemming(NamedTuple):
    """The team, or None for the coordinator to decide, and what chose it."""

    team: Team | None
    reden: Reden


def kies_team(gemeente: Gemeente, velden: Mapping[str, Any]) -> Bestemming:
    """The team of the kern; the coordinator decides when the kern is not ours, or the child is registered somewhere else."""
    team = gemeente.team_van(velden.get("kern") or "")
    if team is None:
        return Bestemming(None, "onbekend")
    return Bestemming(None, "inschrijving") if elders_ingeschreven(gemeente, velden) else Bestemming(team, "kern")


def elders_ingeschreven(gemeente: Gemeente, velden: Mapping[str, Any]) -> bool:
    """Whether the child is registered in a gemeente that is not this one, as far as the family said."""
    genoemd = naam(velden.get("gemeente_inschrijving_kind") or "").removeprefix("gemeente ")
    eigen = {naam(gemeente.naam), naam(gemeente.id.replace("-", " "))}
    eigen |= {naam(kern.naam) for kern in gemeente.kernen} | {naam(kern.id) for kern in gemeente.kernen}
    return bool(genoemd) and genoemd not in eigen | WEET_NIET


def leesbaar(gemeente: Gemeente, velden: Mapping[str, Any]) -> dict[str, Any]:
    """The columns the worklist filters on: the kern when it is one of ours, and whether the kernteam should look along."""
    kern = velden.get("kern")
    bekend = kern if kern in {een.id for een in gemeente.kernen} else None
    return {"kern": bekend, "kernteam": kernteam_reden(velden.get("leefgebieden") or []) is not None}
