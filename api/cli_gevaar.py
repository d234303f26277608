"""`voordeur gevaar`: the document with which a professional reviews and signs what the gate sees and says."""

from __future__ import annotations

from typing import Annotated

import typer

gevaar = typer.Typer(no_args_is_help=True, help="De gevaarregels en antwoorden, om na te kijken en te ondertekenen.")


@gevaar.callback()
def _gevaar() -> None:
    """Keeps `document` a subcommand while it is the only one."""


@gevaar.command("document")
def document(
    controleer: Annotated[bool, typer.Option("--controleer", help="Alleen kijken of het document klopt")] = False,
) -> None:
    """Werk docs/veiligheid.md bij: elke soort gevaar met regels, voorbeelden, antwoorden en de laatste cijfers."""
    from api.veiligheid.document import DOCUMENT, is_actueel, schrijf

    if is_actueel():
        typer.echo("docs/veiligheid.md is actueel.")
        return
    if controleer:
        typer.echo("docs/veiligheid.md loopt achter. Werk het bij met: voordeur gevaar document", err=True)
        raise typer.Exit(1)
    schrijf()
    typer.echo(f"{DOCUMENT} is bijgewerkt.")
