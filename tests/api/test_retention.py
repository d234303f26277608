"""Nothing is kept longer than promised; the clock moves over months."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from api.aanmelding import store
from api.retention import wis_verlopen
from tests.api.aanmelding.test_aanmelding import verstuur
from tests.api.conftest import Bezoeker

pytestmark = pytest.mark.rasa


def tel(huis, tabel):
    with huis.database.lezen() as sessie:
        return sessie.execute(text(f"select count(*) from {tabel}")).scalar_one()


def test_gesprek_is_na_dertig_dagen_weg_en_niet_eerder(client, huis, klok):
    Bezoeker(client).zeg("hoi")
    klok.verzet(days=29)
    assert wis_verlopen(huis) == 0 and tel(huis, "beurt") == 1
    klok.verzet(days=2)
    assert wis_verlopen(huis) == 1
    assert (tel(huis, "gesprek"), tel(huis, "beurt")) == (0, 0)


def test_open_aanmelding_blijft_en_een_afgeronde_wordt_na_haar_termijn_gewist(client, huis, klok):
    open_, klaar = verstuur(client).json(), verstuur(client, sleutel="s2").json()
    with huis.database.schrijven() as sessie:
        rij = store.find_aanmelding(sessie, klaar["kenmerk"])
        store.verander(sessie, rij, status="afgesloten")
        store.voeg_toe(sessie, huis.bos, rij, wie="demo", soort="afgesloten", op=huis.klok())
    klok.verzet(days=29)
    assert wis_verlopen(huis) == 0
    klok.verzet(days=60)
    assert wis_verlopen(huis) == 1
    with huis.database.lezen() as sessie:
        assert store.open_velden(store.find_aanmelding(sessie, open_["kenmerk"]), huis.bos)["naam"] == "Dennis"
        weg = store.find_aanmelding(sessie, klaar["kenmerk"])
    assert (weg.sleutel, weg.velden, weg.status) == (None, None, "afgesloten")


def test_aanmelding_met_contact_is_nog_open(client, huis, klok):
    ontvangen = verstuur(client).json()
    with huis.database.schrijven() as sessie:
        store.verander(sessie, store.find_aanmelding(sessie, ontvangen["kenmerk"]), status="contact_gelukt")
    klok.verzet(days=90)
    wis_verlopen(huis)
    with huis.database.lezen() as sessie:
        assert store.open_velden(store.find_aanmelding(sessie, ontvangen["kenmerk"]), huis.bos)


def test_bewaard_antwoord_op_een_sleutel_is_na_een_dag_weg(client, huis, klok):
    verstuur(client)
    klok.verzet(hours=25)
    wis_verlopen(huis)
    assert tel(huis, "idempotentie") == 0
