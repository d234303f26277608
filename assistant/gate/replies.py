"""The fixed replies as editors keep them in `antwoorden/`, read once, and the choice of the one that fits a signal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, model_validator

from actions.kaarten import Niveau
from assistant.gate.rulefiles import lees
from knowledge.models import Model, Rol, Status, Zin

ANTWOORDEN = Path(__file__).with_name("antwoorden")


class Ondertekend(Model):
    """Who owns a text and when it was last checked."""

    eigenaar: Zin
    nagekeken_op: date
    status: Status


class Antwoord(Ondertekend):
    """One fixed reply: first what to do now, then one question; no category means: for every other category.

    With doubt the question decides: `gevaar_bij` is the answer that makes it an alarm after all.
    """

    id: Zin
    categorie: tuple[str, ...]
    niveau: tuple[Niveau, ...] = Field(min_length=1)
    rol: tuple[Rol, ...] = ()
    tekst: Zin
    vraag: Zin
    hulplijnen: tuple[str, ...] = Field(min_length=1)
    gevaar_bij: Literal["ja", "nee"] | None = None

    @model_validator(mode="after")
    def _weet_welk_antwoord_gevaar_is(self) -> Antwoord:
        if (self.gevaar_bij is None) == ("twijfel" in self.niveau):
            raise ValueError(
                "een vraag bij twijfel zegt met 'gevaar_bij' welk antwoord gevaar is; een ander antwoord doet dat niet"
            )
        return self


class Antwoordbestand(Model):
    """A file of replies; `standaard` fills in what each has in common."""

    standaard: Mapping[str, Any]
    antwoorden: tuple[Antwoord, ...]

    @model_validator(mode="before")
    @classmethod
    def _vul_aan(cls, inhoud: Any) -> Any:
        if not isinstance(inhoud, dict) or not isinstance(inhoud.get("standaard"), dict):
            return inhoud
        return inhoud | {"antwoorden": [inhoud["standaard"] | antwoord for antwoord in inhoud["antwoorden"]]}


class VasteZinnen(Ondertekend):
    """The sentences that every safety reply shares."""

    computer: Zin
    jgt: Zin
    jgt_na_nood: Zin
    crisis: Zin
    crisis_na_nood: Zin
    na_alarm: Zin
    na_nood: Zin
    na_alarm_weer: Zin
    na_nood_weer: Zin
    hervat: Zin
    hervat_niet_bedoeld: Zin
    keuze_jgt_belt: Zin
    keuze_niet_bedoeld: Zin
    keuze_ja: Zin
    keuze_nee: Zin


class Noodlijn(Model):
    """A help line as it stands in the last-resort file."""

    id: Zin
    naam: Zin
    nummer: Zin
    waarvoor: Zin


class Noodtekst(Ondertekend):
    """What is said when not even the help lines can be loaded."""

    tekst: Zin
    lijnen: tuple[Noodlijn, ...] = Field(min_length=1)


class Antwoordboek:
    """All fixed replies of a folder; raises KennisFout when one is not right."""

    def __init__(self, map_: Path = ANTWOORDEN) -> None:
        self.vast = lees(map_ / "_vast.yml", VasteZinnen)
        self.nood = lees(map_ / "noodtekst.yml", Noodtekst)
        bestanden = [pad for pad in sorted(map_.glob("[a-z]*.yml")) if pad.stem not in ("noodtekst", "talen")]
        self.antwoorden = tuple(antwoord for pad in bestanden for antwoord in lees(pad, Antwoordbestand).antwoorden)

    def kies(self, categorie: str, niveau: Niveau, rol: str | None) -> Antwoord:
        """The reply for this category, level and rol: the one that names most of them."""
        past = [
            antwoord for antwoord in self.antwoorden if niveau in antwoord.niveau and _past(antwoord, categorie, rol)
        ]
        return max(past, key=lambda antwoord: (categorie in antwoord.categorie, rol in antwoord.rol))


def _past(antwoord: Antwoord, categorie: str, rol: str | None) -> bool:
    return _leeg_of_in(categorie, antwoord.categorie) and _leeg_of_in(rol, antwoord.rol)


def _leeg_of_in(waarde: str | None, lijst: Iterable[str]) -> bool:
    namen = tuple(lijst)
    return not namen or waarde in namen


@cache
def antwoordboek() -> Antwoordboek:
    """The replies of this installation, read the first time they are needed."""
    return Antwoordboek()
