"""A name in a message: the writer's own is kept for the aanmelding, that of the employee they know too, no other."""

from __future__ import annotations

import pytest

from actions.names import is_eigen_naam, medewerker_bij_naam


@pytest.mark.parametrize(
    "tekst",
    [
        "[naam]",
        "ik heet [naam]",
        "Ik ben [naam], moeder van [naam] en [naam]",
        "[naam], [telefoon]",
        "[naam] hier, bel me maar op [telefoon]",
        "vraag naar [naam]",
        "mijn naam is [naam] en mijn nummer is [telefoon]",
        "groetjes [naam]",
        "naam is [naam]",
        "[telefoon], na 19.00. Leimuiden. [naam] is de naam",
        "belt u mij maar, [telefoon], het liefst in de ochtend, [naam] uit Rijnsaterwoude",
    ],
)
def test_wie_zegt_hoe_hij_heet_hoeft_het_niet_nog_eens_in_te_vullen(tekst: str) -> None:
    assert is_eigen_naam(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "mijn zoon [naam] is 8",
        "mijn dochter heet [naam]",
        "hij heet [naam]",
        "mijn vriendin [naam] steunt me",
        "mijn man [naam] mag het niet weten",
        "ik ben de moeder van [naam]",
        "met [naam] van jullie team heb ik al contact",
        "ik wil met [naam] praten",
        "hij slaapt niet",
        "[telefoon] is van mijn man [naam]",
    ],
)
def test_de_naam_van_een_kind_een_ex_of_een_vriendin_wordt_niet_die_van_de_schrijver(tekst: str) -> None:
    assert not is_eigen_naam(tekst)


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [
        (
            "wij hebben al iemand van het team, [naam], en ik wil haar spreken",
            "wij hebben al iemand van het team, Karin",
        ),
        ("onze contactpersoon bij het jgt is [naam]", "onze contactpersoon bij het jgt is Karin"),
        ("[naam] van jullie team kent ons al", "Karin van jullie team kent ons al"),
        ("mijn vriendin [naam] steunt me", None),
        ("we hebben al een vaste medewerker bij jullie", None),
    ],
)
def test_de_medewerker_die_een_gezin_kent_staat_er_met_naam_bij(tekst: str, wie: str | None) -> None:
    assert medewerker_bij_naam(tekst, ["Karin"]) == wie
