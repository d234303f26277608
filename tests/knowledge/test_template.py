"""`voordeur kennis nieuw`: a template that loads, and of which the check says what is missing."""

from __future__ import annotations

import pytest

from knowledge.base import Kennisbank
from knowledge.template import SjabloonFout, nieuw_artikel
from tests.knowledge.boom import VANDAAG, Boom

NIEUW = "artikelen/slapen/eng-dromen.md"


def test_een_nieuw_artikel_wordt_gelezen_en_is_een_concept_van_vandaag(boom: Boom) -> None:
    pad = nieuw_artikel(boom.map, "slapen", "eng-dromen", vandaag=VANDAAG, titel='Eng: "droom"?')
    assert pad == boom.map / NIEUW
    artikel = Kennisbank.laad(boom.map, vandaag=VANDAAG).artikelen["slapen/eng-dromen"]
    assert (artikel.titel, artikel.status, artikel.nagekeken_op) == ('Eng: "droom"?', "concept", VANDAAG)
    assert artikel.verloopt_op > VANDAAG


def test_de_controle_zegt_wat_er_nog_moet(boom: Boom) -> None:
    nieuw_artikel(boom.map, "slapen", "eng-dromen", vandaag=VANDAAG)
    meldingen = [m for m in boom.meldingen() if m.veld != "taal"]  # in a tree this small every long word is rare
    assert {m.bestand for m in meldingen} == {NIEUW}
    velden = [m.veld for m in meldingen]
    assert sorted(set(velden)) == sorted(
        ["titel", "kort", "vragen", "bronnen", "tekst", "Wat is gewoon", "Wat je vandaag kunt doen", "Liever niet",
         "Wanneer hulp", "In de buurt"]
    )  # fmt: skip
    assert len(velden) == len(set(velden))
    for melding in meldingen:
        assert melding.regel > 1, melding


def test_een_artikel_dat_er_al_is_blijft_zoals_het_is(boom: Boom) -> None:
    voor = (boom.map / "artikelen/slapen/uit-bed.md").read_text()
    with pytest.raises(SjabloonFout, match="bestaat al"):
        nieuw_artikel(boom.map, "slapen", "uit-bed", vandaag=VANDAAG)
    assert (boom.map / "artikelen/slapen/uit-bed.md").read_text() == voor


@pytest.mark.parametrize(
    ("onderwerp", "slug", "uitleg"),
    [
        ("slaap", "eng", "Bedoel je: slapen"),
        ("slapen", "Eng Dromen", "alleen kleine letters"),
        ("slapen", "../huilen/x", "alleen kleine letters"),
    ],
)
def test_een_onbekend_onderwerp_of_een_rare_naam_kan_niet(boom: Boom, onderwerp: str, slug: str, uitleg: str) -> None:
    with pytest.raises(SjabloonFout, match=uitleg):
        nieuw_artikel(boom.map, onderwerp, slug, vandaag=VANDAAG)
    assert len(list(boom.map.glob("artikelen/**/*.md"))) == 2
