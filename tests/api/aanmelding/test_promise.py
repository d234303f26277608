"""The belofte: seven days, a working day, one date."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from api.aanmelding.promise import contact_voor, eerst_gelezen
from api.aanmelding.reference import LETTERS, nieuw_kenmerk, nieuwe_code, zoals_gegeven
from knowledge.models import Bereikbaar

HIER = ZoneInfo("Europe/Amsterdam")
KANTOOR = Bereikbaar.model_validate(
    {"tijden": [{"dagen": ["ma", "di", "wo", "do", "vr"], "van": "08:30", "tot": "17:00"}]}
)


@pytest.mark.parametrize(
    ("ontvangen", "voor"),
    [
        (datetime(2026, 11, 20, 10, tzinfo=HIER), date(2026, 11, 27)),
        (datetime(2026, 11, 22, 23, 59, tzinfo=HIER), date(2026, 11, 27)),  # zeven dagen later is zondag
        (datetime(2026, 12, 18, 10, tzinfo=HIER), date(2026, 12, 24)),  # een week later is eerste kerstdag
        (datetime(2026, 12, 19, 10, tzinfo=HIER), date(2026, 12, 24)),  # tweede kerstdag is een zaterdag
        (datetime(2026, 12, 25, 10, tzinfo=HIER), date(2026, 12, 31)),  # nieuwjaarsdag
        (
            datetime(2026, 11, 20, 23, 30, tzinfo=UTC),
            date(2026, 11, 27),
        ),  # in Amsterdam al zaterdag de 21e, dus 28 -> 27
    ],
)
def test_contact_voor(ontvangen, voor):
    assert contact_voor(ontvangen) == voor


@pytest.mark.parametrize(
    ("ontvangen", "gelezen"),
    [
        (datetime(2026, 11, 20, 10, tzinfo=HIER), datetime(2026, 11, 20, 10, tzinfo=HIER)),
        (datetime(2026, 11, 20, 7, tzinfo=HIER), datetime(2026, 11, 20, 8, 30, tzinfo=HIER)),
        (datetime(2026, 11, 20, 22, 30, tzinfo=HIER), datetime(2026, 11, 23, 8, 30, tzinfo=HIER)),
        (datetime(2026, 12, 24, 18, tzinfo=HIER), datetime(2026, 12, 28, 8, 30, tzinfo=HIER)),
    ],
)
def test_eerst_gelezen(ontvangen, gelezen):
    assert eerst_gelezen(ontvangen, KANTOOR) == gelezen


def test_een_sluitingsdag_telt_bij_de_belofte_en_bij_het_lezen():
    dicht = [date(2026, 11, 27), date(2026, 11, 26)]
    assert contact_voor(datetime(2026, 11, 20, 10, tzinfo=HIER), dicht) == date(2026, 11, 25)
    assert eerst_gelezen(datetime(2026, 11, 25, 18, tzinfo=HIER), KANTOOR, dicht) == datetime(
        2026, 11, 30, 8, 30, tzinfo=HIER
    )


def test_een_lange_sluiting_belooft_geen_dag_die_al_voorbij_is():
    dicht = [date(2026, 12, dag) for dag in range(21, 32)]
    assert contact_voor(datetime(2026, 12, 23, 10, tzinfo=HIER), dicht) == date(2026, 12, 30)


def test_onbekende_uren_beloven_niets():
    assert eerst_gelezen(datetime(2026, 11, 20, 10, tzinfo=HIER), Bereikbaar()) is None


def test_kenmerk_en_code_zijn_te_zeggen_en_niet_te_raden():
    assert len({nieuw_kenmerk() for _ in range(500)}) == 500
    assert set(nieuwe_code()) <= set(LETTERS) | {"-"}
    assert not set("01OIL") & set(LETTERS)


@pytest.mark.parametrize("getypt", [" vd-7k4p -2mxq ", "VD 7K4P 2MXQ", "vd7k4p2mxq", "VD–7K4P–2MXQ.", "VD-7K4P-2MXQ"])
def test_een_kenmerk_mag_met_spaties_zonder_streepjes_en_met_kleine_letters(getypt):
    assert zoals_gegeven(getypt) == "VD-7K4P-2MXQ"


@pytest.mark.parametrize("getypt", ["4kq2 9xma 7trw", "4KQ29XMA7TRW", "4kq2–9xma–7trw", " 4KQ2-9XMA-7TRW\n"])
def test_een_code_mag_met_spaties_zonder_streepjes_en_met_kleine_letters(getypt):
    assert zoals_gegeven(getypt) == "4KQ2-9XMA-7TRW"
