"""Which rules there are and which function owns each, from the files that a professional reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from api.crypto import Sleutelbos
from assistant.gate.danger import REGEL
from assistant.gate.danger_net import NETWERK
from assistant.gate.danger_training import DATA, instelling
from assistant.gate.replies import antwoordboek
from assistant.gate.rulefiles import Categorieen, Regelbestand, lees
from assistant.gate.urgency import REGELS

KORT = 12


@dataclass(frozen=True, slots=True)
class Regelnaam:
    """A rule by name, and who owns it."""

    id: str
    versie: int
    eigenaar: str


@cache
def regelversie() -> str:
    """A mark of all danger rules together: another mark means that a rule was changed."""
    return bestandsmerk(sorted(REGELS.glob("*.yml")))


def poortmerk() -> str:
    """A mark of all that decides what the gate sees: the rules, and what the model learns from."""
    return bestandsmerk(
        [*sorted(REGELS.glob("*.yml")), DATA / "model.yml", DATA / NETWERK, *sorted(DATA.glob("*.jsonl"))]
    )


def bestandsmerk(paden: Iterable[Path]) -> str:
    """A mark of the content of these files."""
    som = hashlib.sha256()
    for pad in paden:
        som.update(pad.read_bytes())
    return som.hexdigest()[:KORT]


@cache
def regelnamen() -> Mapping[str, Regelnaam]:
    """Every rule that can stand with a sign: those of the files, and for each category what the model says."""
    model = instelling()
    uit_model = [
        Regelnaam(REGEL.format(naam.replace("_", "-")), model.versie, model.eigenaar)
        for naam in lees(REGELS / "_categorieen.yml", Categorieen).categorieen
    ]
    uit_bestand = [
        Regelnaam(regel.id, regel.versie, regel.eigenaar)
        for pad in sorted(REGELS.glob("[a-z]*.yml"))
        for regel in lees(pad, Regelbestand).regels
    ]
    return {naam.id: naam for naam in (*uit_model, *uit_bestand)}


def eigenaar_van(regel: str | None) -> str:
    """The function that owns this rule; without a rule the one that owns the replies."""
    naam = regelnamen().get(regel or "")
    return naam.eigenaar if naam else antwoordboek().vast.eigenaar


def bekende_regel(gegeven: str | None, bos: Sleutelbos) -> str | None:
    """The id of the rule that was named, by itself, with its version, or by its mark; None for anything else."""
    naam = (gegeven or "").partition("@")[0]
    if naam in regelnamen():
        return naam
    return next((regel for regel in regelnamen() if naam and regelmerk(regel, bos) == naam), None)


def regelmerk(regel: str, bos: Sleutelbos) -> str:
    """The rule as it may stand in an address: on a shared device nobody can read there what the conversation was about."""
    return bos.merk(f"regel:{regel.partition('@')[0]}")[:KORT]
