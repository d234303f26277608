"""Recall against false alarms: what stricter and looser thresholds of the danger model would do to the same messages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.gate.danger import Gevaarlezer, Lezing

STAPPEN = tuple(round(-0.6 + 0.1 * stap, 1) for stap in range(13))


class Punt(NamedTuple):
    """One setting: how much higher the thresholds, which share of danger is seen, and what ordinary messages get."""

    stap: float
    gezien: float
    vals_alarm: float
    vraag: float


def kromme(gelezen: Sequence[tuple[bool, Lezing]], lezer: Gevaarlezer) -> list[Punt]:
    """A point for every setting; the messages were read once, only the decision is taken again."""
    return [_punt(stap, gelezen, lezer.strenger(stap)) for stap in STAPPEN]


def _punt(stap: float, gelezen: Sequence[tuple[bool, Lezing]], lezer: Gevaarlezer) -> Punt:
    gevaar: list[str | None] = []
    veilig: list[str | None] = []
    for moet, lezing in gelezen:
        signaal = lezer.beslis(lezing.regel, lezing.weging)
        (gevaar if moet else veilig).append(signaal.niveau if signaal else None)
    vals = sum(niveau not in (None, "twijfel") for niveau in veilig)
    return Punt(
        stap,
        sum(niveau is not None for niveau in gevaar) / len(gevaar),
        vals / len(veilig),
        veilig.count("twijfel") / len(veilig),
    )


def teken_kromme(punten: Sequence[Punt], bestand: Path) -> None:
    """A picture of the curve, with the setting in use marked."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figuur, as_ = plt.subplots(figsize=(6, 4.5))
    onterecht = [punt.vals_alarm + punt.vraag for punt in punten]
    gezien = [punt.gezien for punt in punten]
    as_.plot(onterecht, gezien, "o-", color="#4a7fb5", label="alarm of vraag")
    as_.plot([punt.vals_alarm for punt in punten], gezien, "s--", color="grey", label="alleen alarm")
    nu = next(punt for punt in punten if punt.stap == 0)
    plek = (nu.vals_alarm + nu.vraag, nu.gezien)
    as_.annotate("zo staat het nu", plek, textcoords="offset points", xytext=(8, -12), fontsize=8)
    as_.set(xlabel="onterecht, van wat geen gevaar is", ylabel="gevaar gezien")
    as_.legend(fontsize=8, loc="lower right")
    figuur.tight_layout()
    figuur.savefig(bestand, dpi=110)
    plt.close(figuur)
