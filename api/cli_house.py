"""What commands of an administrator share: the house without its brain, and stopping with one plain line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from api.context import Huis

WIE = "opdrachtregel"


def stop(uitleg: str) -> typer.Exit:
    """Raise this: the explanation goes to standard error, the command ends with 1."""
    typer.echo(uitleg, err=True)
    return typer.Exit(1)


@contextmanager
def open_huis(*, migreren: bool = True) -> Iterator[Huis]:
    """The house without its brain; what cannot be done is said in a line and ends with 1."""
    from api.app import bouw_huis
    from api.balie.accounts import AccountFout
    from api.crypto import SleutelFout
    from api.database.engine import DatabaseWeg
    from api.database.migrate import migreer
    from api.settings import Settings

    try:
        huis = bouw_huis(Settings())
    except SleutelFout as fout:
        raise stop(f"De sleutel past niet: {fout}") from fout
    try:
        if migreren:
            migreer(huis.database)
        yield huis
    except AccountFout as fout:
        raise stop(f"Dit kan niet: {fout}") from fout
    except DatabaseWeg as fout:
        raise stop("De database is niet te bereiken.") from fout
    finally:
        huis.database.sluit()
