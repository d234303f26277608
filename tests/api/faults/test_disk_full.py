"""The disk is full: the visitor gets an answer and the way to a person, what was acknowledged stays, later it all goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event, text

from api.context import Huis
from api.levering.worker import lever_klaar
from api.problem import Probleem
from tests.api.balie.conftest import VELDEN, Stuur
from tests.api.conftest import Bezoeker
from tests.api.faults.conftest import soorten
from tests.api.levering.conftest import standen
from tests.api.levering.fake_openklant import OpenKlant

GEVAAR = "ik wil dood en ik heb de pillen al in mijn hand"
VOL = """
create function vol() returns trigger as $$ begin
  raise exception 'could not extend file: No space left on device' using errcode = '53100';
end $$ language plpgsql
"""
TABELLEN = ("beurt", "aanmelding", "gesprek", "logboek", "levering", "zitting", "idempotentie")
Schijf = Callable[[bool], None]


@pytest.fixture
def schijf(huis: Huis) -> Schijf:
    """Makes the disk full, or not any more."""
    return (_sqlite if huis.database.is_sqlite else _postgres)(huis)


def _sqlite(huis: Huis) -> Schijf:
    """SQLite may not take one page more than it has; new connections hear it too."""
    staat = {"vol": False}

    @event.listens_for(huis.database.engine, "checkout")
    def begrens(verbinding: Any, *_: Any) -> None:
        aantal = verbinding.execute("pragma page_count").fetchone()[0]
        verbinding.execute(f"pragma max_page_count = {aantal if staat['vol'] else 2**30}")

    def zet(vol: bool) -> None:
        staat["vol"] = vol

    return zet


def _postgres(huis: Huis) -> Schijf:
    """Every row that is added is refused with the error that PostgreSQL gives then."""

    def zet(vol: bool) -> None:
        with huis.database.schrijven() as sessie:
            if vol:
                sessie.execute(text(VOL))
            for tabel in TABELLEN:
                maak = f"create trigger vol before insert on {tabel} execute function vol()"
                sessie.execute(text(maak if vol else f"drop trigger vol on {tabel}"))

    return zet


def verstuur(client: TestClient, sleutel: str, **velden: Any) -> Any:
    inhoud = {
        "gemeente": "ridderkerk",
        "velden": VELDEN | {"kern": "bolnes"} | velden,
        "toestemming": {"versturen": True},
    }
    return client.post("/api/v1/aanmeldingen", json=inhoud, headers={"Idempotency-Key": sleutel})


def lang(nummer: int) -> str:
    """Text that needs room."""
    return f"Vraag {nummer}. " + "Mijn zoon slaapt slecht. " * 30


def test_een_bericht_krijgt_antwoord_met_het_nummer_van_het_jgt_en_lukt_daarna_alsnog(
    client: TestClient, schijf: Schijf
) -> None:
    bezoeker = Bezoeker(client, gemeente="ridderkerk")
    assert bezoeker.stuur({"tekst": "hoi"}, "voor").status_code == 200
    schijf(True)
    geweigerd = [bezoeker.stuur({"tekst": lang(n)}, f"s{n}") for n in range(6)][-1]
    assert geweigerd.status_code == 503
    assert geweigerd.headers["Retry-After"]
    assert {"contact", "hulplijn"} <= set(soorten(geweigerd))
    contact = next(b for b in geweigerd.json()["berichten"] if b["soort"] == "contact")
    assert "Ridderkerk" in str(contact)
    nood = bezoeker.stuur({"tekst": GEVAAR}, "nood")
    assert "113" in [b.get("nummer") for b in nood.json()["berichten"]]
    assert len(client.get(f"/api/v1/gesprekken/{bezoeker.id}/berichten", headers=bezoeker.kop).json()["berichten"]) >= 2
    schijf(False)
    assert bezoeker.stuur({"tekst": lang(5)}, "s5").status_code == 200
    assert bezoeker.stuur({"tekst": "hoi"}, "voor").status_code == 200, "wat bevestigd was, is er nog"


def test_een_aanmelding_wordt_niet_half_bewaard_en_zegt_hoe_je_belt(
    client: TestClient, huis: Huis, openklant: OpenKlant, schijf: Schijf
) -> None:
    eerste = verstuur(client, "eerste").json()
    schijf(True)
    antwoorden = [verstuur(client, f"s{n}", zorg=lang(n)) for n in range(6)]
    geweigerd = antwoorden[-1]
    assert geweigerd.status_code == 503
    assert {"contact", "hulplijn"} <= set(soorten(geweigerd))
    assert "113" in [b.get("nummer") for b in verstuur(client, "nood", zorg=GEVAAR).json()["berichten"]]
    schijf(False)
    assert verstuur(client, "eerste").json() == eerste
    gelukt = [verstuur(client, f"s{n}", zorg=lang(n)) for n in range(6)]
    assert {a.status_code for a in gelukt} == {201}
    lever_klaar(huis)
    kenmerken = {eerste["kenmerk"], *(a.json()["kenmerk"] for a in gelukt)}
    assert {standen(huis, kenmerk)[0][2] for kenmerk in kenmerken} == {"geleverd"}
    assert len(openklant.alle("klantcontacten")) == len(kenmerken)
    with huis.database.lezen() as sessie:
        assert sessie.scalar(text("select count(*) from aanmelding")) == len(kenmerken)


def test_aan_de_balie_en_voor_het_doorsturen_is_het_een_storing_en_geen_raadsel(
    huis: Huis, client: TestClient, stuur: Stuur, schijf: Schijf
) -> None:
    stuur()
    schijf(True)
    with pytest.raises(Probleem) as fout:
        stuur(zorg=lang(1))
    assert fout.value.status == 503
    assert client.get("/gezond/levend").status_code == 200
    assert client.get("/balie/aanmelden").status_code == 200
    schijf(False)
    assert lever_klaar(huis) >= 1
