"""The noodstop: at once, in every process; danger is still answered and there is always someone to call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from actions.context import Gereedschap
from api.balie import audit
from api.balie.accounts import maak_medewerker
from api.balie.rights import Rol
from api.context import Huis
from api.emergency_stop import zet_aan, zet_uit
from assistant.gate.danger import Gevaarlezer
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.beheer.conftest import Beheer, inzagen
from tests.api.conftest import Bezoeker, Wijzerplaat, bouw, client_van
from tests.api.pages.browser import KAAG, Browser
from tests.api.veiligheid.requests import INGEVULD

KAAG_ID, REDEN = "kaag-en-braassem", "een artikel klopt niet"
GEVAAR = "mijn vader slaat mij nu en ik durf niet naar huis"


@pytest.fixture
def client(huis: Huis) -> Iterator[TestClient]:
    with client_van(huis) as client:
        yield client


@pytest.fixture
def ander(
    huis: Huis, tmp_path: Path, gereedschap: Gereedschap, gevaar: Gevaarlezer, naprater: Any, klok: Wijzerplaat
) -> Iterator[Huis]:
    """Another process on the same database."""
    url = huis.database.url.render_as_string(hide_password=False)
    gebouwd = bouw(url, tmp_path, gereedschap, gevaar, naprater, klok)
    yield gebouwd
    gebouwd.database.sluit()


def begin(client: TestClient, gemeente: str = KAAG_ID) -> Any:
    return client.post("/api/v1/gesprekken", json={"gemeente": gemeente})


def soorten(antwoord: Any) -> list[str]:
    return [kaart["soort"] for kaart in antwoord.json()["berichten"]]


def test_meteen_uit_in_elk_proces_met_hulplijnen_en_het_nummer_van_het_jgt(
    client: TestClient, huis: Huis, ander: Huis
) -> None:
    bezoeker = Bezoeker(client)
    bezoeker.zeg("hoi")
    zet_uit(ander, KAAG_ID, wie="Ans", reden=REDEN)
    for antwoord in (begin(client), bezoeker.stuur({"tekst": "hoe laat gaat een peuter naar bed"})):
        assert (antwoord.status_code, antwoord.json()["title"]) == (503, "De chat is even uit")
        assert antwoord.headers["Retry-After"] == "600"
        assert soorten(antwoord).count("hulplijn") >= 4 and "contact" in soorten(antwoord)
        assert REDEN not in antwoord.text
    assert begin(client, "ridderkerk").status_code == 201, "een andere gemeente merkt er niets van"
    zet_aan(ander, KAAG_ID, wie="Ans")
    assert bezoeker.zeg("dank")["berichten"], "het gesprek gaat verder waar het was"
    assert len(client.get(f"/api/v1/gesprekken/{bezoeker.id}/berichten", headers=bezoeker.kop).json()["berichten"]) > 4


def test_gevaar_krijgt_het_antwoord_dat_het_altijd_krijgt(client: TestClient, huis: Huis) -> None:
    bezoeker, aan = Bezoeker(client), Bezoeker(client)
    gewoon = aan.zeg(GEVAAR)
    zet_uit(huis, "*", wie="Ans", reden=REDEN)
    for inhoud in ({"tekst": GEVAAR}, {"keuze": "onveilig"}):
        antwoord = bezoeker.stuur(inhoud)
        assert antwoord.status_code == 503
        assert soorten(antwoord)[0] == gewoon["berichten"][0]["soort"]
    eerste = bezoeker.stuur({"tekst": GEVAAR}).json()["berichten"][0]
    assert eerste == gewoon["berichten"][0]
    with huis.database.lezen():
        huis.teller.schrijf_weg(huis.database)


def test_wissen_kan_altijd(client: TestClient, huis: Huis) -> None:
    bezoeker = Bezoeker(client)
    zet_uit(huis, "*", wie="Ans", reden=REDEN)
    assert client.delete(f"/api/v1/gesprekken/{bezoeker.id}", headers=bezoeker.kop).status_code == 204


def test_de_pagina_zegt_het_en_houdt_wat_je_typte(client: TestClient, huis: Huis) -> None:
    browser = Browser(client).open(KAAG)
    zet_uit(huis, KAAG_ID, wie="Ans", reden=REDEN)
    browser.stuur(f"{KAAG}/begin", tekst="hij slaapt slecht")
    assert browser.status == 503
    assert "De chat is even uit" in browser.tekst and "hij slaapt slecht" in browser.tekst
    browser.open(KAAG)
    assert browser.status == 200 and not browser.heeft_form(f"{KAAG}/begin")
    for woord in ("112", "Kindertelefoon", "Veilig Thuis"):
        assert woord in browser.tekst
    nummer = huis.gemeente(KAAG_ID).telefoon
    assert nummer and nummer in browser.html


def test_een_aanmelding_die_al_is_ingevuld_kan_nog_weg(client: TestClient, huis: Huis) -> None:
    browser = Browser(client).begin("hoi")
    zet_uit(huis, KAAG_ID, wie="Ans", reden=REDEN)
    assert "afmaken" in browser.open(KAAG).tekst
    browser.open(f"{KAAG}/aanmelding").stuur(f"{KAAG}/aanmelding", **INGEVULD)
    browser.stuur(f"{KAAG}/aanmelding/versturen")
    assert "VD-" in browser.tekst


@pytest.fixture
def als(client: TestClient, huis: Huis) -> Iterator[Callable[[Rol], Browser]]:
    with ExitStack() as open_:

        def doe(rol: Rol) -> Browser:
            team = "jgt-kaag-en-braassem" if rol == "medewerker" else None
            maak_medewerker(huis, rol, WACHTWOORD, KAAG_ID, rol=rol, team=team)
            return meld_aan(Browser(open_.enter_context(client_van(huis))), rol)

        yield doe


def test_aan_de_balie_met_naam_en_reden_in_het_logboek(
    als: Callable[[Rol], Browser], client: TestClient, huis: Huis
) -> None:
    bea = als("beheerder").open("/balie/noodstop")
    bea.stuur("/balie/noodstop/uit", reden="x")
    assert bea.status == 422 and begin(client).status_code == 201
    bea.stuur("/balie/noodstop/uit", reden="Bel Jan de Vries op 06 12345678, artikel klopt niet")
    assert begin(client).status_code == 503
    assert "artikel klopt niet" in bea.tekst and "beheerder" in bea.tekst
    bea.stuur("/balie/noodstop/aan")
    assert begin(client).status_code == 201
    regels = [wat for wie, wat, waar in inzagen(huis) if wie == "beheerder" and waar == KAAG_ID]
    assert regels[-2].startswith("chat uitgezet: ") and "artikel klopt niet" in regels[-2]
    assert "12345678" not in regels[-2]
    assert regels[-1] == "chat aangezet"
    with huis.database.lezen() as sessie:
        assert audit.controleer(sessie, huis.bos).breuk is None
    assert als("medewerker").open("/balie/noodstop").status == 403


def test_op_de_opdrachtregel_per_gemeente_en_voor_alle(
    opdracht: Beheer, client: TestClient, huis: Huis, als: Callable[[Rol], Browser]
) -> None:
    opdracht("uitzetten", "--gemeente", "ridderkerk", "--reden", REDEN)
    assert (begin(client, "ridderkerk").status_code, begin(client).status_code) == (503, 201)
    opdracht("uitzetten", "--reden", REDEN)
    assert begin(client).status_code == 503
    coordinator = als("coordinator").open("/balie/noodstop")
    assert "alle gemeenten" in coordinator.tekst and not coordinator.heeft_form("/balie/noodstop/aan")
    assert "Nog uit: ridderkerk" in opdracht("aanzetten").output
    assert (begin(client, "ridderkerk").status_code, begin(client).status_code) == (503, 201)
    assert "overal aan" in opdracht("aanzetten", "--gemeente", "ridderkerk").output
    assert "stond niet uit" in opdracht("aanzetten").output
    assert "kennen we niet" in opdracht("uitzetten", "--gemeente", "x", "--reden", REDEN, einde=1).output
    assert "schrijf" in opdracht("uitzetten", "--reden", " ", einde=1).output
    gedaan = [(wat, waar) for wie, wat, waar in inzagen(huis) if wie == "opdrachtregel"]
    assert gedaan.count((f"chat uitgezet: {REDEN}", "ridderkerk")) == 2
    assert gedaan[-1] == ("chat aangezet", "ridderkerk")
