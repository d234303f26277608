"""The rounds: load, kill at a moment that the seed decides, start again; and the proof at the end."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import httpx

from api.crypto import Sleutelbos
from api.database.engine import Database
from tests.api.levering.fake_openklant import OpenKlant
from tests.api.levering.server import draai as ontvang
from tests.bench.kill.load import Klant, Verslag
from tests.bench.kill.machine import Kweker, Server
from tests.bench.kill.proof import gebreken, onderweg

KLANTEN = 6
TERMIJN_S = 660  # after this long a delivery of a dead process is taken over, and the next process's clock is past it
GEDULD_S = 30


@dataclass
class Uitslag:
    """What happened; `gebreken` is empty when all is well."""

    rondes: int
    bij_start: int
    """How many more were killed while they were starting."""
    beurten: int
    aanmeldingen: int
    afgebroken: int
    """Requests that got no answer."""
    opnieuw: int
    """Acknowledged only at a later attempt."""
    seconden: float
    gebreken: list[str] = field(default_factory=list)

    def regel(self) -> str:
        return (
            f"{self.rondes} keer gedood onder last en {self.bij_start} keer bij het starten, in {self.seconden:.0f} s: "
            f"{self.beurten} beurten en {self.aanmeldingen} aanmeldingen bevestigd, {self.afgebroken} verzoeken zonder antwoord, "
            f"{self.opnieuw} pas bij een volgende poging bevestigd, {len(self.gebreken)} gebreken"
        )


@dataclass
class Beproeving:
    """One run; afterwards `verslag`, `database` and `openklant` can be looked at."""

    kweker: Kweker
    url: str
    data: Path
    kiem: int = 20261122
    zeg: Callable[[str], None] = lambda _: None
    verslag: Verslag = field(default_factory=Verslag)
    openklant: OpenKlant = field(default_factory=OpenKlant)

    def __post_init__(self) -> None:
        self.kans = random.Random(self.kiem)
        self.bij_start = 0

    def draai(self, rondes: int) -> Uitslag:
        """Kill so many times, then let everybody finish, then look."""
        begin = monotonic()
        with ontvang(self.openklant):
            server = Server(self.kweker, self._settings(), self.data / "server.log")
            server.start()
            try:
                server.wacht_tot_klaar()
                self._onder_last(server, rondes)
                fouten = self.controleer(server)
            finally:
                server.dood()
        daden = self.verslag.daden
        return Uitslag(
            rondes=rondes,
            bij_start=self.bij_start,
            beurten=len(self.verslag.bevestigd("beurt")),
            aanmeldingen=len(self.verslag.bevestigd("aanmelding")),
            afgebroken=self.verslag.afgebroken,
            opnieuw=sum(daad.pogingen > 1 for daad in daden),
            seconden=monotonic() - begin,
            gebreken=fouten,
        )

    def _settings(self) -> dict[str, object]:
        """A conversation outlives the clock that runs ahead, and nobody is too fast."""
        return {
            "data": str(self.data), "database_url": self.url, "rate_limit": "off", "gesprek_minuten": 100_000,
            "log_niveau": "warning", "openklant_url": self.openklant.adres, "openklant_token": "geheim-token",
        }  # fmt: skip

    def _onder_last(self, server: Server, rondes: int) -> None:
        einde = threading.Event()
        http = [httpx.Client(base_url=server.adres, timeout=40) for _ in range(KLANTEN)]
        klanten = [Klant(h, server.op, self.verslag, self.kiem * 1000 + n) for n, h in enumerate(http)]
        draden = [threading.Thread(target=klant.draai, args=(einde,)) for klant in klanten]
        for draad in draden:
            draad.start()
        try:
            for ronde in range(rondes):
                self._ronde(server, ronde)
        finally:
            einde.set()
            for draad in draden:
                draad.join(GEDULD_S * 4)
        for klant in klanten:
            for daad in klant.eigen:
                klant.herhaal(daad)
            klant.http.close()

    def _ronde(self, server: Server, ronde: int) -> None:
        al = len(self.verslag.bevestigd())
        self.verslag.wacht_op(al + self.kans.randint(8, 60), GEDULD_S)
        threading.Event().wait(self.kans.uniform(0, 0.05))
        server.dood()
        server.vooruit += TERMIJN_S
        server.start()
        if self.kans.random() < 0.25:
            self.bij_start += 1
            threading.Event().wait(self.kans.uniform(0, 4 if self.kweker.vers else 0.4))
            server.dood()
            server.start()
        server.wacht_tot_klaar()
        bevestigd = len(self.verslag.bevestigd())
        self.zeg(f"ronde {ronde + 1}: {bevestigd} bevestigd, {self.verslag.afgebroken} zonder antwoord")

    def controleer(self, server: Server) -> list[str]:
        """When the outbox is empty, or does not get empty: what is wrong."""
        database = Database(self.url)
        server.dood()
        server.vooruit += TERMIJN_S
        server.start()
        server.wacht_tot_klaar()
        eind = monotonic() + GEDULD_S * 2
        while onderweg(database) and monotonic() < eind:
            threading.Event().wait(0.1)
        fouten = gebreken(self.verslag, database, Sleutelbos.open(None, self.data), self.openklant, server.adres)
        database.sluit()
        return fouten
