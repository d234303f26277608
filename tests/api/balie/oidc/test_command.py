"""What only a beheerder can do about accounts of the gemeente, at the command line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from click.testing import Result
from typer.testing import CliRunner

from api.balie.accounts import maak_medewerker
from api.cli_beheer import beheer
from api.context import Huis
from tests.api.balie.conftest import WACHTWOORD
from tests.api.balie.oidc.conftest import HIER, Bureau, inzagen, medewerkers
from tests.api.balie.oidc.provider import Provider
from tests.api.beheer.conftest import zoals_de_server

Opdracht = Callable[..., Result]


@pytest.fixture
def opdracht(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> Opdracht:
    monkeypatch.setenv("VOORDEUR_DATA", str(huis.settings.data))
    monkeypatch.setenv("VOORDEUR_DATABASE_URL", huis.database.url.render_as_string(hide_password=False))
    monkeypatch.setenv("VOORDEUR_OIDC_BESTAND", str(huis.settings.oidc_bestand))
    monkeypatch.setattr("api.app.bouw_huis", partial(zoals_de_server, huis))
    return lambda *woorden: CliRunner().invoke(beheer, list(woorden))


def test_een_beheerder_koppelt_een_account_dat_er_al_was(bureau: Bureau, huis: Huis, opdracht: Opdracht) -> None:
    maak_medewerker(huis, "Ans de Wit", WACHTWOORD, HIER)
    assert bureau.meld_aan().status == 403
    uit = opdracht("gebruiker", "koppel", "ans de wit", "a1")
    assert uit.exit_code == 0, uit.output
    assert bureau.meld_aan().status == 200
    assert len(medewerkers(huis)) == 1
    assert ("opdrachtregel", "gekoppeld aan account van de gemeente: 1") in inzagen(huis)
    maak_medewerker(huis, "Bert", WACHTWOORD, HIER)
    assert "hoort al bij een account" in opdracht("gebruiker", "koppel", "Bert", "a1").output
    maak_medewerker(huis, "Cor", WACHTWOORD, "kaag-en-braassem")
    assert "geen aanbieder ingesteld" in opdracht("gebruiker", "koppel", "Cor", "c3").output


def test_een_beheerder_laat_iemand_die_weg_was_weer_toe(bureau: Bureau, opdracht: Opdracht) -> None:
    bureau.meld_aan()
    assert opdracht("gebruiker", "weg", "Ans de Wit").exit_code == 0
    assert bureau.meld_aan().status == 403
    assert opdracht("gebruiker", "terug", "Niemand").exit_code == 1
    assert opdracht("gebruiker", "terug", "Ans de Wit").exit_code == 0
    assert bureau.meld_aan().status == 200
    assert opdracht("gebruiker", "terug", "Ans de Wit").exit_code == 1


def test_de_beheerder_kan_nakijken_of_de_aanbieder_antwoordt(opdracht: Opdracht, provider: Provider) -> None:
    uit = opdracht("aanbieders")
    assert (uit.exit_code, "bestaat-niet" in uit.output) == (1, True), "een team dat er niet is"
    assert uit.output.startswith("ridderkerk:")


def test_en_wat_hij_zegt_als_alles_klopt_of_niemand_antwoordt(
    opdracht: Opdracht, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.balie.accounts.kies_team", lambda *_: None)
    goed = opdracht("aanbieders")
    assert goed.exit_code == 0, goed.output
    assert "antwoordt, 1 sleutels, met afmelden" in goed.output and "/balie/oidc/ridderkerk/terug" in goed.output
    provider.extra["issuer"] = "https://ander.example"
    assert "adressen: andere_issuer" in opdracht("aanbieders").output
