"""The word lists that tell a name or a street from another word, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from assistant.gate.rulefiles import lees
from assistant.gate.words import vouwen
from knowledge.models import Model, Zin

NAMEN = Path(__file__).with_name("namen.yml")


class Namenlijst(Model):
    """The word lists that tell a name from another word."""

    titels: Zin
    rollen: Zin
    familie: Zin
    tussenvoegsels: Zin
    voornamen: Zin
    dubbelzinnig: Zin
    achternamen: Zin
    geen_naam: Zin
    geen_straat: Zin

    @cached_property
    def verzamelingen(self) -> Mapping[str, frozenset[str]]:
        """Each list as a set of folded words."""
        return {naam: frozenset(vouwen(rij).split()) for naam, rij in self.model_dump().items()}


@cache
def namenlijst() -> Namenlijst:
    """The lists of this installation, read the first time they are needed."""
    return lees(NAMEN, Namenlijst)
