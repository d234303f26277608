"""`voordeur beheer`: what an administrator does at the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli_backup import backup, restore
from api.cli_bewaren import bewaartermijn, gewist, wissen
from api.cli_gebruiker import gebruiker, logboek
from api.cli_noodstop import aanzetten, uitzetten
from api.cli_oidc import aanbieders
from api.cli_sleutel import sleutel

if TYPE_CHECKING:
    from api.database.engine import Database

beheer = typer.Typer(no_args_is_help=True, help="Wat een beheerder doet.")

beheer.add_typer(gebruiker, name="gebruiker")
beheer.add_typer(logboek, name="logboek")
beheer.command()(bewaartermijn)
beheer.command()(wissen)
beheer.command()(gewist)
beheer.command()(backup)
beheer.command()(restore)
beheer.command()(aanbieders)
beheer.command()(uitzetten)
beheer.command()(aanzetten)
beheer.add_typer(sleutel, name="sleutel")


@contextmanager
def _database() -> Iterator[Database]:
    from api.database.engine import Database, DatabaseWeg
    from api.database.migrate import migreer
    from api.settings import Settings

    database = Database(Settings().database)
    try:
        migreer(database)
        yield database
    except DatabaseWeg as fout:
        typer.echo("De database is niet te bereiken.", err=True)
        raise typer.Exit(1) from fout
    finally:
        database.sluit()


@beheer.command("leveringen")
def leveringen(
    opnieuw: Annotated[int | None, typer.Option(metavar="ID", help="Stuur deze mislukte levering opnieuw")] = None,
) -> None:
    """Wat nog niet is doorgestuurd: eerst wat mislukte. Zonder iets uit een aanmelding, behalve het kenmerk."""
    with _database() as database:
        if opnieuw is not None:
            _opnieuw(database, opnieuw)
            return
        _toon(database)


def _toon(database: Database) -> None:
    from api.levering.store import list_onaf

    with database.lezen() as sessie:
        regels = list_onaf(sessie)
    if not regels:
        typer.echo("Alles is doorgestuurd.")
    for levering, kenmerk, _ in regels:
        wanneer = f"{levering.volgende_op:%Y-%m-%d %H:%M} UTC"
        typer.echo(
            f"{levering.id:>6}  {levering.status:<8} {levering.doel:<10} {levering.soort:<11} {kenmerk}  "
            f"poging {levering.pogingen}  {wanneer}  {levering.fout or ''}".rstrip()
        )


def _opnieuw(database: Database, nummer: int) -> None:
    from api.clock import nu
    from api.levering.store import stuur_opnieuw

    with database.schrijven() as sessie:
        regel = stuur_opnieuw(sessie, nummer, op=nu())
    if regel is None:
        typer.echo(f"Levering {nummer} is er niet, of is niet mislukt.", err=True)
        raise typer.Exit(1)
    typer.echo(f"Levering {nummer} gaat opnieuw weg.")
