"""The fixed reply: first what to do and the number, the right lines for the right person, then one question."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import product

import pytest
import yaml

from actions.kaarten import Contact, HulplijnKaart, Kaart, Keuzes, Tekst
from assistant.gate.replies import ANTWOORDEN, antwoordboek
from assistant.gate.safety_reply import hulplijnkaart, noodantwoord, veiligheidsantwoord
from assistant.gate.urgency import REGELS, Signaal
from knowledge.models import Bereikbaar, Gemeente, Kern, Team, Tijdvak

OVERDAG = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NACHT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
NIVEAUS = ("112", "vandaag", "binnenkort", "twijfel")
ROLLEN = (None, "ouder", "jongere", "professional", "ander")
CATEGORIEEN = (*yaml.safe_load((REGELS / "_categorieen.yml").read_text())["categorieen"], "nog_niet_bekend")
KANTOOR = Bereikbaar(tijden=(Tijdvak(dagen=("ma", "di", "wo", "do", "vr"), van="08:30", tot="17:00"),))
GEMEENTE = Gemeente(
    id="voorbeeld",
    naam="Voorbeeld",
    kernen=(Kern(id="dorp", naam="Dorp", team="jgt"),),
    teams=(Team(id="jgt", naam="JGT Dorp"),),
    telefoon="000-000 00 01 (demo)",
    crisislijn="000-000 00 02 (demo)",
    huisartsenspoedpost="000-000 00 03 (demo)",
    bereikbaar=KANTOOR,
    demo=True,
)


def antwoord(hulplijnen, categorie="suicidaliteit_jongere", niveau="vandaag", rol=None, nu=OVERDAG, gemeente=GEMEENTE):
    signaal = Signaal(niveau, categorie, "regel", 1, ())
    return veiligheidsantwoord(signaal, rol=rol, hulplijnen=hulplijnen, nu=nu, gemeente=gemeente)


def teksten(kaarten: list[Kaart]) -> str:
    return "\n".join(kaart.tekst for kaart in kaarten if isinstance(kaart, Tekst))


def lijnen(kaarten: list[Kaart]) -> list[str]:
    return [kaart.id for kaart in kaarten if isinstance(kaart, HulplijnKaart)]


def keuzes(kaarten: list[Kaart]) -> list[str]:
    return [keuze.keuze for kaart in kaarten if isinstance(kaart, Keuzes) for keuze in kaart.keuzes]


@pytest.mark.parametrize(("categorie", "niveau", "rol"), list(product(CATEGORIEEN, NIVEAUS, ROLLEN)))
def test_elk_antwoord_heeft_112_veilig_thuis_wie_er_luistert_en_een_vraag(hulplijnen, categorie, niveau, rol):
    kaarten = antwoord(hulplijnen, categorie, niveau, rol)
    assert {"112", "veilig-thuis"} <= set(lijnen(kaarten))
    assert "Ik ben een computer. Niemand leest nu mee. Ik stuur niemand en meld niets." in teksten(kaarten)
    assert isinstance(kaarten[0], Tekst)
    assert re.search(r"\d", kaarten[0].tekst), "het eerste bericht noemt meteen een nummer"
    assert "{" not in teksten(kaarten)
    assert teksten(kaarten).rstrip().endswith("?")
    assert "niet_bedoeld" in keuzes(kaarten)


@pytest.mark.parametrize("categorie", CATEGORIEEN)
def test_na_112_komt_er_geen_aanmelding_en_geen_contactvraag(hulplijnen, categorie):
    kaarten = antwoord(hulplijnen, categorie, "112")
    assert keuzes(kaarten) == ["niet_bedoeld"]
    assert "112" in kaarten[0].tekst


def test_na_112_staat_wie_nu_bereikbaar_is_voor_als_het_gevaar_voorbij_is(hulplijnen):
    overdag, nacht = (antwoord(hulplijnen, niveau="112", nu=nu) for nu in (OVERDAG, NACHT))
    assert [kaart.telefoon for kaart in overdag if isinstance(kaart, Contact)] == [GEMEENTE.telefoon]
    assert "crisis-jeugd" not in lijnen(overdag)
    assert not any(isinstance(kaart, Contact) for kaart in nacht)
    assert lijnen(nacht)[-1] == "crisis-jeugd"
    for kaarten in (overdag, nacht):
        assert "Is het gevaar voorbij" in " ".join(
            [teksten(kaarten), *(k.uitleg for k in kaarten if isinstance(k, Contact))]
        )


def test_wie_voor_een_ander_schrijft_hoort_niet_dat_hij_de_deur_op_slot_moet_doen(hulplijnen):
    for rol in ("ander", "professional"):
        assert "op slot" not in teksten(antwoord(hulplijnen, "kindermishandeling", "112", rol))


@pytest.mark.parametrize("niveau", ["vandaag", "binnenkort"])
def test_daarna_wordt_het_jgt_aangeboden(hulplijnen, niveau):
    kaarten = antwoord(hulplijnen, niveau=niveau)
    assert keuzes(kaarten) == ["wil_aanmelden", "niet_bedoeld"]
    assert any(isinstance(kaart, Contact) and kaart.telefoon == GEMEENTE.telefoon for kaart in kaarten)


def test_buiten_kantooruren_staat_de_crisislijn_erbij_en_overdag_niet(hulplijnen):
    nacht, overdag = antwoord(hulplijnen, nu=NACHT), antwoord(hulplijnen, nu=OVERDAG)
    assert any(isinstance(kaart, HulplijnKaart) and kaart.nummer == GEMEENTE.crisislijn for kaart in nacht)
    assert "crisis-jeugd" not in lijnen(overdag)
    assert next(kaart for kaart in overdag if isinstance(kaart, Contact)).nu_open is True


def test_bij_twijfel_staat_een_vraag_met_een_nummer_ernaast(hulplijnen):
    kaarten = antwoord(hulplijnen, niveau="twijfel")
    assert "Denk je aan zelfdoding?" in teksten(kaarten)
    assert lijnen(kaarten)[0] == "113"
    assert keuzes(kaarten) == ["ja", "nee", "niet_bedoeld"]


@pytest.mark.parametrize("categorie", ["suicidaliteit_jongere", "suicidaliteit_kind", "suicidaliteit_ouder"])
def test_bij_zelfdoding_staat_113_vooraan_en_veilig_thuis_na_de_andere_open_lijnen(hulplijnen, categorie):
    volgorde = lijnen(antwoord(hulplijnen, categorie))
    assert volgorde[0] == "113"
    assert volgorde.index("veilig-thuis") > volgorde.index("112")


def test_een_jongere_krijgt_de_kindertelefoon_en_een_ouder_niet(hulplijnen):
    assert "kindertelefoon" in lijnen(antwoord(hulplijnen, "kindermishandeling", rol="jongere"))
    assert "kindertelefoon" not in lijnen(antwoord(hulplijnen, "kindermishandeling", rol="ouder"))
    assert "kindertelefoon" in lijnen(antwoord(hulplijnen, "kindermishandeling", rol=None))


def test_een_lijn_die_nu_dicht_is_staat_niet_vooraan_en_zegt_dat_ook(hulplijnen):
    nacht = antwoord(hulplijnen, "suicidaliteit_jongere", rol="jongere", nu=NACHT)
    kindertelefoon = next(k for k in nacht if isinstance(k, HulplijnKaart) and k.id == "kindertelefoon")
    assert kindertelefoon.nu_open is False
    assert lijnen(nacht).index("kindertelefoon") > lijnen(nacht).index("veilig-thuis")


def test_bij_seksueel_geweld_staat_het_centrum_seksueel_geweld_vooraan(hulplijnen):
    assert lijnen(antwoord(hulplijnen, "seksueel_misbruik", rol="jongere"))[0] == "csg"


@pytest.mark.parametrize("rol", ROLLEN)
def test_bij_huwelijksdwang_worden_de_ouders_niet_benaderd(hulplijnen, rol):
    tekst = teksten(antwoord(hulplijnen, "eergerelateerd_geweld", rol=rol)).lower()
    assert "niet" in tekst
    assert "ouders" in tekst
    assert not re.search(r"\b(?:praat|bel|bespreek|overleg) (?:eerst )?met (?:je|de) ouders", tekst)


def test_een_leraar_hoort_over_de_meldcode_en_advies_zonder_naam(hulplijnen):
    tekst = teksten(antwoord(hulplijnen, "kindermishandeling", rol="professional"))
    assert "meldcode" in tekst
    assert "zonder de naam" in tekst


def test_zonder_hulplijnen_en_zonder_gemeente_is_er_toch_een_antwoord():
    kaarten = antwoord({}, gemeente=None)
    assert {"112", "113", "veilig-thuis"} <= set(lijnen(kaarten))
    assert "{" not in teksten(kaarten)
    assert {kaart.nummer for kaart in noodantwoord(nu=NACHT) if isinstance(kaart, HulplijnKaart)} == {
        "112",
        "113",
        "0800-2000",
    }


def test_de_noodtekst_heeft_dezelfde_nummers_als_de_hulplijnen(hulplijnen):
    for lijn in antwoordboek().nood.lijnen:
        assert lijn.nummer == hulplijnen[lijn.id].kanaal("telefoon").waarde
        assert lijn.nummer in antwoordboek().nood.tekst


def test_alleen_de_noodtekst_noemt_zelf_nummers():
    for pad in ANTWOORDEN.glob("*.yml"):
        zonder_commentaar = re.sub(r"#.*", "", pad.read_text(encoding="utf-8"))
        zonder_verwijzing = re.sub(r'\{hulplijn:[a-z0-9-]+\}|"11[23]"|\d{4}-\d\d-\d\d', "", zonder_commentaar)
        if pad.stem != "noodtekst":
            assert not re.search(r"\d{3,}", zonder_verwijzing), pad.name


def test_elke_genoemde_hulplijn_bestaat(hulplijnen):
    for een in antwoordboek().antwoorden:
        genoemd = {*een.hulplijnen, *re.findall(r"\{hulplijn:([a-z0-9-]+)\}", een.tekst)}
        assert genoemd <= hulplijnen.keys(), een.id


def test_elke_tekst_is_kort_en_zonder_verwijt():
    for een in antwoordboek().antwoorden:
        zinnen = re.split(r"(?<=[.!?:])\s", een.tekst)
        assert max(len(zin.split()) for zin in zinnen) <= 25, een.id
        assert len(een.tekst.split()) <= 80, een.id
        assert not re.search(r"je had moeten|jouw fout|waarom heb je", een.tekst, re.I)


def test_een_zin_met_een_lijn_die_niemand_kan_bereiken_valt_weg(hulplijnen):
    zonder = {naam: lijn for naam, lijn in hulplijnen.items() if naam != "csg"}
    tekst = teksten(antwoord(zonder, "seksueel_misbruik", rol="jongere"))
    assert "Centrum Seksueel Geweld" not in tekst
    assert "112" in tekst


def test_een_hulplijnkaart_zegt_of_de_lijn_nu_open_is(hulplijnen):
    assert hulplijnkaart(hulplijnen["112"], NACHT).open == "dag en nacht"
    assert hulplijnkaart(hulplijnen["kindertelefoon"], NACHT).nu_open is False
