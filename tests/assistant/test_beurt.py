"""One beurt: steps in order, any may end it, and the contract's JSON at the end."""

from __future__ import annotations

import json

import pytest

from actions.kaarten import Contact, Kandidaat, Keuze, Keuzes, Tekst
from assistant.beurt import Beurt, alleen_tekst, als_antwoord, doorloop
from assistant.gate.urgency import Signaal
from tests.actions.hulp import MAANDAG
from tests.assistant.hulp import beurt


def test_stappen_gaan_op_volgorde_en_een_stap_kan_de_beurt_beeindigen() -> None:
    genomen: list[str] = []

    def stap(naam: str, *, einde: bool = False):
        def doe(b: Beurt) -> None:
            genomen.append(naam)
            if einde:
                b.eindig([Tekst(tekst=naam)], "gesprek", "beantwoord")

        return doe

    klaar = doorloop(beurt(), [stap("een"), stap("twee", einde=True), stap("drie")])
    assert genomen == ["een", "twee"]
    assert (klaar.klaar, alleen_tekst(klaar)) == (True, "twee")


def test_een_beurt_die_al_klaar_is_neemt_geen_stap_meer() -> None:
    b = beurt()
    b.eindig([], "gesprek", "beantwoord")
    assert doorloop(b, [lambda _: pytest.fail("geen stap meer")]) is b


def test_het_antwoord_heeft_de_vorm_van_het_contract() -> None:
    b = beurt("ruw", onderwerp="slapen")
    b.signaal = Signaal("vandaag", "geweld", "geweld-1", 2, ("slaat",))
    b.kandidaten = [Kandidaat(onderwerp="slapen", artikel="slapen/uit-bed", score=0.5)]
    b.eindig([Tekst(tekst="hoi"), Contact(team="JGT", telefoon=None, open=None, uitleg="")], "veiligheid", "veiligheid")
    antwoord = als_antwoord(b, {"zorg": "x"})
    assert list(antwoord) == [
        "route", "onderwerp", "artikel", "kandidaten", "urgentie", "taal", "concept", "berichten",
    ]  # fmt: skip
    assert antwoord["urgentie"] == {"niveau": "vandaag", "categorie": "geweld", "regel": "geweld-1"}
    assert antwoord["concept"] == {"zorg": "x"}
    assert json.loads(json.dumps(antwoord)) == antwoord
    assert "ruw" not in json.dumps(antwoord), "de ruwe tekst verlaat de beurt niet"


def test_zonder_signaal_en_concept_blijven_die_leeg() -> None:
    antwoord = als_antwoord(beurt(), {})
    assert (antwoord["urgentie"], antwoord["concept"], antwoord["berichten"]) == (None, None, [])


def test_alleen_tekst_laat_knoppen_weg() -> None:
    b = beurt()
    b.kaarten = [Tekst(tekst="een"), Keuzes(keuzes=[Keuze(label="x", keuze="x")]), Tekst(tekst="twee")]
    assert alleen_tekst(b) == "een\ntwee"


def test_zonder_gemeente_is_er_geen_plaats() -> None:
    with pytest.raises(RuntimeError, match="gemeente"):
        _ = Beurt("", MAANDAG, "g").plaats
