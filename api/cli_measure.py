"""`voordeur meet`: measure a question set of your own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.measure.knowledge_set import Meting

meet = typer.Typer(no_args_is_help=True, help="Meten op een eigen vragenset.")
Bestand = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Een vraag per regel, als JSON")]
Json = Annotated[Path | None, typer.Option("--json", help="Schrijf een uitkomst per regel")]
Plot = Annotated[Path | None, typer.Option("--plot", help="Teken een verwarringsplaatje in deze map")]


def _toon(naam: str, doe: Callable[[], Meting], json: Path | None, plot: Path | None) -> None:
    from assistant.measure.sets import SetFout, schrijf

    try:
        meting = doe()
    except SetFout as fout:
        typer.echo(f"Deze set is niet te lezen: {fout}", err=True)
        raise typer.Exit(1) from fout
    for regel in meting.tabel:
        typer.echo(regel)
    if json is not None:
        schrijf(json, meting.uitkomsten)
    if plot is not None:
        typer.echo(f"plaatje: {meting.teken(plot, naam)}")


@meet.command()
def kennis(bestand: Bestand, json: Json = None, plot: Plot = None) -> None:
    """Vindt de zoekmachine het goede onderwerp?"""
    from assistant.measure.knowledge_set import meet_kennis
    from knowledge.base import Kennisbank

    _toon("kennis", lambda: meet_kennis(bestand, Kennisbank.laad()), json, plot)


@meet.command()
def veiligheid(bestand: Bestand, json: Json = None, plot: Plot = None) -> None:
    """Wordt gevaar gezien, en wat lijkt erop maar is het niet?"""
    from api.settings import Settings
    from assistant.gate.danger import Gevaarlezer
    from assistant.measure.gate_sets import meet_veiligheid

    _toon("veiligheid", lambda: meet_veiligheid(bestand, Gevaarlezer.open(Settings().modellen)), json, plot)


@meet.command()
def pii(bestand: Bestand, json: Json = None, plot: Plot = None) -> None:
    """Gaan persoonsgegevens eruit, en blijft de rest staan?"""
    from assistant.measure.gate_sets import meet_pii

    _toon("pii", lambda: meet_pii(bestand), json, plot)
