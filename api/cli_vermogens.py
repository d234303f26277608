"""`voordeur vermogens`: the 120 promises of the front door, how far each one is, and which tests say so."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

import typer
import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from api.settings import ROOT

TESTS = ROOT / "tests"
MAP = TESTS / "vermogens"
GESPREKKEN = MAP / "gesprekken"
DOCUMENT = ROOT / "docs/vermogens.md"
AANTAL = 120
HoortBij = Literal["gesprek", "kennis", "overdracht", "balie", "beheer", "web", "veiligheid"]
Staat = Literal["af", "deels", "niet"]

vermogens = typer.Typer(no_args_is_help=True, help="De 120 vermogens: wat de voordeur kan, en welke test dat zegt.")


class Rij(BaseModel):
    """One vermogen: when it works, how far it is, and tests elsewhere that prove it without naming its number."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nummer: int = Field(ge=1, le=AANTAL)
    naam: str
    werkt_als: str
    hoort_bij: HoortBij
    staat: Staat
    waarom: str = ""
    tests: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _eerlijk(self) -> Self:
        if (self.staat == "af") == bool(self.waarom):
            raise ValueError("deels en niet vragen een zin waarom, af niet")
        return self


class Genoemd(BaseModel):
    """What the document needs of a conversation: its numbers, and why it cannot reach its outcome yet."""

    id: str
    vermogen: tuple[Annotated[int, Field(ge=1, le=AANTAL)], ...] = Field(min_length=1)
    nog_niet: str = ""


RIJEN, GENOEMD = TypeAdapter(list[Rij]), TypeAdapter(list[Genoemd])


def lees_rijen() -> list[Rij]:
    """All vermogens in their order; raises ValidationError naming a wrong field."""
    return RIJEN.validate_python(lees_yml(MAP / "vermogens.yml")["vermogens"])


def lees_genoemd() -> list[Genoemd]:
    """What every conversation in tests/vermogens says it shows."""
    paden = sorted(GESPREKKEN.glob("*.yml"))
    return [genoemd for pad in paden for genoemd in GENOEMD.validate_python(lees_yml(pad)["gesprekken"])]


def lees_yml(pad: Path) -> Any:
    """A YAML file as it stands."""
    return yaml.safe_load(pad.read_text(encoding="utf-8"))


def gemerkte_tests(map_: Path = TESTS) -> dict[int, list[str]]:
    """Per number the tests that carry it with `pytest.mark.vermogen(...)`, as path::name."""
    per_nummer: defaultdict[int, list[str]] = defaultdict(list)
    for pad in sorted(map_.rglob("test_*.py")):
        tekst = pad.read_text(encoding="utf-8")
        if "mark.vermogen(" not in tekst:
            continue
        for knoop in ast.walk(ast.parse(tekst)):
            if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                for nummer in _nummers(knoop.decorator_list):
                    per_nummer[nummer].append(f"{pad.relative_to(map_.parent).as_posix()}::{knoop.name}")
    return dict(per_nummer)


def _nummers(merken: Iterable[ast.expr]) -> Iterator[int]:
    for merk in merken:
        if isinstance(merk, ast.Call) and isinstance(merk.func, ast.Attribute) and merk.func.attr == "vermogen":
            for waarde in merk.args:
                if isinstance(waarde, ast.Constant) and isinstance(waarde.value, int):
                    yield waarde.value


def vindplaatsen(*, ook_nog_niet: bool = True) -> dict[int, list[str]]:
    """Every test that names a vermogen: conversations, marked tests, and tests that the list itself points at."""
    per_nummer: defaultdict[int, list[str]] = defaultdict(list)
    for gesprek in lees_genoemd():
        if ook_nog_niet or not gesprek.nog_niet:
            for nummer in gesprek.vermogen:
                per_nummer[nummer].append(f"gesprek `{gesprek.id}`" + (" (nog niet)" if gesprek.nog_niet else ""))
    for nummer, namen in gemerkte_tests().items():
        per_nummer[nummer] += [f"`{naam}`" for naam in namen]
    for rij in lees_rijen():
        per_nummer[rij.nummer] += [f"`{naam}`" for naam in rij.tests]
    return dict(per_nummer)


def inhoud() -> str:
    """The whole document."""
    rijen, tests = lees_rijen(), vindplaatsen()
    gesprekken = lees_genoemd()
    nog_niet = sum(bool(gesprek.nog_niet) for gesprek in gesprekken)
    regels = [
        "# Vermogens",
        "",
        "Wat de voordeur moet kunnen, hoe ver dat is en welke test het zegt. Dit document wordt gemaakt uit `tests/vermogens/`;",
        "verander het daar en draai `voordeur vermogens document`.",
        "",
        *_tellingen(rijen),
        "",
        f"{len(gesprekken)} gesprekken worden met het echte model gespeeld. Bij {nog_niet} staat waarom de uitkomst nog niet",
        "gehaald wordt. Lukt zo'n gesprek toch, dan faalt de test en hoort de rij te veranderen.",
        "",
        "| # | vermogen | hoort bij | staat | tests | opmerking |",
        "|---|---|---|---|---|---|",
        *(_rij(rij, tests.get(rij.nummer, [])) for rij in rijen),
    ]
    return "\n".join(regels) + "\n"


def _tellingen(rijen: list[Rij]) -> list[str]:
    tel = Counter((rij.hoort_bij, rij.staat) for rij in rijen)
    staten = get_args(Staat)
    regels = [f"| hoort bij | {' | '.join(staten)} | samen |", "|---|---|---|---|---|"]
    for soort in get_args(HoortBij):
        aantallen = [tel[soort, staat] for staat in staten]
        regels.append(f"| {soort} | {' | '.join(map(str, aantallen))} | {sum(aantallen)} |")
    samen = [sum(rij.staat == staat for rij in rijen) for staat in staten]
    return [*regels, f"| **samen** | {' | '.join(f'**{aantal}**' for aantal in samen)} | **{len(rijen)}** |"]


def _rij(rij: Rij, tests: list[str]) -> str:
    vermogen = f"**{rij.naam}**: {rij.werkt_als}"
    cellen = (str(rij.nummer), vermogen, rij.hoort_bij, rij.staat, "<br>".join(tests), rij.waarom)
    return "| " + " | ".join(cel.replace("|", "\\|") for cel in cellen) + " |"


def is_actueel() -> bool:
    """Whether docs/vermogens.md is what the files say."""
    return DOCUMENT.exists() and DOCUMENT.read_text(encoding="utf-8") == inhoud()


@vermogens.callback()
def _vermogens() -> None:
    """Keeps `document` a subcommand while it is the only one."""


@vermogens.command("document")
def document(
    controleer: Annotated[bool, typer.Option("--controleer", help="Alleen kijken of het document klopt")] = False,
) -> None:
    """Werk docs/vermogens.md bij: elk vermogen met zijn staat en de tests die het noemen."""
    if is_actueel():
        typer.echo("docs/vermogens.md is actueel.")
        return
    if controleer:
        typer.echo("docs/vermogens.md loopt achter. Werk het bij met: voordeur vermogens document", err=True)
        raise typer.Exit(1)
    DOCUMENT.write_text(inhoud(), encoding="utf-8")
    typer.echo(f"{DOCUMENT} is bijgewerkt.")
