"""docs/veiligheid.md says what the files say, completely, so that it can be reviewed and signed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.live import regelbestanden
from api.veiligheid import scores
from api.veiligheid.document import MERK, bijgewerkt, is_actueel, schrijf
from api.veiligheid.reply_text import Antwoorden, tabel
from api.veiligheid.rules import poortmerk
from assistant.gate.replies import antwoordboek
from assistant.gate.rulefiles import Categorieen, Regelbestand, lees
from assistant.gate.urgency import REGELS
from assistant.measure.figures import Cijfer


@pytest.fixture(scope="module")
def tekst() -> str:
    """The document as it should be now; whether it is, is one test."""
    return bijgewerkt()


def test_het_document_is_actueel() -> None:
    assert is_actueel(), "draai: voordeur gevaar document"


def test_elke_soort_met_omschrijving_regels_model_en_antwoorden_staat_erin(tekst: str) -> None:
    stukken = re.split(r"^### ", tekst, flags=re.M)
    for naam, uitleg in lees(REGELS / "_categorieen.yml", Categorieen).categorieen.items():
        kop = naam.replace("_", " ").capitalize()
        stuk = next(deel for deel in stukken if deel.startswith(f"{kop}\n"))
        assert uitleg in stuk
        assert "**Het model**" in stuk and "| niveau | wie schrijft |" in stuk
        for niveau in ("112", "vandaag", "binnenkort", "twijfel"):
            assert f"| `{niveau}` |" in stuk


def test_elke_regel_staat_erin_met_voorbeelden_aan_beide_kanten_en_alle_patronen(tekst: str) -> None:
    for pad in regelbestanden():
        for regel in lees(pad, Regelbestand).regels:
            stuk = tekst.partition(f"#### Regel `{regel.id}`\n")[2].partition("\n#### ")[0]
            assert regel.omschrijving in stuk
            for zin in (*regel.voorbeelden.wel, *regel.voorbeelden.niet):
                assert f"- {zin}" in stuk
            for patroon in (*regel.wel, *regel.niet, *regel.punten.values()):
                assert patroon in stuk
            assert f"| regel `{regel.id}` | {regel.status} | {regel.versie} |" in tekst


def test_elk_antwoord_staat_erin_en_op_het_ondertekenblad(tekst: str) -> None:
    for antwoord in antwoordboek().antwoorden:
        assert f"### Antwoord `{antwoord.id}`" in tekst
        assert f"| antwoord `{antwoord.id}` |" in tekst
        assert antwoord.vraag in tekst
    assert antwoordboek().nood.tekst in tekst
    assert "{hulplijn:" not in tekst.partition("## De antwoorden\n")[2].partition("## In andere talen")[0]


def test_de_tabel_zegt_wat_een_bezoeker_echt_krijgt() -> None:
    rijen = tabel("suicidaliteit_jongere", Antwoorden.laad()).splitlines()
    vandaag = next(rij for rij in rijen if rij.startswith("| `vandaag` |") and "jongere" in rij)
    assert vandaag.split("|")[4].strip().startswith("113 Zelfmoordpreventie")
    professional = next(rij for rij in rijen if rij.startswith("| `vandaag` |") and "professional" in rij)
    assert "Kindertelefoon" not in professional


def test_wie_het_document_leest_vindt_hoe_je_tekent(tekst: str) -> None:
    geschreven = tekst.partition(MERK)[0]
    for woord in ("## Nakijken en ondertekenen", "`status`", "`versie`", "`nagekeken_op`", "gepubliceerd"):
        assert woord in geschreven


def test_een_verouderd_document_wordt_gezien_en_bijgewerkt(tekst: str, tmp_path: Path) -> None:
    kopie = tmp_path / "veiligheid.md"
    kopie.write_text(tekst.replace("Iemand doet zichzelf met opzet pijn.", "Anders."))
    assert not is_actueel(kopie)
    schrijf(kopie)
    assert kopie.read_text() == tekst
    kopie.write_text("# Alleen geschreven\n")
    assert bijgewerkt(kopie).startswith(f"# Alleen geschreven\n\n{MERK}\n")


def test_de_opdracht_zegt_of_het_document_klopt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.veiligheid.document.is_actueel", lambda: True)
    assert CliRunner().invoke(app, ["gevaar", "document", "--controleer"]).exit_code == 0
    monkeypatch.setattr("api.veiligheid.document.is_actueel", lambda: False)
    loopt_achter = CliRunner().invoke(app, ["gevaar", "document", "--controleer"])
    assert loopt_achter.exit_code == 1
    assert "voordeur gevaar document" in loopt_achter.output


def test_bewaarde_cijfers_vervangen_die_van_dezelfde_set(tmp_path: Path) -> None:
    bestand = tmp_path / "scores.yml"
    assert "nog niets gemeten" in "\n".join(scores.in_markdown(scores.lees_scores(bestand)))
    for goed in (1, 9):
        scores.bewaar("b.jsonl", [Cijfer("gevaar gezien", goed, 10)], op=date(2026, 11, 22), bestand=bestand)
    scores.bewaar("a.jsonl", [Cijfer("gevaar gezien", 0, 0)], op=date(2026, 11, 22), bestand=bestand)
    gelezen = scores.lees_scores(bestand)
    assert [(m.set, m.poort) for m in gelezen.metingen] == [("a.jsonl", poortmerk()), ("b.jsonl", poortmerk())]
    tabellen = "\n".join(scores.in_markdown(gelezen))
    assert "| gevaar gezien | 90,0 % | 59,6 % - 98,2 % | 9 van 10 |" in tabellen
    assert "Let op" not in tabellen


def test_cijfers_van_voor_een_verandering_zeggen_dat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bestand = tmp_path / "scores.yml"
    scores.bewaar("a.jsonl", [Cijfer("x", 1, 2)], op=date(2026, 11, 22), bestand=bestand)
    monkeypatch.setattr(scores, "poortmerk", lambda: "anders")
    assert "Let op" in "\n".join(scores.in_markdown(scores.lees_scores(bestand)))


def test_meten_met_bewaren_zet_alleen_tellingen_in_het_bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vragen = tmp_path / "set.jsonl"
    vragen.write_text(
        '{"text": "ik wil vanavond een eind aan mijn leven maken", "must_trigger": true, "urgency": "112"}\n'
    )
    bewaard, bijgewerkte = [], []
    monkeypatch.setattr("api.veiligheid.scores.bewaar", lambda *wat, **hoe: bewaard.append((wat, hoe)))
    monkeypatch.setattr("api.veiligheid.document.schrijf", lambda: bijgewerkte.append(True))
    assert CliRunner().invoke(app, ["meet", "veiligheid", str(vragen)]).exit_code == 0
    assert bewaard == []
    assert CliRunner().invoke(app, ["meet", "veiligheid", str(vragen), "--bewaar"]).exit_code == 0
    ((naam, cijfers), _), *_ = bewaard
    assert naam == "set.jsonl"
    assert cijfers[0] == ("gevaar gezien (twijfel telt mee)", 1, 1)
    assert "leven" not in repr(cijfers)
    assert bijgewerkte == [True]
