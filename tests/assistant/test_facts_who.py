"""Who is writing, as people say it in their own words, and when that stays open."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.facts import feiten_in

KERNEN: dict[str, dict[str, str]] = {
    naam.lower(): {"id": naam.lower().replace(" ", "-"), "naam": naam}
    for naam in ("Leimuiden", "Oude Wetering", "Nieuwe Wetering", "Kaag", "Roelofarendsveen", "Hoogmade", "Oud Ade",
                 "Rijnsaterwoude", "Slikkerveer", "Wijk West", "Woubrugge")
} | {"kaag en braassem": {}, "de veen": {"id": "roelofarendsveen", "naam": "Roelofarendsveen"}}  # fmt: skip


def _waarden(tekst: str, soort: str) -> list[Any]:
    return [feit.waarde for feit in feiten_in(tekst, KERNEN) if feit.soort == soort]


@pytest.mark.parametrize(
    ("tekst", "rol"),
    [
        ("mijn zoon wordt gepest", "ouder"),
        ("onze jongste slaapt niet", "ouder"),
        ("ik ben een alleenstaande moeder", "ouder"),
        ("ik ben de vader van een tiener", "ouder"),
        ("mijn ouders gaan scheiden", "jongere"),
        ("mn moeder vertrouwt me niet", "jongere"),
        ("ik ben 15 en mijn zoontje huilt", "jongere"),
        ("ik ben scholier", "jongere"),
        ("ze pakken mn tel af en ik ben 15 wtf", "jongere"),
        ("wat gebeurt er met mijn hulp als ik 18 word", "jongere"),
        ("ik sta in de min en pa en ma weten van niks", "jongere"),
        ("mijn ex brengt de kinderen te laat terug", "ouder"),
        ("ik ben juf op een basisschool", "professional"),
        ("ik werk als pedagogisch medewerker", "professional"),
        ("een leerling uit mijn klas is stil", "professional"),
        ("ik ben ib'er", "professional"),
        ("op onze bso is een kind", "professional"),
        ("ik ben oma", "ander"),
        ("mijn kleinzoon eet niet", "ander"),
        ("ik ben de buurvrouw", "ander"),
        ("mijn neefje woont bij ons", "ander"),
        ("niet mijn kind hoor, neefje van me", "ander"),
        ("ik wil ons aanmelden, zoon van 5 is vaak boos", "ouder"),
        ("ik ben zeventien en heb schulden", "jongere"),
        ("na vier uur, eerder zit ik op school", "jongere"),
    ],
)
def test_wie_er_schrijft_volgt_uit_eigen_woorden(tekst: str, rol: str) -> None:
    assert _waarden(tekst, "rol") == [rol]


@pytest.mark.parametrize(
    "tekst",
    [
        "de juf belt elke dag",
        "ik ben trots",
        "hij slaapt niet",
        "ik ben 41",
        "wat kost dat",
        "",
        "gaat niet om mijn zoon",
    ],
)
def test_wie_er_schrijft_blijft_open_als_het_niet_gezegd_is(tekst: str) -> None:
    assert _waarden(tekst, "rol") == []
