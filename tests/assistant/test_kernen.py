"""A kern is known by its names and by the four digits of a postcode that is its alone."""

from __future__ import annotations

import pytest

from assistant.facts import feiten_in
from assistant.gate.redact import redigeer
from assistant.kernen import kernen_van
from knowledge.base import Kennisbank
from knowledge.models import Kern


def _kern(kennis: Kennisbank, tekst: str) -> str | None:
    plaats, redactie = kennis.gemeente("kaag-en-braassem"), redigeer(tekst)
    feiten = feiten_in(redactie.tekst, kernen_van(plaats, redactie.tekst, redactie.vondsten))
    return next((feit.waarde["id"] for feit in feiten if feit.soort == "kern"), None)


@pytest.mark.parametrize(
    ("tekst", "kern"),
    [
        ("we wonen in Leimuiden", "leimuiden"),
        ("mijn postcode is 2481", "woubrugge"),
        ("2481 AB", "woubrugge"),
        ("2465", "rijnsaterwoude"),
        (" 2159.", "kaag"),
        ("9999 ZZ", None),
        ("1234", None),
        ("hij kreeg 2481 punten", None),
        ("ik weet mijn postcode niet", None),
        ("kaag en braassem", None),
    ],
)
def test_een_naam_of_postcode_kiest_de_kern(kennis: Kennisbank, tekst: str, kern: str | None) -> None:
    assert _kern(kennis, tekst) == kern


def test_een_postcode_van_twee_kernen_kiest_er_geen(kennis: Kennisbank) -> None:
    plaats = kennis.gemeente("kaag-en-braassem")
    tweede = Kern(id="twee", naam="Twee", postcodes=("2481",), team=plaats.teams[0].id)
    gedeeld = plaats.model_copy(update={"kernen": (*plaats.kernen, tweede)})
    assert "2481" not in kernen_van(gedeeld, "2481")
    assert "2481" in kernen_van(plaats, "2481")
