"""What the pages say, kept by editors: short texts in YAML by group and id, long ones in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.errors import KennisFout, Melding
from knowledge.models import Model, Zin
from knowledge.yaml_file import bouw, lees_yaml

API = Path(__file__).parents[1]
DOCUMENTEN = API / "pages/teksten"
# The form asks the same questions as the chat does, in the same words: those are read where they are kept.
BESTANDEN = (
    API / "widget/src/teksten.yml",
    DOCUMENTEN / "paginas.yml",
    DOCUMENTEN / "kennis.yml",
    DOCUMENTEN / "consult.yml",
    API / "balie/teksten/balie.yml",
    API / "balie/teksten/werklijst.yml",
    API / "balie/teksten/consulten.yml",
)


class Tekst(Model):
    """What every text has; owner and review date are those of its file unless it has its own."""

    id: Zin
    eigenaar: Zin | None = None
    nagekeken_op: date | None = None


class Zinnetje(Tekst):
    """One short text; `{woord}` in it is filled in by the page."""

    tekst: Zin


class Veldtekst(Tekst):
    """What the form asks, how to answer, and why it is asked."""

    label: Zin
    hint: str = ""
    waarom: str = ""


class Bestand(Model):
    """One file of short texts, by group."""

    eigenaar: Zin
    nagekeken_op: date
    groepen: Mapping[str, tuple[Zinnetje | Veldtekst, ...]]


class Document(Model):
    """One long text in Markdown."""

    id: Zin
    titel: Zin
    eigenaar: Zin
    nagekeken_op: date
    tekst: Zin


class Paginateksten:
    """All short texts; calling it with `groep.id` gives one."""

    def __init__(self, bestanden: Iterable[Bestand]) -> None:
        self.zinnen: dict[str, str] = {}
        self.velden: dict[str, Veldtekst] = {}
        for bestand in bestanden:
            for groep, delen in bestand.groepen.items():
                self._voeg_toe(groep, delen)

    def _voeg_toe(self, groep: str, delen: Iterable[Zinnetje | Veldtekst]) -> None:
        for deel in delen:
            if isinstance(deel, Veldtekst):
                self.velden[deel.id] = deel
            else:
                self.zinnen[f"{groep}.{deel.id}"] = deel.tekst

    def __call__(self, sleutel: str, **waarden: Any) -> str:
        """The text with its words filled in; raises KeyError for an unknown text or a missing word."""
        return self.zinnen[sleutel].format_map(waarden)

    def keuze(self, groep: str, waarde: str) -> str:
        """The text of a value that comes from data, or the value itself when nobody wrote one."""
        return self.zinnen.get(f"{groep}.{waarde.replace(' ', '_')}", waarde)


def laad(bestanden: Iterable[Path]) -> Paginateksten:
    """Read these YAML files; a later one may add to a group. Raises KennisFout for a mistake."""
    return Paginateksten(_lees(pad) for pad in bestanden)


def _lees(pad: Path) -> Bestand:
    tekst = pad.read_text(encoding="utf-8")
    bestand = bouw(Bestand, lees_yaml(tekst, pad.name), tekst=tekst, bestand=pad.name)
    for groep, zinnen in bestand.groepen.items():
        ids = [zin.id for zin in zinnen]
        dubbel = {naam for naam in ids if ids.count(naam) > 1}
        if dubbel:
            raise KennisFout([Melding(pad.name, 1, f"{groep}.{naam}", "deze id staat er twee keer") for naam in dubbel])
    return bestand


@cache
def teksten() -> Paginateksten:
    """The texts of this process, read once."""
    return laad(BESTANDEN)


@cache
def document(naam: str) -> Document:
    """One long text, read once; raises KennisFout for a mistake."""
    pad = DOCUMENTEN / f"{naam}.md"
    delen = re.match(r"---\n(.*?\n)---\n(.*)\Z", pad.read_text(encoding="utf-8"), re.DOTALL)
    if delen is None:
        raise KennisFout([Melding(pad.name, 1, "", "het bestand begint niet met een kop tussen twee regels ---")])
    voor, tekst = delen.groups()
    data = lees_yaml(voor, pad.name, eerste_regel=2) | {"tekst": tekst}
    return bouw(Document, data, tekst=voor, bestand=pad.name, eerste_regel=2)
