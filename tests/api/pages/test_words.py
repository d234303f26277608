"""Dates and moments in Dutch."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from api.pages import words
from knowledge.models import Bereikbaar, Dag, Leeftijd, Tijdvak

NU = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)  # vrijdag, 22.30 uur in Amsterdam


def test_een_datum_in_woorden() -> None:
    assert words.datum(date(2026, 3, 1)) == "1 maart 2026"
    assert words.datum("2026-11-27", met_dag=True) == "vrijdag 27 november 2026"


def test_een_moment_is_altijd_nederlandse_tijd() -> None:
    assert words.moment("2026-07-01T22:05:00+00:00") == "donderdag 2 juli om 0.05 uur"
    assert words.moment(datetime(2026, 11, 23, 8, 0, tzinfo=UTC)) == "maandag 23 november om 9.00 uur"


@pytest.mark.parametrize(
    ("dag", "woorden", "stand"),
    [
        (date(2026, 11, 18), "2 dagen te laat", "te_laat"),
        (date(2026, 11, 19), "1 dag te laat", "te_laat"),
        (date(2026, 11, 20), "vandaag", "vandaag"),
        (date(2026, 11, 21), "morgen", "bijna"),
        (date(2026, 11, 22), "over 2 dagen", "bijna"),
        (date(2026, 11, 27), "over 7 dagen", "ruim"),
    ],
)
def test_de_belofte_in_woorden(dag: date, woorden: str, stand: str) -> None:
    assert words.termijn(dag, NU) == words.Termijn(woorden, stand)  # type: ignore[arg-type]


def test_na_middernacht_in_amsterdam_is_het_een_dag_verder() -> None:
    laat = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert words.termijn(date(2026, 11, 20), laat).woorden == "1 dag te laat"
    assert words.geleden(NU, laat) == "gisteren"
    assert words.geleden(NU, NU) == "vandaag"


@pytest.mark.parametrize(
    ("dagen", "woorden"),
    [
        (("ma", "di", "wo", "do", "vr", "za", "zo"), "elke dag"),
        (("vr", "ma", "di", "wo", "do"), "maandag tot en met vrijdag"),
        (("ma", "di"), "maandag en dinsdag"),
        (("ma", "wo", "vr"), "maandag, woensdag en vrijdag"),
    ],
)
def test_uren_in_woorden(dagen: tuple[Dag, ...], woorden: str) -> None:
    vak = Tijdvak(dagen=dagen, van=time(8, 30), tot=time(17))
    assert words.uren(Bereikbaar(tijden=(vak,))) == f"{woorden} van 8.30 tot 17.00 uur"


def test_altijd_open_en_onbekend() -> None:
    assert words.uren(Bereikbaar(altijd=True)) == "dag en nacht"
    assert words.uren(Bereikbaar()) == ""


def test_een_leeftijd_in_woorden() -> None:
    assert words.leeftijd(Leeftijd(van=2, tot=4)) == "2 tot en met 4 jaar"
    assert words.leeftijd(Leeftijd(van=12, tot=99)) == "vanaf 12 jaar"
    assert words.leeftijd(Leeftijd(van=0, tot=99)) == words.leeftijd(None) == ""
