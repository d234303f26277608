"""The player with the real gate, brain and content, at the moment that a conversation asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from actions.context import Gereedschap
from api.played import maak_speler
from assistant.brain.brain import Brein
from assistant.gate.danger import Gevaarlezer
from assistant.measure.outcomes import gebreken
from tests.vermogens.model import VermogenGesprek

Gespeeld = Callable[[VermogenGesprek], dict[str, list[str]]]


@pytest.fixture(scope="session")
def gespeeld(gereedschap: Gereedschap, brein: Brein, gevaar: Gevaarlezer) -> Gespeeld:
    """Plays a conversation with its variants; returns what was not as it should be, by the name of the variant."""
    speler = maak_speler(gereedschap, brein, gevaar)

    def speel(gesprek: VermogenGesprek) -> dict[str, list[str]]:
        op_tijd, mis = replace(speler, nu=gesprek.tijdstip()), {}
        for naam, zetten in gesprek.uitvoeringen():
            spel = op_tijd.speel(naam, zetten, gemeente=gesprek.gemeente, rol=gesprek.rol)
            fouten = gebreken(spel, gesprek.resultaat, gesprek.niet, vragen_op_rij=gesprek.vragen_op_rij)
            if fouten := [*fouten, *gesprek.ook(spel)]:
                mis[naam] = fouten
        return mis

    return speel
