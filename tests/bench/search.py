"""What searching costs as the kennisbank grows: `python -m tests.bench.search`; numbers on screen, a plot in docs/beeld."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.base import Kennisbank
from knowledge.models import Artikel
from knowledge.searching import Zoeker

MATEN = (250, 500, 1000, 2500, 5000)
PLOT = Path(__file__).parents[2] / "docs/beeld/zoektijd.png"
VRAGEN = 300


def verzonnen(kennis: Kennisbank, aantal: int) -> list[Artikel]:
    """So many articles: the real ones first, then ones whose lines are made of the words of two others."""
    toeval, echt = random.Random(7), list(kennis.geldig)
    return (echt + [_gemengd(echt, nummer, toeval) for nummer in range(len(echt), aantal)])[:aantal]


def _gemengd(echt: Sequence[Artikel], nummer: int, toeval: random.Random) -> Artikel:
    een, ander = toeval.sample(echt, 2)
    vragen = tuple(
        " ".join(toeval.sample(f"{a} {b}".split(), len(a.split())))
        for a, b in zip(een.vragen[:14], ander.vragen[:14], strict=True)
    )
    return een.model_copy(
        update={"id": f"{een.onderwerp}/verzonnen-{nummer}", "titel": f"{een.titel} {nummer}", "vragen": vragen}
    )


def meet(kennis: Kennisbank, aantal: int) -> tuple[float, Sequence[float]]:
    """CPU seconds to build the index, and milliseconds for each of a few hundred questions."""
    artikelen = verzonnen(kennis, aantal)
    begin = time.process_time()
    zoeker = Zoeker(artikelen, kennis.voorbeeldvragen)
    gebouwd = time.process_time() - begin
    vragen = [vraag for lijst in kennis.voorbeeldvragen.values() for vraag in lijst[:4]][:VRAGEN]
    zoeker.zoek(vragen[0])
    tijden = []
    for vraag in vragen:
        begin = time.perf_counter()
        zoeker.zoek(vraag, rol="ouder", leeftijd=6)
        tijden.append((time.perf_counter() - begin) * 1000)
    return gebouwd, tijden


def main() -> None:
    """Measure every size and draw."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    kennis = Kennisbank.laad()
    uitslag = {}
    for aantal in MATEN:
        bouw, tijden = meet(kennis, aantal)
        uitslag[aantal] = (bouw, *np.percentile(tijden, [50, 95]))
        print("{} artikelen: index {:.1f} s, vraag p50 {:.1f} ms, p95 {:.1f} ms".format(aantal, *uitslag[aantal]))  # noqa: T201
    figuur, (links, rechts) = plt.subplots(1, 2, figsize=(9, 3.6))
    links.plot(MATEN, [uitslag[n][1] for n in MATEN], "o-", label="p50")
    links.plot(MATEN, [uitslag[n][2] for n in MATEN], "s-", label="p95")
    links.set(xlabel="artikelen", ylabel="ms per vraag", ylim=0)
    links.legend()
    rechts.plot(MATEN, [uitslag[n][0] for n in MATEN], "o-")
    rechts.set(xlabel="artikelen", ylabel="seconden voor de index", ylim=0)
    figuur.tight_layout()
    figuur.savefig(PLOT, dpi=110)


if __name__ == "__main__":
    main()
