"""A request to be reached is heard inside any story; the rest of the message stays the visitor's own words."""

from __future__ import annotations

import pytest

from actions.request import vraagt_contact, zonder_verzoek


@pytest.mark.parametrize(
    ("tekst", "rest"),
    [
        ("mijn zoon van 14 komt zijn bed niet uit, bel me", "mijn zoon van 14 komt zijn bed niet uit"),
        ("bel mij, het gaat om mijn dochter die niet eet", "het gaat om mijn dochter die niet eet"),
        ("wil iemand ons bellen", ""),
        ("zou een collega van het JGT mij kunnen bellen", ""),
        ("kan iemand mij bellen zonder dat mijn ouders het weten", ""),
        ("hij bijt. Neem contact met mij op aub", "hij bijt"),
        ("wij hebben al iemand van het team en ik wil haar spreken", "wij hebben al iemand van het team en ik wil haar spreken"),
        ("ik zou graag gebeld worden over mijn zoon die niet naar school wil",
         "ik zou graag gebeld worden over mijn zoon die niet naar school wil"),
    ],
)  # fmt: skip
def test_het_verzoek_wordt_gehoord_en_het_verhaal_blijft_staan(tekst: str, rest: str) -> None:
    assert vraagt_contact(tekst)
    assert zonder_verzoek(tekst) == rest


@pytest.mark.parametrize(
    "tekst",
    [
        "de school belt me elke dag op over mijn zoon",
        "mijn ex belt me steeds",
        "moet ik de politie bellen",
        "bel me niet",
        "ik wil niet gebeld worden",
        "wanneer bellen jullie me",
        "jullie zouden me gisteren bellen",
        "ik wil dat hij me belt als hij later komt",
        "hoe neem ik contact op met school",
        "hij slaapt niet",
    ],
)
def test_een_ander_die_belt_is_geen_verzoek(tekst: str) -> None:
    assert not vraagt_contact(tekst)
    assert zonder_verzoek(tekst) == tekst
