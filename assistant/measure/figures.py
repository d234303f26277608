"""Figures with their uncertainty, and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


def wilson(goed: int, totaal: int, *, z: float = 1.96) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); (0, 1) for nothing measured."""
    if totaal == 0:
        return 0.0, 1.0
    p = goed / totaal
    midden = p + z * z / (2 * totaal)
    breedte = z * ((p * (1 - p) + z * z / (4 * totaal)) / totaal) ** 0.5
    deler = 1 + z * z / totaal
    return max(0.0, (midden - breedte) / deler), min(1.0, (midden + breedte) / deler)


class Cijfer(NamedTuple):
    """A share as counts: what it is, how many were so, out of how many."""

    naam: str
    goed: int
    totaal: int


def deel(naam: str, goed: int, totaal: int) -> str:
    """A line of a table: the share, its interval and the counts."""
    laag, hoog = wilson(goed, totaal)
    aandeel = goed / totaal if totaal else 0.0
    return f"{naam:<34} {aandeel:7.1%}   ({laag:.1%} - {hoog:.1%})   {goed} van {totaal}"


def bakken(paren: Sequence[tuple[float, bool]], *, aantal: int = 10) -> list[tuple[float, float, int]]:
    """Confidence against outcome, in bins of equal width: mean confidence, share right and count; empty bins are left out."""
    verdeeld: list[list[tuple[float, bool]]] = [[] for _ in range(aantal)]
    for zekerheid, goed in paren:
        verdeeld[min(int(max(zekerheid, 0.0) * aantal), aantal - 1)].append((zekerheid, goed))
    return [
        (sum(zekerheid for zekerheid, _ in bak) / len(bak), sum(goed for _, goed in bak) / len(bak), len(bak))
        for bak in verdeeld
        if bak
    ]


def ijkfout(paren: Sequence[tuple[float, bool]], *, aantal: int = 10) -> float:
    """The expected calibration error (Naeini 2015): how far confidence and share right lie apart, weighed by count."""
    return sum(n * abs(zekerheid - goed) for zekerheid, goed, n in bakken(paren, aantal=aantal)) / max(len(paren), 1)


def betrouwbaarheid(paren: Sequence[tuple[float, bool]], bestand: Path) -> None:
    """A picture of confidence against share right, with the count and the 95 % interval of every bin."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figuur, as_ = plt.subplots(figsize=(5.5, 5.5))
    as_.plot([0, 1], [0, 1], color="grey", linewidth=1, linestyle="--", label="precies geijkt")
    for zekerheid, goed, n in bakken(paren):
        laag, hoog = wilson(round(goed * n), n)
        as_.vlines(zekerheid, laag, hoog, color="#4a7fb5", linewidth=1.5)
        as_.plot(zekerheid, goed, "o", color="#4a7fb5")
        as_.annotate(f"n={n}", (zekerheid, goed), textcoords="offset points", xytext=(7, -3), fontsize=8)
    as_.set(xlim=(0, 1.12), ylim=(0, 1.02), xlabel="zekerheid van de zoeker", ylabel="deel dat goed is")
    as_.set_title(f"{len(paren)} vragen, ijkfout {ijkfout(paren):.3f}", fontsize=10)
    as_.legend(loc="upper left", fontsize=8)
    figuur.tight_layout()
    figuur.savefig(bestand, dpi=110)
    plt.close(figuur)
