"""Asking the way is told from a story that mentions a place."""

from __future__ import annotations

import pytest

from actions.wayfinding import gezochte_lijn, vraagt_contactpersoon, vraagt_de_weg, zoekt_plek
from knowledge.base import Kennisbank

GEMEENTE = "kaag-en-braassem"


@pytest.mark.parametrize(
    "tekst",
    [
        "hoe kom ik bij kwadraad",
        "zijn er hier koffieochtenden",
        "judoles kind 6 jaar",
        "bestaat er zoiets als een buddy voor mijn dochter",
        "de dokter had het over welzijn op recept, kan dat hier ook",
        "is er hier iets te doen voor tieners",
        "een oudergroep autisme, bestaat dat",
    ],
)
def test_wie_de_weg_vraagt_zoekt_een_plek(kennis: Kennisbank, tekst: str) -> None:
    assert zoekt_plek(kennis.wegwijzers[GEMEENTE], tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "de leerplichtambtenaar dreigt met een boete",
        "hij zit bij de voetbalclub maar durft er niet meer heen",
        "mijn zoon haat voetbal",
        "hoe herken ik een jonge mantelzorger",
        "zwemles kan ik echt niet betalen",
        "mijn dochter slaapt niet",
        "wat moet ik doen als hij niet luistert",
    ],
)
def test_wie_een_plek_alleen_noemt_zoekt_haar_niet(kennis: Kennisbank, tekst: str) -> None:
    assert not zoekt_plek(kennis.wegwijzers[GEMEENTE], tekst)


@pytest.mark.parametrize(
    ("tekst", "lijn"),
    [
        ("wat is het nummer van de politie zonder spoed", "politie"),
        ("kan je de kindertelefoon ook chatten", "kindertelefoon"),
        ("telefoonnr van 113", "113"),
        ("moet ik de politie bellen", None),
        ("is chatten met de kindertelefoon anoniem", None),
        ("wat is het nummer van de bakker", None),
    ],
)
def test_een_hulplijn_is_te_vinden_wie_haar_nummer_of_chat_vraagt(
    kennis: Kennisbank, tekst: str, lijn: str | None
) -> None:
    gevonden = gezochte_lijn(kennis.hulplijnen, tekst)
    assert (gevonden.id if gevonden else None) == lijn


@pytest.mark.parametrize(
    ("tekst", "bekend", "vraagt"),
    [
        ("wie van jullie hoort bij onze school", False, True),
        ("ik geef les op [school], wie is de contactpersoon", False, True),
        ("wie is de pedagoog bij [school] en op welke dagen", True, True),
        ("wanneer is er iemand", True, True),
        ("wie pest mijn kind op school", False, False),
        ("mijn zoon zit op [school]", True, False),
    ],
)
def test_wie_bij_de_eigen_school_hoort_is_een_vraag(tekst: str, bekend: bool, vraagt: bool) -> None:
    assert vraagt_contactpersoon(tekst, bekend=bekend) is vraagt


def test_wat_er_hier_is_is_een_vraag_een_verhaal_niet(kennis: Kennisbank) -> None:
    def vraagt(tekst: str) -> bool:
        return vraagt_de_weg(kennis.wegwijzers[GEMEENTE], kennis.hulplijnen, tekst, noemt_contact=False)

    assert vraagt("met wie kan ik daar in het dorp over praten")
    assert not vraagt(
        "is er dan echt niemand in de buurt die begrijpt hoe zwaar het is als je kind elke nacht zo huilt als het mijne"
    )
