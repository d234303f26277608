"""Users at the command line: made, given a role, and started again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from click.testing import Result
from sqlalchemy import select
from typer.testing import CliRunner

from api.cli import app
from api.context import Huis
from api.database.tables import Inzage, Medewerker
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.beheer.conftest import zoals_de_server
from tests.api.pages.browser import Browser

Doe = Callable[..., Result]


@pytest.fixture
def doe(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> Doe:
    monkeypatch.setenv("VOORDEUR_DATABASE_URL", huis.settings.database)
    monkeypatch.setenv("VOORDEUR_DATA", str(huis.settings.data))
    monkeypatch.setattr("api.app.bouw_huis", partial(zoals_de_server, huis))

    def gebruiker(*woorden: str, wachtwoord: str = WACHTWOORD) -> Result:
        return CliRunner().invoke(app, ["beheer", "gebruiker", *woorden], input=f"{wachtwoord}\n{wachtwoord}\n")

    return gebruiker


def maak(doe: Doe, *woorden: str, **anders: str) -> Result:
    return doe("maak", "Cor", "--gemeente", "ridderkerk", *woorden, **anders)


def test_een_gebruiker_maken_een_rol_geven_en_de_tweede_stap_terugzetten(
    doe: Doe, huis: Huis, browser: Browser
) -> None:
    gemaakt = maak(doe, "--rol", "medewerker", "--team", "jgt-ridderkerk-noord")
    assert gemaakt.exit_code == 0, gemaakt.output
    assert WACHTWOORD not in gemaakt.output
    assert meld_aan(browser, "Cor").pad == "/balie"
    assert doe("rol", "cor", "--rol", "redacteur").exit_code == 0
    assert browser.open("/balie").pad == "/balie/veiligheid", "een andere rol geldt meteen"
    assert doe("tweede-stap", "Cor").exit_code == 0
    assert browser.open("/balie").pad == "/balie/aanmelden"
    lijst = doe("lijst").output
    assert "Cor" in lijst and "redacteur" in lijst and "geen tweede stap" in lijst
    with huis.database.lezen() as sessie:
        rij = sessie.scalars(select(Medewerker)).one()
        wat = [r.wat for r in sessie.scalars(select(Inzage).where(Inzage.wie == "opdrachtregel").order_by(Inzage.id))]
    assert (rij.rol, rij.team) == ("redacteur", None)
    assert wat == [f"gebruiker gemaakt: {rij.id}", f"rol redacteur: {rij.id}", f"tweede stap terug: {rij.id}"]


@pytest.mark.parametrize(
    ("woorden", "anders", "zegt"),
    [
        (("--rol", "baas"), {}, "kennen we niet"),
        (("--rol", "medewerker"), {}, "een medewerker heeft een team"),
        (("--rol", "medewerker", "--team", "x"), {}, "kan niet"),
        (("--rol", "beheerder"), {"wachtwoord": "kort"}, "minstens"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_en_verandert_niets(
    doe: Doe, huis: Huis, woorden: tuple[str, ...], anders: dict[str, str], zegt: str
) -> None:
    uit = maak(doe, *woorden, **anders)
    assert (uit.exit_code, zegt in uit.output) == (1, True), uit.output
    with huis.database.lezen() as sessie:
        assert not list(sessie.scalars(select(Medewerker)))


def test_een_naam_die_er_niet_is(doe: Doe) -> None:
    for woorden in (("tweede-stap", "Niemand"), ("rol", "Niemand", "--rol", "beheerder")):
        uit = doe(*woorden)
        assert (uit.exit_code, "geen gebruiker" in uit.output) == (1, True)
