"""Withdrawing arrives too, and never before what it withdraws."""

from __future__ import annotations

import json

import pytest

from api.aanmelding import service
from api.aanmelding.store import verander
from api.context import Huis
from api.levering.store import stuur_opnieuw
from api.levering.worker import lever_klaar
from tests.api.balie.conftest import Stuur
from tests.api.conftest import Wijzerplaat
from tests.api.levering.conftest import aanmelding, leveringen, standen
from tests.api.levering.fake_openklant import OpenKlant
from tests.api.levering.server import STORINGEN, Storing

STAPPEN = ("GET digitaleadressen", "DELETE digitaleadressen", "GET klantcontacten", "DELETE betrokkenen",
           "GET internetaken", "PATCH internetaken", "PATCH klantcontacten")  # fmt: skip


def trek_in(huis: Huis, kenmerk: str) -> None:
    service.trek_in(huis, aanmelding(huis, kenmerk))


def alles_van(openklant: OpenKlant) -> str:
    return json.dumps(openklant.bewaard, ensure_ascii=False)


def is_gewist(openklant: OpenKlant) -> None:
    for woord in ("slaapt", "Sanne", "00000012"):
        assert woord not in alles_van(openklant)
    assert openklant.alle("internetaken")[0]["status"] == "verwerkt"
    assert openklant.alle("klantcontacten")[0]["inhoud"] == "Het gezin trok deze aanmelding in. De tekst is gewist."


def test_intrekken_voor_het_oppakken_wist_ook_wat_al_geleverd_is(
    huis: Huis, openklant: OpenKlant, stuur: Stuur
) -> None:
    kenmerk = stuur()
    lever_klaar(huis)
    trek_in(huis, kenmerk)
    assert lever_klaar(huis) == 1
    assert standen(huis, kenmerk)[-1] == ("openklant", "intrekking", "geleverd")
    is_gewist(openklant)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("stap", STAPPEN)
@pytest.mark.parametrize("storing", STORINGEN)
def test_intrekken_wist_alles_na_elke_storing_bij_elke_stap(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat, stap: str, storing: Storing
) -> None:
    kenmerk = stuur()
    lever_klaar(huis)
    trek_in(huis, kenmerk)
    openklant.storingen = [(stap, storing)]
    lever_klaar(huis)
    assert openklant.storingen == []
    klok.verzet(hours=1)
    lever_klaar(huis)
    assert standen(huis, kenmerk)[-1] == ("openklant", "intrekking", "geleverd")
    is_gewist(openklant)


def test_storing_op_storing_wist_uiteindelijk_alles(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    lever_klaar(huis)
    trek_in(huis, kenmerk)
    openklant.storingen = [(stap, "weg_erna") for stap in STAPPEN]
    for _ in range(len(STAPPEN) + 1):
        lever_klaar(huis)
        klok.verzet(hours=7)
    assert openklant.storingen == []
    assert standen(huis, kenmerk)[-1] == ("openklant", "intrekking", "geleverd")
    is_gewist(openklant)


def test_ingetrokken_voordat_er_iets_weg_was_dan_gaat_er_niets_weg(
    huis: Huis, openklant: OpenKlant, stuur: Stuur
) -> None:
    kenmerk = stuur()
    trek_in(huis, kenmerk)
    lever_klaar(huis)
    assert [stand for *_, stand in standen(huis, kenmerk)] == ["vervallen", "geleverd"]
    assert not any(openklant.bewaard.values())


def test_een_intrekking_wacht_op_de_aanmelding_en_ruimt_ook_een_halve_op(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    openklant.storingen = [("POST maak-klantcontact", "weg_erna")]
    lever_klaar(huis)
    trek_in(huis, kenmerk)
    assert "slaapt" in alles_van(openklant)
    lever_klaar(huis)
    assert [stand for *_, stand in standen(huis, kenmerk)] == ["vervallen", "geleverd"]
    assert "slaapt" not in alles_van(openklant) and "Sanne" not in alles_van(openklant)


def test_een_mislukte_aanmelding_gaat_na_intrekken_niet_alsnog_weg(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    openklant.kanalen = {"Telefoon"}
    kenmerk = stuur()
    lever_klaar(huis)
    trek_in(huis, kenmerk)
    lever_klaar(huis)
    openklant.kanalen = None
    with huis.database.schrijven() as sessie:
        stuur_opnieuw(sessie, leveringen(huis, kenmerk)[0].id, op=klok())
    lever_klaar(huis)
    assert [stand for *_, stand in standen(huis, kenmerk)] == ["vervallen", "geleverd"]
    assert openklant.alle("klantcontacten") == []


def test_intrekken_na_het_oppakken_laat_de_tekst_staan_en_een_professional_beslissen(
    huis: Huis, openklant: OpenKlant, stuur: Stuur
) -> None:
    kenmerk = stuur()
    lever_klaar(huis)
    with huis.database.schrijven() as sessie:
        verander(sessie, aanmelding(huis, kenmerk), status="opgepakt")
    for _ in range(2):
        trek_in(huis, kenmerk)
        lever_klaar(huis)
        assert standen(huis, kenmerk)[-1] == ("openklant", "intrekking", "geleverd")
    taak = openklant.alle("internetaken")[0]
    assert taak["gevraagdeHandeling"].startswith("Het gezin trok deze aanmelding in.")
    assert taak["status"] == "te_verwerken"
    assert "slaapt" in openklant.alle("klantcontacten")[0]["inhoud"]
    service.wijzig(huis, aanmelding(huis, kenmerk), {"zorg": "Toch nog iets."})
    lever_klaar(huis)
    assert openklant.alle("internetaken")[0]["gevraagdeHandeling"].startswith("Het gezin trok deze aanmelding in.")


def test_na_het_wissen_staat_er_niets_van_het_gezin_in_onze_database(
    huis: Huis, openklant: OpenKlant, stuur: Stuur
) -> None:
    kenmerk = stuur()
    lever_klaar(huis)
    voortgang = leveringen(huis, kenmerk)[0].voortgang
    assert voortgang is not None and openklant.alle("klantcontacten")[0]["uuid"].encode() not in voortgang
    trek_in(huis, kenmerk)
    assert aanmelding(huis, kenmerk).sleutel is None
