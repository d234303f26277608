"""Where a conversation does not run smoothly: nobody is lost, nothing is said twice, and help stays one step away."""

from __future__ import annotations

import pytest

from actions.friction import (
    ActieAndereVraag,
    ActieBoos,
    ActieBuitenBereik,
    ActieCorrectie,
    ActieNummerGehoord,
    ActieRustigAan,
    zonder_aankondiging,
)
from actions.told import wanneer_te_bereiken
from tests.actions.hulp import DROMEN, GEREEDSCHAP, JGT, PESTEN, SLAPEN, ids, keuzes, situatie, vind

BOOS, RUSTIG, BUITEN = ActieBoos(GEREEDSCHAP), ActieRustigAan(GEREEDSCHAP), ActieBuitenBereik(GEREEDSCHAP)
CORRECTIE, NUMMER = ActieCorrectie(GEREEDSCHAP), ActieNummerGehoord(GEREEDSCHAP)
VIJF = {"jaren": 5.0, "tekst": "5 jaar"}
LOOPT = {"artikel": "slapen/uit-bed", "onderwerp": "slapen", "laatste_vraag": "hij komt uit bed", "kind_leeftijd": VIJF}


def test_boosheid_wordt_erkend_met_een_mens_en_de_klachtweg() -> None:
    uitkomst = BOOS.doe(situatie("wat een waardeloze club"))
    assert ids(uitkomst.kaarten) == ["boos", "contact", "keuzes"]
    assert {"wil_aanmelden", "klacht"} <= set(keuzes(uitkomst.kaarten))
    assert uitkomst.slots == {"wacht_op": None, "aangeboden": ["boos"]}


def test_wie_boos_blijft_krijgt_niet_twee_keer_hetzelfde() -> None:
    uitkomst = BOOS.doe(situatie("doe eens wat", aangeboden=["boos", "jgt"]))
    assert ids(uitkomst.kaarten) == ["boos_weer", "contact", "keuzes"]
    assert "klacht" in keuzes(uitkomst.kaarten)
    assert uitkomst.slots["aangeboden"] == ["boos", "jgt"]


def test_wat_iemand_boos_al_deed_gaat_mee_naar_het_jgt_en_het_schelden_niet() -> None:
    uitkomst = BOOS.doe(situatie("Stelletje prutsers. Ik heb al vier keer gemaild!"))
    assert uitkomst.slots["al_geprobeerd"] == "Ik heb al vier keer gemaild!"
    assert "verhaal" not in uitkomst.slots


def test_een_boos_kind_is_geen_boze_bezoeker() -> None:
    uitkomst = BOOS.doe(situatie("mijn zoon is altijd boos", kennis=vind((PESTEN, 0.9)), kind_leeftijd=VIJF))
    assert uitkomst.artikel == "pesten/op-school"
    over_ons = BOOS.doe(situatie("jullie zijn slecht", kennis=vind((JGT, 0.9)), kind_leeftijd=VIJF))
    assert ids(over_ons.kaarten)[0] == "boos"


def test_wie_niet_weet_wat_te_zeggen_krijgt_de_tweede_keer_een_mens() -> None:
    eerste = RUSTIG.doe(situatie("weet niet"))
    assert ids(eerste.kaarten) == ["rustig_aan", "keuzes"]
    tweede = RUSTIG.doe(situatie("geen idee", misverstanden=eerste.slots["misverstanden"]))
    assert ids(tweede.kaarten) == ["onbegrepen_mens", "contact", "keuzes"]
    assert tweede.slots["misverstanden"] == 0


def test_buiten_bereik_wordt_een_keer_gezegd_en_dan_een_mens() -> None:
    eerste = BUITEN.doe(situatie("hoe laat rijdt de bus", kennis=vind((PESTEN, 0.02), buiten=0.9)))
    assert ids(eerste.kaarten) == ["buiten_bereik", "keuzes"]
    tweede = BUITEN.doe(
        situatie("en de trein", kennis=vind((PESTEN, 0.02), buiten=0.9), aangeboden=eerste.slots["aangeboden"])
    )
    assert ids(tweede.kaarten) == ["onbegrepen_mens", "contact", "keuzes"]


def test_wat_de_zoeker_zeker_kent_is_niet_buiten_bereik() -> None:
    uitkomst = BUITEN.doe(situatie("uitgelachen in de klas", kennis=vind((PESTEN, 0.9))))
    assert (uitkomst.artikel, uitkomst.slots["verhaal"]) == ("pesten/op-school", ["uitgelachen in de klas"])


def test_een_ander_kind_zonder_leeftijd_maakt_de_oude_leeftijd_ongeldig() -> None:
    uitkomst = CORRECTIE.doe(situatie("nee ik bedoel mijn oudste", **LOOPT))
    assert ids(uitkomst.kaarten) == ["correctie_kind", "keuzes"]
    assert (uitkomst.slots["kind_leeftijd"], uitkomst.onderwerp) == (None, "slapen")


def test_in_de_aanmelding_vraagt_het_formulier_zelf_naar_de_leeftijd() -> None:
    uitkomst = CORRECTIE.doe(situatie("nee ik bedoel mijn oudste", requested_slot="kern", **LOOPT))
    assert ids(uitkomst.kaarten) == ["correctie"]
    assert uitkomst.slots["kind_leeftijd"] is None


@pytest.mark.parametrize("gevonden", [SLAPEN, DROMEN])
def test_een_verbeterd_feit_wordt_bevestigd_en_het_onderwerp_blijft(gevonden) -> None:
    uitkomst = CORRECTIE.doe(situatie("sorry hij is vijf", kennis=vind((gevonden, 0.9)), **LOOPT))
    assert ids(uitkomst.kaarten)[0] == "correctie"
    assert "past_ook" not in ids(uitkomst.kaarten)
    assert uitkomst.onderwerp == "slapen"


def test_een_verbetering_zonder_vraag_is_een_gewoon_feit() -> None:
    assert ids(CORRECTIE.doe(situatie("sorry ik bedoel vijf", alleen_feiten=True)).kaarten) == [
        "wat_is_je_vraag",
        "keuzes",
    ]


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("[telefoon]", "nummer_gehoord"),
        ("mail naar [e-mail]", "nummer_gehoord"),
        ("bel mij op nummer 12", "nummer_niet_gezien"),
    ],
)
def test_een_nummer_wordt_alleen_bevestigd_als_het_gezien_is(tekst: str, zegt: str) -> None:
    uitkomst = NUMMER.doe(situatie(tekst))
    assert (ids(uitkomst.kaarten), uitkomst.route) == ([zegt], "overdracht")


def test_wanneer_iemand_bereikbaar_is_wordt_onthouden() -> None:
    assert wanneer_te_bereiken(situatie("[telefoon] liefst overdag"))["wanneer"] == ["ochtend", "middag"]
    assert wanneer_te_bereiken(situatie("[telefoon]")) == {}
    assert wanneer_te_bereiken(situatie("hij slaapt 's ochtends zo lang")) == {}


ANDERS = ActieAndereVraag(GEREEDSCHAP)


@pytest.mark.parametrize(
    ("tekst", "gezegd"),
    [
        ("amai ja nog iets, hij slaapt ook slecht", "hij slaapt ook slecht"),
        ("andere vraag: mag een kind van 12 alleen thuis blijven", "mag een kind van 12 alleen thuis blijven"),
        ("en nu iets heel anders, mijn dochter eet niet", "mijn dochter eet niet"),
        ("nog een vraagje over zakgeld", "over zakgeld"),
        ("trouwens mijn jongste stottert", "mijn jongste stottert"),
        ("kan ik nog een andere vraag stellen", ""),
        ("ik heb nog een vraag", ""),
        ("iets anders", ""),
    ],
)
def test_wat_na_de_aankondiging_van_een_andere_vraag_komt(tekst: str, gezegd: str) -> None:
    assert zonder_aankondiging(tekst) == gezegd


def test_een_andere_vraag_die_meteen_gesteld_wordt_krijgt_meteen_antwoord() -> None:
    tekst = "ja nog iets anders, mijn peuter komt steeds uit bed"
    uitkomst = ANDERS.doe(situatie(tekst, kennis=vind((SLAPEN, 0.9)), intent="andere_vraag"))
    assert uitkomst.artikel == "slapen/uit-bed"
    assert uitkomst.slots["laatste_vraag"] == "mijn peuter komt steeds uit bed"


def test_wie_alleen_zegt_dat_er_nog_een_vraag_is_mag_die_stellen() -> None:
    uitkomst = ANDERS.doe(situatie("ik heb nog een vraag", intent="andere_vraag"))
    assert ids(uitkomst.kaarten)[0] == "andere_vraag"
