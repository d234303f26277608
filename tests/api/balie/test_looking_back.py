"""Looking back: asked once, counted without a person, and never in the way."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from api.aanmelding.looking_back import list_maanden, tel_antwoord
from api.context import Huis
from api.database.upkeep_tables import TerugTelling
from tests.api.balie.case import Zaak, familie, logboek, rij_van
from tests.api.balie.conftest import Stuur
from tests.api.balie.test_missed import GEVAAR
from tests.api.pages.browser import Browser
from tests.api.veiligheid.requests import toegang_tot

VRAAG, PAD = "Luisterden we goed naar je?", "/aanmelding/terugblik"


def tellingen(huis: Huis) -> dict[tuple[str, str, str], int]:
    with huis.database.lezen() as sessie:
        rijen = sessie.scalars(select(TerugTelling))
        return {(f"{rij.maand:%Y-%m}", rij.van, rij.antwoord): rij.aantal for rij in rijen}


@pytest.fixture
def gezin(browser: Browser, ans: Browser, huis: Huis, stuur: Stuur) -> tuple[Browser, Zaak, str]:
    """A family at another computer that was spoken with, and Ans who did so."""
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("contact_gelukt", keuze="telefoon")
    thuis = Browser(browser.client)
    thuis.client.cookies.set("voordeur", f"...{kenmerk}.{toegang_tot(huis, kenmerk)}")
    return thuis, zaak, kenmerk


def test_voor_het_eerste_contact_wordt_niets_gevraagd(browser: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    browser.client.cookies.set("voordeur", f"...{kenmerk}.{toegang_tot(huis, kenmerk)}")
    assert VRAAG not in browser.open("/aanmelding").tekst


def test_een_tik_is_genoeg_en_de_vraag_komt_niet_terug(gezin: tuple[Browser, Zaak, str], huis: Huis) -> None:
    thuis, _, kenmerk = gezin
    assert VRAAG in thuis.open("/aanmelding").tekst
    data = [*thuis.form(PAD).velden, ("antwoord", "deels")]
    thuis.post(PAD, data)
    assert "Dank je wel" in thuis.tekst and VRAAG not in thuis.tekst
    thuis.post(PAD, data)
    assert tellingen(huis) == {("2026-11", "gezin", "deels"): 1}
    assert "terugkoppeling" not in [soort for _, soort, _ in logboek(huis, kenmerk)], "zonder woorden geen regel"


def test_overslaan_telt_niet_en_de_vraag_komt_niet_terug(gezin: tuple[Browser, Zaak, str], huis: Huis) -> None:
    thuis, _, _ = gezin
    thuis.open("/aanmelding").stuur(PAD, antwoord="overslaan")
    assert VRAAG not in thuis.tekst and tellingen(huis) == {}


def test_de_woorden_gaan_verzegeld_mee_en_het_antwoord_niet(
    gezin: tuple[Browser, Zaak, str], huis: Huis, ans: Browser
) -> None:
    thuis, zaak, kenmerk = gezin
    thuis.open("/aanmelding").stuur(PAD, antwoord="nee", tekst="Ik moest het drie keer uitleggen")
    assert logboek(huis, kenmerk)[-1] == ("melder", "terugkoppeling", "Ik moest het drie keer uitleggen")
    assert "drie keer uitleggen" in ans.open(zaak.pad).tekst
    assert "drie keer uitleggen" in familie(huis, kenmerk)
    assert not [regel for regel in logboek(huis, kenmerk) if regel[2] == "nee"]


def test_een_noodkreet_in_de_woorden_krijgt_het_veiligheidsantwoord_en_een_merk(
    gezin: tuple[Browser, Zaak, str], huis: Huis, ans: Browser
) -> None:
    thuis, zaak, kenmerk = gezin
    thuis.open("/aanmelding").stuur(PAD, antwoord="ja", tekst=GEVAAR)
    assert 'class="stapel" role="alert"' in thuis.html
    assert rij_van(huis, kenmerk).niveau is not None
    assert "Veiligheid: eerst lezen" in ans.open(zaak.pad).tekst


def test_is_het_afgerond_dan_wordt_geen_tekst_aangenomen_die_niemand_meer_leest(
    gezin: tuple[Browser, Zaak, str], huis: Huis
) -> None:
    thuis, zaak, kenmerk = gezin
    Zaak(zaak.browser, kenmerk).doe("afsluiten", keuze="advies")
    form = thuis.open("/aanmelding").form(PAD)
    assert "tekst" not in dict(form.velden)
    assert thuis.post(PAD, [*form.velden, ("antwoord", "ja"), ("tekst", "Ik wil iets kwijt")]).status == 422
    assert "Bel het team" in thuis.tekst and "kwijt" not in str(logboek(huis, kenmerk))
    thuis.stuur(PAD, antwoord="ja")
    assert tellingen(huis) == {("2026-11", "gezin", "ja"): 1}


def test_een_medewerker_antwoordt_bij_het_afsluiten_of_niet(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    for terugblik in ("ja", "", "ja"):
        zaak = Zaak(ans, stuur())
        zaak.doe("oppakken")
        zaak.doe("afsluiten", keuze="advies", terugblik=terugblik)
    assert tellingen(huis) == {("2026-11", "medewerker", "ja"): 2}


def test_de_cijfers_zijn_voor_coordinator_en_beheerder_van_de_eigen_gemeente(
    als: Callable[..., Browser], huis: Huis
) -> None:
    with huis.database.schrijven() as sessie:
        for gemeente, antwoord in (("ridderkerk", "ja"), ("kaag-en-braassem", "nee")):
            tel_antwoord(huis, sessie, gemeente=gemeente, van="gezin", antwoord=antwoord)
    for rol in ("coordinator", "beheerder"):
        tekst = als(rol).open("/balie/terugblik").tekst
        assert "november 2026 Kaag en Braassem Gezinnen 0 0 1" in tekst
        assert "Ridderkerk" not in tekst
    assert als("medewerker").open("/balie/terugblik").status == 403


def test_antwoorden_tegelijk_tellen_allemaal(overal: Huis) -> None:
    def een(_: int) -> None:
        with overal.database.schrijven() as sessie:
            tel_antwoord(overal, sessie, gemeente="ridderkerk", van="gezin", antwoord="ja")

    with ThreadPoolExecutor(4) as draden:
        list(draden.map(een, range(12)))
    with overal.database.lezen() as sessie:
        assert [een.aantallen for een in list_maanden(sessie, ["ridderkerk"])] == [{"ja": 12, "deels": 0, "nee": 0}]
