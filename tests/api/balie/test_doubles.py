"""Perhaps the same question, perhaps from the other parent: quietly marked for staff who may see both, and told to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from api.aanmelding import service
from api.balie.doubles import ids_dubbel, list_dubbel
from api.context import Huis
from tests.api.balie.case import familie, rij_van
from tests.api.balie.conftest import Stuur, stuur_naar
from tests.api.balie.test_worklist import rij
from tests.api.conftest import Wijzerplaat
from tests.api.pages.browser import Browser

KAAG, MERK = "kaag-en-braassem", "Mogelijk dezelfde vraag"
MOEDER: dict[str, Any] = {
    "naam": "Sanne de Vries", "kind_leeftijd": "8 jaar", "kern": "kaag", "contact": {"telefoon": "06 11111111"},
}  # fmt: skip
ANDERS: dict[str, Any] = {
    "naam": "Joris Bos",
    "kind_leeftijd": "3",
    "kern": "leimuiden",
    "contact": {"telefoon": "06 22222222"},
}


def gelijkend(huis: Huis, kenmerk: str, teams: frozenset[str | None] | None = None) -> set[str]:
    """What stands with this aanmelding; the mark in the list says the same."""
    zelf = rij_van(huis, kenmerk)
    with huis.database.lezen() as sessie:
        gevonden = {een.kenmerk for een in list_dubbel(sessie, zelf, teams=teams, nu=huis.klok())}
        gemerkt = ids_dubbel(sessie, [zelf.id], teams=teams, nu=huis.klok())
    assert bool(gevonden) == (zelf.id in gemerkt)
    return gevonden


@pytest.mark.parametrize(
    "vader",
    [
        {"contact": {"telefoon": "+31611111111"}},
        {"naam": "Piet DE VRIES", "kind_leeftijd": "9", "kern": "kaag"},
        {"naam": "Piet de Vries-Bos", "kind_leeftijd": "7", "kern": "kaag"},
    ],
)
def test_hetzelfde_nummer_of_achternaam_kern_en_leeftijd_merkt_allebei(overal: Huis, vader: dict[str, Any]) -> None:
    stuur = stuur_naar(overal)
    een, twee = stuur(**MOEDER), stuur(**ANDERS | vader)
    stuur(naam="Iemand Anders", contact={"telefoon": "06 33333333"})
    assert gelijkend(overal, een) == {twee}
    assert gelijkend(overal, twee) == {een}


@pytest.mark.parametrize(
    "ander",
    [
        {},
        {"naam": "Piet de Vries", "kind_leeftijd": "10", "kern": "kaag"},
        {"naam": "Piet de Vries", "kind_leeftijd": "8", "kern": "leimuiden"},
        {"naam": "Piet Bakker", "kind_leeftijd": "8", "kern": "kaag"},
        {"naam": "Vries", "kind_leeftijd": "8", "kern": "kaag"},
        {"naam": "Piet de Vries", "kind_leeftijd": "8 en 12", "kern": "kaag"},
    ],
)
def test_wat_er_maar_half_op_lijkt_wordt_niet_gemerkt(huis: Huis, stuur: Stuur, ander: dict[str, Any]) -> None:
    een = stuur(**MOEDER)
    stuur(**ANDERS | ander)
    assert gelijkend(huis, een) == set()


def test_na_een_half_jaar_en_na_wissen_is_het_merk_weg(huis: Huis, stuur: Stuur, klok: Wijzerplaat) -> None:
    oud = stuur(**MOEDER)
    klok.verzet(days=184)
    nieuw, derde = stuur(**MOEDER), stuur(**MOEDER)
    assert gelijkend(huis, oud) == set()
    assert gelijkend(huis, nieuw) == {derde}
    service.trek_in(huis, rij_van(huis, derde))
    assert gelijkend(huis, nieuw) == set()


def test_alleen_wie_beide_mag_zien_ziet_het(huis: Huis, als: Callable[..., Browser], stuur: Stuur) -> None:
    noord = stuur(gemeente="ridderkerk", **MOEDER | {"kern": "bolnes"})
    zuid = stuur(gemeente="ridderkerk", **MOEDER | {"kern": "rijsoord"})
    stuur(**MOEDER)
    alleen_noord = als("medewerker", gemeente="ridderkerk", team="jgt-ridderkerk-noord")
    assert MERK not in rij(alleen_noord.open("/balie"), noord)
    assert zuid not in alleen_noord.open(f"/balie/aanmeldingen/{noord}").html
    assert MERK not in alleen_noord.html
    allebei = als("coordinator", gemeente="ridderkerk")
    assert MERK in rij(allebei.open("/balie"), noord) and MERK in rij(allebei, zuid)
    allebei.open(f"/balie/aanmeldingen/{noord}")
    assert f"/balie/aanmeldingen/{zuid}" in allebei.html
    assert "Zeg dat tegen geen van beiden" in allebei.tekst


def test_het_gezin_en_het_afdrukblad_zeggen_er_niets_over(huis: Huis, ans: Browser, stuur: Stuur) -> None:
    een, twee = stuur(**MOEDER), stuur(**MOEDER)
    assert MERK in rij(ans.open("/balie"), een)
    for tekst in (familie(huis, een), ans.open(f"/balie/aanmeldingen/{een}/print").html):
        assert twee not in tekst and "dezelfde vraag" not in tekst
