"""Who did not say who they are gets the article written for them, judged by their words."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from knowledge.base import Kennisbank
from knowledge.models import Artikel, Rol
from knowledge.readers import ROLLEN, Lezers
from knowledge.searching import Zoeker
from tests.knowledge.test_searching import ETEN, PESTEN, SLAPEN, _artikel

ZELFDE = ("hoe gaat dat met blowen", "stoppen met blowen", "blowen en slapen")


def _drie_lezers() -> list[Artikel]:
    return [
        _artikel("drugs/ouder", *ZELFDE, "mijn zoon blowt op zijn kamer", "wij vonden wiet bij onze dochter"),
        _artikel("drugs/jongere", *ZELFDE, "ik blow elke dag", "mn ouders weten niet dat ik blow", lezers=("jongere",)),
        _artikel("drugs/school", *ZELFDE, "een leerling blowt", "hoe praat ik in de klas", lezers=("professional",)),
        SLAPEN,
        PESTEN,
        ETEN,
    ]


@pytest.mark.parametrize(
    ("vraag", "adres"),
    [
        ("mijn dochter is aan het blowen, wat zegt een vader dan", "drugs/ouder"),
        ("ik blow soms en mn ouders zeuren door", "drugs/jongere"),
        ("in mijn klas zit een leerling te blowen", "drugs/school"),
    ],
)
def test_zonder_rol_beslissen_de_woorden(vraag: str, adres: str) -> None:
    assert Zoeker(_drie_lezers()).zoek(vraag)[0].artikel.id == adres


@pytest.mark.parametrize("rol", get_args(Rol))
def test_een_bekende_lezer_gaat_voor_de_woorden(rol: Rol) -> None:
    artikelen = _drie_lezers()
    lezers = Zoeker(artikelen)._lezers
    rij = Zoeker(artikelen)._kenmerken.van(["mijn zoon blowt"])
    assert list(lezers.past(rij, rol)) == [float(rol in artikel.doelgroep) for artikel in artikelen]


def test_wie_geen_artikelen_heeft_wordt_niet_geleerd_en_alles_past_zonder_iets_om_van_te_leren() -> None:
    rij = Zoeker(_drie_lezers())._kenmerken.van(["zomaar iets"])
    leeg = Lezers.leer([SLAPEN, PESTEN], rij[:0], [])
    assert list(leeg.past(rij, None)) == [1.0, 1.0]
    assert np.isneginf(Zoeker(_drie_lezers())._lezers.bias[ROLLEN.index("ander")])


@pytest.mark.parametrize(
    ("vraag", "lezer"),
    [
        ("Mijn man en ik gaan scheiden, hoe brengen we het de kinderen?", "ouder"),
        ("m'n ouders stoppen ermee en ik weet niet bij wie ik wil wonen", "jongere"),
        ("ons meisje wordt volgend jaar achttien, wat moeten wij regelen", "ouder"),
        ("ik word over 2 maanden 18 en mn begeleider gaat weg", "jongere"),
        ("een leerling van mij zorgt thuis voor haar zieke moeder", "professional"),
        ("hoe help ik een puber die steeds somberder wordt", "ouder"),
        ("onze jongen eet niks meer en telt calorieën", "ouder"),
        ("ik tel calorieën en durf niet te eten", "jongere"),
        ("hij gamet tot diep in de nacht", "ouder"),
        ("ik wil stoppen met gamen maar het lukt me niet", "jongere"),
    ],
)
def test_de_echte_inhoud_kiest_de_lezer(kennis: Kennisbank, vraag: str, lezer: Rol) -> None:
    assert lezer in kennis.zoek(vraag)[0].artikel.doelgroep


@pytest.mark.parametrize(
    "vraag", ["ik wil met ons dochtertje naar het CADT", "kan het expertteam mee naar mijn zoon kijken"]
)
def test_wat_alleen_voor_professionals_is_komt_niet_bij_wie_een_ouder_is(kennis: Kennisbank, vraag: str) -> None:
    assert "ouder" in kennis.zoek(vraag, rol="ouder")[0].artikel.doelgroep


def test_hetzelfde_vraagt_een_professional_wel(kennis: Kennisbank) -> None:
    vraag = "hoe vraag ik consultatie bij het CADT aan voor een kind uit mijn groep"
    assert kennis.zoek(vraag, rol="professional")[0].artikel.onderwerp == "consultatie"
