"""The kennisbank: one consistent snapshot of all content, swapped as a whole when editors change something."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from knowledge.errors import KennisFout, Melding
from knowledge.index_cache import zoeker_voor
from knowledge.loading import (
    lees_alles,
    lees_artikelen,
    lees_begrippen,
    lees_gemeente,
    lees_hulplijnen,
    lees_onderwerpen,
    lees_stroomschema,
    lees_voorbeeldvragen,
)
from knowledge.models import Artikel, Gemeente, Hulplijn, Onderwerp, Rol, Voorziening
from knowledge.places import Wegwijzer
from knowledge.searching import Treffer, Zoeker
from knowledge.seekwords import Begrip
from knowledge.stroomschema import Stap, Stroomschema

MAP = Path(__file__).parent
SCHEMAS = ("stroomschema", "meldcode")
VERWIJZING = re.compile(r"\{(hulplijn|team):([a-z0-9-]+)\}")


@dataclass(frozen=True)
class Kennisbank:
    """Everything that is known at one moment; never changed, only replaced."""

    onderwerpen: Mapping[str, Onderwerp]
    artikelen: Mapping[str, Artikel]
    hulplijnen: Mapping[str, Hulplijn]
    gemeenten: Mapping[str, Gemeente]
    gelezen_op: date
    voorbeeldvragen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Questions by topic that belong to no article in particular; under BUITEN what is not ours to answer."""
    index_map: Path | None = None
    begrippen: tuple[Begrip, ...] = ()
    """The words by which people look for a kind of help nearby."""
    schemas: Mapping[str, Stroomschema] = field(default_factory=dict)
    """The routes in steps, by name: `stroomschema` (whom to involve when) and `meldcode`."""

    @classmethod
    def laad(
        cls, basis: Path = MAP, *, demo: bool = True, vandaag: date | None = None, index_map: Path | None = None
    ) -> Kennisbank:
        """Read all content below this folder; raises KennisFout with every mistake found.

        The search index is kept in `index_map`, so that it is built once for each state of the content.
        """
        zoekwoorden = basis / "landelijk/zoekwoorden.yml"
        mappen = sorted(pad.parent for pad in (basis / "gemeenten").glob("*/gemeente.yml"))
        lezers: list[Callable[[], list[Any]]] = [
            lambda: lees_onderwerpen(basis / "landelijk/onderwerpen.yml", basis),
            lambda: lees_hulplijnen(basis / "landelijk/hulplijnen.yml", basis),
            lambda: lees_artikelen(basis, basis / "artikelen"),
            lambda: lees_alles(mappen, lambda map_: lees_gemeente(map_, basis, demo=demo)),
            lambda: lees_alles(_schemas(basis), lambda pad: lees_stroomschema(pad, basis)),
        ]
        onderwerpen, hulplijnen, artikelen, gemeenten, schemas = lees_alles(lezers, lambda lees: lees())
        return cls(
            onderwerpen={onderwerp.slug: onderwerp for onderwerp in onderwerpen},
            artikelen={artikel.id: artikel for artikel in artikelen},
            hulplijnen={lijn.id: lijn for lijn in hulplijnen},
            gemeenten={gemeente.id: gemeente for gemeente in gemeenten},
            gelezen_op=vandaag or date.today(),
            voorbeeldvragen=lees_voorbeeldvragen(basis / "voorbeeldvragen", basis),
            index_map=index_map,
            begrippen=tuple(lees_begrippen(zoekwoorden, basis)) if zoekwoorden.exists() else (),
            schemas={pad.stem: schema for pad, schema in zip(_schemas(basis), schemas, strict=True)},
        )

    @cached_property
    def geldig(self) -> tuple[Artikel, ...]:
        """The articles that may be given as an answer: everything that has not expired."""
        return tuple(artikel for artikel in self.artikelen.values() if not artikel.verlopen(self.gelezen_op))

    def te_geven(self, artikel_id: str) -> Artikel | None:
        """The article with this id, unless it does not exist or has expired."""
        artikel = self.artikelen.get(artikel_id)
        return None if artikel is None or artikel.verlopen(self.gelezen_op) else artikel

    def stap(self, adres: str) -> tuple[Stroomschema, Stap] | None:
        """The step with this address (`meldcode/signalen`) and the route it belongs to."""
        naam, _, stap_id = adres.partition("/")
        schema = self.schemas.get(naam)
        stap = schema.stap(stap_id) if schema else None
        return None if schema is None or stap is None else (schema, stap)

    @cached_property
    def zoeker(self) -> Zoeker:
        """The search index, read or built on first use."""
        return zoeker_voor(self.geldig, self.voorbeeldvragen, self.index_map)

    def zoek(
        self, vraag: str, *, rol: Rol | None = None, leeftijd: float | None = None, aantal: int = 5
    ) -> list[Treffer]:
        """The best articles for a question; see Zoeker.zoek."""
        return self.zoeker.zoek(vraag, rol=rol, leeftijd=leeftijd, aantal=aantal)

    @cached_property
    def wegwijzers(self) -> Mapping[str, Wegwijzer]:
        """For every gemeente the index over its sociale kaart, built on first use."""
        return {
            plaats.id: Wegwijzer.bouw(
                plaats.sociale_kaart,
                self.begrippen,
                zonder=[plaats.naam, *(naam for kern in plaats.kernen for naam in (kern.naam, *kern.ook))],
            )
            for plaats in self.gemeenten.values()
        }

    def gemeente(self, gemeente_id: str) -> Gemeente:
        """The gemeente with this id; raises KeyError when it is not one of ours."""
        return self.gemeenten[gemeente_id]

    def voorzieningen(
        self,
        gemeente: Gemeente,
        *,
        onderwerp: str | None = None,
        kern: str | None = None,
        leeftijd: float | None = None,
    ) -> list[Voorziening]:
        """What the sociale kaart has for this topic, kern and age; what is nearest first."""
        passend = [
            plek
            for plek in gemeente.sociale_kaart
            if plek.status == "active"
            and (onderwerp is None or onderwerp in plek.onderwerpen)
            and (kern is None or not plek.kernen or kern in plek.kernen)
            and (leeftijd is None or plek.minimum_age <= leeftijd < plek.maximum_age + 1)
        ]
        return sorted(passend, key=lambda plek: (not plek.kernen, len(plek.onderwerpen)))

    def vul_in(self, tekst: str, gemeente: Gemeente | None = None) -> str:
        """The text with `{hulplijn:..}` and `{team:..}` replaced by name and number, or by the name alone."""

        def vervang(treffer: re.Match[str]) -> str:
            soort, sleutel = treffer.groups()
            return self._hulplijn(sleutel) if soort == "hulplijn" else _team(gemeente, sleutel)

        return VERWIJZING.sub(vervang, tekst)

    def _hulplijn(self, lijn_id: str) -> str:
        lijn = self.hulplijnen[lijn_id]
        telefoon = lijn.kanaal("telefoon")
        if telefoon is None or telefoon.waarde is None:
            return lijn.naam
        return telefoon.waarde if lijn_id == "112" else f"{lijn.naam} ({telefoon.waarde})"


def _schemas(basis: Path) -> list[Path]:
    """The files of the routes that are there; a small content folder may have none."""
    return [pad for naam in SCHEMAS if (pad := basis / f"landelijk/{naam}.yml").exists()]


def _team(gemeente: Gemeente | None, sleutel: str) -> str:
    if sleutel == "telefoon" and gemeente is not None and gemeente.telefoon:
        return f"het JGT ({gemeente.telefoon})"
    return "het JGT"


def laad_of_meld(
    basis: Path = MAP, *, demo: bool = True, vandaag: date | None = None
) -> tuple[Kennisbank | None, tuple[Melding, ...]]:
    """The kennisbank, or the mistakes that keep it from being read."""
    try:
        return Kennisbank.laad(basis, demo=demo, vandaag=vandaag), ()
    except KennisFout as fout:
        return None, fout.meldingen
