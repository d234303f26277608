"""An action looks at the situation and speaks in cards; rasa-sdk carries them."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from actions.base import Actie, Uitkomst, spreek
from actions.context import Situatie
from actions.kaarten import Contact, Kaart, KaartUnie, Kandidaat, Tekst
from tests.actions.hulp import GEREEDSCHAP, MAANDAG, dispatcher, situatie, tracker

KAART: TypeAdapter[Kaart] = TypeAdapter(KaartUnie)
KANDIDAAT = Kandidaat(onderwerp="slapen", artikel="slapen/uit-bed", score=0.5)


class Proef(Actie):
    naam = "actie_proef"
    uitkomst = Uitkomst()

    def doe(self, s: Situatie) -> Uitkomst:
        return Uitkomst([Tekst(tekst=s.tekst)], {"onderwerp": s.intent}, "kennis", volgende="actie_daarna")


def _run(actie: Actie, **wat: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    spreker = dispatcher()
    events = asyncio.run(actie.run(spreker, tracker(**wat), {}))
    return events, [bericht["custom"] for bericht in spreker.messages]


def test_een_actie_zegt_kaarten_zet_slots_en_gaat_verder() -> None:
    events, gezegd = _run(Proef(GEREEDSCHAP), tekst="hallo daar", intent="groet")
    assert [(event["event"], event.get("name"), event.get("value")) for event in events] == [
        ("slot", "onderwerp", "groet"), ("followup", "actie_daarna", None),
    ]  # fmt: skip
    assert gezegd[0]["kaart"] == {"soort": "tekst", "tekst": "hallo daar", "id": None}
    assert gezegd[1]["over"] == {"route": "kennis", "onderwerp": None, "artikel": None, "kandidaten": []}


def test_een_lege_uitkomst_zegt_niets() -> None:
    spreker = dispatcher()
    spreek(spreker, Uitkomst())
    assert spreker.messages == []


def test_kandidaten_gaan_ook_mee_zonder_route() -> None:
    spreker = dispatcher()
    spreek(spreker, Uitkomst(kandidaten=[KANDIDAAT]))
    assert spreker.messages[0]["custom"]["over"]["kandidaten"] == [KANDIDAAT.model_dump()]


def test_een_kaart_zonder_nummer_of_tijden_komt_heel_over() -> None:
    """A gemeente that has not filled in its hours yet must not lose its beurt over it."""
    kaart = Contact(team="JGT", telefoon=None, open=None, uitleg="Bel ons.")
    spreker = dispatcher()
    spreek(spreker, Uitkomst([kaart]))
    heen_en_weer = json.loads(json.dumps(spreker.messages[0]["custom"]["kaart"]))
    assert KAART.validate_python(heen_en_weer) == kaart


def test_wie_doe_niet_schrijft_is_geen_actie() -> None:
    with pytest.raises(NotImplementedError):
        Actie(GEREEDSCHAP).doe(situatie())


def test_een_situatie_komt_uit_het_laatste_bericht() -> None:
    slots = {
        "rol": "ouder",
        "kind_leeftijd": {"jaren": 3, "tekst": "3 jaar"},
        "kern": {"id": "oost", "naam": "Oosteind"},
    }
    s = Situatie.van(tracker("ze slaapt niet", intent="vraag", **slots), GEREEDSCHAP)
    assert (s.tekst, s.intent, s.zekerheid, s.kiem) == ("ze slaapt niet", "vraag", 0.8, "g:1")
    assert (s.rol, s.leeftijd, s.kern, s.gemeente.id, s.nu) == ("ouder", 3.0, "oost", "dam", MAANDAG)


def test_wat_onbekend_of_overgeslagen_is_telt_als_niets() -> None:
    s = situatie(kind_leeftijd={"jaren": None, "tekst": None}, kern={"id": None, "naam": "overgeslagen"})
    assert (s.rol, s.leeftijd, s.kern) == (None, None, None)


def test_een_knop_is_geen_zin_van_de_bezoeker() -> None:
    assert Situatie.van(tracker("/klacht", intent="klacht"), GEREEDSCHAP).tekst == ""


def test_een_onbekende_gemeente_is_een_fout_van_de_beurt() -> None:
    with pytest.raises(KeyError):
        Situatie.van(tracker(metadata={"gemeente": "weg", "nu": MAANDAG.isoformat()}), GEREEDSCHAP)


def test_een_tekst_noemt_gemeente_en_nummer_van_deze_gemeente() -> None:
    zonder = situatie().gemeente.model_copy(update={"telefoon": None})
    assert "(000-dam)" in situatie().zeg("afscheid").tekst
    assert "(" not in situatie(gemeente=zonder).zeg("afscheid").tekst
    assert "Dam" in situatie().zeg("begroeting").tekst


def test_contact_gaat_naar_het_team_van_de_kern() -> None:
    assert situatie(kern={"id": "west", "naam": "Westeind"}).contact().team == "JGT West"
    assert situatie().contact().team == "Jeugd- en Gezinsteam Dam"
    assert situatie(kern={"id": "weg", "naam": "?"}).contact().team == "Jeugd- en Gezinsteam Dam"
