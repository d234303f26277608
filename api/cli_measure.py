"""`voordeur meet`: measure a question set of your own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.gate.danger import Gevaarlezer
    from assistant.measure.knowledge_set import Meting

meet = typer.Typer(no_args_is_help=True, help="Meten op een eigen vragenset.")
Bestand = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Een vraag per regel, als JSON")]
Json = Annotated[Path | None, typer.Option("--json", help="Schrijf een uitkomst per regel")]
Plot = Annotated[Path | None, typer.Option("--plot", help="Teken een verwarringsplaatje in deze map")]


def _toon(naam: str, doe: Callable[[], Meting], json: Path | None, plot: Path | None) -> Meting:
    """Measure, print the table, write what was asked; the measurement for who does more with it."""
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
    return meting


def _gevaarlezer() -> Gevaarlezer:
    """Rules and model of this installation, with the topics of its knowledge base."""
    from api.settings import Settings
    from assistant.gate.danger import Gevaarlezer
    from assistant.ordinary import onderwerp_van
    from knowledge.current import KennisHouder

    return Gevaarlezer.open(Settings().modellen, onderwerp_van(KennisHouder(index_map=Settings().index)))


@meet.command()
def kennis(bestand: Bestand, json: Json = None, plot: Plot = None) -> None:
    """Vindt de zoekmachine het goede onderwerp?"""
    from api.settings import Settings
    from assistant.measure.knowledge_set import meet_kennis
    from knowledge.base import Kennisbank

    _toon("kennis", lambda: meet_kennis(bestand, Kennisbank.laad(index_map=Settings().index)), json, plot)


@meet.command()
def veiligheid(
    bestand: Bestand,
    json: Json = None,
    plot: Plot = None,
    houd: Annotated[bool, typer.Option("--bewaar", help="Zet de cijfers in docs/veiligheid.md")] = False,
) -> None:
    """Wordt gevaar gezien, en wat lijkt erop maar is het niet?"""
    from api.settings import ROOT
    from api.veiligheid.document import schrijf as werk_document_bij
    from api.veiligheid.scores import bewaar
    from assistant.measure.gate_sets import meet_veiligheid

    meting = _toon("veiligheid", lambda: meet_veiligheid(bestand, _gevaarlezer()), json, plot)
    if houd:
        heel = bestand.resolve()
        naam = heel.relative_to(ROOT).as_posix() if heel.is_relative_to(ROOT) else bestand.name
        bewaar(naam, meting.cijfers, op=date.today())
        werk_document_bij()


@meet.command()
def pii(bestand: Bestand, json: Json = None, plot: Plot = None) -> None:
    """Gaan persoonsgegevens eruit, en blijft de rest staan?"""
    from assistant.measure.gate_sets import meet_pii

    _toon("pii", lambda: meet_pii(bestand), json, plot)


@meet.command()
def tijd(bestand: Bestand, json: Json = None) -> None:
    """Wat kost de poort per bericht, in milliseconden rekentijd?"""
    from assistant.gate.redact import redigeer
    from assistant.measure.gate_time import meet_tijd

    _toon("tijd", lambda: meet_tijd(bestand, _gevaarlezer().lees, redigeer), json, None)


@meet.command()
def gesprekken(
    plek: Annotated[Path, typer.Argument(exists=True, help="Een bestand met gesprekken (YAML), of een map vol")],
    json: Json = None,
    plot: Plot = None,
) -> None:
    """Halen hele gesprekken hun uitkomst, ook in andere woorden?"""
    from api.played import speler
    from assistant.measure.conversations import lees_gesprekken, meet_gesprekken

    def doe() -> Meting:
        lijst = lees_gesprekken(plek)  # read before Rasa is loaded: a mistake in the file is told at once
        with speler() as spel:
            return meet_gesprekken(lijst, spel)

    _toon("gesprekken", doe, json, plot)


@meet.command()
def plekken(
    bestand: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="Zoekvragen met de goede plekken (YAML)")
    ],
    json: Json = None,
    plot: Plot = None,
) -> None:
    """Vindt wie een plek in de buurt zoekt die plek, en blijft een zorg een zorg?"""
    from api.played import speler
    from assistant.measure.places_set import lees_plekken, meet_plekken

    def doe() -> Meting:
        gelezen = lees_plekken(bestand)
        with speler() as spel:
            return meet_plekken(gelezen, spel)

    _toon("plekken", doe, json, plot)


@meet.command()
def intenten(
    bestand: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Berichten met hun bedoeling (YAML)")],
    json: Json = None,
    plot: Plot = None,
    model: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="Een ander Rasa-model. Laden voert code uit: neem alleen een model dat je zelf hebt geleerd",
        ),
    ] = None,
) -> None:
    """Wordt begrepen waar een bericht voor is?"""
    from api.settings import Settings
    from assistant.brain.training import ModelFout, model_of_fout
    from assistant.measure.intents_set import leerzinnen, lees_intenten, meet_intenten
    from assistant.measure.reader import lezer_van

    def doe() -> Meting:
        berichten = lees_intenten(bestand)  # read before Rasa is loaded: a mistake in the file is told at once
        with lezer_van(model or model_of_fout(Settings().modellen)) as lees:
            return meet_intenten(berichten, lees, [zin for zinnen in leerzinnen().values() for zin in zinnen])

    try:
        _toon("intenten", doe, json, plot)
    except ModelFout as fout:
        typer.echo(f"Er is niet te meten: {fout}", err=True)
        raise typer.Exit(1) from fout


@meet.command()
def entiteiten(
    bestand: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="Berichten met leeftijd, kern, duur en rol (YAML)")
    ],
    json: Json = None,
    plot: Plot = None,
    gemeente: Annotated[str, typer.Option(help="De gemeente waarvan de kernen gelden")] = "kaag-en-braassem",
) -> None:
    """Worden de feiten gehoord die iemand tussendoor vertelt?"""
    from assistant.kernen import kernen_van
    from assistant.measure.entities_set import lees_entiteiten, meet_entiteiten
    from knowledge.base import Kennisbank

    def doe() -> Meting:
        return meet_entiteiten(lees_entiteiten(bestand), kernen_van(Kennisbank.laad().gemeente(gemeente)))

    _toon("entiteiten", doe, json, plot)
