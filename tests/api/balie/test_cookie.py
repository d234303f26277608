"""The cookie of the balie behind TLS: a name that no page without TLS can set, and everything goes on working."""

from __future__ import annotations

from fastapi.testclient import TestClient

from api.balie.accounts import maak_medewerker
from api.context import Huis
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.conftest import client_van
from tests.api.pages.browser import Browser


def test_met_tls_begint_de_naam_van_de_koek_met_secure_en_werkt_aan_en_afmelden(huis: Huis) -> None:
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    with TestClient(client_van(huis).app, base_url="https://testserver") as client:
        browser = meld_aan(Browser(client), "Ans")
        assert browser.pad == "/balie"
        assert set(client.cookies.keys()) == {"__Secure-voordeur_balie"}
        uit = browser.client.post(
            "/balie/afmelden", data=dict(browser.form("/balie/afmelden").velden), follow_redirects=False
        )
        koek = uit.headers["set-cookie"].lower()
        assert koek.startswith('__secure-voordeur_balie=""') and "; secure" in koek and "samesite=strict" in koek
        assert browser.open("/balie").pad == "/balie/aanmelden"


def test_een_koek_zonder_die_naam_telt_met_tls_niet(huis: Huis) -> None:
    maak_medewerker(huis, "Ans", WACHTWOORD, "kaag-en-braassem")
    with client_van(huis) as zonder:
        token = meld_aan(Browser(zonder), "Ans").client.cookies["voordeur_balie"]
    with TestClient(client_van(huis).app, base_url="https://testserver") as client:
        client.cookies.set("voordeur_balie", token, path="/balie")
        assert Browser(client).open("/balie").pad == "/balie/aanmelden"
