"""`{hulplijn:...}` and `{team:...}` wherever they stand: known, well written, and in a place where they are filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge.base import VERWIJZING
from knowledge.check.files import Inhoud
from knowledge.check.local import dubbel
from knowledge.errors import Melding, plek
from knowledge.loading import lees_hulplijnen, lees_onderwerpen
from knowledge.stroomschema import JGT

LIJKT_EROP = re.compile(r"\{\s*(?:hulplijn|team)\b[^{}\n]*\}?|\{[^{}\n:]*\b(?:hulplijn|team)\s*:[^{}\n]*\}?", re.I)
ONGEVULD = ("sociale_kaart.yml", "contactpersonen.yml", "hulplijnen.yml", "onderwerpen.yml")
OPMERKING = re.compile(r"^\s*#(?!#)")


def controleer_verwijzingen(inhoud: Inhoud, ook: Iterable[Path] = ()) -> Iterator[Melding]:
    """Every reference in the content folder, and in the texts `ook` that stand elsewhere."""
    bestanden = [pad for soort in ("*.md", "*.yml") for pad in sorted(inhoud.basis.rglob(soort))]
    for pad in [*bestanden, *ook]:
        naam = plek(pad, inhoud.basis)
        for nummer, regel in enumerate(pad.read_text(encoding="utf-8-sig").splitlines(), 1):
            if OPMERKING.match(regel):
                continue
            for treffer in LIJKT_EROP.finditer(regel):
                if uitleg := _fout(treffer[0], inhoud, gevuld=pad.name not in ONGEVULD):
                    yield Melding(naam, nummer, treffer[0], uitleg)


def _fout(verwijzing: str, inhoud: Inhoud, *, gevuld: bool) -> str | None:
    goed = VERWIJZING.fullmatch(verwijzing)
    if goed is None:
        return "zo herkennen we het niet; schrijf {hulplijn:naam} of {team:telefoon}, zonder spaties"
    soort, sleutel = goed.groups()
    if soort == "hulplijn" and sleutel not in inhoud.kennis.hulplijnen:
        return f"hulplijn '{sleutel}' bestaat niet"
    if soort == "team" and sleutel != "telefoon":
        return "van het team kennen we alleen 'telefoon'"
    return None if gevuld else "in dit bestand vullen we niets in; zeg het in gewone woorden"


def controleer_registers(inhoud: Inhoud) -> Iterator[Melding]:
    """Ids that stand twice in a national register, and help lines seen on a day that has yet to come."""
    lijnen = inhoud.bestand("landelijk/hulplijnen.yml")
    gelezen = lees_hulplijnen(inhoud.basis / lijnen.naam, inhoud.basis)
    for sleutel in dubbel(lijn.id for lijn in gelezen):
        yield lijnen.meld(f"id: {sleutel}", "", f"het id '{sleutel}' staat er twee keer")
    for lijn in gelezen:
        if lijn.herkomst.gezien_op > inhoud.vandaag:
            yield lijnen.meld(f"id: {lijn.id}", "", f"{lijn.id}: gezien_op ligt in de toekomst")
    yield from _schemas(inhoud)
    onderwerpen = inhoud.bestand("landelijk/onderwerpen.yml")
    for slug in dubbel(o.slug for o in lees_onderwerpen(inhoud.basis / onderwerpen.naam, inhoud.basis)):
        yield onderwerpen.meld(f"{slug}:", "", f"het onderwerp '{slug}' staat er twee keer")


def _schemas(inhoud: Inhoud) -> Iterator[Melding]:
    """Help lines that a step names and that do not exist, and routes that have expired."""
    for naam, schema in inhoud.kennis.schemas.items():
        bestand = inhoud.bestand(f"landelijk/{naam}.yml")
        for stap in schema.stappen:
            for lijn in set(stap.hulplijnen) - {JGT, *inhoud.kennis.hulplijnen}:
                yield bestand.meld(f"id: {stap.id}", "hulplijnen", f"hulplijn '{lijn}' bestaat niet")
        if schema.verloopt_op < inhoud.vandaag:
            yield bestand.meld("verloopt_op", "verloopt_op", "dit schema is verlopen: laat het nakijken")
