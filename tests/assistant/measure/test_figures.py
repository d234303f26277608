"""Figures with their uncertainty."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.measure.figures import deel, verwarring, wilson


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
