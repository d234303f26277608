"""`meet kennis`: does search put the right topic first, and does it know when it does not know?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actions.answer import zoek_antwoord
from assistant.measure.confusion import verwarring
from assistant.measure.curve import Punt, teken_kromme
from assistant.measure.figures import Cijfer, betrouwbaarheid, deel, ijkfout
from assistant.measure.sets import KennisRegel, lees_set
from knowledge.base import Kennisbank
from knowledge.check.coverage import Dekking

SLECHTSTE = 10


@dataclass(frozen=True)
class Meting:
    """A table to read, a line for each question, and pairs for a picture."""

    tabel: list[str]
    uitkomsten: list[dict[str, Any]]
    paren: list[tuple[str, str]]
    ijking: list[tuple[float, bool]] = field(default_factory=list)
    """How sure, and whether it was right; empty where nothing was said about how sure it is."""
    cijfers: list[Cijfer] = field(default_factory=list)
    """The shares of the table as counts, for who wants to keep them."""
    kromme: list[Punt] = field(default_factory=list)
    """What stricter and looser thresholds would do; empty where there are none."""

    def teken(self, map_: Path, naam: str) -> Path:
        """Draw the confusion picture in this folder and return it; beside it how far the confidence can be trusted."""
        map_.mkdir(parents=True, exist_ok=True)
        bestand = map_ / f"{naam}.png"
        verwarring(self.paren, bestand)
        if self.ijking:
            betrouwbaarheid(self.ijking, map_ / f"{naam}-ijking.png")
        if self.kromme:
            teken_kromme(self.kromme, map_ / f"{naam}-kromme.png")
        return bestand


def meet_kennis(bestand: Path, kennis: Kennisbank) -> Meting:
    """Measure a question set; `topic` empty means out of scope, which should be refused."""
    uitkomsten = [_een(regel, kennis) for regel in lees_set(bestand, KennisRegel)]
    binnen = [u for u in uitkomsten if u["verwacht"]]
    buiten = [u for u in uitkomsten if not u["verwacht"]]
    met = [u for u in binnen if u["heeft_artikel"]]
    n = len(binnen)
    tabel = [
        deel("juist onderwerp eerst", sum(u["rang"] == 1 for u in binnen), n),
        deel("juist onderwerp bij eerste drie", sum(0 < u["rang"] <= 3 for u in binnen), n),
        deel("  eerst, waar een artikel is", sum(u["rang"] == 1 for u in met), len(met)),
        f"{'gemiddelde 1/rang (MRR)':<34} {sum(1 / u['rang'] for u in binnen if u['rang']) / max(n, 1):7.3f}",
        deel("fout en zeker", sum(u["zekerheid"] == "zeker" and u["rang"] != 1 for u in binnen), n),
        deel("niet begrepen", sum(u["zekerheid"] == "onbegrepen" for u in binnen), n),
    ]
    if buiten:
        geweigerd = sum(u["zekerheid"] in ("onbegrepen", "keuze") for u in buiten)
        tabel.append(deel("buiten bereik geweigerd", geweigerd, len(buiten)))
    ijking = [(u["score"], bool(u["verwacht"]) and u["rang"] == 1) for u in uitkomsten if u["gegeven"]]
    tabel.append(f"{'ijkfout (ECE)':<34} {ijkfout(ijking):7.3f}   {len(ijking)} vragen met een artikel")
    tabel += _groepen(binnen)
    return Meting(tabel, uitkomsten, [(u["verwacht"], u["gegeven"]) for u in binnen], ijking)


def _groepen(binnen: Sequence[dict[str, Any]]) -> list[str]:
    """Right topic first, for each reader and age, and for the topics that do worst."""
    regels: list[str] = []
    for kop, sleutel in (("per lezer", _lezer), ("per leeftijd", _leeftijd)):
        groepen = _verdeel(binnen, sleutel)
        if any(groepen):
            regels += [f"{kop}, juist onderwerp eerst", *(_deel(naam, groepen[naam]) for naam in groepen if naam)]
    per_onderwerp = _verdeel(binnen, lambda u: str(u["verwacht"]))
    slechtst = sorted(per_onderwerp, key=lambda naam: (_aandeel(per_onderwerp[naam]), -len(per_onderwerp[naam]), naam))
    fout = [naam for naam in slechtst if _aandeel(per_onderwerp[naam]) < 1][:SLECHTSTE]
    if fout:
        regels += ["slechtste onderwerpen, juist onderwerp eerst", *(_deel(naam, per_onderwerp[naam]) for naam in fout)]
    return regels


def _lezer(uitkomst: dict[str, Any]) -> str:
    return str(uitkomst["lezer"] or "")


def _jaren(hint: float | str | None) -> float | None:
    """The age in years; of a range its start."""
    if hint is None or isinstance(hint, float | int):
        return hint
    begin = re.match(r"\d+(?:\.\d+)?", hint)
    return float(begin[0]) if begin else None


def _leeftijd(uitkomst: dict[str, Any]) -> str:
    jaren = uitkomst["leeftijd"]
    groepen = [] if jaren is None else [g for g in Dekking().leeftijden if g.van <= jaren < g.tot]
    return groepen[0].naam if groepen else ""


def _verdeel(
    uitkomsten: Sequence[dict[str, Any]], sleutel: Callable[[dict[str, Any]], str]
) -> dict[str, list[dict[str, Any]]]:
    groepen: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for uitkomst in uitkomsten:
        groepen[sleutel(uitkomst)].append(uitkomst)
    return {naam: groepen[naam] for naam in sorted(groepen, key=_volgorde)}


def _volgorde(naam: str) -> tuple[int, str]:
    """Ages by their number, the rest by the alphabet."""
    begin = naam.split("-", maxsplit=1)[0]
    return (int(begin) if begin.isdigit() else 0), naam


def _aandeel(groep: Sequence[dict[str, Any]]) -> float:
    return sum(bool(u["rang"] == 1) for u in groep) / len(groep)


def _deel(naam: str, groep: Sequence[dict[str, Any]]) -> str:
    return deel(f"  {naam}", sum(u["rang"] == 1 for u in groep), len(groep))


def _een(regel: KennisRegel, kennis: Kennisbank) -> dict[str, Any]:
    antwoord = zoek_antwoord(kennis, regel.text)
    onderwerpen = list(dict.fromkeys(t.artikel.onderwerp for t in antwoord.treffers))
    rang = onderwerpen.index(regel.topic) + 1 if regel.topic in onderwerpen else 0
    return {
        "text": regel.text,
        "verwacht": regel.topic or "",
        "gegeven": onderwerpen[0] if onderwerpen else "",
        "rang": rang,
        "zekerheid": antwoord.zekerheid,
        "score": antwoord.treffers[0].score if antwoord.treffers else 0.0,
        "lezer": regel.asker,
        "leeftijd": _jaren(regel.age_hint),
        "heeft_artikel": any(artikel.onderwerp == regel.topic for artikel in kennis.geldig),
    }
