"""The process that is killed: the real application with its worker and upkeep, a brain that only repeats, a clock set ahead.

`python -m tests.bench.kill.server` keeps the content in memory and forks a new server for each line on stdin, in a tenth of a
second; `--vers` is one server in a process of its own, from nothing."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn

from actions.context import Gereedschap
from actions.texts import Teksten
from api.app import maak_app
from api.clock import nu
from api.content import Inhoud
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.levering import worker
from api.settings import ROOT, Settings
from assistant.gate.danger import Gevaarlezer
from assistant.ordinary import onderwerp_van
from tests.api.pages.brain import Naprater

LEVER_S = 0.1


class Licht(Naprater):
    """Ready at once."""

    def wacht(self, _: float) -> bool:
        return True


def lees() -> tuple[Gereedschap, Gevaarlezer]:
    """Content, search index and danger model, as every server needs them."""
    inhoud = Inhoud(index_map=ROOT / "gegevens/index")
    gevaar = Gevaarlezer.open(ROOT / "gegevens/model", onderwerp_van(inhoud))
    gevaar.beoordeel("hoi daar")
    _ = inhoud.nu.zoeker
    return Gereedschap(inhoud, Teksten.laad()), gevaar


def serveer(opdracht: dict[str, Any], gereedschap: Gereedschap, gevaar: Gevaarlezer) -> None:
    """Serve until killed; `opdracht` has the settings, the port and by how many seconds the clock is ahead."""
    settings = Settings(**opdracht["settings"])
    vooruit = timedelta(seconds=opdracht["vooruit"])

    def klok() -> datetime:
        return nu() + vooruit

    bos = Sleutelbos.open(None, settings.data)
    huis = Huis(settings, gereedschap, gevaar, Licht(), Database(settings.database), bos, klok)  # type: ignore[arg-type]
    worker.TIK_S = LEVER_S  # type: ignore[assignment]
    uvicorn.run(maak_app(huis=huis), port=opdracht["poort"], ws="none", log_level="error", access_log=False)


def _vork(opdracht: dict[str, Any], *geladen: Any) -> None:
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        with Path(opdracht["logboek"]).open("ab") as logboek:
            os.dup2(logboek.fileno(), 1)
            os.dup2(logboek.fileno(), 2)
        serveer(opdracht, *geladen)
        os._exit(0)
    _zeg(str(pid))


def _zeg(regel: str) -> None:
    sys.stdout.write(regel + "\n")
    sys.stdout.flush()


def main() -> None:
    """Fork a server for each line; with `--vers OPDRACHT` be one."""
    geladen = lees()
    if "--vers" in sys.argv:
        serveer(json.loads(sys.argv[-1]), *geladen)
        return
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who is killed leaves no zombie
    gc.freeze()
    _zeg("klaar")
    for regel in sys.stdin:
        _vork(json.loads(regel), *geladen)


if __name__ == "__main__":
    main()
