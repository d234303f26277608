"""Question sets are checked before anything is measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.measure.sets import KennisRegel, PiiRegel, SetFout, VeiligheidRegel, lees_set, schrijf


def _set(tmp_path: Path, *regels: str) -> Path:
    bestand = tmp_path / "set.jsonl"
    bestand.write_text("\n".join(regels), encoding="utf-8")
    return bestand


def test_elke_regel_wordt_een_vraag_en_lege_regels_tellen_niet(tmp_path: Path) -> None:
    bestand = _set(tmp_path, '{"text": "één", "topic": "slapen", "extra": 3}', "", '{"text": "twee", "topic": null}')
    regels = lees_set(bestand, KennisRegel)
    assert [(regel.text, regel.topic) for regel in regels] == [("één", "slapen"), ("twee", None)]


@pytest.mark.parametrize(
    ("regel", "uitleg"),
    [
        ("geen json", "regel 2: geen geldige JSON"),
        ('{"text": "a"', "regel 2: geen geldige JSON"),
        ('{"text": "a"}', "regel 2: topic"),
        ('{"topic": "slapen"}', "regel 2: text"),
        ('{"text": 3, "topic": "slapen"}', "regel 2: text"),
        ("[]", "regel 2: geen geldige JSON"),
    ],
)
def test_een_regel_die_niet_klopt_wordt_genoemd_met_bestand_nummer_en_veld(
    tmp_path: Path, regel: str, uitleg: str
) -> None:
    bestand = _set(tmp_path, '{"text": "goed", "topic": "slapen"}', regel)
    with pytest.raises(SetFout, match=f"set.jsonl, {uitleg}"):
        lees_set(bestand, KennisRegel)


def test_een_lege_set_is_een_fout(tmp_path: Path) -> None:
    with pytest.raises(SetFout, match="leeg"):
        lees_set(_set(tmp_path, "", "  "), KennisRegel)


def test_een_vreemd_regeleinde_in_een_zin_breekt_de_regel_niet(tmp_path: Path) -> None:
    zin = "een zin\u2028en meer\x85nog"
    bestand = _set(tmp_path, json.dumps({"text": zin, "topic": None}, ensure_ascii=False))
    assert [regel.text for regel in lees_set(bestand, KennisRegel)] == [zin]


def test_een_bestand_dat_geen_tekst_is_is_een_fout(tmp_path: Path) -> None:
    bestand = tmp_path / "set.jsonl"
    bestand.write_bytes(b'{"text": "\xe9\xff", "topic": null}')
    with pytest.raises(SetFout, match="UTF-8"):
        lees_set(bestand, KennisRegel)


def test_een_span_en_een_veiligheidsregel_worden_ook_gecontroleerd(tmp_path: Path) -> None:
    with pytest.raises(SetFout, match=r"regel 1: spans\.0\.end"):
        lees_set(_set(tmp_path, '{"text": "a", "spans": [{"start": 0, "type": "naam"}]}'), PiiRegel)
    with pytest.raises(SetFout, match="must_trigger"):
        lees_set(_set(tmp_path, '{"text": "a"}'), VeiligheidRegel)


def test_uitkomsten_worden_een_per_regel_geschreven(tmp_path: Path) -> None:
    schrijf(tmp_path / "uit.jsonl", [{"text": "één"}, {"text": "twee"}])
    regels = (tmp_path / "uit.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(regel) for regel in regels] == [{"text": "één"}, {"text": "twee"}]
    assert "é" in regels[0]
