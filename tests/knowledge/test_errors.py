"""Mistakes in words that an editor understands."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import KennisFout, Melding, plek, uitleg, veldnaam


def test_een_melding_zegt_bestand_regel_veld_en_wat_er_is() -> None:
    assert str(Melding("a.yml", 3, "naam", "dit veld ontbreekt")) == "a.yml, regel 3, naam: dit veld ontbreekt"
    assert str(Melding("a.yml", 3, "", "kapot")) == "a.yml, regel 3: kapot"


def test_een_fout_toont_al_haar_meldingen() -> None:
    fout = KennisFout([Melding("a", 1, "x", "een"), Melding("b", 2, "y", "twee")])
    assert str(fout) == "a, regel 1, x: een\nb, regel 2, y: twee"


@pytest.mark.parametrize(
    ("pad", "naam"),
    [(["bronnen", 1, "url"], "bronnen 2, url"), (["titel"], "titel"), ([], ""), ([0, "naam"], "0, naam")],
)
def test_een_pad_leest_als_een_veldnaam(pad: list[str | int], naam: str) -> None:
    assert veldnaam(pad) == naam


def test_een_onbekende_soort_fout_houdt_haar_eigen_uitleg() -> None:
    assert uitleg({"type": "iets_nieuws", "msg": "vreemd"}) == "deze waarde klopt niet (vreemd)"
    assert uitleg({"type": "value_error", "ctx": {"error": ValueError("'van' is hoger dan 'tot'")}, "msg": ""}) == (
        "'van' is hoger dan 'tot'"
    )


def test_een_bestand_heet_zoals_het_in_de_kennismap_staat(tmp_path: Path) -> None:
    assert plek(tmp_path / "artikelen/slapen/a.md", tmp_path) == "artikelen/slapen/a.md"
    assert plek(Path("/elders/b.yml"), tmp_path) == "b.yml"
