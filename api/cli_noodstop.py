"""`voordeur beheer uitzetten` and `aanzetten`: the noodstop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli_house import WIE, open_huis, stop

if TYPE_CHECKING:
    from api.context import Huis

Waar = Annotated[str | None, typer.Option(help="Alleen deze gemeente; zonder is het alle gemeenten")]


def _bereik(huis: Huis, gemeente: str | None) -> str:
    from api.emergency_stop import OVERAL

    if gemeente is not None and huis.aantal_artikelen and gemeente not in huis.gereedschap.kennis.nu.gemeenten:
        raise stop(f"De gemeente '{gemeente}' kennen we niet.")
    return gemeente or OVERAL


def uitzetten(
    reden: Annotated[str, typer.Option(help="Waarom; dit komt in het logboek. Niets over een gezin")],
    gemeente: Waar = None,
) -> None:
    """Zet de chat uit. Dat geldt meteen, in elk proces. Bezoekers zien de hulplijnen en hoe ze het JGT bellen."""
    from api.emergency_stop import RedenFout, zet_uit

    with open_huis() as huis:
        try:
            zet_uit(huis, _bereik(huis, gemeente), wie=WIE, reden=reden)
        except RedenFout as fout:
            raise stop(f"Dit kan niet: {fout}.") from fout
    typer.echo(f"De chat staat uit voor {gemeente or 'alle gemeenten'}.")


def aanzetten(gemeente: Waar = None) -> None:
    """Zet de chat weer aan."""
    from api.emergency_stop import OVERAL, list_noodstops, zet_aan

    with open_huis() as huis:
        if not zet_aan(huis, _bereik(huis, gemeente), wie=WIE):
            typer.echo(f"De chat stond niet uit voor {gemeente or 'alle gemeenten'}.")
        with huis.database.lezen() as sessie:
            rest = list_noodstops(sessie)
    for uit in rest:
        plek = "alle gemeenten" if uit.bereik == OVERAL else uit.bereik
        typer.echo(f"Nog uit: {plek}, sinds {uit.op:%Y-%m-%d %H:%M} UTC, door {uit.wie}: {uit.reden}")
    if not rest:
        typer.echo("De chat staat overal aan.")
