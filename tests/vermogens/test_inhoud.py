"""Vermogens that the content itself must keep: in every article, every text and every sociale kaart."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from actions.texts import Teksten
from api.aanmelding.schemas import Velden
from api.pages.fields import ALLE
from api.settings import ROOT
from knowledge.base import Kennisbank
from knowledge.yaml_file import lees_yaml

NUMMER = re.compile(r"(?<![\d-])0\d{1,3}[ -]?\d{3}[ -]?\d{2,4}(?: ?\d{2})?(?!\d)")
BELOFTE = re.compile(
    r"\b(?:garande\w+|gegarandeerd|garanties?|de (?:aller)?beste (?:hulp|zorg|oplossing|behandeling)|we lossen het op)\b",
    re.I,
)
ONTMOEDIGT = re.compile(r"\b(?:te duur voor (?:ons|de gemeente)|bezuinig\w*|kost de gemeente|het budget is op)\b", re.I)


def _teksten(kennis: Kennisbank) -> Iterator[tuple[str, str]]:
    """All that a visitor can read from articles, additions of a gemeente and the texts of the chat, with where it stands."""
    for artikel in kennis.geldig:
        yield (
            artikel.id,
            "\n".join([artikel.titel, artikel.kort, *(f"{blok.kop}\n{blok.tekst}" for blok in artikel.blokken)]),
        )
    for gemeente in kennis.gemeenten.values():
        for plek in gemeente.sociale_kaart:
            yield (
                f"{gemeente.id}/{plek.id}",
                "\n".join(filter(None, [plek.naam, plek.omschrijving, plek.application_process])),
            )
        for aanvulling in gemeente.aanvullingen:
            yield f"{gemeente.id}/{aanvulling.bij}", f"{aanvulling.titel}\n{aanvulling.tekst}"
    for tekst in Teksten.laad():  # type: ignore[attr-defined]
        yield tekst.id, "\n".join([*tekst.zeg, *(zin for zinnen in tekst.zeg_tegen.values() for zin in zinnen)])


@pytest.mark.vermogen(1)
def test_geen_tekst_schrijft_zelf_een_telefoonnummer(kennis: Kennisbank) -> None:
    alle = dict(_teksten(kennis))
    assert len(alle) > 200
    assert {waar: NUMMER.findall(tekst) for waar, tekst in alle.items() if NUMMER.search(tekst)} == {}


@pytest.mark.vermogen(1)
def test_elk_team_van_een_gemeente_heeft_het_ene_nummer(kennis: Kennisbank) -> None:
    for gemeente in kennis.gemeenten.values():
        assert gemeente.telefoon
        assert {team.telefoon for team in gemeente.teams} == {gemeente.telefoon}


@pytest.mark.vermogen(12)
def test_geen_tekst_belooft_het_beste_of_geeft_een_garantie(kennis: Kennisbank) -> None:
    assert [(waar, BELOFTE.findall(tekst)) for waar, tekst in _teksten(kennis) if BELOFTE.search(tekst)] == []


@pytest.mark.vermogen(113)
def test_geen_tekst_gebruikt_kosten_om_iemand_weg_te_houden(kennis: Kennisbank) -> None:
    assert [waar for waar, tekst in _teksten(kennis) if ONTMOEDIGT.search(tekst)] == []


@pytest.mark.vermogen(13)
def test_elk_veld_van_het_formulier_zegt_waarom() -> None:
    teksten = lees_yaml((ROOT / "api/widget/src/teksten.yml").read_text(encoding="utf-8"), "teksten.yml")
    waarom = {veld["id"]: veld.get("waarom", "") for veld in teksten["groepen"]["velden"]}
    assert [veld.id for veld in ALLE if not waarom.get(veld.id)] == []


@pytest.mark.vermogen(94)
def test_elk_artikel_en_elke_plek_zegt_voor_wie_het_is(kennis: Kennisbank) -> None:
    plekken = [plek for gemeente in kennis.gemeenten.values() for plek in gemeente.sociale_kaart]
    assert [artikel.id for artikel in kennis.geldig if not artikel.doelgroep] == []
    assert [plek.id for plek in plekken if not plek.doelgroep] == []
    assert {rol for artikel in kennis.geldig for rol in artikel.doelgroep} >= {"ouder", "jongere", "professional"}


@pytest.mark.vermogen(114)
def test_elke_leeftijdsgroep_heeft_genoeg_artikelen(kennis: Kennisbank) -> None:
    eis = lees_yaml((ROOT / "knowledge/landelijk/dekking.yml").read_text(encoding="utf-8"), "dekking.yml")
    groepen = [(groep["van"], groep["tot"], groep["minimum"]) for groep in eis["leeftijden"]]
    assert [(van, tot) for van, tot, _ in groepen] == [(0, 4), (4, 9), (9, 12), (12, 16), (16, 23)]
    for van, tot, minimum in groepen:
        passend = [artikel for artikel in kennis.geldig if artikel.leeftijd.van < tot and artikel.leeftijd.tot >= van]
        assert len(passend) >= minimum, (van, tot)


@pytest.mark.vermogen(40)
def test_elke_plek_zegt_hoe_je_er_komt_en_wanneer_het_is_nagekeken(kennis: Kennisbank) -> None:
    plekken = [plek for gemeente in kennis.gemeenten.values() for plek in gemeente.sociale_kaart]
    assert len(plekken) > 60
    assert [plek.id for plek in plekken if not (plek.application_process or plek.telefoon or plek.url)] == []
    assert all(plek.assured_date for plek in plekken)


@pytest.mark.vermogen(32, 33, 55, 68)
def test_specialistische_en_gedwongen_hulp_staat_niet_als_plek_om_zelf_heen_te_gaan(kennis: Kennisbank) -> None:
    verboden = re.compile(
        r"\b(?:CADT|expertteam|jeugdbescherming|william schrikker|veiligheidshuis|raad voor de kinder)", re.I
    )
    plekken = [plek for gemeente in kennis.gemeenten.values() for plek in gemeente.sociale_kaart]
    assert [plek.id for plek in plekken if verboden.search(f"{plek.naam} {plek.omschrijving}")] == []


@pytest.mark.vermogen(32)
def test_het_cadt_staat_niet_in_een_artikel_voor_ouders_of_jongeren(kennis: Kennisbank) -> None:
    voor_gezin = {artikel.id for artikel in kennis.geldig if {"ouder", "jongere"} & set(artikel.doelgroep)}
    assert [waar for waar, tekst in _teksten(kennis) if waar in voor_gezin and "CADT" in tekst] == []


@pytest.mark.vermogen(56, 57, 58, 93)
@pytest.mark.parametrize("soort", ["ontmoeting", "maatjes", "sport", "vrijwilligers", "jongerenwerk", "welzijn"])
def test_informele_hulp_staat_gewoon_op_elke_sociale_kaart(kennis: Kennisbank, soort: str) -> None:
    for gemeente in kennis.gemeenten.values():
        assert soort in {plek.soort for plek in gemeente.sociale_kaart}, gemeente.id


@pytest.mark.vermogen(41, 42, 43, 54)
@pytest.mark.parametrize("partner", ["de-driemaster", "tom-in-de-buurt", "serviceplein", "kwadraad"])
def test_de_partners_van_kaag_en_braassem_staan_op_de_kaart(kennis: Kennisbank, partner: str) -> None:
    assert partner in {plek.id for plek in kennis.gemeente("kaag-en-braassem").sociale_kaart}


@pytest.mark.vermogen(50)
@pytest.mark.parametrize(
    "route",
    [
        "scheiding/route-scheiding-stap-voor-stap",
        "adhd/route-vermoeden-adhd",
        "autisme/route-vermoeden-autisme",
        "kopp/route-kopp",
    ],
)
def test_elke_begeleidingsroute_noemt_wie_en_wanneer_je_belt(kennis: Kennisbank, route: str) -> None:
    artikel = next(artikel for artikel in kennis.geldig if artikel.id == route)
    koppen = {blok.kop: blok.tekst for blok in artikel.blokken}
    assert "{team:telefoon}" in artikel.kort + "".join(koppen.values())
    assert koppen.get("Wanneer hulp")


@pytest.mark.vermogen(15)
def test_een_aanmelding_heeft_hooguit_vijf_verplichte_velden() -> None:
    verplicht = {naam for naam, veld in Velden.model_fields.items() if veld.is_required()}
    assert verplicht == {"rol", "naam", "kern", "zorg", "contact"}


@pytest.mark.vermogen(67, 66)
def test_de_uitleg_over_de_tafel_geldt_ook_onder_een_andere_naam(kennis: Kennisbank) -> None:
    tafel = next(artikel for artikel in kennis.geldig if artikel.id == "jeugdbescherming/uitgenodigd-voor-de-tafel")
    assert "jeugdbeschermingsplein" in "".join(blok.tekst for blok in tafel.blokken)
