"""Numbers and addresses as Open Klant wants them, and when the next attempt is."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.aanmelding.reference import nieuw_kenmerk
from api.levering.backoff import LANGSTE, POGINGEN, volgende
from api.levering.openklant.rules import nummer_van, postcode_voor, telefoon_voor
from tests.api.levering.fake_openklant import TELEFOON


def test_een_nummer_is_tien_cijfers_hoort_altijd_bij_het_kenmerk_en_verschilt() -> None:
    kenmerken = [nieuw_kenmerk() for _ in range(500)]
    nummers = [nummer_van(kenmerk) for kenmerk in kenmerken]
    assert nummers == [nummer_van(kenmerk) for kenmerk in kenmerken]
    assert all(re.fullmatch(r"[1-9][0-9]{9}", nummer) for nummer in nummers)
    assert len(set(nummers)) == 500
    assert nummer_van(kenmerken[0], 1) != nummers[0]


@pytest.mark.parametrize(
    ("getypt", "nummer"),
    [
        ("06 12345678", "0612345678"),
        ("+31 6 1234 5678", "0612345678"),
        ("0031612345678", "0612345678"),
        ("0172-522522", "0172522522"),
        ("+32 470 12 34 56", "+32470123456"),
        ("0800-2000", None),
        ("0900 1234567", None),
        ("14 0172", None),
        ("112", None),
        ("bel maar", None),
    ],
)
def test_telefoon(getypt: str, nummer: str | None) -> None:
    assert telefoon_voor(getypt) == nummer


@given(st.text("0123456789+- ()", max_size=20))
def test_een_nummer_is_goed_of_er_is_geen(getypt: str) -> None:
    nummer = telefoon_voor(getypt)
    assert nummer is None or (re.match(TELEFOON, nummer) and not nummer.startswith(("0800", "0900", "1400", "140")))


@pytest.mark.parametrize(
    ("getypt", "uit"), [("2355ab", "2355 AB"), ("2355 AB", "2355 AB"), ("0355AB", None), ("", None)]
)
def test_postcode(getypt: str, uit: str | None) -> None:
    assert postcode_voor(getypt) == uit


def test_uitstel_verdubbelt_tot_zes_uur_en_luistert_naar_de_ontvanger() -> None:
    nu = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    wachten = [volgende(nu, poging) - nu for poging in range(1, POGINGEN + 1)]
    assert wachten[:4] == [timedelta(minutes=m) for m in (1, 2, 4, 8)]
    assert wachten[-1] == LANGSTE and timedelta(days=3) < sum(wachten[:-1], timedelta()) < timedelta(days=4)
    assert volgende(nu, 1, 1800) == nu + timedelta(minutes=30)
    assert volgende(nu, 1, 10**9) == nu + LANGSTE
