"""Practical questions: the intent says which topics may answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.kaarten import ArtikelKaart
from actions.practical import ONDERWERPEN, ActiePraktisch
from tests.actions.hulp import GEREEDSCHAP, SLAPEN, WACHTTIJD, ids, situatie, vind

WACHT = ActiePraktisch(GEREEDSCHAP, "actie_wachttijd", ("wachttijd",))


def test_het_antwoord_komt_uit_het_onderwerp_van_de_intentie() -> None:
    uitkomst = WACHT.doe(situatie("slapen en hoe lang duurt het", kennis=vind((SLAPEN, 0.9), (WACHTTIJD, 0.05))))
    kaart = uitkomst.kaarten[0]
    assert isinstance(kaart, ArtikelKaart)
    assert kaart.artikel == "wachttijd/hoe-lang"
    assert (uitkomst.route, uitkomst.onderwerp) == ("praktisch", "wachttijd")
    assert WACHT.name() == "actie_wachttijd"


def test_een_praktische_vraag_is_nog_geen_zorg_voor_de_aanmelding() -> None:
    assert "verhaal" not in WACHT.doe(situatie("hoe lang duurt het", kennis=vind((WACHTTIJD, 0.9)))).slots


def test_een_knop_krijgt_het_eerste_artikel_van_het_onderwerp() -> None:
    assert WACHT.doe(situatie("")).artikel == "wachttijd/hoe-lang"


def test_zonder_artikel_is_er_de_weg_naar_een_mens() -> None:
    uitkomst = ActiePraktisch(GEREEDSCHAP, "actie_pgb", ("pgb",)).doe(situatie("wat is een pgb"))
    assert ids(uitkomst.kaarten) == ["mens", "contact"]
    assert (uitkomst.route, uitkomst.onderwerp, uitkomst.slots) == ("praktisch", "pgb", {"wacht_op": None})


@pytest.mark.parametrize("onderwerp", sorted({slug for slugs in ONDERWERPEN.values() for slug in slugs}))
def test_elk_praktisch_onderwerp_bestaat_en_heeft_een_artikel(onderwerp: str, kennis) -> None:
    assert onderwerp in kennis.onderwerpen
    assert any(artikel.onderwerp == onderwerp for artikel in kennis.geldig)


def test_dezelfde_kaart_komt_niet_twee_keer() -> None:
    al = {"getoond": ["wachttijd/hoe-lang"], "artikel": "wachttijd/hoe-lang", "onderwerp": "wachttijd"}
    uitkomst = WACHT.doe(situatie("en hoe lang nu", kennis=vind((WACHTTIJD, 0.9)), **al))
    assert not any(isinstance(kaart, ArtikelKaart) for kaart in uitkomst.kaarten)
    assert uitkomst.route == "praktisch"


def test_een_onzekere_bedoeling_wijkt_voor_een_zekere_vraag_over_het_kind() -> None:
    kennis = vind((SLAPEN, 0.9), (WACHTTIJD, 0.05))
    s = situatie("mijn peuter komt steeds uit bed", kennis=kennis)
    assert WACHT.doe(replace(s, zekerheid=0.5)).artikel == "slapen/uit-bed"
    assert WACHT.doe(replace(s, zekerheid=0.9)).artikel == "wachttijd/hoe-lang"
