"""To the right team and the known worker: by what the family said, in sight of everyone, and never silently the wrong one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from api.aanmelding import service
from api.aanmelding.normal_forms import naam
from api.aanmelding.routing import kies_team
from api.balie.accounts import maak_medewerker
from api.balie.leaving import haal_weg
from api.context import Huis
from api.database.tables import Medewerker
from tests.api.balie.case import familie, rij_van
from tests.api.balie.conftest import WACHTWOORD, Stuur, meld_aan
from tests.api.balie.test_worklist import kenmerken, rij
from tests.api.pages.browser import Browser

RIDDERKERK, NOORD, ZUID = "ridderkerk", "jgt-ridderkerk-noord", "jgt-ridderkerk-zuid"
Als = Callable[..., Browser]


@pytest.mark.parametrize(
    ("velden", "team", "reden"),
    [
        ({"kern": "bolnes"}, NOORD, "kern"),
        ({"kern": "bolnes", "gemeente_inschrijving_kind": "Ridderkerk"}, NOORD, "kern"),
        ({"kern": "bolnes", "gemeente_inschrijving_kind": "gemeente ridderkerk"}, NOORD, "kern"),
        ({"kern": "bolnes", "gemeente_inschrijving_kind": "weet ik niet"}, NOORD, "kern"),
        ({"kern": "bolnes", "gemeente_inschrijving_kind": "Rijsoord"}, NOORD, "kern"),
        ({"kern": "bolnes", "gemeente_inschrijving_kind": "Voorbeeldstad"}, None, "inschrijving"),
        ({"kern": "ergens anders"}, None, "onbekend"),
    ],
)
def test_kern_en_inschrijving_kiezen_het_team_of_de_coordinator(
    huis: Huis, velden: dict[str, str], team: str | None, reden: str
) -> None:
    gekozen = kies_team(huis.gemeente(RIDDERKERK), velden)
    assert (gekozen.team.id if gekozen.team else None, gekozen.reden) == (team, reden)


def test_wie_elders_staat_ingeschreven_komt_bij_de_coordinator_en_niet_stil_bij_een_team(
    als: Als, stuur: Stuur
) -> None:
    kenmerk = stuur(gemeente=RIDDERKERK, kern="bolnes", gemeente_inschrijving_kind="Voorbeeldstad")
    assert kenmerken(als("medewerker", gemeente=RIDDERKERK, team=NOORD).open("/balie")) == []
    for team in (None, NOORD):
        coordinator = als("coordinator", gemeente=RIDDERKERK, team=team).open("/balie")
        assert "Kind staat elders ingeschreven: coördinator kiest het team" in rij(coordinator, kenmerk)
    assert "coördinator kiest het team" in coordinator.open(f"/balie/aanmeldingen/{kenmerk}").tekst


@pytest.fixture
def noor(huis: Huis) -> str:
    maak_medewerker(huis, "Noor de Wit", WACHTWOORD, RIDDERKERK, rol="medewerker", team=NOORD)
    return "Noor de Wit"


@pytest.mark.parametrize("genoemd", ["Noor de Wit", "noor de wit", " Nóór  de Wit "])
def test_de_bekende_medewerker_krijgt_een_voorstel_en_niemand_pakt_iets_vanzelf_op(
    huis: Huis, noor: str, stuur: Stuur, browser: Browser, genoemd: str
) -> None:
    gewoon = stuur(gemeente=RIDDERKERK, kern="bolnes")
    kenmerk = stuur(gemeente=RIDDERKERK, kern="bolnes", vaste_medewerker=genoemd)
    zij = rij_van(huis, kenmerk)
    assert (zij.voorgesteld_aan, zij.opgepakt_door, zij.status) == (noor, None, "ontvangen")
    meld_aan(browser, noor).open("/balie?toon=mij")
    assert kenmerken(browser) == [kenmerk]
    assert "Voorgesteld aan jou" in rij(browser, kenmerk)
    assert "Voorgesteld" not in rij(browser.open("/balie"), gewoon)
    assert "Dit is een voorstel" in browser.open(f"/balie/aanmeldingen/{kenmerk}").tekst
    assert "oorgesteld" not in familie(huis, kenmerk)


@pytest.mark.parametrize(
    "genoemd", ["Noor", "de Wit", "Noor de Wit van het team", "Noor de Witt", "", "iemand van jullie"]
)
def test_een_naam_die_niet_precies_klopt_is_van_niemand(huis: Huis, noor: str, stuur: Stuur, genoemd: str) -> None:
    ook = {"vaste_medewerker": genoemd} if genoemd else {}
    assert rij_van(huis, stuur(gemeente=RIDDERKERK, kern="bolnes", **ook)).voorgesteld_aan is None


def test_een_naam_van_twee_mensen_van_een_ander_team_of_een_andere_gemeente_wordt_niet_voorgesteld(
    huis: Huis, noor: str, stuur: Stuur
) -> None:
    velden = {"vaste_medewerker": noor}
    assert rij_van(huis, stuur(gemeente=RIDDERKERK, kern="rijsoord", **velden)).voorgesteld_aan is None
    assert rij_van(huis, stuur(**velden)).voorgesteld_aan is None
    maak_medewerker(huis, "Nóór de Wit", WACHTWOORD, RIDDERKERK, rol="medewerker", team=NOORD)
    assert naam("Nóór de Wit") == naam(noor)
    assert rij_van(huis, stuur(gemeente=RIDDERKERK, kern="bolnes", **velden)).voorgesteld_aan is None


def test_wie_de_naam_later_verandert_verandert_het_voorstel_tot_iemand_oppakt(
    huis: Huis, noor: str, stuur: Stuur
) -> None:
    kenmerk = stuur(gemeente=RIDDERKERK, kern="bolnes")
    service.wijzig(huis, rij_van(huis, kenmerk), {"vaste_medewerker": noor})
    assert rij_van(huis, kenmerk).voorgesteld_aan == noor
    service.wijzig(huis, rij_van(huis, kenmerk), {"vaste_medewerker": "iemand anders"})
    assert rij_van(huis, kenmerk).voorgesteld_aan is None


def test_wie_weggaat_staat_nergens_meer_als_voorstel(huis: Huis, noor: str, stuur: Stuur) -> None:
    kenmerk = stuur(gemeente=RIDDERKERK, kern="bolnes", vaste_medewerker=noor)
    with huis.database.schrijven() as sessie:
        rij_ = sessie.query(Medewerker).filter_by(naam=noor).one()
        haal_weg(huis, sessie, rij_, aan=None, door="beheer")
    assert rij_van(huis, kenmerk).voorgesteld_aan is None


def test_het_aandachtsgebied_komt_uit_de_goedgekeurde_tekst(ans: Browser, stuur: Stuur) -> None:
    slaap = stuur(zorg="Mijn peuter komt elke avond weer uit bed.")
    geld = stuur(zorg="Hoeveel zakgeld geef je een kind van tien?")
    assert "Slapen, huilen en eten (demo)" in ans.open(f"/balie/aanmeldingen/{slaap}").tekst
    assert "Aandachtsgebied" not in ans.open(f"/balie/aanmeldingen/{geld}").tekst


def test_elk_aandachtsgebied_in_de_demo_is_herkenbaar_verzonnen(huis: Huis) -> None:
    gebieden = [
        gebied
        for gemeente in huis.gereedschap.kennis.nu.gemeenten.values()
        for team in gemeente.teams
        for gebied in team.aandachtsgebieden
    ]
    assert len(gebieden) >= 8
    assert all("(demo)" in gebied.naam and "(demo)" in gebied.functie for gebied in gebieden)
