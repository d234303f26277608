"""Signing in with the account of the gemeente: who comes in, in which role, with which second step, and how to go out."""

from __future__ import annotations

from collections.abc import Iterator

import pyotp
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.balie.accounts import maak_medewerker
from api.balie.oidc.people import koppel
from api.context import Huis
from api.database.tables import Medewerker, Zitting
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.balie.oidc.conftest import HIER, Bureau, MaakHuis, aanbieder, inzagen, medewerkers
from tests.api.balie.oidc.provider import Provider
from tests.api.balie.test_second_step import STAP, geheim_op
from tests.api.conftest import Wijzerplaat, client_van
from tests.api.pages.browser import Browser

NAAR = '<meta http-equiv="refresh" content="0;url={}">'


@pytest.fixture
def echt(live: Huis) -> Iterator[Bureau]:
    """Where a second step is needed."""
    with client_van(live) as client:
        yield Bureau(client)


def test_de_knop_staat_er_alleen_als_de_gemeente_een_aanbieder_heeft(
    browser: Browser, huis: Huis, maak_huis: MaakHuis
) -> None:
    assert "Aanmelden met je account van Ridderkerk" in browser.open("/balie/aanmelden").tekst
    huis.settings.oidc_bestand = None
    del huis.settings.aanbieders
    del huis.__dict__["aanbieders"]
    assert "account van" not in browser.open("/balie/aanmelden").tekst
    assert browser.open(f"/balie/oidc/{HIER}").status == 404


def test_de_eerste_keer_wordt_er_een_account_gemaakt_en_daarna_niet_nog_een(
    bureau: Bureau, huis: Huis, client: TestClient
) -> None:
    assert NAAR.format("/balie") in bureau.meld_aan().html
    assert "Werklijst Ridderkerk" in bureau.browser.open("/balie").tekst
    assert medewerkers(huis) == [("Ans de Wit", "coordinator", None)]
    bureau.meld_aan()
    assert len(medewerkers(huis)) == 1
    assert inzagen(huis) == [
        ("Ans de Wit", "gebruiker gemaakt bij aanmelden: 1, coordinator"),
        ("Ans de Wit", "aangemeld bij de gemeente"),
        ("Ans de Wit", "aangemeld bij de gemeente"),
    ]


def test_zonder_rol_komt_niemand_binnen_en_wordt_er_niets_gemaakt(
    bureau: Bureau, huis: Huis, provider: Provider
) -> None:
    for rollen in ([], ["iets-anders"], ["jgt-weg-team"], None, "jgt-alle", [{"naam": "jgt-alles"}]):
        provider.persoon["roles"] = rollen
        pagina = bureau.meld_aan()
        assert pagina.status == 403
        assert "je hebt nog geen rol bij de balie" in pagina.tekst
        assert bureau.browser.open("/balie").pad == "/balie/aanmelden"
    assert medewerkers(huis) == []
    assert set(inzagen(huis)) == {("Voordeur", "aanmelden bij de gemeente geweigerd: geen rol")}


def test_de_eerste_regel_die_past_geeft_rol_en_team_en_een_andere_rol_geldt_bij_het_volgende_aanmelden(
    bureau: Bureau, huis: Huis, provider: Provider
) -> None:
    provider.persoon["roles"] = "jgt-noord"
    bureau.meld_aan()
    assert medewerkers(huis) == [("Ans de Wit", "medewerker", "jgt-ridderkerk-noord")]
    provider.persoon["roles"] = ["jgt-noord", "jgt-alles"]
    bureau.meld_aan()
    assert medewerkers(huis) == [("Ans de Wit", "coordinator", None)]
    assert ("Ans de Wit", "rol coordinator bij aanmelden: 1") in inzagen(huis)


def test_wie_geen_rol_meer_heeft_is_ook_op_de_andere_computer_uit(
    bureau: Bureau, huis: Huis, provider: Provider
) -> None:
    bureau.meld_aan()
    provider.persoon["roles"] = []
    with client_van(huis) as ander:
        assert Bureau(ander).meld_aan().status == 403
    assert bureau.browser.open("/balie").pad == "/balie/aanmelden"
    assert ("Ans de Wit", "aanmelden bij de gemeente geweigerd: geen rol") in inzagen(huis)


def test_wie_weg_is_komt_niet_terug_zonder_beheerder(bureau: Bureau, huis: Huis, klok: Wijzerplaat) -> None:
    bureau.meld_aan()
    with huis.database.schrijven() as sessie:
        sessie.scalars(select(Medewerker)).one().weg_op = klok()
    pagina = bureau.meld_aan()
    assert (pagina.status, "kan niet meer bij deze balie" in pagina.tekst) == (403, True)
    assert len(medewerkers(huis)) == 1


def test_ook_niet_met_een_nieuw_nummer_bij_de_gemeente(
    bureau: Bureau, huis: Huis, provider: Provider, klok: Wijzerplaat
) -> None:
    bureau.meld_aan()
    with huis.database.schrijven() as sessie:
        sessie.scalars(select(Medewerker)).one().weg_op = klok()
    provider.persoon["sub"] = "a2"
    assert "al een account met jouw naam" in bureau.meld_aan().tekst
    assert len(medewerkers(huis)) == 1


def test_een_account_met_een_wachtwoord_wordt_nooit_vanzelf_overgenomen_alleen_een_beheerder_koppelt(
    bureau: Bureau, huis: Huis, provider: Provider
) -> None:
    maak_medewerker(huis, "ans de wit", WACHTWOORD, HIER)
    assert bureau.meld_aan().status == 403
    with huis.database.schrijven() as sessie:
        rij = sessie.scalars(select(Medewerker)).one()
        koppel(huis, sessie, rij, huis.settings.aanbieders[HIER], "a1")
    assert bureau.meld_aan().status == 200
    assert [naam for naam, _, _ in medewerkers(huis)] == ["ans de wit"]


def test_twee_mensen_met_dezelfde_naam_zijn_twee_accounts(bureau: Bureau, huis: Huis, provider: Provider) -> None:
    bureau.meld_aan()
    provider.persoon["sub"] = "b2"
    bureau.meld_aan()
    assert [naam for naam, _, _ in medewerkers(huis)] == ["Ans de Wit", "Ans de Wit 2"]


def test_hetzelfde_mailadres_of_een_andere_naam_verandert_niet_wie_iemand_is(
    bureau: Bureau, huis: Huis, provider: Provider
) -> None:
    provider.persoon |= {"email": "ans@gemeente.example"}
    bureau.meld_aan()
    provider.persoon |= {"name": "Ans Bos"}
    bureau.meld_aan()
    provider.persoon |= {"sub": "c3", "name": "Cor"}
    bureau.meld_aan()
    assert [naam for naam, _, _ in medewerkers(huis)] == ["Ans de Wit", "Cor"]


@pytest.mark.parametrize("naam", ["", "Voordeur", "  ", 12, "\x00"])
def test_zonder_bruikbare_naam_krijgt_iemand_een_nummer(
    bureau: Bureau, huis: Huis, provider: Provider, naam: object
) -> None:
    provider.persoon["name"] = naam
    assert bureau.meld_aan().status == 200
    assert medewerkers(huis)[0][0].startswith("Medewerker ")


def test_een_ander_nummer_en_een_rol_die_dieper_staat(maak_huis: MaakHuis, provider: Provider) -> None:
    provider.persoon |= {"oid": "o-1", "realm_access": {"roles": ["jgt-beheer"]}}
    huis = maak_huis(aanbieder(provider, id_claim="oid", rol_claim="realm_access.roles"))
    with client_van(huis) as client:
        bureau = Bureau(client)
        bureau.meld_aan()
        provider.persoon["sub"] = "elke keer anders"
        bureau.meld_aan()
        assert medewerkers(huis) == [("Ans de Wit", "beheerder", None)]
        assert bureau.browser.open("/balie/logboek").status == 200
        del provider.persoon["oid"]
        assert bureau.meld_aan().status == 401


def test_een_account_van_een_andere_gemeente_komt_hier_niet_in(maak_huis: MaakHuis, provider: Provider) -> None:
    ander = aanbieder(provider, gemeente="kaag-en-braassem", rollen=[{"waarde": "jgt-alles", "rol": "coordinator"}])
    huis = maak_huis(aanbieder(provider), ander)
    with client_van(huis) as client:
        Bureau(client).meld_aan()
        assert Bureau(client, "kaag-en-braassem").meld_aan().status == 403
        assert Browser(client).open("/balie").pad == "/balie", "wie al binnen was blijft dat, bij de eigen gemeente"
    assert len(medewerkers(huis)) == 1


# The second step -------------------------------------------------------------------------------------------------------


def test_zag_de_gemeente_een_tweede_stap_dan_vraagt_de_balie_er_geen(echt: Bureau, provider: Provider) -> None:
    provider.persoon["amr"] = ["pwd", "mfa"]
    assert NAAR.format("/balie") in echt.meld_aan().html
    assert echt.browser.open("/balie").pad == "/balie"


@pytest.mark.parametrize("amr", [None, [], ["pwd"], ["otp"]])
def test_zag_de_gemeente_er_geen_dan_komt_de_onze(
    echt: Bureau, provider: Provider, klok: Wijzerplaat, amr: list[str] | None
) -> None:
    if amr is not None:
        provider.persoon["amr"] = amr
    assert NAAR.format(STAP) in echt.meld_aan().html
    assert echt.browser.open("/balie").pad == "/balie/aanmelden"
    echt.meld_aan()
    geheim = geheim_op(echt.browser.open(STAP))
    echt.browser.stuur(STAP, tweede_stap=pyotp.TOTP(geheim).at(klok()))
    assert echt.browser.open("/balie").pad == "/balie"
    klok.verzet(seconds=60)
    echt.meld_aan()
    assert echt.browser.open(STAP).stuur(STAP, tweede_stap=pyotp.TOTP(geheim).at(klok())).pad == "/balie"


def test_is_er_niet_gezegd_hoe_je_dat_ziet_dan_geldt_onze_tweede_stap(maak_huis: MaakHuis, provider: Provider) -> None:
    huis = maak_huis(aanbieder(provider, tweede_stap=None))
    huis.settings.live = True
    provider.persoon["amr"] = ["mfa"]
    with client_van(huis) as client:
        assert NAAR.format(STAP) in Bureau(client).meld_aan().html


def test_onze_tweede_stap_moet_binnen_drie_dagen_ingesteld_zijn(echt: Bureau, klok: Wijzerplaat) -> None:
    echt.meld_aan()
    klok.verzet(days=4)
    assert "is voorbij" in echt.meld_aan().tekst


# Where to, and out -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verder", "naar"),
    [
        ("/balie/logboek?zoek=a", "/balie/logboek?zoek=a"),
        ("https://kwaad.example", "/balie"),
        ("//kwaad.example", "/balie"),
        ("/balie/veiligheid\\..", "/balie"),
        ('/balie/logboek"><script>', "/balie/logboek&#34;&gt;&lt;script&gt;"),
    ],
)
def test_daarna_ga_je_verder_en_nooit_naar_een_andere_site(bureau: Bureau, verder: str, naar: str) -> None:
    assert NAAR.format(naar) in bureau.meld_aan(verder).html


def test_de_koek_van_voor_het_aanmelden_wordt_geen_zitting(bureau: Bureau, client: TestClient, huis: Huis) -> None:
    bureau.browser.open("/balie/aanmelden")
    ervoor = client.cookies["voordeur_balie"]
    bureau.meld_aan()
    assert client.cookies["voordeur_balie"] != ervoor
    assert "voordeur_oidc" not in client.cookies
    client.cookies.clear()
    client.cookies.set("voordeur_balie", ervoor, path="/balie")
    assert bureau.browser.open("/balie").pad == "/balie/aanmelden"


def test_de_koek_onderweg_is_alleen_voor_deze_weg_en_kort(client: TestClient) -> None:
    koek = client.get(f"/balie/oidc/{HIER}", follow_redirects=False).headers["set-cookie"].lower()
    for deel in ("httponly", "samesite=lax", "path=/balie/oidc", "max-age=600"):
        assert deel in koek
    veilig = client.get(f"https://testserver/balie/oidc/{HIER}", follow_redirects=False).headers["set-cookie"].lower()
    assert "secure" in veilig


def test_afmelden_eindigt_de_zitting_en_wijst_de_weg_naar_afmelden_bij_de_gemeente(
    bureau: Bureau, huis: Huis, client: TestClient, provider: Provider
) -> None:
    bureau.meld_aan()
    uit = bureau.browser.open("/balie").stuur("/balie/afmelden")
    assert "Bij Ridderkerk ben je nog aangemeld" in uit.tekst
    with huis.database.lezen() as sessie:
        assert sessie.scalars(select(Zitting)).all() == []
    elders = client.get(f"/balie/oidc/{HIER}/afmelden", follow_redirects=False).headers["location"]
    assert elders.startswith(f"{provider.adres}/afmelden?client_id=voordeur&post_logout_redirect_uri=")


def test_wie_met_een_wachtwoord_kwam_krijgt_dat_niet_te_lezen(huis: Huis, browser: Browser) -> None:
    maak_medewerker(huis, "Bert", WACHTWOORD, HIER)
    meld_aan(browser, "Bert")
    assert "ben je nog aangemeld" not in browser.stuur("/balie/afmelden").tekst


def test_zonder_wachtwoord_is_er_ook_geen_dat_past(bureau: Bureau, browser: Browser) -> None:
    bureau.meld_aan()
    bureau.browser.open("/balie").stuur("/balie/afmelden")
    for wachtwoord in ("", "None", WACHTWOORD):
        assert meld_aan(browser, "Ans de Wit", wachtwoord).status == 401
