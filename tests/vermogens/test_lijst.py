"""The list of vermogens, the conversations and docs/vermogens.md say the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError
from typer.testing import CliRunner

from api import cli_vermogens
from api.cli import app
from api.cli_vermogens import (
    AANTAL,
    Rij,
    gemerkte_tests,
    inhoud,
    is_actueel,
    lees_rijen,
    vindplaatsen,
)
from api.settings import ROOT
from assistant.measure.play import Gehoord, Spel, Zet
from knowledge.base import Kennisbank
from tests.vermogens.model import VermogenGesprek, lees_gesprekken

RIJEN = lees_rijen()
GESPREKKEN = lees_gesprekken()
DEELS = {"nummer": 1, "naam": "n", "werkt_als": "w", "hoort_bij": "gesprek", "staat": "deels", "waarom": "nog niet"}
GESPREK = {"id": "a", "stem": "kort", "vermogen": [1], "beurten": ["hoi"], "resultaat": {}}


def test_de_lijst_heeft_alle_nummers_op_volgorde_met_elk_een_eigen_naam() -> None:
    assert [rij.nummer for rij in RIJEN] == list(range(1, AANTAL + 1))
    assert len({rij.naam for rij in RIJEN}) == AANTAL


def test_elke_rij_die_het_gesprek_of_de_veiligheid_aangaat_heeft_een_gesprek() -> None:
    met = {nummer for gesprek in GESPREKKEN.values() for nummer in gesprek.vermogen}
    assert [rij.nummer for rij in RIJEN if rij.hoort_bij in ("gesprek", "veiligheid") and rij.nummer not in met] == []


def test_wat_af_heet_heeft_een_test_die_slaagt_en_geen_gesprek_dat_nog_niet_lukt() -> None:
    slaagt = vindplaatsen(ook_nog_niet=False)
    nog_niet = {nummer for gesprek in GESPREKKEN.values() if gesprek.nog_niet for nummer in gesprek.vermogen}
    af = {rij.nummer for rij in RIJEN if rij.staat == "af"}
    assert sorted(af - slaagt.keys()) == []
    assert sorted(af & nog_niet) == []


def test_wat_niet_heet_en_van_het_gesprek_is_heeft_een_gesprek_dat_dat_laat_zien() -> None:
    nog_niet = {nummer for gesprek in GESPREKKEN.values() if gesprek.nog_niet for nummer in gesprek.vermogen}
    assert [
        rij.nummer for rij in RIJEN if (rij.staat, rij.hoort_bij) == ("niet", "gesprek") and rij.nummer not in nog_niet
    ] == []


@pytest.mark.parametrize("test", sorted({test for rij in RIJEN for test in rij.tests}))
def test_elke_genoemde_test_bestaat(test: str) -> None:
    pad, _, naam = test.partition("::")
    assert re.search(rf"^def {naam}\(", (ROOT / pad).read_text(encoding="utf-8"), re.M)


def test_elk_genoemd_nummer_bestaat() -> None:
    assert set(gemerkte_tests()) <= {rij.nummer for rij in RIJEN}


def _geleerd(kennis: Kennisbank) -> Iterator[str]:
    for artikel in kennis.geldig:
        yield from artikel.vragen
    for pad in sorted((ROOT / "knowledge/voorbeeldvragen").rglob("*.y*ml")):
        yield from _zinnen(yaml.safe_load(pad.read_text(encoding="utf-8")))
    for pad in sorted((ROOT / "nlu_data/nlu").glob("*.yml")):
        for groep in yaml.safe_load(pad.read_text(encoding="utf-8")).get("nlu", []):
            yield from re.findall(r"^\s*-\s*(.+)$", groep.get("examples", ""), re.M)


def _zinnen(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, list | dict):
        for deel in waarde.values() if isinstance(waarde, dict) else waarde:
            yield from _zinnen(deel)


def _kaal(zin: str) -> str:
    zin = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", zin)
    return " ".join(re.findall(r"\w+", zin.lower()))


def test_geen_gesprek_vraagt_iets_dat_woordelijk_geleerd_is(kennis: Kennisbank) -> None:
    geleerd = {_kaal(zin) for zin in _geleerd(kennis)}
    eigen = {
        (naam, zet.tekst)
        for naam, gesprek in GESPREKKEN.items()
        for _, zetten in gesprek.uitvoeringen()
        for zet in zetten
        if len(zet.tekst.split()) > 4  # "dat is niet genoeg" says everybody
    }
    assert len(geleerd) > 1000
    assert sorted(paar for paar in eigen if _kaal(paar[1]) in geleerd) == []


@pytest.mark.parametrize("anders", [{"staat": "af"}, {"waarom": ""}, {"hoort_bij": "x"}, {"nummer": 121}])
def test_een_rij_zonder_eerlijke_staat_wordt_geweigerd(anders: dict[str, Any]) -> None:
    Rij(**DEELS)
    with pytest.raises(ValidationError):
        Rij(**(DEELS | anders))


@pytest.mark.parametrize(
    "anders",
    [
        {"vermogen": []},
        {"op": {2: ["x"]}},
        {"niet_op": {1: ["("]}},
        {"moment": "nacht"},
        {"resultaat": {"mens": False}},
    ],
)
def test_een_gesprek_dat_niets_kan_bewijzen_wordt_geweigerd(anders: dict[str, Any]) -> None:
    VermogenGesprek(**GESPREK)
    with pytest.raises(ValidationError):
        VermogenGesprek(**(GESPREK | anders))


def test_een_eis_per_beurt_wordt_per_beurt_nagekeken() -> None:
    beurten = tuple(
        Gehoord(Zet(zegt), "gesprek", None, None, gezien, zegt, (), nuttig=True, mens=True)
        for zegt, gezien in (("een", ("contact",)), ("twee", ("aanmelding",)))
    )
    goed = VermogenGesprek(
        **(GESPREK | {"beurten": ["a", "b"], "op": {2: ["^aanmelding$", "twee"]}, "niet_op": {2: ["een"]}})
    )
    mis = goed.model_copy(update={"op": {1: ("^aanmelding$",)}, "niet_op": {2: ("twee",)}})
    assert list(goed.ook(Spel(beurten, {}))) == []
    assert list(mis.ook(Spel(beurten, {}))) == ["niet in beurt 1: ^aanmelding$", "toch in beurt 2: twee"]


def test_een_test_met_het_merk_wordt_gevonden(tmp_path: Path) -> None:
    map_ = tmp_path / "tests"
    map_.mkdir()
    inhoud_ = "import pytest\n\n\n@pytest.mark.vermogen(3, 86)\ndef test_wacht():\n    pass\n"
    (map_ / "test_a.py").write_text(inhoud_)
    assert gemerkte_tests(map_) == {3: ["tests/test_a.py::test_wacht"], 86: ["tests/test_a.py::test_wacht"]}


def test_het_document_is_actueel() -> None:
    assert is_actueel(), "draai: voordeur vermogens document"


def test_het_document_telt_en_noemt_elke_rij() -> None:
    tekst = inhoud()
    for rij in RIJEN:
        assert f"| {rij.nummer} | **{rij.naam}**: " in tekst
    per_staat = [sum(rij.staat == staat for rij in RIJEN) for staat in ("af", "deels", "niet")]
    assert "| **samen** | " + " | ".join(f"**{aantal}**" for aantal in per_staat) + " | **120** |" in tekst


def test_de_opdracht_zegt_of_het_document_klopt_en_werkt_het_bij(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "vermogens.md"
    monkeypatch.setattr(cli_vermogens, "DOCUMENT", document)
    draai = CliRunner().invoke
    assert draai(app, ["vermogens", "document", "--controleer"]).exit_code == 1
    assert not document.exists()
    assert draai(app, ["vermogens", "document"]).exit_code == 0
    assert document.read_text(encoding="utf-8") == inhoud()
    assert draai(app, ["vermogens", "document", "--controleer"]).exit_code == 0
