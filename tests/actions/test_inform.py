"""Knowledge questions: the answer, the choice, the thread over several beurten, and a way out."""

from __future__ import annotations

from actions.answer import zoek_antwoord
from actions.inform import ActieAntwoord, ActieInformeer, ActieToonArtikel, gaat_verder
from actions.kaarten import ArtikelKaart, Tekst
from actions.told import VERHAAL_MAX, onthoud
from knowledge.models import Leeftijd
from tests.actions.hulp import (
    DROMEN,
    ETEN,
    GEREEDSCHAP,
    JGT,
    PESTEN,
    SLAPEN,
    ids,
    keuzes,
    kleine_kennis,
    situatie,
    vind,
)

ANTWOORD, INFORMEER, TOON = ActieAntwoord(GEREEDSCHAP), ActieInformeer(GEREEDSCHAP), ActieToonArtikel(GEREEDSCHAP)
VRAAG = "mijn peuter komt steeds uit bed"
AL_GETOOND = {"artikel": "slapen/uit-bed", "onderwerp": "slapen", "getoond": ["slapen/uit-bed"], "laatste_vraag": VRAAG}


def test_een_zeker_antwoord_is_artikel_vraag_en_knoppen() -> None:
    uitkomst = ANTWOORD.doe(situatie(VRAAG))
    assert ids(uitkomst.kaarten) == ["artikel", "helpt_dit", "keuzes"]
    assert keuzes(uitkomst.kaarten) == ["geholpen", "niet_geholpen", "artikel:slapen/dromen", "artikel:eten/groente"]
    assert (uitkomst.route, uitkomst.onderwerp, uitkomst.artikel) == ("kennis", "slapen", "slapen/uit-bed")
    assert uitkomst.slots == {
        "verhaal": [VRAAG], "laatste_vraag": VRAAG, "onderwerp": "slapen", "artikel": "slapen/uit-bed",
        "getoond": ["slapen/uit-bed"], "wacht_op": "helpt", "misverstanden": 0,
    }  # fmt: skip
    assert uitkomst.kandidaten[0].artikel == "slapen/uit-bed"


def test_een_antwoord_dat_dichtbij_is_zegt_dat_het_niet_zeker_is() -> None:
    uitkomst = ANTWOORD.doe(situatie("slapen?", kennis=vind((SLAPEN, 0.4), (PESTEN, 0.1))))
    assert ids(uitkomst.kaarten) == ["dichtbij", "artikel", "helpt_dit", "keuzes"]


def test_een_keuze_toont_de_dichtstbijzijnde_onderwerpen() -> None:
    uitkomst = ANTWOORD.doe(situatie("school eten", kennis=vind((PESTEN, 0.3), (ETEN, 0.28)), misverstanden=1))
    assert ids(uitkomst.kaarten) == ["bedoel_je", "keuzes"]
    assert keuzes(uitkomst.kaarten) == ["artikel:pesten/op-school", "artikel:eten/groente", "andere_vraag", "wil_mens"]
    assert (uitkomst.route, uitkomst.onderwerp) == ("gesprek", "pesten")
    assert (uitkomst.slots["wacht_op"], uitkomst.slots["misverstanden"]) == (None, 0)


def test_een_keer_niet_begrepen_vraagt_om_andere_woorden() -> None:
    uitkomst = ANTWOORD.doe(situatie("blub", kennis=vind()))
    assert ids(uitkomst.kaarten) == ["onbegrepen", "keuzes"]
    assert (uitkomst.route, uitkomst.slots["misverstanden"], uitkomst.slots["wacht_op"]) == ("onbegrepen", 1, None)


def test_twee_keer_niet_begrepen_biedt_een_mens_aan() -> None:
    uitkomst = ANTWOORD.doe(situatie("blub", kennis=vind(), misverstanden=1))
    assert ids(uitkomst.kaarten) == ["onbegrepen_mens", "contact", "keuzes"]
    assert keuzes(uitkomst.kaarten) == ["wil_aanmelden", "andere_vraag"]


def test_een_andere_leeftijd_geeft_het_artikel_voor_die_leeftijd() -> None:
    baby = SLAPEN.model_copy(update={"id": "slapen/baby", "leeftijd": Leeftijd(van=0, tot=1)})
    groter = DROMEN.model_copy(update={"leeftijd": Leeftijd(van=4, tot=12)})
    kennis = kleine_kennis(artikelen=[baby, groter])
    al = {"artikel": "slapen/baby", "onderwerp": "slapen", "getoond": ["slapen/baby"], "laatste_vraag": VRAAG}
    uitkomst = INFORMEER.doe(
        situatie("nee ik bedoel mijn oudste, die is 7", kennis=kennis, kind_leeftijd={"jaren": 7}, **al)
    )
    assert uitkomst.artikel == "slapen/dromen"
    zelfde = INFORMEER.doe(situatie("ze is 1", kennis=kennis, kind_leeftijd={"jaren": 1}, **al))
    assert zelfde.artikel != "slapen/dromen"


def test_op_een_vraag_over_hulp_regelen_is_het_antwoord_praktisch() -> None:
    uitkomst = ANTWOORD.doe(situatie("wie zijn jullie", kennis=vind((JGT, 0.9))))
    assert uitkomst.route == "praktisch"


def test_wie_doorvraagt_over_hetzelfde_krijgt_het_volgende_deel_en_niet_de_kaart_opnieuw() -> None:
    eerste = ANTWOORD.doe(situatie("nog steeds uit bed", kennis=vind((SLAPEN, 0.9)), **AL_GETOOND))
    assert ids(eerste.kaarten) == ["past_ook", "artikel:slapen/uit-bed", "helpt_dit", "keuzes"]
    deel = eerste.kaarten[1]
    assert isinstance(deel, Tekst)
    assert deel.tekst == "Wat je vandaag kunt doen bij Mijn kind komt uit bed: bel 112 of het JGT (000-dam)."
    tweede = ANTWOORD.doe(
        situatie("en dan", kennis=vind((SLAPEN, 0.9)), verdiept=eerste.slots["verdiept"], **AL_GETOOND)
    )
    assert tweede.slots["verdiept"] == ["slapen/uit-bed#Wat je vandaag kunt doen", "slapen/uit-bed#Liever niet"]
    assert tweede.route == "kennis"


def test_wie_alles_gehoord_heeft_wordt_een_mens_aangeboden() -> None:
    verdiept = [f"slapen/uit-bed#{blok.kop}" for blok in SLAPEN.blokken]
    uitkomst = ANTWOORD.doe(situatie("en dan", kennis=vind((SLAPEN, 0.9)), verdiept=verdiept, **AL_GETOOND))
    assert ids(uitkomst.kaarten) == ["alles_verteld", "keuzes"]
    assert (uitkomst.route, uitkomst.slots["wacht_op"]) == ("overdracht", "aanmelden")


def test_wie_daarna_nog_doorvraagt_krijgt_het_nummer_en_niet_weer_hetzelfde() -> None:
    verdiept = [f"slapen/uit-bed#{blok.kop}" for blok in SLAPEN.blokken]
    al = {"verdiept": verdiept, "aangeboden": ["alles"]} | AL_GETOOND
    uitkomst = ANTWOORD.doe(situatie("en dan", kennis=vind((SLAPEN, 0.9)), **al))
    assert ids(uitkomst.kaarten) == ["onbegrepen_mens", "contact", "keuzes"]


def test_een_zin_die_alleen_weinig_zegt_hoort_bij_het_gesprek_dat_loopt() -> None:
    uitkomst = ANTWOORD.doe(
        situatie("en als dat niet lukt?", kennis=vind((SLAPEN, 0.15), (PESTEN, 0.14)), **AL_GETOOND)
    )
    assert ids(uitkomst.kaarten)[0] == "past_ook"


def test_een_vraag_over_iets_anders_krijgt_een_eigen_antwoord() -> None:
    uitkomst = ANTWOORD.doe(situatie("mijn kind wordt gepest op school", **AL_GETOOND))
    assert (uitkomst.artikel, uitkomst.slots["getoond"]) == ("pesten/op-school", ["slapen/uit-bed", "pesten/op-school"])


def test_een_feit_zonder_vraag_wordt_onthouden_en_er_wordt_doorgevraagd() -> None:
    uitkomst = INFORMEER.doe(situatie("hij is drie", intent="informeer", alleen_feiten=True))
    assert ids(uitkomst.kaarten) == ["wat_is_je_vraag", "keuzes"]
    assert (uitkomst.route, uitkomst.slots) == ("gesprek", {"verhaal": ["hij is drie"], "misverstanden": 1})


def test_een_verhaal_als_feit_verteld_leidt_meteen_verder() -> None:
    uitkomst = INFORMEER.doe(situatie("wordt al weken uitgelachen", intent="informeer", kennis=vind((PESTEN, 0.9))))
    assert uitkomst.artikel == "pesten/op-school"
    assert uitkomst.slots["laatste_vraag"] == "wordt al weken uitgelachen"


def test_wie_drie_feiten_noemt_zonder_vraag_krijgt_een_mens() -> None:
    uitkomst = INFORMEER.doe(situatie("in oost", intent="informeer", alleen_feiten=True, misverstanden=2))
    assert ids(uitkomst.kaarten) == ["onbegrepen_mens", "contact", "keuzes"]


def test_een_feit_bij_een_vraag_houdt_het_antwoord_vast_en_zegt_er_meer_over() -> None:
    uitkomst = INFORMEER.doe(situatie("hij is drie", intent="informeer", verhaal=[VRAAG], **AL_GETOOND))
    assert ids(uitkomst.kaarten)[0] == "past_ook"
    assert uitkomst.slots["verhaal"] == [VRAAG, "hij is drie"]


def test_wie_na_een_antwoord_alleen_zijn_dorp_noemt_krijgt_wat_daar_is_en_later_meer_van_het_antwoord() -> None:
    alleen_dorp = {"noemt_kern": True, "alleen_feiten": True, "kern": {"id": "oost"}, **AL_GETOOND}
    uitkomst = INFORMEER.doe(situatie("in oost", **alleen_dorp))
    assert (uitkomst.route, uitkomst.onderwerp, uitkomst.slots["aangeboden"]) == ("sociale_basis", "slapen", ["buurt"])
    assert ids(uitkomst.kaarten)[0] == "kern_gehoord"
    weer = INFORMEER.doe(situatie("in oost", **alleen_dorp, aangeboden=["buurt"]))
    assert ids(weer.kaarten)[0] == "past_ook"


def test_een_feit_dat_een_ander_artikel_zeker_maakt_geeft_dat_artikel() -> None:
    uitkomst = INFORMEER.doe(situatie("het is pesten", intent="informeer", kennis=vind((PESTEN, 0.9)), **AL_GETOOND))
    assert uitkomst.artikel == "pesten/op-school"
    zelfde_onderwerp = INFORMEER.doe(situatie("nachtmerries", kennis=vind((DROMEN, 0.3)), **AL_GETOOND))
    assert zelfde_onderwerp.artikel == "slapen/dromen"
    twijfel = INFORMEER.doe(situatie("het is pesten", kennis=vind((PESTEN, 0.3)), **AL_GETOOND))
    assert twijfel.artikel == "slapen/uit-bed"


def test_een_gekozen_artikel_wordt_getoond() -> None:
    uitkomst = TOON.doe(situatie(gekozen_artikel="eten/groente", getoond=["slapen/uit-bed"]))
    kaart = uitkomst.kaarten[0]
    assert isinstance(kaart, ArtikelKaart)
    assert kaart.artikel == "eten/groente"
    assert (uitkomst.slots["gekozen_artikel"], uitkomst.slots["laatste_vraag"]) == (None, "Moeilijke eter")
    assert uitkomst.slots["getoond"] == ["slapen/uit-bed", "eten/groente"]


def test_een_gekozen_artikel_dat_er_niet_is_of_verlopen_is_wordt_niet_getoond() -> None:
    for weg in ("slapen/weg", "pgb/oud", None):
        uitkomst = TOON.doe(situatie(gekozen_artikel=weg))
        assert (ids(uitkomst.kaarten), uitkomst.route) == (["onbegrepen", "keuzes"], "onbegrepen")
        assert uitkomst.slots == {"gekozen_artikel": None}


def test_het_verhaal_bewaart_elke_zin_een_keer_en_niet_te_veel() -> None:
    assert onthoud(situatie("b", verhaal=["a"])) == ["a", "b"]
    assert onthoud(situatie("a", verhaal=["a"])) == ["a"]
    assert onthoud(situatie("", verhaal=["a"])) == ["a"]
    vol = [str(i) for i in range(VERHAAL_MAX)]
    assert onthoud(situatie("nieuw", verhaal=vol)) == [*vol[1:], "nieuw"]


def test_de_lijst_van_getoonde_artikelen_blijft_kort() -> None:
    uitkomst = TOON.doe(situatie(gekozen_artikel="eten/groente", getoond=[f"a/{i}" for i in range(30)]))
    assert len(uitkomst.slots["getoond"]) == 20
    assert uitkomst.slots["getoond"][-1] == "eten/groente"


def test_wat_niet_van_ons_is_wordt_gezegd_en_telt_niet_als_misverstand() -> None:
    uitkomst = ANTWOORD.doe(situatie("waar laat ik mijn auto wassen", kennis=vind((PESTEN, 0.01), buiten=0.9)))
    assert ids(uitkomst.kaarten) == ["buiten_bereik", "keuzes"]
    assert keuzes(uitkomst.kaarten) == ["andere_vraag", "wil_mens"]
    assert (uitkomst.route, "misverstanden" in uitkomst.slots) == ("onbegrepen", False)


def test_wie_niet_begrepen_is_krijgt_wat_het_dichtst_komt_en_twee_wegen_verder() -> None:
    uitkomst = ANTWOORD.doe(situatie("het gaat niet", kennis=vind((PESTEN, 0.05), (ETEN, 0.01))))
    assert keuzes(uitkomst.kaarten) == ["artikel:pesten/op-school", "activiteit_buurt", "wil_mens"]


def test_een_feit_dat_zeker_over_iets_anders_gaat_krijgt_zijn_eigen_antwoord() -> None:
    gepest = "nee laat maar iets anders, mijn zoon van 9 wordt gepest"
    uitkomst = INFORMEER.doe(
        situatie(gepest, kennis=vind((PESTEN, 0.9), (SLAPEN, 0.1)), kind_leeftijd={"jaren": 9}, **AL_GETOOND)
    )
    assert (uitkomst.artikel, uitkomst.slots["laatste_vraag"]) == (PESTEN.id, gepest)
    onzeker = INFORMEER.doe(
        situatie(gepest, kennis=vind((PESTEN, 0.4), (SLAPEN, 0.39)), kind_leeftijd={"jaren": 9}, **AL_GETOOND)
    )
    assert "laatste_vraag" not in onzeker.slots


def test_een_vraag_die_terugwijst_en_los_nergens_over_gaat_blijft_bij_het_antwoord() -> None:
    tekst = "wat moet ik dan doen als ik het weer een keer zie"
    uitkomst = ANTWOORD.doe(situatie(tekst, kennis=vind((SLAPEN, 0.15), (PESTEN, 0.14)), **AL_GETOOND))
    assert ids(uitkomst.kaarten)[0] == "past_ook"


def test_een_lange_vraag_die_nergens_naar_terugwijst_krijgt_een_keuze() -> None:
    tekst = "welke sport past bij kinderen met weinig vriendjes op school vindt men"
    uitkomst = ANTWOORD.doe(situatie(tekst, kennis=vind((SLAPEN, 0.15), (PESTEN, 0.14)), **AL_GETOOND))
    assert ids(uitkomst.kaarten)[0] == "bedoel_je"


def test_een_korte_vraag_die_terugwijst_gaat_door_ook_als_de_woorden_van_elders_zijn() -> None:
    kennis = vind((SLAPEN, 0.02), buiten=0.85)
    for tekst, verder in (("is dat niet illegaal dan", True), ("wie wint de verkiezingen", False)):
        s = situatie(tekst, kennis=kennis, **AL_GETOOND)
        assert gaat_verder(s, zoek_antwoord(kennis, tekst), SLAPEN) is verder
