"""The kennisbank as one snapshot: what may be given, what is nearby, and how references are filled in."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.base import Kennisbank, laad_of_meld
from tests.knowledge.boom import Boom

ARTIKEL = "artikelen/slapen/uit-bed.md"


@pytest.fixture
def kennisbank(boom: Boom) -> Kennisbank:
    return Kennisbank.laad(boom.map)


def _plekken(kennis: Kennisbank, **filters: object) -> list[str]:
    return [plek.id for plek in kennis.voorzieningen(kennis.gemeente("voorbeelddam"), **filters)]  # type: ignore[arg-type]


def test_een_verlopen_artikel_wordt_niet_gegeven_en_niet_gevonden(boom: Boom) -> None:
    boom.vervang(ARTIKEL, "verloopt_op: 2027-11-22", "verloopt_op: 2026-12-31")
    laatste_dag = Kennisbank.laad(boom.map, vandaag=date(2026, 12, 31))
    dag_erna = Kennisbank.laad(boom.map, vandaag=date(2027, 1, 1))
    assert "slapen/uit-bed" in [treffer.artikel.id for treffer in laatste_dag.zoek("slapen vraag")]
    assert [artikel.id for artikel in dag_erna.geldig] == ["huilen/troosten"]
    assert [treffer.artikel.id for treffer in dag_erna.zoek("slapen vraag")] == ["huilen/troosten"]
    assert "slapen/uit-bed" in dag_erna.artikelen, "de redactie ziet het nog"
    assert laatste_dag.te_geven("slapen/uit-bed") is not None
    assert dag_erna.te_geven("slapen/uit-bed") is None
    assert dag_erna.te_geven("slapen/bestaat-niet") is None


def test_een_onbekende_gemeente_is_een_keyerror(kennisbank: Kennisbank) -> None:
    with pytest.raises(KeyError):
        kennisbank.gemeente("amsterdam")


def test_wat_dicht_is_staat_er_niet_bij_en_wat_dichtbij_is_staat_voorop(kennisbank: Kennisbank) -> None:
    assert _plekken(kennisbank) == ["speelgroep", "oudercafe"]


@pytest.mark.parametrize(
    ("filters", "verwacht"),
    [
        ({"onderwerp": "huilen"}, ["speelgroep"]),
        ({"onderwerp": "pesten"}, []),
        ({"kern": "westeind"}, ["oudercafe"]),
        ({"kern": "oosteind"}, ["speelgroep", "oudercafe"]),
        ({"leeftijd": 4.9}, ["speelgroep", "oudercafe"]),
        ({"leeftijd": 5}, ["oudercafe"]),
        ({"onderwerp": "slapen", "kern": "westeind", "leeftijd": 2}, ["oudercafe"]),
    ],
)
def test_voorzieningen_passen_bij_onderwerp_kern_en_leeftijd(
    kennisbank: Kennisbank, filters: dict[str, object], verwacht: list[str]
) -> None:
    assert _plekken(kennisbank, **filters) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Bel {hulplijn:112}.", "Bel 112."),
        ("Bel {hulplijn:luisterlijn}.", "Bel De Luisterlijn (088-0000000)."),
        ("Kijk bij {hulplijn:zonder-nummer}.", "Kijk bij Hulp zonder nummer."),
        ("Vraag {team:telefoon}.", "Vraag het JGT (000-demo)."),
        ("{hulplijn:112} of {team:telefoon}", "112 of het JGT (000-demo)"),
        ("Niets in te vullen {hier}.", "Niets in te vullen {hier}."),
    ],
)
def test_verwijzingen_worden_naam_en_nummer(kennisbank: Kennisbank, tekst: str, verwacht: str) -> None:
    assert kennisbank.vul_in(tekst, kennisbank.gemeente("voorbeelddam")) == verwacht


def test_zonder_nummer_of_gemeente_blijft_de_naam_over(boom: Boom) -> None:
    kennis = Kennisbank.laad(boom.map, demo=False)
    assert kennis.vul_in("{team:telefoon}", kennis.gemeente("voorbeelddam")) == "het JGT"
    assert kennis.vul_in("{team:telefoon}") == "het JGT"


def test_laad_of_meld_geeft_kennis_of_meldingen(boom: Boom) -> None:
    kennis, meldingen = laad_of_meld(boom.map)
    assert kennis is not None
    assert meldingen == ()
    boom.vervang(ARTIKEL, "versie: 1", "versie: een")
    kennis, meldingen = laad_of_meld(boom.map)
    assert kennis is None
    assert [melding.veld for melding in meldingen] == ["versie"]


def test_de_kennisbank_rekent_met_de_dag_van_vandaag_als_er_geen_dag_is_gegeven(boom: Boom) -> None:
    assert Kennisbank.laad(boom.map).gelezen_op == date.today()
