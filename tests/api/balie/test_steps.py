"""Each step at the balie: who was first, what happened earlier, to whom it went, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from api.aanmelding import service
from api.balie.steps import STAPPEN
from api.context import Huis
from api.problem import Probleem
from tests.api.balie.case import Zaak, familie, logboek, rij_van
from tests.api.balie.conftest import Stuur, stuur_naar
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser

VERHAAL = "Lang gesproken over slapen en over oma."


def getypt(browser: Browser, action: str) -> str:
    """What stands in the field of this form."""
    return dict(browser.form(action).velden)["tekst"]


def test_wie_te_laat_is_ziet_wat_de_ander_deed_en_houdt_wat_er_getypt_is(
    ans: Browser, bert: Browser, huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur()
    Zaak(ans, kenmerk).doe("oppakken")
    van_ans, van_bert = Zaak(ans, kenmerk), Zaak(bert, kenmerk)
    van_ans.doe("contact_gelukt", keuze="telefoon")
    van_bert.doe("contact_gelukt", keuze="kantoor", tekst=VERHAAL)
    assert bert.status == 409
    assert "contact gehad, door Ans" in bert.tekst and "Wat je typte staat er nog" in bert.tekst
    assert getypt(bert, f"{van_bert.pad}/contact_gelukt") == VERHAAL
    assert VERHAAL not in str(logboek(huis, kenmerk))
    assert bert.stuur(f"{van_bert.pad}/contact_gelukt").status == 200
    assert ("Bert", "notitie", VERHAAL) in logboek(huis, kenmerk)


def test_is_de_stap_weg_dan_blijft_de_tekst_als_notitie_klaarstaan(
    ans: Browser, bert: Browser, huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur()
    Zaak(ans, kenmerk).doe("oppakken")
    van_ans, van_bert = Zaak(ans, kenmerk), Zaak(bert, kenmerk)
    van_ans.doe("overdragen", keuze="huisarts", tekst="Gebeld met de praktijk")
    assert van_bert.doe("afsluiten", keuze="advies", tekst=VERHAAL).status == 409
    assert not bert.heeft_form(f"{van_bert.pad}/afsluiten")
    assert "overgedragen, door Ans" in bert.tekst, "de stap, niet de notitie die erbij hoort"
    assert getypt(bert, f"{van_bert.pad}/notitie") == VERHAAL
    bert.stuur(f"{van_bert.pad}/notitie")
    assert logboek(huis, kenmerk)[-1] == ("Bert", "notitie", VERHAAL)
    assert rij_van(huis, kenmerk).status == "overgedragen"


def test_schreef_het_gezin_ertussen_dan_sluit_niemand_af_zonder_dat_te_lezen(
    ans: Browser, huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    service.schrijf_bij(huis, rij_van(huis, kenmerk), "We zijn er nog niet uit.")
    assert zaak.doe("afsluiten", keuze="advies").status == 409
    assert "bericht, door het gezin" in ans.tekst and "We zijn er nog niet uit." in ans.tekst
    assert ans.stuur(f"{zaak.pad}/afsluiten", keuze="advies").status == 200
    assert rij_van(huis, kenmerk).uitkomst == "advies"


def test_twee_keer_op_de_knop_is_een_stap(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    data = ans.form(f"{zaak.pad}/oppakken").velden
    assert ans.post(f"{zaak.pad}/oppakken", data).status == 200
    assert ans.post(f"{zaak.pad}/oppakken", data).status == 200
    assert [soort for _, soort, _ in logboek(huis, kenmerk)] == ["ontvangen", "opgepakt"]


def test_een_poging_van_eerder_houdt_haar_eigen_tijd(ans: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat) -> None:
    klok.moment = datetime(2026, 11, 18, 8, 0, tzinfo=UTC)
    kenmerk = stuur()
    klok.moment = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
    zaak = Zaak(_opnieuw(ans), kenmerk)
    zaak.doe("oppakken")
    zaak.doe("contact_geprobeerd", keuze="gebeld_geen_gehoor", gebeurd_op="2026-11-19T10:15")
    assert "donderdag 19 november om 10.15 uur : Gebeld, geen gehoor (Ans)" in ans.tekst
    gezin = service.lees(huis, rij_van(huis, kenmerk)).logboek[-1]
    assert gezin.op == datetime(2026, 11, 19, 9, 15, tzinfo=UTC)
    for onzin in ("2026-11-17T10:15", "2026-11-21T10:15", "gisteren"):
        assert zaak.doe("contact_geprobeerd", keuze="mail", tekst=VERHAAL, gebeurd_op=onzin).status == 422
        assert "Deze dag of tijd kan niet" in ans.tekst
        assert getypt(ans, f"{zaak.pad}/contact_geprobeerd") == VERHAAL


def _opnieuw(browser: Browser) -> Browser:
    browser.open("/balie")
    if browser.pad != "/balie":
        browser.stuur("/balie/aanmelden", naam="Ans", wachtwoord="een-lang-wachtwoord")
    return browser


def test_nam_iemand_anders_op_dan_leest_het_gezin_dat_niet(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("contact_geprobeerd", keuze="gebeld_ander")
    assert "Gebeld, niet gesproken" in familie(huis, kenmerk)
    assert "iemand anders" not in familie(huis, kenmerk)
    assert ("Ans", "notitie", "Gebeld, iemand anders nam op") in logboek(huis, kenmerk)


@pytest.mark.parametrize(("keuze", "leest"), [("school", "School"), ("veilig_thuis", "Een andere organisatie")])
def test_overdragen_zegt_aan_wie_maar_nooit_een_soort_gevaar(
    ans: Browser, huis: Huis, stuur: Stuur, keuze: str, leest: str
) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    assert zaak.doe("overdragen", tekst="Aan de intern begeleider").status == 422
    zaak.doe("overdragen", keuze=keuze, tekst="Aan de intern begeleider")
    assert rij_van(huis, kenmerk).status == "overgedragen"
    gezin = familie(huis, kenmerk)
    assert leest in gezin
    assert "begeleider" not in gezin and "Veilig" not in gezin
    assert "Aan de intern begeleider" in ans.tekst


def test_een_collega_neemt_over(ans: Browser, bert: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("oppakken")
    assert not ans.heeft_form(f"{zaak.pad}/overnemen")
    Zaak(bert, kenmerk).doe("overnemen")
    assert rij_van(huis, kenmerk).opgepakt_door == "Bert"
    assert "Bert" not in familie(huis, kenmerk)


def test_doorgeven_aan_een_ander_team_haalt_het_van_deze_lijst(
    als: Callable[..., Browser], huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur(gemeente="ridderkerk", kern="bolnes")
    noord = als("medewerker", gemeente="ridderkerk", team="jgt-ridderkerk-noord")
    zaak = Zaak(noord, kenmerk)
    zaak.doe("oppakken")
    zaak.doe("doorgeven", keuze="jgt-ridderkerk-noord")
    assert noord.status == 422, "het eigen team is geen ander team"
    zaak.doe("doorgeven", keuze="jgt-ridderkerk-zuid", tekst="Kind woont in Zuid")
    assert noord.pad == "/balie"
    rij = rij_van(huis, kenmerk)
    assert (rij.team, rij.opgepakt_door, rij.status) == ("jgt-ridderkerk-zuid", None, "opgepakt")
    zuid = als("medewerker", gemeente="ridderkerk", team="jgt-ridderkerk-zuid")
    Zaak(zuid, kenmerk).doe("overnemen")
    assert zuid.status == 200 and "Kind woont in Zuid" in zuid.tekst
    assert "Kind woont in Zuid" not in familie(huis, kenmerk)


def test_met_een_team_kan_niemand_doorgeven(ans: Browser, stuur: Stuur) -> None:
    zaak = Zaak(ans, stuur())
    assert not ans.heeft_form(f"{zaak.pad}/doorgeven")


def test_een_afgeronde_aanmelding_trekt_niemand_meer_in(overal: Huis, klok: Wijzerplaat) -> None:
    kenmerk = stuur_naar(overal)()
    with overal.database.schrijven() as sessie:
        rij = rij_van(overal, kenmerk)
        rij.status = "afgesloten"
        sessie.merge(rij)
    with pytest.raises(Probleem) as fout:
        service.trek_in(overal, rij_van(overal, kenmerk))
    assert fout.value.status == 409 and "al afgerond" in fout.value.detail
    assert rij_van(overal, kenmerk).status == "afgesloten"


def test_elke_stap_staat_in_de_tabel_van_toestanden_of_verandert_de_toestand_niet() -> None:
    for stap in STAPPEN.values():
        assert stap.beweegt != bool(stap.van), stap.naam
