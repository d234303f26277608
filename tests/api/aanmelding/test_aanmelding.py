"""The aanmelding: what was approved arrives word for word, once, with one promise."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from api.aanmelding import store
from api.database.tables import LogboekRij
from tests.api.conftest import Bezoeker, client_van

pytestmark = pytest.mark.rasa

VELDEN = {
    "rol": "ouder",
    "naam": "Dennis",
    "kern": "leimuiden",
    "zorg": "Hij slaapt al weken niet.\n\nWe zijn op — écht op… ☹",
    "kind_leeftijd": "3 jaar",
    "contact": {"telefoon": "06 12345678", "wanneer": ["avond"], "veilig_bellen": False},
}


def verstuur(client, velden=None, *, sleutel="s1", **anders):
    lading = {
        "gemeente": "kaag-en-braassem",
        "velden": VELDEN | (velden or {}),
        "toestemming": {"versturen": True},
    } | anders
    return client.post("/api/v1/aanmeldingen", json=lading, headers={"Idempotency-Key": sleutel} if sleutel else {})


def open_met_code(client, ontvangen):
    toegang = client.post(f"/api/v1/aanmeldingen/{ontvangen['kenmerk']}/toegang", json={"code": ontvangen["code"]})
    assert toegang.status_code == 200, toegang.text
    return {"Authorization": f"Bearer {toegang.json()['token']}"}


def test_ontvangen_met_kenmerk_code_en_een_belofte(client, klok):
    klok.moment = datetime(2026, 11, 20, 21, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
    antwoord = verstuur(client)
    assert antwoord.status_code == 201, antwoord.text
    ontvangen = antwoord.json()
    assert ontvangen["status"] == "ontvangen"
    assert ontvangen["contact_voor"] == "2026-11-27"
    assert ontvangen["eerst_gelezen"].startswith("2026-11-23T")
    assert ontvangen["kenmerk"].startswith("VD-") and len(ontvangen["code"]) == 14


def test_wat_aankomt_is_byte_voor_byte_wat_is_goedgekeurd(beide_huizen):
    with client_van(beide_huizen) as client:
        ontvangen = verstuur(client).json()
        gelezen = client.get(
            f"/api/v1/aanmeldingen/{ontvangen['kenmerk']}", headers=open_met_code(client, ontvangen)
        ).json()
    assert gelezen["velden"]["zorg"].encode() == VELDEN["zorg"].encode()
    assert {naam: gelezen["velden"][naam] for naam in ("naam", "kern", "kind_leeftijd")} == {
        naam: VELDEN[naam] for naam in ("naam", "kern", "kind_leeftijd")
    }
    assert gelezen["velden"]["contact"]["veilig_bellen"] is False
    assert gelezen["contact_voor"] == ontvangen["contact_voor"]


def test_zelfde_sleutel_is_dezelfde_aanmelding(beide_huizen):
    with client_van(beide_huizen) as client, ThreadPoolExecutor(4) as draden:
        een = verstuur(client).json()
        assert verstuur(client).json() == een
        antwoorden = list(draden.map(lambda _: verstuur(client, sleutel="tegelijk"), range(4)))
    gelukt = {a.json()["kenmerk"] for a in antwoorden if a.status_code == 201}
    assert len(gelukt) == 1
    assert {a.status_code for a in antwoorden} <= {201, 409}
    with beide_huizen.database.lezen() as sessie:
        assert len(store.list_aanmeldingen(sessie, gemeente="kaag-en-braassem")) == 2


def test_zelfde_sleutel_met_andere_tekst_wordt_geweigerd(client):
    verstuur(client)
    assert verstuur(client, {"naam": "Ander"}).status_code == 422


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"naam": ""}, "velden.naam"),
        ({"zorg": "  "}, "velden.zorg"),
        ({"rol": "baas"}, "velden.rol"),
        ({"contact": {}}, "velden"),
        ({"contact": {"telefoon": "bel maar"}}, "velden.contact.telefoon"),
        ({"contact": {"email": "geen-adres"}}, "velden.contact.email"),
        ({"bsn": "123456782"}, "velden.bsn"),
        ({"naam_kind": "Daan"}, "velden.naam_kind"),
        ({"zorg": "a" * 5_000}, "velden.zorg"),
    ],
)
def test_een_fout_veld_wordt_bij_naam_genoemd(client, velden, veld):
    antwoord = verstuur(client, velden)
    assert antwoord.status_code == 422
    assert veld in [fout["veld"] for fout in antwoord.json()["velden"]]
    assert antwoord.headers["content-type"] == "application/problem+json"


def test_zonder_toestemming_of_sleutel_gaat_er_niets_weg(client, huis):
    assert verstuur(client, toestemming={"versturen": False}).status_code == 422
    assert verstuur(client, sleutel=None).status_code == 422
    with huis.database.lezen() as sessie:
        assert store.list_aanmeldingen(sessie, gemeente="kaag-en-braassem") == []


def test_gevaar_in_een_veld_krijgt_het_veiligheidsantwoord_en_gaat_toch_door(client):
    ontvangen = verstuur(client, {"zorg": "mijn man slaat mij en de kinderen zien het"})
    assert ontvangen.status_code == 201
    assert "0800-2000" in [b.get("nummer") for b in ontvangen.json()["berichten"]]


def test_gevaar_in_een_geweigerde_aanmelding_wordt_toch_gehoord(client):
    antwoord = verstuur(client, {"naam": "", "zorg": "ik wil dood en heb de pillen al klaar"})
    assert antwoord.status_code == 422
    assert "113" in [b.get("nummer") for b in antwoord.json()["berichten"]]


def test_onbekende_kern_gaat_naar_geen_team_in_plaats_van_het_verkeerde(client, huis):
    ontvangen = verstuur(client, {"kern": "weet ik niet"}).json()
    assert ontvangen["team"] is None
    with huis.database.lezen() as sessie:
        assert store.find_aanmelding(sessie, ontvangen["kenmerk"]).team is None


def test_aanmelding_uit_een_gesprek_hoort_bij_die_gemeente(client):
    bezoeker = Bezoeker(client, gemeente="ridderkerk")
    lading = {"gesprek": bezoeker.id, "velden": VELDEN | {"kern": "bolnes"}, "toestemming": {"versturen": True}}
    antwoord = client.post("/api/v1/aanmeldingen", json=lading, headers=bezoeker.kop | {"Idempotency-Key": "k"})
    assert "Ridderkerk" in antwoord.json()["team"]
    zonder = client.post("/api/v1/aanmeldingen", json=lading, headers={"Idempotency-Key": "k2"})
    assert zonder.status_code == 401


def test_in_de_database_staat_geen_leesbare_tekst(client, huis, tmp_path):
    verstuur(client)
    ruw = b"".join(pad.read_bytes() for pad in tmp_path.glob("v.sqlite3*"))
    for geheim in ("Dennis", "12345678", "slaapt al weken"):
        assert geheim.encode() not in ruw


def test_foute_code_zegt_niets_en_sluit_na_vijf_keer(client, klok):
    ontvangen = verstuur(client).json()
    pad = f"/api/v1/aanmeldingen/{ontvangen['kenmerk']}/toegang"
    onbekend = client.post("/api/v1/aanmeldingen/VD-AAAA-AAAA/toegang", json={"code": "AAAA-AAAA-AAAA"})
    fout = [client.post(pad, json={"code": "AAAA-AAAA-AAAA"}) for _ in range(5)]
    assert {a.status_code for a in fout} == {401} and fout[0].json()["detail"] == onbekend.json()["detail"]
    op_slot = client.post(pad, json={"code": ontvangen["code"]})
    assert op_slot.status_code == 429 and int(op_slot.headers["Retry-After"]) > 0
    klok.verzet(minutes=2)
    assert client.post(pad, json={"code": ontvangen["code"].lower()}).status_code == 200


def test_meelezen_meeschrijven_en_wijzigen(client):
    ontvangen = verstuur(client).json()
    kop, pad = open_met_code(client, ontvangen), f"/api/v1/aanmeldingen/{ontvangen['kenmerk']}"
    bij = client.post(f"{pad}/berichten", json={"tekst": "Het gaat iets beter."}, headers=kop).json()
    assert bij["logboek"][-1]["tekst"] == "Het gaat iets beter."
    anders = client.patch(pad, json={"velden": {"contact": {"telefoon": "06 87654321"}}}, headers=kop).json()
    assert anders["velden"]["contact"]["telefoon"] == "06 87654321"
    assert "06 12345678" in anders["logboek"][-1]["tekst"], "de oude waarde blijft te zien"
    assert client.patch(pad, json={"velden": {"rol": "baas"}}, headers=kop).status_code == 422
    assert client.get(pad, headers={"Authorization": "Bearer nep"}).status_code == 401


def test_intrekken_voor_oppakken_wist_de_tekst(client, huis, tmp_path):
    ontvangen = verstuur(client).json()
    kop, pad = open_met_code(client, ontvangen), f"/api/v1/aanmeldingen/{ontvangen['kenmerk']}"
    assert client.delete(pad, headers=kop).status_code == 204
    with huis.database.lezen() as sessie:
        rij = store.find_aanmelding(sessie, ontvangen["kenmerk"])
    assert (rij.status, rij.sleutel, rij.velden) == ("ingetrokken", None, None)
    assert client.get(pad, headers=kop).status_code == 401


def test_na_het_wissen_blijft_er_geen_teken_van_gevaar_bij_een_kenmerk_staan(client, huis):
    ontvangen = verstuur(client, {"zorg": "mijn man slaat mij en de kinderen"}).json()
    with huis.database.lezen() as sessie:
        rij = store.find_aanmelding(sessie, ontvangen["kenmerk"])
        assert rij.niveau is not None
    kop, pad = open_met_code(client, ontvangen), f"/api/v1/aanmeldingen/{ontvangen['kenmerk']}"
    assert client.delete(pad, headers=kop).status_code == 204
    with huis.database.lezen() as sessie:
        rij = store.find_aanmelding(sessie, ontvangen["kenmerk"])
        regels = sessie.scalars(select(LogboekRij).where(LogboekRij.aanmelding_id == rij.id)).all()
        assert {(r.niveau, r.regel, r.categorie) for r in (rij, *regels)} == {(None, None, None)}


def test_token_om_mee_te_lezen_verloopt(client, klok):
    ontvangen = verstuur(client).json()
    kop = open_met_code(client, ontvangen)
    klok.verzet(minutes=31)
    assert client.get(f"/api/v1/aanmeldingen/{ontvangen['kenmerk']}", headers=kop).status_code == 401


def test_noodkreet_over_de_lengte_van_een_aanmelding(client):
    ruw = json.dumps({"velden": {"zorg": "ik wil dood en heb de pillen al klaar " + "x" * 80_000}}).encode()
    antwoord = client.post("/api/v1/aanmeldingen", content=ruw, headers={"Idempotency-Key": "x"})
    assert antwoord.status_code == 413
    assert "113" in [b.get("nummer") for b in antwoord.json()["berichten"]]
