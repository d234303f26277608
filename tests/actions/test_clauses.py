"""What is said about a message is no part of what it asks."""

from __future__ import annotations

import pytest

from actions.clauses import zonder_taalexcuus, zonder_tussenwerpsel


@pytest.mark.parametrize(
    ("tekst", "rest"),
    [
        ("ik spreek niet zo goed nederlands. mijn kind wordt gepest op school", "mijn kind wordt gepest op school"),
        ("sorry voor mijn nederlands, mijn zoon luistert niet naar mij", "mijn zoon luistert niet naar mij"),
        ("mijn nederlands is niet zo goed mijn dochter slaapt slecht", "mijn dochter slaapt slecht"),
    ],
)
def test_een_excuus_voor_de_taal_gaat_niet_mee_naar_de_zoeker(tekst: str, rest: str) -> None:
    assert zonder_taalexcuus(tekst) == rest


@pytest.mark.parametrize(
    "tekst",
    [
        "ik spreek geen nederlands",
        "wij praten thuis geen nederlands, is dat erg voor de peuter",
        "hoe leert mijn kind nederlands als wij thuis arabisch praten",
        "mijn kind kan nog geen nederlands en moet naar school",
    ],
)
def test_een_vraag_over_taal_blijft_heel(tekst: str) -> None:
    assert zonder_taalexcuus(tekst) == tekst


@pytest.mark.parametrize(
    ("tekst", "rest"),
    [
        ("nee wacht ze is 15 maanden", "ze is 15 maanden"),
        ("oh sorry, hij is 4", "hij is 4"),
        ("wacht, hij wordt 9", "hij wordt 9"),
        ("wacht al 3 maanden op hulp", "wacht al 3 maanden op hulp"),
        ("hoe lang moet ik wachten", "hoe lang moet ik wachten"),
    ],
)
def test_nee_wacht_is_geen_vraag_over_wachten(tekst: str, rest: str) -> None:
    blanco = zonder_tussenwerpsel(tekst)
    assert blanco.strip() == rest
    assert len(blanco) == len(tekst), "de plekken van de feiten blijven kloppen"
