"""What the clients say: conversations of 5, 20 and 40 beurten in which every beurt calls an action, forms included."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from time import perf_counter

KERN = (
    "mijn zoontje wil niet slapen",
    "hij is bijna 3",
    "dit helpt niet",
    "ja graag",
    "leimuiden",
    "is er iets te doen voor kinderen in de buurt",
    "hoe lang is de wachttijd",
    "mijn dochter wordt gepest op school",
    "wat kost jullie hulp",
    "dank je wel",
)
LENGTES = (5, 20, 40)
METADATA = {"gemeente": "kaag-en-braassem", "nu": "2026-11-20T21:30:00+01:00", "kiem": "bench", "kernen": {}}
Zeg = Callable[[str, str], None]


def zinnen(lengte: int) -> list[str]:
    """The sentences of one conversation."""
    return [KERN[i % len(KERN)] for i in range(lengte)]


@dataclass
class Uitslag:
    """How long each beurt took, in milliseconds, by its place in the conversation, and the whole run in seconds."""

    ms: list[tuple[int, float]] = field(default_factory=list)
    duur: float = 0.0

    @property
    def per_seconde(self) -> float:
        return len(self.ms) / self.duur

    def percentiel(self, p: float) -> float:
        waarden = sorted(tijd for _, tijd in self.ms)
        return waarden[min(len(waarden) - 1, int(p * len(waarden)))]

    def regel(self) -> dict[str, float]:
        return {
            "beurten": len(self.ms),
            "per_s": round(self.per_seconde, 1),
            "p50_ms": round(self.percentiel(0.5), 1),
            "p95_ms": round(self.percentiel(0.95), 1),
        }


def draai(zeg: Callable[[str], Zeg], *, clients: int, lengte: int, gesprekken: int, naam: str) -> Uitslag:
    """Let this many clients hold conversations at once; `zeg(gesprek)` gives the way to speak in that conversation."""
    uitslag = Uitslag()

    def een(nummer: int) -> None:
        spreek = zeg(f"{naam}-{clients}-{lengte}-{nummer}")
        for plek, zin in enumerate(zinnen(lengte)):
            begin = perf_counter()
            spreek(zin, f"{plek}")
            uitslag.ms.append((plek, (perf_counter() - begin) * 1000))

    begin = perf_counter()
    with ThreadPoolExecutor(clients) as draden:
        list(draden.map(een, range(gesprekken)))
    uitslag.duur = perf_counter() - begin
    return uitslag
