"""Language rules on single sentences."""

from __future__ import annotations

import pytest

from knowledge.base import laad_of_meld
from knowledge.check.files import Bestand, Inhoud
from knowledge.check.glossary import Vakwoord, Woordenlijst, is_vertrouwd, vertrouwde_woorden
from knowledge.check.language import controleer_jargon, controleer_taal, lettergrepen, taalcijfers, zinnen
from knowledge.check.passive import lijdend
from tests.knowledge.boom import VANDAAG, Boom

PGB = Vakwoord(woord="pgb", ook=("persoonsgebonden budget",), gewoon="geld om zelf hulp te kopen", uitleg=("koop je",))
OTS = Vakwoord(woord="OTS", gewoon="toezicht door een jeugdbeschermer")


@pytest.fixture
def inhoud(boom: Boom) -> Inhoud:
    kennis, _ = laad_of_meld(boom.map, vandaag=VANDAAG)
    assert kennis is not None
    vertrouwd = frozenset({"kinderopvang", "natuur", "speeltuin"})
    return Inhoud(kennis, boom.map, VANDAAG, Woordenlijst(jargon=(PGB, OTS)), vertrouwd)


def _taal(inhoud: Inhoud, *zinnen: str) -> list[tuple[str, str]]:
    bestand = Bestand(inhoud.basis, "x.md")
    return [(m.ernst, m.uitleg) for m in controleer_taal([("tekst", " ".join(zinnen))], inhoud, bestand)]


def _jargon(inhoud: Inhoud, tekst: str, **meer: object) -> list[str]:
    bestand = Bestand(inhoud.basis, "x.md")
    opties = {"vakgenoten": False} | meer
    return [m.uitleg for m in controleer_jargon([("tekst", tekst)], inhoud, bestand, **opties)]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Een zin. Nog een zin!", ["Een zin.", "Nog een zin!"]),
        ("Een zin\nover twee regels.", ["Een zin over twee regels."]),
        ("- Een punt\n- Nog een punt", ["Een punt", "Nog een punt"]),
        ("Zeg: \"Het is tijd.\" En loop weg.", ["Zeg: \"Het is tijd.", "En loop weg."]),
        ("Een alinea.\n\nNog een.", ["Een alinea.", "Nog een."]),
        ("", []),
    ],
)  # fmt: skip
def test_een_tekst_wordt_in_zinnen_geknipt(tekst: str, verwacht: list[str]) -> None:
    assert zinnen(tekst) == verwacht


@pytest.mark.parametrize(
    ("zin", "vorm"),
    [
        ("Dan wordt je tekst gewist.", "wordt gewist"),
        ("Wil ze niet aangeraakt worden, ga er dan naast zitten.", "worden aangeraakt"),
        ("Er werd niets besproken.", "werd besproken"),
        ("Word je gepest?", "word gepest"),
        ("Je kind wordt vier en is moe.", None),
        ("Zij wordt gezond en vrolijk groot.", None),
        ("Veel kinderen worden benauwd wakker.", None),
        ("Ze wordt boos, omdat je het hebt gezegd.", None),
        ("Dat wordt een gesprek over bedtijd.", None),
        ("Je hebt het gezegd.", None),
    ],
)
def test_de_lijdende_vorm_wordt_herkend(zin: str, vorm: str | None) -> None:
    assert lijdend(zin) == vorm


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [("kind", 1), ("kinderen", 3), ("geëist", 2), ("bijeen", 2), ("mooi", 1), ("hulplijn", 2), ("pst", 1)],
)
def test_lettergrepen_zijn_groepen_klinkers(woord: str, aantal: int) -> None:
    assert lettergrepen(woord) == aantal


def test_een_makkelijke_tekst_scoort_hoger_dan_een_moeilijke(inhoud: Inhoud) -> None:
    makkelijk = taalcijfers([("t", "Je kind slaapt slecht. Blijf rustig. Ga niet mee.")], inhoud)
    moeilijk = taalcijfers(
        [("t", "Multidisciplinaire samenwerkingsverbanden faciliteren gezamenlijke verantwoordelijkheid.")], inhoud
    )
    assert makkelijk.score > 80 > 20 > moeilijk.score
    assert moeilijk.zeldzaam > makkelijk.zeldzaam == 0


@pytest.mark.parametrize(
    "zin",
    [
        "Dit lukt altijd.", "Wij beloven dat het stopt.", "Het komt altijd goed.", "Dat krijg je ervan.",
        "Je zoon is autistisch.", "Dit kind heeft zeker een trauma.", "Dat doen slechte ouders.",
    ],
)  # fmt: skip
def test_een_oordeel_belofte_of_diagnose_is_een_fout(inhoud: Inhoud, zin: str) -> None:
    (melding,) = _taal(inhoud, zin)
    assert melding[0] == "fout"
    assert "klinkt als" in melding[1]


@pytest.mark.parametrize(
    "zin",
    [
        "Dat lukt niet altijd.", "Je bent geen slechte moeder.", "Heeft je kind ADHD?", "Niemand kan garanderen dat het stopt.",
        "Het is niet jouw schuld.", "Als je kind autisme heeft, vraag dan hulp.",
    ],
)  # fmt: skip
def test_ontkennen_en_vragen_mag(inhoud: Inhoud, zin: str) -> None:
    assert _taal(inhoud, zin) == []


def test_een_lijdende_zin_is_een_tip_en_te_veel_ervan_een_fout(inhoud: Inhoud) -> None:
    actief = ["Je leest een boek."] * 15
    assert [ernst for ernst, _ in _taal(inhoud, "Het boek wordt gelezen.", *actief)] == ["tip"]
    assert [ernst for ernst, _ in _taal(inhoud, *["Het boek wordt gelezen."] * 3, *actief)] == ["tip"] * 3 + ["fout"]


def test_een_lang_onbekend_woord_is_een_tip_en_een_bekende_samenstelling_niet(inhoud: Inhoud) -> None:
    gewoon = ["Je leest samen een mooi boek in bed."] * 14
    assert _taal(inhoud, "Ga naar de natuurspeeltuin of de kinderopvang.", *gewoon) == []
    assert _taal(inhoud, "Vraag een voorbereidingsvergadering.", *gewoon) == [
        ("tip", "lang, zeldzaam woord 'voorbereidingsvergadering'; kan het gewoner?")
    ]


def test_vertrouwd_is_wat_in_drie_teksten_staat_of_wat_een_bezoeker_typt() -> None:
    lijst = Woordenlijst(bekend=("burgemeester",))
    woorden = vertrouwde_woorden(["Een speeltuin."] * 3 + ["Een vergadering."] * 2, ["mijn schoolplein"], lijst)
    assert {"speeltuin", "schoolplein", "burgemeester"} <= woorden
    assert "vergadering" not in woorden
    assert is_vertrouwd("Speeltuinen", woorden)


@pytest.mark.parametrize(
    "tekst",
    [
        "Een pgb (geld voor hulp) kan ook.", "Met een pgb koop je hulp.", "Een pgb is geld van de gemeente.",
        "Vraag om een pgb. Dat is een bedrag voor hulp.", "**pgb**: een bedrag voor hulp.", "Neem de klapgbank.",
    ],
)  # fmt: skip
def test_een_vakwoord_met_uitleg_mag(inhoud: Inhoud, tekst: str) -> None:
    assert _jargon(inhoud, tekst) == []


def test_een_vakwoord_zonder_uitleg_is_een_fout_met_gewone_woorden(inhoud: Inhoud) -> None:
    (uitleg,) = _jargon(inhoud, "Vraag om een Persoonsgebonden budget. Bel de gemeente.")
    assert uitleg == "vakwoord 'Persoonsgebonden budget' zonder uitleg; in gewone woorden: geld om zelf hulp te kopen"


def test_een_afkorting_telt_alleen_in_hoofdletters_en_vakgenoten_kennen_haar(inhoud: Inhoud) -> None:
    assert len(_jargon(inhoud, "De OTS loopt af.")) == 1
    assert _jargon(inhoud, "De ots loopt af.") == []
    assert _jargon(inhoud, "De OTS loopt af.", vakgenoten=True) == []


def test_uitleg_in_wat_de_lezer_erbij_ziet_telt_mee(inhoud: Inhoud) -> None:
    assert _jargon(inhoud, "Een pgb kan hier ook.", erbij=[("kort", "Een pgb (geld voor hulp).")]) == []
