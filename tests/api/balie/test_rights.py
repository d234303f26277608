"""Who may do what: every route of the balie has a rule, and the rule holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from api.balie.accounts import AccountFout, maak_medewerker
from api.balie.rights import BEGIN, INHOUD, MELDINGEN, NA_WACHTWOORD, OPENBAAR, REGELS, ROLLEN, mag
from api.context import Huis
from tests.api.balie.conftest import WACHTWOORD, Stuur
from tests.api.pages.browser import Browser
from tests.api.veiligheid.doors import routes

MAG = {
    "GET /balie/aanmelden": {"openbaar"},
    "POST /balie/aanmelden": {"openbaar"},
    "GET /balie/oidc/{gemeente}": {"openbaar"},
    "GET /balie/oidc/{gemeente}/terug": {"openbaar"},
    "GET /balie/oidc/{gemeente}/afmelden": {"openbaar"},
    "GET /balie/tweede-stap": {"na het wachtwoord"},
    "POST /balie/tweede-stap": {"na het wachtwoord"},
    "POST /balie/afmelden": {"medewerker", "coordinator", "redacteur", "beheerder"},
    "GET /balie": {"medewerker", "coordinator"},
    "POST /balie/zoek": {"medewerker", "coordinator"},
    "GET /balie/aanmeldingen/{kenmerk}": {"medewerker", "coordinator"},
    "GET /balie/aanmeldingen/{kenmerk}/print": {"medewerker", "coordinator"},
    "GET /balie/aanmeldingen/{kenmerk}/nieuwe-code": {"medewerker", "coordinator"},
    "POST /balie/aanmeldingen/{kenmerk}/nieuwe-code": {"medewerker", "coordinator"},
    "POST /balie/aanmeldingen/{kenmerk}/wisverzoek": {"medewerker", "coordinator"},
    "POST /balie/aanmeldingen/{kenmerk}/{stap}": {"medewerker", "coordinator"},
    "GET /balie/consulten": {"medewerker", "coordinator"},
    "GET /balie/consulten/{kenmerk}": {"medewerker", "coordinator"},
    "POST /balie/consulten/{kenmerk}/{stap}": {"medewerker", "coordinator"},
    "GET /balie/veiligheid": {"medewerker", "coordinator", "redacteur"},
    "POST /balie/veiligheid": {"medewerker", "coordinator", "redacteur"},
    "GET /balie/veiligheid/{kenmerk}": {"medewerker", "coordinator", "redacteur"},
    "POST /balie/veiligheid/{kenmerk}": {"medewerker", "coordinator", "redacteur"},
    "GET /balie/leveringen": {"coordinator", "beheerder"},
    "POST /balie/leveringen/{nummer}": {"coordinator", "beheerder"},
    "GET /balie/gebruikers": {"beheerder"},
    "POST /balie/gebruikers/{nummer}/tweede-stap": {"beheerder"},
    "GET /balie/terugblik": {"coordinator", "beheerder"},
    "GET /balie/noodstop": {"coordinator", "beheerder"},
    "POST /balie/noodstop/uit": {"coordinator", "beheerder"},
    "POST /balie/noodstop/aan": {"coordinator", "beheerder"},
    "GET /balie/logboek": {"beheerder"},
}
NOORD, ZUID = "jgt-ridderkerk-noord", "jgt-ridderkerk-zuid"


def balie_routes(client: TestClient) -> set[tuple[str, str]]:
    return {
        (methode, route.path)
        for route in routes(client.app)
        if route.path.startswith("/balie")
        for methode in route.methods
    }


def test_elke_route_van_de_balie_staat_hier_met_wie_erbij_mag(client: TestClient) -> None:
    gevonden = balie_routes(client)
    assert {f"{methode} {pad}" for methode, pad in gevonden} == MAG.keys()
    assert gevonden == REGELS.keys()
    assert {f"{methode} {pad}": set(wie) for (methode, pad), wie in REGELS.items()} == MAG


def ingevuld(pad: str) -> str:
    return pad.format(kenmerk="VD-AAAA-AAAA", stap="notitie", nummer="1")


@pytest.mark.parametrize("deur", [deur for deur, wie in MAG.items() if "openbaar" not in wie])
def test_zonder_aanmelden_doet_geen_enkele_route_iets(client: TestClient, deur: str) -> None:
    methode, _, pad = deur.partition(" ")
    antwoord = client.request(methode, ingevuld(pad), follow_redirects=False)
    assert (antwoord.status_code, antwoord.headers["location"].partition("?")[0]) == (303, "/balie/aanmelden")


@pytest.mark.parametrize("rol", ROLLEN)
def test_de_regel_geldt_op_elke_route(als: Callable[..., Browser], rol: str) -> None:
    browser = als(rol)
    for deur, wie in MAG.items():
        methode, _, pad = deur.partition(" ")
        if wie <= OPENBAAR | NA_WACHTWOORD or pad == "/balie/afmelden":
            continue
        data = {"csrf": "fout"} if methode == "POST" else None
        antwoord = browser.client.request(methode, ingevuld(pad), data=data, follow_redirects=False)
        geweigerd = antwoord.status_code == 403 and "hoort niet bij jouw rol" in antwoord.text
        doorgestuurd = pad == "/balie" and antwoord.status_code == 303
        assert (geweigerd or doorgestuurd) == (rol not in wie), (deur, antwoord.status_code)


def test_een_nieuwe_route_zonder_regel_is_voor_niemand() -> None:
    assert not any(mag(rol, "GET", "/balie/nieuw") for rol in ROLLEN)


@pytest.mark.parametrize("rol", ROLLEN)
def test_wie_zich_aanmeldt_komt_op_een_pagina_die_mag_en_ziet_alleen_links_die_mogen(
    als: Callable[..., Browser], rol: str
) -> None:
    browser = als(rol)
    assert (browser.status, browser.pad) == (200, BEGIN.get(rol, "/balie"))
    for pad in ("/balie/veiligheid", "/balie/leveringen", "/balie/gebruikers", "/balie/noodstop", "/balie/logboek"):
        assert (f'href="{pad}"' in browser.html) == mag(rol, "GET", pad)


def zichtbaar(browser: Browser, kenmerken: list[str]) -> list[bool]:
    """Whether each is on the worklist; the page itself must say the same."""
    html = browser.open("/balie").html
    op_lijst = [f'id="a-{kenmerk}"' in html for kenmerk in kenmerken]
    assert [browser.open(f"/balie/aanmeldingen/{kenmerk}").status == 200 for kenmerk in kenmerken] == op_lijst
    assert [browser.open(f"/balie/aanmeldingen/{kenmerk}/print").status == 200 for kenmerk in kenmerken] == op_lijst
    gevonden = [browser.open(f"/balie?zoek={kenmerk}").pad.endswith(kenmerk) for kenmerk in kenmerken]
    assert gevonden == op_lijst
    return op_lijst


@pytest.mark.parametrize(
    ("rol", "gemeente", "team", "ziet"),
    [
        ("medewerker", "ridderkerk", NOORD, [True, False, False]),
        ("medewerker", "ridderkerk", ZUID, [False, True, False]),
        ("coordinator", "ridderkerk", NOORD, [True, False, True]),
        ("coordinator", "ridderkerk", None, [True, True, True]),
        ("coordinator", "kaag-en-braassem", None, [False, False, False]),
    ],
)
def test_eigen_team_en_als_coordinator_ook_wat_geen_team_heeft(
    als: Callable[..., Browser], stuur: Stuur, rol: str, gemeente: str, team: str | None, ziet: list[bool]
) -> None:
    kenmerken = [stuur(gemeente="ridderkerk", kern=kern) for kern in ("bolnes", "rijsoord", "onbekend")]
    assert zichtbaar(als(rol, gemeente=gemeente, team=team), kenmerken) == ziet


def test_een_stap_op_een_aanmelding_van_een_ander_team_doet_niets(als: Callable[..., Browser], stuur: Stuur) -> None:
    ander, eigen = stuur(gemeente="ridderkerk", kern="rijsoord"), stuur(gemeente="ridderkerk", kern="bolnes")
    browser = als("medewerker", gemeente="ridderkerk", team=NOORD).open(f"/balie/aanmeldingen/{eigen}")
    velden = browser.form(f"/balie/aanmeldingen/{eigen}/oppakken").velden
    assert browser.post(f"/balie/aanmeldingen/{ander}/oppakken", velden).status == 404
    cor = als("coordinator", gemeente="ridderkerk")
    assert "Nog door niemand opgepakt" in cor.open(f"/balie/aanmeldingen/{ander}").tekst


@pytest.mark.parametrize("rol", ["redacteur", "beheerder"])
def test_redacteur_en_beheerder_lezen_geen_woord_uit_een_aanmelding(
    als: Callable[..., Browser], stuur: Stuur, rol: str
) -> None:
    kenmerk, browser = stuur(), als(rol)
    for pad in (
        "/balie",
        f"/balie/aanmeldingen/{kenmerk}",
        f"/balie/aanmeldingen/{kenmerk}/print",
        f"/balie?zoek={kenmerk}",
    ):
        assert "slaapt" not in browser.open(pad).html
        assert "Sanne" not in browser.html


@pytest.mark.parametrize(
    ("rol", "team"), [("medewerker", None), ("medewerker", "lutjebroek"), ("redacteur", NOORD), ("baas", None)]
)
def test_een_rol_of_team_dat_niet_kan_wordt_geweigerd(huis: Huis, rol: str, team: str | None) -> None:
    with pytest.raises(AccountFout):
        maak_medewerker(huis, "Cor", WACHTWOORD, "ridderkerk", rol=rol, team=team)  # type: ignore[arg-type]


def test_wie_inhoud_mag_zien_is_een_korte_lijst() -> None:
    assert set(INHOUD) == {"medewerker", "coordinator"}
    assert {"redacteur"} == MELDINGEN - INHOUD
