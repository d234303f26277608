"""The clock: summer and winter time, a step back, and a clock that was far ahead and was put right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from api.aanmelding.promise import contact_voor
from api.balie.accounts import maak_medewerker
from api.balie.missed import vandaag
from api.balie.session import HEEL, STIL
from api.context import Huis
from api.levering.worker import lever_klaar
from api.retention import wis_verlopen
from tests.api.balie.case import rij_van
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan
from tests.api.beheer.conftest import bestaat, gesprek
from tests.api.conftest import Bezoeker, Wijzerplaat, client_van
from tests.api.levering.conftest import standen
from tests.api.levering.fake_openklant import OpenKlant
from tests.api.pages.browser import Browser

HIER = ZoneInfo("Europe/Amsterdam")
WINTERTIJD, ZOMERTIJD = datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC)  # the moment itself
Opent = Callable[[], bool]


@pytest.mark.parametrize("overgang", [WINTERTIJD, ZOMERTIJD])
def test_de_belofte_is_zeven_kalenderdagen_ook_over_de_overgang(overgang: datetime) -> None:
    for uren in range(-7 * 24, 24):
        ontvangen = overgang + timedelta(hours=uren, minutes=30)
        beloofd, dag = contact_voor(ontvangen), ontvangen.astimezone(HIER).date()
        assert timedelta(days=3) <= beloofd - dag <= timedelta(days=7)
        assert contact_voor(ontvangen.astimezone(HIER)) == beloofd, "het uur dat twee keer komt maakt niet uit"


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        (datetime(2026, 10, 24, 21, 59, tzinfo=UTC), date(2026, 10, 24)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),  # that day lasts 25 hours
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
        (datetime(2027, 3, 28, 21, 59, tzinfo=UTC), date(2027, 3, 28)),
        (datetime(2027, 3, 28, 22, 0, tzinfo=UTC), date(2027, 3, 29)),
    ],
)
def test_een_belofte_is_pas_gemist_als_de_dag_hier_voorbij_is(moment: datetime, dag: date) -> None:
    assert vandaag(moment) == dag


@pytest.fixture
def opent(huis: Huis, client: TestClient) -> Opent:
    """Whether Ans, who is signed in, still gets in."""
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    browser = meld_aan(Browser(client), "Ans")
    return lambda: browser.open("/balie").pad == "/balie"


@pytest.mark.parametrize("overgang", [WINTERTIJD, ZOMERTIJD])
def test_een_zitting_duurt_een_uur_stilte_en_acht_uur_ook_in_de_nacht_van_de_overgang(
    huis: Huis, klok: Wijzerplaat, overgang: datetime
) -> None:
    klok.moment = overgang - timedelta(hours=4)
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    with client_van(huis) as client:
        browser = meld_aan(Browser(client), "Ans")
        for _ in range(9):
            klok.moment += STIL - timedelta(minutes=8)
            assert browser.open("/balie").pad == "/balie"
        klok.moment = overgang - timedelta(hours=4) + HEEL
        assert browser.open("/balie").pad == "/balie/aanmelden"


def test_een_klok_die_een_paar_minuten_terugloopt_gooit_niemand_eruit(opent: Opent, klok: Wijzerplaat) -> None:
    klok.verzet(minutes=-4)
    assert opent()


def test_een_zitting_van_een_klok_die_een_dag_voorliep_geldt_niet_een_dag_langer(
    opent: Opent, klok: Wijzerplaat
) -> None:
    assert opent()
    klok.verzet(days=-1)
    assert not opent()


def test_een_levering_wacht_niet_op_een_klok_die_te_ver_voorliep(
    huis: Huis, openklant: OpenKlant, stuur: Stuur, klok: Wijzerplaat
) -> None:
    klok.verzet(days=400)
    openklant.storingen = [("POST internetaken", "500")]
    kenmerk = stuur()
    lever_klaar(huis)
    klok.verzet(minutes=-30)
    assert lever_klaar(huis) == 0, "een kleine stap terug is gewoon langer wachten"
    klok.verzet(days=-400)
    lever_klaar(huis)
    assert standen(huis, kenmerk)[0][2] == "geleverd"
    assert len(openklant.alle("klantcontacten")) == 1


def test_een_klok_die_terugloopt_wist_niets_eerder_en_de_volgorde_blijft(
    huis: Huis, client: TestClient, klok: Wijzerplaat
) -> None:
    bezoeker = Bezoeker(client)
    bezoeker.zeg("een")
    klok.verzet(hours=-2)
    bezoeker.zeg("twee")
    with huis.database.lezen() as sessie:
        nummers = sessie.execute(text("select volgnummer from beurt order by op desc")).scalars().all()
        laatst = sessie.execute(text("select laatst_op from gesprek")).scalar_one()
    assert sorted(nummers) == [1, 2]
    assert str(laatst).startswith("2026-11-20 21:30"), "het laatste bericht gaat niet terug in de tijd"
    gezegd = client.get(f"/api/v1/gesprekken/{bezoeker.id}/berichten", headers=bezoeker.kop).text
    assert gezegd.index("een") < gezegd.index("twee")


def test_bewaren_telt_dagen_en_geen_uren_van_de_zomertijd(huis: Huis, klok: Wijzerplaat) -> None:
    klok.moment = ZOMERTIJD - timedelta(days=10)
    oud = gesprek(huis)
    dagen = timedelta(days=huis.settings.bewaar_gesprek_dagen)
    klok.moment += dagen - timedelta(minutes=1)
    wis_verlopen(huis)
    assert bestaat(huis, oud)
    klok.verzet(hours=-3)
    wis_verlopen(huis)
    assert bestaat(huis, oud)
    klok.verzet(hours=3, minutes=2)
    wis_verlopen(huis)
    assert not bestaat(huis, oud)


def test_een_open_aanmelding_wordt_ook_door_een_klok_die_een_jaar_voorloopt_niet_gewist(
    huis: Huis, stuur: Stuur, klok: Wijzerplaat
) -> None:
    kenmerk = stuur()
    klok.verzet(days=365)
    wis_verlopen(huis)
    klok.verzet(days=-365)
    assert rij_van(huis, kenmerk).sleutel is not None
