"""Consults at the balie: a list of their own, of the own team, every opening written down, and one colleague at a time."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from api.context import Huis
from api.database.tables import Inzage
from tests.api.balie.conftest import meld_aan
from tests.api.conftest import Wijzerplaat
from tests.api.consult.conftest import Vraag
from tests.api.pages.browser import Browser
from tests.api.veiligheid.conftest import GEVAAR
from tests.api.veiligheid.requests import CONSULT

LIJST = "/balie/consulten"
ALS = Callable[..., Browser]


def gevraagd(vraag: Vraag, **velden: str | None) -> str:
    return str(vraag(**velden).json()["kenmerk"])


def inzage(huis: Huis) -> list[tuple[str, str]]:
    with huis.database.lezen() as sessie:
        return [(rij.wat, rij.kenmerk) for rij in sessie.scalars(select(Inzage).order_by(Inzage.id)) if rij.kenmerk]


def doe(browser: Browser, kenmerk: str, stap: str) -> Browser:
    return browser.open(f"{LIJST}/{kenmerk}").stuur(f"{LIJST}/{kenmerk}/{stap}")


def test_de_lijst_zegt_niet_wie_het_vroeg_en_het_menu_telt(huis: Huis, ans: Browser, vraag: Vraag) -> None:
    assert "Consulten (" not in ans.open("/balie").tekst
    kenmerk = gevraagd(vraag)
    assert "Consulten (1)" in ans.open("/balie").tekst
    ans.open(LIJST)
    assert kenmerk in ans.tekst
    for woord in (CONSULT["naam"], CONSULT["organisatie"], CONSULT["telefoon"], CONSULT["zin"]):
        assert woord not in ans.html
    assert inzage(huis) == []


def test_wie_een_consult_opent_staat_in_het_logboek(huis: Huis, ans: Browser, vraag: Vraag) -> None:
    kenmerk = gevraagd(vraag)
    ans.open(f"{LIJST}/{kenmerk}")
    for woord in (CONSULT["naam"], CONSULT["organisatie"], CONSULT["zin"], CONSULT["bereikbaar"], "tel:0600000013"):
        assert woord in ans.html
    assert inzage(huis) == [("consult gelezen", kenmerk)]


def test_oppakken_proberen_klaar_en_weer_open(huis: Huis, ans: Browser, vraag: Vraag) -> None:
    kenmerk = gevraagd(vraag)
    for stap, stand in (("oppakken", "Opgepakt"), ("geprobeerd", "1 keer geprobeerd"), ("geprobeerd", "2 keer")):
        assert stand in doe(ans, kenmerk, stap).tekst
    doe(ans, kenmerk, "gedaan")
    assert kenmerk not in ans.open(LIJST).tekst
    assert kenmerk in ans.open(f"{LIJST}?toon=dicht").tekst
    doe(ans, kenmerk, "heropenen")
    assert kenmerk in ans.open(LIJST).tekst
    gedaan = [wat for wat, _ in inzage(huis) if wat != "consult gelezen"]
    assert gedaan == ["consult oppakken", *["consult geprobeerd"] * 2, "consult gedaan", "consult heropenen"]


def test_wie_later_drukt_dan_een_collega_verandert_niets(ans: Browser, bert: Browser, vraag: Vraag) -> None:
    kenmerk = gevraagd(vraag)
    ans.open(f"{LIJST}/{kenmerk}")
    doe(bert, kenmerk, "oppakken")
    ans.stuur(f"{LIJST}/{kenmerk}/oppakken")
    assert "Een collega was je net voor" in ans.tekst
    assert "Door Bert" in ans.tekst


def test_bovenaan_staat_wat_over_de_dag_is_dan_wat_haast_heeft(ans: Browser, klok: Wijzerplaat, vraag: Vraag) -> None:
    oud = gevraagd(vraag, urgentie="kan_wachten")
    klok.verzet(days=10)
    rustig, snel = gevraagd(vraag, urgentie="kan_wachten"), gevraagd(vraag, urgentie="vandaag")
    html = meld_aan(ans, "Ans").open(LIJST).html
    assert html.index(oud) < html.index(snel) < html.index(rustig)
    assert "dagen te laat" in html


def test_een_teken_van_gevaar_staat_erbij_maar_niet_welke_woorden(ans: Browser, vraag: Vraag) -> None:
    kenmerk = gevraagd(vraag, zin=GEVAAR)
    assert "Teken van gevaar" in ans.open(LIJST).tekst
    assert "zelfdoding-plan" in ans.open(f"{LIJST}/{kenmerk}").tekst


def test_een_ander_team_ziet_het_niet_en_dat_staat_in_het_logboek(huis: Huis, als: ALS, vraag: Vraag) -> None:
    noord = next(k for k in huis.gemeente("ridderkerk").kernen if k.team == "jgt-ridderkerk-noord")
    kenmerk = str(vraag(gemeente="ridderkerk", kern=noord.id).json()["kenmerk"])
    zonder = str(vraag(gemeente="ridderkerk", kern=None).json()["kenmerk"])
    eigen = als("medewerker", gemeente="ridderkerk", team="jgt-ridderkerk-noord")
    ander = als("medewerker", gemeente="ridderkerk", team="jgt-ridderkerk-zuid")
    coordinator = als("coordinator", gemeente="ridderkerk")
    assert (kenmerk in eigen.open(LIJST).tekst, zonder in eigen.tekst) == (True, False)
    assert kenmerk not in ander.open(LIJST).tekst
    assert ander.open(f"{LIJST}/{kenmerk}").status == 404
    assert ("consult geweigerd", kenmerk) in inzage(huis)
    assert {kenmerk, zonder} <= set(coordinator.open(LIJST).tekst.split())


def test_de_vaste_contactpersoon_van_die_plek_staat_erbij(ans: Browser, vraag: Vraag) -> None:
    kenmerk = gevraagd(vraag, organisatie="De Voorbeeldboom")
    assert "Aanwezig op maandag en donderdag" in ans.open(f"{LIJST}/{kenmerk}").tekst


def test_een_consult_met_alleen_wat_moet_is_te_openen(ans: Browser, vraag: Vraag) -> None:
    kenmerk = gevraagd(vraag, zin=None, bereikbaar=None, kern=None)
    assert ans.open(f"{LIJST}/{kenmerk}").status == 200
    assert "Niets bij geschreven" in ans.tekst
