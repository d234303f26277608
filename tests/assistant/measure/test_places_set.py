"""`meet plekken`: who looks for a place nearby sees it; with the shipped set and its bar."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.context import Gereedschap
from actions.kaarten import Tekst, VoorzieningKaart
from api.played import maak_speler
from assistant.beurt import Beurt
from assistant.brain.brain import Brein
from assistant.gate.danger import Gevaarlezer
from assistant.measure.places_set import lees_plekken, meet_plekken
from assistant.measure.play import Speler
from assistant.measure.sets import SetFout
from tests.actions.hulp import GEMEENTE, MAANDAG

SET = Path(__file__).parents[2] / "data/voorzieningen.yml"
LAT = {"bekend": 0.9, "ongezien": 0.9, "vers": 0.8, "geen plek bij een zorg": 0.96}
MAATJE = VoorzieningKaart(id="maatje", naam="Maatje", wat="Iets leuks doen.", nagekeken_op="2026-11-22")


def _speler() -> Speler:
    """Shows the maatje to whoever says its name."""

    def antwoord(beurt: Beurt) -> None:
        beurt.kaarten = [MAATJE] if "maatje" in beurt.ruw else [Tekst(tekst="Hm.", id="x")]

    return Speler([antwoord], lambda _: GEMEENTE, lambda: lambda _: {}, MAANDAG)


def _lees(map_: Path, inhoud: str) -> Path:
    bestand = map_ / "set.yml"
    bestand.write_text(inhoud)
    return bestand


def test_een_plek_telt_als_zij_wordt_getoond_en_niets_wat_niet_mag(tmp_path: Path) -> None:
    inhoud = """
bekend:
  - {zeg: een maatje, goed: [maatje]}
  - {zeg: een maatje hier, goed: [maatje], niet: [maatje]}
  - {zeg: iets anders, eerder: [een maatje], goed: [maatje]}
geen: [hij slaapt niet, zijn maatje is boos]
"""
    meting = meet_plekken(lees_plekken(_lees(tmp_path, inhoud)), _speler())
    assert [uitkomst["goed"] for uitkomst in meting.uitkomsten] == [True, False, False, True, False]
    assert [(cijfer.naam, cijfer.goed, cijfer.totaal) for cijfer in meting.cijfers] == [
        ("bekend", 1, 3),
        ("geen plek bij een zorg", 1, 2),
    ]


@pytest.mark.parametrize("inhoud", ["bekend: [{zeg: hallo}]", "bekend: [{zeg: x, goed: []}]", "[", "- los"])
def test_een_set_met_een_fout_wordt_geweigerd(tmp_path: Path, inhoud: str) -> None:
    with pytest.raises(SetFout, match=r"set\.yml"):
        lees_plekken(_lees(tmp_path, inhoud))


def test_elke_plek_in_de_set_bestaat(gereedschap: Gereedschap) -> None:
    kennis = gereedschap.kennis.nu
    for vragen in lees_plekken(SET).delen.values():
        for vraag in vragen:
            bekend = {plek.id for plek in kennis.gemeente(vraag.gemeente).sociale_kaart} | kennis.hulplijnen.keys()
            assert set(vraag.goed) & bekend, vraag.zeg


@pytest.mark.rasa
def test_wie_een_plek_zoekt_vindt_haar(gereedschap: Gereedschap, brein: Brein, gevaar: Gevaarlezer) -> None:
    plekken = lees_plekken(SET)
    assert sum(map(len, plekken.delen.values())) >= 160
    meting = meet_plekken(plekken, maak_speler(gereedschap, brein, gevaar))
    aandeel = {cijfer.naam: cijfer.goed / cijfer.totaal for cijfer in meting.cijfers}
    mis = [(u["text"], u["gezien"], u["route"]) for u in meting.uitkomsten if not u["goed"]]
    assert all(aandeel[naam] >= lat for naam, lat in LAT.items()), (aandeel, mis)
