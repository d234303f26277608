"""`voordeur beheer gebruiker koppel` and `terug`, and `beheer aanbieders`: signing in with the account of the gemeente."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli_gebruiker import Naam, _noteer, _rij_or_stop, gebruiker
from api.cli_house import open_huis, stop

if TYPE_CHECKING:
    from api.balie.oidc.config import Aanbieder
    from api.context import Huis


@gebruiker.command("koppel")
def koppel(
    naam: Naam, nummer: Annotated[str, typer.Argument(help="Het nummer van deze persoon bij de aanbieder (sub of oid)")]
) -> None:
    """Laat een gebruiker die er al is zich voortaan ook met het account van de gemeente aanmelden."""
    from api.balie.oidc.people import koppel as koppel_aan

    with open_huis() as huis, huis.database.schrijven() as sessie:
        rij = _rij_or_stop(sessie, naam)
        van = huis.aanbieders.get(rij.gemeente)
        if van is None:
            raise stop(f"Voor {rij.gemeente} is geen aanbieder ingesteld.")
        koppel_aan(huis, sessie, rij, van, nummer)
        _noteer(huis, sessie, rij, "gekoppeld aan account van de gemeente")
    typer.echo(f"{naam} kan zich aanmelden met het account van de gemeente. Rol en team komen daar voortaan vandaan.")


@gebruiker.command("terug")
def terug(naam: Naam) -> None:
    """Laat een gebruiker die weg was weer toe. Zonder account van de gemeente is er eerst een nieuw wachtwoord nodig."""
    from api.balie.accounts import find_medewerker
    from api.balie.totp import INSTELLEN

    with open_huis() as huis, huis.database.schrijven() as sessie:
        rij = find_medewerker(sessie, naam)
        if rij is None or rij.weg_op is None:
            raise stop(f"Er is geen gebruiker weg met de naam '{naam}'.")
        rij.weg_op, rij.instellen_tot = None, huis.klok() + INSTELLEN
        _noteer(huis, sessie, rij, "gebruiker terug")
    typer.echo(f"{naam} mag weer. De tweede stap instellen kan drie dagen lang.")


def aanbieders() -> None:
    """Kijk of elke aanbieder antwoordt, en of gemeente en teams kloppen. Eindigt met 1 als er iets mis is."""
    with open_huis(migreren=False) as huis:
        fouten = [fout for van in huis.aanbieders if (fout := _kijk(huis, van))]
    if fouten:
        raise stop("\n".join(fouten))


def _kijk(huis: Huis, van: Aanbieder) -> str | None:
    from api.balie.accounts import AccountFout, kies_team
    from api.balie.oidc.errors import NietGelukt

    try:
        for regel in van.rollen:
            kies_team(huis, van.gemeente, regel.rol, regel.team)
        adressen, aantal = huis.aanbieders.adressen(van), len(huis.aanbieders.sleutels(van).keys)
    except KeyError:
        return f"{van.gemeente}: deze gemeente kennen we niet."
    except AccountFout as fout:
        return f"{van.gemeente}: {fout}."
    except NietGelukt as fout:
        return f"{van.gemeente}: {van.issuer} antwoordt niet goed ({fout.stap}: {fout.soort})."
    afmelden = "met afmelden" if adressen.afmelden else "zonder afmelden"
    typer.echo(f"{van.gemeente}: {van.issuer} antwoordt, {aantal} sleutels, {afmelden}.")
    typer.echo(f"  terugadres: https://(adres van de balie)/balie/oidc/{van.gemeente}/terug")
    return None
