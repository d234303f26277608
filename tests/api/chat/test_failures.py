"""When a part fails the door stays open: a useful reply, nothing lost, nothing half stored."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy import text, update

from api.database.engine import DatabaseWeg
from api.database.tables import Gesprek
from assistant.brain.brain import BreinWeg
from tests.api.conftest import Bezoeker, client_van

pytestmark = pytest.mark.rasa
NOODKREET = "ik wil dood en ik heb de pillen al in mijn hand"


class Kapot:
    """A brain that is not there."""

    stand = "laadt"

    def __init__(self, reden="laadt"):
        self.reden = reden

    def start(self):
        pass

    def stop(self):
        pass

    def beurt(self, vraag):
        raise BreinWeg(self.reden)


@pytest.mark.parametrize("reden", ["laadt", "te_traag", "actie", "fout"])
def test_zonder_rasa_komt_er_een_antwoord_uit_de_kennisbank_met_contact(huis, reden):
    huis.brein = Kapot(reden)
    with client_van(huis) as client:
        antwoord = Bezoeker(client).zeg("mijn peuter van 3 komt elke avond zijn bed weer uit")
        soorten = [b["soort"] for b in antwoord["berichten"]]
        assert antwoord["onderwerp"] == "slapen" and "contact" in soorten


def test_zonder_rasa_en_zonder_passend_artikel_blijft_de_weg_naar_een_mens(huis):
    huis.brein = Kapot()
    with client_van(huis) as client:
        antwoord = Bezoeker(client).zeg("qwzx vbnm")
        assert antwoord["route"] == "overdracht"
        assert antwoord["berichten"][-1]["soort"] == "contact"


def test_zonder_rasa_wordt_gevaar_gewoon_gezien(huis):
    huis.brein = Kapot()
    with client_van(huis) as client:
        assert Bezoeker(client).zeg(NOODKREET)["route"] == "veiligheid"


def test_mislukte_actie_laat_de_toestand_zoals_hij_was(huis):
    goed = huis.brein
    with client_van(huis) as client:
        bezoeker = Bezoeker(client)
        bezoeker.zeg("mijn zoon van 9 luistert niet")
        bezoeker.kies("wil_aanmelden")
        huis.brein = Kapot("actie")
        assert bezoeker.zeg("kaag")["berichten"]
        huis.brein = goed
        klaar = bezoeker.zeg("kaag")
        assert klaar["concept"]["kind_leeftijd"] == "9 jaar", "het formulier ging verder waar het was"


class Onverwacht(Kapot):
    def beurt(self, vraag):
        raise ZeroDivisionError("1/0")


def test_onverwachte_fout_in_een_stap_wordt_een_bewaarde_status_en_een_antwoord(huis):
    huis.brein = Onverwacht()
    with client_van(huis) as client:
        bezoeker = Bezoeker(client)
        assert bezoeker.zeg("mijn dochter wordt gepest op school")["onderwerp"] == "pesten"
        with huis.database.lezen() as sessie:
            assert sessie.execute(text("select status from beurt")).scalar_one() == "mislukt"


@pytest.mark.parametrize("kolom", ["toestand", "geheugen", "concept"])
def test_beschadigde_rij_kost_het_geheugen_maar_niet_het_gesprek(huis, client, kolom):
    bezoeker = Bezoeker(client)
    bezoeker.zeg("mijn zoon van 9 luistert niet")
    with huis.database.schrijven() as sessie:
        sessie.execute(update(Gesprek).values({kolom: b"\x00" * 40}))
    assert bezoeker.zeg("hoe ga ik om met driftbuien van een peuter")["onderwerp"] == "driftbuien"
    assert bezoeker.zeg("hoi")["berichten"]


def test_database_weg_geeft_503_met_antwoord_en_hulplijnen(huis, client, monkeypatch):
    bezoeker = Bezoeker(client)

    def weg(*_):
        raise DatabaseWeg("OperationalError")

    monkeypatch.setattr(huis.database, "lezen", weg)
    monkeypatch.setattr(huis.database, "schrijven", weg)
    antwoord = bezoeker.stuur({"tekst": "mijn peuter van 3 komt elke avond zijn bed weer uit"})
    assert antwoord.status_code == 503
    soorten = [b["soort"] for b in antwoord.json()["berichten"]]
    assert "artikel" in soorten and "hulplijn" in soorten
    nood = bezoeker.stuur({"tekst": NOODKREET}).json()["berichten"]
    assert "113" in [b.get("nummer") for b in nood]
    assert client.post("/api/v1/gesprekken", json={"gemeente": "ridderkerk"}).status_code == 503
    assert client.get("/gezond/levend").status_code == 200


def test_vergrendelde_database_geeft_503_en_daarna_gaat_alles_weer(huis, client, monkeypatch):
    bezoeker = Bezoeker(client)
    with huis.database.engine.connect() as verbinding:
        verbinding.exec_driver_sql("pragma busy_timeout=50")
    ander = sqlite3.connect(huis.database.url.database, isolation_level=None)
    ander.execute("begin exclusive")
    huis.database.engine.dispose()
    monkeypatch.setattr("api.database.engine.WACHT_S", 1)
    antwoord = bezoeker.stuur({"tekst": "hoi"}, "s")
    ander.execute("rollback")
    assert antwoord.status_code == 503 and antwoord.json()["berichten"]
    assert bezoeker.stuur({"tekst": "hoi"}, "s").status_code == 200


def test_geen_berichttekst_in_een_logregel_of_foutmelding(huis, capfd, caplog):
    kanarie = "kanariepietjezingtvannacht"
    caplog.set_level(0)
    with client_van(huis) as client:
        bezoeker = Bezoeker(client)
        bezoeker.zeg(f"mijn zoon {kanarie} wil niet slapen")
        bezoeker.stuur(f'{{"tekst": "{kanarie}'.encode())
        huis.brein = Onverwacht()
        bezoeker.zeg(f"{kanarie} nog eens")
        huis.database.engine.dispose()
    uit = capfd.readouterr()
    assert kanarie not in uit.out + uit.err + caplog.text
