"""Open Klant is away for a day: families notice nothing, nothing is given up, and everything arrives once."""

from __future__ import annotations

from collections import Counter

from api.aanmelding import service
from api.context import Huis
from api.levering.backoff import LANGSTE, POGINGEN, volgende
from api.levering.worker import lever_klaar
from tests.api.balie.case import rij_van
from tests.api.balie.conftest import Stuur
from tests.api.conftest import Wijzerplaat
from tests.api.levering.conftest import leveringen, standen
from tests.api.levering.fake_openklant import OpenKlant


def test_een_dag_zonder_open_klant_kost_geen_aanmelding_en_geen_handwerk(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    openklant.storingen = [("", "weg_ervoor")] * 10_000
    kenmerken = []
    for kwartier in range(4 * 24):
        if kwartier % 24 == 0:
            kenmerken.append(stuur())
        lever_klaar(huis)
        klok.verzet(minutes=15)
    assert {standen(huis, kenmerk)[0][2] for kenmerk in kenmerken} == {"wacht"}
    assert max(leveringen(huis, kenmerken[0])[0].pogingen for _ in kenmerken) < POGINGEN
    assert service.lees(huis, rij_van(huis, kenmerken[0])).status == "ontvangen"
    openklant.storingen.clear()
    klok.moment += LANGSTE
    lever_klaar(huis)
    assert {standen(huis, kenmerk)[0][2] for kenmerk in kenmerken} == {"geleverd"}
    gekomen = Counter(stuk["onderwerpobjectidentificator"]["objectId"] for stuk in openklant.alle("onderwerpobjecten"))
    assert gekomen == Counter(kenmerken)
    assert len(openklant.alle("internetaken")) == len(kenmerken)


def test_een_lang_weekend_zonder_ontvanger_is_nog_geen_mislukking(klok: Wijzerplaat) -> None:
    op = klok()
    for poging in range(1, POGINGEN):
        op = volgende(op, poging)
    assert (op - klok()).days >= 3
