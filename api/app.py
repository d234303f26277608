"""The application: what it is built from, what it serves, how it starts and stops."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog
from fastapi import FastAPI
from sqlalchemy.exc import SQLAlchemyError

from actions.context import Gereedschap
from actions.texts import Teksten
from api import errors
from api.aanmelding.routes import router as aanmelding
from api.assets import bestanden
from api.balie.routes import router as balie
from api.chat.routes import router as chat
from api.clock import Klok, nu
from api.consult.routes import router as consult
from api.content import Inhoud
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database, DatabaseWeg
from api.database.migrate import migreer
from api.events import richt_in
from api.headers import Beveiligingskoppen
from api.health.routes import router as gezond
from api.heard import Meelezer
from api.kennis.routes import router as kennis
from api.levering.worker import draai
from api.memory import geef_terug, wees_zuinig
from api.pages.errors import registreer as registreer_foutpaginas
from api.pages.render import omgeving as paginateksten
from api.pages.routes import router as paginas
from api.problem import PROBLEMEN
from api.settings import Settings
from api.upkeep import doe_wat_moet
from api.veiligheid.routes import router as veiligheid
from assistant.brain.brain import Brein
from assistant.brain.build import bouw_processor
from assistant.gate.danger import Gevaarlezer
from assistant.gate.replies import antwoordboek
from assistant.ordinary import onderwerp_van
from knowledge.errors import KennisFout

log = structlog.get_logger()
OPNIEUW_S, LADEN_S = 10, 120
TIK_S = 5


def bouw_huis(settings: Settings, *, klok: Klok = nu) -> Huis:
    """Everything that lives as long as the process; raises KennisFout or SleutelFout when it cannot do without.

    Without a kennisbank it can: then every door gives the last-resort reply until the files are mended."""
    inhoud = Inhoud(demo=not settings.live, index_map=settings.index)
    gereedschap = Gereedschap(inhoud, Teksten.laad())
    _ = inhoud.leesbaar, paginateksten(), antwoordboek()
    return Huis(
        settings=settings,
        gereedschap=gereedschap,
        gevaar=Gevaarlezer.open(settings.modellen, onderwerp_van(inhoud)),
        brein=Brein(lambda: bouw_processor(settings.modellen, gereedschap), termijn=settings.brein_termijn),
        database=Database(settings.database),
        bos=Sleutelbos.open(settings.master_key, settings.data, settings.master_key_oud),
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
        responses=PROBLEMEN,
    )
    app.state.huis = huis
    for router in (chat, aanmelding, consult, kennis, veiligheid, gezond, paginas, balie):
        app.include_router(router)
    app.mount("/static", bestanden(), name="static")
    errors.registreer(app)
    registreer_foutpaginas(app)
    app.add_middleware(Beveiligingskoppen, inbedden=settings.inbedden)
    app.add_middleware(Meelezer)
    return app


@asynccontextmanager
async def _leven(app: FastAPI) -> AsyncIterator[None]:
    huis: Huis = app.state.huis
    huis.gevaar.begin()
    if huis.aantal_artikelen:
        huis.brein.start()
    einde = threading.Event()
    werk = threading.Thread(target=_houd_op_orde, args=(huis, einde), name="onderhoud", daemon=True)
    levering = threading.Thread(target=draai, args=(huis, einde), name="levering", daemon=True)
    if not _migreer(huis):
        log.error("database_weg", bij="start")
    werk.start()
    levering.start()
    log.info("start", live=huis.settings.live, artikelen=huis.aantal_artikelen)
    yield
    einde.set()
    huis.brein.stop()
    werk.join(timeout=5)
    levering.join(timeout=5)
    _schrijf_weg(huis)
    huis.database.sluit()
    log.info("stop")


def _migreer(huis: Huis) -> bool:
    try:
        migreer(huis.database)
    except DatabaseWeg:
        return False
    return True


def _houd_op_orde(huis: Huis, einde: threading.Event) -> None:
    """Build the search index, migrate as soon as there is a database; then write counts away, and do what is due."""
    _lees_inhoud(huis)
    if huis.brein.wacht(LADEN_S):
        geef_terug()
    while not _migreer(huis):
        if einde.wait(OPNIEUW_S):
            return
    while True:
        _onderhoud(huis)
        if einde.wait(TIK_S):
            return
        _schrijf_weg(huis)
        _lees_inhoud(huis)


def _lees_inhoud(huis: Huis) -> None:
    """The search index of the content; when the content could not be read, another attempt, and the brain can begin."""
    if huis.aantal_artikelen:
        _ = huis.gereedschap.kennis.nu.zoeker
        return
    with suppress(KennisFout):  # it is in the log, and there is a next time
        huis.gereedschap.kennis.herlaad()
        huis.brein.start()


def _schrijf_weg(huis: Huis) -> None:
    with suppress(DatabaseWeg):  # the counts wait for the next time
        huis.teller.schrijf_weg(huis.database)


def _onderhoud(huis: Huis) -> None:
    """What is due for all processes together, and for this process whether the day is another one."""
    try:
        doe_wat_moet(huis)
    except (DatabaseWeg, SQLAlchemyError):
        log.error("database_weg", bij="onderhoud")
    huis.gereedschap.kennis.nieuwe_dag(huis.klok().date())
