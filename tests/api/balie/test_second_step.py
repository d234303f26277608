"""The second step: set up once, asked every time, each code once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pyotp
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.balie import totp
from api.balie.accounts import maak_medewerker, zorg_voor_demo
from api.context import Huis
from api.database.login_tables import Herstelcode
from api.database.tables import Inzage, Medewerker, Zitting
from tests.api.balie.conftest import WACHTWOORD, meld_aan
from tests.api.conftest import Wijzerplaat, bouw, client_van
from tests.api.pages.brain import Naprater
from tests.api.pages.browser import Browser

STAP = "/balie/tweede-stap"
RFC_GEHEIM = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # '12345678901234567890', as in RFC 6238


@pytest.fixture
def live(huis: Huis, tmp_path: Path, naprater: Naprater, klok: Wijzerplaat) -> Iterator[Huis]:
    """The same house with --live."""
    echt = bouw(str(huis.database.url), tmp_path, huis.gereedschap, huis.gevaar, naprater, klok, live=True)
    yield echt
    echt.database.sluit()


@pytest.fixture
def cor(live: Huis) -> Iterator[Browser]:
    """Cor gave the right password at the real service and has no second step yet."""
    maak_medewerker(live, "Cor", WACHTWOORD, "kaag-en-braassem")
    with client_van(live) as client:
        yield meld_aan(Browser(client), "Cor")


def geheim_op(browser: Browser) -> str:
    return re.findall(r'<code class="code">([A-Z2-7]{32})</code>', browser.html)[0]


def code_van(geheim: str, klok: Wijzerplaat) -> str:
    return pyotp.TOTP(geheim).at(klok())


def stel_in(browser: Browser, klok: Wijzerplaat) -> tuple[str, list[str]]:
    """Set it up as someone with a phone would; gives the secret and the recovery codes."""
    geheim = geheim_op(browser)
    browser.stuur(STAP, tweede_stap=code_van(geheim, klok))
    codes = re.findall(r'<code class="code">([A-Z0-9-]+)</code>', browser.html)
    klok.verzet(seconds=60)
    return geheim, codes


def medewerker(huis: Huis, naam: str) -> Medewerker:
    with huis.database.lezen() as sessie:
        return sessie.scalars(select(Medewerker).where(Medewerker.naam == naam)).one()


@pytest.mark.parametrize(("tijd", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_de_codes_zijn_die_van_de_rfc(tijd: int, code: str) -> None:
    assert pyotp.TOTP(RFC_GEHEIM).at(tijd) == code


def test_met_live_komt_niemand_binnen_zonder_tweede_stap(cor: Browser) -> None:
    assert cor.pad == STAP
    assert "<svg" in cor.html
    for pad in ("/balie", "/balie/veiligheid", "/balie/logboek"):
        assert cor.open(pad).pad == "/balie/aanmelden"


def test_instellen_geeft_tien_herstelcodes_die_alleen_als_merk_bewaard_worden(
    cor: Browser, live: Huis, klok: Wijzerplaat
) -> None:
    geheim, codes = stel_in(cor, klok)
    assert len(set(codes)) == 10
    assert "Werklijst" in cor.open("/balie").tekst
    assert "nog 10 herstelcodes" in cor.open(STAP).tekst
    live.database.wis_sporen()
    with live.database.lezen() as sessie:
        merken = list(sessie.scalars(select(Herstelcode.merk)))
    assert len(merken) == 10 and not {*merken} & {*codes}
    rij = medewerker(live, "Cor")
    assert rij.totp_aan and geheim.encode() not in (rij.totp or b"")


def test_daarna_is_bij_elk_aanmelden_een_code_nodig(cor: Browser, live: Huis, klok: Wijzerplaat) -> None:
    geheim, _ = stel_in(cor, klok)
    with client_van(live) as client:
        thuis = meld_aan(Browser(client), "Cor")
        assert thuis.pad == STAP and geheim not in thuis.html
        assert thuis.stuur(STAP, tweede_stap="000000").status == 401
        assert thuis.open("/balie").pad == "/balie/aanmelden"
        meld_aan(thuis, "Cor").stuur(STAP, tweede_stap=code_van(geheim, klok))
        assert (thuis.pad, thuis.status) == ("/balie", 200)


def test_een_code_werkt_een_keer_ook_binnen_zijn_venster(cor: Browser, live: Huis, klok: Wijzerplaat) -> None:
    geheim, _ = stel_in(cor, klok)
    code = code_van(geheim, klok)
    with client_van(live) as een, client_van(live) as twee:
        assert meld_aan(Browser(een), "Cor").stuur(STAP, tweede_stap=code).pad == "/balie"
        assert meld_aan(Browser(twee), "Cor").stuur(STAP, tweede_stap=code).status == 401


@pytest.mark.parametrize(("seconden", "mag"), [(-30, True), (30, True), (-90, False), (90, False)])
def test_de_klok_van_de_telefoon_mag_een_stap_afwijken(
    cor: Browser, live: Huis, klok: Wijzerplaat, seconden: int, mag: bool
) -> None:
    geheim, _ = stel_in(cor, klok)
    klok.verzet(minutes=5)
    telefoon = replace(klok)
    telefoon.verzet(seconds=seconden)
    gebruikt = totp.gebruik(live, medewerker(live, "Cor").id, code_van(geheim, telefoon))
    assert gebruikt == ("code" if mag else None)


def test_een_herstelcode_werkt_een_keer_en_staat_in_het_logboek(cor: Browser, live: Huis, klok: Wijzerplaat) -> None:
    _, codes = stel_in(cor, klok)
    with client_van(live) as client:
        browser = meld_aan(Browser(client), "Cor").stuur(STAP, tweede_stap=codes[3].lower().replace("-", " "))
        assert browser.pad == "/balie"
        assert "nog 9 herstelcodes" in browser.open(STAP).tekst
        browser.open("/balie").stuur("/balie/afmelden")
        assert meld_aan(browser, "Cor").stuur(STAP, tweede_stap=codes[3]).status == 401
    with live.database.lezen() as sessie:
        wat = list(sessie.scalars(select(Inzage.wat).order_by(Inzage.id)))
    assert wat == ["tweede stap ingesteld", "aangemeld", "herstelcode", "aangemeld"]


def test_na_vijf_foute_codes_is_de_tweede_stap_op_slot_ook_met_een_nieuwe_zitting(
    cor: Browser, live: Huis, klok: Wijzerplaat
) -> None:
    geheim, codes = stel_in(cor, klok)
    with client_van(live) as client:
        browser = meld_aan(Browser(client), "Cor")
        for _ in range(5):
            assert browser.stuur(STAP, tweede_stap="123123").status == 401
        meld_aan(browser, "Cor")
        for code in (code_van(geheim, klok), codes[0]):
            assert browser.stuur(STAP, tweede_stap=code).status == 429
        assert int(browser.koppen["retry-after"]) in (30, 31)
        klok.verzet(seconds=32)
        assert browser.stuur(STAP, tweede_stap=codes[0]).pad == "/balie"


def test_de_koek_van_voor_de_tweede_stap_opent_daarna_niets(cor: Browser, live: Huis, klok: Wijzerplaat) -> None:
    oud = cor.client.cookies["voordeur_balie"]
    stel_in(cor, klok)
    nieuw = cor.client.cookies["voordeur_balie"]
    assert nieuw != oud
    cor.client.cookies.clear()
    cor.client.cookies.set("voordeur_balie", oud, path="/balie")
    assert cor.open(STAP).pad == "/balie/aanmelden"


def test_tussen_wachtwoord_en_code_zit_hooguit_tien_minuten(cor: Browser, klok: Wijzerplaat) -> None:
    klok.verzet(minutes=11)
    assert cor.open(STAP).pad == "/balie/aanmelden"


def test_instellen_kan_drie_dagen_en_daarna_pas_weer_na_de_beheerder(
    live: Huis, cor: Browser, klok: Wijzerplaat
) -> None:
    klok.verzet(days=3, seconds=1)
    assert meld_aan(cor, "Cor").status == 401
    assert "Vraag de beheerder" in cor.tekst
    with live.database.schrijven() as sessie:
        totp.zet_terug(sessie, sessie.scalars(select(Medewerker)).one(), klok())
    assert meld_aan(cor, "Cor").pad == STAP


def test_een_zitting_van_voor_live_is_niet_meer_genoeg(ans: Browser, live: Huis) -> None:
    with client_van(live) as client:
        client.cookies.set("voordeur_balie", ans.client.cookies["voordeur_balie"], path="/balie")
        assert Browser(client).open("/balie").pad == "/balie/aanmelden"


def test_de_demo_mag_zonder_zolang_de_gemeente_demo_is(
    huis: Huis, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo = zorg_voor_demo(huis)
    assert demo is not None
    assert meld_aan(browser, *demo).pad == "/balie"
    assert browser.open(STAP).pad == "/balie", "het gedeelde account krijgt er geen: dan komt een ander er niet meer in"
    echt = {naam: g.model_copy(update={"demo": False}) for naam, g in huis.gereedschap.kennis.nu.gemeenten.items()}
    monkeypatch.setattr(type(huis), "gemeente", lambda _, naam: echt[naam])
    assert browser.open("/balie").pad == "/balie/aanmelden"
    assert meld_aan(browser, *demo).pad == STAP


def test_in_de_demo_mag_een_medewerker_hem_zelf_aanzetten(ans: Browser, klok: Wijzerplaat) -> None:
    ans.open(STAP)
    assert "Niet nu" in ans.tekst
    geheim, codes = stel_in(ans, klok)
    assert len(codes) == 10
    meld_aan(ans.open("/balie").stuur("/balie/afmelden"), "Ans")
    assert ans.pad == STAP
    assert ans.stuur(STAP, tweede_stap=code_van(geheim, klok)).pad == "/balie"


def test_wie_ook_het_wachtwoord_weet_ziet_een_ander_geheim_en_valt_eruit_als_het_klaar_is(
    cor: Browser, live: Huis, klok: Wijzerplaat
) -> None:
    with client_van(live) as client:
        ander = meld_aan(Browser(client), "Cor")
        zijn = dict(ander.form(STAP).velden)["sleutel"]
        assert geheim_op(ander) != geheim_op(cor)
        geheim = geheim_op(ander)
        assert cor.stuur(STAP, sleutel=zijn, tweede_stap=code_van(geheim, klok)).status == 401
        stel_in(cor.open(STAP), klok)
        assert ander.stuur(STAP, tweede_stap=code_van(geheim, klok)).pad == "/balie/aanmelden"


def test_na_een_foute_code_blijft_hetzelfde_plaatje_staan(cor: Browser, klok: Wijzerplaat) -> None:
    geheim = geheim_op(cor)
    assert geheim_op(cor.stuur(STAP, tweede_stap="000000")) == geheim
    assert cor.stuur(STAP, tweede_stap=code_van(geheim, klok)).status == 200


def test_het_formulier_komt_van_onze_pagina(cor: Browser, klok: Wijzerplaat) -> None:
    assert cor.stuur(STAP, tweede_stap=code_van(geheim_op(cor), klok), csrf="fout").status == 403


def test_een_beheerder_laat_iemand_opnieuw_beginnen(
    ans: Browser, als: Callable[..., Browser], huis: Huis, klok: Wijzerplaat, client: TestClient
) -> None:
    ans.open(STAP)
    stel_in(ans, klok)
    wie = medewerker(huis, "Ans").id
    beheerder = als("beheerder")
    assert "staat aan" in beheerder.open("/balie/gebruikers").tekst
    beheerder.stuur(f"/balie/gebruikers/{wie}/tweede-stap")
    assert "drie dagen" in beheerder.tekst
    rij = medewerker(huis, "Ans")
    assert (rij.totp_aan, rij.totp, rij.totp_sleutel) == (False, None, None)
    assert ans.open("/balie").pad == "/balie/aanmelden"
    with huis.database.lezen() as sessie:
        assert not list(sessie.scalars(select(Herstelcode)))
        assert wie not in list(sessie.scalars(select(Zitting.medewerker_id)))
        assert f"tweede stap terug: {wie}" in list(sessie.scalars(select(Inzage.wat)))


def test_een_beheerder_van_elders_kan_er_niet_bij(ans: Browser, als: Callable[..., Browser], huis: Huis) -> None:
    elders = als("beheerder", gemeente="ridderkerk").open("/balie/gebruikers")
    assert "Ans" not in elders.tekst
    csrf = dict(elders.form("/balie/afmelden").velden)["csrf"]
    pad = f"/balie/gebruikers/{medewerker(huis, 'Ans').id}/tweede-stap"
    assert elders.post(pad, [("csrf", csrf)]).status == 404


def test_dezelfde_code_in_twee_processen_tegelijk_opent_er_een(overal: Huis, klok: Wijzerplaat) -> None:
    maak_medewerker(overal, "Cor", WACHTWOORD, "kaag-en-braassem")
    wie = medewerker(overal, "Cor").id
    geheim = totp.nieuw_geheim()
    codes = totp.zet_aan(overal, wie, geheim, code_van(geheim, klok))
    assert codes is not None
    assert totp.zet_aan(overal, wie, geheim, code_van(geheim, klok)) is None, "wat aanstaat, zet niemand anders aan"
    klok.verzet(seconds=60)
    for code in (code_van(geheim, klok), codes[0]):
        with ThreadPoolExecutor(8) as draden:
            uit = list(draden.map(lambda _, c=code: totp.gebruik(overal, wie, c), range(8)))
        assert len([een for een in uit if een]) == 1
