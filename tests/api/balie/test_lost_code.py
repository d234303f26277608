"""A lost code: only after the identity was checked, shown once, and whoever had the old one is out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from api.aanmelding import service
from api.context import Huis
from api.database.tables import Inzage
from api.problem import Probleem
from tests.api.balie.case import familie, logboek, rij_van
from tests.api.balie.conftest import Stuur
from tests.api.pages.browser import Browser
from tests.api.veiligheid.requests import toegang_tot

CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\b")


def vraag_aan(browser: Browser, kenmerk: str, **velden: str | None) -> str:
    """Asks for a new code in the page; gives what it shows, or nothing."""
    pad = f"/balie/aanmeldingen/{kenmerk}/nieuwe-code"
    browser.open(pad).stuur(pad, **velden)
    gevonden = CODE.search(browser.tekst)
    return gevonden[0] if gevonden else ""


def test_na_de_controle_werkt_alleen_de_nieuwe_code_en_is_wie_meelas_eruit(
    huis: Huis, ans: Browser, stuur: Stuur
) -> None:
    kenmerk = stuur()
    token, oud = toegang_tot(huis, kenmerk), rij_van(huis, kenmerk).code_merk
    code = vraag_aan(ans, kenmerk, keuze="teruggebeld")
    assert code and code in ans.tekst
    with pytest.raises(Probleem) as fout:
        service.get_voor_familie(huis, kenmerk, token)
    assert fout.value.status == 401
    assert rij_van(huis, kenmerk).code_merk != oud
    assert service.geef_toegang(huis, kenmerk=kenmerk, code=code).token


def test_de_code_is_maar_een_keer_te_zien(ans: Browser, stuur: Stuur, huis: Huis) -> None:
    kenmerk = stuur()
    code = vraag_aan(ans, kenmerk, keuze="in_persoon")
    for pad in ("", "/nieuwe-code", "/print"):
        assert code not in ans.open(f"/balie/aanmeldingen/{kenmerk}{pad}").html
    assert ans.koppen["cache-control"] == "no-store"
    assert code not in familie(huis, kenmerk)


def test_hetzelfde_formulier_nog_eens_sturen_maakt_geen_tweede_code(huis: Huis, ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur()
    pad = f"/balie/aanmeldingen/{kenmerk}/nieuwe-code"
    velden = [*ans.open(pad).form(pad).velden, ("keuze", "in_persoon")]
    ans.post(pad, velden)
    eerste = rij_van(huis, kenmerk).code_merk
    assert ans.post(pad, velden).status == 409
    assert rij_van(huis, kenmerk).code_merk == eerste


def test_zonder_controle_geen_code(huis: Huis, ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur()
    oud = rij_van(huis, kenmerk).code_merk
    for keuze in (None, "", "hij klonk aardig"):
        assert not vraag_aan(ans, kenmerk, keuze=keuze)
        assert ans.status == 422 and "Kies eerst hoe je weet wie je spreekt" in ans.html
    assert rij_van(huis, kenmerk).code_merk == oud


@pytest.mark.parametrize("contact", [{"veilig_bellen": False}, {"telefoon": None, "email": "x@voorbeeld.nl"}])
def test_wie_niet_veilig_te_bellen_is_alleen_in_persoon(ans: Browser, stuur: Stuur, contact: dict[str, object]) -> None:
    kenmerk = stuur(contact=contact)
    assert not vraag_aan(ans, kenmerk, keuze="teruggebeld")
    assert "alleen in persoon" in ans.tekst
    assert vraag_aan(ans, kenmerk, keuze="in_persoon")


def test_het_gezin_leest_het_en_het_logboek_weet_wie_en_hoe_maar_niet_de_code(
    huis: Huis, ans: Browser, stuur: Stuur, browser: Browser, capfd: pytest.CaptureFixture[str]
) -> None:
    kenmerk = stuur()
    code = vraag_aan(ans, kenmerk, keuze="teruggebeld")
    assert ("Ans", "nieuwe_code", None) in logboek(huis, kenmerk)
    with huis.database.lezen() as sessie:
        regels = [rij.wat for rij in sessie.scalars(select(Inzage)) if rij.kenmerk == kenmerk]
    assert regels == ["nieuwe code bekeken", "nieuwe code, teruggebeld"]
    uit = capfd.readouterr()
    assert code not in uit.out + uit.err


def test_op_de_pagina_van_het_gezin_staat_dat_er_een_nieuwe_code_is(
    huis: Huis, client: TestClient, stuur: Stuur, ans: Browser
) -> None:
    kenmerk = stuur()
    code = vraag_aan(ans, kenmerk, keuze="in_persoon")
    gezin = Browser(client)
    gezin.client.cookies.clear()
    gezin.open("/aanmelding").stuur("/aanmelding/openen", kenmerk=kenmerk, code=code)
    assert "Er is een nieuwe code gemaakt" in gezin.tekst
    assert "Ans" not in gezin.tekst


def test_een_slot_van_foute_codes_gaat_eraf(huis: Huis, ans: Browser, stuur: Stuur) -> None:
    kenmerk = stuur()
    for _ in range(6):
        with pytest.raises(Probleem):
            service.geef_toegang(huis, kenmerk=kenmerk, code="AAAA-AAAA-AAAA")
    assert service.geef_toegang(huis, kenmerk=kenmerk, code=vraag_aan(ans, kenmerk, keuze="in_persoon")).token


def test_een_ander_team_kan_geen_code_maken_en_na_wissen_kan_niemand_het(
    huis: Huis, als: Callable[..., Browser], ans: Browser, stuur: Stuur
) -> None:
    noord = stuur(gemeente="ridderkerk", kern="bolnes")
    zuid = als("medewerker", gemeente="ridderkerk", team="jgt-ridderkerk-zuid")
    assert zuid.open(f"/balie/aanmeldingen/{noord}/nieuwe-code").status == 404
    weg = stuur()
    service.trek_in(huis, rij_van(huis, weg))
    assert ans.open(f"/balie/aanmeldingen/{weg}/nieuwe-code").status == 404
