"""Dutch unless there is good reason to think otherwise; the others get a short reply with the phone route."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.kaarten import Contact, HulplijnKaart, Tekst
from assistant.gate.language import TALEN, herken_taal, taalantwoord
from knowledge.base import Kennisbank
from knowledge.models import Gemeente, Kern, Team

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
GEMEENTE = Gemeente(
    id="voorbeeld",
    naam="Voorbeeld",
    kernen=(Kern(id="dorp", naam="Dorp", team="jgt"),),
    teams=(Team(id="jgt", naam="JGT Dorp"),),
    telefoon="000-000 00 01 (demo)",
    demo=True,
)


@pytest.mark.parametrize(
    ("tekst", "taal"),
    [
        ("my son does not sleep at night, what can I do", "en"),
        ("wo finde ich Hilfe für meine Tochter", "de"),
        ("mon fils ne dort pas la nuit, aidez moi", "fr"),
        ("oğlum gece uyumuyor ne yapmalıyım", "tr"),
        ("ابني لا ينام في الليل", "ar"),
        ("mój syn nie śpi w nocy, co robić", "pl"),
        ("мій син не спить вночі", "uk"),
        ("mi hijo no duerme por la noche", "es"),
    ],
)
def test_een_andere_taal_wordt_herkend(tekst, taal):
    assert herken_taal(tekst) == taal


@pytest.mark.parametrize(
    "tekst",
    [
        "bro ik ben echt done met school, chill ff",
        "this is so annoying man mijn ouders zijn echt toxic",
        "mijn kid is addicted aan fortnite",
        "kwil nie naar school",
        "ok",
        "",
        "12345",
        "driftbuien peuter tips",
        "Ons kindje schreit de ganse nacht, wa moeten we doen",
    ],
)
def test_nederlands_met_straattaal_vlaams_of_heel_kort_blijft_nederlands(tekst):
    assert herken_taal(tekst) == "nl"


def test_bijna_geen_vraag_uit_de_artikelen_wordt_voor_een_andere_taal_gehouden():
    vragen = [vraag for artikel in Kennisbank.laad().artikelen.values() for vraag in artikel.vragen]
    assert len(vragen) > 500
    anders = [vraag for vraag in vragen if herken_taal(vraag) != "nl"]
    assert len(anders) / len(vragen) < 0.005


@pytest.mark.parametrize("taal", [taal for taal in TALEN if taal != "nl"])
def test_elke_taal_krijgt_uitleg_het_jgt_en_de_hulplijnen(taal, hulplijnen):
    kaarten = taalantwoord(taal, hulplijnen=hulplijnen, gemeente=GEMEENTE, nu=NU)
    uitleg = [kaart for kaart in kaarten if isinstance(kaart, Tekst)]
    assert "{" not in "".join(kaart.tekst for kaart in uitleg)
    assert GEMEENTE.telefoon in uitleg[0].tekst
    assert any(isinstance(kaart, Contact) for kaart in kaarten)
    assert {"112", "113", "veilig-thuis"} <= {kaart.id for kaart in kaarten if isinstance(kaart, HulplijnKaart)}


def test_een_nummer_tussen_arabische_letters_blijft_staan_zoals_je_het_draait(hulplijnen):
    uitleg = taalantwoord("ar", hulplijnen=hulplijnen, gemeente=GEMEENTE, nu=NU)[0]
    assert isinstance(uitleg, Tekst)
    assert f"(\u2066{GEMEENTE.telefoon}\u2069)" in uitleg.tekst
    engels = taalantwoord("en", hulplijnen=hulplijnen, gemeente=GEMEENTE, nu=NU)[0]
    assert isinstance(engels, Tekst) and "\u2066" not in engels.tekst


def test_een_taal_zonder_tekst_krijgt_engels_en_zonder_hulplijnen_de_noodnummers():
    kaarten = taalantwoord("xx", hulplijnen={}, gemeente=None, nu=NU)
    assert isinstance(kaarten[0], Tekst)
    assert kaarten[0].tekst.startswith("Hello")
    assert {kaart.nummer for kaart in kaarten if isinstance(kaart, HulplijnKaart)} == {"112", "113", "0800-2000"}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_taal_herkennen_kan_met_elke_tekst(tekst):
    assert herken_taal(tekst) in TALEN
