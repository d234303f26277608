"""Whole conversations on the real model: what is said, what is remembered, and the form over several beurten."""

from __future__ import annotations

import json

import pytest

from assistant.brain.state import Toestand
from tests.assistant.brain.hulp import AANMELDING, Gesprek

pytestmark = pytest.mark.rasa


def test_een_groet_wordt_beantwoord_en_laat_niets_na(gesprek: Gesprek) -> None:
    assert gesprek.zeg("hallo") == ["groet", "keuzes"]
    assert gesprek.toestand == Toestand().naar_bytes()


def test_van_vraag_naar_aanmelding(gesprek: Gesprek) -> None:
    assert gesprek.zeg("mijn zoontje van 3 komt elke avond zijn bed uit") == ["artikel", "helpt_dit", "keuzes"]
    assert (gesprek.slot("onderwerp"), gesprek.slot("wacht_op"), gesprek.slot("rol")) == ("slapen", "helpt", "ouder")
    assert gesprek.slot("kind_leeftijd") == {"jaren": 3.0, "tekst": "3 jaar"}
    gezegd = gesprek.zeg("nee dat helpt niet")
    assert gezegd[0] == "niet_geholpen_buurt"
    assert gezegd[-2:] == ["niet_geholpen_jgt", "keuzes"]
    assert gesprek.zeg("ja graag") == ["vraag_kern", "keuzes"], "zorg en leeftijd zijn al verteld"
    assert gesprek.formulier == "concept_formulier"
    assert gesprek.zeg("oude weterring") == AANMELDING
    assert gesprek.formulier is None
    assert gesprek.laatste is not None
    kaarten = [bericht["custom"].get("kaart", {}) for bericht in gesprek.laatste.berichten]
    velden = next(kaart["velden"] for kaart in kaarten if kaart.get("soort") == "aanmelding")
    assert "laten zien" in velden.pop("aangeboden")
    assert velden == {
        "rol": "ouder", "zorg": "mijn zoontje van 3 komt elke avond zijn bed uit.", "kind_leeftijd": "3 jaar",
        "kern": "oude-wetering",
    }  # fmt: skip


def test_een_formulier_overleeft_de_tijd_tussen_twee_beurten(gesprek: Gesprek) -> None:
    gesprek.zeg("/wil_aanmelden")
    bewaard = gesprek.toestand
    assert json.loads(bewaard or b"")["formulier"] == "concept_formulier"
    later = Gesprek(gesprek.brein, gesprek.metadata, toestand=bewaard, naam="een ander proces")
    assert later.zeg("mijn dochter wil niet meer naar school") == ["vraag_kind_leeftijd", "keuzes"]
    assert later.zeg("14") == ["vraag_kern", "keuzes"]
    assert later.zeg("sla over") == AANMELDING


def test_een_vraag_midden_in_het_formulier_wordt_beantwoord_en_het_formulier_gaat_verder(gesprek: Gesprek) -> None:
    gesprek.zeg("/wil_aanmelden")
    gesprek.zeg("mijn zoon slaapt al weken niet")
    assert gesprek.zeg("hoe lang is de wachttijd eigenlijk?")[-2:] == ["vraag_kind_leeftijd", "keuzes"]
    assert gesprek.zeg("/waarom_vraag") == ["uitleg_kind_leeftijd", "vraag_kind_leeftijd", "keuzes"]
    assert gesprek.zeg("5 jaar") == ["vraag_kern", "keuzes"]


def test_een_praktische_vraag_telt_niet_als_de_zorg(gesprek: Gesprek) -> None:
    gesprek.zeg("/wil_aanmelden")
    assert gesprek.zeg("hoe lang is de wachttijd?")[-2] == "vraag_zorg"


def test_een_onbekende_plaats_wordt_een_keer_nagevraagd(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn dochter van 8 wordt gepest")
    gesprek.zeg("/wil_aanmelden")
    assert gesprek.zeg("Parijs")[0] == "kern_onbekend"
    assert gesprek.zeg("Londen") == AANMELDING


def test_stoppen_sluit_het_formulier_en_er_is_niets_verstuurd(gesprek: Gesprek) -> None:
    gesprek.zeg("/wil_aanmelden")
    assert gesprek.zeg("stop maar") == ["aanmelding_gestopt", "keuzes"]
    assert gesprek.formulier is None
    assert gesprek.zeg("hallo") == ["groet", "keuzes"]


def test_wie_stopt_zonder_aanmelding_hoort_niet_dat_die_gestopt_is(gesprek: Gesprek) -> None:
    assert gesprek.zeg("/stop") == ["gestopt", "keuzes"]


def test_wie_stopt_als_de_aanmelding_klaarligt_hoort_dat_er_niets_verstuurd_is(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn dochter van 9 wordt gepest op school")
    gesprek.zeg("/wil_aanmelden")
    assert gesprek.zeg("Kaag") == AANMELDING
    assert gesprek.zeg("/stop") == ["aanmelding_gestopt", "keuzes"]


def test_wie_onveilig_is_krijgt_nummers_en_geen_formulier_meer(gesprek: Gesprek) -> None:
    gesprek.zeg("/wil_aanmelden")
    assert gesprek.zeg("/veilig_nee") == ["onveilig", "hulplijn", "hulplijn", "hulplijn", "contact"]
    assert gesprek.formulier is None


def test_een_professional_die_gebeld_wil_worden_krijgt_het_consult_zonder_vragen(gesprek: Gesprek) -> None:
    assert gesprek.zeg("kan ik overleggen over een leerling")[0] == "consult"
    assert gesprek.zeg("ja graag") == ["consult_kaart", "consult", "contact", "keuzes"]
    assert gesprek.formulier is None


def test_ja_en_nee_horen_bij_de_vraag_die_openstaat(gesprek: Gesprek) -> None:
    gesprek.zeg("ze lust geen groente")
    assert gesprek.zeg("ja") == ["geholpen", "keuzes"]
    assert gesprek.slot("wacht_op") is None
    assert gesprek.zeg("ja") == ["andere_vraag", "keuzes"]
    gesprek.zeg("ze lust geen groente")
    gesprek.zeg("nee")
    assert gesprek.zeg("nee") == ["aanbod_afgeslagen", "keuzes"]


def test_een_gekozen_artikel_wordt_getoond(gesprek: Gesprek) -> None:
    gesprek.zeg("hoe krijg ik mijn peuter in bed")
    gekozen = gesprek.slot("artikel")
    ander = Gesprek(gesprek.brein, gesprek.metadata)
    assert ander.zeg(f'/toon_artikel{{"gekozen_artikel": "{gekozen}"}}')[0] == "artikel"
    assert (ander.slot("artikel"), ander.slot("gekozen_artikel")) == (gekozen, None)


@pytest.mark.parametrize("tekst", ["niet genoeg", "helpt niet", "Niet genoeg"])
def test_niet_genoeg_getypt_leidt_naar_de_buurt_en_dan_naar_het_jgt(gesprek: Gesprek, tekst: str) -> None:
    gesprek.zeg("ze lust geen groente")
    assert gesprek.zeg(tekst)[0] == "niet_geholpen_buurt"
    assert gesprek.zeg(tekst) == ["niet_geholpen_jgt", "contact", "keuzes"]


def test_een_kaal_nummer_wordt_gehoord_en_het_verhaal_niet_opnieuw_gevraagd(gesprek: Gesprek) -> None:
    assert gesprek.zeg("[telefoon]") == ["nummer_gehoord", "vraag_zorg", "keuzes"]
    ander = Gesprek(gesprek.brein, gesprek.metadata)
    ander.zeg("mijn dochter van 9 wordt gepest op school")
    assert ander.zeg("[telefoon]") == ["nummer_gehoord", "vraag_kern", "keuzes"]


def test_een_feit_zonder_vraag_leidt_verder(gesprek: Gesprek) -> None:
    assert gesprek.zeg("8 jaar") == ["wat_is_je_vraag", "keuzes"]
    assert gesprek.zeg("wordt al een half jaar gepest op school")[0] == "artikel"


def test_een_ander_kind_vergeet_de_oude_leeftijd_en_houdt_het_onderwerp(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn jongste van 4 heeft veel driftbuien")
    assert gesprek.zeg("nee ik bedoel mijn oudste") == ["correctie_kind", "keuzes"]
    assert (gesprek.slot("kind_leeftijd"), gesprek.slot("onderwerp")) == (None, "driftbuien")
    gesprek.zeg("9 jaar")
    assert gesprek.slot("kind_leeftijd") == {"jaren": 9.0, "tekst": "9 jaar"}


def test_een_moment_bij_de_vraag_waar_je_woont_wordt_bewaard(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn dochter van 9 wordt gepest op school")
    gesprek.zeg("/wil_aanmelden")
    assert gesprek.zeg("overdag") == ["moment_gehoord", "vraag_kern", "keuzes"]
    assert gesprek.slot("wanneer") == ["ochtend", "middag"]


def test_wat_voor_een_ander_loket_is_begint_geen_aanmelding(gesprek: Gesprek) -> None:
    assert gesprek.zeg("inschrijven voor een volkstuin") == ["ander_loket", "keuzes"]
    assert gesprek.formulier is None
    assert gesprek.zeg("mijn dochter van 6 eet niets behalve pasta")[0] == "artikel"


def test_wie_een_nummer_geeft_krijgt_de_vraag_naar_het_dorp_niet_nog_eens(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn dochter van 9 wordt gepest op school")
    assert gesprek.zeg("/wil_aanmelden")[-2] == "vraag_kern"
    assert gesprek.zeg("[telefoon]") == ["nummer_erbij", *AANMELDING]
    assert gesprek.zeg("Kaag") == ["erbij_gezet", "aanmelding"]


def test_wie_eerst_met_een_ander_wil_praten_stopt_voor_nu(gesprek: Gesprek) -> None:
    gesprek.zeg("/wil_aanmelden")
    assert gesprek.zeg("ik praat eerst met mijn man") == ["aanmelding_gestopt", "keuzes"]
    assert gesprek.formulier is None


def test_wie_alleen_zegt_over_wie_het_gaat_wordt_niet_voor_onveilig_gehouden(gesprek: Gesprek) -> None:
    assert gesprek.zeg("hij") == ["wat_is_je_vraag", "keuzes"]
    assert gesprek.zeg("een jongen") == ["wat_is_je_vraag_weer", "keuzes"]
    assert gesprek.zeg("14, blowen")[0] == "artikel"


def test_een_verhaal_na_een_praktische_vraag_krijgt_een_eigen_antwoord(gesprek: Gesprek) -> None:
    gesprek.zeg("wie leest dit allemaal mee")
    gesprek.zeg("mijn dochter van 9 wordt gepest op school")
    assert gesprek.slot("onderwerp") == "pesten"


def test_een_moment_dat_op_een_groet_lijkt_komt_bij_de_aanmelding(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn dochter van 9 wordt gepest op school")
    gesprek.zeg("/wil_aanmelden")
    gesprek.zeg("Kaag")
    assert gesprek.zeg("lunchpauze graag, 12 tot 1") == ["moment_gehoord", "aanmelding"]
    assert gesprek.slot("wanneer") == ["middag"]
    assert gesprek.zeg("alleen per mail graag") == ["vorm_erbij", "aanmelding"]


def test_een_moment_of_nummer_in_een_consult_blijft_een_consult(gesprek: Gesprek) -> None:
    gesprek.zeg("kan ik overleggen over een leerling")
    gesprek.zeg("ja graag")
    assert gesprek.zeg("na 3 uur") == ["consult_bereik", "consult", "contact", "keuzes"]
    assert gesprek.zeg("[telefoon]")[0] == "consult_bereik"
    assert gesprek.zeg("Hoogmade")[0] == "consult_weer"


def test_een_neefje_in_plaats_van_een_zoon_is_hetzelfde_kind(gesprek: Gesprek) -> None:
    gesprek.zeg("hij is 13 en zit de hele nacht te gamen")
    assert gesprek.zeg("nee het is niet mijn zoon, het is mijn neefje")[0] == "correctie"
    assert gesprek.slot("kind_leeftijd") == {"jaren": 13.0, "tekst": "13 jaar"}
    assert gesprek.slot("rol") == "ander"
    assert gesprek.zeg("kan ik hem zelf aanmelden")[0] == "voor_een_ander"


def test_een_leeftijd_na_een_vraag_naar_plekken_zoekt_die_opnieuw(gesprek: Gesprek) -> None:
    assert gesprek.zeg("wat kan je hier doen als jongere, er is niks te doen")[0] == "buurt" or gesprek.slot("buurt")
    assert gesprek.zeg("ik ben 13")[0] == "kern_gehoord"


def test_wie_iets_niet_kan_betalen_vraagt_niet_wat_wij_kosten(gesprek: Gesprek) -> None:
    gesprek.zeg("mijn moeder kan voetbal niet betalen, is daar hulp voor")
    assert gesprek.slot("onderwerp") == "armoede"


def test_twee_keer_alleen_leestekens_is_twee_keer_niet_begrepen(gesprek: Gesprek) -> None:
    gesprek.zeg("???")
    assert gesprek.zeg("...") == ["onbegrepen_mens", "contact", "keuzes"]
    ander = Gesprek(gesprek.brein, gesprek.metadata)
    ander.zeg("😢")
    assert ander.zeg(":(") == ["rustig_aan_weer", "keuzes"]


def test_gesprekken_lopen_niet_door_elkaar(gesprek: Gesprek) -> None:
    ander = Gesprek(gesprek.brein, gesprek.metadata, naam="ander")
    gesprek.zeg("mijn dochter van 9 wordt gepest")
    assert ander.zeg("hallo") == ["groet", "keuzes"]
    assert ander.slot("kind_leeftijd") is None
    assert gesprek.zeg("hallo") == ["groet", "keuzes"]
    assert gesprek.slot("kind_leeftijd") == {"jaren": 9.0, "tekst": "9 jaar"}


def test_een_rol_van_de_aanroeper_geldt_voor_het_hele_gesprek(gesprek: Gesprek) -> None:
    gesprek.slots = {"rol": "jongere"}
    gesprek.zeg("/wil_aanmelden")
    gesprek.zeg("ik word gepest op school")
    assert gesprek.laatste is not None
    vraag = gesprek.laatste.berichten[0]["custom"]["kaart"]
    assert (vraag["id"], vraag["tekst"]) == ("vraag_kind_leeftijd", "Hoe oud ben je?")


@pytest.mark.parametrize("tekst", ["?", "😀😀", "a" * 1000, "/bestaat_niet", '/toon_artikel{"kapot', "{{{}}}", "\n"])
def test_vreemde_tekst_krijgt_een_antwoord(gesprek: Gesprek, tekst: str) -> None:
    assert gesprek.zeg(tekst)


def test_een_lang_gesprek_houdt_een_kleine_toestand(gesprek: Gesprek) -> None:
    for i in range(30):
        gesprek.zeg(f"mijn zoon slaapt niet en dit is bericht nummer {i}")
    assert len(gesprek.toestand or b"") < 6000
