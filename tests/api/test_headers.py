"""Headers as internet.nl checks them, and who may embed the chat."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from fastapi.testclient import TestClient

from api.app import maak_app

pytestmark = pytest.mark.rasa


@pytest.mark.parametrize(
    "pad", ["/demo/ridderkerk", "/balie", "/api/v1/gemeenten/ridderkerk", "/bestaat-niet", "/gezond/levend"]
)
def test_koppen_staan_op_elk_antwoord(client, pad):
    koppen = client.get(pad).headers
    assert "max-age=31536000; includeSubDomains" in koppen["strict-transport-security"]
    assert koppen["x-content-type-options"] == "nosniff"
    assert koppen["referrer-policy"] == "same-origin"
    beleid = koppen["content-security-policy"]
    for deel in ("default-src 'none'", "frame-ancestors", "base-uri 'none'", "form-action"):
        assert deel in beleid
    for fout in ("unsafe-inline", "unsafe-eval", "*", "data:"):
        assert fout not in beleid


def test_alleen_een_ingestelde_site_mag_de_chat_gebruiken(huis):
    huis.settings.inbedden = ["https://www.gemeente.example"]
    with TestClient(maak_app(huis=huis)) as client:
        mag = client.options("/api/v1/gesprekken", headers={"Origin": "https://www.gemeente.example"})
        assert mag.status_code == 204
        assert mag.headers["access-control-allow-origin"] == "https://www.gemeente.example"
        mag_niet = client.get("/gezond/levend", headers={"Origin": "https://elders.example"})
        assert "access-control-allow-origin" not in mag_niet.headers
        assert "Origin" in mag_niet.headers["vary"]  # or a cache would give this answer to the site that may
        assert "https://www.gemeente.example" in client.get("/demo/ridderkerk").headers["content-security-policy"]
        assert "frame-ancestors 'none'" in client.get("/balie").headers["content-security-policy"]


def test_openapi_is_gepubliceerd_en_noemt_de_chat(client):
    document = client.get("/api/v1/openapi.json").json()
    assert "/api/v1/gesprekken/{gesprek_id}/berichten" in document["paths"]
    assert "/api/v1/aanmeldingen" in document["paths"]


def test_gezondheid_zegt_welk_deel_er_niet_is(client, huis, monkeypatch):
    huis.gevaar.beoordeel("hoi daar")  # waits for the danger model
    assert client.get("/gezond/klaar").status_code == 200
    monkeypatch.setattr(huis.database, "leeft", lambda: False)
    antwoord = client.get("/gezond/klaar")
    assert antwoord.status_code == 503 and antwoord.json()["delen"]["database"] == "weg"
    assert "voordeur_brein_gereed 1" in client.get("/metrics").text


def test_zolang_het_gevaarmodel_nog_leert_is_de_dienst_niet_klaar(client, huis, monkeypatch):
    monkeypatch.setattr(huis.gevaar, "_model", Future())
    antwoord = client.get("/gezond/klaar")
    assert antwoord.status_code == 503 and antwoord.json()["delen"]["gevaar"] == "laadt"
