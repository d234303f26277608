"""One spelling for numbers, addresses and surnames."""

from __future__ import annotations

import pytest

from api.aanmelding.normal_forms import achternamen, email, leeftijd, naam, telefoon


@pytest.mark.parametrize(
    ("getypt", "nummer"),
    [
        ("06 12345678", "+31612345678"),
        ("06-12 34 56 78", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("+31 (0)6 12345678", "+31612345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("06", None),
        ("Jansen", None),
        ("VD-2345-6789", None),
        ("", None),
    ],
)
def test_een_nummer_heeft_een_vorm(getypt: str, nummer: str | None) -> None:
    assert telefoon(getypt) == nummer


@pytest.mark.parametrize(
    ("getypt", "adres"),
    [(" Robin@Voorbeeld.NL ", "robin@voorbeeld.nl"), ("robin@", None), ("robin@voorbeeld", None), ("robin", None)],
)
def test_een_mailadres_heeft_een_vorm_en_moet_heel_zijn(getypt: str, adres: str | None) -> None:
    assert email(getypt) == adres


@pytest.mark.parametrize(
    ("naam_", "verwacht"),
    [
        ("Sanne de Vries", ["vries"]),
        ("de Vries", ["vries"]),
        ("VRIES", ["vries"]),
        ("Anna van der Bérg", ["berg"]),
        ("Jo van den Heuvel-de Wit", ["heuvel wit", "heuvel", "wit"]),
        ("Jo van den Heuvel - de Wit", ["heuvel wit", "heuvel", "wit"]),
        ("mevr. Özdemir", ["ozdemir"]),
        ("Fatima El Amrani", ["amrani"]),
        ("Ana Maria García", ["garcia"]),
        ("in 't Veld", ["veld"]),
        ("Jan van", ["van"]),
        ("06 12345678", []),
        ("", []),
    ],
)
def test_een_achternaam_staat_los_van_hoofdletters_accenten_en_tussenvoegsels(naam_: str, verwacht: list[str]) -> None:
    assert achternamen(naam_) == verwacht


def test_een_hele_naam_vergelijkt_zonder_hoofdletters_en_accenten() -> None:
    assert naam("  Ans   Dérksen ") == naam("ans derksen") != naam("Ans D")


@pytest.mark.parametrize(
    ("getypt", "jaar"), [("8", 8), ("8 jaar", 8), ("bijna 3", 3), ("8 en 10", None), ("baby", None), ("2014", None)]
)
def test_een_leeftijd_is_een_getal_of_niets(getypt: str, jaar: int | None) -> None:
    assert leeftijd(getypt) == jaar
