"""`voordeur beheer bewaartermijn`, `wissen` and `gewist`: what goes when its term has passed, or because a family asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli_house import WIE, open_huis, stop

if TYPE_CHECKING:
    from api.context import Huis


def bewaartermijn(
    wis: Annotated[bool, typer.Option("--wis", help="Wis het nu. De server doet dit elk uur ook vanzelf")] = False,
) -> None:
    """Laat zien wat over zijn termijn is. Er verandert niets, tenzij je --wis meegeeft."""
    from api.audit_term import ruim_op
    from api.retention import wis_verlopen

    with open_huis() as huis:
        _toon(huis)
        if wis:
            regels = ruim_op(huis, wie=WIE)
            typer.echo(f"Gewist: {wis_verlopen(huis, wie=WIE)}. Regels van het logboek van de balie: {regels}.")


def _toon(huis: Huis) -> None:
    from api.audit_term import count_verlopen
    from api.retention import SOORTEN, list_verlopen

    for soort in SOORTEN:
        typer.echo(f"{soort.meer:<16} termijn {soort.dagen(huis.settings)} dagen")
    regels = count_verlopen(huis)
    typer.echo(f"{'logboek balie':<16} termijn {huis.settings.bewaar_logboek_dagen} dagen")
    if regels:
        typer.echo(f"  over de termijn: {regels} regels van het logboek van de balie")
    tellingen = list_verlopen(huis)
    for telling in tellingen:
        plek, oudste = telling.gemeente or "zonder gemeente", f"{telling.oudste:%Y-%m-%d}"
        typer.echo(f"  over de termijn: {telling.soort.woorden(telling.aantal)}, {plek}, oudste van {oudste}")
    if not tellingen and not regels:
        typer.echo("Er is niets over zijn termijn.")


def wissen(
    kenmerk: Annotated[str, typer.Argument(help="Het kenmerk van de aanmelding")],
    ja: Annotated[bool, typer.Option("--ja", help="Vraag niet of je het zeker weet")] = False,
) -> None:
    """Wis de tekst van een aanmelding nu, omdat het gezin daarom vraagt. Dat kan niet terug."""
    from api.aanmelding.service import wis_op_verzoek
    from api.aanmelding.store import find_aanmelding
    from api.balie.store import als_kenmerk

    with open_huis() as huis:
        with huis.database.lezen() as sessie:
            rij = find_aanmelding(sessie, als_kenmerk(kenmerk))
        if rij is None or rij.sleutel is None:
            raise stop(f"Er is geen aanmelding {kenmerk}, of de tekst is al gewist.")
        if not ja:
            typer.confirm(f"De tekst van {rij.kenmerk} wissen? Niemand kan haar daarna nog lezen", abort=True)
        wis_op_verzoek(huis, rij, wie=WIE)
        typer.echo(f"De tekst van {rij.kenmerk} is gewist. Dat zij er was en wanneer, blijft staan.")


def gewist(naar: Annotated[Path, typer.Argument(help="Het bestand waar de lijst in komt")]) -> None:
    """Bewaar de lijst van wat gewist is, zonder inhoud: alleen soort en nummer. Geef haar mee aan restore."""
    from api.wiping import list_gewist

    with open_huis() as huis, huis.database.lezen() as sessie:
        regels = [f"{rij.soort} {rij.id}" for rij in list_gewist(sessie)]
    naar.write_text("".join(f"{regel}\n" for regel in regels))
    typer.echo(f"{len(regels)} nummers in {naar}.")
