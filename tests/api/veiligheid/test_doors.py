"""Danger is sent through every field that the application has; a door that nobody told this test about makes it fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel

from api.aanmelding.store import find_aanmelding, list_logboek
from api.context import Huis
from api.pages import fields
from api.pages.forms import Formulier, FormulierDep
from api.veiligheid.marks import Deur
from tests.api.balie.conftest import Stuur
from tests.api.conftest import client_van
from tests.api.pages.browser import Browser
from tests.api.veiligheid import doors
from tests.api.veiligheid.conftest import ANTWOORD, GEVAAR, is_veiligheidsantwoord, tellingen
from tests.api.veiligheid.requests import GEWOON, Api, Formulieren

VAN_ONS = {"csrf", "sleutel", "gezien", "verder"}  # hidden, made by the page itself
GEHEIM = {"wachtwoord", "tweede_stap"}  # is never read, not even for danger
JA_OF_NEE = {"veilig_bellen", "voicemail_ok"}  # anything but 'ja' is 'nee'
ADRES = {
    "afgemeld": "een gemeente uit de lijst",
    "bij": "het merk van een regel, uit onze eigen link",
    "blad": "een getal",
    "code": "van de aanbieder van de gemeente, gaat alleen naar hem terug",
    "error": "van de aanbieder van de gemeente, alleen vergeleken",
    "gedaan": "een van onze eigen woorden",
    "gemeente": "een gemeente uit de lijst",
    "gewist": "ja of nee",
    "kern": "een kern uit de lijst",
    "kernteam": "ja of niets",
    "onderwerp": "een onderwerp uit de lijst",
    "stand": "een merk van wat de pagina liet zien",
    "status": "een stand uit de lijst",
    "iss": "van de aanbieder van de gemeente, alleen vergeleken",
    "state": "van ons zelf, via de aanbieder terug, alleen vergeleken",
    "team": "een team uit de lijst",
    "toon": "een deel van de werklijst",
    "tot": "een dag",
    "urgentie": "een urgentie uit de lijst",
    "van": "een dag",
    "verder": "een adres van de balie",
    "zoek": "een kenmerk; alleen letters en cijfers blijven over, en alleen de balie zoekt",
}


# JSON -----------------------------------------------------------------------------------------------------------------


def test_elk_tekstveld_van_de_api_geeft_het_veiligheidsantwoord_en_wordt_geteld(
    client: TestClient, huis: Huis, stuur: Stuur
) -> None:
    api, gemist = Api(client, huis, stuur), []
    velden = sorted(doors.json_velden(client.app))
    assert len(velden) > 30
    for deur, veld in velden:
        eerder = sum(rij.aantal for rij in tellingen(huis))
        antwoord = api.stuur(deur, veld, GEVAAR)
        geteld = sum(rij.aantal for rij in tellingen(huis)) - eerder
        if not is_veiligheidsantwoord(antwoord.json()) or geteld != 1:
            gemist.append((deur, veld, antwoord.status_code, geteld, antwoord.text[:80]))
    assert gemist == []


def test_een_goed_verzoek_zonder_gevaar_krijgt_geen_veiligheidsantwoord(
    client: TestClient, huis: Huis, stuur: Stuur
) -> None:
    api = Api(client, huis, stuur)
    for deur in {deur for deur, _ in doors.json_velden(client.app)}:
        antwoord = api.stuur(deur, "?leeftijd", "4")
        inhoud = antwoord.json()
        assert not (isinstance(inhoud, dict) and is_veiligheidsantwoord(inhoud)), deur
        assert antwoord.status_code in (200, 201, 401), (deur, antwoord.text)
    assert tellingen(huis) == []


def test_elk_adres_dat_iets_aanneemt_zegt_wat(client: TestClient) -> None:
    """A body that is read raw is not in the schema by itself, and a form could be read without our own reader."""
    schema, formulieren = client.app.openapi()["paths"], doors.paginas_met_formulier(client.app)
    for route in doors.routes(client.app):
        for methode in route.methods & {"POST", "PUT", "PATCH"}:
            bewerking = schema.get(route.path, {}).get(methode.lower())
            assert (bewerking and "requestBody" in bewerking) or f"{methode} {route.path}" in formulieren, route.path


def test_elk_woord_in_het_adres_van_een_pagina_is_bekend(client: TestClient) -> None:
    assert doors.adresvelden(client.app) == ADRES.keys()


# Forms ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names under which a form is read, while a test runs."""
    namen: set[str] = set()
    for soort in ("een", "meer"):
        echt = getattr(Formulier, soort)

        def lees(zelf: Formulier, naam: str, echt: Any = echt) -> Any:
            if zelf.vrije_tekst():  # an empty one was not posted: a page fills its fields from it
                namen.add(naam)
            return echt(zelf, naam)

        monkeypatch.setattr(Formulier, soort, lees)
    return namen


@pytest.fixture
def formulieren(browser: Browser, ans: Browser, huis: Huis, stuur: Stuur) -> Formulieren:
    return Formulieren(browser, ans, huis, stuur)


def test_elk_formulier_en_elk_veld_erin_is_bekend(
    client: TestClient, formulieren: Formulieren, gelezen: set[str]
) -> None:
    recepten = formulieren.recepten()
    assert recepten.keys() == doors.paginas_met_formulier(client.app)
    for recept in recepten.values():
        browser, action, goed = recept()
        browser.stuur(action, **goed)
    assert doors.gelezen_formuliervelden() == gelezen


def _te_sturen(
    formulieren: Formulieren, gelezen: set[str], deuren: Callable[[str], bool]
) -> Iterator[tuple[str, str, Browser, int]]:
    """Every field of every form with danger in it: the page that came of it, and how many signs were counted."""
    for deur, recept in formulieren.recepten().items():
        if not deuren(deur):
            continue
        browser, action, goed = recept()
        gelezen.clear()
        browser.stuur(action, **goed)
        for veld in sorted(gelezen - VAN_ONS - GEHEIM - JA_OF_NEE):
            browser, action, goed = recept()
            eerder = sum(rij.aantal for rij in tellingen(formulieren.huis))
            browser.stuur(action, **goed | {veld: GEVAAR})
            yield deur, veld, browser, sum(rij.aantal for rij in tellingen(formulieren.huis)) - eerder


def test_elk_veld_van_elke_gewone_pagina_geeft_het_veiligheidsantwoord_en_wordt_geteld(
    formulieren: Formulieren, gelezen: set[str]
) -> None:
    deuren = lambda deur: "/balie/" not in deur or deur.endswith("/balie/aanmelden")  # noqa: E731
    uitkomsten = [
        (deur, veld, browser.status, ANTWOORD in browser.tekst, geteld)
        for deur, veld, browser, geteld in _te_sturen(formulieren, gelezen, deuren)
    ]
    assert {veld.id for veld in fields.ALLE} - JA_OF_NEE <= {veld for _, veld, *_ in uitkomsten}
    assert [uitkomst for uitkomst in uitkomsten if uitkomst[3:] != (True, 1)] == []


def test_wat_een_medewerker_opschrijft_krijgt_het_merk(formulieren: Formulieren, gelezen: set[str]) -> None:
    deuren = lambda deur: "/balie/" in deur and not deur.endswith("/balie/aanmelden")  # noqa: E731
    uitkomsten = [(d, veld, browser.status, n) for d, veld, browser, n in _te_sturen(formulieren, gelezen, deuren)]
    assert {"tekst", "gebeurd_op", "terugblik", "uitkomst", "bij"} <= {veld for _, veld, *_ in uitkomsten}
    assert [uitkomst for uitkomst in uitkomsten if uitkomst[3] != 1] == []


# What stays -----------------------------------------------------------------------------------------------------------


def test_het_merk_is_regel_versie_soort_en_niveau_en_nooit_de_woorden(
    huis: Huis, stuur: Stuur, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with client_van(huis) as client:
        api = Api(client, huis, stuur)
        for deur, veld in doors.json_velden(client.app):
            api.stuur(deur, veld, GEVAAR)
    rijen = tellingen(huis)
    assert {rij.deur for rij in rijen} == {
        "gesprek",
        "concept",
        "aanmelding",
        "meelezen",
        "zoeken",
        "melding",
        "consult",
        "fout",
    }
    assert {rij.deur for rij in rijen} < set(get_args(Deur))
    for rij in rijen:
        assert (rij.regel, rij.niveau, rij.versie >= 1, bool(rij.categorie)) == ("zelfdoding-plan", "112", True, True)
    huis.database.wis_sporen()
    opgeslagen = b"".join(pad.read_bytes() for pad in tmp_path.glob("v.sqlite3*"))
    uit = capfd.readouterr()
    assert "melding_ontvangen" in uit.err, "er is wel gelogd"
    for woord in ("eind aan mijn leven", "vanavond"):
        assert woord.encode() not in opgeslagen
        assert woord not in uit.out + uit.err


def test_het_merk_staat_bij_de_aanmelding_en_bij_de_regel_van_een_medewerker(
    huis: Huis, stuur: Stuur, ans: Browser
) -> None:
    kenmerk, ander = stuur(zorg=GEWOON), stuur(zorg=GEVAAR)
    pad = f"/balie/aanmeldingen/{kenmerk}"
    ans.open(pad).stuur(f"{pad}/notitie", tekst=f"Oma belde: {GEVAAR}")
    assert "teken van gevaar" in ans.tekst
    with huis.database.lezen() as sessie:
        regel = list_logboek(sessie, find_aanmelding(sessie, kenmerk).id)[-1]
        zelf = find_aanmelding(sessie, ander)
    assert (regel.niveau, regel.regel.partition("@")[0]) == ("112", "zelfdoding-plan")
    assert (zelf.niveau, zelf.regel, zelf.categorie) == ("112", "zelfdoding-plan@1", "suicidaliteit_ouder")


class _Proef(BaseModel):
    verhaal: str
    dieper: dict[str, Any] = {}


def test_een_nieuwe_deur_of_een_nieuw_veld_valt_op(client: TestClient, huis: Huis, stuur: Stuur) -> None:
    app = client.app
    bekend, formulieren = doors.json_velden(app), doors.paginas_met_formulier(app)

    def nieuw(inhoud: _Proef) -> None: ...

    def pagina(formulier: FormulierDep) -> None: ...

    app.post("/api/v1/nieuw")(nieuw)
    app.post("/nieuw")(pagina)
    app.openapi_schema = None
    erbij = doors.json_velden(app) - bekend
    assert erbij == {("POST /api/v1/nieuw", "verhaal"), ("POST /api/v1/nieuw", "dieper.*")}
    assert doors.paginas_met_formulier(app) - formulieren == {"POST /nieuw"}
    with pytest.raises(KeyError):
        Api(client, huis, stuur).goed("POST /api/v1/nieuw")
