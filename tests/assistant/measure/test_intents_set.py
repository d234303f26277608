"""`meet intenten`: the table, what stands in the training data word for word, and readable names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from api.cli import app
from assistant.brain.training import MODEL
from assistant.measure.intents_set import LEERDATA, heet, heet_voluit, leerzinnen, lees_intenten, meet_intenten
from assistant.measure.sets import SetFout
from tests.actions.test_drift import ALLEEN_KNOP, INTENTEN

SET = """
- {tekst: Hoi!, intent: groet, stem: jong}
- {tekst: hallo daar, intent: groet}
- {tekst: dank je, intent: bedankt}
- {tekst: dank je hoor, intent: bedankt}
"""


def _bestand(map_: Path, inhoud: str = SET) -> Path:
    (map_ / "set.yml").write_text(inhoud, encoding="utf-8")
    return map_ / "set.yml"


def _lees(tekst: str) -> str:
    return "groet" if "h" in tekst.lower() else "bedankt"


def test_de_tabel_noemt_cijfers_marges_en_wat_verward_werd(tmp_path: Path) -> None:
    tabel = meet_intenten(lees_intenten(_bestand(tmp_path)), _lees).tabel
    assert tabel[0].split()[:2] == ["macro-F1", "0.733"]
    assert tabel[0].endswith("2 bedoelingen")
    assert tabel[1].endswith("3 van 4")
    assert "  bedankt                              1.00     0.50     0.67       2" in tabel
    assert tabel[-1] == "  bedankt -> groet: 1"


def test_wat_letterlijk_in_de_leerdata_staat_telt_ook_apart(tmp_path: Path) -> None:
    meting = meet_intenten(lees_intenten(_bestand(tmp_path)), _lees, ["hoi", "Dank je."])
    assert [uitkomst["geleerd"] for uitkomst in meting.uitkomsten] == [True, False, True, False]
    apart = meting.tabel[meting.tabel.index("zonder wat letterlijk in de leerdata staat") + 2]
    assert apart.endswith("1 van 2")


def test_het_plaatje_heeft_namen_die_een_mens_leest(tmp_path: Path) -> None:
    meting = meet_intenten(lees_intenten(_bestand(tmp_path, "- {tekst: x, intent: wil_mens}")), lambda _: "anders")
    assert meting.paren == [("wil een mens spreken", "anders")]
    assert meting.teken(tmp_path / "beeld", "intenten").read_bytes().startswith(b"\x89PNG")


def test_elke_intentie_heeft_een_naam_die_een_mens_leest() -> None:
    assert set(heet_voluit()) == set(INTENTEN) - ALLEEN_KNOP
    assert len({heet(intent) for intent in INTENTEN}) == len(INTENTEN)


def test_in_de_verse_set_staat_niets_wat_letterlijk_geleerd_is() -> None:
    verse = lees_intenten(Path(__file__).parents[2] / "data/intenten_vers.yml")
    zinnen = [zin for lijst in leerzinnen().values() for zin in lijst]
    uitkomsten = meet_intenten(verse, _lees, zinnen).uitkomsten
    assert [uitkomst["text"] for uitkomst in uitkomsten if uitkomst["geleerd"]] == []
    assert {bericht.intent for bericht in verse} == set(INTENTEN) - ALLEEN_KNOP


@pytest.mark.parametrize(
    "toets", sorted((Path(__file__).parents[2] / "data").glob("intenten*.yml")), ids=lambda p: p.stem
)
def test_wat_er_later_bij_geleerd_is_staat_in_geen_toets(toets: Path) -> None:
    blokken = yaml.safe_load((LEERDATA / "stemmen.yml").read_text(encoding="utf-8"))["nlu"]
    zinnen = [regel.removeprefix("- ") for blok in blokken for regel in blok["examples"].splitlines()]
    uitkomsten = meet_intenten(lees_intenten(toets), _lees, zinnen).uitkomsten
    assert [uitkomst["text"] for uitkomst in uitkomsten if uitkomst["geleerd"]] == []


@pytest.mark.parametrize("inhoud", ["[]", "- {tekst: x}", "- los", "["])
def test_een_set_met_een_fout_wordt_geweigerd(tmp_path: Path, inhoud: str) -> None:
    with pytest.raises(SetFout, match=r"set\.yml"):
        lees_intenten(_bestand(tmp_path, inhoud))


def test_de_opdracht_zegt_wat_er_aan_de_set_mankeert(tmp_path: Path) -> None:
    model = tmp_path / "model.tar.gz"
    model.touch()
    uit = CliRunner().invoke(app, ["meet", "intenten", str(_bestand(tmp_path, "[]")), "--model", str(model)])
    assert uit.exit_code == 1
    assert "Deze set is niet te lezen" in uit.output


def test_wat_geen_model_is_wordt_geweigerd(tmp_path: Path) -> None:
    model = tmp_path / "model.tar.gz"
    model.write_text("dit is geen archief")
    uit = CliRunner().invoke(app, ["meet", "intenten", str(_bestand(tmp_path)), "--model", str(model)])
    assert uit.exit_code == 1
    assert "model.tar.gz is geen Rasa-model" in uit.output


def test_zonder_model_zegt_de_opdracht_hoe_er_een_komt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOORDEUR_DATA", str(tmp_path / "leeg"))
    uit = CliRunner().invoke(app, ["meet", "intenten", str(_bestand(tmp_path))])
    assert uit.exit_code == 1
    assert "voordeur train" in uit.output


@pytest.mark.rasa
def test_de_opdracht_meet_ook_een_ander_model(tmp_path: Path, model_map: Path) -> None:
    uit = CliRunner().invoke(
        app,
        ["meet", "intenten", str(_bestand(tmp_path)), "--model", str(model_map / MODEL), "--json", str(tmp_path / "u")],
    )
    assert uit.exit_code == 0, uit.output
    assert "4 van 4" in uit.output
    assert len((tmp_path / "u").read_text(encoding="utf-8").splitlines()) == 4
