"""From what is known to what is shown."""

from __future__ import annotations

import pytest

from actions.present import artikelkaart, contactkaart, hulplijnkaart, voorzieningkaart
from knowledge.models import Aanvulling
from tests.actions.hulp import GEMEENTE, HULPLIJNEN, KENNIS, MAANDAG, SLAPEN, STAL, WACHTTIJD, ZONDAG


def test_een_artikelkaart_is_ingevuld_en_zet_wanneer_hulp_apart() -> None:
    kaart = artikelkaart(SLAPEN, KENNIS, GEMEENTE)
    assert (kaart.artikel, kaart.titel) == ("slapen/uit-bed", "Mijn kind komt uit bed")
    assert kaart.wanneer_hulp == "Wanneer hulp bij Mijn kind komt uit bed: bel 112 of het JGT (000-dam)."
    assert [blok.kop for blok in kaart.blokken] == [
        "Wat is gewoon",
        "Wat je vandaag kunt doen",
        "Liever niet",
        "In de buurt",
    ]
    assert all("{" not in blok.tekst for blok in kaart.blokken)
    assert kaart.nagekeken_op == "2026-11-22"


def test_wat_nog_niet_ondertekend_is_is_als_concept_te_herkennen() -> None:
    assert artikelkaart(WACHTTIJD, KENNIS, GEMEENTE).concept
    assert not artikelkaart(SLAPEN, KENNIS, GEMEENTE).concept


@pytest.mark.parametrize(
    ("titel", "uitgever", "naam"),
    [
        ("Slapen bij peuters", "NJi", "Slapen bij peuters (NJi)"),
        ("NJi over slapen", "nji", "NJi over slapen"),
        ("Slapen", None, "Slapen"),
    ],
)
def test_een_bron_noemt_haar_uitgever_een_keer(titel: str, uitgever: str | None, naam: str) -> None:
    bron = SLAPEN.bronnen[0].model_copy(update={"titel": titel, "uitgever": uitgever})
    kaart = artikelkaart(SLAPEN.model_copy(update={"bronnen": (bron,)}), KENNIS, GEMEENTE)
    assert [(bron.titel, bron.url) for bron in kaart.bronnen] == [(naam, "https://voorbeeld.nl/")]


@pytest.mark.parametrize(
    ("leeftijden", "voor_wie"),
    [
        ((0, 99), None),
        ((12, 99), "vanaf 12 jaar"),
        ((0, 4), "0 tot en met 4 jaar"),
        ((12, 18), "12 tot en met 18 jaar"),
    ],
)
def test_een_voorziening_zegt_voor_wie_ze_is(leeftijden: tuple[int, int], voor_wie: str | None) -> None:
    plek = GEMEENTE.sociale_kaart[0].model_copy(update={"minimum_age": leeftijden[0], "maximum_age": leeftijden[1]})
    assert voorzieningkaart(plek).voor_wie == voor_wie
    eigen = plek.model_copy(update={"eligibility_description": "Voor opa's"})
    assert voorzieningkaart(eigen).voor_wie == "Voor opa's"


def test_zonder_weg_erheen_zegt_een_voorziening_vraag_het_aan_het_jgt() -> None:
    plek = GEMEENTE.sociale_kaart[0]
    assert voorzieningkaart(plek).hoe_kom_je_er == "Vraag het aan het JGT"
    assert voorzieningkaart(plek.model_copy(update={"telefoon": "0"})).hoe_kom_je_er is None
    assert (
        voorzieningkaart(plek.model_copy(update={"application_process": "Loop binnen"})).hoe_kom_je_er == "Loop binnen"
    )


def test_een_oude_bron_staat_bij_de_weg_erheen() -> None:
    plek = GEMEENTE.sociale_kaart[0].model_copy(
        update={"schedule": "Op dinsdag.", "application_process": "Loop binnen.", "alert": "Vraag het eerst na."}
    )
    assert voorzieningkaart(plek).hoe_kom_je_er == "Op dinsdag. Loop binnen. Vraag het eerst na."


def test_een_hulplijn_toont_nummer_tijden_en_chat() -> None:
    spoed, thuis, kind = (hulplijnkaart(lijn, MAANDAG) for lijn in HULPLIJNEN)
    assert (spoed.nummer, spoed.open, spoed.nu_open, spoed.gratis) == ("112", "dag en nacht", True, True)
    assert (thuis.chat, thuis.gratis) == ("https://chat.voorbeeld.nl", None)
    assert (kind.nummer, kind.chat, kind.nu_open) == (None, "https://kind.voorbeeld.nl", False)
    assert kind.open == "nu dicht, weer open vandaag om 11.00 uur"


def test_de_contactkaart_noemt_het_team_van_de_kern_en_het_ene_nummer_van_de_gemeente() -> None:
    oost, west = (GEMEENTE.team_van(kern) for kern in ("oost", "west"))
    kaart = contactkaart(GEMEENTE, oost, ZONDAG, "Uitleg.")
    assert (kaart.team, kaart.telefoon, kaart.open, kaart.nu_open) == ("JGT Oost", "000-dam", "dag en nacht", True)
    assert contactkaart(GEMEENTE, west, ZONDAG, "").open == "nu dicht, weer open morgen om 8.30 uur"
    assert contactkaart(GEMEENTE, west, MAANDAG, "").open == "nu open, tot 17.00 uur"
    assert kaart.demo


def test_zonder_team_heet_het_naar_de_gemeente_en_zonder_nummer_blijft_het_leeg() -> None:
    kaart = contactkaart(STAL, None, MAANDAG, "Uitleg.")
    assert (kaart.team, kaart.telefoon, kaart.demo) == ("Jeugd- en Gezinsteam Stal", None, False)


def test_wat_de_gemeente_aanvult_staat_onder_het_artikel_met_zijn_bron() -> None:
    lokaal = Aanvulling(
        bij="slapen",
        titel="inloop",
        tekst="Bel {team:telefoon}.",
        bronnen=SLAPEN.bronnen[:1],
        eigenaar="redactie",
        nagekeken_op=KENNIS.gelezen_op,
        verloopt_op=KENNIS.gelezen_op,
        status="concept",
    )
    gemeente = GEMEENTE.model_copy(update={"aanvullingen": (lokaal,)})
    kaart = artikelkaart(SLAPEN, KENNIS, gemeente)
    assert kaart.blokken[-1].kop == f"In {GEMEENTE.naam}: inloop"
    assert kaart.blokken[-1].tekst == "Bel het JGT (000-dam)."
    assert kaart.concept
    assert len(kaart.bronnen) == len(artikelkaart(SLAPEN, KENNIS, GEMEENTE).bronnen) + 1
    assert artikelkaart(WACHTTIJD, KENNIS, gemeente).blokken == artikelkaart(WACHTTIJD, KENNIS, GEMEENTE).blokken
