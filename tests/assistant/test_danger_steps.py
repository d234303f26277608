"""The steps that watch over danger: seen, heard over several messages, answered, and stayed with afterwards."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from actions.context import Gereedschap
from actions.kaarten import HulplijnKaart, Keuzes
from api.context import VASTE_KEUZES
from assistant.danger_steps import BlijfErbij, GeefVeiligheid, HoorTwijfel, LetOpGevaar
from assistant.gate.danger import Gevaarlezer
from assistant.gate.danger_model import Weging
from assistant.gate.safety_reply import veiligheidsantwoord
from assistant.gate.urgency import Signaal
from knowledge.base import Kennisbank
from tests.actions.hulp import TEKSTEN, ids
from tests.assistant.hulp import beurt, echt

TWIJFEL = {"categorie": "suicidaliteit_jongere", "regel": "twijfel-1", "versie": 3, "gevaar_bij": "ja"}
ONVEILIG = {"categorie": "onveilig_gevoel", "regel": "twijfel-2", "versie": 1, "gevaar_bij": "nee"}


def test_gevaar_wordt_gezien_in_de_tekst_en_gemeld_op_het_antwoord(gevaar: Gevaarlezer) -> None:
    b = beurt(tekst="ik wil dood")
    LetOpGevaar(gevaar)(b)
    assert b.urgentie is not None
    assert b.urgentie.categorie
    assert not b.klaar, "het antwoord volgt in een eigen stap"


def test_de_knop_onveilig_is_een_signaal_en_een_gewone_knop_niet(gevaar: Gevaarlezer) -> None:
    onveilig, gewoon = beurt(keuze="onveilig"), beurt("ik wil dood", keuze="geholpen", tekst="ik wil dood")
    for b in (onveilig, gewoon):
        LetOpGevaar(gevaar)(b)
    assert onveilig.signaal is not None
    assert (onveilig.signaal.niveau, onveilig.signaal.regel) == ("vandaag", "knop-onveilig")
    assert gewoon.signaal is None


def test_een_signaal_geeft_het_vaste_antwoord_met_nummers(gereedschap: Gereedschap, kennis: Kennisbank) -> None:
    b = echt(kennis, signaal=Signaal("112", "suicidaliteit_jongere", "s-1", 1, ()))
    GeefVeiligheid(gereedschap)(b)
    assert (b.route, b.status, b.klaar) == ("veiligheid", "veiligheid", True)
    lijnen = {kaart.id for kaart in b.kaarten if isinstance(kaart, HulplijnKaart)}
    assert {"112", "113", "veilig-thuis"} <= lijnen
    assert "twijfel" not in b.geheugen


def test_zonder_signaal_gaat_de_beurt_door(gereedschap: Gereedschap, kennis: Kennisbank) -> None:
    b = echt(kennis)
    GeefVeiligheid(gereedschap)(b)
    assert not b.klaar


def _weging(gevaar: Gevaarlezer, deel: float) -> Weging:
    """So far between faint and doubt."""
    zet = gevaar.zet
    return Weging(zet.flauw + deel * zet.samen, "suicidaliteit_jongere", ())


def test_drie_flauwe_tekens_samen_stellen_de_vraag_en_een_los_teken_niet(gevaar: Gevaarlezer) -> None:
    geheugen: dict[str, Any] = {}
    signalen = []
    for deel in (0.4, 0.4, 0.4):
        b = beurt(tekst="iets", geheugen=geheugen, weging=_weging(gevaar, deel))
        HoorTwijfel(gevaar)(b)
        geheugen = b.geheugen
        signalen.append(b.signaal.niveau if b.signaal else None)
    assert signalen == [None, None, "twijfel"]
    assert geheugen == {}, "wat de vraag stelde telt niet nog een keer mee"


def test_een_gewoon_gesprek_telt_niet_op_en_een_ontkenning_begint_opnieuw(gevaar: Gevaarlezer) -> None:
    geheugen: dict[str, Any] = {}
    for deel in (0.4, -2, -2, -2, 0.4, -2):
        b = beurt(tekst="iets", geheugen=geheugen, weging=_weging(gevaar, deel))
        HoorTwijfel(gevaar)(b)
        assert b.signaal is None
        geheugen = b.geheugen
    geheugen = {"flauw": [[_weging(gevaar, 0.9).marge, "suicidaliteit_jongere"]]}
    b = beurt(tekst="nee joh", geheugen=geheugen, weging=_weging(gevaar, 0.4))
    HoorTwijfel(gevaar)(b)
    assert b.signaal is None


def test_een_flauwe_twijfel_vlak_na_de_vraag_is_geen_alarm_en_geen_tweede_vraag(gevaar: Gevaarlezer) -> None:
    flauw = Weging(gevaar.zet.terug - 0.05, "kindermishandeling", ())
    b = beurt(
        tekst="ze zijn lief hoor, alleen zo moe",
        geheugen={"twijfel": TWIJFEL},
        signaal=Signaal("twijfel", "kindermishandeling", "model-x", 2, ()),
        weging=flauw,
    )
    HoorTwijfel(gevaar)(b)
    assert b.signaal is None


def test_wat_los_twijfel_was_is_als_antwoord_op_de_vraag_een_alarm(gevaar: Gevaarlezer) -> None:
    b = beurt(tekst="wel aan gedacht", geheugen={"twijfel": TWIJFEL}, signaal=Signaal("twijfel", "x", "model-x", 1, ()))
    HoorTwijfel(gevaar)(b)
    assert b.signaal is not None
    assert b.signaal.niveau == "vandaag"


@pytest.mark.parametrize("tekst", ["ja", "ja wel aan gedacht", "nee ik heb niks gedaan", "weet niet", "ok"])
def test_een_kort_antwoord_na_een_alarm_houdt_de_hulp_in_beeld(
    gereedschap: Gereedschap, kennis: Kennisbank, tekst: str
) -> None:
    b = echt(kennis, signaal=Signaal("vandaag", "suicidaliteit_jongere", "r", 1, ()))
    GeefVeiligheid(gereedschap)(b)
    volgende = echt(kennis, tekst=tekst, geheugen=b.geheugen)
    BlijfErbij(gereedschap)(volgende)
    assert (volgende.route, volgende.status, volgende.klaar) == ("veiligheid", "veiligheid", True)
    assert ids(volgende.kaarten)[0] == "veiligheid/na-alarm"
    assert any(getattr(kaart, "id", None) == "113" for kaart in volgende.kaarten)
    daarna = echt(kennis, tekst=tekst, geheugen=volgende.geheugen)
    BlijfErbij(gereedschap)(daarna)
    assert not daarna.klaar, "een keer; daarna leidt de bezoeker"


def test_na_een_alarm_gaat_een_echte_vraag_gewoon_door_en_een_grapje_wordt_gehoord(
    gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    alarm = {"alarm": {"categorie": "suicidaliteit_jongere", "niveau": "vandaag"}}
    vraag = echt(
        kennis, tekst="hoe vertel ik het aan mijn ouders dat ik hulp wil en wat gaan ze dan doen", geheugen=dict(alarm)
    )
    BlijfErbij(gereedschap)(vraag)
    assert not vraag.klaar
    grap = echt(kennis, tekst="laat maar was een grapje", geheugen=dict(alarm))
    BlijfErbij(gereedschap)(grap)
    assert (grap.klaar, grap.keuze) == (False, "niet_bedoeld")


@pytest.mark.parametrize("niveau", ["112", "vandaag", "binnenkort", "twijfel"])
def test_elke_knop_van_een_veiligheidsantwoord_mag_terugkomen(kennis: Kennisbank, niveau: Any) -> None:
    b = echt(kennis)
    signaal = Signaal(niveau, "suicidaliteit_jongere", "s-1", 1, ())
    kaarten = veiligheidsantwoord(signaal, rol=None, hulplijnen=kennis.hulplijnen, nu=b.nu, gemeente=b.gemeente)
    gegeven = {keuze.keuze for kaart in kaarten if isinstance(kaart, Keuzes) for keuze in kaart.keuzes}
    assert gegeven <= set(TEKSTEN.labels) | set(VASTE_KEUZES), gegeven


def test_wie_na_een_alarm_doorpraat_hoort_niet_twee_keer_hetzelfde(
    gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    geheugen: dict[str, Any] = {}
    gezegd = []
    for nummer in range(4):
        signaal = Signaal("112", "ouder_gevaar_kind", f"r{nummer}", 1, ())
        b = echt(kennis, tekst="ze ligt te krijsen", signaal=signaal, geheugen=geheugen)
        GeefVeiligheid(gereedschap)(b)
        geheugen = b.geheugen
        gezegd.append(b.kaarten[0].model_dump()["tekst"])
    assert all(eerst != daarna for eerst, daarna in pairwise(gezegd))
    assert all("112" in tekst for tekst in gezegd)


def test_wie_zegt_hoe_jong_hij_is_wordt_geloofd_boven_wat_eerder_leek(
    gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    signaal = Signaal("vandaag", "grooming", "naaktbeelden", 1, ())
    b = echt(kennis, tekst="naakt. ben 15", signaal=signaal, geheugen={"wie": "ouder"})
    GeefVeiligheid(gereedschap)(b)
    assert b.geheugen["wie"] == "jongere"


@pytest.mark.parametrize(
    ("tekst", "niveau", "categorie"),
    [
        ("ik ben 8", "112", "acuut_gevaar"),  # short, and said just after the alarm: still about the same
        ("en op school is het ook steeds erger met mijn zusje en mij", "twijfel", "kindermishandeling"),
    ],
)
def test_een_kort_antwoord_vlak_na_een_alarm_wordt_geen_nieuwe_twijfel(
    gereedschap: Gereedschap, kennis: Kennisbank, tekst: str, niveau: str, categorie: str
) -> None:
    b = echt(
        kennis,
        tekst=tekst,
        geheugen={"alarm": {"categorie": "acuut_gevaar", "niveau": "112", "weer": 0}},
        signaal=Signaal("twijfel", "kindermishandeling", "model-kindermishandeling", 1, ()),
    )
    GeefVeiligheid(gereedschap)(b)
    assert b.signaal is not None
    assert (b.signaal.niveau, b.signaal.categorie) == (niveau, categorie)
    assert ("twijfel" in b.geheugen) == (niveau == "twijfel")


@pytest.mark.parametrize(("niveau", "blijft"), [("112", True), ("vandaag", False)])
def test_wie_na_112_zegt_hoe_oud_hij_is_krijgt_geen_artikel(
    gereedschap: Gereedschap, kennis: Kennisbank, niveau: str, blijft: bool
) -> None:
    b = echt(kennis, tekst="ik ben 8", geheugen={"alarm": {"categorie": "acuut_gevaar", "niveau": niveau, "weer": 0}})
    BlijfErbij(gereedschap)(b)
    assert b.klaar == blijft
