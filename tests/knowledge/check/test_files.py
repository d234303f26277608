"""Finding the line of a piece of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.check.files import Bestand

TEKST = """\
---
titel: Slapen
kort: >-
  Deze zin loopt door
  op de volgende regel.
---

## Slapen

Deze zin loopt door.
- Een punt
"""


@pytest.fixture
def bestand(tmp_path: Path) -> Bestand:
    (tmp_path / "a.md").write_text(TEKST, encoding="utf-8")
    return Bestand(tmp_path, "a.md")


@pytest.mark.parametrize(
    ("zoek", "onder", "keer", "regel"),
    [
        ("Deze zin loopt door op de volgende", "kort", 1, 4),
        ("op de volgende regel.", "", 1, 5),
        ("Deze zin loopt door", "Slapen", 1, 10),
        ("Deze zin loopt door", "", 2, 10),
        ("Slapen", "titel", 1, 2),
        ("Een punt", "bestaat niet", 1, 11),
        ("dit staat er niet", "", 1, 1),
        ("Een punt", "", 2, 11),
        ("", "", 1, 1),
    ],
)
def test_de_regel_van_een_stuk_tekst(bestand: Bestand, zoek: str, onder: str, keer: int, regel: int) -> None:
    assert bestand.regel(zoek, onder=onder, keer=keer) == regel


def test_een_bestand_dat_er_niet_is_heeft_alleen_regel_een(tmp_path: Path) -> None:
    assert Bestand(tmp_path, "weg.md").regel("iets") == 1
