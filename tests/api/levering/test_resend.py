"""What failed is seen at the balie and at the command line, and can be sent again from both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.app import maak_app
from api.balie.accounts import maak_medewerker
from api.cli import app
from api.clock import nu
from api.context import Huis
from api.levering.worker import lever_klaar
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan
from tests.api.conftest import Wijzerplaat
from tests.api.levering.conftest import leveringen, standen
from tests.api.levering.fake_openklant import OpenKlant
from tests.api.pages.browser import Browser

LIJST = "/balie/leveringen"


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    """Without the worker's thread: the tests say when there is a round."""
    client = TestClient(maak_app(huis=huis), raise_server_exceptions=False)
    yield client
    client.close()


@pytest.fixture
def ans(huis: Huis, client: TestClient) -> Browser:
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    return meld_aan(Browser(client), "Ans")


@pytest.fixture
def mislukt(huis: Huis, openklant: OpenKlant, stuur: Stuur) -> str:
    """The kenmerk of an aanmelding that was refused."""
    openklant.kanalen = {"Telefoon"}
    kenmerk = stuur()
    lever_klaar(huis)
    openklant.kanalen = None
    return kenmerk


def test_een_medewerker_ziet_wat_mislukte_en_stuurt_het_opnieuw(
    huis: Huis, openklant: OpenKlant, ans: Browser, mislukt: str
) -> None:
    assert "Een aanmelding kon niet worden doorgestuurd." in ans.open("/balie").tekst
    ans.open(LIJST)
    assert mislukt in ans.tekst and "Mislukt" in ans.tekst and "klantcontact.kanaal" in ans.tekst
    assert "slaapt" not in ans.tekst
    nummer = leveringen(huis, mislukt)[0].id
    ans.stuur(f"{LIJST}/{nummer}")
    assert ans.pad == LIJST and "gaat zo opnieuw weg" in ans.tekst and "Wacht" in ans.tekst
    lever_klaar(huis)
    assert standen(huis, mislukt)[0][2] == "geleverd"
    assert "Alles is doorgestuurd." in ans.open(LIJST).tekst
    assert "kon niet worden doorgestuurd" not in ans.open("/balie").tekst


def test_tweemaal_drukken_of_een_oude_pagina_doet_niets(huis: Huis, ans: Browser, mislukt: str) -> None:
    nummer = leveringen(huis, mislukt)[0].id
    form = ans.open(LIJST).form(f"{LIJST}/{nummer}")
    for woorden in ("gaat zo opnieuw weg", "was al weg"):
        assert woorden in ans.post(f"{LIJST}/{nummer}", form.velden).tekst


def test_zonder_bewijs_van_onze_pagina_of_voor_een_andere_gemeente_gebeurt_er_niets(
    huis: Huis, client: TestClient, ans: Browser, mislukt: str
) -> None:
    nummer = leveringen(huis, mislukt)[0].id
    assert ans.post(f"{LIJST}/{nummer}", [("csrf", "nep")]).status == 403
    maak_medewerker(huis, "Rik", WACHTWOORD, "ridderkerk")
    client.cookies.clear()
    rik = meld_aan(Browser(client), "Rik").open(LIJST)
    assert mislukt not in rik.tekst
    csrf = dict(rik.form("/balie/afmelden").velden)["csrf"]
    assert "was al weg" in rik.post(f"{LIJST}/{nummer}", [("csrf", csrf)]).tekst
    assert standen(huis, mislukt)[0][2] == "mislukt"


def test_wie_niet_is_aangemeld_gaat_naar_de_ingang_en_daarna_terug(client: TestClient, huis: Huis) -> None:
    browser = Browser(client).open(LIJST)
    assert browser.pad == "/balie/aanmelden"
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    assert browser.stuur("/balie/aanmelden", naam="Ans", wachtwoord=WACHTWOORD).pad == LIJST


def test_zonder_doel_zegt_de_lijst_dat_doorsturen_uit_staat(huis: Huis, ans: Browser) -> None:
    huis.settings.openklant_url = None
    assert "Doorsturen staat uit." in ans.open(LIJST).tekst


def test_een_beheerder_ziet_wat_mislukte_en_stuurt_het_opnieuw(
    huis: Huis, mislukt: str, database_url: str, monkeypatch: pytest.MonkeyPatch, klok: Wijzerplaat
) -> None:
    monkeypatch.setenv("VOORDEUR_DATABASE_URL", database_url)
    nummer, doe = str(leveringen(huis, mislukt)[0].id), CliRunner()
    lijst = doe.invoke(app, ["beheer", "leveringen"])
    assert lijst.exit_code == 0
    assert lijst.stdout.split()[:5] == [nummer, "mislukt", "openklant", "aanmelding", mislukt]
    assert doe.invoke(app, ["beheer", "leveringen", "--opnieuw", nummer]).exit_code == 0
    assert doe.invoke(app, ["beheer", "leveringen", "--opnieuw", nummer]).exit_code == 1
    klok.moment = nu()
    lever_klaar(huis)
    assert "Alles is doorgestuurd." in doe.invoke(app, ["beheer", "leveringen"]).stdout
