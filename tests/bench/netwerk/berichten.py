"""What the network learns from, as one file: python -m tests.bench.netwerk.berichten UIT (in the environment of the project)."""

import json
import sys
from pathlib import Path

from assistant.gate.danger_training import DATA, vingerafdruk, voorbeelden


def schrijf(uit: Path) -> int:
    """One JSON object per message: text, category and urgency (null without danger); the fingerprint on the first line."""
    gevaar, gewoon = voorbeelden(DATA)
    regels = [{"vingerafdruk": vingerafdruk(DATA)}]
    regels += [{"text": b.text, "category": b.category, "urgency": b.urgency} for b in gevaar]
    regels += [{"text": tekst, "category": None, "urgency": None} for tekst in gewoon]
    uit.write_text("".join(json.dumps(regel, ensure_ascii=False) + "\n" for regel in regels), encoding="utf-8")
    return len(regels) - 1


if __name__ == "__main__":
    sys.stdout.write(f"{schrijf(Path(sys.argv[1]))} berichten\n")
