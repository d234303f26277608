"""What can go wrong, or be made to go wrong, on the way to the provider and back: nobody comes in, and everyone reads why."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from api.balie.accounts import maak_medewerker
from api.balie.oidc import provider as adressen
from api.context import Huis
from api.database.login_tables import OidcVerzoek
from api.database.tables import Zitting
from api.levering import web
from api.retention import wis_verlopen
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.balie.oidc.conftest import HIER, Bureau, MaakHuis, aanbieder, medewerkers
from tests.api.balie.oidc.provider import Fout, Provider, draai, sleutel
from tests.api.conftest import Wijzerplaat, client_van
from tests.api.pages.browser import Browser

MISLUKT, WEG = "is niet gelukt", "lukt nu even niet"


def niemand_binnen(huis: Huis) -> bool:
    with huis.database.lezen() as sessie:
        return medewerkers(huis) == [] and not sessie.scalar(select(func.count()).select_from(Zitting))


def onderweg(huis: Huis) -> int:
    with huis.database.lezen() as sessie:
        return int(sessie.scalar(select(func.count()).select_from(OidcVerzoek)) or 0)


@pytest.mark.parametrize(
    "fout",
    [
        "nonce", "zonder_nonce", "aud", "twee_aud", "iss", "verlopen", "toekomst", "none", "hs256", "vreemde_sleutel",
        "typ", "zonder_sub", "at_hash", "geen_token",
    ],
)  # fmt: skip
def test_een_token_dat_niet_klopt_opent_niets(bureau: Bureau, huis: Huis, provider: Provider, fout: Fout) -> None:
    provider.fouten = {fout}
    pagina = bureau.meld_aan()
    assert (pagina.status, MISLUKT in pagina.tekst) == (401, True)
    assert niemand_binnen(huis)
    provider.fouten = set()
    assert bureau.meld_aan().status == 200, "daarna lukt het gewoon"


@pytest.mark.parametrize(("seconden", "status"), [(299, 200), (359, 200), (361, 401)])
def test_de_klokken_mogen_een_minuut_verschillen(
    maak_huis: MaakHuis, provider: Provider, klok: Wijzerplaat, seconden: int, status: int
) -> None:
    huis = maak_huis()
    provider.klok = lambda: klok() - timedelta(seconds=seconden)  # its tokens live five minutes
    with client_van(huis) as client:
        assert Bureau(client).meld_aan().status == status


# State -----------------------------------------------------------------------------------------------------------------


def test_een_antwoord_werkt_een_keer(bureau: Bureau, huis: Huis, provider: Provider) -> None:
    adres = bureau.heen()
    koek = bureau.client.cookies["voordeur_oidc"]
    assert bureau.terug(adres).status == 200
    bureau.client.cookies.set("voordeur_oidc", koek, path="/balie/oidc")
    ingewisseld = provider.verzoeken.count("POST /token")
    assert bureau.terug(adres).status == 401
    assert provider.verzoeken.count("POST /token") == ingewisseld, "de code wordt niet eens meer aangeboden"
    assert onderweg(huis) == 0


def test_een_antwoord_van_een_ander_opent_hier_niets(bureau: Bureau, huis: Huis) -> None:
    """Someone is sent along with a code that another person fetched."""
    adres = bureau.heen()
    with client_van(huis) as slachtoffer:
        assert Bureau(slachtoffer).terug(adres).status == 401
        ander = Bureau(slachtoffer)
        ander.heen()
        assert ander.terug(adres).status == 401
    assert niemand_binnen(huis)
    assert bureau.terug(adres).status == 200


def test_een_verzonnen_state_of_een_state_zonder_koek(bureau: Bureau, huis: Huis) -> None:
    adres = bureau.heen()
    assert bureau.terug(adres.replace("state=", "state=0")).status == 401
    assert bureau.terug("/balie/oidc/ridderkerk/terug?code=x").status == 401
    assert bureau.terug("/balie/oidc/ridderkerk/terug").status == 401
    assert niemand_binnen(huis)


def test_na_tien_minuten_is_het_te_laat_en_wordt_het_vergeten(bureau: Bureau, huis: Huis, klok: Wijzerplaat) -> None:
    adres = bureau.heen()
    klok.verzet(minutes=11)
    assert bureau.terug(adres).status == 401
    bureau.heen()
    klok.verzet(minutes=11)
    wis_verlopen(huis)
    assert onderweg(huis) == 0


def test_een_code_zonder_ons_bewijs_is_niets_waard(bureau: Bureau, huis: Huis, provider: Provider) -> None:
    """PKCE: a code that was fetched for another attempt is refused by the provider."""
    vreemd = bureau.heen().split("code=")[1]
    eigen = bureau.heen().split("code=")[0]
    assert bureau.terug(eigen + "code=" + vreemd).status == 401
    assert niemand_binnen(huis)


def test_een_aanbieder_antwoordt_niet_voor_een_ander(
    maak_huis: MaakHuis, provider: Provider, klok: Wijzerplaat
) -> None:
    with draai(Provider(klok=klok)) as ander:
        elders = aanbieder(ander, gemeente="kaag-en-braassem", rollen=[{"waarde": "jgt-alles", "rol": "redacteur"}])
        huis = maak_huis(aanbieder(provider), elders)
        with client_van(huis) as client:
            adres = Bureau(client, "kaag-en-braassem").heen()
            assert Bureau(client).terug(adres.replace("kaag-en-braassem", HIER)).status == 401
            bureau = Bureau(client)
            assert bureau.terug(bureau.heen() + f"&iss={ander.adres}").status == 401
    assert niemand_binnen(huis)


def test_een_aanbieder_die_zegt_zich_te_noemen_moet_dat_doen(bureau: Bureau, provider: Provider) -> None:
    provider.extra["authorization_response_iss_parameter_supported"] = True
    assert bureau.meld_aan().status == 200
    assert bureau.terug(bureau.heen().split("&iss=")[0]).status == 401


def test_alleen_onze_eigen_pagina_stuurt_iemand_op_weg(bureau: Bureau, huis: Huis) -> None:
    assert bureau.browser.open(f"/balie/oidc/{HIER}", Sec_Fetch_Site="cross-site").pad == "/balie/aanmelden"
    assert onderweg(huis) == 0


def test_stoppen_bij_de_gemeente_is_geen_fout_van_ons(bureau: Bureau, provider: Provider) -> None:
    provider.weigert = "access_denied"
    assert "gestopt" in bureau.meld_aan().tekst
    provider.weigert = "server_error"
    assert MISLUKT in bureau.meld_aan().tekst


# Keys, and a provider that is down -------------------------------------------------------------------------------------


def test_een_nieuwe_sleutel_wordt_vanzelf_opgehaald_en_een_oude_telt_niet_meer(
    bureau: Bureau, provider: Provider, klok: Wijzerplaat
) -> None:
    oud = provider.sleutels
    assert bureau.meld_aan().status == 200
    klok.verzet(minutes=1)
    provider.sleutels = [sleutel("twee")]
    assert bureau.meld_aan().status == 200
    klok.verzet(minutes=1)
    weg, provider.sleutels = provider.sleutels, oud
    assert bureau.meld_aan().status == 200, "de lijst is opnieuw gelezen: alleen wat er nu in staat"
    klok.verzet(hours=2)
    provider.fouten = {"vreemde_sleutel"}
    assert bureau.meld_aan().status == 401
    assert weg[0].kid == "twee"


def test_een_onbekende_sleutel_laat_ons_niet_blijven_vragen(bureau: Bureau, provider: Provider) -> None:
    provider.fouten = {"vreemde_sleutel"}
    for _ in range(5):
        assert bureau.meld_aan().status == 401
    assert provider.verzoeken.count("GET /jwks") == 1
    assert provider.verzoeken.count("GET /.well-known/openid-configuration") == 1


def test_een_gedeeld_geheim_in_de_lijst_van_sleutels_is_geen_sleutel() -> None:
    rsa = sleutel("een").as_dict(private=False)
    assert adressen._bruikbaar(rsa)
    assert not adressen._bruikbaar({"kty": "oct", "k": "eA", "kid": "een"})
    assert not adressen._bruikbaar({**rsa, "use": "enc"})


@pytest.fixture
def stil(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An issuer that takes a connection and says nothing."""
    import socket

    monkeypatch.setattr(web, "TERMIJN_S", 0.3)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        s.listen()
        yield f"http://127.0.0.1:{s.getsockname()[1]}"


def test_ligt_de_aanbieder_plat_dan_zegt_de_balie_dat_en_werkt_het_wachtwoord(
    maak_huis: MaakHuis, provider: Provider, stil: str
) -> None:
    huis = maak_huis(aanbieder(provider, issuer=stil))
    maak_medewerker(huis, "Bert", WACHTWOORD, HIER)
    with client_van(huis) as client:
        uit = Browser(client).open(f"/balie/oidc/{HIER}")
        assert (uit.status, WEG in uit.tekst) == (503, True)
        assert Browser(client).open(f"/balie/oidc/{HIER}/afmelden").status == 503
        assert meld_aan(Browser(client), "Bert").pad == "/balie"


@pytest.mark.parametrize("fout", ["500", "onzin", "jwks_500"])
def test_valt_de_aanbieder_onderweg_uit_dan_lukt_het_de_volgende_keer(
    bureau: Bureau, huis: Huis, provider: Provider, fout: Fout
) -> None:
    provider.fouten = {fout}
    uit = bureau.meld_aan()
    assert (uit.status, WEG in uit.tekst) == (503, True)
    assert niemand_binnen(huis)
    provider.fouten = set()
    assert bureau.meld_aan().status == 200


@pytest.mark.parametrize(
    "extra",
    [
        {"issuer": "https://ander.example"},
        {"issuer": "http://127.0.0.1/"},
        {"token_endpoint": "http://elders.example/token"},
        {"jwks_uri": None},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
def test_een_aanbieder_die_iets_vreemds_over_zichzelf_zegt_wordt_niet_gebruikt(
    bureau: Bureau, provider: Provider, extra: dict[str, Any]
) -> None:
    provider.extra = extra
    assert bureau.browser.open(f"/balie/oidc/{HIER}").status == 503


def test_een_fout_client_geheim_is_geen_inbraak_en_staat_in_het_logboek_van_de_server(
    maak_huis: MaakHuis, provider: Provider, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ander").write_text("verlopen-geheim")
    huis = maak_huis(aanbieder(provider, client_geheim_bestand=str(tmp_path / "ander")))
    with client_van(huis) as client:
        assert Bureau(client).meld_aan().status == 401
    uit = capfd.readouterr().err
    assert '"event": "oidc_fout"' in uit and "http_401" in uit
    assert "verlopen-geheim" not in uit and "Ans" not in uit and '"a1"' not in uit


def test_ook_met_het_geheim_in_het_formulier(bureau: Bureau, provider: Provider) -> None:
    provider.extra["token_endpoint_auth_methods_supported"] = ["client_secret_post"]
    assert bureau.meld_aan().status == 200


def test_op_twee_computers_tegelijk_de_eerste_keer_is_een_account(huis: Huis, client: TestClient) -> None:
    uitkomsten: list[int] = []

    def een(bureau: Bureau, adres: str) -> None:
        uitkomsten.append(bureau.terug(adres).status)

    with client_van(huis) as ander:
        bureaus = [Bureau(client), Bureau(ander)]
        draden = [threading.Thread(target=een, args=(b, b.heen())) for b in bureaus]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    assert uitkomsten == [200, 200]
    assert len(medewerkers(huis)) == 1


def test_te_vaak_vanaf_een_adres(maak_huis: MaakHuis) -> None:
    huis = maak_huis(rate_limit="on", adres_per_minuut=3)
    with client_van(huis) as client:
        statussen = [client.get(f"/balie/oidc/{HIER}", follow_redirects=False).status_code for _ in range(5)]
    assert statussen == [303, 303, 303, 503, 503]


# The file --------------------------------------------------------------------------------------------------------------
