"""Run the comparison and draw it: `.venv/bin/python -m tests.bench.run [--uit docs/beeld]`. Takes some five minutes."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.parties import brein_met_opslag, over_http, stock
from tests.bench.scenario import LENGTES, Uitslag, draai

PARTIJEN = {"stock Rasa": stock, "brein met opslag": brein_met_opslag, "hele beurt over HTTP": over_http}
BEURTEN = {("stock Rasa", 1): 120, ("stock Rasa", 16): 320}


def meet() -> dict[str, dict[str, Uitslag]]:
    """Every party with 1 and 16 clients and conversations of every length, one party after another."""
    uitslagen: dict[str, dict[str, Uitslag]] = {}
    for naam, partij in PARTIJEN.items():
        with tempfile.TemporaryDirectory() as tmp, partij(Path(tmp)) as zeg:
            draai(zeg, clients=4, lengte=10, gesprekken=4, naam="opwarmen")  # type: ignore[arg-type]
            uitslagen[naam] = {}
            for clients in (1, 16):
                for lengte in LENGTES:
                    aantal = max(clients, BEURTEN.get((naam, clients), 640) // lengte)
                    uitslag = draai(zeg, clients=clients, lengte=lengte, gesprekken=aantal, naam="meten")  # type: ignore[arg-type]
                    uitslagen[naam][f"{clients} x {lengte}"] = uitslag
                    sys.stdout.write(f"{naam:<22} {clients:>2} clients, {lengte:>2} beurten: {uitslag.regel()}\n")
                    sys.stdout.flush()
    return uitslagen


def verhoudingen(uitslagen: dict[str, dict[str, Uitslag]]) -> list[str]:
    """How many times the throughput of stock, and which part of its p95."""
    regels = []
    for naam in list(PARTIJEN)[1:]:
        for geval, uitslag in uitslagen[naam].items():
            tegen = uitslagen["stock Rasa"][geval]
            keer = uitslag.per_seconde / tegen.per_seconde
            deel = tegen.percentiel(0.95) / uitslag.percentiel(0.95)
            regels.append(f"{naam:<22} {geval:<8} {keer:5.1f} x doorvoer, p95 {deel:5.1f} x korter")
    return regels


def teken(uitslagen: dict[str, dict[str, Uitslag]], bestand: Path) -> None:
    """Cost against the length of the conversation, one client, median per place."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figuur, as_ = plt.subplots(figsize=(8, 4.5))
    for naam, gevallen in uitslagen.items():
        per_plek: dict[int, list[float]] = {}
        for plek, ms in gevallen["1 x 40"].ms:
            per_plek.setdefault(plek, []).append(ms)
        plekken = sorted(per_plek)
        as_.plot([p + 1 for p in plekken], [sorted(per_plek[p])[len(per_plek[p]) // 2] for p in plekken], label=naam)
    as_.set(xlabel="beurt in het gesprek", ylabel="milliseconden (mediaan, 1 client)", yscale="log")
    as_.grid(alpha=0.3)
    as_.legend()
    figuur.tight_layout()
    figuur.savefig(bestand, dpi=120)


def main(uit: Path) -> None:
    """Measure, print, draw."""
    uitslagen = meet()
    for regel in verhoudingen(uitslagen):
        sys.stdout.write(regel + "\n")
    uit.mkdir(parents=True, exist_ok=True)
    teken(uitslagen, uit / "kosten-per-beurt.png")
    data: dict[str, Any] = {n: {g: u.regel() for g, u in gevallen.items()} for n, gevallen in uitslagen.items()}
    (uit / "bench.json").write_text(json.dumps(data, indent=2) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[sys.argv.index("--uit") + 1]) if "--uit" in sys.argv else Path("docs/beeld"))
