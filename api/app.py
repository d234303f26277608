"""The application: what it is built from, what it serves, how it starts and stops."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import structlog
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from actions.context import Gereedschap
from actions.texts import Teksten
from api import errors
from api.aanmelding.routes import router as aanmelding
from api.balie.routes import router as balie
from api.chat.routes import router as chat
from api.clock import Klok, nu
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database, DatabaseWeg
from api.database.migrate import migreer
from api.events import richt_in
from api.headers import Beveiligingskoppen
from api.health.routes import router as gezond
from api.kennis.routes import router as kennis
from api.memory import geef_terug, wees_zuinig
from api.pages.render import omgeving as paginateksten
from api.pages.routes import router as paginas
from api.retention import wis_verlopen
from api.settings import Settings
from assistant.brain.brain import Brein
from assistant.brain.build import bouw_processor
from assistant.gate.danger import Gevaarlezer
from knowledge.current import KennisHouder

log = structlog.get_logger()
OPNIEUW_S, OPRUIMEN_S, LADEN_S = 10, 3600, 120
STATIC = Path(__file__).parent / "static"


def bouw_huis(settings: Settings, *, klok: Klok = nu) -> Huis:
    """Everything that lives as long as the process; raises KennisFout or SleutelFout when something is wrong with it."""
    gereedschap = Gereedschap(KennisHouder(demo=not settings.live, index_map=settings.data / "index"), Teksten.laad())
    _ = gereedschap.kennis.nu, paginateksten()
    return Huis(
        settings=settings,
        gereedschap=gereedschap,
        gevaar=Gevaarlezer.open(settings.modellen),
        brein=Brein(lambda: bouw_processor(settings.modellen, gereedschap), termijn=settings.brein_termijn),
        database=Database(settings.database),
        bos=Sleutelbos.open(settings.master_key, settings.data),
        klok=klok,
    )


def maak_app(settings: Settings | None = None, *, huis: Huis | None = None) -> FastAPI:
    """The application, with Rasa loading in the background from the moment it starts."""
    wees_zuinig()
    settings = settings or (huis.settings if huis else Settings())
    richt_in(settings.log_niveau)
    huis = huis or bouw_huis(settings)
    app = FastAPI(
        title="Voordeur",
        version="1.0.0",
        description="De digitale voordeur van het Jeugd- en Gezinsteam.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_leven,
    )
    app.state.huis = huis
    for router in (chat, aanmelding, kennis, gezond, paginas, balie):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    errors.registreer(app)
    app.add_middleware(Beveiligingskoppen, inbedden=settings.inbedden)
    return app


@asynccontextmanager
async def _leven(app: FastAPI) -> AsyncIterator[None]:
    huis: Huis = app.state.huis
    huis.brein.start()
    einde = threading.Event()
    werk = threading.Thread(target=_houd_op_orde, args=(huis, einde), name="onderhoud", daemon=True)
    if not _migreer(huis):
        log.error("database_weg", bij="start")
    werk.start()
    log.info("start", live=huis.settings.live, artikelen=len(huis.gereedschap.kennis.nu.artikelen))
    yield
    einde.set()
    huis.brein.stop()
    werk.join(timeout=5)
    huis.database.sluit()
    log.info("stop")


def _migreer(huis: Huis) -> bool:
    try:
        migreer(huis.database)
    except DatabaseWeg:
        return False
    return True


def _houd_op_orde(huis: Huis, einde: threading.Event) -> None:
    """Build the search index, migrate as soon as there is a database, then every hour drop and wipe what is too old."""
    _ = huis.gereedschap.kennis.nu.zoeker
    if huis.brein.wacht(LADEN_S):
        geef_terug()
    while not _migreer(huis):
        if einde.wait(OPNIEUW_S):
            return
    while True:
        try:
            wis_verlopen(huis)
        except DatabaseWeg:
            log.error("database_weg", bij="bewaren")
        huis.gereedschap.kennis.nieuwe_dag(huis.klok().date())
        if einde.wait(OPRUIMEN_S):
            return
