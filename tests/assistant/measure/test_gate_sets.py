"""`meet veiligheid` and `meet pii` on tiny sets; what the gate itself can do is tested with the gate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.gate.redact import Redactie, Vondst
from assistant.gate.urgency import Signaal
from assistant.measure import gate_sets
from assistant.measure.gate_sets import meet_pii, meet_veiligheid


def _set(tmp_path: Path, *regels: dict[str, Any]) -> Path:
    bestand = tmp_path / "set.jsonl"
    bestand.write_text("\n".join(map(json.dumps, regels)))
    return bestand


def _telling(tabel: list[str], naam: str) -> str:
    (regel,) = [regel for regel in tabel if regel.strip().startswith(naam)]
    return " ".join(regel.split()[-3:])


class Regels:
    """Sees danger in a sentence that begins with a level."""

    def beoordeel(self, tekst: str, *, rol: str | None = None) -> Signaal | None:
        niveau = tekst.split(maxsplit=1)[0]
        if niveau not in ("112", "vandaag", "twijfel"):
            return None
        return Signaal(niveau, "proef", "proef-1", 1, ("woord",))  # type: ignore[arg-type]


def test_gevaar_vals_alarm_en_niveau_worden_apart_geteld(tmp_path: Path) -> None:
    bestand = _set(
        tmp_path,
        {"text": "112 gezien", "must_trigger": True, "urgency": "112", "category": "geweld"},
        {"text": "vandaag te laag", "must_trigger": True, "urgency": "112", "category": "geweld"},
        {"text": "twijfel gezien", "must_trigger": True, "urgency": "vandaag", "category": "somber"},
        {"text": "gemist", "must_trigger": True, "urgency": "vandaag", "category": "somber"},
        {"text": "vandaag vals", "must_trigger": False},
        {"text": "twijfel vals", "must_trigger": False},
        {"text": "rustig", "must_trigger": False},
    )
    meting = meet_veiligheid(bestand, Regels())  # type: ignore[arg-type]
    assert _telling(meting.tabel, "gevaar gezien") == "3 van 4"
    assert _telling(meting.tabel, "waarvan met alarm") == "2 van 4"
    assert _telling(meting.tabel, "112 als 112 herkend") == "1 van 2"
    assert _telling(meting.tabel, "vals alarm bij lijkt-erop") == "1 van 3"
    assert _telling(meting.tabel, "twijfelvraag bij lijkt-erop") == "1 van 3"
    assert _telling(meting.tabel, "geweld") == "2 van 2"
    assert _telling(meting.tabel, "somber") == "1 van 2"
    assert meting.uitkomsten[0]["regel"] == "proef-1"
    assert ("112", "vandaag") in meting.paren


def test_een_span_is_weg_als_elke_letter_bedekt_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def redigeer(tekst: str) -> Redactie:
        vondsten = (Vondst("telefoon", "06-12", 4, 9),) if "06-12" in tekst else ()
        return Redactie(tekst.replace("06-12", "[telefoon]"), vondsten)

    monkeypatch.setattr(gate_sets, "redigeer", redigeer)
    bestand = _set(
        tmp_path,
        {"text": "bel 06-12 nu", "spans": [{"start": 4, "end": 9, "type": "telefoon"}]},
        {"text": "bel 06-12-34", "spans": [{"start": 4, "end": 12, "type": "telefoon"}]},
        {"text": "ik ben Daan", "spans": [{"start": 7, "end": 11, "type": "naam"}]},
        {"text": "gewoon een zin", "spans": []},
    )
    meting = meet_pii(bestand)
    assert _telling(meting.tabel, "persoonsgegevens weg") == "1 van 3"
    assert _telling(meting.tabel, "zinnen zonder gegevens ongemoeid") == "1 van 1"
    assert _telling(meting.tabel, "telefoon") == "1 van 2"
    assert [u["gemist"] for u in meting.uitkomsten] == [[], ["06-12-34"], ["Daan"], []]
