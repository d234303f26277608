"""YAML as editors expect it, with the line of every mistake."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ConfigDict

from knowledge.errors import KennisFout, Melding
from knowledge.yaml_file import bouw, lees_yaml


class Bron(BaseModel):
    model_config = ConfigDict(extra="forbid")
    titel: str
    jaar: int


class Blad(BaseModel):
    naam: str
    bronnen: list[Bron]
    leeftijd: dict[str, int] = {}


GOED = """\
naam: een
bronnen:
  - titel: de eerste
    jaar: 1
  - titel: de tweede
    jaar: 2
"""


def _melding(tekst: str, *, eerste_regel: int = 1) -> Melding:
    with pytest.raises(KennisFout) as fout:
        bouw(
            Blad,
            lees_yaml(tekst, "blad.yml", eerste_regel=eerste_regel),
            tekst=tekst,
            bestand="blad.yml",
            eerste_regel=eerste_regel,
        )
    assert len(fout.value.meldingen) == 1
    return fout.value.meldingen[0]


def test_een_goed_document_wordt_een_model() -> None:
    blad = bouw(Blad, lees_yaml(GOED, "blad.yml"), tekst=GOED, bestand="blad.yml")
    assert [bron.jaar for bron in blad.bronnen] == [1, 2]


@pytest.mark.parametrize(
    "woord", ["nee", "ja", "no", "yes", "on", "off", "y", "n", "08:30", "12:00", "0800", "2026-11-22", "1_000", "0x1F"]
)
def test_gewone_woorden_tijden_en_nummers_blijven_tekst(woord: str) -> None:
    assert lees_yaml(f"veld: {woord}", "f") == {"veld": woord}


@pytest.mark.parametrize(
    ("woord", "waarde"),
    [("true", True), ("false", False), ("12", 12), ("-3", -3), ("0", 0), ("1.5", 1.5), ("null", None), ("", None)],
)
def test_getallen_en_true_false_houden_hun_betekenis(woord: str, waarde: object) -> None:
    assert lees_yaml(f"veld: {woord}", "f") == {"veld": waarde}


def test_een_fout_diep_in_een_lijst_wijst_de_goede_regel_aan() -> None:
    melding = _melding(GOED.replace("jaar: 2", "jaar: twee"))
    assert melding == Melding("blad.yml", 6, "bronnen 2, jaar", "hier moet een heel getal staan")


def test_een_ontbrekend_veld_wijst_naar_het_deel_waar_het_hoort() -> None:
    melding = _melding(GOED.replace("    jaar: 2\n", ""))
    assert (melding.regel, melding.veld, melding.uitleg) == (5, "bronnen 2, jaar", "dit veld ontbreekt")


def test_een_onbekend_veld_wordt_een_tikfout_genoemd() -> None:
    melding = _melding(GOED.replace("    jaar: 1", "    jaar: 1\n    jar: 1"))
    assert (melding.regel, melding.veld) == (5, "bronnen 1, jar")
    assert "tikfout" in melding.uitleg


def test_regels_tellen_vanaf_de_plek_in_het_bestand() -> None:
    assert _melding(GOED.replace("jaar: 2", "jaar: twee"), eerste_regel=11).regel == 16


def test_alle_fouten_komen_tegelijk() -> None:
    tekst = GOED.replace("jaar: 1", "jaar: een").replace("jaar: 2", "jaar: twee")
    with pytest.raises(KennisFout) as fout:
        bouw(Blad, lees_yaml(tekst, "f"), tekst=tekst, bestand="f")
    assert [melding.regel for melding in fout.value.meldingen] == [4, 6]


@pytest.mark.parametrize(
    ("tekst", "regel", "veld"),
    [
        ("naam: een\nnaam: twee\n", 2, "naam"),
        ("lijst:\n  - titel: a\n    url: b\n    titel: c\n", 4, "titel"),
        ("een:\n  twee:\n    drie: 1\n    vier: 2\n    drie: 3\n", 5, "drie"),
    ],
)
def test_een_veld_dat_er_twee_keer_staat_wordt_gemeld_hoe_diep_ook(tekst: str, regel: int, veld: str) -> None:
    with pytest.raises(KennisFout) as fout:
        lees_yaml(tekst, "f.yml")
    assert fout.value.meldingen == (Melding("f.yml", regel, veld, "dit veld staat er twee keer"),)


def test_hetzelfde_veld_in_twee_regels_van_een_lijst_is_gewoon() -> None:
    assert lees_yaml("- {a: 1}\n- {a: 2}\n", "f") == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3),
        ("a: 1\nb: 'open\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: !!python/name:os.system x\n", 1),
        ("a: é\nb: é\nc: \x07\n", 3),
    ],
)
def test_kapotte_opmaak_noemt_bestand_en_regel(tekst: str, regel: int) -> None:
    with pytest.raises(KennisFout) as fout:
        lees_yaml(tekst, "kapot.yml")
    melding = fout.value.meldingen[0]
    assert melding.bestand == "kapot.yml"
    assert melding.regel == regel
