"""Every sentence the assistant says: who owns it, which variant, and no mistakes in the files."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from actions.texts import MAP, Teksten, Zinnen
from knowledge.errors import KennisFout

TEKSTEN = Teksten.laad()
INVULPLEKKEN = {"plek", "gemeente", "telefoon", "kop", "reden", "kosten"}
BLAD = """\
teksten:
  - id: hallo
    eigenaar: redactie jeugd
    nagekeken_op: 2026-11-22
    zeg: ["Hallo in {gemeente}.", Hoi., Dag.]
    zeg_tegen:
      jongere: [Yo.]
    knoppen:
      - {label: Verder, keuze: andere_vraag}
  - id: dag
    eigenaar: redactie jeugd
    nagekeken_op: 2026-11-22
    zeg: [Tot ziens.]
"""


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "een.yml").write_text(BLAD, encoding="utf-8")
    return tmp_path


def _alle() -> list[Zinnen]:
    return list(TEKSTEN)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("zinnen", _alle(), ids=lambda zinnen: zinnen.id)
def test_elke_tekst_is_nagekeken_door_een_functie_en_in_te_vullen(zinnen: Zinnen) -> None:
    assert zinnen.eigenaar in {"redactie jeugd", "gedragswetenschapper", "jurist", "functioneel beheer"}
    assert date(2026, 11, 1) <= zinnen.nagekeken_op <= date.today()
    varianten = [*zinnen.zeg, *(zin for anders in zinnen.zeg_tegen.values() for zin in anders)]
    for zin in varianten:
        assert set(re.findall(r"\{(.*?)\}", zin)) <= INVULPLEKKEN, zin
        assert not re.search(r"\d(?:[ .-]?\d){3,}", zin), f"geen nummer in een tekst: {zin}"
    assert len(set(varianten)) == len(varianten)


def test_elk_bestand_wordt_gelezen() -> None:
    in_bestanden = sum(bestand.read_text(encoding="utf-8").count("\n  - id: ") for bestand in MAP.glob("*.yml"))
    assert in_bestanden == len(_alle()) > 40


def test_dezelfde_kiem_kiest_altijd_dezelfde_variant(map_: Path) -> None:
    teksten = Teksten.laad(map_)
    gezegd = {kiem: teksten.zeg("hallo", kiem=kiem, gemeente="Dam").tekst for kiem in map(str, range(40))}
    opnieuw = Teksten.laad(map_)
    assert all(opnieuw.zeg("hallo", kiem=kiem, gemeente="Dam").tekst == zin for kiem, zin in gezegd.items())
    assert set(gezegd.values()) == {"Hallo in Dam.", "Hoi.", "Dag."}


def test_zonder_kiem_klinkt_de_eerste_variant(map_: Path) -> None:
    kaart = Teksten.laad(map_).zeg("hallo", gemeente="Dam")
    assert (kaart.tekst, kaart.id) == ("Hallo in Dam.", "hallo")


def test_een_andere_lezer_krijgt_eigen_woorden_en_wie_ze_niet_heeft_de_gewone(map_: Path) -> None:
    teksten = Teksten.laad(map_)
    assert teksten.zeg("hallo", rol="jongere", gemeente="Dam").tekst == "Yo."
    assert teksten.zeg("hallo", rol="professional", gemeente="Dam").tekst == "Hallo in Dam."
    assert teksten.zeg("dag", rol="jongere").tekst == "Tot ziens."


def test_knoppen_horen_bij_hun_tekst(map_: Path) -> None:
    teksten = Teksten.laad(map_)
    knoppen = teksten.knoppen("hallo")
    assert knoppen is not None
    assert [(knop.label, knop.keuze) for knop in knoppen.keuzes] == [("Verder", "andere_vraag")]
    assert teksten.knoppen("dag") is None
    assert teksten.labels == {"andere_vraag": "Verder"}
    assert "hallo" in teksten
    assert "weg" not in teksten


def test_een_onbekende_tekst_is_een_keyerror(map_: Path) -> None:
    with pytest.raises(KeyError):
        Teksten.laad(map_).zeg("weg")


def test_een_id_dat_in_twee_bestanden_staat_wordt_geweigerd(map_: Path) -> None:
    (map_ / "twee.yml").write_text(BLAD.replace("id: hallo", "id: ander"), encoding="utf-8")
    with pytest.raises(KennisFout) as fout:
        Teksten.laad(map_)
    assert [(melding.veld, melding.uitleg) for melding in fout.value.meldingen] == [
        ("dag", "deze id staat er twee keer")
    ]


@pytest.mark.parametrize(
    ("oud", "nieuw", "veld"),
    [
        ("    eigenaar: redactie jeugd\n", "", "teksten 1, eigenaar"),
        ("nagekeken_op: 2026-11-22", "nagekeken_op: gisteren", "teksten 1, nagekeken_op"),
        ("jongere: [Yo.]", "tiener: [Yo.]", "teksten 1, zeg_tegen, tiener, [key]"),
        ("{label: Verder, ", "{", "teksten 1, knoppen 1, label"),
        ("zeg: [Tot ziens.]", "zegt: [Tot ziens.]", "teksten 2, zeg"),
        ("zeg: [Tot ziens.]", "zeg: []", "teksten 2, zeg"),
        ("zeg: [Tot ziens.]", "zeg: [' ']", "teksten 2, zeg 1"),
    ],
)
def test_een_fout_in_een_tekst_noemt_bestand_en_veld(map_: Path, oud: str, nieuw: str, veld: str) -> None:
    (map_ / "een.yml").write_text(BLAD.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(KennisFout) as fout:
        Teksten.laad(map_)
    assert fout.value.meldingen[0].bestand == "een.yml"
    assert veld in [melding.veld for melding in fout.value.meldingen]
