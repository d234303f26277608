"""The state between two beurten: small, versioned, and never trusted blindly."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain

from assistant.brain.state import VORM, CarriedTrackerStore, OnleesbareToestand, Toestand, toestand_van, tracker_van

ROOT = Path(__file__).parents[3]
VOL = Toestand(
    {"rol": "ouder", "verhaal": ["één zin", "'quotes' en \"meer\""], "kern": {"id": "kaag", "naam": "Kaag"},
     "wacht_op": "aanmelden", "requested_slot": "kern"},
    "concept_formulier",
)  # fmt: skip


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "nlu_data/domain.yml"))


@pytest.mark.parametrize("toestand", [Toestand(), VOL, Toestand({"rol": "ander"})])
def test_een_toestand_gaat_heen_en_weer_als_bytes(toestand: Toestand) -> None:
    assert Toestand.uit_bytes(toestand.naar_bytes()) == toestand


def test_een_nieuw_gesprek_is_leeg() -> None:
    assert Toestand.uit_bytes(None) == Toestand({}, None)


@pytest.mark.parametrize(
    "ruw",
    [
        b"",
        b"\x00\xff\xfe",
        b"geen json",
        b"null",
        b"[]",
        b"3",
        b'"tekst"',
        b"{}",
        b'{"vorm": 1}',
        b'{"vorm": 1, "slots": {}}',
        b'{"vorm": 1, "slots": [], "formulier": null}',
        b'{"vorm": 1, "slots": null, "formulier": null}',
        b'{"vorm": 1, "slots": {}, "formulier": 3}',
        b'{"vorm": 99, "slots": {}, "formulier": null}',
        VOL.naar_bytes()[:-5],
        pytest.param(b"[" * 100_000, id="diep"),
    ],
)
def test_een_beschadigde_toestand_wordt_herkend(ruw: bytes) -> None:
    with pytest.raises(OnleesbareToestand):
        Toestand.uit_bytes(ruw)


def test_een_toestand_noemt_haar_vorm_zodat_een_latere_versie_haar_herkent() -> None:
    assert json.loads(VOL.naar_bytes())["vorm"] == VORM


def test_een_tracker_staat_waar_het_gesprek_stond(domain: Domain) -> None:
    tracker = tracker_van(VOL, "g", domain)
    assert tracker.active_loop_name == "concept_formulier"
    assert tracker.get_slot("kern") == {"id": "kaag", "naam": "Kaag"}
    assert tracker.latest_action_name == "action_listen"
    assert toestand_van(tracker) == VOL


def test_een_slot_of_formulier_dat_niet_meer_bestaat_wordt_stil_overgeslagen(domain: Domain) -> None:
    oud = Toestand({"rol": "ouder", "weggehaald": 3}, "oud_formulier")
    assert toestand_van(tracker_van(oud, "g", domain)) == Toestand({"rol": "ouder"}, None)


def test_een_lege_toestand_blijft_leeg(domain: Domain) -> None:
    assert toestand_van(tracker_van(Toestand(), "g", domain)) == Toestand()


def test_de_opslag_houdt_niets_vast_na_de_beurt(domain: Domain) -> None:
    async def beurt() -> None:
        opslag = CarriedTrackerStore(domain)
        assert await opslag.retrieve("g") is None
        opslag.geef("g", VOL)
        tracker = await opslag.retrieve("g")
        assert tracker is not None
        assert await opslag.keys() == ["g"]
        await opslag.save(tracker)
        assert opslag.neem("g") == VOL
        assert await opslag.keys() == []

    asyncio.run(beurt())


def test_wie_een_toestand_ophaalt_kan_die_van_een_ander_gesprek_niet_krijgen(domain: Domain) -> None:
    opslag = CarriedTrackerStore(domain)
    opslag.geef("g", VOL)
    with pytest.raises(KeyError):
        opslag.neem("h")
