"""An action that fails costs one beurt: the old state is untouched and the brain goes on."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from rasa_sdk.events import SlotSet
from rasa_sdk.interfaces import ActionExecutionRejection

from assistant.brain.brain import BreinWeg, Vraag
from assistant.brain.state import Toestand
from knowledge.base import Kennisbank
from tests.assistant.brain.conftest import GrilligBrein
from tests.assistant.brain.hulp import AANMELDING, Gesprek, metadata
from tests.conftest import LADEN_S

pytestmark = pytest.mark.rasa


@pytest.fixture
def gesprek(grillig: GrilligBrein, kennis: Kennisbank) -> Gesprek:
    """A conversation that is halfway the form."""
    gesprek = Gesprek(grillig.brein, metadata(kennis))
    gesprek.zeg("mijn zoon van 4 slaapt niet")
    gesprek.zeg("/wil_aanmelden")
    assert gesprek.formulier == "concept_formulier"
    return gesprek


def _gooi(fout: BaseException) -> Any:
    def doe(*_: Any) -> None:
        raise fout

    return doe


def _weg(gesprek: Gesprek, tekst: str) -> str:
    voor = gesprek.toestand
    with pytest.raises(BreinWeg) as weg:
        gesprek.zeg(tekst)
    assert gesprek.toestand == voor
    return weg.value.reden


@pytest.mark.parametrize("naam", ["actie_wachttijd", "action_ask_kern", "validate_concept_formulier"])
def test_een_fout_in_actie_vraag_of_controle_kost_alleen_deze_beurt(
    grillig: GrilligBrein, gesprek: Gesprek, naam: str
) -> None:
    grillig.bederf(naam, _gooi(ValueError("stuk")))
    assert _weg(gesprek, "hoe lang is de wachttijd?") == "actie"
    grillig.herstel()
    assert gesprek.zeg("leimuiden") == AANMELDING


@pytest.mark.parametrize("waarde", [object(), {1, 2}, b"bytes"])
def test_een_slotwaarde_die_geen_json_is_kost_alleen_deze_beurt(
    grillig: GrilligBrein, gesprek: Gesprek, waarde: object
) -> None:
    grillig.bederf("actie_groet", lambda *_: [SlotSet("onderwerp", waarde)])
    assert _weg(gesprek, "hallo") == "actie"
    grillig.herstel()
    assert gesprek.zeg("leimuiden") == AANMELDING


def test_een_event_dat_rasa_niet_kent_kost_alleen_deze_beurt(grillig: GrilligBrein, gesprek: Gesprek) -> None:
    grillig.bederf("actie_groet", lambda *_: [{"event": "bestaat_niet"}])
    assert _weg(gesprek, "hallo") == "actie"


def test_een_weigering_van_een_actie_is_geen_ongeluk(grillig: GrilligBrein, kennis: Kennisbank) -> None:
    grillig.bederf("actie_groet", _gooi(ActionExecutionRejection("actie_groet", "liever niet")))
    reactie = grillig.brein.beurt(Vraag("g", "hallo", None, metadata(kennis), {}))
    assert isinstance(reactie.toestand, Toestand)


def test_een_onbekende_gemeente_is_een_fout_van_deze_beurt(grillig: GrilligBrein, kennis: Kennisbank) -> None:
    with pytest.raises(BreinWeg, match="actie"):
        grillig.brein.beurt(Vraag("g", "hallo", None, metadata(kennis) | {"gemeente": "weg"}, {}))


@pytest.mark.parametrize("ruw", [b"kapot", b'{"vorm": 2}', b"\x00"])
def test_een_beschadigde_toestand_is_te_herkennen_aan_de_reden(
    grillig: GrilligBrein, kennis: Kennisbank, ruw: bytes
) -> None:
    with pytest.raises(BreinWeg) as weg:
        grillig.brein.beurt(Vraag("g", "hallo", ruw, metadata(kennis), {}))
    assert weg.value.reden == "toestand"


def test_na_een_fout_blijft_er_niets_van_het_gesprek_in_het_brein(grillig: GrilligBrein, gesprek: Gesprek) -> None:
    grillig.bederf("actie_groet", _gooi(ValueError("stuk")))
    _weg(gesprek, "hallo")
    assert grillig.processors[-1]._opslag._toestanden == {}


def test_een_actie_die_hangt_wordt_losgelaten_en_het_gesprek_gaat_verder(
    grillig: GrilligBrein, gesprek: Gesprek
) -> None:
    los = threading.Event()
    grillig.bederf("actie_groet", lambda *_: los.wait(60) and [])
    try:
        assert _weg(gesprek, "hallo") == "te_traag"
        grillig.herstel()
        assert grillig.brein.wacht(LADEN_S)
        assert gesprek.zeg("leimuiden") == AANMELDING
    finally:
        los.set()


def test_systemexit_in_een_actie_kost_een_beurt_en_het_brein_komt_terug(
    grillig: GrilligBrein, gesprek: Gesprek
) -> None:
    grillig.bederf("actie_groet", _gooi(SystemExit(1)))
    assert _weg(gesprek, "hallo") == "fout"
    grillig.herstel()
    assert grillig.brein.wacht(LADEN_S)
    assert gesprek.zeg("leimuiden") == AANMELDING
