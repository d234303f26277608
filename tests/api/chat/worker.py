"""A process of its own that serves beurten on a database, for tests with several processes: JSON lines in, JSON lines out."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from actions.context import Gereedschap
from actions.texts import Teksten
from api.chat.intake import Verzoek
from api.chat.service import beantwoord
from api.clock import nu
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.events import richt_in
from api.problem import Probleem
from api.settings import ROOT, Settings
from assistant.brain.brain import Brein
from assistant.brain.build import bouw_processor
from assistant.gate.danger import Gevaarlezer
from knowledge.current import KennisHouder


def main(url: str, data: Path, modellen: Path | None) -> None:
    """Serve; without a model Rasa stays away and fallback answers, which starts in a second."""
    richt_in("error")
    gereedschap = Gereedschap(KennisHouder(index_map=ROOT / "gegevens/index"), Teksten.laad())
    brein = Brein(lambda: bouw_processor(Path(modellen or ""), gereedschap))
    if modellen is not None:
        brein.start()
    settings = Settings(data=data, database_url=url, rate_limit="off")
    huis = Huis(
        settings,
        gereedschap,
        Gevaarlezer.open(ROOT / "gegevens/model"),
        brein,
        Database(url),
        Sleutelbos.open(None, data),
        nu,
    )
    assert modellen is None or brein.wacht(90)
    sys.stdout.write("klaar\n")
    sys.stdout.flush()

    def een(regel: str) -> None:
        opdracht = json.loads(regel)
        inhoud = json.dumps({"tekst": opdracht["tekst"]}).encode()
        try:
            beantwoord(huis, Verzoek(opdracht["gesprek"], opdracht["token"], inhoud, opdracht["sleutel"]))
            uitkomst = 200
        except Probleem as probleem:
            uitkomst = probleem.status
        sys.stdout.write(json.dumps({"sleutel": opdracht["sleutel"], "status": uitkomst}) + "\n")
        sys.stdout.flush()

    with ThreadPoolExecutor(4) as draden:
        for regel in sys.stdin:
            draden.submit(een, regel)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
