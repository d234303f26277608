"""Small talk: one text for each intent, with its buttons and where it leads."""

from __future__ import annotations

import pytest

from actions.kaarten import HulplijnKaart
from actions.talk import GEZEGDEN, ActieOnveilig, ActieWaaromVraag, ActieZeg
from tests.actions.hulp import GEREEDSCHAP, MAANDAG, TEKSTEN, ids, keuzes, situatie


@pytest.mark.parametrize("naam", sorted(GEZEGDEN))
def test_elk_gezegde_zegt_zijn_tekst_met_zijn_knoppen(naam: str) -> None:
    gezegde, actie = GEZEGDEN[naam], ActieZeg(GEREEDSCHAP, naam, GEZEGDEN[naam])
    uitkomst = actie.doe(situatie(intent=naam.removeprefix("actie_")))
    knoppen = TEKSTEN.knoppen(gezegde.tekst)
    verwacht = [gezegde.tekst] + ["contact"] * gezegde.met_contact + (["keuzes"] if knoppen else [])
    assert actie.name() == naam
    assert ids(uitkomst.kaarten) == verwacht
    assert uitkomst.route == gezegde.route
    assert uitkomst.slots["wacht_op"] == gezegde.wacht_op


def test_een_begroeting_verandert_de_rol_niet() -> None:
    assert "rol" not in ActieZeg(GEREEDSCHAP, "actie_groet", GEZEGDEN["actie_groet"]).doe(situatie()).slots


@pytest.mark.parametrize("slot", ["zorg", "kind_leeftijd", "kern"])
def test_elke_vraag_van_de_aanmelding_heeft_haar_eigen_uitleg(slot: str) -> None:
    uitkomst = ActieWaaromVraag(GEREEDSCHAP).doe(situatie(requested_slot=slot))
    assert ids(uitkomst.kaarten) == [f"uitleg_{slot}"]


def test_buiten_de_aanmelding_is_de_uitleg_algemeen_en_blijft_de_vraag_open() -> None:
    uitkomst = ActieWaaromVraag(GEREEDSCHAP).doe(situatie())
    assert ids(uitkomst.kaarten) == ["waarom_vraag", "keuzes"]
    assert uitkomst.slots == {}


def test_onveilig_geeft_eerst_de_nummers_dan_het_jgt_en_geen_vraag() -> None:
    uitkomst = ActieOnveilig(GEREEDSCHAP).doe(situatie(nu=MAANDAG))
    assert ids(uitkomst.kaarten) == ["onveilig", "hulplijn", "hulplijn", "hulplijn", "contact"]
    lijnen = [kaart.id for kaart in uitkomst.kaarten if isinstance(kaart, HulplijnKaart)]
    assert lijnen == ["112", "veilig-thuis", "kindertelefoon"]
    assert keuzes(uitkomst.kaarten) == []
    assert (uitkomst.route, uitkomst.slots) == ("veiligheid", {"wacht_op": None})


def test_de_lijnen_van_onveilig_bestaan_echt(kennis) -> None:
    assert set(ActieOnveilig.LIJNEN) <= set(kennis.hulplijnen)
