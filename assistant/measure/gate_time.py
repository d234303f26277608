"""`meet tijd`: what the gate costs for a message, in processor time."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from assistant.gate.clean import opschonen
from assistant.measure.knowledge_set import Meting
from assistant.measure.sets import Regel, lees_set

OP = (50, 90, 99)  # the hundredths that are told


def meet_tijd(
    bestand: Path,
    leest: Callable[[str], object],
    haalt_weg: Callable[[str], object],
    klok: Callable[[], float] = time.thread_time,
) -> Meting:
    """Milliseconds for cleaning, reading for danger and taking out personal data, for each text once, after a round to warm up.

    `klok` gives seconds; as it is, only the processor time of this thread counts, whatever else runs.
    """
    teksten = [regel.text for regel in lees_set(bestand, Regel)]
    for tekst in teksten[:50]:
        _een(tekst, leest, haalt_weg, klok)
    tijden = np.array([_een(tekst, leest, haalt_weg, klok) for tekst in teksten]) * 1000
    tabel = [f"{'':<18}" + "".join(f"{'p' + str(op):>9}" for op in OP)]
    for naam, kolom in zip(("gevaar lezen", "gegevens weghalen"), tijden.T, strict=True):
        tabel.append(_rij(naam, kolom))
    tabel += [_rij("hele poort", tijden.sum(axis=1)), f"milliseconden, {len(teksten)} berichten"]
    uitkomsten = [
        {"text": tekst, "gevaar_ms": round(float(gevaar), 2), "gegevens_ms": round(float(weg), 2)}
        for tekst, (gevaar, weg) in zip(teksten, tijden, strict=True)
    ]
    return Meting(tabel, uitkomsten, [])


def _een(
    tekst: str, leest: Callable[[str], object], haalt_weg: Callable[[str], object], klok: Callable[[], float]
) -> tuple[float, float]:
    begin = klok()
    schoon = opschonen(tekst)
    leest(schoon)
    midden = klok()
    haalt_weg(schoon)
    return midden - begin, klok() - midden


def _rij(naam: str, tijden: Any) -> str:
    return f"{naam:<18}" + "".join(f"{waarde:9.2f}" for waarde in np.percentile(tijden, OP))
