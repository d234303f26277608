"""Bad input gets a clear Dutch answer, the help lines stay in view, and a cry for help is always heard."""

from __future__ import annotations

import json

import pytest

from api.limits import Grens
from tests.api.conftest import Bezoeker, bouw, client_van

pytestmark = pytest.mark.rasa
NOODKREET = "ik wil dood en ik heb de pillen al in mijn hand. "


def is_probleem(antwoord, status):
    assert antwoord.status_code == status, antwoord.text
    assert antwoord.headers["content-type"] == "application/problem+json"
    inhoud = antwoord.json()
    assert inhoud["status"] == status and inhoud["title"] and inhoud["detail"]
    assert "Traceback" not in antwoord.text
    assert "112" in [b.get("nummer") for b in inhoud["berichten"]], "de hulplijnen staan er altijd bij"
    return inhoud


@pytest.mark.parametrize(
    ("inhoud", "status"),
    [
        (b"", 422),
        (b"{", 422),
        (b"[]", 422),
        (b'"hoi"', 422),
        (b"\xff\xfe\x00", 422),
        (b'{"tekst": ""}', 422),
        (b'{"tekst": "   "}', 422),
        (b'{"tekst": 5}', 422),
        (b'{"tekst": "hoi", "keuze": "ja"}', 422),
        (b'{"keuze": "verzonnen_knop"}', 422),
        (b'{"keuze": "artikel:bestaat/niet"}', 422),
        (b'{"keuze": "../../etc"}', 422),
        (b'{"tekst": "hoi", "rol": "baas"}', 422),
        (b"[" * 40_000, 422),
        (json.dumps({"tekst": "a" * 50_000}).encode(), 422),
        (json.dumps({"tekst": "a" * 70_000}).encode(), 413),
    ],
    ids=lambda waarde: repr(waarde)[:30] if isinstance(waarde, bytes) else str(waarde),
)
def test_onleesbaar_of_te_lang(bezoeker, inhoud, status):
    is_probleem(bezoeker.stuur(inhoud), status)
    assert bezoeker.zeg("hoi")["berichten"], "het gesprek gaat daarna gewoon door"


@pytest.mark.parametrize(
    "inhoud",
    [
        json.dumps({"tekst": NOODKREET + "x" * 2_000}).encode(),
        json.dumps({"tekst": "bla " * 12_000 + NOODKREET}).encode(),
        ('{"tekst": "' + NOODKREET).encode(),
        NOODKREET.encode(),
        (NOODKREET + "y" * 80_000).encode(),
    ],
    ids=["te lang", "achteraan", "halve json", "geen json", "reusachtig"],
)
def test_noodkreet_in_een_geweigerd_bericht_krijgt_het_veiligheidsantwoord(bezoeker, inhoud):
    antwoord = bezoeker.stuur(inhoud)
    assert antwoord.status_code in (413, 422)
    kaarten = antwoord.json()["berichten"]
    assert "113" in [b.get("nummer") for b in kaarten]
    assert "computer" in json.dumps(kaarten)


def test_stuurtekens_en_onzichtbare_tekens_storen_niet(bezoeker):
    vermomd = "mijn zoon\u200b wil\u0000 niet\U000e0041 slapen\u202e van 3"
    assert bezoeker.zeg(vermomd)["onderwerp"] == "slapen"


def test_onbekende_gemeente(client):
    is_probleem(client.post("/api/v1/gesprekken", json={"gemeente": "atlantis"}), 404)


def test_onbekend_gesprek_en_verkeerd_token(bezoeker):
    pad = "/api/v1/gesprekken/bestaatniet/berichten"
    is_probleem(bezoeker.client.post(pad, json={"tekst": "hoi"}, headers=bezoeker.kop), 404)
    bezoeker.token = "verzonnen"
    is_probleem(bezoeker.stuur({"tekst": "hoi"}), 401)
    bezoeker.token = ""
    is_probleem(bezoeker.stuur({"tekst": "hoi"}), 401)


def test_verlopen_gesprek(bezoeker, klok):
    bezoeker.zeg("hoi")
    klok.verzet(minutes=29)
    bezoeker.zeg("hoi")
    klok.verzet(minutes=31)
    antwoord = bezoeker.stuur({"tekst": NOODKREET})
    assert antwoord.status_code == 401
    assert "113" in [b.get("nummer") for b in antwoord.json()["berichten"]], "ook dan wordt een noodkreet gehoord"


def test_klok_die_twee_uur_terugspringt_verliest_niets(bezoeker, klok):
    bezoeker.zeg("mijn zoon van 3 wil niet slapen in zijn nieuwe bed")
    klok.verzet(hours=-2)
    bezoeker.kies("niet_geholpen")
    klok.verzet(hours=2)
    klaar = [bezoeker.zeg("ja graag"), bezoeker.zeg("leimuiden")][-1]
    assert klaar["concept"]["kind_leeftijd"] == "3 jaar"
    kop = bezoeker.client.get(f"/api/v1/gesprekken/{bezoeker.id}/berichten", headers=bezoeker.kop).json()
    gezegd = [r["kaart"]["tekst"] for r in kop["berichten"] if r["van"] == "bezoeker"]
    assert gezegd == [
        "mijn zoon van 3 wil niet slapen in zijn nieuwe bed",
        "Niet genoeg",
        "ja graag",
        "leimuiden",
    ]


def test_te_snel_krijgt_wachttijd_hulplijnen_en_bij_gevaar_het_veiligheidsantwoord(
    tmp_path, gereedschap, gevaar, brein, klok
):
    from tests.api.conftest import Stilstaand

    streng = bouw("sqlite:///" + str(tmp_path / "v.sqlite3"), tmp_path, gereedschap, gevaar, Stilstaand(brein), klok,
                  rate_limit="on", berichten_per_minuut=2)  # fmt: skip
    with client_van(streng) as client:
        bezoeker = Bezoeker(client)
        bezoeker.zeg("hoi")
        bezoeker.zeg("hoi")
        te_snel = bezoeker.stuur({"tekst": "hoi"})
        is_probleem(te_snel, 429)
        assert int(te_snel.headers["Retry-After"]) > 0
        nood = bezoeker.stuur({"tekst": NOODKREET})
        assert nood.status_code == 429
        assert "113" in [b.get("nummer") for b in nood.json()["berichten"]]


def test_grens_schuift_mee_met_de_tijd():
    tijd = [0.0]
    grens = Grens(2, klok=lambda: tijd[0])
    assert [grens.wacht("a"), grens.wacht("a"), grens.wacht("b")] == [0, 0, 0]
    assert grens.wacht("a") == 61
    tijd[0] = 60.0
    assert grens.wacht("a") == 0


@pytest.mark.parametrize("pad", ["/bestaat-niet", "/api/v1/bestaat-niet"])
def test_onbekend_adres(client, pad):
    assert client.get(pad).status_code == 404
