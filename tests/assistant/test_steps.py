"""The steps of a beurt: clean, urgency, language, redact, brain; danger first, in every state of the system."""

from __future__ import annotations

import json
from typing import Any

import pytest

from actions.context import Gereedschap
from actions.kaarten import AanmeldingKaart, Kandidaat, Tekst
from assistant.beurt import Beurt, doorloop
from assistant.brain.brain import Brein
from assistant.brain.state import Toestand
from assistant.gate.danger import Gevaarlezer
from assistant.steps import (
    KiesTaal,
    Opschonen,
    Redigeer,
    VraagBrein,
    gesprek,
    poort,
)
from knowledge.base import Kennisbank
from tests.actions.hulp import GEREEDSCHAP, ids
from tests.assistant.hulp import NepBrein, beurt, echt

HOI = Tekst(tekst="hoi", id="groet")


def _hele_beurt(gevaar: Gevaarlezer, gereedschap: Gereedschap, brein: Any, b: Beurt) -> Beurt:
    return doorloop(b, [*poort(gevaar), *gesprek(gevaar, brein, gereedschap)])


def test_opschonen_haalt_onzichtbare_tekens_weg_en_weigert_niets() -> None:
    b = beurt("ik\u200b wil\u0007 hulp\U000e0041")
    Opschonen()(b)
    assert b.tekst == "ik wil hulp"
    assert not b.klaar


def test_een_andere_taal_krijgt_een_kort_antwoord_en_nederlands_gaat_door(
    gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    engels = echt(kennis, tekst="My daughter does not want to go to school anymore, can you help us please?")
    nederlands = echt(kennis, tekst="mijn dochter wil niet meer naar school")
    for b in (engels, nederlands):
        KiesTaal(gereedschap)(b)
    assert (engels.taal, engels.status, engels.klaar) == ("en", "andere_taal", True)
    assert engels.kaarten
    assert (nederlands.taal, nederlands.klaar) == ("nl", False)


def test_een_knop_heeft_geen_taal(gereedschap: Gereedschap, kennis: Kennisbank) -> None:
    b = echt(kennis, tekst="please help me with my daughter", keuze="wil_mens")
    KiesTaal(gereedschap)(b)
    assert not b.klaar


def test_persoonsgegevens_gaan_eruit_en_worden_onthouden() -> None:
    b = beurt(tekst="bel mij op 06-12345678")
    Redigeer()(b)
    assert "12345678" not in b.veilig
    assert [vondst.soort for vondst in b.vondsten] == ["telefoon"]


def test_wat_het_brein_zegt_vult_de_beurt() -> None:
    kaart = AanmeldingKaart(velden={"zorg": "x"})
    over = {"route": "overdracht", "onderwerp": "slapen", "artikel": "slapen/uit-bed",
            "kandidaten": [{"onderwerp": "slapen", "artikel": "slapen/uit-bed", "score": 0.5}]}  # fmt: skip
    toestand = Toestand({"rol": "jongere"}, "concept_formulier")
    b = beurt(veilig="hallo")
    VraagBrein(NepBrein(HOI, kaart, over=over, toestand=toestand), GEREEDSCHAP)(b)  # type: ignore[arg-type]
    assert b.kaarten == [HOI, kaart]
    assert (b.route, b.onderwerp, b.artikel, b.velden) == ("overdracht", "slapen", "slapen/uit-bed", {"zorg": "x"})
    assert b.kandidaten == [Kandidaat(onderwerp="slapen", artikel="slapen/uit-bed", score=0.5)]
    assert (b.toestand, b.formulier, b.rol, b.intent) == (toestand.naar_bytes(), True, "jongere", "groet")
    assert b.status == "beantwoord"


@pytest.mark.parametrize("reden", ["laadt", "te_traag", "actie", "fout"])
def test_zonder_brein_geeft_fallback_antwoord_en_blijft_de_toestand_staan(reden: str) -> None:
    b = beurt(veilig="mijn peuter komt steeds uit bed", toestand=b"oud")
    VraagBrein(NepBrein(weg=reden), GEREEDSCHAP)(b)  # type: ignore[arg-type]
    assert (b.status, b.toestand, b.artikel) == ("fallback", b"oud", "slapen/uit-bed")


def test_een_beschadigde_toestand_begint_opnieuw() -> None:
    b = beurt(veilig="hallo", toestand=b"kapot")
    VraagBrein(NepBrein(weg="toestand"), GEREEDSCHAP)(b)  # type: ignore[arg-type]
    assert (b.status, b.toestand) == ("fallback", None)


def test_een_leeg_antwoord_van_het_brein_wordt_fallback() -> None:
    b = beurt(veilig="hallo")
    VraagBrein(NepBrein(), GEREEDSCHAP)(b)  # type: ignore[arg-type]
    assert b.status == "fallback"
    assert b.kaarten


def test_het_brein_krijgt_alleen_veilige_tekst_en_de_feiten_van_de_beurt() -> None:
    brein = NepBrein(HOI)
    b = beurt("ruw geheim", tekst="tekst geheim", veilig="veilig", rol="ouder", volgnummer=4)
    VraagBrein(brein, GEREEDSCHAP)(b)  # type: ignore[arg-type]
    (vraag,) = brein.vragen
    assert "geheim" not in json.dumps([vraag.tekst, vraag.metadata, vraag.slots])
    assert (vraag.gesprek, vraag.tekst, vraag.slots) == ("gesprek-1", "veilig", {"rol": "ouder"})
    assert (vraag.metadata["gemeente"], vraag.metadata["kiem"]) == ("dam", "gesprek-1:4")
    assert vraag.metadata["kernen"]["oosteind"] == {"id": "oost", "naam": "Oosteind"}
    assert vraag.metadata["kernen"]["dam"] == {}, "de gemeente zelf is geen kern"


@pytest.mark.parametrize(
    ("keuze", "tekst"),
    [
        ("wil_mens", "/wil_mens"),
        ("artikel:slapen/uit-bed", '/toon_artikel{"gekozen_artikel": "slapen/uit-bed"}'),
    ],
)
def test_een_knop_gaat_als_intentie_naar_rasa(keuze: str, tekst: str) -> None:
    brein = NepBrein(HOI)
    VraagBrein(brein, GEREEDSCHAP)(beurt(keuze=keuze))  # type: ignore[arg-type]
    assert brein.vragen[0].tekst == tekst


@pytest.mark.parametrize(
    "getypt", ["/wil_mens", "//wil_mens", " /wil_mens", "/ /wil_mens", "\u00a0/wil_mens", "\n/\t/wil_mens", "/", ""]
)
def test_wie_een_intentie_typt_zegt_gewoon_iets(getypt: str) -> None:
    brein = NepBrein(HOI)
    VraagBrein(brein, GEREEDSCHAP)(beurt(veilig=getypt))  # type: ignore[arg-type]
    assert not brein.vragen[0].tekst.strip().startswith("/")
    assert brein.vragen[0].tekst


@pytest.mark.parametrize("weg", [None, "laadt", "fout"])
def test_gevaar_krijgt_zijn_antwoord_in_elke_staat_van_het_systeem(
    gevaar: Gevaarlezer, gereedschap: Gereedschap, kennis: Kennisbank, weg: str | None
) -> None:
    brein = NepBrein(HOI, weg=weg)
    b = _hele_beurt(gevaar, gereedschap, brein, echt(kennis, "ik wil niet meer leven"))
    assert b.route == "veiligheid"
    assert brein.vragen == []


def test_een_gewone_beurt_komt_geredigeerd_bij_het_brein(
    gevaar: Gevaarlezer, gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    brein = NepBrein(HOI)
    b = _hele_beurt(gevaar, gereedschap, brein, echt(kennis, "mijn zoon slaapt niet, mail naar kanarie@voorbeeld.nl"))
    assert "kanarie" not in brein.vragen[0].tekst
    assert (b.status, ids(b.kaarten)) == ("beantwoord", ["groet"])


@pytest.mark.rasa
def test_een_echte_beurt_van_begin_tot_eind(
    gevaar: Gevaarlezer, gereedschap: Gereedschap, kennis: Kennisbank, brein: Brein
) -> None:
    b = _hele_beurt(gevaar, gereedschap, brein, echt(kennis, "mijn zoontje van 3 komt elke avond uit bed"))
    assert (b.status, b.route, b.onderwerp) == ("beantwoord", "kennis", "slapen")
    assert ids(b.kaarten) == ["artikel", "helpt_dit", "keuzes"]
    volgende = _hele_beurt(gevaar, gereedschap, brein, echt(kennis, keuze="wil_aanmelden", toestand=b.toestand))
    assert (volgende.formulier, volgende.route) == (True, "overdracht")
    laatste = _hele_beurt(gevaar, gereedschap, brein, echt(kennis, "in leimuide", toestand=volgende.toestand))
    assert laatste.velden is not None
    assert laatste.velden["kern"] == "leimuiden"
