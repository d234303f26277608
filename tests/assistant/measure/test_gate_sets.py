"""`meet veiligheid` and `meet pii` on tiny sets; what the gate itself can do is tested with the gate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.gate.danger import Lezing
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
    """Sees danger in a sentence that begins with a level; with higher thresholds only 112."""

    def __init__(self, stap: float = 0) -> None:
        self._stap = stap

    def lees(self, tekst: str, *, rol: str | None = None) -> Lezing:
        niveau = tekst.split(maxsplit=1)[0]
        if niveau not in ("112", "vandaag", "twijfel"):
            return Lezing(None, None)
        signaal = Signaal(niveau, "proef", "proef-1", 1, ("woord",))  # type: ignore[arg-type]
        return Lezing(signaal, None, signaal)

    def strenger(self, stap: float) -> Regels:
        return Regels(stap)

    def beslis(self, gelezen: Signaal | None, weging: None) -> Signaal | None:
        streng = self._stap > 0 and gelezen is not None and gelezen.niveau != "112"
        return None if streng else gelezen


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
    punten = {punt.stap: punt for punt in meting.kromme}
    assert punten[0.0] == (0.0, 0.75, 1 / 3, 1 / 3)
    assert punten[0.1] == (0.1, 0.25, 0.0, 0.0)


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


def test_een_familiewoord_voor_een_weggehaalde_naam_mag_blijven_staan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def redigeer(tekst: str) -> Redactie:
        plek = tekst.find("Sien")
        return Redactie(tekst, (Vondst("naam", "Sien", plek, plek + 4),) if plek >= 0 else ())

    monkeypatch.setattr(gate_sets, "redigeer", redigeer)
    bestand = _set(
        tmp_path,
        {"text": "Oma Sien belt", "spans": [{"start": 0, "end": 8, "type": "naam"}]},
        {"text": "buurvrouw Sien", "spans": [{"start": 0, "end": 14, "type": "naam"}]},
        {"text": "oma Siena", "spans": [{"start": 0, "end": 9, "type": "naam"}]},
        {"text": "oma Riet", "spans": [{"start": 0, "end": 8, "type": "naam"}]},
        {"text": "mijn oma", "spans": [{"start": 5, "end": 8, "type": "naam"}]},
    )
    meting = meet_pii(bestand)
    assert [u["gemist"] for u in meting.uitkomsten] == [[], ["buurvrouw Sien"], ["oma Siena"], ["oma Riet"], ["oma"]]
