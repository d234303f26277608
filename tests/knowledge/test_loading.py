"""From files to models, and what is said when a file is wrong."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.base import Kennisbank
from knowledge.errors import KennisFout, Melding
from knowledge.loading import lees_artikel
from tests.knowledge.boom import VANDAAG, Boom

ARTIKEL = "artikelen/slapen/uit-bed.md"
KAART = "gemeenten/voorbeelddam/sociale_kaart.yml"


def _fouten(boom: Boom, *, demo: bool = True) -> list[Melding]:
    with pytest.raises(KennisFout) as fout:
        Kennisbank.laad(boom.map, demo=demo)
    return list(fout.value.meldingen)


def test_een_goede_boom_wordt_helemaal_gelezen(boom: Boom) -> None:
    kennis = Kennisbank.laad(boom.map)
    assert set(kennis.artikelen) == {"slapen/uit-bed", "huilen/troosten"}
    assert list(kennis.onderwerpen) == ["slapen", "huilen"]
    assert kennis.onderwerpen["slapen"].thema == "baby-en-peuter"
    assert set(kennis.hulplijnen) == {"112", "luisterlijn", "zonder-nummer"}
    assert [plek.id for plek in kennis.gemeente("voorbeelddam").sociale_kaart] == [
        "speelgroep",
        "oudercafe",
        "gesloten",
    ]


def test_een_artikel_krijgt_zijn_adres_van_map_en_bestandsnaam_en_al_zijn_blokken(boom: Boom) -> None:
    artikel = lees_artikel(boom.map / ARTIKEL, boom.map)
    assert artikel.id == "slapen/uit-bed"
    assert [blok.kop for blok in artikel.blokken] == [
        "Wat is gewoon",
        "Wat je vandaag kunt doen",
        "Liever niet",
        "Wanneer hulp",
        "In de buurt",
    ]


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "veld", "uitleg"),
    [
        (ARTIKEL, "versie: 1", "versie: een", "versie", "hier moet een heel getal staan"),
        (ARTIKEL, "verloopt_op: 2027-11-22", "verloopt_op: 2027-13-22", "verloopt_op", "dit is geen datum"),
        (ARTIKEL, "verloopt_op: 2027-11-22", "verloopt_op: eind 2027", "verloopt_op", "dit is geen datum"),
        (ARTIKEL, "status: gepubliceerd", "status: klaar", "status", "kies uit: 'concept' of 'gepubliceerd'"),
        (ARTIKEL, "eigenaar: redactie jeugd\n", "", "eigenaar", "dit veld ontbreekt"),
        (ARTIKEL, "url: https://voorbeeld.nl/twee", "url: voorbeeld.nl/twee", "bronnen 2, url", "https://"),
        (ARTIKEL, "{van: 0, tot: 12}", "{van: 12, tot: 0}", "leeftijd", "'van' is hoger dan 'tot'"),
        (ARTIKEL, "{van: 0, tot: 12}", "{van: 0, tot: 120}", "leeftijd, tot", "99 is het hoogste"),
        (ARTIKEL, "doelgroep: [ouder]", "doelgroep: ouder", "doelgroep", "hier moet een lijst staan"),
        (KAART, "assured_date: 2026-11-22", "assured_date: 2026-11-22\n    kosten: 3", "voorzieningen 1, kosten", "tikfout"),
        (KAART, "telefoon: 0000", "telefoon: 12", "voorzieningen 2, telefoon", "aanhalingstekens"),
        ("gemeenten/voorbeelddam/gemeente.yml", "naam: Voorbeelddam", "naam: ''", "naam", "dit veld is leeg"),
        ("gemeenten/voorbeelddam/teams.yml", "id: jgt-oost", "id: JGT Oost", "teams 1, id", "alleen kleine letters"),
        ("gemeenten/voorbeelddam/demo.yml", "functie: Mentor, ", "", "contactpersonen 1, functie", "dit veld ontbreekt"),
        ("gemeenten/voorbeelddam/demo.yml", "telefoon: 000-oost", "tel: 000-oost", "teams, jgt-oost, tel", "tikfout"),
        ("landelijk/hulplijnen.yml", "status: press", "status: gehoord", "hulplijnen 2, herkomst, status", "kies uit"),
        ("landelijk/hulplijnen.yml", "tot: 17:00", "tot: vijf uur", "hulplijnen 2, kanalen 1, bereikbaar, tijden 1, tot", "08:30"),
        ("landelijk/onderwerpen.yml", "  huilen:", "  Huilen:", "baby-en-peuter, Huilen, slug", "alleen kleine letters"),
    ],
)  # fmt: skip
def test_een_fout_noemt_bestand_regel_en_veld_in_gewone_woorden(
    boom: Boom, bestand: str, oud: str, nieuw: str, veld: str, uitleg: str
) -> None:
    boom.vervang(bestand, oud, nieuw)
    (melding,) = _fouten(boom)
    assert melding.bestand == bestand
    assert melding.veld == veld
    assert uitleg in melding.uitleg
    if nieuw and "kosten" not in nieuw:
        assert melding.regel == boom.regel_van(bestand, nieuw.splitlines()[-1])


def test_fouten_in_alle_soorten_bestanden_komen_samen(boom: Boom) -> None:
    boom.vervang(ARTIKEL, "versie: 1", "versie: een")
    boom.vervang("artikelen/huilen/troosten.md", "versie: 1", "versie: nul")
    boom.vervang("landelijk/hulplijnen.yml", "naam: De Luisterlijn", "naam: ''")
    boom.vervang("landelijk/onderwerpen.yml", "  huilen:", "  Huilen:")
    boom.vervang(KAART, "naam: De speelgroep", "naam: ''")
    boom.vervang("gemeenten/voorbeelddam/teams.yml", "naam: JGT Oost", "naam: ''")
    assert {melding.bestand for melding in _fouten(boom)} == {
        ARTIKEL, "artikelen/huilen/troosten.md", "landelijk/hulplijnen.yml", "landelijk/onderwerpen.yml", KAART,
        "gemeenten/voorbeelddam/teams.yml",
    }  # fmt: skip


def test_een_artikel_zonder_kop_tussen_streepjes_wordt_geweigerd(boom: Boom) -> None:
    boom.schrijf(ARTIKEL, "titel: vergeten streepjes\n")
    (melding,) = _fouten(boom)
    assert (melding.bestand, melding.regel) == (ARTIKEL, 1)
    assert "---" in melding.uitleg


def test_een_kop_zonder_velden_wordt_geweigerd(boom: Boom) -> None:
    boom.schrijf(ARTIKEL, "---\nalleen een zin\n---\n## Wat is gewoon\n\nTekst.\n")
    assert "velden met een naam" in _fouten(boom)[0].uitleg


def test_een_artikel_in_de_verkeerde_map_wordt_geweigerd(boom: Boom) -> None:
    boom.vervang(ARTIKEL, "onderwerp: slapen", "onderwerp: huilen")
    (melding,) = _fouten(boom)
    assert melding.veld == "onderwerp"
    assert "in de map 'slapen'" in melding.uitleg


def test_tekst_boven_de_eerste_kop_gaat_niet_stil_verloren(boom: Boom) -> None:
    boom.vervang(ARTIKEL, "## Wat is gewoon", "Een losse inleiding.\n\n## Wat is gewoon")
    (melding,) = _fouten(boom)
    assert melding.regel == boom.regel_van(ARTIKEL, "Een losse inleiding.")
    assert "boven de eerste kop" in melding.uitleg


def test_een_leeg_blok_wordt_geweigerd(boom: Boom) -> None:
    boom.vervang(ARTIKEL, "Een oudergroep of een inloop is vaak dichtbij.\n", "")
    (melding,) = _fouten(boom)
    assert (melding.veld, melding.uitleg) == ("blokken 5, tekst", "dit veld is leeg")


def test_een_ontbrekend_bestand_is_een_melding_en_geen_ongeluk(boom: Boom) -> None:
    (boom.map / "landelijk/hulplijnen.yml").unlink()
    (melding,) = _fouten(boom)
    assert (melding.bestand, melding.uitleg) == (
        "landelijk/hulplijnen.yml", "dit bestand is er niet of is niet te lezen",
    )  # fmt: skip


def test_een_bestand_dat_geen_utf8_is_noemt_de_regel(boom: Boom) -> None:
    pad = boom.map / ARTIKEL
    pad.write_bytes(pad.read_bytes().replace(b"redactie jeugd", b"redactie \xe9\xe9n"))
    (melding,) = _fouten(boom)
    assert melding.regel == next(i for i, r in enumerate(pad.read_bytes().splitlines(), 1) if b"\xe9" in r)
    assert "UTF-8" in melding.uitleg


def test_een_bestand_uit_kladblok_met_een_bom_wordt_gewoon_gelezen(boom: Boom) -> None:
    pad = boom.map / ARTIKEL
    pad.write_bytes(b"\xef\xbb\xbf" + pad.read_bytes().replace(b"\n", b"\r\n"))
    assert "slapen/uit-bed" in Kennisbank.laad(boom.map).artikelen


def test_een_lijstbestand_zonder_zijn_lijst_zegt_welk_veld_ontbreekt(boom: Boom) -> None:
    boom.schrijf(KAART, "plekken: []\n")
    assert (_fouten(boom)[0].bestand, _fouten(boom)[0].veld) == (KAART, "voorzieningen")


def test_een_gemeente_zonder_sociale_kaart_mag(boom: Boom) -> None:
    (boom.map / KAART).unlink()
    assert Kennisbank.laad(boom.map).gemeente("voorbeelddam").sociale_kaart == ()


def test_demowaarden_vullen_alleen_wat_leeg_is(boom: Boom) -> None:
    gemeente = Kennisbank.laad(boom.map).gemeente("voorbeelddam")
    assert gemeente.demo
    assert gemeente.telefoon == "000-demo"
    assert [team.telefoon for team in gemeente.teams] == ["000-oost", "010-echt"]
    assert [wie.id for wie in gemeente.contactpersonen] == ["demo-school"]


def test_zonder_demo_blijft_leeg_wat_leeg_is(boom: Boom) -> None:
    gemeente = Kennisbank.laad(boom.map, demo=False).gemeente("voorbeelddam")
    assert not gemeente.demo
    assert gemeente.telefoon is None
    assert gemeente.teams[0].telefoon is None
    assert gemeente.contactpersonen == ()


def test_een_kapotte_demo_telt_niet_zonder_demo(boom: Boom) -> None:
    boom.schrijf("gemeenten/voorbeelddam/demo.yml", "telefoon: [")
    assert _fouten(boom)[0].bestand == "gemeenten/voorbeelddam/demo.yml"
    assert Kennisbank.laad(boom.map, demo=False).gemeente("voorbeelddam").naam == "Voorbeelddam"


AANVULLING = """---
titel: waar je begint
eigenaar: redactie jeugd
nagekeken_op: 2026-11-22
verloopt_op: 2027-11-22
status: concept
---

Vraag het aan {team:telefoon}.
"""


def test_wat_een_gemeente_aanvult_hoort_bij_een_artikel_of_bij_een_onderwerp(boom: Boom) -> None:
    boom.schrijf("gemeenten/voorbeelddam/artikelen/slapen.md", AANVULLING)
    boom.schrijf("gemeenten/voorbeelddam/artikelen/huilen/troosten.md", AANVULLING)
    kennis = Kennisbank.laad(boom.map, vandaag=VANDAAG)
    huilen, slapen = sorted(kennis.gemeente("voorbeelddam").aanvullingen, key=lambda lokaal: lokaal.bij)
    assert (huilen.bij, slapen.bij) == ("huilen/troosten", "slapen")
    artikel = kennis.artikelen["slapen/uit-bed"]
    assert slapen.hoort_bij(artikel, VANDAAG)
    assert not huilen.hoort_bij(artikel, VANDAAG)
    assert not slapen.hoort_bij(artikel, date(2027, 11, 23))


def test_losse_voorbeeldvragen_staan_per_onderwerp_een_op_een_regel(boom: Boom) -> None:
    boom.schrijf(
        "voorbeeldvragen/slapen.txt", "# uit gesprekken\nze ligt tot elf uur te kletsen\n\n  wakker om vijf uur \n"
    )
    kennis = Kennisbank.laad(boom.map, vandaag=VANDAAG)
    assert kennis.voorbeeldvragen == {"slapen": ("ze ligt tot elf uur te kletsen", "wakker om vijf uur")}
    assert kennis.zoek("te kletsen om elf uur")[0].artikel.onderwerp == "slapen"
