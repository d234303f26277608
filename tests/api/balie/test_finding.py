"""The one search field: found by what a family says on the phone, by who may see it, and written down without what was said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from api.aanmelding import service
from api.balie import finding
from api.context import Huis
from api.crypto import Sleutelbos
from api.database.tables import Inzage
from tests.api.balie.case import rij_van
from tests.api.balie.conftest import Stuur
from tests.api.balie.test_worklist import kenmerken
from tests.api.pages.browser import Browser

NOORD, ZUID = "jgt-ridderkerk-noord", "jgt-ridderkerk-zuid"
TYPT = {"HX-Request": "true", "HX-Trigger": "zoekvak"}
Als = Callable[..., Browser]


def zoek(browser: Browser, wat: str) -> list[str]:
    return kenmerken(browser.open("/balie").stuur("/balie/zoek", zoek=wat))


def inzagen(huis: Huis) -> list[str]:
    with huis.database.lezen() as sessie:
        return [f"{rij.wat} {rij.kenmerk}" for rij in sessie.scalars(select(Inzage)) if rij.wat.startswith("gezocht")]


@pytest.fixture
def twee(stuur: Stuur) -> tuple[str, str]:
    een = stuur(naam="Sanne de Vries", contact={"telefoon": "06-11 11 11 11", "email": "Sanne@voorbeeld.nl"})
    return een, stuur(naam="Joris van Dam", contact={"telefoon": "06 22222222"})


@pytest.mark.parametrize(
    "getypt",
    ["0611111111", "+31 6 11111111", "0031 611 111 111", "sanne@VOORBEELD.nl", "de Vries", "vríes", "Sanne de Vries"],
)
def test_gevonden_op_nummer_adres_of_achternaam_zoals_het_gezin_het_zegt(
    ans: Browser, twee: tuple[str, str], getypt: str
) -> None:
    assert zoek(ans, getypt) == [twee[0]]
    assert "Vertel niets voordat je weet wie je spreekt" in ans.tekst


@pytest.mark.parametrize("getypt", ["061111", "11111111", "sanne@", "voorbeeld.nl", "vrie", "Sanne", "ries", "%", "*"])
def test_nooit_op_een_deel(ans: Browser, twee: tuple[str, str], getypt: str) -> None:
    assert zoek(ans, getypt) == []
    assert ans.status == 200


def test_een_heel_kenmerk_opent_meteen_en_een_begin_geeft_de_lijst(ans: Browser, twee: tuple[str, str]) -> None:
    assert zoek(ans, twee[0][:7]) == [twee[0]]
    ans.open("/balie").stuur("/balie/zoek", zoek=twee[0].lower().replace("-", ""))
    assert ans.pad == f"/balie/aanmeldingen/{twee[0]}"


def test_een_achternaam_die_ook_het_begin_van_een_kenmerk_is_vindt_allebei(bos: Sleutelbos) -> None:
    gezocht = finding.lees(bos, "kaag-en-braassem", "Jansen")
    assert (gezocht.waarop, gezocht.kenmerk, len(gezocht.merken)) == ("achternaam", "VD-JANS-EN", 1)
    assert finding.lees(bos, "kaag-en-braassem", "de Vries").kenmerk == ""
    assert finding.lees(bos, "kaag-en-braassem", "7K4P").waarop == "kenmerk"


@pytest.fixture
def bos() -> Sleutelbos:
    return Sleutelbos(b"1" * 32)


def test_ook_wat_is_afgerond_is_te_vinden_en_wat_gewist_is_niet(
    huis: Huis, ans: Browser, twee: tuple[str, str]
) -> None:
    pad = f"/balie/aanmeldingen/{twee[0]}"
    ans.open(pad).stuur(f"{pad}/oppakken")
    service.trek_in(huis, rij_van(huis, twee[0]))
    assert zoek(ans, "de Vries") == [twee[0]], "ingetrokken na het oppakken: de tekst is er nog"
    service.trek_in(huis, rij_van(huis, twee[1]))
    assert zoek(ans, "van Dam") == []


def test_het_eigen_team_en_de_eigen_gemeente_gelden_ook_bij_zoeken(als: Als, stuur: Stuur) -> None:
    noord = stuur(gemeente="ridderkerk", kern="bolnes")
    assert zoek(als("medewerker", gemeente="ridderkerk", team=NOORD), "06 00000012") == [noord]
    assert zoek(als("coordinator", gemeente="ridderkerk"), "06 00000012") == [noord]
    assert zoek(als("medewerker", gemeente="ridderkerk", team=ZUID), "06 00000012") == []
    kaag = als("medewerker", gemeente="kaag-en-braassem", team="jgt-kaag-en-braassem")
    assert zoek(kaag, "06 00000012") == []
    assert zoek(kaag, noord) == []


def test_het_logboek_houdt_bij_dat_er_gezocht_is_en_niet_waarnaar(
    huis: Huis, ans: Browser, twee: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    for getypt in ("0611111111", "sanne@voorbeeld.nl", "de Vries", "7K4P"):
        zoek(ans, getypt)
    assert inzagen(huis) == [
        "gezocht op telefoon ", "gezocht op email ", "gezocht op achternaam ", "gezocht op kenmerk "
    ]  # fmt: skip
    uit = capfd.readouterr()
    assert not any(woord in uit.out + uit.err for woord in ("0611111111", "sanne@", "Vries"))


def test_wie_nog_typt_zoekt_alleen_het_begin_van_een_kenmerk(huis: Huis, ans: Browser, twee: tuple[str, str]) -> None:
    ans.open("/balie").stuur("/balie/zoek", koppen=TYPT, zoek="0611111111")
    assert kenmerken(ans) == [] and "Druk op Zoek" in ans.tekst
    ans.open("/balie").stuur("/balie/zoek", koppen=TYPT, zoek=twee[0])
    assert kenmerken(ans) == [twee[0]], "en opent niet vanzelf"
    ans.open("/balie").stuur("/balie/zoek", koppen=TYPT, zoek="")
    assert set(kenmerken(ans)) == set(twee)
    assert inzagen(huis) == []


def test_zonder_iets_te_typen_komt_de_hele_lijst(ans: Browser, twee: tuple[str, str]) -> None:
    assert set(zoek(ans, "")) == set(twee)


def test_een_vreemde_pagina_kan_niet_zoeken(ans: Browser, twee: tuple[str, str]) -> None:
    ans.open("/balie").stuur("/balie/zoek", zoek="de Vries", csrf="fout")
    assert ans.status == 403
    assert kenmerken(ans) == []


def test_wat_gezocht_is_staat_niet_in_het_adres(ans: Browser, twee: tuple[str, str]) -> None:
    zoek(ans, "de Vries")
    assert ans.pad == "/balie/zoek"
    assert "hx-get" not in ans.html.partition('id="lijst"')[2], (
        "een uitkomst ververst niet, dus het gezochte gaat nergens heen"
    )
