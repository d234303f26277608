"""Reading one YAML document into a model, and finding the line of a field when that fails."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from knowledge.errors import KennisFout, Melding, uitleg, veldnaam

M = TypeVar("M")
_BASIS: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Lezer(_BASIS):  # type: ignore[misc]
    """YAML as editors expect it: `nee`, `08:30` and dates are text, only `true` and `false` are booleans."""


def _zonder(soorten: set[str]) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    return {
        teken: [regel for regel in regels if regel[0] not in soorten]
        for teken, regels in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


Lezer.yaml_implicit_resolvers = _zonder(
    {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:timestamp"}
)
Lezer.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
Lezer.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^(?:0|-?[1-9][0-9]*)$"), list("-0123456789"))


def lees_yaml(tekst: str, bestand: str, *, eerste_regel: int = 1) -> Any:
    """The document as plain data; raises KennisFout with the line where the YAML breaks off."""
    try:
        dubbel = _dubbele_sleutels(yaml.compose(tekst, Loader=Lezer))
        if dubbel:
            raise KennisFout(
                [Melding(bestand, regel + eerste_regel, veld, "dit veld staat er twee keer") for regel, veld in dubbel]
            )
        return yaml.load(tekst, Loader=Lezer)  # noqa: S506 - a CSafeLoader
    except yaml.MarkedYAMLError as fout:
        regel = (fout.problem_mark.line if fout.problem_mark else 0) + eerste_regel
        raise KennisFout([Melding(bestand, regel, "", f"de opmaak klopt hier niet ({fout.problem})")]) from fout
    except yaml.reader.ReaderError as fout:
        regel = tekst.encode()[: fout.position].count(b"\n") + eerste_regel
        raise KennisFout([Melding(bestand, regel, "", "hier staat een onzichtbaar teken dat niet mag")]) from fout


def _dubbele_sleutels(knoop: yaml.Node | None) -> list[tuple[int, str]]:
    """Line, counted from zero, and name of every field that stands twice in the same record, at any depth."""
    if isinstance(knoop, yaml.SequenceNode):
        return [dubbel for deel in knoop.value for dubbel in _dubbele_sleutels(deel)]
    if not isinstance(knoop, yaml.MappingNode):
        return []
    namen = [str(sleutel.value) for sleutel, _ in knoop.value]
    eigen = [(s.start_mark.line, namen[i]) for i, (s, _) in enumerate(knoop.value) if namen[i] in namen[:i]]
    return eigen + [dubbel for _, waarde in knoop.value for dubbel in _dubbele_sleutels(waarde)]


def bouw(
    soort: type[M], data: Any, *, tekst: str, bestand: str, eerste_regel: int = 1, onder: Sequence[str | int] = ()
) -> M:
    """The data as a model of this kind; raises KennisFout naming file, line and field of every mistake."""
    try:
        if isinstance(soort, type) and issubclass(soort, BaseModel):
            return soort.model_validate(data)
        return TypeAdapter(soort).validate_python(data)
    except ValidationError as fouten:
        wortel = yaml.compose(tekst, Loader=Lezer)
        meldingen = [
            Melding(
                bestand,
                _regel(wortel, [*onder, *fout["loc"]]) + eerste_regel,
                veldnaam([*onder, *fout["loc"]]),
                uitleg(dict(fout)),
            )
            for fout in fouten.errors()
        ]
        raise KennisFout(meldingen) from fouten


def _regel(knoop: yaml.Node | None, pad: Sequence[str | int]) -> int:
    """The line, counted from zero, of the deepest part of this path that is really in the file."""
    regel = knoop.start_mark.line if knoop else 0
    for stap in pad:
        if isinstance(knoop, yaml.MappingNode):
            gevonden = next(((s, w) for s, w in knoop.value if s.value == stap), None)
            if gevonden is None:
                return int(regel)
            regel, knoop = gevonden[0].start_mark.line, gevonden[1]
        elif isinstance(knoop, yaml.SequenceNode) and isinstance(stap, int) and stap < len(knoop.value):
            knoop = knoop.value[stap]
            regel = knoop.start_mark.line
    return int(regel)
