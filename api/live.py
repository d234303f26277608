"""What must be right before real families are let in: `voordeur serve --live` refuses and says why."""

from __future__ import annotations

import re

from api.settings import ROOT
from knowledge.base import Kennisbank
from knowledge.models import Gemeente

CONCEPT = re.compile(r"^\s*(?:- )?status: *concept\b", re.M)
ONDERTEKENEN = (
    ("bestanden met gevaarregels", ROOT / "assistant/gate/regels", "*.yml"),
    ("bestanden met veiligheidsantwoorden", ROOT / "assistant/gate/antwoorden", "*.yml"),
    ("delen van het stroomschema", ROOT / "knowledge/landelijk", "stroomschema.yml"),
)
LOKAAL = {
    "telefoon": "het JGT-nummer",
    "crisislijn": "de crisislijn van de regio voor inwoners",
    "huisartsenspoedpost": "het nummer van de huisartsenspoedpost",
}


def bezwaren(kennis: Kennisbank) -> list[str]:
    """Every reason not to go live, in words an administrator understands; empty when there is none."""
    lijst = [reden for gemeente in kennis.gemeenten.values() for reden in _van(gemeente)]
    concepten = sum(artikel.status == "concept" for artikel in kennis.artikelen.values())
    if concepten:
        lijst.append(f"{concepten} artikelen zijn nog concept: een functie van de gemeente moet ze ondertekenen")
    verlopen = sum(artikel.verlopen(kennis.gelezen_op) for artikel in kennis.artikelen.values())
    if verlopen:
        lijst.append(f"{verlopen} artikelen zijn verlopen")
    return [*lijst, *_ongetekend()]


def _ongetekend() -> list[str]:
    """What the gate does and says, and the stroomschema, while a function of the gemeente has not signed them."""
    lijst = []
    for wat, map_, patroon in ONDERTEKENEN:
        aantal = sum(len(CONCEPT.findall(pad.read_text(encoding="utf-8"))) for pad in sorted(map_.glob(patroon)))
        if aantal:
            lijst.append(f"{aantal} {wat} zijn nog concept: een functie van de gemeente moet ze ondertekenen")
    return lijst


def _van(gemeente: Gemeente) -> list[str]:
    leeg = [f"{gemeente.naam}: {wat} is leeg" for veld, wat in LOKAAL.items() if not getattr(gemeente, veld)]
    return [*leeg, *([f"{gemeente.naam} heeft demonstratiewaarden"] if gemeente.demo else [])]
