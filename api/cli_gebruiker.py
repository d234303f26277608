"""`voordeur beheer gebruiker` and `voordeur beheer logboek`: who may open the balie, and whether the trail is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli_house import WIE, open_huis, stop

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from api.balie.audit import Bekend
    from api.context import Huis
    from api.database.tables import Medewerker

gebruiker = typer.Typer(no_args_is_help=True, help="Wie bij de balie kan.")
logboek = typer.Typer(no_args_is_help=True, help="Wie wat deed bij de balie.")
BREUKEN = {
    "ontbreekt": "regel {bij} ontbreekt",
    "veranderd": "regel {bij} is veranderd, of een regel ervoor is weg",
    "einde": "na regel {aantal} is er iets weg of veranderd",
    "los": "er zijn regels buiten de keten om bijgeschreven",
    "begin": "wat er na de termijn is opgeruimd, tot regel {bij}, is veranderd",
    "opgeruimd": "regel {bij} is na de termijn opgeruimd; vergelijk met een merk van later",
    "bekend": "regel {bij} heeft een ander merk dan je opgaf: het logboek is vervangen",
}
Naam = Annotated[str, typer.Argument(help="De naam waarmee iemand zich aanmeldt")]
Rolkeuze = Annotated[str, typer.Option(help="medewerker, coordinator, redacteur of beheerder")]
Teamkeuze = Annotated[str | None, typer.Option(help="Het id van een team uit teams.yml")]


def _noteer(huis: Huis, sessie: Session, rij: Medewerker, wat: str) -> None:
    from api.balie import audit

    audit.voeg_toe(sessie, huis.bos, wie=WIE, wat=f"{wat}: {rij.id}", op=huis.klok(), gemeente=rij.gemeente)


@gebruiker.command("maak")
def maak(
    naam: Naam,
    gemeente: Annotated[str, typer.Option(help="Het id van de gemeente")],
    rol: Rolkeuze,
    team: Teamkeuze = None,
) -> None:
    """Maak een gebruiker. Het wachtwoord wordt gevraagd en niet getoond."""
    from api.balie.accounts import find_medewerker, kies_rol, maak_medewerker

    wachtwoord = typer.prompt("Wachtwoord", hide_input=True, confirmation_prompt="Nog een keer")
    with open_huis() as huis:
        maak_medewerker(huis, naam, wachtwoord, gemeente, rol=kies_rol(rol), team=team)
        with huis.database.schrijven() as sessie:
            rij = find_medewerker(sessie, naam)
            assert rij is not None
            _noteer(huis, sessie, rij, "gebruiker gemaakt")
    typer.echo(f"{naam} kan zich aanmelden. De tweede stap instellen kan drie dagen lang.")


@gebruiker.command("lijst")
def lijst() -> None:
    """Alle gebruikers: nummer, naam, gemeente, rol, team, en of de tweede stap aanstaat."""
    from sqlalchemy import select

    from api.database.tables import Medewerker

    with open_huis() as huis, huis.database.lezen() as sessie:
        for rij in sessie.scalars(select(Medewerker).order_by(Medewerker.naam)):
            stap = "tweede stap aan" if rij.totp_aan else "geen tweede stap"
            stap = f"weg sinds {rij.weg_op:%Y-%m-%d}" if rij.weg_op else stap
            typer.echo(f"{rij.id:>4}  {rij.naam:<20} {rij.gemeente:<20} {rij.rol:<12} {rij.team or '-':<24} {stap}")


@gebruiker.command("rol")
def rol(naam: Naam, rol: Rolkeuze, team: Teamkeuze = None) -> None:
    """Geef iemand een andere rol of een ander team. Dat geldt meteen."""
    from api.balie.accounts import kies_rol, kies_team

    with open_huis() as huis, huis.database.schrijven() as sessie:
        rij = _rij_or_stop(sessie, naam)
        rij.team, rij.rol = kies_team(huis, rij.gemeente, kies_rol(rol), team), rol
        _noteer(huis, sessie, rij, f"rol {rol}")
    typer.echo(f"{naam} is nu {rol}.")


@gebruiker.command("tweede-stap")
def tweede_stap(naam: Naam) -> None:
    """Laat iemand de tweede stap opnieuw instellen. De oude codes vervallen en alle zittingen eindigen."""
    from api.balie.totp import zet_terug

    with open_huis() as huis, huis.database.schrijven() as sessie:
        rij = _rij_or_stop(sessie, naam)
        zet_terug(sessie, rij, huis.klok())
        _noteer(huis, sessie, rij, "tweede stap terug")
    typer.echo(f"{naam} kan drie dagen lang de tweede stap opnieuw instellen, met het wachtwoord.")


@gebruiker.command("wachtwoord")
def wachtwoord(naam: Naam) -> None:
    """Geef iemand een ander wachtwoord. Alle zittingen eindigen; de tweede stap blijft."""
    from api.balie.accounts import verander_wachtwoord
    from api.balie.lockout import Inlogslot

    nieuw = typer.prompt("Wachtwoord", hide_input=True, confirmation_prompt="Nog een keer")
    with open_huis() as huis:
        with huis.database.schrijven() as sessie:
            rij = _rij_or_stop(sessie, naam)
            verander_wachtwoord(sessie, rij, nieuw)
            _noteer(huis, sessie, rij, "wachtwoord veranderd")
        Inlogslot(huis.database, huis.bos).goed(naam)
    typer.echo(f"{naam} meldt zich voortaan aan met het nieuwe wachtwoord.")


@gebruiker.command("weg")
def weg(
    naam: Naam,
    over_aan: Annotated[str | None, typer.Option(metavar="NAAM", help="De collega die verdergaat")] = None,
    laat_los: Annotated[bool, typer.Option("--laat-los", help="Het team pakt het open werk opnieuw op")] = False,
) -> None:
    """Haal een gebruiker weg: niemand meldt zich meer zo aan. Wat er in het logboek staat, blijft."""
    from api.aanmelding.store import Veranderd

    with open_huis() as huis:
        try:
            with huis.database.schrijven() as sessie:
                aantal = _haal_weg(huis, sessie, _rij_or_stop(sessie, naam), over_aan, laat_los)
        except Veranderd as fout:
            raise stop(f"Iemand veranderde net {fout}. Er is niets gebeurd; probeer het opnieuw.") from fout
    typer.echo(f"{naam} kan niet meer bij de balie. Overgegeven aanmeldingen: {aantal}.")


def _haal_weg(huis: Huis, sessie: Session, rij: Medewerker, over_aan: str | None, laat_los: bool) -> int:
    from api.balie.leaving import haal_weg, list_werk_van

    werk = list_werk_van(sessie, rij)
    if werk and not (over_aan or laat_los):
        kenmerken = ", ".join(aanmelding.kenmerk for aanmelding in werk)
        raise stop(f"{rij.naam} heeft open werk: {kenmerken}. Geef --over-aan NAAM mee, of --laat-los.")
    aan = _rij_or_stop(sessie, over_aan) if over_aan else None
    aantal = haal_weg(huis, sessie, rij, aan=aan, door=WIE)
    _noteer(huis, sessie, rij, "gebruiker weg")
    return aantal


def _rij_or_stop(sessie: Session, naam: str) -> Medewerker:
    from api.balie.accounts import find_medewerker

    rij = find_medewerker(sessie, naam)
    if rij is None or rij.weg_op is not None:
        raise stop(f"Er is geen gebruiker met de naam '{naam}'.")
    return rij


@logboek.callback()
def _logboek() -> None:
    """Keeps `controleer` a subcommand while it is the only one."""


@logboek.command("controleer")
def controleer(
    bekend: Annotated[
        str | None, typer.Option(metavar="NUMMER:MERK", help="Wat een eerdere controle liet zien")
    ] = None,
) -> None:
    """Lees de hele keten na. Eindigt met 1 als er iets veranderd of weg is."""
    from api.balie import audit
    from api.crypto import Sleutelbos
    from api.database.engine import Database
    from api.settings import Settings

    settings, eerder = Settings(), _lees_bekend(bekend)
    database = Database(settings.database)
    with database.lezen() as sessie:
        bos = Sleutelbos.open(settings.master_key, settings.data, settings.master_key_oud)
        uit = audit.controleer(sessie, bos, eerder)
    database.sluit()
    if uit.breuk is not None:
        raise stop(f"Het logboek klopt niet: {BREUKEN[uit.breuk].format(bij=uit.bij, aantal=uit.aantal)}.")
    opgeruimd = f" Regel 1 tot en met {uit.vanaf} zijn na de termijn opgeruimd." if uit.vanaf else ""
    typer.echo(f"Het logboek klopt: {uit.aantal - uit.vanaf} regels.{opgeruimd}")
    if uit.aantal:
        typer.echo(f"Bewaar dit ergens anders, voor een volgende keer: --bekend {uit.aantal}:{uit.keten}")


def _lees_bekend(tekst: str | None) -> Bekend | None:
    if tekst is None:
        return None
    nummer, _, keten = tekst.partition(":")
    if not nummer.isdigit() or not keten:
        raise stop("Schrijf --bekend als NUMMER:MERK.")
    from api.balie.audit import Bekend

    return Bekend(int(nummer), keten)
