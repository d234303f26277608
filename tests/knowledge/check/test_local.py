"""What a gemeente keeps, and what it adds to national articles."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.checking import controleer
from tests.knowledge.boom import Boom

MAP = "gemeenten/voorbeelddam"
BIJ = f"{MAP}/artikelen/slapen/uit-bed.md"
AANVULLING = """\
---
titel: een slaapspreekuur
eigenaar: redactie sociaal domein
nagekeken_op: 2026-11-22
verloopt_op: 2027-05-22
status: concept
---

Elke maand is er een spreekuur over slapen. Bel {team:telefoon}.
"""
ZIN = "Elke maand is er een spreekuur over slapen."


def test_een_goede_aanvulling_bij_artikel_of_onderwerp_geeft_geen_melding(boom: Boom) -> None:
    boom.schrijf(BIJ, AANVULLING)
    boom.schrijf(f"{MAP}/artikelen/huilen.md", AANVULLING)
    assert boom.meldingen() == []


@pytest.mark.parametrize(
    ("naam", "uitleg"),
    [("slapen/weg", "artikel 'slapen/weg' bestaat niet"), ("dromen", "onderwerp 'dromen' bestaat niet")],
)
def test_een_aanvulling_hoort_bij_iets_dat_bestaat(boom: Boom, naam: str, uitleg: str) -> None:
    boom.schrijf(f"{MAP}/artikelen/{naam}.md", AANVULLING)
    (melding,) = boom.meldingen()
    assert (melding.bestand, melding.uitleg) == (f"{MAP}/artikelen/{naam}.md", uitleg)


@pytest.mark.parametrize(
    ("oud", "nieuw", "uitleg"),
    [
        (ZIN, "Bel 010 1234567 voor het spreekuur.", "'010 1234567' lijkt een nummer"),
        (ZIN, "Het is op de Beukenlaan 12a in het dorp.", "'Beukenlaan 12a' lijkt een nummer of adres"),
        (ZIN, "Kijk op slaapspreekuur.nl voor meer.", "lijkt een nummer of adres"),
        (ZIN, "Dit spreekuur helpt altijd.", "klinkt als een garantie"),
        (ZIN, f"{'woord ' * 22}einde.", "zin van 23 woorden"),
        (ZIN, f"{ZIN} " * 20, "ten hoogste 120"),
        ("{team:telefoon}", "{hulplijn:weg}", "hulplijn 'weg' bestaat niet"),
        ("nagekeken_op: 2026-11-22", "nagekeken_op: 2026-11-23", "in de toekomst"),
        ("verloopt_op: 2027-05-22", "verloopt_op: 2026-11-22", "niet na nagekeken_op"),
    ],
)
def test_een_aanvulling_volgt_de_regels_van_een_artikel(boom: Boom, oud: str, nieuw: str, uitleg: str) -> None:
    boom.schrijf(BIJ, AANVULLING)
    boom.vervang(BIJ, oud, nieuw)
    meldingen = boom.meldingen()
    assert any(uitleg in m.uitleg for m in meldingen)
    assert {m.bestand for m in meldingen} == {BIJ}


def test_een_verlopen_aanvulling_wordt_gemeld_maar_is_geen_fout(boom: Boom) -> None:
    boom.schrijf(BIJ, AANVULLING)
    later = controleer(boom.map, vandaag=date(2027, 5, 23))
    assert [(m.ernst, m.bestand, m.regel) for m in later if m.ernst != "tip"] == [("verlopen", BIJ, 5)]


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "veld", "uitleg"),
    [
        ("teams", "naam: JGT West", "partners: [weg], naam: JGT West", "jgt-west", "partner 'weg' staat niet in sociale_kaart.yml"),
        ("sociale_kaart", "id: oudercafe", "id: speelgroep", "speelgroep", "dit id staat er twee keer"),
        ("sociale_kaart", "maximum_age: 4",
         "maximum_age: 4\n    minimum_age: 5", "speelgroep", "minimum_age is hoger dan maximum_age"),
        ("sociale_kaart", "assured_date: 2026-11-22", "assured_date: 2026-12-22", "speelgroep", "assured_date ligt in de toekomst"),
    ],
)  # fmt: skip
def test_een_fout_in_een_register_van_de_gemeente(
    boom: Boom, bestand: str, oud: str, nieuw: str, veld: str, uitleg: str
) -> None:
    boom.vervang(f"{MAP}/{bestand}.yml", oud, nieuw)
    (melding,) = boom.meldingen()
    assert (melding.veld, melding.uitleg) == (veld, uitleg)
    assert melding.regel > 1
