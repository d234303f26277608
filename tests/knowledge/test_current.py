"""A reload swaps the whole snapshot, or leaves the old one in place."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.base import Kennisbank
from knowledge.current import KennisHouder
from knowledge.errors import KennisFout
from tests.knowledge.boom import Boom, artikeltekst

NIEUW = "artikelen/slapen/nieuw.md"


def test_het_eerste_gebruik_leest_een_keer_van_schijf(boom: Boom) -> None:
    houder = KennisHouder(boom.map)
    eerste = houder.nu
    assert houder.nu is eerste
    assert set(eerste.artikelen) == {"slapen/uit-bed", "huilen/troosten"}


def test_een_nieuw_artikel_is_er_na_herladen_en_wie_al_las_houdt_zijn_stand(boom: Boom) -> None:
    houder = KennisHouder(boom.map)
    oud = houder.nu
    boom.schrijf(NIEUW, artikeltekst(titel="Dromen", onderwerp="slapen", woord="nachtmerrie"))
    assert "slapen/nieuw" not in houder.nu.artikelen
    nieuw = houder.herlaad()
    assert houder.nu is nieuw
    assert nieuw.zoek("nachtmerrie")[0].artikel.id == "slapen/nieuw"
    assert "slapen/nieuw" not in oud.artikelen


def test_een_fout_in_de_bestanden_laat_de_oude_stand_staan(boom: Boom) -> None:
    houder = KennisHouder(boom.map)
    oud = houder.nu
    boom.schrijf(NIEUW, "kapot")
    with pytest.raises(KennisFout, match=r"nieuw\.md"):
        houder.herlaad()
    assert houder.nu is oud


def test_een_fout_bij_de_eerste_keer_wordt_gemeld_en_later_opnieuw_geprobeerd(boom: Boom) -> None:
    boom.schrijf(NIEUW, "kapot")
    houder = KennisHouder(boom.map)
    with pytest.raises(KennisFout):
        _ = houder.nu
    (boom.map / NIEUW).unlink()
    assert "slapen/uit-bed" in houder.nu.artikelen


def test_een_gegeven_stand_wordt_gebruikt_zonder_te_lezen(boom: Boom) -> None:
    kennis = Kennisbank.laad(boom.map)
    assert KennisHouder(boom.map / "bestaat-niet", kennis=kennis).nu is kennis


def test_op_de_dag_dat_een_artikel_verlopen_is_wordt_het_niet_meer_gegeven(boom: Boom) -> None:
    houder = KennisHouder(boom.map)
    tot = houder.nu.artikelen["slapen/uit-bed"].verloopt_op
    houder.nieuwe_dag(tot)
    assert houder.nu.te_geven("slapen/uit-bed")
    houder.nieuwe_dag(date(tot.year + 1, 1, 1))
    assert houder.nu.te_geven("slapen/uit-bed") is None
    assert houder.nu.zoek("uit bed") == []
