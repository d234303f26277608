"""Every sentence the assistant says, kept in `teksten/*.yml` by editors; actions name them, code never holds them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import Field

from actions.kaarten import Keuze, Keuzes, Tekst
from knowledge.errors import KennisFout, Melding
from knowledge.models import Model, Rol, Zin
from knowledge.yaml_file import bouw, lees_yaml

MAP = Path(__file__).parent / "teksten"
Varianten = Annotated[tuple[Zin, ...], Field(min_length=1)]


class Knop(Model):
    """A quick reply under a text."""

    label: Zin
    keuze: Zin


class Zinnen(Model):
    """One thing to say: variants so that a repeated visit does not sound canned, and other words for another reader."""

    id: Zin
    eigenaar: Zin
    nagekeken_op: date
    zeg: Varianten
    zeg_tegen: Mapping[Rol, Varianten] = {}
    knoppen: tuple[Knop, ...] = ()

    def voor(self, rol: str | None) -> tuple[str, ...]:
        """The variants for this reader, or the general ones."""
        return next((zinnen for wie, zinnen in self.zeg_tegen.items() if wie == rol), self.zeg)


class Teksten:
    """All texts by id; `labels` has every button: its value and what it says."""

    def __init__(self, zinnen: Iterable[Zinnen]) -> None:
        self._bij_id = {zin.id: zin for zin in zinnen}
        self.labels = {knop.keuze: knop.label for zin in self._bij_id.values() for knop in zin.knoppen}

    @classmethod
    def laad(cls, map_: Path = MAP) -> Teksten:
        """Read every file in the folder; raises KennisFout for a mistake or an id that stands twice."""
        alle: list[Zinnen] = []
        for bestand in sorted(map_.glob("*.yml")):
            inhoud = bestand.read_text(encoding="utf-8")
            data = lees_yaml(inhoud, bestand.name)
            alle += bouw(list[Zinnen], data["teksten"], tekst=inhoud, bestand=bestand.name, onder=("teksten",))
        dubbel = {zin.id for zin in alle if sum(ander.id == zin.id for ander in alle) > 1}
        if dubbel:
            raise KennisFout([Melding("teksten", 1, tekst_id, "deze id staat er twee keer") for tekst_id in dubbel])
        return cls(alle)

    def __iter__(self) -> Iterable[Zinnen]:  # type: ignore[misc]
        return iter(self._bij_id.values())

    def __contains__(self, tekst_id: object) -> bool:
        return tekst_id in self._bij_id

    def zeg(self, tekst_id: str, *, rol: str | None = None, kiem: str = "", **waarden: str) -> Tekst:
        """The text with this id as a card; `kiem` picks the variant, the same seed always the same one."""
        varianten = self._bij_id[tekst_id].voor(rol)
        nummer = int(hashlib.sha256(kiem.encode()).hexdigest(), 16) % len(varianten) if kiem else 0
        return Tekst(tekst=varianten[nummer].format(**waarden), id=tekst_id)

    def knoppen(self, tekst_id: str) -> Keuzes | None:
        """The quick replies that belong to this text, if it has any."""
        knoppen = self._bij_id[tekst_id].knoppen
        return Keuzes(keuzes=[Keuze(label=k.label, keuze=k.keuze) for k in knoppen]) if knoppen else None
