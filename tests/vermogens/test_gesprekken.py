"""Every conversation of a vermogen is played by the real player; one that cannot succeed yet must fail, and says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.vermogens.conftest import Gespeeld
from tests.vermogens.model import VermogenGesprek, lees_gesprekken

pytestmark = pytest.mark.rasa


def _gevallen() -> Iterator[Any]:
    for naam, gesprek in lees_gesprekken().items():
        merken: list[Any] = [pytest.mark.vermogen(*gesprek.vermogen)]
        if gesprek.nog_niet:
            merken.append(pytest.mark.xfail(reason=gesprek.nog_niet, strict=True, raises=AssertionError))
        yield pytest.param(gesprek, id=naam, marks=merken)


@pytest.mark.parametrize("gesprek", _gevallen())
def test_het_gesprek_haalt_zijn_uitkomst(gesprek: VermogenGesprek, gespeeld: Gespeeld) -> None:
    assert gespeeld(gesprek) == {}
