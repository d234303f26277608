"""How an aanmelding ends at the balie: wiped, past its term, withdrawn, changed by the family, or a promise that was missed."""

from __future__ import annotations

from api.aanmelding import service
from api.balie.accounts import zorg_voor_demo
from api.context import Huis
from api.retention import wis_verlopen
from tests.api.balie.case import Zaak, rij_van
from tests.api.balie.conftest import Stuur, meld_aan
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser

GEVAAR = "Het gaat niet goed. Mijn man slaat me en de kinderen zien het. Ik wil hulp."


def test_een_gewiste_aanmelding_is_leeg_en_zegt_waarom(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    service.trek_in(huis, rij_van(huis, kenmerk))
    zaak = Zaak(ans, kenmerk)
    assert ans.status == 200
    assert "De tekst is gewist" in ans.tekst
    assert "Mijn man" not in ans.html
    assert not ans.heeft_form(f"{zaak.pad}/notitie")
    assert "Gewist door het gezin" in ans.open("/balie?toon=dicht").tekst
    assert ans.open(f"{zaak.pad}/print").status == 200


def test_na_de_bewaartermijn_is_de_tekst_weg_en_staat_er_waarom(
    ans: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("afsluiten", keuze="advies")
    klok.verzet(days=huis.settings.bewaar_aanmelding_dagen + 1)
    wis_verlopen(huis)
    meld_aan(ans, "Ans").open(zaak.pad)
    assert "De bewaartermijn is voorbij" in ans.tekst
    assert "Hij slaapt" not in ans.html


def test_intrekken_na_het_oppakken_laat_een_professional_beslissen(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    service.trek_in(huis, rij_van(huis, kenmerk))
    ans.open(zaak.pad)
    assert "Een professional beslist" in ans.tekst
    zaak.doe("afsluiten", keuze="advies")
    assert rij_van(huis, kenmerk).status == "afgesloten"


def test_een_veranderd_nummer_staat_naast_het_oude(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    service.wijzig(huis, rij_van(huis, kenmerk), {"contact": {"telefoon": "06 00000099"}})
    tekst = ans.open(f"/balie/aanmeldingen/{kenmerk}").tekst
    assert "Bel 06 00000099" in tekst
    assert "06 00000012" in tekst.split("door iemand met de code")[1]


def test_een_gemiste_belofte_valt_op(huis: Huis, browser: Browser, stuur: Stuur, klok: Wijzerplaat) -> None:
    kenmerk = stuur()
    klok.verzet(days=9)
    demo = zorg_voor_demo(huis)
    assert demo is not None
    meld_aan(browser, *demo).open(f"/balie/aanmeldingen/{kenmerk}")
    assert "2 dagen te laat" in browser.tekst
    assert "De belofte is voorbij" in browser.tekst
