"""`voordeur kennis check` as a whole: every rule catches its own mistake in a good tree and nothing else."""

from __future__ import annotations

import time
from datetime import date

import pytest

from knowledge.base import MAP
from knowledge.checking import controleer
from knowledge.errors import Melding
from tests.knowledge.boom import VANDAAG, Boom, artikeltekst

UIT_BED = "artikelen/slapen/uit-bed.md"
KAART = "gemeenten/voorbeelddam/sociale_kaart.yml"
KNOOP = "Breng je kind elke avond op dezelfde tijd naar bed."
LANG = "Deze zin is veel te lang omdat hij maar doorgaat en doorgaat met woorden die je ook best in twee zinnen had kunnen zetten."


def _enige(boom: Boom) -> Melding:
    (melding,) = boom.meldingen()
    return melding


def test_een_goede_boom_heeft_geen_meldingen(boom: Boom) -> None:
    assert controleer(boom.map, vandaag=VANDAAG) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "veld", "uitleg", "wijst_naar"),
    [
        ("artikel: huilen/troosten", "artikel: huilen/weg", "vervolg", "artikel 'huilen/weg' bestaat niet", "huilen/weg"),
        ("{hulplijn:luisterlijn}", "{hulplijn:weg}", "{hulplijn:weg}", "hulplijn 'weg' bestaat niet", "{hulplijn:weg}"),
        ("{team:telefoon}", "{team:email}", "{team:email}", "alleen 'telefoon'", "{team:email}"),
        ("verloopt_op: 2027-11-22", "verloopt_op: 2026-11-22", "verloopt_op", "niet na nagekeken_op", "verloopt_op:"),
        ("gezien_op: 2026-11-22", "gezien_op: 2026-11-23", "bronnen", "gezien_op ligt in de toekomst", "titel: Een bron"),
        ("nagekeken_op: 2026-11-22", "nagekeken_op: 2026-11-23", "nagekeken_op", "in de toekomst", "nagekeken_op:"),
        ("## Liever niet", "## Niet doen", "koppen", "de koppen moeten zijn", "## "),
        ("  - slapen lamp slapen\n", "", "vragen", "13 voorbeeldvragen; 14", "vragen:"),
        (KNOOP, LANG, "Wat je vandaag kunt doen", "zin van 24 woorden; ten hoogste 22", "Deze zin is veel te lang"),
        (KNOOP, "Je kind heeft ADHD.", "Wat je vandaag kunt doen", "klinkt als een diagnose", None),
        (KNOOP, "Bel de Beukenlaan 12 even.", "Wat je vandaag kunt doen", "'Beukenlaan 12' lijkt een nummer", None),
        (KNOOP, "Loop naar 2371 AB toe.", "Wat je vandaag kunt doen", "'2371 AB' lijkt een nummer", None),
        (KNOOP, "Deze aanpak werkt altijd.", "Wat je vandaag kunt doen", "garantie", None),
        (KNOOP, "Je had moeten opletten.", "Wat je vandaag kunt doen", "schuld", None),
        (KNOOP, "Het is jouw schuld.", "Wat je vandaag kunt doen", "schuld", None),
        (KNOOP, "Bel 071 1234567 voor hulp.", "Wat je vandaag kunt doen", "'071 1234567' lijkt een nummer", None),
        (KNOOP, "Bel 0800-0432 voor hulp.", "Wat je vandaag kunt doen", "'0800-0432' lijkt een nummer", None),
        (KNOOP, "Bel +31 6 12 34 56 78 even.", "Wat je vandaag kunt doen", "lijkt een nummer of adres", None),
        (KNOOP, "Mail naar hulp@voorbeeld.org even.", "Wat je vandaag kunt doen", "'hulp@voorbeeld.org' lijkt", None),
        (KNOOP, "Kijk op www.voorbeeld.org/slapen voor meer.", "Wat je vandaag kunt doen", "lijkt een nummer of adres", None),
        (KNOOP, "Kijk op voorbeeld.nl voor meer.", "Wat je vandaag kunt doen", "'voorbeeld.nl' lijkt", None),
        ("titel: Je kind komt uit bed", "titel: Bel 12345", "titel", "'12345' lijkt een nummer", None),
    ],
)  # fmt: skip
def test_een_fout_in_een_artikel_wordt_gemeld_waar_zij_staat(
    boom: Boom, oud: str, nieuw: str, veld: str, uitleg: str, wijst_naar: str | None
) -> None:
    boom.vervang(UIT_BED, oud, nieuw)
    melding = _enige(boom)
    assert (melding.bestand, melding.veld) == (UIT_BED, veld)
    assert uitleg in melding.uitleg
    if wijst_naar:
        assert melding.regel == boom.regel_van(UIT_BED, wijst_naar)


@pytest.mark.parametrize(
    "goed",
    ["Het is niet jouw schuld.", "Je doet dit al 3 of 12 keer.", "Rond 18 uur is het druk.", "Bel {hulplijn:112} bij gevaar."],
)  # fmt: skip
def test_gewone_zinnen_met_een_getal_of_troost_mogen(boom: Boom, goed: str) -> None:
    boom.vervang(UIT_BED, KNOOP, goed)
    assert boom.meldingen() == []


def test_een_onderwerp_moet_in_de_lijst_staan(boom: Boom) -> None:
    boom.schrijf("artikelen/dromen/eng.md", artikeltekst(titel="Dromen", onderwerp="dromen", woord="droom"))
    melding = _enige(boom)
    assert (melding.bestand, melding.veld, melding.regel) == ("artikelen/dromen/eng.md", "onderwerp", 3)
    assert "'dromen' staat niet in onderwerpen.yml" in melding.uitleg


def test_een_bron_is_er_een_te_weinig(boom: Boom) -> None:
    bron = "  - titel: Een andere bron\n    url: https://voorbeeld.nl/twee\n    gezien_op: 2026-11-22\n"
    boom.vervang(UIT_BED, bron, "")
    assert (_enige(boom).veld, _enige(boom).uitleg) == ("bronnen", "1 bron; 2 is het minste")


def test_de_eerste_kop_mag_hoe_het_zit_zijn_en_in_de_buurt_mag_weg(boom: Boom) -> None:
    boom.vervang(UIT_BED, "## Wat is gewoon", "## Hoe het zit")
    boom.vervang(UIT_BED, "## In de buurt\n\nEen oudergroep of een inloop is vaak dichtbij.\n", "")
    assert boom.meldingen() == []


def test_een_kop_die_ontbreekt_wordt_gemeld(boom: Boom) -> None:
    boom.vervang(UIT_BED, "## Wanneer hulp\n", "")
    assert _enige(boom).veld == "koppen"


def test_kort_heeft_ten_hoogste_zestig_woorden(boom: Boom) -> None:
    kort = " ".join(["Een zin van vijf woorden."] * 12)
    tekst = artikeltekst(titel="Je kind komt uit bed", onderwerp="slapen", woord="slapen", kort=kort)
    boom.schrijf(UIT_BED, tekst)
    assert boom.meldingen() == []
    boom.vervang(UIT_BED, kort, f"{kort} Nog.")
    assert (_enige(boom).veld, _enige(boom).uitleg) == ("kort", "61 woorden; ten hoogste 60")


@pytest.mark.parametrize(("keer", "uitleg"), [(0, "tussen 120 en 350"), (60, "tussen 120 en 350")])
def test_een_tekst_is_niet_te_kort_en_niet_te_lang(boom: Boom, keer: int, uitleg: str) -> None:
    zin = "Veel kinderen worden in de nacht een paar keer wakker."
    boom.vervang(UIT_BED, " ".join([zin] * 8), " ".join([zin] * keer))
    assert _enige(boom).veld == "tekst"
    assert uitleg in _enige(boom).uitleg


def test_zinnen_zijn_gemiddeld_niet_te_lang(boom: Boom) -> None:
    zin = "Veel kinderen worden in de nacht een paar keer wakker."
    langer = "Heel veel kinderen worden in de loop van de nacht wel een paar keer wakker en roepen dan."
    boom.vervang(UIT_BED, " ".join([zin] * 8), " ".join([langer] * 14))
    assert _enige(boom).veld == "taal"
    assert "ten hoogste 12" in _enige(boom).uitleg


def test_dezelfde_vraag_in_twee_artikelen_wordt_gemeld_ook_met_andere_hoofdletters(boom: Boom) -> None:
    boom.vervang("artikelen/slapen/uit-bed.md", "slapen knuffel slapen", "Waarom huilt ze zo?")
    boom.vervang("artikelen/huilen/troosten.md", "huilen knuffel huilen", "waarom  huilt ze zo")
    melding = _enige(boom)
    assert melding.veld == "vragen"
    assert melding.uitleg.startswith("deze vraag staat ook in artikelen/huilen/troosten.md")
    assert melding.regel == boom.regel_van(melding.bestand, "Waarom huilt ze zo?")


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "veld", "uitleg"),
    [
        ("gemeente.yml", "team: jgt-west", "team: jgt-noord", "kern westeind", "team 'jgt-noord' bestaat niet"),
        ("sociale_kaart.yml", "[slapen, huilen]", "[slapen, dromen]", "speelgroep", "onderwerp 'dromen' bestaat niet"),
        ("sociale_kaart.yml", "kernen: [oosteind]", "kernen: [noord]", "speelgroep", "kern 'noord' bestaat niet"),
        ("sociale_kaart.yml", "    kernen: [oosteind]", "    email: a@b.nl", "speelgroep", "contactgegevens zonder bron"),
    ],
)  # fmt: skip
def test_een_fout_in_een_gemeente_wordt_gemeld(
    boom: Boom, bestand: str, oud: str, nieuw: str, veld: str, uitleg: str
) -> None:
    boom.vervang(f"gemeenten/voorbeelddam/{bestand}", oud, nieuw)
    melding = _enige(boom)
    assert (melding.bestand, melding.veld, melding.uitleg) == (f"gemeenten/voorbeelddam/{bestand}", veld, uitleg)


def test_een_onderwerp_zonder_artikel_is_een_fout_op_zijn_regel(boom: Boom) -> None:
    boom.schrijf("landelijk/onderwerpen.yml", "baby:\n  slapen: Slapen\n  huilen: Huilen\n  eten: Eten\n")
    assert (_enige(boom).veld, _enige(boom).regel) == ("eten", 4)


def test_verlopen_inhoud_is_geen_fout_zodat_een_datum_niets_stukmaakt(boom: Boom) -> None:
    boom.vervang(UIT_BED, "verloopt_op: 2027-11-22", "verloopt_op: 2027-01-01")
    later = controleer(boom.map, vandaag=date(2027, 6, 1))
    assert [(melding.ernst, melding.veld) for melding in later] == [("verlopen", "verloopt_op")]
    assert later[0].regel == boom.regel_van(UIT_BED, "verloopt_op:")
    assert controleer(boom.map, vandaag=date(2027, 1, 1)) == []


def test_fouten_staan_boven_waarschuwingen_en_dan_op_bestand(boom: Boom) -> None:
    boom.vervang("artikelen/huilen/troosten.md", KNOOP, "Het boek wordt gelezen voor het slapen.")
    boom.schrijf("voorbeeldvragen/huilen.txt", "waar is de beer\nwaar is de beer\n")
    boom.vervang(UIT_BED, KNOOP, "Dit werkt altijd.")
    meldingen = controleer(boom.map, vandaag=VANDAAG)
    assert [(m.ernst, m.bestand) for m in meldingen] == [
        ("fout", UIT_BED), ("let op", "voorbeeldvragen/huilen.txt"), ("tip", "artikelen/huilen/troosten.md"),
    ]  # fmt: skip


def test_wat_niet_te_lezen_is_geeft_alle_leesfouten(boom: Boom) -> None:
    boom.vervang(UIT_BED, "versie: 1", "versie: een")
    boom.vervang(KAART, "naam: De speelgroep", "naam: ''")
    assert [melding.bestand for melding in boom.meldingen()] == [UIT_BED, KAART]


def test_een_fout_in_de_woordenlijst_is_een_melding(boom: Boom) -> None:
    boom.schrijf("landelijk/woordenlijst.yml", "jargon:\n  - {woord: pgb}\n")
    assert (_enige(boom).bestand, _enige(boom).veld) == ("landelijk/woordenlijst.yml", "jargon 1, gewoon")


def test_de_meegeleverde_inhoud_heeft_geen_fouten_en_is_snel_nagekeken() -> None:
    begin = time.process_time()
    fouten = [str(melding) for melding in controleer(MAP) if melding.ernst == "fout"]
    assert fouten == []
    assert time.process_time() - begin < 120, "de hele controle hoort ongeveer een halve minuut te duren"
