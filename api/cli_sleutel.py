"""`voordeur beheer sleutel`: another master key, in four steps that can each be done again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.cli_house import WIE, open_huis, stop

if TYPE_CHECKING:
    from api.context import Huis
    from api.rotation import Stand

sleutel = typer.Typer(no_args_is_help=True, help="Een andere hoofdsleutel: nieuw, herstart, wissel, klaar.")


def _oud_bestand(huis: Huis) -> Path | None:
    """The file with the key before this one; None when keys come from the settings."""
    from api.crypto import BESTAND_OUD

    return huis.settings.data / BESTAND_OUD if huis.settings.master_key is None else None


@sleutel.command("nieuw")
def nieuw() -> None:
    """Maak een nieuwe hoofdsleutel. Er verandert nog niets in de database."""
    with open_huis(migreren=False) as huis:
        if huis.bos.wisselt:
            raise stop("Er loopt al een wisseling. Maak die eerst af: voordeur beheer sleutel wissel, en dan klaar.")
        oud = _oud_bestand(huis)
        if oud is None:
            typer.echo(huis.bos.volgende())
            typer.echo(
                "Zet deze in de kluis als VOORDEUR_MASTER_KEY, en de huidige als VOORDEUR_MASTER_KEY_OUD.", err=True
            )
        else:
            _leg_klaar(oud, huis.bos.volgende())
            typer.echo(f"De nieuwe hoofdsleutel staat klaar. De oude staat zolang in {oud}.")
        typer.echo("Herstart alle processen van de server. Daarna: voordeur beheer sleutel wissel", err=True)


def _leg_klaar(oud: Path, tekst: str) -> None:
    """The old key stays under another name before the new one takes its place; at no moment is there none."""
    from api.crypto import BESTAND

    huidig, vers = oud.with_name(BESTAND), oud.with_name(f"{BESTAND}.nieuw")
    vers.unlink(missing_ok=True)
    with os.fdopen(os.open(vers, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as bestand:
        bestand.write(tekst)
        bestand.flush()
        os.fsync(bestand.fileno())
    os.link(huidig, oud)
    vers.replace(huidig)


@sleutel.command("wissel")
def wissel() -> None:
    """Pak elke sleutel in de database opnieuw in. Afgebroken? Draai het nog eens."""
    from api import rotation

    with open_huis() as huis:
        if not huis.bos.wisselt:
            raise stop("Er is geen oude hoofdsleutel ingesteld. Begin met: voordeur beheer sleutel nieuw")
        stand = rotation.wissel(huis, wie=WIE)
        typer.echo(f"Opnieuw ingepakt: {stand.oud}. Al goed: {stand.nieuw}.")
        _stop_bij_onleesbaar(stand)
    typer.echo("Daarna: voordeur beheer sleutel klaar")


@sleutel.command("controleer")
def controleer() -> None:
    """Tel met welke hoofdsleutel alles is ingepakt. Er verandert niets."""
    from api import rotation

    with open_huis() as huis:
        stand = rotation.tel(huis)
        typer.echo(f"Met deze hoofdsleutel: {stand.nieuw}. Met de oude: {stand.oud}.")
        _stop_bij_onleesbaar(stand)


@sleutel.command("klaar")
def klaar() -> None:
    """Kijk of de oude hoofdsleutel nergens meer voor nodig is, en gooi haar bestand dan weg."""
    from api import rotation

    with open_huis() as huis:
        stand = rotation.tel(huis)
        if stand.oud:
            raise stop(f"Met de oude hoofdsleutel zijn nog {stand.oud} sleutels ingepakt. Draai eerst: sleutel wissel")
        _stop_bij_onleesbaar(stand)
        if stand.zoeken:
            raise stop(
                f"{stand.zoeken} aanmeldingen zijn nog niet te vinden met de nieuwe. Draai eerst: sleutel wissel"
            )
        oud = _oud_bestand(huis)
        if oud is None:
            typer.echo("Klaar. Haal VOORDEUR_MASTER_KEY_OUD weg en herstart de server.")
            return
        oud.unlink(missing_ok=True)
        typer.echo("Klaar. De oude hoofdsleutel is weg. Herstart de server.")


def _stop_bij_onleesbaar(stand: Stand) -> None:
    if stand.onleesbaar:
        raise stop(
            f"{stand.onleesbaar} sleutels zijn met geen van beide hoofdsleutels te openen. Er is niets aan veranderd."
        )
