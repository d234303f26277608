"""`meet kennis`: does search put the right topic first, and does it know when it does not know?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actions.answer import zoek_antwoord
from assistant.measure.figures import deel, verwarring
from assistant.measure.sets import KennisRegel, lees_set
from knowledge.base import Kennisbank


@dataclass(frozen=True)
class Meting:
    """A table to read, a line for each question, and pairs for a picture."""

    tabel: list[str]
    uitkomsten: list[dict[str, Any]]
    paren: list[tuple[str, str]]

    def teken(self, map_: Path, naam: str) -> Path:
        """Draw the confusion picture in this folder."""
        map_.mkdir(parents=True, exist_ok=True)
        bestand = map_ / f"{naam}.png"
        verwarring(self.paren, bestand)
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
    return Meting(tabel, uitkomsten, [(u["verwacht"], u["gegeven"]) for u in binnen])


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
        "heeft_artikel": any(artikel.onderwerp == regel.topic for artikel in kennis.geldig),
    }
