"""`meet kennis` on a tiny set with known answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.measure.knowledge_set import Meting, meet_kennis
from tests.actions.hulp import DROMEN, ETEN, KENNIS, PESTEN, SLAPEN, vind


def _set(tmp_path: Path, *regels: tuple[str, str | None]) -> Path:
    bestand = tmp_path / "kennis.jsonl"
    bestand.write_text("\n".join(json.dumps({"text": tekst, "topic": onderwerp}) for tekst, onderwerp in regels))
    return bestand


def _regel(meting: Meting, naam: str) -> str:
    (regel,) = [regel for regel in meting.tabel if regel.strip().startswith(naam)]
    return " ".join(regel.split())


def test_goed_fout_en_buiten_bereik_worden_apart_geteld(tmp_path: Path) -> None:
    bestand = _set(
        tmp_path,
        ("mijn peuter komt steeds uit bed", "slapen"),
        ("ze lust geen groente", "eten"),
        ("gepest op school", "slapen"),
        ("gillend wakker in de nacht", "dyslexie"),
        ("qqq zzz", None),
    )
    meting = meet_kennis(bestand, KENNIS)
    assert _regel(meting, "juist onderwerp eerst").endswith("2 van 4")
    assert _regel(meting, "eerst, waar een artikel is").endswith("2 van 3")
    assert _regel(meting, "buiten bereik geweigerd").endswith("1 van 1")
    assert [u["zekerheid"] for u in meting.uitkomsten][-1] == "onbegrepen"
    assert meting.paren[:2] == [("slapen", "slapen"), ("eten", "eten")]
    assert len(meting.paren) == 4


def test_de_rang_telt_onderwerpen_en_niet_artikelen(tmp_path: Path) -> None:
    kennis = vind((SLAPEN, 0.8), (DROMEN, 0.4), (PESTEN, 0.3), (ETEN, 0.2))
    meting = meet_kennis(_set(tmp_path, ("x", "pesten"), ("x", "eten"), ("x", "slapen"), ("x", "weg")), kennis)
    assert [u["rang"] for u in meting.uitkomsten] == [2, 3, 1, 0]
    assert _regel(meting, "gemiddelde 1/rang") == "gemiddelde 1/rang (MRR) 0.458"
    assert _regel(meting, "fout en zeker").endswith("3 van 4")


def test_zonder_vragen_buiten_bereik_is_er_geen_regel_over(tmp_path: Path) -> None:
    meting = meet_kennis(_set(tmp_path, ("uit bed", "slapen")), KENNIS)
    assert not any("buiten bereik" in regel for regel in meting.tabel)


def test_lezer_leeftijd_en_slechtste_onderwerpen_staan_apart(tmp_path: Path) -> None:
    kennis = vind((SLAPEN, 0.9), (ETEN, 0.1))
    regels = [
        {"text": "x", "topic": "slapen", "asker": "ouder", "age_hint": 3},
        {"text": "x", "topic": "eten", "asker": "ouder", "age_hint": 4.5},
        {"text": "x", "topic": "slapen", "asker": "jongere", "age_hint": 16},
        {"text": "x", "topic": None, "asker": "ander"},
    ]
    bestand = tmp_path / "kennis.jsonl"
    bestand.write_text("\n".join(map(json.dumps, regels)))
    meting = meet_kennis(bestand, kennis)
    tabel = [" ".join(regel.split()) for regel in meting.tabel]
    begin = tabel.index("per lezer, juist onderwerp eerst")
    namen = [regel.split()[0] for regel in tabel[begin:]]
    assert namen == ["per", "jongere", "ouder", "per", "0-4", "4-9", "16-23", "slechtste", "eten"]
    assert tabel[begin + 2].endswith("1 van 2")
    assert meting.ijking == [(0.9, True), (0.9, False), (0.9, True), (0.9, False)]
    assert _regel(meting, "ijkfout").startswith("ijkfout (ECE) 0.400")
    meting.teken(tmp_path, "kennis")
    assert (tmp_path / "kennis-ijking.png").exists()


def test_een_meting_tekent_haar_plaatje_in_een_nieuwe_map(tmp_path: Path) -> None:
    pad = Meting([], [], [("slapen", "eten")]).teken(tmp_path / "nieuw", "kennis")
    assert pad == tmp_path / "nieuw/kennis.png"
    assert pad.stat().st_size > 1000


@pytest.mark.parametrize("rol", ["ouder", "jongere"])
def test_de_meegeleverde_kennis_vindt_haar_eigen_voorbeeldvragen(tmp_path: Path, kennis, rol: str) -> None:
    """A lower bound that only breaks when search breaks: questions the index has seen."""
    artikelen = [artikel for artikel in kennis.geldig if rol in artikel.doelgroep][:60]
    meting = meet_kennis(_set(tmp_path, *((a.vragen[-1], a.onderwerp) for a in artikelen)), kennis)
    assert sum(u["rang"] == 1 for u in meting.uitkomsten) >= 0.97 * len(artikelen)
