"""Professionals: a consult without the child's name, the fixed contact, and the routes in steps."""

from __future__ import annotations

import pytest

from actions.consult import STAP, ActieToonStap, genoemde_contactpersoon
from actions.inform import ActieAntwoord
from actions.kaarten import ArtikelKaart, Contact
from actions.practical import ActieConsult, ActieMeldcode
from knowledge.base import Kennisbank
from knowledge.models import Contactpersoon
from tests.actions.hulp import DAG, GEMEENTE, GEREEDSCHAP, JGT, PESTEN, ids, keuzes, situatie, vind

CONSULT, STAPPEN = ActieConsult(GEREEDSCHAP), ActieToonStap(GEREEDSCHAP)
BOOM = Contactpersoon(
    id="boom",
    plek="Kindcentrum De Boomhut",
    soort="kindcentrum",
    functie="Pedagoog",
    dagen=("do", "ma"),
    nagekeken_op=DAG,
)
MET_BOOM = GEMEENTE.model_copy(update={"contactpersonen": (BOOM,)})


def test_wie_wil_overleggen_is_een_professional_en_krijgt_een_mens_en_de_stappen() -> None:
    uitkomst = CONSULT.doe(situatie("ik wil sparren over een leerling"))
    assert uitkomst.slots == {"rol": "professional", "consult": True, "wacht_op": "aanmelden"}
    assert ids(uitkomst.kaarten) == ["consult", "contact", "keuzes"]
    assert keuzes(uitkomst.kaarten) == ["wil_aanmelden", "stap:stroomschema/zorg", "stap:meldcode/signalen"]


ROUTE = JGT.model_copy(update={"id": "consultatie/route", "onderwerp": "consultatie", "doelgroep": ("professional",)})
OOK = ROUTE.model_copy(update={"id": "consultatie/ook"})


def test_een_professional_die_naar_een_route_vraagt_krijgt_die_meteen_en_houdt_het_consult() -> None:
    kennis = vind((ROUTE, 0.95), (OOK, 0.2))
    uitkomst = CONSULT.doe(situatie("hoe breng ik dit bij dat team", kennis=kennis, rol="professional"))
    assert (uitkomst.artikel, uitkomst.route, uitkomst.slots["consult"]) == ("consultatie/route", "consult", True)


@pytest.mark.parametrize("scores", [(0.95, 0.9), (0.6, 0.1)])
def test_een_professional_die_wil_praten_krijgt_een_mens(scores: tuple[float, float]) -> None:
    kennis = vind((ROUTE, scores[0]), (OOK, scores[1]))
    uitkomst = CONSULT.doe(situatie("ik wil overleggen", kennis=kennis, rol="professional"))
    assert ids(uitkomst.kaarten)[:2] == ["consult", "contact"]


def test_wie_zijn_plek_noemt_krijgt_de_vaste_contactpersoon_met_dagen() -> None:
    uitkomst = CONSULT.doe(situatie("ik wil overleggen", gemeente=MET_BOOM, contactpersoon="boom"))
    kaart = uitkomst.kaarten[1]
    assert isinstance(kaart, Contact)
    assert kaart.team == "Pedagoog, Kindcentrum De Boomhut"
    assert kaart.open == "Aanwezig op maandag en donderdag."
    assert kaart.telefoon == GEMEENTE.telefoon, "zonder eigen nummer dat van het JGT"


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [("ik werk bij de Boomhut", "boom"), ("ik werk op een kindcentrum", None), ("ik ben ib'er op de Klimboom", None)],
)
def test_de_vaste_contactpersoon_wordt_gevonden_voor_de_naam_van_de_school_eruit_gaat(
    tekst: str, wie: str | None
) -> None:
    assert genoemde_contactpersoon(MET_BOOM, tekst) == wie


def test_zonder_genoemde_plek_is_het_jgt_zelf_het_contact() -> None:
    kaart = CONSULT.doe(situatie("ik wil overleggen", gemeente=MET_BOOM)).kaarten[1]
    assert isinstance(kaart, Contact)
    assert kaart.team == "Jeugd- en Gezinsteam Dam"


def test_wat_een_professional_vertelt_gaat_mee_in_het_consult_en_wordt_geen_gok() -> None:
    raar = vind((PESTEN, 0.3), (JGT, 0.28))
    uitkomst = ActieAntwoord(GEREEDSCHAP).doe(
        situatie("wisselend gedrag en vaak te laat", kennis=raar, rol="professional", consult=True)
    )
    assert ids(uitkomst.kaarten) == ["consult_gehoord", "contact", "keuzes"]
    assert uitkomst.route == "consult"
    assert uitkomst.slots["verhaal"] == ["wisselend gedrag en vaak te laat"]
    ouder = ActieAntwoord(GEREEDSCHAP).doe(situatie("wisselend gedrag en vaak te laat", kennis=raar, rol="ouder"))
    assert ids(ouder.kaarten) == ["bedoel_je", "keuzes"]


def test_een_zeker_antwoord_krijgt_ook_een_professional_gewoon() -> None:
    zeker = vind((PESTEN, 0.95))
    uitkomst = ActieAntwoord(GEREEDSCHAP).doe(situatie("pesten", kennis=zeker, rol="professional", consult=True))
    assert uitkomst.artikel == "pesten/op-school"


@pytest.mark.parametrize("schema", ["stroomschema", "meldcode"])
def test_elke_stap_is_te_tonen_en_leidt_naar_een_mens_en_naar_stappen_die_bestaan(
    kennis: Kennisbank, schema: str
) -> None:
    gemeente = kennis.gemeente("kaag-en-braassem")
    for stap in kennis.schemas[schema].stappen:
        s = situatie(kennis=kennis, gemeente=gemeente, gekozen_stap=f"{schema}/{stap.id}")
        uitkomst = STAPPEN.doe(s)
        kaart = uitkomst.kaarten[0]
        assert isinstance(kaart, ArtikelKaart)
        assert kaart.titel == stap.titel
        assert "{" not in kaart.tekst + "".join(blok.tekst for blok in kaart.blokken)
        verder = [keuze for keuze in keuzes(uitkomst.kaarten) if keuze.startswith(STAP)]
        assert len(verder) == len(stap.volgende)
        assert all(kennis.stap(keuze.removeprefix(STAP)) for keuze in verder)
        assert keuzes(uitkomst.kaarten)[-1] == "wil_aanmelden"


def test_de_meldcode_vraagt_advies_voor_het_beslissen_en_kan_om_het_oudergesprek_heen(kennis: Kennisbank) -> None:
    meldcode = kennis.schemas["meldcode"]
    assert [stap.titel[:15] for stap in meldcode.stappen] == [f"Meldcode stap {n}" for n in "123345"]
    assert all("veilig-thuis" in stap.hulplijnen for stap in meldcode.stappen)
    wacht = meldcode.stap("gesprek-wacht")
    assert wacht is not None
    assert {"seksueel misbruik", "gedwongen huwelijk"} <= {
        w for w in ("seksueel misbruik", "gedwongen huwelijk") if w in wacht.wanneer
    }


def test_een_stap_die_niet_bestaat_is_een_gewone_misser() -> None:
    uitkomst = STAPPEN.doe(situatie(gekozen_stap="meldcode/onzin"))
    assert (ids(uitkomst.kaarten)[0], uitkomst.route) == ("onbegrepen", "onbegrepen")


def test_een_vraag_over_de_meldcode_biedt_aan_om_mee_te_lopen(kennis: Kennisbank) -> None:
    gemeente = kennis.gemeente("kaag-en-braassem")
    uitkomst = ActieMeldcode(GEREEDSCHAP).doe(situatie("is dit meldcode", kennis=kennis, gemeente=gemeente))
    assert (uitkomst.route, uitkomst.onderwerp) == ("praktisch", "meldcode")
    assert keuzes(uitkomst.kaarten)[0] == "stap:meldcode/signalen"
