"""Open or closed, and that in words, on the clock of Amsterdam."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from knowledge.models import Bereikbaar
from knowledge.opening_hours import in_woorden, nu_open

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KANTOOR = Bereikbaar.model_validate(
    {"tijden": [{"dagen": ["ma", "di", "wo", "do", "vr"], "van": "08:30", "tot": "17:00"}]}
)
TWEE_KEER = Bereikbaar.model_validate(
    {
        "tijden": [
            {"dagen": ["ma"], "van": "13:00", "tot": "16:15"},
            {"dagen": ["ma"], "van": "09:00", "tot": "12:00"},
        ]
    }
)
ALLEEN_DINSDAG = Bereikbaar.model_validate({"tijden": [{"dagen": ["di"], "van": "10:00", "tot": "12:00"}]})


def _op(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("uren", "moment", "open_", "woorden"),
    [
        (KANTOOR, "2026-11-23T08:30", True, "nu open, tot 17.00 uur"),
        (KANTOOR, "2026-11-23T16:59", True, "nu open, tot 17.00 uur"),
        (KANTOOR, "2026-11-23T17:00", False, "nu dicht, weer open morgen om 8.30 uur"),
        (KANTOOR, "2026-11-23T07:00", False, "nu dicht, weer open vandaag om 8.30 uur"),
        (KANTOOR, "2026-11-27T18:00", False, "nu dicht, weer open op maandag om 8.30 uur"),
        (KANTOOR, "2026-11-29T12:00", False, "nu dicht, weer open morgen om 8.30 uur"),
        (TWEE_KEER, "2026-11-23T12:30", False, "nu dicht, weer open vandaag om 13.00 uur"),
        (TWEE_KEER, "2026-11-23T13:00", True, "nu open, tot 16.15 uur"),
        (TWEE_KEER, "2026-11-23T08:00", False, "nu dicht, weer open vandaag om 9.00 uur"),
        (ALLEEN_DINSDAG, "2026-11-24T12:00", False, "nu dicht, weer open op dinsdag om 10.00 uur"),
    ],
)
def test_open_of_dicht_en_wanneer_weer_open(uren: Bereikbaar, moment: str, open_: bool, woorden: str) -> None:
    assert nu_open(uren, _op(moment)) is open_
    assert in_woorden(uren, _op(moment)) == woorden


def test_dag_en_nacht_is_altijd_open() -> None:
    altijd = Bereikbaar(altijd=True)
    assert nu_open(altijd, _op("2026-12-25T03:00")) is True
    assert in_woorden(altijd, _op("2026-12-25T03:00")) == "dag en nacht"


def test_onbekende_tijden_blijven_onbekend() -> None:
    assert nu_open(Bereikbaar(), _op("2026-11-23T10:00")) is None
    assert in_woorden(Bereikbaar(), _op("2026-11-23T10:00")) is None


@pytest.mark.parametrize(
    ("utc", "open_"),
    [
        ("2026-03-27T07:29", False),  # vrijdag in wintertijd: 8.29 uur
        ("2026-03-27T07:30", True),
        ("2026-03-30T06:29", False),  # maandag na het ingaan van de zomertijd: 8.29 uur
        ("2026-03-30T06:30", True),
        ("2026-10-23T06:30", True),  # vrijdag in zomertijd
        ("2026-10-26T06:30", False),  # maandag in wintertijd: 7.30 uur
        ("2026-10-26T07:30", True),
    ],
)
def test_de_klok_van_amsterdam_telt_ook_als_de_zomertijd_verspringt(utc: str, open_: bool) -> None:
    assert nu_open(KANTOOR, datetime.fromisoformat(utc).replace(tzinfo=UTC)) is open_


def test_de_dag_is_die_van_amsterdam_en_niet_die_van_utc() -> None:
    zondagavond_utc = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert in_woorden(KANTOOR, zondagavond_utc) == "nu dicht, weer open vandaag om 8.30 uur"


@pytest.mark.parametrize(
    ("moment", "dicht", "open_", "woorden"),
    [
        ("2026-12-25T10:00", (), False, "nu dicht, weer open op maandag om 8.30 uur"),  # first day of Christmas
        ("2026-12-24T18:00", (), False, "nu dicht, weer open op maandag om 8.30 uur"),
        ("2026-11-24T10:00", ("2026-11-24",), False, "nu dicht, weer open morgen om 8.30 uur"),
        ("2026-11-24T10:00", ("2026-11-25",), True, "nu open, tot 17.00 uur"),
        (
            "2026-12-23T18:00",
            ("2026-12-24", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"),
            False,
            "nu dicht, weer open op maandag 4 januari om 8.30 uur",
        ),
    ],
)
def test_op_feestdagen_en_sluitingsdagen_is_een_gemeente_dicht(
    moment: str, dicht: tuple[str, ...], open_: bool, woorden: str
) -> None:
    dagen = [date.fromisoformat(dag) for dag in dicht]
    assert nu_open(KANTOOR, _op(moment), dagen) is open_
    assert in_woorden(KANTOOR, _op(moment), dagen) == woorden


def test_een_hulplijn_kent_geen_feestdagen_van_de_gemeente() -> None:
    assert nu_open(KANTOOR, _op("2026-12-25T10:00")) is True
