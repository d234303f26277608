"""A sign of danger is judged on the same working day by a person, else the coordinator gets it."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from api.aanmelding import service
from api.balie.missed import escaleer_beoordeling
from api.context import Huis
from api.database.tables import Inzage, LeveringRij
from tests.api.balie.case import Zaak, familie, logboek, rij_van
from tests.api.balie.conftest import Stuur, meld_aan, stuur_naar
from tests.api.balie.test_missed import GEVAAR
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser

OCHTEND = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
AVOND = datetime(2026, 11, 23, 16, 5, tzinfo=UTC)  # five past five in the Netherlands
NOTITIE = ("Voordeur", "notitie", "Niet op dezelfde werkdag beoordeeld. Staat nu bij de coördinator.")


def test_wat_om_vijf_uur_niet_beoordeeld_is_gaat_een_keer_naar_de_coordinator(overal: Huis, klok: Wijzerplaat) -> None:
    klok.moment = OCHTEND
    gewoon, gevaar = stuur_naar(overal)(), stuur_naar(overal)(zorg=GEVAAR)
    assert escaleer_beoordeling(overal) == 0, "de werkdag is nog bezig"
    klok.moment = AVOND
    assert [escaleer_beoordeling(overal), escaleer_beoordeling(overal)] == [1, 0]
    assert logboek(overal, gevaar)[-1] == NOTITIE
    assert NOTITIE not in logboek(overal, gewoon)
    with overal.database.lezen() as sessie:
        regel = sessie.scalars(select(Inzage)).one()
        assert not list(sessie.scalars(select(LeveringRij))), "er staat geen mail aan"
    assert (regel.wat, regel.kenmerk) == ("teken niet beoordeeld, naar coordinator", gevaar)


def test_het_gezin_leest_niets_van_een_teken(overal: Huis, klok: Wijzerplaat) -> None:
    klok.moment = OCHTEND
    kenmerk = stuur_naar(overal)(zorg=GEVAAR)
    eerder = familie(overal, kenmerk)
    klok.moment = AVOND
    escaleer_beoordeling(overal)
    assert familie(overal, kenmerk) == eerder


def test_in_het_weekend_wacht_het_tot_het_einde_van_maandag(overal: Huis, klok: Wijzerplaat) -> None:
    klok.moment = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    kenmerk = stuur_naar(overal)(zorg=GEVAAR)
    klok.moment = OCHTEND
    assert escaleer_beoordeling(overal) == 0
    klok.moment = AVOND
    assert escaleer_beoordeling(overal) == 1
    assert rij_van(overal, kenmerk).onbeoordeeld_op == AVOND


def test_wie_oordeelt_haalt_het_merk_weg_en_een_nieuw_teken_gaat_opnieuw(
    ans: Browser, huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    klok.moment = OCHTEND
    kenmerk = stuur(zorg=GEVAAR)
    klok.moment = AVOND
    escaleer_beoordeling(huis)
    zaak = Zaak(meld_aan(ans, "Ans"), kenmerk)
    assert "Beoordeling bij de coördinator sinds 23 nov 17.05" in ans.tekst
    zaak.doe("urgentie", keuze="deze_week", tekst="Gesproken met moeder")
    assert "Beoordeling bij de coördinator" not in ans.tekst
    assert rij_van(huis, kenmerk).onbeoordeeld_op is None
    klok.verzet(hours=1)
    service.schrijf_bij(huis, rij_van(huis, kenmerk), GEVAAR)
    assert escaleer_beoordeling(huis) == 0
    klok.verzet(days=1)
    assert escaleer_beoordeling(huis) == 1


def test_wat_dicht_is_gaat_nergens_meer_heen(overal: Huis, klok: Wijzerplaat) -> None:
    klok.moment = OCHTEND
    kenmerk = stuur_naar(overal)(zorg=GEVAAR)
    service.trek_in(overal, rij_van(overal, kenmerk))
    klok.moment = AVOND
    assert escaleer_beoordeling(overal) == 0
