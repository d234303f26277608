"""Figures with their uncertainty."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.measure.confusion import verwarring
from assistant.measure.figures import bakken, betrouwbaarheid, deel, ijkfout, wilson


@pytest.mark.parametrize(
    ("goed", "totaal", "laag", "hoog"),
    [
        (0, 0, 0.0, 1.0),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),
        (1, 29, 0.0061, 0.1718),
        (950, 1000, 0.93469, 0.96187),
    ],
)
def test_het_interval_klopt_met_wat_bekend_is(goed: int, totaal: int, laag: float, hoog: float) -> None:
    """Values from Newcombe 1998 (81 of 263, 1 of 29) and from the formula worked out by hand."""
    assert wilson(goed, totaal) == pytest.approx((laag, hoog), abs=5e-5)


def test_het_interval_ligt_binnen_nul_en_een_en_om_het_aandeel_heen() -> None:
    for totaal in (1, 3, 40, 1000):
        for goed in range(0, totaal + 1, max(1, totaal // 7)):
            laag, hoog = wilson(goed, totaal)
            assert 0 <= laag <= goed / totaal <= hoog <= 1


def test_een_regel_noemt_aandeel_interval_en_aantallen() -> None:
    assert deel("goed", 5, 10).split() == ["goed", "50.0%", "(23.7%", "-", "76.3%)", "5", "van", "10"]
    assert "0 van 0" in deel("niets gemeten", 0, 0)


@pytest.mark.parametrize(
    "paren", [[("slapen", "eten"), ("slapen", "slapen"), ("eten", "slapen")], [("a", "a"), ("b", "b")], [("a", "")]]
)
def test_een_plaatje_wordt_getekend_ook_als_alles_goed_is(tmp_path: Path, paren: list[tuple[str, str]]) -> None:
    verwarring(paren, tmp_path / "plaat.png")
    assert (tmp_path / "plaat.png").read_bytes().startswith(b"\x89PNG")


def test_bakken_nemen_samen_wat_even_zeker_was() -> None:
    paren = [(0.05, False), (0.95, True), (1.0, True), (0.92, False)]
    assert bakken(paren) == [(0.05, 0.0, 1), (pytest.approx(0.9567, abs=1e-4), pytest.approx(2 / 3), 3)]


@pytest.mark.parametrize(
    ("paren", "fout"),
    [
        ([], 0.0),
        ([(1.0, True)] * 5, 0.0),
        ([(1.0, False)] * 5, 1.0),
        ([(0.75, True)] * 3 + [(0.75, False)], 0.0),
        ([(0.8, True), (0.8, False), (0.2, False), (0.2, False)], 0.25),
    ],
)
def test_de_ijkfout_is_hoe_ver_zekerheid_en_gelijk_uit_elkaar_liggen(
    paren: list[tuple[float, bool]], fout: float
) -> None:
    assert ijkfout(paren) == pytest.approx(fout)


def test_het_plaatje_van_de_ijking_wordt_getekend(tmp_path: Path) -> None:
    betrouwbaarheid([(0.9, True), (0.1, False)], tmp_path / "ijking.png")
    assert (tmp_path / "ijking.png").read_bytes().startswith(b"\x89PNG")
