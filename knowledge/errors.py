"""Mistakes in content, named by file, line and field, in words an editor understands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

UITLEG = {
    "missing": "dit veld ontbreekt",
    "extra_forbidden": "dit veld kennen we niet; staat er een tikfout in de naam?",
    "literal_error": "deze waarde mag hier niet; kies uit: {expected}",
    "date_from_datetime_parsing": "dit is geen datum; schrijf hem als 2026-11-22",
    "date_parsing": "dit is geen datum; schrijf hem als 2026-11-22",
    "date_from_datetime_inexact": "dit is geen datum; schrijf hem als 2026-11-22",
    "date_type": "dit is geen datum; schrijf hem als 2026-11-22",
    "int_parsing": "hier moet een heel getal staan",
    "int_type": "hier moet een heel getal staan",
    "int_from_float": "hier moet een heel getal staan",
    "greater_than_equal": "dit getal is te laag; {ge} is het laagste",
    "less_than_equal": "dit getal is te hoog; {le} is het hoogste",
    "bool_type": "hier moet true of false staan",
    "bool_parsing": "hier moet true of false staan",
    "string_type": "hier moet tekst staan; zet er aanhalingstekens om",
    "string_too_short": "dit veld is leeg",
    "string_pattern_mismatch": "gebruik alleen kleine letters, cijfers en streepjes",
    "url_parsing": "dit is geen webadres; het begint met https://",
    "url_type": "dit is geen webadres; het begint met https://",
    "url_scheme": "dit is geen webadres; het begint met https://",
    "tuple_type": "hier moet een lijst staan",
    "list_type": "hier moet een lijst staan",
    "too_short": "deze lijst heeft te weinig regels",
    "time_parsing": "dit is geen tijd; schrijf hem als 08:30",
    "time_type": "dit is geen tijd; schrijf hem als 08:30",
    "model_type": "hier moeten velden met een naam en een waarde staan",
    "dict_type": "hier moeten velden met een naam en een waarde staan",
}


@dataclass(frozen=True, order=True)
class Melding:
    """One finding of the content check."""

    bestand: str
    regel: int
    veld: str
    uitleg: str
    ernst: str = "fout"

    def __str__(self) -> str:
        plek = f"{self.bestand}, regel {self.regel}"
        return f"{plek}, {self.veld}: {self.uitleg}" if self.veld else f"{plek}: {self.uitleg}"


class KennisFout(Exception):
    """Content could not be read; `meldingen` lists every mistake, not only the first."""

    def __init__(self, meldingen: Sequence[Melding]) -> None:
        self.meldingen = tuple(meldingen)
        super().__init__("\n".join(str(melding) for melding in self.meldingen))


def uitleg(fout: dict[str, Any]) -> str:
    """A pydantic error in plain Dutch."""
    if fout["type"] == "value_error":
        return str(fout["ctx"]["error"])
    woorden = UITLEG.get(fout["type"])
    if woorden is None:
        return f"deze waarde klopt niet ({fout['msg']})"
    return woorden.format(**{naam: str(deel).replace(" or ", " of ") for naam, deel in fout.get("ctx", {}).items()})


def veldnaam(pad: Sequence[str | int]) -> str:
    """A path as an editor would say it: `bronnen 2, url`."""
    delen: list[str] = []
    for stap in pad:
        if isinstance(stap, int) and delen:
            delen[-1] += f" {stap + 1}"
        else:
            delen.append(str(stap))
    return ", ".join(delen)


def plek(bestand: Path, basis: Path) -> str:
    """The file as seen from the content folder."""
    return bestand.relative_to(basis).as_posix() if bestand.is_relative_to(basis) else bestand.name
