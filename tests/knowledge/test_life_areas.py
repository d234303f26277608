"""Which parts of life a story is about, and when more teams should look together."""

from __future__ import annotations

import pytest

from knowledge.life_areas import alle_leefgebieden, kernteam_reden, leefgebieden_in


@pytest.mark.parametrize(
    ("tekst", "gebieden"),
    [
        ("we kunnen de huur niet betalen en onze dochter gaat niet meer naar school", ["geld", "school of opleiding"]),
        ("mijn vrouw heeft een burn-out en onze oudste is heel boos",
         ["hoe het met een ouder gaat", "hoe het met het kind gaat"]),
        ("we moeten ons huis uit en er zijn deurwaarders", ["geld", "wonen"]),
        ("mijn man is zijn baan kwijt en we staan rood", ["geld", "werk of uitkering"]),
        ("we hebben geen schulden", []),
        ("mijn zoon is de hele dag boos", []),
        ("mijn dochter slaapt slecht", []),
        ("", []),
    ],
)  # fmt: skip
def test_een_gebied_telt_als_het_verhaal_erover_gaat(tekst: str, gebieden: list[str]) -> None:
    assert leefgebieden_in(tekst) == gebieden


@pytest.mark.parametrize(
    ("gebieden", "reden"),
    [
        ([], None),
        (["geld"], None),
        (["geld", "wonen"], "geld en wonen"),
        (["geld", "wonen", "school of opleiding"], "geld, wonen en school of opleiding"),
        (["hoe het met een ouder gaat", "hoe het met het kind gaat"],
         "hoe het met een ouder gaat en hoe het met het kind gaat"),
        (["scheiding of ruzie thuis", "hoe het met het kind gaat"], None),
        (["een eigen woord van het gezin", "geld"], None),
    ],
)  # fmt: skip
def test_het_kernteam_is_voor_twee_gebieden_of_voor_ouder_en_kind(gebieden: list[str], reden: str | None) -> None:
    assert kernteam_reden(gebieden) == reden


def test_elk_gebied_heeft_een_eigen_naam() -> None:
    namen = [gebied.naam for gebied in alle_leefgebieden()]
    assert len(set(namen)) == len(namen) > 5
