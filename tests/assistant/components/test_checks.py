"""An intent that does much, or that agrees, needs words that allow it."""

from __future__ import annotations

import pytest

from assistant.components.checks import kan_zijn, noemt_alleen_wie


@pytest.mark.parametrize(
    "tekst", ["wis dit gesprek", "kan dit weg", "haal alles weg", "verwijder mijn berichten", "maak de chat leeg"]
)
def test_wie_wil_wissen_zegt_dat(tekst: str) -> None:
    assert kan_zijn("wis_gesprek", tekst)


@pytest.mark.parametrize("tekst", ["moeder wuift het weg", "hij loopt steeds weg", "ze wist het ook niet"])
def test_een_verhaal_met_weg_wist_niets(tekst: str) -> None:
    assert not kan_zijn("wis_gesprek", tekst)


def test_wie_tot_later_op_mag_blijven_neemt_geen_afscheid() -> None:
    assert not kan_zijn("afscheid", "iedereen mag gewoon tot later")
    assert kan_zijn("afscheid", "tot later")


def test_een_vraag_is_geen_instemming() -> None:
    assert not kan_zijn("ja", "mag dat zonder dat ouders akkoord zijn")
    assert not kan_zijn("geholpen", "kan ik daar als opa iets mee")
    assert kan_zijn("ja", "mag wel")
    assert kan_zijn("vraag", "mag dat zonder dat ouders akkoord zijn")


def test_wie_hulp_aanbiedt_of_vraagt_of_het_mag_meldt_zich_niet_aan() -> None:
    assert not kan_zijn("wil_aanmelden", "ik bied graag hulp aan, een uurtje oppas")
    assert not kan_zijn("wil_aanmelden", "mag een kind zelf aanvraag doen")
    assert kan_zijn("wil_aanmelden", "kan ik hem zelf aanmelden")
    assert kan_zijn("wil_aanmelden", "mag ik me zelf aanmelden")


@pytest.mark.parametrize(
    ("tekst", "alleen"),
    [
        ("hij", True),
        ("een jongen", True),
        ("over mijn dochter", True),
        ("hij slaapt niet", False),
        ("ze is bang", False),
    ],
)
def test_wie_het_betreft_is_een_feit(tekst: str, alleen: bool) -> None:
    assert noemt_alleen_wie(tekst) == alleen


@pytest.mark.parametrize(
    ("intent", "tekst"),
    [
        ("wil_aanmelden", "laat maar, ik was alleen nieuwsgierig"),
        ("wil_aanmelden", "bellen jullie dan mijn moeder"),
        ("wil_aanmelden", "nee een gesprek hoeft niet"),
        ("veilig_nee", "m'n ouders mogen dit niet weten"),
        ("veilig_nee", "kan iemand mij appen, mijn vader mag het niet horen"),
        ("weet_niet", "me ouders zijn streng dus dat zeg ik niet"),
        ("weet_niet", "en is dat dan normaal? weet ik zelf ook niet"),
        ("niet_geholpen", "ik heb het gezag, moet ik dan niet tekenen"),
        ("niet_geholpen", "ja maar ze lezen ook al mijn berichten mee"),
        ("meldcode", "wie moet tekenen om ons kind aan te melden"),
        ("status_aanmelding", "ik wil mijn dossier inzien"),
        ("jgt_uitleg", "wat doet de raad voor de kinderbescherming"),
        ("klacht", "ik zoek een coach voor mijn zoon"),
        ("niet_bedoeld", "nummer van de wijkagent, niet dringend"),
        ("meldcode", "welke stappen bij een vermoeden van autisme"),
        ("wil_aanmelden", "wij willen pleeggezin worden"),
        ("geholpen", "lukt dat deze week nog"),
        ("waarom_vraag", "wat moet ik de ouders zeggen"),
    ],
)
def test_wat_de_woorden_niet_zeggen_wordt_niet_geloofd(intent: str, tekst: str) -> None:
    assert not kan_zijn(intent, tekst)


@pytest.mark.parametrize(
    ("intent", "tekst"),
    [
        ("wil_aanmelden", "bel je me terug"),
        ("wil_aanmelden", "ja laat maar iemand bellen"),
        ("wil_aanmelden", "graag aanmelden, bellen hoeft niet"),
        ("veilig_nee", "nee hij is boos en mijn ouders mogen dit niet weten"),
        ("weet_niet", "geen idee wat ik moet zeggen"),
        ("niet_geholpen", "wat moet ik hiermee"),
        ("niet_geholpen", "ja maar dat helpt bij ons ook niet echt"),
        ("niet_geholpen", "ja maar dat hebbe wij allang geprobeert"),
        ("meldcode", "moet ik melden volgens de meldcode"),
        ("status_aanmelding", "hoe staat het met mijn aanmelding"),
        ("geholpen", "top, zo lukt het wel"),
        ("waarom_vraag", "wat moet je daarmee"),
        ("waarom_vraag", "waarom moet ik dat zeggen"),
    ],
)
def test_wat_de_woorden_zeggen_wordt_geloofd(intent: str, tekst: str) -> None:
    assert kan_zijn(intent, tekst)
