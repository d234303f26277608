"""A doubt asks one direct question: what counts as yes or no, what is something else, and what follows on it."""

from __future__ import annotations

import pytest

from actions.context import Gereedschap
from assistant.danger_steps import BlijfErbij, GeefVeiligheid, Hervat, HoorTwijfel
from assistant.gate.danger import Gevaarlezer
from assistant.gate.replies import antwoordboek
from assistant.gate.urgency import Signaal
from knowledge.base import Kennisbank
from tests.actions.hulp import ids
from tests.assistant.hulp import beurt, echt

TWIJFEL = {"categorie": "suicidaliteit_jongere", "regel": "twijfel-1", "versie": 3, "gevaar_bij": "ja"}
ONVEILIG = {"categorie": "onveilig_gevoel", "regel": "twijfel-2", "versie": 1, "gevaar_bij": "nee"}


def test_twijfel_stelt_een_vraag_en_onthoudt_welke(gereedschap: Gereedschap, kennis: Kennisbank) -> None:
    b = echt(kennis, signaal=Signaal("twijfel", "suicidaliteit_jongere", "twijfel-1", 3, ()))
    GeefVeiligheid(gereedschap)(b)
    assert (b.route, b.status) == ("gesprek", "veiligheid")
    assert b.geheugen["twijfel"] == TWIJFEL


@pytest.mark.parametrize(
    "tekst",
    [
        "ja",
        "Ja, soms",
        "jaaa",
        "soms wel",
        "misschien",
        "klopt",
        " ... best vaak",
        "eigenlijk wel",
        "op dit moment ja",
        "nu wel",
    ],
)
def test_ja_op_de_directe_vraag_is_een_signaal(gevaar: Gevaarlezer, tekst: str) -> None:
    b = beurt(tekst=tekst, geheugen={"twijfel": TWIJFEL})
    HoorTwijfel(gevaar)(b)
    assert b.signaal == Signaal("vandaag", "suicidaliteit_jongere", "twijfel-1", 3, ())
    assert b.geheugen == {}


@pytest.mark.parametrize("tekst", ["amai ja nog iets, hij slaapt ook slecht", "ja trouwens, wat kost zwemles"])
def test_wie_over_iets_anders_begint_antwoordt_niet_op_de_vraag(gevaar: Gevaarlezer, tekst: str) -> None:
    b = beurt(tekst=tekst, geheugen={"twijfel": TWIJFEL})
    HoorTwijfel(gevaar)(b)
    assert b.signaal is None


@pytest.mark.parametrize(
    ("antwoord", "gevaarlijk"), [("nee", True), ("Nee, ik durf niet naar huis", True), ("ja hoor", False)]
)
def test_op_de_vraag_of_iemand_veilig_is_is_juist_nee_het_gevaar(
    gevaar: Gevaarlezer, antwoord: str, gevaarlijk: bool
) -> None:
    b = beurt(tekst=antwoord, geheugen={"twijfel": ONVEILIG})
    HoorTwijfel(gevaar)(b)
    assert (b.signaal is not None) == gevaarlijk


def test_elke_vraag_bij_twijfel_weet_welk_antwoord_gevaar_is() -> None:
    vragen = [a for a in antwoordboek().antwoorden if "twijfel" in a.niveau]
    assert {a.gevaar_bij for a in vragen} == {"ja", "nee"}
    assert all("veilig" in a.vraag for a in vragen if a.gevaar_bij == "nee")


@pytest.mark.parametrize(
    ("tekst", "vraag"),
    [
        ("mijn dochter is zo stil", "veiligheid/zelfdoding-twijfel-ouder/vraag"),
        ("me zoontje is zo stil", "veiligheid/zelfdoding-twijfel-ouder/vraag"),
        ("een leerling uit mijn klas is stil", "veiligheid/zelfdoding-twijfel-professional/vraag"),
        ("alles is leeg", "veiligheid/zelfdoding-twijfel/vraag"),
    ],
)
def test_de_vraag_bij_twijfel_past_bij_wie_er_schrijft(
    gereedschap: Gereedschap, kennis: Kennisbank, tekst: str, vraag: str
) -> None:
    b = echt(kennis, tekst=tekst, signaal=Signaal("twijfel", "suicidaliteit_jongere", "t", 1, ()))
    GeefVeiligheid(gereedschap)(b)
    assert vraag in ids(b.kaarten)


def test_wie_gerustgesteld_heeft_krijgt_antwoord_op_wat_er_stond(
    gereedschap: Gereedschap, kennis: Kennisbank, gevaar: Gevaarlezer
) -> None:
    b = echt(kennis, veilig="ze is zo stil en moe", signaal=Signaal("twijfel", "suicidaliteit_jongere", "t", 1, ()))
    GeefVeiligheid(gereedschap)(b)
    assert b.geheugen["ongehoord"] == ["ze is zo stil en moe"]
    volgende = echt(kennis, tekst="nee hoor", geheugen=b.geheugen)
    HoorTwijfel(gevaar)(volgende)
    Hervat()(volgende)
    assert volgende.hervat == "ze is zo stil en moe"
    assert ids(volgende.kaarten) == ["veiligheid/hervat"]
    assert "ongehoord" not in volgende.geheugen


@pytest.mark.parametrize(
    ("erna", "gehoord"),
    [
        ("nee gelukkig niet, ik ben gewoon op", "ik kan niet meer\nik ben gewoon op"),
        ("Nee hoor! hij slaapt alleen zo slecht", "ik kan niet meer\nhij slaapt alleen zo slecht"),
        ("nee hoor", "ik kan niet meer"),
    ],
)
def test_een_nee_met_een_verhaal_erachter_is_ook_een_antwoord(
    gevaar: Gevaarlezer, kennis: Kennisbank, erna: str, gehoord: str
) -> None:
    geheugen = {"twijfel": TWIJFEL, "ongehoord": ["ik kan niet meer"]}
    volgende = echt(kennis, tekst=erna, veilig=erna, geheugen=geheugen)
    HoorTwijfel(gevaar)(volgende)
    Hervat()(volgende)
    assert volgende.hervat == gehoord


def test_niet_zo_bedoeld_geeft_ook_na_een_alarm_antwoord_op_wat_er_stond(
    gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    b = echt(kennis, veilig="hij slaapt niet", signaal=Signaal("vandaag", "ouder_gevaar_kind", "m", 1, ()))
    GeefVeiligheid(gereedschap)(b)
    volgende = echt(kennis, keuze="niet_bedoeld", geheugen=b.geheugen)
    BlijfErbij(gereedschap)(volgende)
    Hervat()(volgende)
    assert volgende.hervat == "hij slaapt niet"
    los = echt(kennis, keuze="niet_bedoeld")
    Hervat()(los)
    assert (los.hervat, los.kaarten) == (None, [])


def test_de_knop_ja_telt_ook(gevaar: Gevaarlezer) -> None:
    b = beurt(keuze="ja", geheugen={"twijfel": TWIJFEL})
    HoorTwijfel(gevaar)(b)
    assert b.signaal is not None


@pytest.mark.parametrize("tekst", ["nee hoor", "januari", "hoe bedoel je", "", "nooit"])
def test_iets_anders_op_de_directe_vraag_is_geen_signaal_en_de_vraag_geldt_een_keer(
    gevaar: Gevaarlezer, tekst: str
) -> None:
    b = beurt(tekst=tekst, geheugen={"twijfel": TWIJFEL})
    HoorTwijfel(gevaar)(b)
    assert (b.signaal, b.geheugen) == (None, {})


def test_een_nieuw_signaal_gaat_voor_op_de_oude_twijfel(gevaar: Gevaarlezer) -> None:
    nieuw = Signaal("112", "geweld", "g-1", 1, ("mes",))
    b = beurt(tekst="ja en hij heeft een mes", geheugen={"twijfel": TWIJFEL}, signaal=nieuw)
    HoorTwijfel(gevaar)(b)
    assert b.signaal is nieuw


def test_zonder_directe_vraag_is_ja_gewoon_ja(gevaar: Gevaarlezer) -> None:
    b = beurt(tekst="ja")
    HoorTwijfel(gevaar)(b)
    assert b.signaal is None
