"""Deletion that a family asked for: seen at once, decided by a person, written down."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from api.aanmelding import own_data, store
from api.aanmelding.store import find_aanmelding
from api.context import Huis
from api.database.tables import AanmeldingRij, Inzage
from tests.api.balie.conftest import Stuur
from tests.api.pages.browser import Browser


@pytest.fixture
def kenmerk(huis: Huis, stuur: Stuur) -> str:
    """An aanmelding that was taken up, and of which deletion was asked."""
    nieuw = stuur()
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij_van(huis, nieuw), status="opgepakt", opgepakt_door="Ans")
    own_data.vraag_wissen(huis, rij_van(huis, nieuw))
    return nieuw


def rij_van(huis: Huis, kenmerk: str) -> AanmeldingRij:
    with huis.database.lezen() as sessie:
        rij = find_aanmelding(sessie, kenmerk)
    assert rij is not None
    return rij


def pad(kenmerk: str) -> str:
    return f"/balie/aanmeldingen/{kenmerk}"


def test_het_verzoek_staat_met_zijn_termijn_bij_de_aanmelding_en_op_de_werklijst(ans: Browser, kenmerk: str) -> None:
    assert "Beslis uiterlijk zondag 20 december 2026" in ans.open(pad(kenmerk)).tekst
    assert "wissen gevraagd" in ans.open("/balie").tekst


def test_ja_wist_alles_en_schrijft_op_wie(ans: Browser, kenmerk: str, huis: Huis) -> None:
    ans.open(pad(kenmerk)).stuur(f"{pad(kenmerk)}/wisverzoek", knop=("besluit", "wissen"))
    rij = rij_van(huis, kenmerk)
    assert (rij.sleutel, rij.velden, rij.status, rij.wis_gevraagd_op) == (None, None, "ingetrokken", None)
    with huis.database.lezen() as sessie:
        assert ("Ans", "gewist op verzoek") in {(regel.wie, regel.wat) for regel in sessie.scalars(select(Inzage))}


def test_nee_heeft_woorden_voor_het_gezin_nodig(ans: Browser, kenmerk: str, huis: Huis) -> None:
    ans.open(pad(kenmerk)).stuur(f"{pad(kenmerk)}/wisverzoek", knop=("besluit", "weigeren"), reden=" ")
    assert rij_van(huis, kenmerk).wis_gevraagd_op is not None
    ans.open(pad(kenmerk)).stuur(f"{pad(kenmerk)}/wisverzoek", knop=("besluit", "weigeren"), reden="Er loopt al hulp.")
    rij = rij_van(huis, kenmerk)
    assert rij.wis_gevraagd_op is None and rij.velden is not None
    assert "Er loopt al hulp." in ans.tekst and not ans.heeft_form(f"{pad(kenmerk)}/wisverzoek")


def test_zonder_verzoek_valt_er_niets_te_beslissen(ans: Browser, huis: Huis, stuur: Stuur, kenmerk: str) -> None:
    ander = stuur()
    csrf = dict(ans.open(pad(kenmerk)).form(f"{pad(kenmerk)}/wisverzoek").velden)["csrf"]
    ans.post(f"{pad(ander)}/wisverzoek", [("csrf", csrf), ("besluit", "wissen")])
    assert ans.status == 404
    assert rij_van(huis, ander).velden is not None


def test_een_andere_gemeente_kan_niet_beslissen(als: Callable[..., Browser], kenmerk: str, huis: Huis) -> None:
    ander = als("coordinator", gemeente="ridderkerk")
    csrf = dict(ander.open("/balie").form("/balie/afmelden").velden)["csrf"]
    ander.post(f"{pad(kenmerk)}/wisverzoek", [("csrf", csrf), ("besluit", "wissen")])
    assert ander.status == 404
    assert rij_van(huis, kenmerk).velden is not None
