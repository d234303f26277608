"""`meet intenten`: is it understood what a message is for?"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from assistant.measure.figures import deel
from assistant.measure.knowledge_set import Meting
from assistant.measure.reader import Lezer
from assistant.measure.scores import Paren, macro_f1, per_soort, score_regel
from assistant.measure.sets import lees_yaml

NAMEN = Path(__file__).with_name("bedoelingen.yml")
LEERDATA = Path(__file__).parents[2] / "nlu_data/nlu"
MEEST = 10
WOORD = re.compile(r"[\w\[\]]+")


class Bericht(BaseModel):
    """A message and what it is for; a line may hold more, such as the voice it is written in."""

    model_config = ConfigDict(extra="allow", frozen=True)
    tekst: str
    intent: str


SET = TypeAdapter(Annotated[list[Bericht], Field(min_length=1)])


def lees_intenten(bestand: Path) -> list[Bericht]:
    """The messages of this set; raises SetFout."""
    return lees_yaml(bestand, SET)


def meet_intenten(berichten: Sequence[Bericht], lees: Lezer, geleerd: Collection[str] = ()) -> Meting:
    """Let the model read every message; those whose words stand in `geleerd` only prove memory and are also left out."""
    ken = {_kaal(zin) for zin in geleerd}
    begin = time.process_time()
    gelezen = [lees(bericht.tekst) for bericht in berichten]
    duur = (time.process_time() - begin) / len(berichten)
    uitkomsten = [
        {
            "text": bericht.tekst,
            "verwacht": bericht.intent,
            "gegeven": gegeven,
            "goed": bericht.intent == gegeven,
            "geleerd": _kaal(bericht.tekst) in ken,
        }
        for bericht, gegeven in zip(berichten, gelezen, strict=True)
    ]
    paren = _paren(uitkomsten)
    nieuw = [uitkomst for uitkomst in uitkomsten if not uitkomst["geleerd"]]
    tabel = _samen(paren)
    if 0 < len(nieuw) < len(paren):
        tabel += ["zonder wat letterlijk in de leerdata staat", *_samen(_paren(nieuw))]
    tabel += [f"{'per bericht':<34} {duur * 1000:7.1f}   ms CPU", *_per_intent(paren), *_verward(paren)]
    return Meting(tabel, uitkomsten, [(heet(verwacht), heet(gegeven)) for verwacht, gegeven in paren])


def leerzinnen() -> dict[str, list[str]]:
    """The example sentences of the training data, for each intent."""
    gevonden: dict[str, list[str]] = {}
    for bestand in sorted(LEERDATA.glob("*.yml")):
        for blok in yaml.safe_load(bestand.read_text(encoding="utf-8"))["nlu"]:
            regels = [regel[2:].strip() for regel in blok["examples"].splitlines() if regel.startswith("- ")]
            gevonden.setdefault(blok["intent"], []).extend(regels)
    return gevonden


@cache
def heet_voluit() -> dict[str, str]:
    """For every intent how it is called for who reads a measurement."""
    namen: dict[str, str] = yaml.safe_load(NAMEN.read_text(encoding="utf-8"))
    return namen


def heet(intent: str) -> str:
    """The readable name of an intent; one of another model keeps its own."""
    return heet_voluit().get(intent, intent)


def _kaal(tekst: str) -> str:
    """Only the words: a capital or a full stop does not make a sentence another one."""
    return " ".join(WOORD.findall(tekst.lower())) or tekst.strip()


def _paren(uitkomsten: Sequence[dict[str, Any]]) -> Paren:
    return [(uitkomst["verwacht"], uitkomst["gegeven"]) for uitkomst in uitkomsten]


def _samen(paren: Paren) -> list[str]:
    waarde, marge = macro_f1(paren)
    goed = sum(verwacht == gegeven for verwacht, gegeven in paren)
    return [
        score_regel("macro-F1", waarde, marge, f"{len(per_soort(paren))} bedoelingen"),
        deel("goed", goed, len(paren)),
    ]


def _per_intent(paren: Paren) -> list[str]:
    regels = [
        f"  {heet(naam):<32} {score.precisie:8.2f} {score.vangst:8.2f} {score.f1:8.2f} {score.verwacht:7}"
        for naam, score in sorted(per_soort(paren).items(), key=lambda paar: (paar[1].f1, paar[0]))
    ]
    return [f"{'per bedoeling':<34} precisie   vangst       F1  aantal", *regels]


def _verward(paren: Paren) -> list[str]:
    fout = Counter((verwacht, gegeven) for verwacht, gegeven in paren if verwacht != gegeven)
    regels = [
        f"  {heet(verwacht)} -> {heet(gegeven)}: {aantal}" for (verwacht, gegeven), aantal in fout.most_common(MEEST)
    ]
    return ["vaakst verward (verwacht -> gegeven)", *regels] if regels else []
