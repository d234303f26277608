"""The small pattern language of the rules, and what is said when a pattern or a rule file is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.gate.patterns import Etiketten, PatroonFout, vertaal
from assistant.gate.urgency import REGELS, Urgentieregels
from knowledge.errors import KennisFout

LIJSTEN = {
    "ouder": ["vader", "moeder"],
    "familie": ["<ouder>", "oom"],
    "ontkenning": ["niet", "nooit"],
    "rond": ["<rond>"],
}


def past(patroon: str, zin: str) -> bool:
    etiketten = Etiketten(LIJSTEN)
    gelezen = vertaal(patroon, etiketten)
    code = "".join(f" {etiketten.van(woord)}" for woord in zin.split())
    return bool(gelezen.regex.search(code)) and gelezen.nodig <= frozenset(code)


@pytest.mark.parametrize(
    ("patroon", "wel", "niet"),
    [
        ("slaat/schopt mij", "hij schopt mij", "hij schopt haar"),
        ("<familie> slaat", "mijn oom slaat", "mijn buurman slaat"),
        ("sla* mij", "hij slaagde mij", "hij zei mij"),
        ("*moord", "een zelfmoord", "een moordenaar"),
        ("ik wil ..2 weg", "ik wil heel snel weg", "ik wil met jullie allemaal weg"),
        ("ik wil ..2 weg", "ik wil nu weg", "ik wil niet weg"),
        ("ik wil ..2! weg", "ik wil niet weg", "ik zal niet weg"),
        ("ik wil heel? weg", "ik wil weg", "ik wil snel weg"),
        ("(van kant | om het leven) brengen", "zich om het leven brengen", "zich van brengen"),
        ("{vader slaat mij}", "slaat mij vader", "vader slaat hem"),
        ("[vader slaat kind]", "dat vader het kind slaat", "dat het kind vader slaat"),
        ("{1: vader slaat}", "vader toen slaat", "vader toen en nu slaat"),
        ("^ help $", "help", "help mij"),
    ],
)
def test_een_patroon_vindt_wat_er_staat_en_niet_meer(patroon, wel, niet):
    assert past(patroon, wel)
    assert not past(patroon, niet)


@pytest.mark.parametrize(
    ("patroon", "uitleg"),
    [
        ("<onbekend> slaat", "<onbekend> bestaat niet"),
        ("<rond>", "verwijst naar zichzelf"),
        ("(slaat mij", "er mist een"),
        ("slaat)", "vreemde plek"),
        ("{slaat}", "twee of drie delen"),
        ("slaat?", "geen enkel woord"),
        ("<ouder", "geen woord"),
    ],
)
def test_een_kapot_patroon_zegt_in_woorden_wat_eraan_mankeert(patroon, uitleg):
    with pytest.raises(PatroonFout, match=uitleg):
        vertaal(patroon, Etiketten(LIJSTEN))


@pytest.fixture
def eigen_map(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REGELS, tmp_path / "regels"))


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "veld"),
    [
        ("suicidaliteit.yml", 'niveau: "112"', "niveau: straks", "niveau"),
        ("suicidaliteit.yml", "id: dood-willen", "id: zelfdoding-plan", "id"),
        ("suicidaliteit.yml", "categorie: suicidaliteit_kind", "categorie: onzin", "categorie"),
        (
            "suicidaliteit.yml",
            "tenzij: [fictie, les, vroeger, voorbij, dier, grap]}",
            "tenzij: [sprookje]}",
            "sprookje",
        ),
        ("suicidaliteit.yml", "omschrijving: Alleen het woord", "omschriving: Alleen het woord", "omschriving"),
        ("medisch.yml", "<gif>", "<gift>", "wel"),
        ("_spelling.yml", "voluit:", "voluit:\n  vader: pa", "voluit"),
    ],
)
def test_een_fout_in_een_regelbestand_noemt_bestand_regel_en_veld(eigen_map, bestand, oud, nieuw, veld):
    pad = eigen_map / bestand
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(KennisFout, match=rf"(?s){bestand}, regel \d+.*{veld}"):
        Urgentieregels(eigen_map)
