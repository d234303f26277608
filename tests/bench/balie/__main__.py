"""`.venv/bin/python -m tests.bench.balie --aantal 50000 --database sqlite|postgres [--open 0.2] [--keer 60] [--map MAP]`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from sqlalchemy import func, select, text

from api.aanmelding.store import open_velden
from api.balie.accounts import find_medewerker, maak_medewerker
from api.clock import nu
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.engine import Database
from api.database.migrate import migreer
from api.database.tables import AanmeldingRij
from api.settings import Settings
from tests.bench.balie.fill import GEMEENTE, Vuller
from tests.bench.balie.visits import WACHTWOORD, Doe, Tijden, bezoeken, gesprek, meet, meld_aan, percentiel
from tests.bench.databases import SOORTEN, verse_database, zeg, zeg_machine
from tests.bench.kill.machine import Kweker, Server, kweek
from tests.bench.kill.server import Licht, lees

IEDEREEN, TEAM, EIGEN_TEAM = "Coordinator", "Medewerker", "jgt-ridderkerk-noord"
GRENS_LIJST_MS, GRENS_OPENEN_MS = 200, 1000


def vul(url: str, data: Path, aantal: int, deel_open: float) -> None:
    """The database and two employees, unless they are there already."""
    gereedschap, gevaar = lees()
    database = Database(url)
    migreer(database)
    settings = Settings(data=data, database_url=url)
    huis = Huis(settings, gereedschap, gevaar, Licht(), database, Sleutelbos.open(None, data), nu)  # type: ignore[arg-type]
    begin = perf_counter()
    with database.lezen() as sessie:
        leeg = find_medewerker(sessie, IEDEREEN) is None
    if leeg:
        Vuller(huis, deel_open=deel_open).vul(aantal, zeg)
        maak_medewerker(huis, IEDEREEN, WACHTWOORD, GEMEENTE)
        maak_medewerker(huis, TEAM, WACHTWOORD, GEMEENTE, rol="medewerker", team=EIGEN_TEAM)
        _ververs(database)
    with database.lezen() as sessie:
        stand = dict(sessie.execute(select(AanmeldingRij.status, func.count()).group_by(AanmeldingRij.status)).all())
    database.sluit()
    zeg(f"{sum(stand.values())} aanmeldingen, gevuld in {perf_counter() - begin:.0f} s: {stand}")


def bekenden(url: str, data: Path) -> tuple[list[str], dict[str, list[str]]]:
    """Kenmerken that both employees may open, and what those families could say instead of a kenmerk."""
    database, bos = Database(url), Sleutelbos.open(None, data)
    eigen = select(AanmeldingRij).where(AanmeldingRij.team == EIGEN_TEAM, AanmeldingRij.sleutel.is_not(None))
    with database.lezen() as sessie:
        rijen = list(sessie.scalars(eigen.order_by(AanmeldingRij.id).limit(200)))
    database.sluit()
    velden = [open_velden(rij, bos) for rij in rijen]
    zoeken = {soort: [v["contact"][soort] for v in velden] for soort in ("telefoon", "email")}
    return [rij.kenmerk for rij in rijen], zoeken | {"achternaam": sorted({v["naam"].split()[-1] for v in velden})}


def _ververs(database: Database) -> None:
    """Statistics for the planner, as PostgreSQL's own autovacuum gathers them."""
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as verbinding:
            verbinding.execute(text("analyze"))


def main() -> int:
    """Fill, serve, measure; 1 when a bar is missed."""
    lezer = argparse.ArgumentParser(prog="tests.bench.balie")
    lezer.add_argument("--aantal", type=int, default=50_000)
    lezer.add_argument("--database", choices=SOORTEN, default="sqlite")
    lezer.add_argument("--open", type=float, default=0.2, help="welk deel nog open is")
    lezer.add_argument("--keer", type=int, default=60)
    lezer.add_argument(
        "--map", type=Path, help="bewaar de SQLite-database hier, en gebruik haar de volgende keer opnieuw"
    )
    keuze = lezer.parse_args()
    with tempfile.TemporaryDirectory() as tmp, verse_database(keuze.database, keuze.map or Path(tmp)) as url:
        data = keuze.map or Path(tmp)
        vul(url, data, keuze.aantal, keuze.open)
        with kweek(vers=True) as kweker:
            tijden = _meet(kweker, url, data, keuze.keer)
    for naam, tijd in tijden.items():
        zeg(f"{keuze.database} {naam:<48} {tijd.regel()}")
    zeg_machine()
    return 1 if any(percentiel(tijd.ms, 0.95) > _grens(naam) for naam, tijd in tijden.items()) else 0


def _grens(naam: str) -> int:
    return GRENS_LIJST_MS if naam.startswith("werklijst") else GRENS_OPENEN_MS


def _meet(kweker: Kweker, url: str, data: Path, keer: int) -> dict[str, Tijden]:
    lang = {"gesprek_minuten": 100_000, "bewaar_aanmelding_dagen": 10_000, "bewaar_gesprek_dagen": 10_000}
    settings = {"data": str(data), "database_url": url, "rate_limit": "off", "log_niveau": "warning", **lang}
    server = Server(kweker, settings, data / "server.log")
    server.start()
    try:
        server.wacht_tot_klaar()
        doe: dict[str, Doe] = gesprek(server.adres)
        kenmerken, zoeken = bekenden(url, data)
        for naam in (IEDEREEN, TEAM):
            doe |= bezoeken(meld_aan(server.adres, naam), naam.lower(), kenmerken, zoeken)
        return meet(doe, keer, server.pid)
    finally:
        server.dood()


if __name__ == "__main__":
    sys.exit(main())
