"""`meet gesprekken`: reading conversations, playing them, and judging what came of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from actions.context import Gereedschap
from actions.kaarten import Contact, Keuze, Keuzes, Tekst
from api.played import maak_speler
from assistant.beurt import Beurt, Stap
from assistant.brain.brain import Brein
from assistant.gate.danger import Gevaarlezer
from assistant.measure.conversations import lees_gesprekken, meet_gesprekken
from assistant.measure.outcomes import Niet, Resultaat, gebreken, veld_van
from assistant.measure.play import Speler, Zet, naar_een_mens
from assistant.measure.sets import SetFout
from assistant.steps import Opschonen, Redigeer, VraagBrein
from tests.actions.hulp import GEMEENTE, MAANDAG

ROOT = Path(__file__).parents[3]
MENS = Contact(team="JGT", telefoon=None, open=None, uitleg="bel")
KNOP = Keuzes(keuzes=[Keuze(label="Iemand spreken", keuze="wil_mens")])


def _speler(*antwoorden: list[Any], concept: dict[str, Any] | None = None) -> Speler:
    """A player whose visitor gets these replies, one after another."""
    rest = list(antwoorden)

    def antwoord(beurt: Beurt) -> None:
        beurt.kaarten, beurt.route, beurt.onderwerp = rest.pop(0), "gesprek", "slapen"
        beurt.geheugen = beurt.geheugen | {"n": len(beurt.geheugen.get("n", "")) * "x" + "x"}

    return Speler([antwoord], lambda _: GEMEENTE, lambda: lambda _: concept or {}, MAANDAG)


def _gebreken(speler: Speler, aantal: int, resultaat: dict[str, Any], niet: dict[str, Any] | None = None) -> list[str]:
    spel = speler.speel("g", [Zet(f"zin {i}") for i in range(aantal)], gemeente="dam", rol=None)
    return gebreken(spel, Resultaat(**resultaat), Niet(**(niet or {})))


def _zeg(tekst: str, tekst_id: str = "x") -> Tekst:
    return Tekst(tekst=tekst, id=tekst_id)


def test_een_gesprek_dat_klopt_heeft_geen_gebreken() -> None:
    speler = _speler([_zeg("Hallo."), KNOP], [_zeg("Zo.", "mens"), MENS], concept={"contact": {"telefoon": "06"}})
    eis = {
        "routes": ["gesprek"], "laatste_route": ["gesprek"], "onderwerp": ["slapen"], "gezien": ["^tekst:mens$", "^contact$"],
        "gezegd": ["hallo"], "aan_het_eind": ["^contact$"], "concept": {"contact.telefoon": "06"},
    }  # fmt: skip
    assert _gebreken(speler, 2, eis, {"gezien": ["artikel:"], "concept": ["naam"], "gevraagd": ["naam"]}) == []


@pytest.mark.parametrize(
    ("eis", "niet", "gebrek"),
    [
        ({"routes": ["kennis"]}, {}, "route kennis kwam niet"),
        ({"laatste_route": ["kennis"]}, {}, "laatste route is gesprek, niet kennis"),
        ({"onderwerp": ["eten"]}, {}, "onderwerp eten kwam niet, wel ['slapen']"),
        ({"gezien": ["artikel:"]}, {}, "niet gezien: artikel:"),
        ({"gezegd": ["dag"]}, {}, "niet gezegd: dag"),
        ({"aan_het_eind": ["artikel:"]}, {}, "niet aan het eind: artikel:"),
        ({"concept": {"naam": "."}}, {}, "concept naam is '', niet ."),
        ({}, {"routes": ["gesprek"]}, "route gesprek mocht niet"),
        ({}, {"gezien": ["knop:wil_mens"]}, "toch gezien: knop:wil_mens"),
        ({}, {"gezegd": ["hoe heet"]}, "toch gezegd: hoe heet"),
        ({}, {"gevraagd": ["heet"]}, "toch gevraagd: heet"),
        ({}, {"concept": ["zorg"]}, "concept zorg had leeg moeten zijn"),
    ],
)
def test_elk_gebrek_wordt_genoemd(eis: dict[str, Any], niet: dict[str, Any], gebrek: str) -> None:
    speler = _speler([_zeg("Zo. Hoe heet je?"), KNOP], concept={"zorg": "slapen"})
    assert _gebreken(speler, 1, eis, niet) == [gebrek]


def test_zonder_weg_naar_een_mens_is_het_niet_goed_tenzij_het_mag() -> None:
    assert _gebreken(_speler([_zeg("Dag.")]), 1, {}) == ["aan het eind is er geen weg naar een mens"]
    assert _gebreken(_speler([_zeg("Dag.")]), 1, {"mens": False}) == []


def test_meer_dan_drie_vragen_op_rij_of_twee_keer_hetzelfde_valt_altijd_op() -> None:
    vragen = [[_zeg(f"Vraag {i}?"), KNOP] for i in range(4)]
    assert _gebreken(_speler(*vragen), 4, {}) == ["meer dan 3 vragen op rij"]
    assert _gebreken(_speler(*vragen[:2], [MENS], *vragen[2:], [KNOP]), 6, {}) == []
    assert _gebreken(_speler([KNOP], [KNOP]), 2, {}) == ["twee keer hetzelfde antwoord: ('knop:wil_mens',)"]


def test_een_bsn_vragen_mag_nooit() -> None:
    assert _gebreken(_speler([_zeg("Mag ik je BSN?"), KNOP]), 1, {}) == ["dit wordt nooit gevraagd: Mag ik je BSN?"]


def test_een_veld_in_een_veld_en_een_lijst_worden_tekst() -> None:
    concept = {"contact": {"wanneer": ["ochtend", "middag"]}, "zorg": "x"}
    assert (veld_van(concept, "contact.wanneer"), veld_van(concept, "zorg.diep"), veld_van(concept, "kern")) == (
        "ochtend, middag", "", "",
    )  # fmt: skip


def test_een_knop_naar_hulp_telt_als_weg_naar_een_mens() -> None:
    assert naar_een_mens([KNOP])
    assert not naar_een_mens([Keuzes(keuzes=[Keuze(label="Ja", keuze="geholpen")])])


EEN = """
gesprekken:
  - id: a
    stem: kort
    beurten: [hallo, {keuze: wil_mens}]
    resultaat: {laatste_route: [overdracht]}
    varianten: [{1: hoi}]
"""


def _bestand(map_: Path, inhoud: str, naam: str = "a.yml") -> Path:
    (map_ / naam).write_text(inhoud, encoding="utf-8")
    return map_ / naam


def test_een_map_of_een_bestand_wordt_gelezen_met_varianten(tmp_path: Path) -> None:
    bestand = _bestand(tmp_path, EEN)
    (gesprek,) = lees_gesprekken(bestand)
    assert lees_gesprekken(tmp_path) == [gesprek]
    assert dict(gesprek.uitvoeringen()) == {
        "a": [Zet("hallo"), Zet(keuze="wil_mens")],
        "a~1": [Zet("hoi"), Zet(keuze="wil_mens")],
    }


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("gesprekken: []", "staan geen gesprekken"),
        ("gesprekken: [", "regel 1"),
        ("- a", "geen lijst onder 'gesprekken'"),
        (EEN.replace("stem: kort", "toon: kort"), "a.yml, 0.stem"),
        (EEN.replace("laatste_route: [overdracht]", "gezegd: ['(']"), "geen geldig patroon"),
        (EEN + EEN.split("gesprekken:")[1], "staat er twee keer: a"),
    ],
)
def test_een_fout_in_de_set_wordt_met_haar_plaats_gemeld(tmp_path: Path, inhoud: str, melding: str) -> None:
    with pytest.raises(SetFout, match=melding.replace("(", r"\(")):
        lees_gesprekken(_bestand(tmp_path, inhoud))


def test_een_variant_van_een_beurt_die_er_niet_is_wordt_gemeld(tmp_path: Path) -> None:
    (gesprek,) = lees_gesprekken(_bestand(tmp_path, EEN.replace("{1: hoi}", "{5: hoi}")))
    with pytest.raises(SetFout, match="beurt 5"):
        list(gesprek.uitvoeringen())


def test_de_meting_telt_gesprekken_en_varianten_apart(tmp_path: Path) -> None:
    speler = _speler([KNOP], [MENS], [_zeg("Hoi?"), KNOP], [MENS])
    meting = meet_gesprekken(lees_gesprekken(_bestand(tmp_path, EEN)), speler)
    assert [uitkomst["goed"] for uitkomst in meting.uitkomsten] == [False, False]
    assert meting.tabel[0].endswith("0 van 1")
    assert any("a~1: laatste route is gesprek, niet overdracht" in regel for regel in meting.tabel)
    assert meting.paren == [("overdracht", "gesprek")] * 2


@pytest.mark.rasa
def test_de_gesprekken_waar_het_om_begon_halen_hun_uitkomst(
    gereedschap: Gereedschap, brein: Brein, gevaar: Gevaarlezer
) -> None:
    """Without the danger gate, whose alarms have tests and figures of their own: what redact, brain and actions make of it."""
    nodig = {
        "kaal-nummer", "nummer-na-antwoord", "feit-eerst-leeg", "ander-kind-zelfde-vraag", "verbetert-oudste",
        "verbetert-leeftijd", "boos-eerst", "toch-niet-versturen", "meteen-mens", "waarom-vraag-je-dit", "formeel",
    }  # fmt: skip
    alle = lees_gesprekken(ROOT / "tests/data/gesprekken/ouders.yml")
    gekozen = [gesprek for gesprek in alle if gesprek.id in nodig]
    assert len(gekozen) == len(nodig)
    stappen: list[Stap] = [Opschonen(), Redigeer(), VraagBrein(brein, gereedschap)]
    speler = replace(maak_speler(gereedschap, brein, gevaar), stappen=stappen)
    meting = meet_gesprekken(gekozen, speler)
    assert [(u["id"], u["gebreken"]) for u in meting.uitkomsten if not u["goed"] and u["id"] == u["gesprek"]] == []
