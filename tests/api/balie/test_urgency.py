"""How urgent: judged by a person under their own name, and on top of the list when nobody did."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from api.aanmelding import service
from api.balie.store import Filter, ids_onbeoordeeld, list_werk
from api.balie.urgency import beoordeeld_voor, open_reden
from api.context import Huis
from knowledge.opening_hours import AMSTERDAM
from tests.api.balie.case import Zaak, familie, logboek, rij_van
from tests.api.balie.conftest import Stuur, stuur_naar
from tests.api.balie.test_worklist import kenmerken, rij
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser

GEVAAR = "Mijn man slaat me en de kinderen zien het."
REDEN = "De jongste is nog geen jaar."


@pytest.mark.parametrize(
    ("nu", "grens"),
    [
        ("2026-11-20 16:59", "2026-11-19 17:00"),
        ("2026-11-20 17:00", "2026-11-20 17:00"),
        ("2026-11-22 12:00", "2026-11-20 17:00"),
        ("2026-11-23 09:00", "2026-11-20 17:00"),
        ("2026-12-28 09:00", "2026-12-24 17:00"),
        ("2026-03-30 09:00", "2026-03-27 17:00"),
    ],
)
def test_beoordelen_moet_voor_het_einde_van_de_werkdag(nu: str, grens: str) -> None:
    moment, verwacht = (datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM) for tekst in (nu, grens))
    assert beoordeeld_voor(moment.astimezone(UTC)) == verwacht


def test_urgentie_staat_op_werklijst_en_dossier_met_naam_tijd_en_reden(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    zaak = Zaak(ans, kenmerk)
    zaak.doe("urgentie", keuze="vandaag", tekst=REDEN)
    for deel in ("De urgentie staat erbij", "Urgentie: vandaag", REDEN, "Bepaald door Ans, vrijdag 20 november"):
        assert deel in ans.tekst
    regel = rij(ans.open("/balie"), kenmerk)
    assert "Urgentie: vandaag" in regel and "door Ans, 20 nov 22.30" in regel and REDEN not in regel
    assert ("Ans", "notitie", f"Urgentie: Vandaag. Reden: {REDEN}") in logboek(huis, kenmerk)


def test_het_gezin_leest_er_niets_van(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur(zorg=GEVAAR)
    Zaak(ans, kenmerk).doe("urgentie", keuze="vandaag", tekst=REDEN)
    tekst = familie(huis, kenmerk)
    assert REDEN not in tekst and "rgentie" not in tekst and "Ans" not in tekst


def test_zonder_reden_of_keuze_gaat_het_niet_door(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    zaak = Zaak(ans, kenmerk := stuur())
    for velden in (
        {"keuze": "vandaag", "tekst": ""},
        {"keuze": "", "tekst": REDEN},
        {"keuze": "regel", "tekst": REDEN},
    ):
        assert zaak.doe("urgentie", **velden).status == 422
        assert "schrijf op waarom" in ans.tekst
    assert rij_van(huis, kenmerk).urgentie is None


def test_wie_een_oude_pagina_heeft_zet_het_oordeel_van_een_collega_niet_om(
    ans: Browser, bert: Browser, huis: Huis, stuur: Stuur
) -> None:
    kenmerk = stuur()
    van_ans, van_bert = Zaak(ans, kenmerk), Zaak(bert, kenmerk)
    van_ans.doe("urgentie", keuze="vandaag", tekst=REDEN)
    assert van_bert.doe("urgentie", keuze="gewoon", tekst="Kan wachten").status == 409
    assert rij_van(huis, kenmerk).urgentie_door == "Ans"
    Zaak(bert, kenmerk).doe("urgentie", keuze="gewoon", tekst="Gebeld, het is opgelost")
    assert (rij_van(huis, kenmerk).urgentie, rij_van(huis, kenmerk).urgentie_door) == ("gewoon", "Bert")


def test_de_reden_is_versleuteld_en_gaat_weg_met_de_tekst(ans: Browser, huis: Huis, stuur: Stuur) -> None:
    kenmerk = stuur()
    Zaak(ans, kenmerk).doe("urgentie", keuze="vandaag", tekst=REDEN)
    open_ = rij_van(huis, kenmerk)
    assert REDEN.encode() not in (open_.urgentie_reden or b"") and open_reden(huis.bos, open_) == REDEN
    service.trek_in(huis, open_)
    assert open_reden(huis.bos, rij_van(huis, kenmerk)) == ""
    assert REDEN not in ans.open(f"/balie/aanmeldingen/{kenmerk}").html


def test_een_teken_dat_niemand_beoordeelde_staat_na_de_werkdag_bovenaan(
    ans: Browser, stuur: Stuur, klok: Wijzerplaat
) -> None:
    klok.moment = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    gewoon = stuur()
    klok.verzet(hours=1)
    gevaar = stuur(zorg=GEVAAR)
    klok.verzet(hours=1)
    nieuw_gevaar = stuur(zorg=GEVAAR)
    Zaak(_aan(ans), gevaar).doe("oppakken")
    assert kenmerken(ans.open("/balie")) == [nieuw_gevaar, gewoon, gevaar]
    assert "Beoordeel vandaag" not in ans.tekst
    klok.moment = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    _aan(ans).open("/balie")
    assert kenmerken(ans)[:2] in ([gevaar, nieuw_gevaar], [nieuw_gevaar, gevaar])
    assert "Beoordeel vandaag" in rij(ans, gevaar) and "Beoordeel vandaag" not in rij(ans, gewoon)
    assert "Beoordeel vandaag" in ans.open(f"/balie/aanmeldingen/{gevaar}").tekst
    Zaak(ans, gevaar).doe("urgentie", keuze="deze_week", tekst="Gesproken, veilig bij oma.")
    assert "Beoordeel vandaag" not in ans.tekst
    assert kenmerken(ans.open("/balie")) == [nieuw_gevaar, gevaar, gewoon]


def _aan(browser: Browser) -> Browser:
    """Signed in again when the clock moved far."""
    browser.open("/balie")
    if browser.pad != "/balie":
        browser.stuur("/balie/aanmelden", naam="Ans", wachtwoord="een-lang-wachtwoord")
    return browser


def test_de_urgentie_bepaalt_de_volgorde(ans: Browser, stuur: Stuur, klok: Wijzerplaat) -> None:
    eerste, tweede, derde, vierde = stuur(), stuur(), stuur(), stuur()
    for kenmerk, keuze in ((vierde, "vandaag"), (derde, "deze_week"), (eerste, "gewoon")):
        Zaak(ans, kenmerk).doe("urgentie", keuze=keuze, tekst=REDEN)
    ans.open("/balie")
    assert kenmerken(ans)[:2] == [vierde, derde]
    assert {*kenmerken(ans)[2:]} == {eerste, tweede}


def test_een_nieuw_teken_na_het_oordeel_vraagt_een_nieuw_oordeel(overal: Huis, klok: Wijzerplaat) -> None:
    stuur = stuur_naar(overal)
    kenmerken_ = stuur(zorg=GEVAAR), stuur(zorg=GEVAAR), stuur(zorg=GEVAAR)
    ids = [rij_van(overal, kenmerk).id for kenmerk in kenmerken_]
    klok.verzet(minutes=5)
    with overal.database.schrijven() as sessie:
        for kenmerk in kenmerken_[1:]:
            een = rij_van(overal, kenmerk)
            een.urgentie, een.urgentie_op, een.urgentie_door = "gewoon", klok(), "Ans"
            sessie.merge(een)
    klok.verzet(minutes=5)
    service.schrijf_bij(overal, rij_van(overal, kenmerken_[2]), GEVAAR)
    morgen = klok() + timedelta(days=1)
    with overal.database.lezen() as sessie:
        assert ids_onbeoordeeld(sessie, ids, morgen) == {ids[0], ids[2]}
        assert ids_onbeoordeeld(sessie, ids, klok() - timedelta(minutes=1)) == {ids[0]}
        volgorde = list_werk(sessie, Filter("kaag-en-braassem"), vanaf=0, aantal=9, grens=morgen)
    assert [een.kenmerk for een in volgorde][-1] == kenmerken_[1]
