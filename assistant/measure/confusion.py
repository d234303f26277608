"""The picture of expected against given: right in blue, wrong in red, with the counts in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

GOED, FOUT = (0.29, 0.50, 0.71), (0.80, 0.22, 0.12)
LEESBAAR_OP = 0.55  # from this strength on the count is written in white


def verwarring(paren: Sequence[tuple[str, str]], bestand: Path, *, hooguit: int = 40) -> None:
    """Draw what goes wrong most; every row is one expected answer, and the colour says which share of it went where."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    namen, veld, totaal = _veld(paren, hooguit)
    maat = max(4.5, len(namen) * 0.3 + 1.5)
    figuur, as_ = plt.subplots(figsize=(maat, maat))
    kleur = [[_kleur(rij == kolom, _aandeel(veld, totaal, rij, kolom)) for kolom in namen] for rij in namen]
    as_.imshow(kleur)
    for y, rij in enumerate(namen):
        for x, kolom in enumerate(namen):
            if veld[rij, kolom]:
                inkt = "white" if _aandeel(veld, totaal, rij, kolom) > LEESBAAR_OP else "black"
                as_.text(x, y, str(veld[rij, kolom]), ha="center", va="center", fontsize=7, color=inkt)
    _assen(as_, namen, totaal)
    goed = sum(verwacht == gegeven for verwacht, gegeven in paren)
    as_.set_title(f"{goed} van {len(paren)} goed (blauw); wat verward werd is rood", fontsize=10)
    figuur.tight_layout()
    figuur.savefig(bestand, dpi=100)
    plt.close(figuur)


def _veld(paren: Sequence[tuple[str, str]], hooguit: int) -> tuple[list[str], Counter[tuple[str, str]], Counter[str]]:
    """The names to draw, the count of every pair, and how often each was expected."""
    fout = Counter(naam for verwacht, gegeven in paren if verwacht != gegeven for naam in (verwacht, gegeven))
    namen = sorted(naam for naam, _ in fout.most_common(hooguit)) or sorted({v for v, _ in paren})[:hooguit]
    return namen, Counter(paren), Counter(verwacht for verwacht, _ in paren)


def _aandeel(veld: Counter[tuple[str, str]], totaal: Counter[str], rij: str, kolom: str) -> float:
    return veld[rij, kolom] / max(totaal[rij], 1)


def _kleur(goed: bool, aandeel: float) -> tuple[float, ...]:
    """White for nothing; a mistake is seen from the first one on."""
    sterkte = aandeel if goed or not aandeel else min(1.0, 0.2 + 2 * aandeel)
    return tuple(1 - sterkte * (1 - deel) for deel in (GOED if goed else FOUT))


def _assen(as_: Any, namen: Sequence[str], totaal: Counter[str]) -> None:
    as_.set_xticks(range(len(namen)), namen, rotation=90, fontsize=8)
    as_.set_yticks(range(len(namen)), [f"{naam} ({totaal[naam]})" for naam in namen], fontsize=8)
    as_.set_xticks([plek - 0.5 for plek in range(len(namen))], minor=True)
    as_.set_yticks([plek - 0.5 for plek in range(len(namen))], minor=True)
    as_.grid(which="minor", color="0.9", linewidth=0.5)
    as_.tick_params(which="minor", length=0)
    as_.set_xlabel("gegeven")
    as_.set_ylabel("verwacht (aantal)")
