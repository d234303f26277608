"""Whether calling is safe, heard in passing: who looks along in a phone is a danger, who looks along in a team is help."""

from __future__ import annotations

import pytest

from actions.preference import veilig_in


@pytest.mark.parametrize(
    "tekst",
    [
        "mijn man kijkt mee",
        "hij leest mee op mijn telefoon",
        "ze luisteren altijd mee",
        "mijn ex controleert mijn mobiel",
    ],
)
def test_wie_meekijkt_of_meeluistert_maakt_bellen_onveilig(tekst: str) -> None:
    assert veilig_in(tekst) == {"veilig_bellen": False}


@pytest.mark.parametrize(
    "tekst", ["het samenwerkingsverband kijkt mee", "kan iemand meekijken", "de juf leest elke dag voor"]
)
def test_wie_meedenkt_niet(tekst: str) -> None:
    assert veilig_in(tekst) == {}
