"""A belofte that was missed: on top of the list, with the coordinator, and said plainly to the family."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from api.aanmelding import store
from api.balie import work
from api.balie.missed import escaleer
from api.context import Huis
from api.database.tables import Inzage, LeveringRij
from tests.api.balie.case import Zaak, logboek, rij_van
from tests.api.balie.conftest import Stuur, stuur_naar
from tests.api.balie.test_worklist import GEVAAR, kenmerken, rij
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser
from tests.api.veiligheid.requests import toegang_tot


def zet(huis: Huis, kenmerk: str, **kolommen: object) -> None:
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij_van(huis, kenmerk), **kolommen)


def test_te_laat_staat_boven_urgentie_en_onder_ongelezen_gevaar(
    ans: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    klok.verzet(days=-9)
    laat, later = stuur(), stuur()
    klok.verzet(days=9)
    nieuw, vandaag, gevaar = stuur(), stuur(), stuur(zorg=GEVAAR)
    for kenmerk in (vandaag, later):
        zet(huis, kenmerk, urgentie="vandaag", urgentie_door="Ans", urgentie_op=klok())
    ans.open("/balie")
    assert kenmerken(ans) == [gevaar, later, laat, vandaag, nieuw]
    assert "2 gezinnen wachten langer dan beloofd" in ans.tekst
    assert kenmerken(ans.open("/balie?toon=te_laat")) == [later, laat]


def test_wie_al_gesproken_heeft_is_niet_te_laat(ans: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat) -> None:
    klok.verzet(days=-9)
    gesproken, gesloten, opgepakt = stuur(), stuur(), stuur()
    zet(huis, gesproken, status="contact_gelukt")
    zet(huis, gesloten, status="afgesloten")
    zet(huis, opgepakt, status="opgepakt")
    klok.verzet(days=9)
    assert escaleer(huis) == 1
    assert kenmerken(ans.open("/balie?toon=te_laat")) == [opgepakt]


def test_gaat_een_keer_naar_de_coordinator_met_een_regel_bij_gezin_en_in_het_logboek(
    overal: Huis, klok: Wijzerplaat
) -> None:
    kenmerk = stuur_naar(overal)()
    klok.verzet(days=6)
    assert escaleer(overal) == 0
    klok.verzet(days=2)
    assert [escaleer(overal), escaleer(overal)] == [1, 0]
    assert logboek(overal, kenmerk)[-1] == ("Voordeur", "belofte_gemist", None)
    with overal.database.lezen() as sessie:
        regel = sessie.scalars(select(Inzage)).one()
        assert not list(sessie.scalars(select(LeveringRij)))
    assert (regel.wie, regel.wat, regel.kenmerk) == ("Voordeur", "belofte gemist, naar coordinator", kenmerk)


def test_een_coordinator_leest_wat_te_doen_en_een_medewerker_dat_zij_het_weet(
    als: Callable[..., Browser], huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur(gemeente="ridderkerk", kern="bolnes")
    klok.verzet(days=8)
    escaleer(huis)
    zegt = {"coordinator": "Regel als coördinator", "medewerker": "De coördinator ziet dit ook"}
    for rol, woorden in zegt.items():
        browser = als(rol, gemeente="ridderkerk", team="jgt-ridderkerk-noord").open("/balie")
        assert woorden in browser.tekst and "Een gezin wacht langer dan beloofd" in browser.tekst
        assert "Bij de coördinator sinds" in rij(browser, kenmerk)
    ander = als("coordinator", gemeente="ridderkerk", team="jgt-ridderkerk-zuid").open("/balie")
    assert "langer dan beloofd" not in ander.tekst


def test_een_excuus_ligt_klaar_tot_het_gestuurd_is(ans: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat) -> None:
    klok.verzet(days=-8)
    kenmerk = stuur()
    klok.verzet(days=8)
    escaleer(huis)
    zaak = Zaak(ans, kenmerk)
    velden = dict(ans.form(f"{zaak.pad}/bericht").velden)
    assert velden["tekst"].startswith("Je zou uiterlijk donderdag 19 november 2026 van ons horen.")
    zaak.doe("bericht")
    assert logboek(huis, kenmerk)[-1] == ("Ans", "bericht", velden["tekst"])
    assert dict(ans.open(zaak.pad).form(f"{zaak.pad}/bericht").velden)["tekst"] == ""
    assert not work.STAPPEN["bericht"].beweegt


def test_het_gezin_leest_sorry_en_wat_er_nu_gebeurt(
    browser: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    klok.verzet(days=8)
    escaleer(huis)
    browser.client.cookies.set("voordeur", f"...{kenmerk}.{toegang_tot(huis, kenmerk)}")
    tekst = browser.open("/aanmelding").tekst
    for woorden in (
        "Sorry. We waren te laat",
        "Dat spijt ons",
        "coördinator",
        "niet opnieuw te vertellen",
        "Kan het echt niet wachten",
    ):
        assert woorden in tekst
    zet(huis, kenmerk, status="contact_gelukt")
    assert "Sorry" not in browser.open("/aanmelding").tekst


def test_na_een_noodkreet_blijft_het_veiligheidsantwoord_ook_na_het_escaleren(
    browser: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    klok.verzet(days=8)
    browser.client.cookies.set("voordeur", f"...{kenmerk}.{toegang_tot(huis, kenmerk)}")
    browser.open("/aanmelding").stuur("/aanmelding/bericht", tekst=GEVAAR)
    escaleer(huis)
    assert logboek(huis, kenmerk)[-1][1] == "belofte_gemist"
    assert 'class="stapel" role="alert"' in browser.open("/aanmelding").html
