"""Accounts of staff and of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from api.balie.accounts import AccountFout, maak_medewerker, zoek_aanmelder, zorg_voor_demo
from api.context import Huis
from api.database.tables import Medewerker
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.conftest import Wijzerplaat, bouw
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import Browser


def test_het_wachtwoord_wordt_alleen_als_argon2_merk_bewaard(huis: Huis) -> None:
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    with huis.database.lezen() as sessie:
        rij = sessie.scalars(select(Medewerker)).one()
    assert rij.wachtwoord.startswith("$argon2id$")
    assert WACHTWOORD not in rij.wachtwoord


@pytest.mark.parametrize(
    ("naam", "wachtwoord", "gemeente"),
    [
        ("Ans", "te kort", "kaag-en-braassem"),
        ("Ans", WACHTWOORD, "lutjebroek"),
        ("", WACHTWOORD, "kaag-en-braassem"),
        ("melder", WACHTWOORD, "kaag-en-braassem"),
        ("x" * 81, WACHTWOORD, "kaag-en-braassem"),
        ("BERT", WACHTWOORD, "kaag-en-braassem"),
    ],
)
def test_een_account_dat_niet_kan_wordt_geweigerd(huis: Huis, naam: str, wachtwoord: str, gemeente: str) -> None:
    maak_medewerker(huis, "Bert", WACHTWOORD, "kaag-en-braassem")
    with pytest.raises(AccountFout):
        maak_medewerker(huis, naam, wachtwoord, gemeente)


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "Welkom2026!!",
        "aaaaaaaaaaaaaa",
        "123456789012",
        "Voordeur-Kaag-2026",
        "bertbertbert1",
        "wachtwoord123",
        "x" * 201,
    ],
)
def test_wat_een_buitenstaander_het_eerst_probeert_is_geen_wachtwoord(huis: Huis, wachtwoord: str) -> None:
    with pytest.raises(AccountFout):
        maak_medewerker(huis, "Bert", wachtwoord, "kaag-en-braassem")


@pytest.mark.parametrize(
    "wachtwoord",
    ["vier fietsen in de regen", "kfjwpqmzxvbt", "8361 0927 4415 #%=+", "é" * 6 + "üöäñßç", " spaties tellen mee  "],
)
def test_elk_soort_teken_mag_en_een_wachtwoord_telt_letterlijk(huis: Huis, browser: Browser, wachtwoord: str) -> None:
    maak_medewerker(huis, "Bert", wachtwoord, "kaag-en-braassem")
    assert meld_aan(browser, "Bert", wachtwoord + " ").status == 401
    if wachtwoord.upper() != wachtwoord:
        assert meld_aan(browser, "Bert", wachtwoord.upper()).status == 401
    if wachtwoord.strip() != wachtwoord:
        assert meld_aan(browser, "Bert", wachtwoord.strip()).status == 401
    assert meld_aan(browser, "Bert", wachtwoord).pad == "/balie"


def test_opnieuw_aanmelden_eindigt_de_zitting_van_deze_browser(huis: Huis, browser: Browser) -> None:
    maak_medewerker(huis, "Bert", WACHTWOORD, "kaag-en-braassem")
    oud = meld_aan(browser, "Bert").client.cookies["voordeur_balie"]
    browser.open("/balie/aanmelden").stuur("/balie/aanmelden", naam="Bert", wachtwoord=WACHTWOORD)
    assert browser.pad == "/balie"
    browser.client.cookies.clear()
    browser.client.cookies.set("voordeur_balie", oud, path="/balie")
    assert browser.open("/balie").pad == "/balie/aanmelden"


def test_afmelden_laat_de_browser_vergeten_wat_hij_bewaarde(huis: Huis, browser: Browser) -> None:
    maak_medewerker(huis, "Bert", WACHTWOORD, "kaag-en-braassem")
    meld_aan(browser, "Bert")
    data = dict(browser.form("/balie/afmelden").velden)
    uit = browser.client.post("/balie/afmelden", data=data, follow_redirects=False)
    assert uit.headers["clear-site-data"] == '"cache"'


def test_de_demo_heeft_een_eigen_wachtwoord_dat_blijft(huis: Huis, browser: Browser) -> None:
    demo = zorg_voor_demo(huis)
    assert demo is not None
    assert zorg_voor_demo(huis) == demo
    bestand = huis.settings.data / "demo-wachtwoord"
    assert bestand.stat().st_mode & 0o777 == 0o600
    assert bestand.read_text().strip() == demo[1]
    assert meld_aan(browser, *demo).pad == "/balie"


def test_is_het_bestand_weg_dan_krijgt_de_demo_een_nieuw_wachtwoord(huis: Huis) -> None:
    eerst = zorg_voor_demo(huis)
    (huis.settings.data / "demo-wachtwoord").unlink()
    daarna = zorg_voor_demo(huis)
    assert eerst is not None
    assert daarna is not None
    assert zoek_aanmelder(huis, *eerst) is None
    assert zoek_aanmelder(huis, *daarna) is not None


def test_bij_de_echte_dienst_is_er_geen_demo_en_komt_een_oude_er_niet_in(
    huis: Huis, tmp_path: Path, naprater: Naprater, klok: Wijzerplaat
) -> None:
    demo = zorg_voor_demo(huis)
    assert demo is not None
    echt = bouw(str(huis.database.url), tmp_path, huis.gereedschap, huis.gevaar, naprater, klok, live=True)
    assert zorg_voor_demo(echt) is None
    assert zoek_aanmelder(echt, *demo) is None
