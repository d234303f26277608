"""While an aanmelding is being made, a name, a moment or another age goes to the aanmelding and not to search."""

from __future__ import annotations

import pytest

from actions.inform import ActieAntwoord
from actions.kaarten import AanmeldingKaart
from actions.talk import GEZEGDEN, ActieZeg
from tests.actions.hulp import GEREEDSCHAP, SLAPEN, ids, situatie, vind

ANTWOORD = ActieAntwoord(GEREEDSCHAP)


@pytest.mark.parametrize(
    ("tekst", "gezegd"),
    [
        ("[naam] is mijn naam", "naam_erbij"),
        ("liefst 's avonds", "moment_gehoord"),
        ("[telefoon] is beter", "nummer_erbij"),
    ],
)
def test_met_de_kaart_in_beeld_wordt_die_aangevuld(tekst: str, gezegd: str) -> None:
    uitkomst = ANTWOORD.beslis(situatie(tekst, kaart_getoond=True, verhaal=["hij slaapt niet"]))
    assert ids(uitkomst.kaarten) == [gezegd, "aanmelding"]
    kaart = uitkomst.kaarten[1]
    assert isinstance(kaart, AanmeldingKaart)
    assert kaart.velden["zorg"] == "hij slaapt niet."


def test_een_andere_leeftijd_verbetert_de_kaart() -> None:
    s = situatie(
        "ze is net 12 geworden dus geen 11",
        kaart_getoond=True,
        noemt_leeftijd=True,
        kind_leeftijd={"jaren": 12, "tekst": "12 jaar"},
    )
    uitkomst = ANTWOORD.beslis(s)
    assert ids(uitkomst.kaarten) == ["erbij_gezet", "aanmelding"]


def test_midden_in_de_vragen_alleen_een_woord_want_de_vraag_komt_terug() -> None:
    assert ids(ANTWOORD.beslis(situatie("ik heet [naam]", requested_slot="kern")).kaarten) == ["naam_erbij"]


def test_zonder_aanmelding_of_met_een_echte_vraag_antwoordt_de_actie_zelf() -> None:
    los = ANTWOORD.beslis(situatie("ik heet [naam]", kennis=vind((SLAPEN, 0.9))))
    vraag = ANTWOORD.beslis(situatie("hoe krijg ik hem in bed", kennis=vind((SLAPEN, 0.9)), kaart_getoond=True))
    assert los.artikel == vraag.artikel == "slapen/uit-bed"


def test_ja_met_de_kaart_in_beeld_zegt_hoe_je_verstuurt() -> None:
    actie = ActieZeg(GEREEDSCHAP, "actie_geholpen", GEZEGDEN["actie_geholpen"])
    assert ids(actie.doe(situatie("ja klopt", intent="ja", kaart_getoond=True)).kaarten)[0] == "nog_versturen"
    assert ids(actie.doe(situatie("ja klopt", intent="ja")).kaarten)[0] == "geholpen"
