"""`meet entiteiten`: are the facts heard that someone tells in passing?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from assistant.facts import feiten_in
from assistant.kernen import Kernen
from assistant.measure.knowledge_set import Meting
from assistant.measure.outcomes import Vorm
from assistant.measure.scores import Score, f1_interval, score_regel
from assistant.measure.sets import lees_yaml

SOORTEN = ("leeftijd", "kern", "duur", "rol")
OORDELEN = ("goed", "gemist", "onterecht", "andere waarde")
LOS = {"al", "de", "het", "een"}


class Verteld(Vorm):
    """What someone says, and which facts are in it."""

    tekst: str
    leeftijd: float | None
    kern: str | None
    duur: str | None
    rol: str | None


SET = TypeAdapter(Annotated[list[Verteld], Field(min_length=1)])


def lees_entiteiten(bestand: Path) -> list[Verteld]:
    """The messages of this set; raises SetFout."""
    return lees_yaml(bestand, SET)


def meet_entiteiten(berichten: Sequence[Verteld], kernen: Kernen) -> Meting:
    """Read every message and compare the first fact of each kind with what its writer meant."""
    uitkomsten = [_een(bericht, kernen) for bericht in berichten]
    regels = [regel for soort in SOORTEN for regel in _regels(soort, uitkomsten)]
    paren = [
        (soort, soort if oordeel == "goed" else f"{soort}: {oordeel}")
        for uitkomst in uitkomsten
        for soort, oordeel in uitkomst["oordeel"].items()
    ]
    return Meting(regels, uitkomsten, paren)


def score_van(soort: str, uitkomsten: Sequence[dict[str, Any]]) -> Score:
    """How well one kind of fact is heard."""
    return Score(*(sum(kolom) for kolom in zip(*_trekkingen(soort, uitkomsten), strict=True)))


def _trekkingen(soort: str, uitkomsten: Sequence[dict[str, Any]]) -> list[tuple[bool, bool, bool]]:
    """For every message whether the fact was right, expected, given."""
    return [
        (u["oordeel"].get(soort) == "goed", u["verwacht"][soort] is not None, u["gegeven"][soort] is not None)
        for u in uitkomsten
    ]


def _regels(soort: str, uitkomsten: Sequence[dict[str, Any]]) -> list[str]:
    score = score_van(soort, uitkomsten)
    if not score.verwacht:
        return []
    oordelen = [uitkomst["oordeel"].get(soort) for uitkomst in uitkomsten]
    telling = ", ".join(f"{oordelen.count(oordeel)} {oordeel}" for oordeel in OORDELEN)
    return [
        score_regel(f"F1 {soort}", score.f1, f1_interval(_trekkingen(soort, uitkomsten)), telling),
        f"  precisie {score.precisie:.3f}, vangst {score.vangst:.3f}",
    ]


def _een(bericht: Verteld, kernen: Kernen) -> dict[str, Any]:
    verwacht = {soort: getattr(bericht, soort) for soort in SOORTEN}
    gegeven = _gevonden(bericht.tekst, kernen)
    oordelen = {soort: _oordeel(soort, verwacht[soort], gegeven[soort]) for soort in SOORTEN}
    return {
        "text": bericht.tekst,
        "verwacht": verwacht,
        "gegeven": gegeven,
        "oordeel": {soort: oordeel for soort, oordeel in oordelen.items() if oordeel},
    }


def _gevonden(tekst: str, kernen: Kernen) -> dict[str, Any]:
    """The first fact of each kind; a bare number counts as an age, as it does in a conversation."""
    eerst: dict[str, Any] = {}
    for feit in feiten_in(tekst, kernen):
        eerst.setdefault({"getal": "leeftijd"}.get(feit.soort, feit.soort), feit.waarde)
    leeftijd, kern = eerst.get("leeftijd"), eerst.get("kern")
    gevonden = eerst | {"leeftijd": leeftijd and leeftijd["jaren"], "kern": kern and kern["id"]}
    return {soort: gevonden.get(soort) for soort in SOORTEN}


def _oordeel(soort: str, verwacht: Any, gegeven: Any) -> str | None:
    """One of OORDELEN, or nothing where there was nothing to hear and nothing was heard."""
    if verwacht is None or gegeven is None:
        return "gemist" if verwacht is not None else "onterecht" if gegeven is not None else None
    return "goed" if _klopt(soort, verwacht, gegeven) else "andere waarde"


def _klopt(soort: str, verwacht: Any, gegeven: Any) -> bool:
    if soort == "leeftijd":
        return bool(abs(verwacht - gegeven) <= max(0.15, 0.03 * verwacht))
    if soort == "duur":  # where a stretch of text begins and ends is arbitrary: overlap counts
        return bool((set(verwacht.lower().split()) & set(gegeven.lower().split())) - LOS)
    return bool(verwacht == gegeven)
