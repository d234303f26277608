"""A family names the worker it knows: the aanmelding is proposed to that person, who decides. Nothing is assigned by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.aanmelding.normal_forms import naam
from api.balie.rights import INHOUD, teams_van
from api.database.tables import Medewerker


def stel_voor(sessie: Session, *, gemeente: str, team: str | None, velden: Mapping[str, Any]) -> str | None:
    """The one employee of this gemeente with exactly the name that was given, when that person may open it; else None.

    A name of two people is nobody's: then it only stands first in the aanmelding, for a person to decide."""
    genoemd = naam(velden.get("vaste_medewerker") or "")
    if not genoemd:
        return None
    hier = select(Medewerker).where(Medewerker.gemeente == gemeente, Medewerker.weg_op.is_(None))
    zo_heten = [een for een in sessie.scalars(hier) if not een.demo and een.rol in INHOUD and naam(een.naam) == genoemd]
    if len(zo_heten) != 1:
        return None
    teams = teams_van(zo_heten[0])
    return zo_heten[0].naam if teams is None or team in teams else None
