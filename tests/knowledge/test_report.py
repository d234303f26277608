"""The coverage report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.base import Kennisbank
from knowledge.checking import bekijk
from knowledge.report import Rapport, maak_rapport, regels, teken, vakken
from tests.knowledge.boom import VANDAAG, Boom
from tests.knowledge.check.test_local import AANVULLING, BIJ


def _rapport(boom: Boom, vandaag: date = VANDAAG) -> Rapport:
    return maak_rapport(bekijk(Kennisbank.laad(boom.map, vandaag=vandaag), boom.map, vandaag=vandaag))


def test_telt_per_onderwerp_leeftijd_en_lezer(boom: Boom) -> None:
    rapport = _rapport(boom)
    assert {slug: vakken(rapport, artikelen) for slug, artikelen in rapport.onderwerpen.items()} == {
        "slapen": [1, 1, 1, 1, 0, 1, 0, 0, 0],
        "huilen": [1, 0, 0, 0, 0, 1, 0, 0, 0],
    }
    assert rapport.leeftijden == pytest.approx({"0-4": 1.5, "4-9": 0.5, "9-12": 0.5, "12-16": 0.5, "16-23": 0})
    assert (rapport.lezers, rapport.status) == ({"ouder": 2}, {"gepubliceerd": 2})
    assert len(rapport.taal) == 2


def test_noemt_wat_binnen_zestig_dagen_verloopt_ook_aanvullingen(boom: Boom) -> None:
    boom.schrijf(BIJ, AANVULLING)
    boom.vervang("artikelen/huilen/troosten.md", "verloopt_op: 2027-11-22", "verloopt_op: 2027-01-21")
    assert _rapport(boom).verloopt == [(date(2027, 1, 21), "huilen/troosten")]
    assert _rapport(boom, date(2027, 3, 22)).verloopt == [(date(2027, 1, 21), "huilen/troosten")]
    assert _rapport(boom, date(2027, 3, 23)).verloopt[1] == (date(2027, 5, 22), "voorbeelddam: slapen/uit-bed")


def test_telt_artikelen_met_een_plaatselijke_aanvulling(boom: Boom) -> None:
    boom.schrijf(BIJ, AANVULLING)
    assert _rapport(boom).aanvullingen == {"voorbeelddam": 1}
    assert "aanvullingen  voorbeelddam: 1 artikelen met, 1 zonder plaatselijke aanvulling" in regels(_rapport(boom))


def test_een_leeg_onderwerp_staat_in_de_tabel_met_puntjes(boom: Boom) -> None:
    boom.schrijf("landelijk/onderwerpen.yml", "baby:\n  slapen: Slapen\n  huilen: Huilen\n  eten: Eten\n")
    (rij,) = [regel for regel in regels(_rapport(boom)) if regel.startswith("eten")]
    assert rij.split() == ["eten", *["."] * 9]


def test_het_plaatje_komt_in_een_nieuwe_map(boom: Boom, tmp_path: Path) -> None:
    pad = teken(_rapport(boom), tmp_path / "beeld")
    assert pad == tmp_path / "beeld/dekking.png"
    assert pad.read_bytes().startswith(b"\x89PNG")
