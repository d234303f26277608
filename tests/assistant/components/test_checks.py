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
