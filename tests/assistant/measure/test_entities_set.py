"""`meet entiteiten` on messages with known answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from assistant.measure.entities_set import lees_entiteiten, meet_entiteiten, score_van
from assistant.measure.scores import Score
from assistant.measure.sets import SetFout

KERNEN = {"woubrugge": {"id": "woubrugge", "naam": "Woubrugge"}, "leimuiden": {"id": "leimuiden", "naam": "Leimuiden"}}
SET = """
- {tekst: "mijn zoon van 7 slaapt al drie weken slecht", leeftijd: 7, kern: null, duur: "al drie weken", rol: ouder}
- {tekst: "we wonen in Woubrugge", leeftijd: null, kern: leimuiden, duur: null, rol: null}
- {tekst: "onze dochter is 4", leeftijd: 9, kern: null, duur: null, rol: ouder}
- {tekst: "hij is 5", leeftijd: null, kern: null, duur: null, rol: null}
- {tekst: "zegt u het maar", leeftijd: 3, kern: null, duur: null, rol: null}
"""


def _bestand(map_: Path, inhoud: str = SET) -> Path:
    (map_ / "set.yml").write_text(inhoud, encoding="utf-8")
    return map_ / "set.yml"


def test_gemist_onterecht_en_een_andere_waarde_tellen_elk_apart(tmp_path: Path) -> None:
    meting = meet_entiteiten(lees_entiteiten(_bestand(tmp_path)), KERNEN)
    oordelen = [uitkomst["oordeel"].get("leeftijd") for uitkomst in meting.uitkomsten]
    assert oordelen == ["goed", None, "andere waarde", "onterecht", "gemist"]
    assert score_van("leeftijd", meting.uitkomsten) == Score(raak=1, verwacht=3, gegeven=3)
    assert meting.uitkomsten[1]["oordeel"] == {"kern": "andere waarde"}
    assert score_van("duur", meting.uitkomsten) == Score(1, 1, 1)


def test_de_tabel_noemt_per_soort_f1_marge_en_wat_er_misging(tmp_path: Path) -> None:
    tabel = meet_entiteiten(lees_entiteiten(_bestand(tmp_path)), KERNEN).tabel
    assert tabel[0].startswith("F1 leeftijd")
    assert " 0.333 " in tabel[0]
    assert tabel[0].endswith("1 goed, 1 gemist, 1 onterecht, 1 andere waarde")
    assert tabel[1] == "  precisie 0.333, vangst 0.333"


def test_een_soort_die_nergens_staat_komt_niet_in_de_tabel(tmp_path: Path) -> None:
    een = "- {tekst: hij is 5, leeftijd: 5, kern: null, duur: null, rol: null}"
    tabel = meet_entiteiten(lees_entiteiten(_bestand(tmp_path, een)), KERNEN).tabel
    assert [regel.split()[1] for regel in tabel if regel.startswith("F1")] == ["leeftijd"]


@pytest.mark.parametrize("inhoud", ["[]", "- {tekst: x}", SET.replace("rol: null}", "rol: null, role: null}")])
def test_een_set_met_een_fout_wordt_geweigerd(tmp_path: Path, inhoud: str) -> None:
    with pytest.raises(SetFout, match=r"set\.yml"):
        lees_entiteiten(_bestand(tmp_path, inhoud))


def test_de_opdracht_meet_met_de_kernen_van_de_gemeente_en_tekent(tmp_path: Path) -> None:
    opdracht = ["meet", "entiteiten", str(_bestand(tmp_path)), "--plot", str(tmp_path)]
    uit = CliRunner().invoke(app, opdracht)
    assert uit.exit_code == 0, uit.output
    assert "F1 kern" in uit.output
    assert (tmp_path / "entiteiten.png").exists()
