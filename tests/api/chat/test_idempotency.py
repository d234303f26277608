"""Nothing twice: the same key gives the same answer, another body is refused, one that still runs says so."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.api.conftest import Bezoeker, client_van

pytestmark = pytest.mark.rasa


def aantal_beurten(bezoeker):
    regels = bezoeker.client.get(f"/api/v1/gesprekken/{bezoeker.id}/berichten", headers=bezoeker.kop).json()[
        "berichten"
    ]
    return sum(regel["van"] == "bezoeker" for regel in regels)


def test_zelfde_sleutel_geeft_hetzelfde_antwoord_en_een_beurt(beide_huizen):
    with client_van(beide_huizen) as client:
        bezoeker = Bezoeker(client)
        een = bezoeker.stuur({"tekst": "hoi"}, "sleutel-1")
        twee = bezoeker.stuur({"tekst": "hoi"}, "sleutel-1")
        assert een.json() == twee.json()
        assert aantal_beurten(bezoeker) == 1


def test_herhaling_van_een_aanmeldingskaart_houdt_zijn_velden(bezoeker):
    bezoeker.zeg("mijn zoon van 9 luistert niet, ik ben het zat")
    bezoeker.kies("wil_aanmelden")
    een = bezoeker.stuur({"tekst": "kaag"}, "k").json()
    twee = bezoeker.stuur({"tekst": "kaag"}, "k").json()
    assert een == twee
    assert een["concept"]["kern"] == "kaag"


def test_zelfde_sleutel_met_andere_inhoud_wordt_geweigerd(bezoeker):
    bezoeker.stuur({"tekst": "hoi"}, "sleutel")
    antwoord = bezoeker.stuur({"tekst": "doei"}, "sleutel")
    assert antwoord.status_code == 422
    assert "Idempotency-Key" in antwoord.json()["detail"]
    assert aantal_beurten(bezoeker) == 1


def test_sleutel_geldt_per_gesprek(client):
    een, twee = Bezoeker(client), Bezoeker(client)
    een.stuur({"tekst": "hoi"}, "gelijk")
    assert twee.stuur({"tekst": "doei"}, "gelijk").status_code == 200


class Wachtend:
    """A brain that holds one beurt until the test lets it go."""

    def __init__(self, brein):
        self._brein, self.binnen, self.verder = brein, threading.Event(), threading.Event()

    def beurt(self, vraag):
        self.binnen.set()
        assert self.verder.wait(20)
        return self._brein.beurt(vraag)

    def __getattr__(self, naam):
        return getattr(self._brein, naam)


def test_tweede_post_met_dezelfde_sleutel_terwijl_de_eerste_loopt_krijgt_409(beide_huizen):
    beide_huizen.brein = wachtend = Wachtend(beide_huizen.brein)
    with client_van(beide_huizen) as client, ThreadPoolExecutor() as draden:
        bezoeker = Bezoeker(client)
        eerste = draden.submit(bezoeker.stuur, {"tekst": "hoi"}, "zelfde")
        assert wachtend.binnen.wait(20)
        tweede = bezoeker.stuur({"tekst": "hoi"}, "zelfde")
        wachtend.verder.set()
        assert tweede.status_code == 409 and tweede.json()["berichten"]
        assert eerste.result().status_code == 200
        assert bezoeker.stuur({"tekst": "hoi"}, "zelfde").json() == eerste.result().json()
        assert aantal_beurten(bezoeker) == 1


def test_twee_berichten_tegelijk_in_een_gesprek_komen_na_elkaar_en_gaan_niet_verloren(beide_huizen):
    with client_van(beide_huizen) as client, ThreadPoolExecutor(8) as draden:
        bezoeker = Bezoeker(client)
        antwoorden = list(draden.map(lambda i: bezoeker.stuur({"tekst": f"hoi nummer {i}"}, f"s{i}"), range(8)))
        assert [a.status_code for a in antwoorden] == [200] * 8
        assert aantal_beurten(bezoeker) == 8


def test_bewaard_antwoord_bevat_geen_contactgegevens(bezoeker, huis):
    bezoeker.zeg("mijn zoon van 9 luistert niet")
    bezoeker.kies("wil_aanmelden")
    bezoeker.zeg("bel 06 12345678, ik woon in kaag")
    from api.chat import store

    with huis.database.lezen() as sessie:
        rij = store.get_gesprek(sessie, bezoeker.id)
        stand = store.open_stand(rij, huis.bos)
        beurten = store.list_beurten(sessie, bezoeker.id)
        bewaard = [store.open_json(stand.kluis, b.antwoord, "antwoord") for b in beurten]
        invoer = [store.open_json(stand.kluis, b.invoer, "invoer") for b in beurten]
    assert "12345678" not in json.dumps([bewaard, invoer]) + (stand.toestand or b"").decode()
    assert "12345678" in json.dumps(stand.concept)
