"""Reads the danger rules and their word lists from YAML, with errors that name the file and the field."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, Field, StringConstraints, model_validator

from actions.kaarten import Niveau
from knowledge.errors import KennisFout, Melding
from knowledge.models import Model, Rol, Slug, Status, Zin
from knowledge.yaml_file import bouw, lees_yaml

Categorie = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
M = TypeVar("M", bound=BaseModel)


class Voorbeelden(Model):
    """Sentences on both sides of the line; the tests run through every one."""

    wel: tuple[Zin, ...] = Field(min_length=1)
    niet: tuple[Zin, ...] = Field(min_length=1)


class Regel(Model):
    """One rule a professional can read and sign: what it looks for, what it leaves alone, and how serious it is."""

    id: Slug
    categorie: Categorie
    per_rol: Mapping[Rol, Categorie] = Field(default_factory=dict)
    niveau: Niveau
    verhoog: Mapping[str, Niveau] = Field(default_factory=dict)
    versie: int = Field(ge=1)
    eigenaar: Zin
    status: Status
    omschrijving: Zin
    vast: bool = Field(default=False, description="so plain that the model can at most turn its alarm into a question")
    zonder_model: bool = Field(
        default=False, description="a code word or another language, of which the model makes nothing"
    )
    ontkenning: bool = Field(default=True, description="a negation beside the match takes the alarm away")
    wel: tuple[Zin, ...] = ()
    punten: Mapping[int, Zin] = Field(
        default_factory=dict, description="words by what they weigh, for signs that add up"
    )
    drempel: int = Field(default=0, ge=0)
    niet: tuple[Zin, ...] = ()
    tenzij: tuple[str, ...] = ()
    voorbeelden: Voorbeelden

    @model_validator(mode="after")
    def _zoekt_iets(self) -> Regel:
        if bool(self.punten) != bool(self.drempel):
            raise ValueError("'punten' en 'drempel' horen bij elkaar")
        if not self.wel and not self.punten:
            raise ValueError("een regel heeft 'wel' of 'punten' nodig")
        return self


class Regelbestand(Model):
    """A file of rules; `standaard` fills in what a rule leaves out."""

    standaard: Mapping[str, Any] = Field(default_factory=dict)
    regels: tuple[Regel, ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _vul_aan(cls, inhoud: Any) -> Any:
        if not isinstance(inhoud, dict) or not isinstance(inhoud.get("standaard", {}), dict):
            return inhoud
        standaard = inhoud.get("standaard", {})
        regels = [standaard | regel if isinstance(regel, dict) else regel for regel in inhoud.get("regels", [])]
        return inhoud | {"regels": regels}


class Omstandigheid(Model):
    """Something in the same sentence that changes what a match means.

    With `stopt_bij_keer` a "maar" or "nu" ends its reach; `binnen` is how many words may stand in between; with
    `ontkenbaar` a negation beside it takes it away ("geen grapje").
    """

    omschrijving: Zin
    stopt_bij_keer: bool = True
    binnen: int | None = Field(default=None, ge=0)
    ontkenbaar: bool = False
    patronen: tuple[Zin, ...] = Field(min_length=1)


class Omstandigheden(Model):
    """The file of named circumstances."""

    omstandigheden: Mapping[str, Omstandigheid]


class Woordenlijsten(Model):
    """The file of shared word lists: a name with its words, separated by spaces."""

    lijsten: Mapping[str, Zin]


class Spellingbestand(Model):
    """The file of chat spellings and of long words in which one typing error is undone."""

    voluit: Mapping[str, Zin]
    weglaten: Zin
    typfouten: Zin
    aaneen: Zin


class Categorieen(Model):
    """The file of categories with their definitions; the first weighs heaviest when two are equally serious."""

    categorieen: Mapping[Categorie, Zin]


def lees(pad: Path, model: type[M]) -> M:
    """The file as this model; raises KennisFout that names file, line and every wrong field."""
    tekst = pad.read_text(encoding="utf-8")
    return bouw(model, lees_yaml(tekst, pad.name), tekst=tekst, bestand=pad.name)


def regelfout(pad: Path, zoek: str, veld: str, uitleg: str) -> KennisFout:
    """A mistake in a rule file, at the first line where this text stands."""
    regels = pad.read_text(encoding="utf-8").splitlines()
    nummer = next((nummer for nummer, regel in enumerate(regels, 1) if zoek in regel), 1)
    return KennisFout([Melding(pad.name, nummer, veld, uitleg)])
