"""What was told in passing: own sentences once, what was tried, when someone can be reached."""

from __future__ import annotations

import pytest

from actions.reach import momenten_in
from actions.told import geprobeerd, verteld
from tests.actions.hulp import situatie


@pytest.mark.parametrize(
    ("tekst", "deel"),
    [
        ("We hebben alles al geprobeerd. Hij is 3.", "We hebben alles al geprobeerd."),
        ("straf werkt niet, huisarrest ook niet", "straf werkt niet, huisarrest ook niet"),
        ("thuis proberen we het met een weekschema", "thuis proberen we het met een weekschema"),
        ("ik heb al drie keer gemaild", "ik heb al drie keer gemaild"),
        ("een vast ritueel, het maakt geen verschil", "een vast ritueel, het maakt geen verschil"),
        ("we doen van alles, een schema, vaste tijden", "we doen van alles, een schema, vaste tijden"),
        (
            "hij heeft eerder bij een coach geweest, dat hielp niet",
            "hij heeft eerder bij een coach geweest, dat hielp niet",
        ),
    ],
)
def test_wat_iemand_al_probeerde_staat_in_eigen_woorden(tekst: str, deel: str) -> None:
    assert geprobeerd(situatie(tekst)) == {"al_geprobeerd": deel}


@pytest.mark.parametrize("tekst", ["", "hij slaapt niet", "hij is al drie", "wat kan ik proberen"])
def test_wie_niets_probeerde_krijgt_niets_toegeschreven(tekst: str) -> None:
    assert geprobeerd(situatie(tekst)) == {}


def test_een_tweede_poging_komt_erbij_en_dezelfde_niet_nog_eens() -> None:
    eerste = "ik heb al gebeld"
    assert geprobeerd(situatie(eerste, al_geprobeerd=eerste)) == {}
    assert geprobeerd(situatie("en al gemaild", al_geprobeerd=eerste)) == {
        "al_geprobeerd": "ik heb al gebeld\nen al gemaild"
    }


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("overdag", ["ochtend", "middag"]),
        ("'s avonds na het eten", ["avond"]),
        ("liefst maandagmiddag", ["middag"]),
        ("in de ochtend of avond", ["ochtend", "avond"]),
        ("maakt niet uit", []),
    ],
)
def test_een_moment_wordt_een_dagdeel_van_de_aanmelding(tekst: str, delen: list[str]) -> None:
    assert momenten_in(tekst) == delen


def test_verteld_is_verhaal_en_wat_geprobeerd_is() -> None:
    slots = verteld(situatie("ik heb al gebeld", verhaal=["hij slaapt niet"]))
    assert slots == {"verhaal": ["hij slaapt niet", "ik heb al gebeld"], "al_geprobeerd": "ik heb al gebeld"}
