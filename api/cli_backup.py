"""`voordeur beheer backup` and `restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from api.cli_house import WIE, open_huis, stop

Bestand = Annotated[Path, typer.Argument(help="Het bestand van de back-up")]
Lijst = Annotated[Path | None, typer.Option("--gewist", help="De lijst van 'voordeur beheer gewist'")]


def backup(bestand: Bestand) -> None:
    """Maak een back-up. De server mag doordraaien. De hoofdsleutel zit er niet in: bewaar die ergens anders."""
    from api.backup import maak

    with open_huis() as huis:
        try:
            aantallen = maak(huis, bestand)
        except OSError as fout:
            raise stop(f"De back-up is niet te schrijven: {fout.strerror}") from fout
    typer.echo(f"Back-up in {bestand}: {aantallen.total()} rijen, waarvan {aantallen['aanmelding']} aanmeldingen.")


def restore(
    bestand: Bestand,
    gewist: Lijst = None,
    ook_oud: Annotated[bool, typer.Option("--ook-oud", help="Ook als de back-up te oud is")] = False,
) -> None:
    """Zet een back-up terug in een lege database, en wis meteen opnieuw wat gewist was."""
    from api.restore import BackupFout, zet_terug

    lijst = _lees_lijst(gewist) if gewist else []
    with open_huis(migreren=False) as huis:
        try:
            uit = zet_terug(huis, bestand, wie=WIE, gewist=lijst, ook_oud=ook_oud)
        except BackupFout as fout:
            raise stop(f"Niet teruggezet: {fout}.") from fout
    typer.echo(f"Teruggezet: {uit.rijen} rijen. Opnieuw gewist: {uit.opnieuw}. Over de termijn gewist: {uit.verlopen}.")
    if uit.onleesbaar:
        raise stop(f"{uit.onleesbaar} sleutels zijn van een oudere hoofdsleutel. Zet die in VOORDEUR_MASTER_KEY_OUD en "
                   "draai: voordeur beheer sleutel wissel")  # fmt: skip


def _lees_lijst(pad: Path) -> list[tuple[str, str]]:
    from api.wiping import Soort

    try:
        regels = [regel.split() for regel in pad.read_text().splitlines()]
    except (OSError, UnicodeDecodeError) as fout:
        raise stop(f"De lijst {pad} is niet te lezen.") from fout
    if not all(len(regel) == 2 and regel[0] in get_args(Soort) for regel in regels):
        raise stop(f"{pad} is geen lijst van 'voordeur beheer gewist'.")
    return [(soort, nummer) for soort, nummer in regels]
