"""What a gemeente keeps: kernen and teams, sociale kaart, contactpersonen, and additions to national articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from knowledge.check.articles import controleer_bronnen, controleer_data, geen_nummers, teksten
from knowledge.check.files import Bestand, Inhoud
from knowledge.check.language import Tekst, controleer_jargon, controleer_taal
from knowledge.errors import Melding
from knowledge.models import Aanvulling, Gemeente

AANVULLING_MAX = 120


def controleer_gemeente(gemeente: Gemeente, inhoud: Inhoud) -> Iterator[Melding]:
    """Everything wrong in one gemeente."""
    yield from _kernen_en_teams(gemeente, inhoud)
    yield from _sociale_kaart(gemeente, inhoud)
    yield from _contactpersonen(gemeente, inhoud)
    for aanvulling in gemeente.aanvullingen:
        yield from _aanvulling(aanvulling, gemeente, inhoud)


def dubbel(ids: Iterable[str]) -> list[str]:
    """The ids that occur more than once."""
    return [sleutel for sleutel, aantal in Counter(ids).items() if aantal > 1]


def _dubbele(ids: Iterable[str], bestand: Bestand) -> Iterator[Melding]:
    for sleutel in dubbel(ids):
        regel = bestand.regel(f"id: {sleutel}", keer=2)
        yield Melding(bestand.naam, regel, sleutel, "dit id staat er twee keer")


def _kernen_en_teams(gemeente: Gemeente, inhoud: Inhoud) -> Iterator[Melding]:
    naam = f"gemeenten/{gemeente.id}"
    bestand, teambestand = inhoud.bestand(f"{naam}/gemeente.yml"), inhoud.bestand(f"{naam}/teams.yml")
    yield from _dubbele((kern.id for kern in gemeente.kernen), bestand)
    yield from _dubbele((team.id for team in gemeente.teams), teambestand)
    teams, plekken = {team.id for team in gemeente.teams}, {plek.id for plek in gemeente.sociale_kaart}
    for kern in gemeente.kernen:
        if kern.team not in teams:
            yield _bij(bestand, kern.id, f"kern {kern.id}", f"team '{kern.team}' bestaat niet")
    for team in gemeente.teams:
        for partner in sorted(set(team.partners) - plekken):
            yield _bij(teambestand, team.id, team.id, f"partner '{partner}' staat niet in sociale_kaart.yml")
        genoemd = {slug for gebied in team.aandachtsgebieden for slug in gebied.onderwerpen}
        for slug in sorted(genoemd - inhoud.kennis.onderwerpen.keys()):
            yield _bij(teambestand, team.id, team.id, f"onderwerp '{slug}' van een aandachtsgebied bestaat niet")


def _bij(bestand: Bestand, sleutel: str, veld: str, uitleg: str) -> Melding:
    return Melding(bestand.naam, bestand.regel(f"id: {sleutel}"), veld, uitleg)


def _sociale_kaart(gemeente: Gemeente, inhoud: Inhoud) -> Iterator[Melding]:
    bestand = inhoud.bestand(f"gemeenten/{gemeente.id}/sociale_kaart.yml")
    kernen = {kern.id for kern in gemeente.kernen}
    yield from _dubbele((plek.id for plek in gemeente.sociale_kaart), bestand)
    for plek in gemeente.sociale_kaart:
        for slug in sorted(set(plek.onderwerpen) - inhoud.kennis.onderwerpen.keys()):
            yield _bij(bestand, plek.id, plek.id, f"onderwerp '{slug}' bestaat niet")
        for kern_id in sorted(set(plek.kernen) - kernen):
            yield _bij(bestand, plek.id, plek.id, f"kern '{kern_id}' bestaat niet")
        if (plek.telefoon or plek.email) and not plek.bronnen:
            yield _bij(bestand, plek.id, plek.id, "contactgegevens zonder bron")
        if plek.minimum_age > plek.maximum_age:
            yield _bij(bestand, plek.id, plek.id, "minimum_age is hoger dan maximum_age")
        if plek.assured_date > inhoud.vandaag:
            yield _bij(bestand, plek.id, plek.id, "assured_date ligt in de toekomst")
        yield from controleer_bronnen(plek.bronnen, bestand, inhoud.vandaag)


def _contactpersonen(gemeente: Gemeente, inhoud: Inhoud) -> Iterator[Melding]:
    bestand = inhoud.bestand(f"gemeenten/{gemeente.id}/contactpersonen.yml")
    kernen = {kern.id for kern in gemeente.kernen}
    yield from _dubbele((mens.id for mens in gemeente.contactpersonen), bestand)
    for mens in gemeente.contactpersonen:
        if mens.kern is not None and mens.kern not in kernen:
            yield _bij(bestand, mens.id, mens.id, f"kern '{mens.kern}' bestaat niet")
        if mens.nagekeken_op > inhoud.vandaag:
            yield _bij(bestand, mens.id, mens.id, "nagekeken_op ligt in de toekomst")


def _aanvulling(aanvulling: Aanvulling, gemeente: Gemeente, inhoud: Inhoud) -> Iterator[Melding]:
    bestand = inhoud.bestand(f"gemeenten/{gemeente.id}/artikelen/{aanvulling.bij}.md")
    if aanvulling.bij not in inhoud.kennis.artikelen and aanvulling.bij not in inhoud.kennis.onderwerpen:
        soort = "artikel" if "/" in aanvulling.bij else "onderwerp"
        yield Melding(bestand.naam, 1, "bestandsnaam", f"{soort} '{aanvulling.bij}' bestaat niet")
    stukken: list[Tekst] = [("titel", aanvulling.titel), ("tekst", aanvulling.tekst)]
    landelijk = [
        tekst
        for artikel in inhoud.kennis.artikelen.values()
        if aanvulling.bij in (artikel.id, artikel.onderwerp)
        for tekst in teksten(artikel)
    ]
    if (woorden := len(aanvulling.tekst.split())) > AANVULLING_MAX:
        yield bestand.meld(aanvulling.tekst, "tekst", f"{woorden} woorden; ten hoogste {AANVULLING_MAX}")
    yield from controleer_data(aanvulling, bestand, inhoud.vandaag)
    yield from controleer_taal(stukken, inhoud, bestand)
    yield from controleer_jargon(stukken, inhoud, bestand, vakgenoten=False, erbij=landelijk)
    for veld, tekst in stukken:
        yield from geen_nummers(veld, tekst, bestand)
