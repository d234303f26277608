"""Question sets: one JSON object a line, or a file in YAML, checked before anything is measured."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


class SetFout(Exception):
    """The question set cannot be read; the message names the line."""


class Regel(BaseModel):
    """A line may hold more than we use."""

    model_config = ConfigDict(extra="allow")
    text: str


class KennisRegel(Regel):
    """A question with the topic it is about, and what should happen with it."""

    topic: str | None
    expect: str | None = None
    asker: str | None = None
    age_hint: float | str | None = None
    """In years; a range is written as '4-12' or '18+' and counts by its start."""


class VeiligheidRegel(Regel):
    """A message, whether it must raise an alarm, and how serious it is."""

    must_trigger: bool
    urgency: str | None = None
    category: str | None = None


class Span(BaseModel):
    """Where personal data stands; `end` is exclusive."""

    start: int
    end: int
    type: str


class PiiRegel(Regel):
    """A message with the personal data in it."""

    spans: list[Span]


def lees_set(bestand: Path, soort: type[M]) -> list[M]:
    """Every line as a question; raises SetFout naming the first line that cannot be read."""
    regels = []
    for nummer, regel in enumerate(_regels(bestand), 1):
        if not regel.strip():
            continue
        try:
            regels.append(soort.model_validate_json(regel))
        except ValidationError as fout:
            deel = fout.errors()[0]
            veld = ".".join(map(str, deel["loc"]))
            raise SetFout(f"{bestand.name}, regel {nummer}: {veld or 'geen geldige JSON'} ({deel['msg']})") from None
    if not regels:
        raise SetFout(f"{bestand.name} is leeg")
    return regels


def lees_yaml(bestand: Path, vorm: TypeAdapter[T]) -> T:
    """A set in YAML, checked against its form; raises SetFout naming the file and the place in it."""
    try:
        return vorm.validate_python(yaml.safe_load(bestand.read_text(encoding="utf-8")))
    except ValidationError as fout:
        eerste = fout.errors()[0]
        raise SetFout(f"{bestand.name}, {'.'.join(map(str, eerste['loc']))}: {eerste['msg']}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as fout:
        raise SetFout(f"{bestand.name} is geen YAML ({type(fout).__name__})") from None


def _regels(bestand: Path) -> list[str]:
    try:
        return bestand.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as fout:
        raise SetFout(f"{bestand.name} is geen UTF-8") from fout


def schrijf(bestand: Path, uitkomsten: Iterable[dict[str, Any]]) -> None:
    """One result a line."""
    bestand.write_text("".join(json.dumps(u, ensure_ascii=False) + "\n" for u in uitkomsten), encoding="utf-8")
