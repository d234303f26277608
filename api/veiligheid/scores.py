"""The last measured scores of the gate, kept in a small file so that docs/veiligheid.md can show them; no sentence in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import yaml
from pydantic import Field

from api.settings import ROOT
from api.veiligheid.rules import poortmerk
from assistant.measure.figures import Cijfer, wilson
from knowledge.models import Model, Zin
from knowledge.yaml_file import bouw, lees_yaml

BESTAND = ROOT / "docs/veiligheid_scores.yml"
KOP = "# Geschreven door `voordeur meet veiligheid SET --bewaar`. Alleen tellingen; er staat geen zin uit een set in.\n"


class Score(Model):
    """One share as counts."""

    naam: str
    goed: int = Field(ge=0)
    totaal: int = Field(ge=0)


class Meetmoment(Model):
    """One set, measured on one day, with the mark of the rules and data that were measured."""

    set: Zin
    op: date
    poort: Zin
    cijfers: tuple[Score, ...]


class Scores(Model):
    """The file: the latest measurement of every set."""

    metingen: tuple[Meetmoment, ...] = ()


def lees_scores(bestand: Path = BESTAND) -> Scores:
    """What was measured last; nothing when nothing was."""
    if not bestand.exists():
        return Scores()
    tekst = bestand.read_text(encoding="utf-8")
    return bouw(Scores, lees_yaml(tekst, bestand.name), tekst=tekst, bestand=bestand.name)


def bewaar(naam: str, cijfers: Iterable[Cijfer], *, op: date, bestand: Path = BESTAND) -> None:
    """Put this measurement in the place of the one before of the same set."""
    scores = tuple(Score(**cijfer._asdict()) for cijfer in cijfers)
    nieuw = Meetmoment(set=naam, op=op, poort=poortmerk(), cijfers=scores)
    ander = [meting for meting in lees_scores(bestand).metingen if meting.set != naam]
    alles = Scores(metingen=tuple(sorted([*ander, nieuw], key=lambda meting: meting.set)))
    inhoud = yaml.safe_dump(alles.model_dump(mode="json"), allow_unicode=True, sort_keys=False, width=120)
    bestand.write_text(KOP + inhoud, encoding="utf-8")


def in_markdown(scores: Scores) -> Iterator[str]:
    """A table for each set: the share, its 95 % interval, the counts."""
    if not scores.metingen:
        yield "Er is nog niets gemeten en bewaard."
    for meting in scores.metingen:
        yield f"`{meting.set}`, gemeten op {meting.op.isoformat()}."
        if meting.poort != poortmerk():
            yield "**Let op: sinds deze meting is iets veranderd aan de regels of aan wat het model leert. Meet opnieuw.**"
        regels = ["| cijfer | deel | marge (95 %) | aantallen |", "|---|---|---|---|"]
        for cijfer in meting.cijfers:
            laag, hoog = wilson(cijfer.goed, cijfer.totaal)
            deel = cijfer.goed / cijfer.totaal if cijfer.totaal else 0.0
            naam = cijfer.naam.strip().replace("_", " ")
            marge, aantallen = f"{_procent(laag)} - {_procent(hoog)}", f"{cijfer.goed} van {cijfer.totaal}"
            regels.append(f"| {naam} | {_procent(deel)} | {marge} | {aantallen} |")
        yield "\n".join(regels)


def _procent(deel: float) -> str:
    return f"{deel:.1%}".replace(".", ",").replace("%", " %")
