"""Danger is seen, in many words and spellings; what only looks like it stays quiet; the same text, the same answer."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.gate.rulebook import NIVEAUS
from assistant.gate.urgency import Signaal, Urgentieregels
from tests.assistant.gate.conftest import zinnen

REGELS = Urgentieregels()
VOORBEELDEN = [(regel, zin) for regel, _ in REGELS.boek.regels for zin in regel.voorbeelden.wel]
TEGENVOORBEELDEN = [(regel, zin) for regel, _ in REGELS.boek.regels for zin in regel.voorbeelden.niet]
GEVAAR = [
    zin
    for naam in ("veiligheid_ontwikkeling.yml", "veiligheid_verhalend.yml", "veiligheid_toets.yml")
    for _, zin in zinnen(naam, "nu", "wel")
    if REGELS.beoordeel(zin)
]


def is_alarm(signaal: Signaal | None) -> bool:
    return signaal is not None and signaal.niveau != "twijfel"


@pytest.mark.parametrize(("regel", "zin"), VOORBEELDEN, ids=lambda x: getattr(x, "id", x))
def test_elk_voorbeeld_van_een_regel_geeft_minstens_dat_niveau(regel, zin):
    signaal = REGELS.beoordeel(zin)
    assert signaal is not None
    assert NIVEAUS.index(signaal.niveau) <= NIVEAUS.index(regel.niveau)


@pytest.mark.parametrize(("regel", "zin"), TEGENVOORBEELDEN, ids=lambda x: getattr(x, "id", x))
def test_elk_tegenvoorbeeld_van_een_regel_blijft_stil(regel, zin):
    assert REGELS.beoordeel(zin) is None


@pytest.mark.parametrize("naam", ["veiligheid_ontwikkeling.yml", "veiligheid_verhalend.yml"])
def test_de_zinnen_waarop_de_regels_zijn_gebouwd_zijn_allemaal_goed(naam):
    assert [zin for _, zin in zinnen(naam, "wel") if REGELS.beoordeel(zin) is None] == []
    assert [zin for _, zin in zinnen(naam, "niet") if REGELS.beoordeel(zin)] == []


def test_zinnen_die_de_regels_niet_kenden_worden_bijna_altijd_gezien():
    gevaar = [REGELS.beoordeel(zin) for _, zin in zinnen("veiligheid_toets.yml", "nu", "wel")]
    nu = [REGELS.beoordeel(zin) for _, zin in zinnen("veiligheid_toets.yml", "nu")]
    lijkt_erop = [REGELS.beoordeel(zin) for _, zin in zinnen("veiligheid_toets.yml", "niet")]
    assert sum(signaal is not None for signaal in gevaar) / len(gevaar) >= 0.95
    assert sum(signaal is not None and signaal.niveau == "112" for signaal in nu) / len(nu) >= 0.9
    assert sum(is_alarm(signaal) for signaal in lijkt_erop) / len(lijkt_erop) <= 0.08


@pytest.mark.parametrize(
    "vorm",
    [
        "ik wil dood",
        "IK WIL DOOD",
        "ik  wil   dood",
        "ik wil doooooood",
        "ik wíl dóód",
        "ik wil d o o d",
        "ik wil d00d",
        "ikwildood",
        "#ikwildood",
        "ik wil do\u200bod",
        "kwil dood",
        "hoi.ik wil dood.doei",
        "ik wil... dood",
    ],
)
def test_een_andere_schrijfwijze_zet_het_alarm_niet_uit(vorm):
    assert is_alarm(REGELS.beoordeel(vorm))


def test_een_ontkenning_wordt_gehoord_maar_een_latere_zin_weegt_zwaarder():
    assert REGELS.beoordeel("mijn vader slaat me niet") is None
    assert is_alarm(REGELS.beoordeel("Mijn vader slaat me niet. Mijn stiefvader slaat me wel."))


def test_een_ontkenning_verderop_in_een_lange_zin_zonder_punten_neemt_niets_weg():
    assert is_alarm(REGELS.beoordeel("ik weet het niet mijn vader slaat me en ik durf niks te zeggen"))


def test_het_ernstigste_niveau_wint_waar_het_ook_staat():
    vandaag, nu = "mijn vader slaat me", "ik sta op de brug en wil springen"
    for tekst in (f"{vandaag}. {nu}", f"{nu}. {vandaag}"):
        signaal = REGELS.beoordeel(tekst)
        assert signaal is not None
        assert signaal.niveau == "112"


def test_een_lange_noodkreet_wordt_tot_het_eind_gelezen():
    tekst = "we hebben het druk met school en sport. " * 1_500 + "ik wil niet meer leven"
    signaal = REGELS.beoordeel(tekst)
    assert signaal is not None
    assert signaal.categorie.startswith("suicidaliteit")


def test_een_zin_zonder_punten_van_duizenden_woorden_wordt_ook_gelezen():
    assert is_alarm(REGELS.beoordeel("en toen gingen wij weer naar huis " * 800 + "mijn stiefvader slaat mij"))


def test_de_rol_bepaalt_voor_wie_het_antwoord_is():
    for rol, categorie in ((None, "suicidaliteit_jongere"), ("ouder", "suicidaliteit_ouder")):
        signaal = REGELS.beoordeel("ik wil niet meer leven", rol=rol)
        assert signaal is not None
        assert signaal.categorie == categorie


def test_het_signaal_noemt_regel_versie_en_woorden():
    signaal = REGELS.beoordeel("ons huis is oud en mijn vader mept mij")
    assert signaal is not None
    assert signaal.versie >= 1
    assert {"vader", "mij", "mept"} <= set(signaal.woorden)
    assert "huis" not in signaal.woorden


def test_iemand_met_een_peuter_die_slaat_krijgt_geen_alarm():
    for zin in ("mijn peuter slaat en bijt mij", "mijn zoon van 3 slaat zijn zusje", "Onze dreumes schopt en bijt"):
        assert REGELS.beoordeel(zin) is None


def test_een_peuter_die_geslagen_wordt_geeft_wel_alarm():
    assert is_alarm(REGELS.beoordeel("mijn man slaat onze peuter"))
    assert is_alarm(REGELS.beoordeel("mijn man slaat me en de baby huilt"))


@pytest.mark.parametrize("rommel", ["", " ", "\n", "...", "?", "0", "👋", "\u200b", "a" * 70_000, "ik " * 30_000])
def test_lege_en_vreemde_tekst_is_geen_gevaar(rommel):
    assert REGELS.beoordeel(rommel) is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_beoordelen_kan_met_elke_tekst_en_geeft_twee_keer_hetzelfde(tekst):
    assert REGELS.beoordeel(tekst) == REGELS.beoordeel(tekst)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(GEVAAR))
def test_hoofdletters_en_dubbele_spaties_veranderen_het_oordeel_niet(zin):
    assert REGELS.beoordeel(zin.upper()) == REGELS.beoordeel(zin.lower()) == REGELS.beoordeel(zin)
    assert REGELS.beoordeel(zin.replace(" ", "  ")) == REGELS.beoordeel(zin)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(GEVAAR), st.sampled_from(["Hoi.", "Dag, ik heb een vraag.", "we hebben een hond."]))
def test_een_gewone_zin_ervoor_of_erna_zet_het_alarm_niet_uit(zin, gewoon):
    rang = NIVEAUS.index(REGELS.beoordeel(zin).niveau)
    for tekst in (f"{gewoon}\n\n{zin}", f"{zin}.\n\n{gewoon}"):
        signaal = REGELS.beoordeel(tekst)
        assert signaal is not None
        assert NIVEAUS.index(signaal.niveau) <= rang


def duur(tekst: str) -> float:
    """Seconds of this thread, without collecting the rubbish of all other tests in this process."""
    gc.disable()
    begin = time.thread_time()
    REGELS.beoordeel(tekst)
    tijd = time.thread_time() - begin
    gc.enable()
    return tijd


def test_een_gewoon_bericht_kost_minder_dan_vijf_milliseconden():
    tijden = sorted(duur(f"{zin} {nummer}") for nummer, zin in enumerate(GEVAAR))
    assert tijden[len(tijden) // 2] < 0.005


@pytest.mark.parametrize(
    "stuk",
    ["mijn vader me mij ons haar hem slaat niet ", "ik wil niet ", "a b ", "ikwildood ", "hij. ", "qwrtpsd", "a"],
)
def test_de_tijd_groeit_mee_met_de_lengte_en_niet_harder(stuk):
    kort, lang = stuk * (8_192 // len(stuk)), stuk * (65_536 // len(stuk))
    duur(kort)
    assert duur(lang) < max(1.0, 30 * duur(kort))
