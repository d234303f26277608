"""Coverage by age and reader."""

from __future__ import annotations

import pytest

from knowledge.base import MAP
from knowledge.check.coverage import Dekking, lees_dekking, per_leeftijd
from tests.actions.hulp import SLAPEN
from tests.knowledge.boom import Boom

MINIMUM = """\
artikelen: 2
leeftijden:
  - {van: 0, tot: 4, minimum: 2}
  - {van: 4, tot: 23, minimum: 1}
doelgroepen:
  ouder: 2
"""


def _artikel(van: int, tot: int):
    return SLAPEN.model_copy(update={"leeftijd": SLAPEN.leeftijd.model_copy(update={"van": van, "tot": tot})})


@pytest.mark.parametrize(
    ("leeftijd", "verwacht"),
    [
        ((0, 3), {"0-4": 1}),
        ((3, 4), {"0-4": 1, "4-9": 1}),
        ((4, 11), {"4-9": 1, "9-12": 1}),
        ((0, 11), {"0-4": 2 / 3, "4-9": 2 / 3, "9-12": 2 / 3}),
        ((0, 23), {"0-4": 0.4, "4-9": 0.4, "9-12": 0.4, "12-16": 0.4, "16-23": 0.4}),
    ],
)
def test_een_artikel_telt_hooguit_twee_keer(leeftijd: tuple[int, int], verwacht: dict[str, float]) -> None:
    telling = {naam: aantal for naam, aantal in per_leeftijd([_artikel(*leeftijd)], Dekking()).items() if aantal}
    assert telling == pytest.approx(verwacht)


def test_een_minimum_dat_gehaald_is_geeft_geen_melding(boom: Boom) -> None:
    boom.schrijf("landelijk/dekking.yml", MINIMUM)
    assert boom.meldingen() == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "veld", "uitleg"),
    [
        ("artikelen: 2", "artikelen: 3", "artikelen", "2 artikelen; 3 is het minste"),
        ("minimum: 2", "minimum: 3", "leeftijden", "2 artikelen voor 0-4 jaar; 3 is het minste"),
        ("ouder: 2", "jongere: 1", "doelgroepen", "0 artikelen voor jongere; 1 is het minste"),
    ],
)
def test_te_weinig_is_een_fout_op_de_regel_van_het_minimum(
    boom: Boom, oud: str, nieuw: str, veld: str, uitleg: str
) -> None:
    boom.schrijf("landelijk/dekking.yml", MINIMUM.replace(oud, nieuw))
    (melding,) = boom.meldingen()
    assert (melding.bestand, melding.veld, melding.uitleg) == ("landelijk/dekking.yml", veld, uitleg)
    assert melding.regel == boom.regel_van("landelijk/dekking.yml", nieuw)


def test_een_fout_in_het_minimum_zelf_wordt_gemeld(boom: Boom) -> None:
    boom.schrijf("landelijk/dekking.yml", "doelgroepen: {opa: 3}\n")
    (melding,) = boom.meldingen()
    assert melding.bestand == "landelijk/dekking.yml"


def test_het_landelijke_minimum_is_dat_van_de_opdracht() -> None:
    dekking = lees_dekking(MAP)
    assert [groep.minimum for groep in dekking.leeftijden] == [45, 40, 35, 50, 30]
    assert (dekking.artikelen, dekking.doelgroepen) == (220, {"jongere": 40, "professional": 25})
