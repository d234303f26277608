from itertools import count
from pathlib import Path

import pytest

from assistant.measure.gate_time import meet_tijd
from assistant.measure.sets import SetFout


def test_elk_bericht_wordt_een_keer_gelezen_na_het_warmlopen(tmp_path: Path) -> None:
    bestand = tmp_path / "set.jsonl"
    bestand.write_text('{"text": "hij slaapt niet"}\n{"text": "zij  ook niet"}\n', encoding="utf-8")
    gelezen, weg = [], []
    tik = count()

    meting = meet_tijd(bestand, gelezen.append, weg.append, lambda: next(tik) / 1000)

    assert gelezen == weg == ["hij slaapt niet", "zij ook niet"] * 2
    assert [u["gevaar_ms"] for u in meting.uitkomsten] == [1.0, 1.0]
    assert meting.tabel[-2].split() == ["hele", "poort", "2.00", "2.00", "2.00"]


def test_een_set_zonder_tekst_zegt_welke_regel(tmp_path: Path) -> None:
    bestand = tmp_path / "set.jsonl"
    bestand.write_text('{"tekst": "hij slaapt niet"}\n', encoding="utf-8")
    with pytest.raises(SetFout, match="regel 1"):
        meet_tijd(bestand, str, str, lambda: 0.0)
