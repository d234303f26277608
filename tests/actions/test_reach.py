"""When to call: parts of the day from words and from the clock, and what is about nothing else."""

from __future__ import annotations

import pytest

from actions.reach import alleen_contact, momenten_in, over_bereiken, te_bereiken, zonder_contact


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("liefst 's ochtends", ["ochtend"]),
        ("overdag", ["ochtend", "middag"]),
        ("overdag na 3 uur", ["middag"]),
        ("onder schooltijd, voor 11 uur", ["ochtend"]),
        ("in mijn lunchpauze, 12 tot 1", ["middag"]),
        ("9-11 uur", ["ochtend"]),
        ("kinderen van 8 tot 12 jaar", []),
        ("alleen na 4 uur, dan ben ik uit school", ["middag"]),
        ("na 19.00 uur", ["avond"]),
        ("tussen 1 en 3 als ze slapen", ["middag"]),
        ("tot 15 uur", ["ochtend", "middag"]),
        ("voor tien uur", ["ochtend"]),
        ("na vieren", ["middag", "avond"]),
        ("na het eten graag", ["avond"]),
        ("dinsdag en donderdag", []),
        ("hij is 4", []),
    ],
)
def test_dagdelen_komen_uit_woorden_en_uit_de_klok(tekst: str, delen: list[str]) -> None:
    assert momenten_in(tekst) == delen


@pytest.mark.parametrize(
    "tekst",
    [
        "bel me na 16 uur",
        "bereikbaar di en do tot 15 uur",
        "dinsdag en donderdag",
        "[telefoon] liefst 's avonds",
        "overdag",
    ],
)
def test_wie_zegt_wanneer_wordt_gehoord(tekst: str) -> None:
    assert te_bereiken(tekst) == tekst


@pytest.mark.parametrize(
    "tekst",
    [
        "elke ochtend huilt hij voor school",
        "hij slaapt 's avonds niet graag",
        "ze wordt om 5 uur wakker van de honger",
        "hij is 4",
    ],
)
def test_een_tijd_in_een_verhaal_is_geen_afspraak(tekst: str) -> None:
    assert te_bereiken(tekst) is None


def test_het_verhaal_blijft_over_als_het_nummer_eruit_is() -> None:
    assert zonder_contact("mijn zoon luistert niet, mijn nummer is [telefoon]") == "mijn zoon luistert niet"
    assert zonder_contact("ik heet [naam]. Hij is 8 en boos. Bel [telefoon]") == "Hij is 8 en boos."
    assert zonder_contact("[naam], [telefoon], bereikbaar di en do tot 15 uur, hij zit thuis") == "hij zit thuis"
    assert zonder_contact("[e-mail], dinsdag en donderdag") == ""
    assert zonder_contact("bel mij op [telefoon] over mijn zoon van 8") == "bel mij op [telefoon] over mijn zoon van 8"


@pytest.mark.parametrize(
    ("tekst", "alleen"),
    [
        ("ik heet [naam]", True), ("[naam] is mijn naam", True), ("o wacht, [telefoon] is het goede nummer", True),
        ("dinsdag of vrijdag kan ik", True), ("[naam] slaat zijn zusje elke dag na school", False), ("hoe lang duurt het", False),
    ],
)  # fmt: skip
def test_alleen_contact_is_alleen_wie_en_wanneer(tekst: str, alleen: bool) -> None:
    assert alleen_contact(tekst) == alleen


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("in de ochtend graag, dan is hij naar de opvang", True), ("het beste tussen 1 en 3 want dan slapen ze", True),
        ("na het middagmaal ben ik er", True), ("hij slaapt 's avonds slecht", False), ("kan het ook op vrijdag?", False),
    ],
)  # fmt: skip
def test_een_reden_erachter_maakt_een_moment_niet_tot_een_verhaal(tekst: str, over: bool) -> None:
    assert over_bereiken(tekst) == over
