"""`voordeur kennis`: what editors do with the content: check, search, start an article, preview it, see what is missing."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.settings import ROOT
from knowledge.errors import KennisFout

if TYPE_CHECKING:
    from actions.kaarten import ArtikelKaart

kennis = typer.Typer(no_args_is_help=True, help="De kennisbank controleren, doorzoeken en aanvullen.")
TEKSTEN = ("actions/teksten", "assistant/gate/antwoorden")
MEERVOUD = {"fout": "fouten", "verlopen": "verlopen", "let op": "waarschuwingen", "tip": "tips"}
BREEDTE = 88
Map = Annotated[Path | None, typer.Option("--kennis", help="Map met de kennisbank; leeg is die van dit project")]


def _stop(uitleg: str) -> typer.Exit:
    typer.echo(uitleg, err=True)
    return typer.Exit(1)


@kennis.command("check")
def check(
    map_: Annotated[Path | None, typer.Argument(help="Map met de kennisbank; leeg is die van dit project")] = None,
    alles: Annotated[bool, typer.Option("--alles", help="Ook de tips over taal laten zien")] = False,
) -> None:
    """Controleer alle inhoud; elke melding met bestand, regel en veld."""
    from knowledge.base import MAP
    from knowledge.checking import controleer

    ook = [pad for naam in TEKSTEN for pad in sorted((ROOT / naam).glob("*.yml"))] if map_ is None else []
    meldingen = controleer(map_ or MAP, ook=ook)
    for melding in meldingen:
        if alles or melding.ernst != "tip":
            typer.echo(f"{melding.ernst.upper():<9} {melding}")
    telling = Counter(melding.ernst for melding in meldingen)
    soorten = ", ".join(f"{telling[soort]} {naam}" for soort, naam in MEERVOUD.items())
    typer.echo(f"{soorten}{'' if alles else ' (tips: --alles)'}.")
    if telling["fout"]:
        raise typer.Exit(1)


@kennis.command("zoek")
def zoek(
    tekst: Annotated[str, typer.Argument(metavar="VRAAG", help="Een vraag in gewone woorden")],
    leeftijd: Annotated[float | None, typer.Option(help="Leeftijd van het kind in jaren")] = None,
) -> None:
    """Laat zien welke artikelen bij een vraag passen."""
    from api.settings import Settings
    from knowledge.base import Kennisbank

    try:
        treffers = Kennisbank.laad(index_map=Settings().index).zoek(tekst, leeftijd=leeftijd)
    except KennisFout as fout:
        raise _stop(str(fout)) from fout
    for treffer in treffers:
        typer.echo(f"{treffer.score:.2f}  {treffer.artikel.id:<44} {treffer.artikel.titel}")


@kennis.command("nieuw")
def nieuw(
    onderwerp: Annotated[str, typer.Argument(help="Een onderwerp uit onderwerpen.yml, bijvoorbeeld slapen")],
    slug: Annotated[str, typer.Argument(help="Korte naam met streepjes, bijvoorbeeld peuter-uit-bed")],
    titel: Annotated[str | None, typer.Option(help="De titel, zoals iemand het zou vragen")] = None,
    map_: Map = None,
) -> None:
    """Begin een artikel: een sjabloon met alle koppen en uitleg wat waar komt."""
    from knowledge.base import MAP
    from knowledge.template import SjabloonFout, nieuw_artikel

    try:
        pad = nieuw_artikel(map_ or MAP, onderwerp, slug, vandaag=date.today(), titel=titel)
    except (SjabloonFout, KennisFout) as fout:
        raise _stop(str(fout)) from fout
    typer.echo(f"{pad} staat klaar. Vul in wat er staat, en kijk met: voordeur kennis check")


@kennis.command("rapport")
def rapport(
    naar: Annotated[Path | None, typer.Option("--map", help="Teken ook een plaatje in deze map")] = None,
    map_: Map = None,
) -> None:
    """Hoeveel er is per onderwerp, leeftijd en lezer, en wat binnenkort verloopt."""
    from knowledge.base import MAP, Kennisbank
    from knowledge.checking import bekijk
    from knowledge.report import maak_rapport, regels, teken

    basis, vandaag = map_ or MAP, date.today()
    try:
        stand = maak_rapport(bekijk(Kennisbank.laad(basis, vandaag=vandaag), basis, vandaag=vandaag))
    except KennisFout as fout:
        raise _stop(str(fout)) from fout
    for regel in regels(stand):
        typer.echo(regel)
    if naar is not None:
        typer.echo(f"plaatje: {teken(stand, naar)}")


@kennis.command("voorbeeld")
def voorbeeld(
    artikel: Annotated[str, typer.Argument(help="Het adres van een artikel, bijvoorbeeld slapen/peuter-uit-bed")],
    gemeente: Annotated[str, typer.Option(help="Voor welke gemeente")] = "kaag-en-braassem",
    map_: Map = None,
) -> None:
    """Laat een artikel zien zoals een bezoeker van deze gemeente het in de chat ziet."""
    from actions.present import artikelkaart
    from knowledge.base import MAP, Kennisbank

    try:
        alles = Kennisbank.laad(map_ or MAP)
    except KennisFout as fout:
        raise _stop(str(fout)) from fout
    gevonden, plaats = alles.artikelen.get(artikel), alles.gemeenten.get(gemeente)
    if gevonden is None:
        zelfde = [naam for naam in alles.artikelen if naam.startswith(artikel.split("/")[0][:4])]
        raise _stop(f"Artikel '{artikel}' is er niet. Wel: {', '.join(zelfde) or 'niets wat daarop lijkt'}.")
    if plaats is None:
        raise _stop(f"Gemeente '{gemeente}' kennen we niet. Kies uit: {', '.join(alles.gemeenten)}.")
    if gevonden.verlopen(alles.gelezen_op):
        typer.echo(f"[ verlopen op {gevonden.verloopt_op}: bezoekers krijgen dit artikel niet meer ]\n")
    vragen = [volgende.vraag for volgende in gevonden.vervolg]
    typer.echo(als_tekst(artikelkaart(gevonden, alles, plaats), vragen))


def als_tekst(kaart: ArtikelKaart, vervolg: list[str]) -> str:
    """The card in the order of the chat: first message, blocks, when to seek help, sources, what people ask next."""
    delen = [f"{kaart.titel}\n{'=' * min(len(kaart.titel), BREEDTE)}", _vouw(kaart.tekst)]
    if kaart.concept:
        delen.insert(0, "[ concept: nog niet ondertekend ]")
    delen.append("-- lees meer " + "-" * (BREEDTE - 13))
    for blok in kaart.blokken:
        delen.append(f"{blok.kop.upper()}\n{_vouw(blok.tekst)}")
    if kaart.wanneer_hulp:
        delen.append(f"WANNEER HULP\n{_vouw(kaart.wanneer_hulp)}")
    delen.append("Bronnen:\n" + "\n".join(f"- {bron.titel}\n  {bron.url}" for bron in kaart.bronnen))
    delen.append(f"Nagekeken op {kaart.nagekeken_op}")
    if vervolg:
        delen.append("\n".join(f"[ {vraag} ]" for vraag in vervolg))
    return "\n\n".join(delen)


def _vouw(tekst: str) -> str:
    """Paragraphs and list items as lines that fit the screen; items hang."""
    stukken = re.split(r"\n(?=\s*(?:\n|[-*] ))", tekst)
    return "\n".join(
        textwrap.fill(" ".join(stuk.split()), BREEDTE, subsequent_indent="  " if stuk.startswith(("- ", "* ")) else "")
        + ("\n" if not stuk.strip().startswith(("- ", "* ")) else "")
        for stuk in stukken
    ).rstrip()
