"""The index over a sociale kaart: names, kinds, typing errors, and who, how old and where."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.base import Kennisbank
from knowledge.models import Voorziening
from knowledge.places import Wegwijzer, klank
from knowledge.seekwords import Begrip


def _plek(plek_id: str, naam: str, soort: str, *onderwerpen: str, **meer: object) -> Voorziening:
    basis = {"id": plek_id, "naam": naam, "soort": soort, "omschrijving": "Iets.", "assured_date": date(2026, 11, 22)}
    return Voorziening.model_validate(basis | {"onderwerpen": onderwerpen} | meer)


KAART = [
    _plek("de-vlinder", "De Vlinder (welzijn in Dam)", "welzijn", "steun", "eenzaamheid", doelgroep=["ouder", "jongere"]),
    _plek("maatje", "Maatje voor een kind", "maatjes", "eenzaamheid", minimum_age=5, maximum_age=12),
    _plek("honk-oost", "Honk in Oosteind", "jongerenwerk", "vrienden", kernen=["oost"], doelgroep=["jongere"]),
    _plek("jongerenwerk", "Jongerenwerk", "jongerenwerk", "vrienden", "gamen", doelgroep=["jongere", "ouder"]),
    _plek("rouwgroep", "Groep over verlies", "groep", "rouw"),
    _plek("oudergroep", "Oudergroep", "groep", "autisme"),
    _plek("dicht", "Oude Tijd", "welzijn", "steun", status="defunct"),
]  # fmt: skip
BEGRIPPEN = [
    Begrip(id="maatje", plek=("maatje",), woorden=("maatje", "buddy")),
    Begrip(id="jongerenwerk", soort=("jongerenwerk",), woorden=("jeugdhonk", "chillen", "jongerenwerker")),
    Begrip(id="groep", soort=("groep",), woorden=("groep",), kaal=True),
    Begrip(id="nergens", plek=("bestaat-hier-niet",), woorden=("zeilschool",)),
]
WEG = Wegwijzer.bouw(KAART, BEGRIPPEN, zonder=["Dam", "Oosteind"])


def _vind(tekst: str, **wie: object) -> list[str]:
    return [gevonden.voorziening.id for gevonden in WEG.zoek(tekst, **wie)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tekst", "eerste"),
    [
        ("waar zit de vlinder", "de-vlinder"),
        ("ik zoek een buddy", "maatje"),
        ("is er een jongeren werker", "jongerenwerk"),
        ("een jongerenwerkster graag", "jongerenwerk"),
        ("zijn er jeugdhonken", "jongerenwerk"),
        ("een budy graag", "maatje"),
    ],
)
def test_een_plek_is_te_vinden_bij_naam_bij_soort_en_met_een_typfout(tekst: str, eerste: str) -> None:
    assert _vind(tekst)[0] == eerste


@pytest.mark.parametrize("tekst", ["", "hij slaapt niet", "hier in dam", "zeilschool", "oude tijd", "oosteind"])
def test_wat_niets_noemt_of_er_niet_is_wordt_niet_verzonnen(tekst: str) -> None:
    assert _vind(tekst) == []


def test_leeftijd_en_kern_sluiten_uit_behalve_bij_de_eigen_naam() -> None:
    assert _vind("een maatje", leeftijd=15) == []
    assert _vind("waar kan ik chillen", kern="west") == ["jongerenwerk"]
    assert _vind("waar kan ik chillen", kern="oost", rol="jongere")[0] == "honk-oost"
    assert _vind("waar is het honk", kern="west") == ["honk-oost"]


def test_een_kaal_woord_wijst_naar_wat_over_het_onderwerp_gaat() -> None:
    assert set(_vind("een groep")) == {"rouwgroep", "oudergroep"}
    assert _vind("een groep", onderwerpen={"autisme": 0.9}) == ["oudergroep"]


def test_een_jongere_krijgt_eerst_wat_voor_jongeren_is() -> None:
    plekken = [*KAART, _plek("coach", "Jongerencoach", "jongerenwerk", "vrienden", doelgroep=["ouder"])]
    wegwijzer = Wegwijzer.bouw(plekken, BEGRIPPEN)
    assert [g.voorziening.id for g in wegwijzer.zoek("chillen", rol="jongere")] == ["jongerenwerk", "honk-oost"]


def test_bij_een_onderwerp_staat_dichtbij_voorop_en_dan_wat_er_het_meest_over_gaat() -> None:
    assert [plek.id for plek in WEG.bij_onderwerp("vrienden")] == ["honk-oost", "jongerenwerk"]
    assert [plek.id for plek in WEG.bij_onderwerp("vrienden", kern="west")] == ["jongerenwerk"]
    assert [plek.id for plek in WEG.bij_onderwerp("eenzaamheid", breed=True)] == ["de-vlinder", "maatje"]
    assert WEG.bij_onderwerp("dyslexie") == []


@pytest.mark.parametrize(("een", "ander"), [("resept", "recept"), ("serviceplijn", "serviceplein"), ("buro", "bureau")])
def test_wat_hetzelfde_klinkt_is_hetzelfde(een: str, ander: str) -> None:
    assert klank(een) == klank(ander)


def test_een_begrip_moet_ergens_heen_wijzen() -> None:
    with pytest.raises(ValueError, match="soort of een plek"):
        Begrip(id="leeg", woorden=("iets",))


def test_elke_gemeente_heeft_een_wegwijzer_en_elk_begrip_een_plek(kennis: Kennisbank) -> None:
    assert kennis.wegwijzers.keys() == kennis.gemeenten.keys()
    plekken = [plek for gemeente in kennis.gemeenten.values() for plek in gemeente.sociale_kaart]
    assert [begrip.id for begrip in kennis.begrippen if not any(map(begrip.hoort_bij, plekken))] == []
    ids = [begrip.id for begrip in kennis.begrippen]
    assert len(ids) == len(set(ids)) > 40


def test_elke_plek_is_te_vinden_bij_haar_eigen_naam(kennis: Kennisbank) -> None:
    for gemeente in kennis.gemeenten.values():
        wegwijzer = kennis.wegwijzers[gemeente.id]
        for plek in gemeente.sociale_kaart:
            assert plek.id in [g.voorziening.id for g in wegwijzer.zoek(plek.naam)], (gemeente.id, plek.id)
