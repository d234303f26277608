"""The steps of a beurt: clean, urgency, language, redact, brain; danger first, in every state of the system."""

from __future__ import annotations

import json
from typing import Any

import pytest

from actions.context import Gereedschap
from actions.kaarten import AanmeldingKaart, HulplijnKaart, Kandidaat, Keuzes, Tekst
from api.context import VASTE_KEUZES
from assistant.beurt import Beurt, doorloop
from assistant.brain.brain import Brein
from assistant.brain.state import Toestand
from assistant.danger_steps import BlijfErbij, GeefVeiligheid, HoorTwijfel, LetOpGevaar
from assistant.gate.danger import Gevaarlezer
from assistant.gate.danger_model import Weging
from assistant.gate.safety_reply import veiligheidsantwoord
from assistant.gate.urgency import Signaal
from assistant.steps import (
    KiesTaal,
    Opschonen,
    Redigeer,
    VraagBrein,
    gesprek,
    poort,
)
from knowledge.base import Kennisbank
from tests.actions.hulp import GEREEDSCHAP, TEKSTEN, ids
from tests.assistant.hulp import NepBrein, beurt

TWIJFEL = {"categorie": "suicidaliteit", "regel": "twijfel-1", "versie": 3}
HOI = Tekst(tekst="hoi", id="groet")


def _hele_beurt(gevaar: Gevaarlezer, gereedschap: Gereedschap, brein: Any, b: Beurt) -> Beurt:
    return doorloop(b, [*poort(gevaar), *gesprek(gevaar, brein, gereedschap)])


def _echt(kennis: Kennisbank, ruw: str = "", **meer: Any) -> Beurt:
    return beurt(ruw, gemeente=kennis.gemeente("kaag-en-braassem"), **meer)


def test_opschonen_haalt_onzichtbare_tekens_weg_en_weigert_niets() -> None:
    b = beurt("ik\u200b wil\u0007 hulp\U000e0041")
    Opschonen()(b)
    assert b.tekst == "ik wil hulp"
    assert not b.klaar


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
    b = _echt(kennis, signaal=Signaal("112", "suicidaliteit_jongere", "s-1", 1, ()))
    GeefVeiligheid(gereedschap)(b)
    assert (b.route, b.status, b.klaar) == ("veiligheid", "veiligheid", True)
    lijnen = {kaart.id for kaart in b.kaarten if isinstance(kaart, HulplijnKaart)}
    assert {"112", "113", "veilig-thuis"} <= lijnen
    assert "twijfel" not in b.geheugen


def test_zonder_signaal_gaat_de_beurt_door(gereedschap: Gereedschap, kennis: Kennisbank) -> None:
    b = _echt(kennis)
    GeefVeiligheid(gereedschap)(b)
    assert not b.klaar


def test_twijfel_stelt_een_vraag_en_onthoudt_welke(gereedschap: Gereedschap, kennis: Kennisbank) -> None:
    b = _echt(kennis, signaal=Signaal("twijfel", "suicidaliteit", "twijfel-1", 3, ()))
    GeefVeiligheid(gereedschap)(b)
    assert (b.route, b.status) == ("gesprek", "veiligheid")
    assert b.geheugen["twijfel"] == TWIJFEL


@pytest.mark.parametrize(
    "tekst", ["ja", "Ja, soms", "jaaa", "soms wel", "misschien", "klopt", " ... best vaak", "eigenlijk wel"]
)
def test_ja_op_de_directe_vraag_is_een_signaal(gevaar: Gevaarlezer, tekst: str) -> None:
    b = beurt(tekst=tekst, geheugen={"twijfel": TWIJFEL})
    HoorTwijfel(gevaar)(b)
    assert b.signaal == Signaal("vandaag", "suicidaliteit", "twijfel-1", 3, ())
    assert b.geheugen == {}


def test_de_knop_ja_telt_ook(gevaar: Gevaarlezer) -> None:
    b = beurt(keuze="ja", geheugen={"twijfel": TWIJFEL})
    HoorTwijfel(gevaar)(b)
    assert b.signaal is not None


@pytest.mark.parametrize("tekst", ["nee hoor", "januari", "hoe bedoel je", "", "nooit"])
def test_iets_anders_op_de_directe_vraag_is_geen_signaal_en_de_vraag_geldt_een_keer(
    gevaar: Gevaarlezer, tekst: str
) -> None:
    b = beurt(tekst=tekst, geheugen={"twijfel": TWIJFEL})
    HoorTwijfel(gevaar)(b)
    assert (b.signaal, b.geheugen) == (None, {})


def test_een_nieuw_signaal_gaat_voor_op_de_oude_twijfel(gevaar: Gevaarlezer) -> None:
    nieuw = Signaal("112", "geweld", "g-1", 1, ("mes",))
    b = beurt(tekst="ja en hij heeft een mes", geheugen={"twijfel": TWIJFEL}, signaal=nieuw)
    HoorTwijfel(gevaar)(b)
    assert b.signaal is nieuw


def test_zonder_directe_vraag_is_ja_gewoon_ja(gevaar: Gevaarlezer) -> None:
    b = beurt(tekst="ja")
    HoorTwijfel(gevaar)(b)
    assert b.signaal is None


def _weging(gevaar: Gevaarlezer, deel: float) -> Weging:
    """So far between faint and doubt."""
    zet = gevaar.zet
    return Weging(zet.flauw + deel * (zet.twijfel - zet.flauw), "suicidaliteit_jongere", "vandaag", ())


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


def test_wat_los_twijfel_was_is_als_antwoord_op_de_vraag_een_alarm(gevaar: Gevaarlezer) -> None:
    b = beurt(tekst="wel aan gedacht", geheugen={"twijfel": TWIJFEL}, signaal=Signaal("twijfel", "x", "model-x", 1, ()))
    HoorTwijfel(gevaar)(b)
    assert b.signaal is not None
    assert b.signaal.niveau == "vandaag"


@pytest.mark.parametrize("tekst", ["ja", "ja wel aan gedacht", "nee ik heb niks gedaan", "weet niet", "ok"])
def test_een_kort_antwoord_na_een_alarm_houdt_de_hulp_in_beeld(
    gereedschap: Gereedschap, kennis: Kennisbank, tekst: str
) -> None:
    b = _echt(kennis, signaal=Signaal("vandaag", "suicidaliteit_jongere", "r", 1, ()))
    GeefVeiligheid(gereedschap)(b)
    volgende = _echt(kennis, tekst=tekst, geheugen=b.geheugen)
    BlijfErbij(gereedschap)(volgende)
    assert (volgende.route, volgende.status, volgende.klaar) == ("veiligheid", "veiligheid", True)
    assert ids(volgende.kaarten)[0] == "veiligheid/na-alarm"
    assert any(getattr(kaart, "id", None) == "113" for kaart in volgende.kaarten)
    daarna = _echt(kennis, tekst=tekst, geheugen=volgende.geheugen)
    BlijfErbij(gereedschap)(daarna)
    assert not daarna.klaar, "een keer; daarna leidt de bezoeker"


def test_na_een_alarm_gaat_een_echte_vraag_gewoon_door_en_een_grapje_wordt_gehoord(
    gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    alarm = {"alarm": {"categorie": "suicidaliteit_jongere", "niveau": "vandaag"}}
    vraag = _echt(
        kennis, tekst="hoe vertel ik het aan mijn ouders dat ik hulp wil en wat gaan ze dan doen", geheugen=dict(alarm)
    )
    BlijfErbij(gereedschap)(vraag)
    assert not vraag.klaar
    grap = _echt(kennis, tekst="laat maar was een grapje", geheugen=dict(alarm))
    BlijfErbij(gereedschap)(grap)
    assert (grap.klaar, grap.keuze) == (False, "niet_bedoeld")


def test_een_andere_taal_krijgt_een_kort_antwoord_en_nederlands_gaat_door(
    gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    engels = _echt(kennis, tekst="My daughter does not want to go to school anymore, can you help us please?")
    nederlands = _echt(kennis, tekst="mijn dochter wil niet meer naar school")
    for b in (engels, nederlands):
        KiesTaal(gereedschap)(b)
    assert (engels.taal, engels.status, engels.klaar) == ("en", "andere_taal", True)
    assert engels.kaarten
    assert (nederlands.taal, nederlands.klaar) == ("nl", False)


def test_een_knop_heeft_geen_taal(gereedschap: Gereedschap, kennis: Kennisbank) -> None:
    b = _echt(kennis, tekst="please help me with my daughter", keuze="wil_mens")
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
    b = _hele_beurt(gevaar, gereedschap, brein, _echt(kennis, "ik wil niet meer leven"))
    assert b.route == "veiligheid"
    assert brein.vragen == []


def test_een_gewone_beurt_komt_geredigeerd_bij_het_brein(
    gevaar: Gevaarlezer, gereedschap: Gereedschap, kennis: Kennisbank
) -> None:
    brein = NepBrein(HOI)
    b = _hele_beurt(gevaar, gereedschap, brein, _echt(kennis, "mijn zoon slaapt niet, mail naar kanarie@voorbeeld.nl"))
    assert "kanarie" not in brein.vragen[0].tekst
    assert (b.status, ids(b.kaarten)) == ("beantwoord", ["groet"])


@pytest.mark.parametrize("niveau", ["112", "vandaag", "binnenkort", "twijfel"])
def test_elke_knop_van_een_veiligheidsantwoord_mag_terugkomen(kennis: Kennisbank, niveau: Any) -> None:
    b = _echt(kennis)
    signaal = Signaal(niveau, "suicidaliteit_jongere", "s-1", 1, ())
    kaarten = veiligheidsantwoord(signaal, rol=None, hulplijnen=kennis.hulplijnen, nu=b.nu, gemeente=b.gemeente)
    gegeven = {keuze.keuze for kaart in kaarten if isinstance(kaart, Keuzes) for keuze in kaart.keuzes}
    assert gegeven <= set(TEKSTEN.labels) | set(VASTE_KEUZES), gegeven


@pytest.mark.rasa
def test_een_echte_beurt_van_begin_tot_eind(
    gevaar: Gevaarlezer, gereedschap: Gereedschap, kennis: Kennisbank, brein: Brein
) -> None:
    b = _hele_beurt(gevaar, gereedschap, brein, _echt(kennis, "mijn zoontje van 3 komt elke avond uit bed"))
    assert (b.status, b.route, b.onderwerp) == ("beantwoord", "kennis", "slapen")
    assert ids(b.kaarten) == ["artikel", "helpt_dit", "keuzes"]
    volgende = _hele_beurt(gevaar, gereedschap, brein, _echt(kennis, keuze="wil_aanmelden", toestand=b.toestand))
    assert (volgende.formulier, volgende.route) == (True, "overdracht")
    laatste = _hele_beurt(gevaar, gereedschap, brein, _echt(kennis, "in leimuide", toestand=volgende.toestand))
    assert laatste.velden is not None
    assert laatste.velden["kern"] == "leimuiden"
