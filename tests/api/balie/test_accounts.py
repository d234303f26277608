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
