"""The three parties of the comparison: stock Rasa, our brain with its store, and the whole beurt over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from actions.context import Gereedschap
from actions.texts import Teksten
from api.chat import store
from api.chat.service import start_gesprek
from api.clock import nu
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.migrate import migreer
from api.events import richt_in
from api.settings import ROOT, Settings
from assistant.brain.brain import Brein, Vraag
from assistant.brain.build import bouw_processor
from assistant.gate.danger import Gevaarlezer
from knowledge.current import KennisHouder
from tests.bench.scenario import METADATA, Zeg

STOCK_MODEL = ROOT / "gegevens/bench/stock.tar.gz"
STOCK, ACTIES, EIGEN = 5055, 5056, 5057
OMGEVING = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}


@contextmanager
def _proces(*opdracht: str, **omgeving: str) -> Iterator[subprocess.Popen[bytes]]:
    proces = subprocess.Popen(
        [sys.executable, "-m", *opdracht],
        cwd=ROOT,
        env=OMGEVING | omgeving,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield proces
    finally:
        proces.terminate()
        proces.wait(30)


def _wacht_op(url: str, seconden: float = 180) -> None:
    eind = time.monotonic() + seconden
    while time.monotonic() < eind:
        try:
            if httpx.get(url).status_code == 200:
                return
        except httpx.TransportError:
            pass
        threading.Event().wait(0.5)
    raise TimeoutError(url)


@contextmanager
def stock(tmp: Path) -> Iterator[object]:
    """`rasa run` with a DIET pipeline and an action server of its own."""
    if not STOCK_MODEL.exists():
        raise FileNotFoundError(f"train eerst: zie docs/meten.md ({STOCK_MODEL.name} ontbreekt)")
    (tmp / "endpoints.yml").write_text(f"action_endpoint:\n  url: http://127.0.0.1:{ACTIES}/webhook\n")
    (tmp / "credentials.yml").write_text("tests.bench.stock.channel.MetaRest:\n")
    acties = ("tests.bench.stock.server", str(ACTIES))
    rasa = ("rasa", "run", "--model", str(STOCK_MODEL), "--port", str(STOCK), "--endpoints", str(tmp / "endpoints.yml"),
            "--credentials", str(tmp / "credentials.yml"))  # fmt: skip
    with _proces(*acties), _proces(*rasa):
        _wacht_op(f"http://127.0.0.1:{ACTIES}/health")
        _wacht_op(f"http://127.0.0.1:{STOCK}/")
        client = httpx.Client(timeout=120, limits=httpx.Limits(max_connections=32))

        def zeg(gesprek: str) -> Zeg:
            def spreek(tekst: str, _: str) -> None:
                inhoud = {"sender": gesprek, "message": tekst, "metadata": METADATA}
                antwoord = client.post(f"http://127.0.0.1:{STOCK}/webhooks/metarest/webhook", json=inhoud)
                if antwoord.status_code != 200 or not antwoord.json():
                    raise RuntimeError(f"stock gaf geen antwoord op {tekst!r}")

            return spreek

        yield zeg


@contextmanager
def brein_met_opslag(tmp: Path) -> Iterator[object]:
    """Our brain and its store: state read, message handled, state and beurt encrypted and committed; no gate, no HTTP."""
    richt_in("error")
    gereedschap = Gereedschap(KennisHouder(), Teksten.laad())
    brein = Brein(lambda: bouw_processor(ROOT / "gegevens/model", gereedschap))
    brein.start()
    _ = gereedschap.kennis.nu.zoeker
    if not brein.wacht(120):
        raise TimeoutError("brein")
    url = f"sqlite:///{tmp / 'bench.sqlite3'}"
    database = Database(url)
    migreer(database)
    huis = Huis(Settings(data=tmp, database_url=url, rate_limit="off"), gereedschap, Gevaarlezer.open(None), brein, database,
                Sleutelbos.open(None, tmp), nu)  # fmt: skip

    def zeg(_: str) -> Zeg:
        gesprek = start_gesprek(huis, gemeente_id="kaag-en-braassem", rol=None, adres="bench")["id"]

        def spreek(tekst: str, plek: str) -> None:
            with huis.sloten.houd(gesprek):
                with database.lezen() as sessie:
                    stand = store.open_stand(sessie.get_one(store.Gesprek, gesprek), huis.bos)
                reactie = brein.beurt(Vraag(gesprek, tekst, stand.toestand, METADATA, {}))
                stand.toestand = reactie.toestand.naar_bytes()
                rij = store.NieuweBeurt(plek, "m", nu(), "beantwoord", "kennis", None, None, None, {"tekst": tekst},
                                        {"berichten": reactie.berichten})  # fmt: skip
                with database.schrijven() as sessie:
                    store.store_beurt(sessie, stand, rij)

        return spreek

    yield zeg
    brein.stop()
    database.sluit()


@contextmanager
def over_http(tmp: Path) -> Iterator[object]:
    """The whole beurt over HTTP: gate, language, redaction, brain, reply, storage."""
    server = ("uvicorn", "api.app:maak_app", "--factory", "--port", str(EIGEN), "--ws", "none", "--log-level", "error",
              "--no-access-log")  # fmt: skip
    omgeving = {"VOORDEUR_DATA": str(tmp), "VOORDEUR_RATE_LIMIT": "off", "VOORDEUR_LOG_NIVEAU": "error"}
    (tmp / "model").symlink_to(ROOT / "gegevens/model")
    with _proces(*server, **omgeving):
        _wacht_op(f"http://127.0.0.1:{EIGEN}/gezond/klaar")
        basis = f"http://127.0.0.1:{EIGEN}/api/v1/gesprekken"
        client = httpx.Client(timeout=60, limits=httpx.Limits(max_connections=32))

        def zeg(_: str) -> Zeg:
            gesprek = client.post(basis, json={"gemeente": "kaag-en-braassem"}).json()
            kop = {"Authorization": f"Bearer {gesprek['token']}"}

            def spreek(tekst: str, plek: str) -> None:
                antwoord = client.post(
                    f"{basis}/{gesprek['id']}/berichten",
                    content=json.dumps({"tekst": tekst}),
                    headers=kop | {"Idempotency-Key": plek},
                )
                if antwoord.status_code != 200 or not antwoord.json()["berichten"]:
                    raise RuntimeError(f"{antwoord.status_code} op {tekst!r}")

            return spreek

        yield zeg
