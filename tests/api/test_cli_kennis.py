"""`voordeur kennis` as an editor uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from tests.knowledge.boom import Boom

UIT_BED = "artikelen/slapen/uit-bed.md"
KNOOP = "Breng je kind elke avond op dezelfde tijd naar bed."


@pytest.fixture
def boom(tmp_path: Path) -> Boom:
    return Boom.plant(tmp_path / "kennis")


def _doe(*woorden: str | Path) -> tuple[int, str]:
    uitkomst = CliRunner().invoke(app, ["kennis", *map(str, woorden)])
    assert uitkomst.exception is None or isinstance(uitkomst.exception, SystemExit)
    return uitkomst.exit_code, uitkomst.output


def test_een_goede_map_is_groen_en_tips_staan_alleen_bij_alles(boom: Boom) -> None:
    boom.vervang(UIT_BED, KNOOP, "Het boek wordt gelezen.")
    code, tekst = _doe("check", boom.map)
    assert code == 0
    assert tekst.strip() == "0 fouten, 0 verlopen, 0 waarschuwingen, 1 tips (tips: --alles)."
    assert f"TIP       {UIT_BED}, regel" in _doe("check", boom.map, "--alles")[1]


def test_een_fout_geeft_bestand_regel_en_een_foutcode(boom: Boom) -> None:
    boom.vervang(UIT_BED, KNOOP, "Dit werkt altijd.")
    code, tekst = _doe("check", boom.map)
    assert code == 1
    assert f"{UIT_BED}, regel {boom.regel_van(UIT_BED, 'Dit werkt altijd.')}" in tekst
    assert "1 fouten" in tekst


def test_verlopen_inhoud_laat_de_controle_slagen(boom: Boom) -> None:
    boom.vervang(
        UIT_BED,
        "nagekeken_op: 2026-11-22\nverloopt_op: 2027-11-22",
        "nagekeken_op: 2019-11-22\nverloopt_op: 2020-11-22",
    )
    boom.schrijf("landelijk/onderwerpen.yml", "baby:\n  slapen: Slapen\n  huilen: Huilen\n")
    tekst = _doe("check", boom.map)[1]
    assert f"VERLOPEN  {UIT_BED}" in tekst


def test_nieuw_schrijft_een_sjabloon_en_nooit_over_een_artikel_heen(boom: Boom) -> None:
    assert _doe("nieuw", "slapen", "eng", "--kennis", boom.map)[0] == 0
    assert (boom.map / "artikelen/slapen/eng.md").exists()
    code, tekst = _doe("nieuw", "slapen", "eng", "--kennis", boom.map)
    assert code == 1
    assert "bestaat al" in tekst


def test_rapport_telt_en_tekent(boom: Boom, tmp_path: Path) -> None:
    code, tekst = _doe("rapport", "--kennis", boom.map, "--map", tmp_path / "uit")
    assert code == 0
    assert "2 artikelen over 2 onderwerpen" in tekst
    assert (tmp_path / "uit/dekking.png").exists()


def test_voorbeeld_laat_zien_wat_de_bezoeker_ziet_met_de_aanvulling(boom: Boom) -> None:
    kop = "---\ntitel: het spreekuur\neigenaar: redactie\nnagekeken_op: 2026-11-22\nverloopt_op: 2099-01-01\nstatus: concept\n---\n"
    boom.schrijf("gemeenten/voorbeelddam/artikelen/slapen.md", f"{kop}\nKom langs.\n")
    boom.vervang(UIT_BED, "verloopt_op: 2027-11-22", "verloopt_op: 2099-01-01")
    code, tekst = _doe("voorbeeld", "slapen/uit-bed", "--gemeente", "voorbeelddam", "--kennis", boom.map)
    assert code == 0
    volgorde = ["concept", "Je kind komt uit bed", "Dit gaat over slapen. Je bent", "WAT IS GEWOON", "LIEVER NIET", "Kom langs.",
                "WANNEER HULP", "bel dan 112", "(000-demo)", "https://voorbeeld.nl/een", "[ En wat als"]  # fmt: skip
    plaatsen = [tekst.index(stuk) for stuk in volgorde]
    assert plaatsen == sorted(plaatsen)
    assert max(map(len, tekst.splitlines())) <= 88


@pytest.mark.parametrize(
    ("woorden", "uitleg"),
    [
        (("slapen/weg", "--gemeente", "voorbeelddam"), "Wel: slapen/uit-bed"),
        (("slapen/uit-bed", "--gemeente", "elders"), "Kies uit: voorbeelddam"),
    ],
)
def test_voorbeeld_noemt_wat_er_wel_is(boom: Boom, woorden: tuple[str, ...], uitleg: str) -> None:
    code, tekst = _doe("voorbeeld", *woorden, "--kennis", boom.map)
    assert code == 1
    assert uitleg in tekst
