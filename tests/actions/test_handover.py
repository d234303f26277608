"""The warm handover: which questions are asked, which answers will do, and the card at the end."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from actions.handover import ActieToonAanmelding, ActieVraag, ValideerConcept
from actions.kaarten import AanmeldingKaart
from actions.registry import VELDEN
from tests.actions.hulp import GEREEDSCHAP, dispatcher, ids, keuzes, situatie, tracker

FORMULIER = ValideerConcept(GEREEDSCHAP)
OOST = {"id": "oost", "naam": "Oosteind"}


def _nodig(**slots: Any) -> list[str]:
    return asyncio.run(FORMULIER.required_slots(list(VELDEN), dispatcher(), tracker(**slots), {}))


def _kern(waarde: Any, **wat: Any) -> tuple[dict[str, Any], list[str]]:
    spreker = dispatcher()
    slots = FORMULIER.validate_kern(waarde, spreker, tracker(**wat), {})
    return slots, [b["custom"]["kaart"]["id"] for b in spreker.messages if "kaart" in b["custom"]]


@pytest.mark.parametrize("veld", VELDEN)
def test_elke_vraag_heet_zoals_rasa_haar_zoekt_en_zegt_haar_tekst(veld: str) -> None:
    actie = ActieVraag(GEREEDSCHAP, veld)
    uitkomst = actie.doe(situatie())
    assert actie.name() == f"action_ask_{veld}"
    assert ids(uitkomst.kaarten)[0] == f"vraag_{veld}"
    assert uitkomst.route == "overdracht"


def test_leeftijd_en_kern_mag_je_overslaan() -> None:
    for veld in ("kind_leeftijd", "kern"):
        assert "overslaan" in keuzes(ActieVraag(GEREEDSCHAP, veld).doe(situatie()).kaarten)


def test_een_jongere_wordt_naar_de_eigen_leeftijd_gevraagd() -> None:
    kaart = ActieVraag(GEREEDSCHAP, "kind_leeftijd").doe(situatie(rol="jongere")).kaarten[0]
    assert getattr(kaart, "tekst", "") == "Hoe oud ben je?"


def test_wie_nog_niets_vertelde_krijgt_drie_vragen() -> None:
    assert _nodig() == ["zorg", "kind_leeftijd", "kern"]


def test_wat_al_verteld_is_wordt_niet_nog_eens_gevraagd() -> None:
    assert _nodig(verhaal=["hij slaapt niet"], laatste_vraag="hij slaapt niet") == ["kind_leeftijd", "kern"]


def test_een_los_feit_is_nog_geen_zorg() -> None:
    assert _nodig(verhaal=["hij is 3"]) == ["zorg", "kind_leeftijd", "kern"]


def test_een_professional_wordt_niet_naar_het_kind_gevraagd() -> None:
    assert _nodig(rol="professional") == ["zorg", "kern"]
    assert _nodig(rol="professional", verhaal=["hij is stil"], laatste_vraag="hij is stil") == ["kern"]


def test_een_bekende_kern_is_goed() -> None:
    assert _kern(OOST) == ({"kern": OOST}, [])


@pytest.mark.parametrize("intent", ["overslaan", "weet_niet", "nee"])
def test_een_overgeslagen_kern_is_ook_goed(intent: str) -> None:
    assert _kern("liever niet", intent=intent) == (
        {"kern": {"id": None, "naam": "overgeslagen"}, "kern_gevraagd": None}, [],
    )  # fmt: skip


def test_een_onbekende_plaats_wordt_een_keer_nagevraagd() -> None:
    assert _kern("Parijs", intent="informeer") == ({"kern": None, "kern_gevraagd": True}, ["kern_onbekend"])


def test_de_tweede_keer_onbekend_gaat_het_gesprek_verder() -> None:
    slots, gezegd = _kern("Londen", intent="informeer", kern_gevraagd=True)
    assert slots == {"kern": {"id": None, "naam": "overgeslagen"}, "kern_gevraagd": None}
    assert gezegd == []


@pytest.mark.parametrize(
    ("waarde", "slot"),
    [
        ({"jaren": 3.0, "tekst": "3 jaar"}, {"jaren": 3.0, "tekst": "3 jaar"}),
        ("sla over", {"jaren": None, "tekst": None}),
        (None, {"jaren": None, "tekst": None}),
    ],
)
def test_een_leeftijd_wordt_gelezen_of_overgeslagen(waarde: Any, slot: dict[str, Any]) -> None:
    assert FORMULIER.validate_kind_leeftijd(waarde, dispatcher(), tracker(), {}) == {"kind_leeftijd": slot}


def test_de_aanmelding_is_gevuld_met_het_gesprek_en_moet_nog_worden_goedgekeurd() -> None:
    slots = {"verhaal": ["hij slaapt niet"], "kind_leeftijd": {"jaren": 3, "tekst": "3 jaar"}, "kern": OOST}
    uitkomst = ActieToonAanmelding(GEREEDSCHAP).doe(situatie(rol="ouder", onderwerp="slapen", **slots))
    assert ids(uitkomst.kaarten) == ["aanmelding_klaar", "aanmelding", "erbij_aanbod", "keuzes"]
    kaart = uitkomst.kaarten[1]
    assert isinstance(kaart, AanmeldingKaart)
    assert kaart.velden == {"rol": "ouder", "zorg": "hij slaapt niet.", "kind_leeftijd": "3 jaar", "kern": "oost"}
    assert (uitkomst.route, uitkomst.onderwerp) == ("overdracht", "slapen")
    leeg = {"wacht_op": None, "kern_gevraagd": None, "gevraagd": None}
    assert uitkomst.slots == leeg | {"kaart_getoond": True, "onderwerp": "slapen"}
