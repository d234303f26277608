"""The command line `voordeur`."""

from __future__ import annotations

import os
import socket
from typing import Annotated, cast, get_args

import typer

from api.cli_beheer import beheer
from api.cli_gevaar import gevaar
from api.cli_kennis import kennis
from api.cli_measure import meet
from api.cli_vermogens import vermogens
from api.events import richt_in
from api.settings import Settings

ONLEESBAAR = "De kennisbank is niet te lezen. Voordeur geeft alleen het noodantwoord tot de bestanden kloppen."
app = typer.Typer(no_args_is_help=True, add_completion=False, help="Voordeur: de digitale voordeur van het JGT.")
app.add_typer(kennis, name="kennis")
app.add_typer(meet, name="meet")
app.add_typer(gevaar, name="gevaar")
app.add_typer(beheer, name="beheer")
app.add_typer(vermogens, name="vermogens")


def _stop(uitleg: str) -> typer.Exit:
    typer.echo(uitleg, err=True)
    return typer.Exit(1)


@app.command()
def serve(
    live: Annotated[bool, typer.Option("--live", help="Echte dienst: weigert demowaarden en concepten")] = False,
    host: Annotated[str | None, typer.Option(help="Adres waarop de server luistert")] = None,
    port: Annotated[int | None, typer.Option(help="Poort waarop de server luistert")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Aantal processen; meer dan een alleen op PostgreSQL")] = 1,
) -> None:
    """Start de server."""
    for naam, waarde in (("HOST", host), ("PORT", port), ("LIVE", "true" if live else None)):
        if waarde is not None:
            os.environ[f"VOORDEUR_{naam}"] = str(waarde)
    settings = Settings()
    _mag_starten(settings, workers)
    _begroet(settings)
    import uvicorn

    uvicorn.run(
        "api.app:maak_app",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=workers if workers > 1 else None,
        ws="none",
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


def _mag_starten(settings: Settings, workers: int) -> None:
    if workers > 1 and settings.database.startswith("sqlite"):
        raise _stop(
            "Meer dan een proces kan niet op SQLite. Kies --workers 1, of zet VOORDEUR_DATABASE_URL op PostgreSQL."
        )
    with socket.socket() as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((settings.host, settings.port))
        except OSError as fout:
            andere = settings.port + 1
            raise _stop(
                f"Poort {settings.port} op {settings.host} is al in gebruik ({fout.strerror}). "
                f"Stop wat daar draait, of kies een andere: VOORDEUR_PORT={andere} ./run"
            ) from fout
    if settings.live:
        _controleer_live()


def _controleer_live() -> None:
    from api.live import bezwaren
    from knowledge.base import Kennisbank
    from knowledge.errors import KennisFout

    try:
        kennis: Kennisbank | None = Kennisbank.laad(demo=False)
    except (KennisFout, OSError, ValueError) as fout:
        typer.echo(f"{ONLEESBAAR}\n{fout}", err=True)
        kennis = None
    redenen = bezwaren(kennis)
    if redenen:
        raise _stop("Niet gestart met --live:\n" + "\n".join(f"- {reden}" for reden in redenen))


def _begroet(settings: Settings) -> None:
    basis = f"http://{settings.host}:{settings.port}"
    typer.echo(f"\nVoordeur start op {basis}")
    if settings.live:
        return
    from api.app import bouw_huis
    from api.balie.accounts import zorg_voor_demo
    from api.database.migrate import migreer

    huis = bouw_huis(settings)
    if not huis.aantal_artikelen:
        typer.echo(f"  {ONLEESBAAR}\n  Kijk met: voordeur kennis check\n", err=True)
        return
    migreer(huis.database)
    account = zorg_voor_demo(huis)
    huis.database.sluit()
    typer.echo(f"  demopagina   {basis}/demo/kaag-en-braassem")
    typer.echo(f"  balie        {basis}/balie")
    if account:
        typer.echo(f"  demo-account {account[0]}   wachtwoord {account[1]}")
    typer.echo("  stoppen      Ctrl+C\n")


@app.command()
def train(
    als_nodig: Annotated[bool, typer.Option("--als-nodig", help="Alleen als er iets veranderd is")] = False,
) -> None:
    """Leer Rasa van de trainingsdata, en het gevaarmodel van de berichten die daarvoor geschreven zijn."""
    from assistant.brain.training import ModelFout, is_actueel
    from assistant.brain.training import train as leer
    from assistant.gate.danger_training import gevaarmodel

    map_ = Settings().modellen
    gevaarmodel(map_)
    if als_nodig and is_actueel(map_):
        typer.echo("Het model is actueel.")
        return
    typer.echo("Rasa leert van de trainingsdata (ongeveer een halve minuut) ...")
    try:
        pad = leer(map_)
    except ModelFout as fout:
        raise _stop(f"Trainen lukte niet: {fout}") from fout
    typer.echo(f"Klaar: {pad}")


@app.command()
def vraag(
    tekst: Annotated[str, typer.Argument(help="Wat de bezoeker zegt")],
    als_json: Annotated[bool, typer.Option("--json", help="Het hele antwoord als JSON")] = False,
    gemeente: Annotated[str, typer.Option(help="Voor welke gemeente")] = "kaag-en-braassem",
    rol: Annotated[str | None, typer.Option(help="ouder, jongere, professional of ander")] = None,
) -> None:
    """Een beurt zonder server."""
    from api.one_turn import een_beurt
    from knowledge.models import Rol

    if rol is not None and rol not in get_args(Rol):
        raise _stop(f"Deze rol kennen we niet. Kies uit: {', '.join(get_args(Rol))}.")
    typer.echo(een_beurt(tekst, gemeente=gemeente, rol=cast(Rol | None, rol), als_json=als_json))


def main() -> None:
    """Entry point of `voordeur`."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    richt_in("info")
    app()


if __name__ == "__main__":
    main()
