"""What the network learns from, as one file: python -m tests.bench.netwerk.berichten UIT (in the environment of the project)."""

import argparse
import json
import random
from pathlib import Path

from assistant.gate.danger_training import DATA, lees_berichten, vingerafdruk, voorbeelden

KEER = 2  # how often a new message counts when the network learns on


def schrijf(uit: Path, nieuw: list[str], deel: float) -> int:
    """One JSON object per message: text, category and urgency (null without danger); the fingerprint on the first line.

    With `nieuw`, the messages of these files twice, and this part of the others; how many messages were written.
    """
    gevaar, gewoon = voorbeelden(DATA)
    alle = [{"text": b.text, "category": b.category, "urgency": b.urgency} for b in gevaar]
    alle += [{"text": tekst, "category": None, "urgency": None} for tekst in gewoon]
    teksten = {bericht.text for bericht in lees_berichten(DATA / f"{naam}.jsonl" for naam in nieuw)}
    kans = random.Random(0)
    keer = [KEER if regel["text"] in teksten else kans.random() < deel for regel in alle]
    regels = [{"vingerafdruk": vingerafdruk(DATA)}, *(r for r, n in zip(alle, keer, strict=True) for _ in range(n))]
    uit.write_text("".join(json.dumps(regel, ensure_ascii=False) + "\n" for regel in regels), encoding="utf-8")
    return len(regels) - 1


if __name__ == "__main__":
    zegt = argparse.ArgumentParser(description=__doc__)
    zegt.add_argument("uit", type=Path)
    zegt.add_argument("--nieuw", nargs="*", default=[], help="bestanden in nlu_data/gevaar, zonder .jsonl")
    zegt.add_argument("--deel", type=float, default=1.0, help="hoeveel van de andere berichten meedoet")
    keuze = zegt.parse_args()
    print(f"{schrijf(keuze.uit, keuze.nieuw, keuze.deel)} berichten")  # noqa: T201
