"""Professionals: a consult without the child's name, the fixed contact, and the routes in steps."""

from __future__ import annotations

import pytest

from actions.consult import KNOP, STAP, ActieToonStap, genoemde_contactpersoon, is_consult
from actions.handover import ActieBeginAanmelding, ActieToonAanmelding
from actions.inform import ActieAntwoord
from actions.kaarten import ArtikelKaart, ConsultKaart, Contact
from actions.practical import ActieConsult, ActieMeldcode
from knowledge.base import Kennisbank
from knowledge.models import Contactpersoon
from tests.actions.hulp import DAG, GEMEENTE, GEREEDSCHAP, JGT, PESTEN, ids, keuzes, situatie, vind

CONSULT, STAPPEN = ActieConsult(GEREEDSCHAP), ActieToonStap(GEREEDSCHAP)
BEGIN, KAART = ActieBeginAanmelding(GEREEDSCHAP), ActieToonAanmelding(GEREEDSCHAP)
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
    assert ids(uitkomst.kaarten) == ["consult", "consult", "contact", "keuzes"]
    assert isinstance(uitkomst.kaarten[1], ConsultKaart)
    assert keuzes(uitkomst.kaarten) == ["stap:stroomschema/zorg", "stap:meldcode/signalen"]


@pytest.mark.parametrize(
    ("tekst", "intent"),
    [("", "consult"), ("graag terugbelverzoek voor consultatie", "consult"), ("bel mij als ib'er terug", "consult")],
)
def test_wie_teruggebeld_wil_worden_krijgt_meteen_de_kaart_met_onderwerp_en_kern(tekst: str, intent: str) -> None:
    kern = {"id": "dam", "naam": "Dam"}
    uitkomst = CONSULT.doe(situatie(tekst, intent=intent, onderwerp="pesten", kern=kern, rol="professional"))
    assert ids(uitkomst.kaarten) == ["consult_kaart", "consult", "contact", "keuzes"]
    assert uitkomst.kaarten[1] == ConsultKaart(gemeente=GEMEENTE.id, onderwerp="pesten", kern="dam")
    assert (uitkomst.route, uitkomst.slots["wacht_op"]) == ("consult", None)


@pytest.mark.parametrize(
    ("tekst", "rol", "consult", "wel"),
    [
        ("kan iemand me terugbellen over een leerling", "professional", None, True),
        ("bel me maar", "professional", True, True),
        ("", "professional", True, True),
        ("", "professional", False, False),
        ("ik wil een gezin aanmelden, bel me", "professional", True, False),
        ("kan iemand me terugbellen", "ouder", None, False),
        ("kan iemand me terugbellen", None, None, False),
    ],
)
def test_een_terugbelverzoek_van_een_professional_is_een_consult_en_geen_aanmelding(
    tekst: str, rol: str | None, consult: bool | None, wel: bool
) -> None:
    s = situatie(tekst, rol=rol, consult=consult)
    assert is_consult(s) is wel
    uitkomst = BEGIN.doe(s)
    assert uitkomst.slots.get("consult") is (True if wel else False if rol == "professional" else None)


def test_aan_het_eind_van_dat_verzoek_staat_de_kaart_van_het_consult() -> None:
    assert ids(KAART.doe(situatie("", rol="professional", consult=True)).kaarten)[:2] == ["consult_kaart", "consult"]
    assert "aanmelding" in ids(KAART.doe(situatie("", rol="professional", consult=False)).kaarten)
    nog_eens = KAART.doe(situatie("", rol="professional", consult=True, kaart_getoond=True))
    assert ids(nog_eens.kaarten)[0] == "consult_weer"


@pytest.mark.parametrize("tekst", ["het gaat om [naam], hij is vies", "een jongen uit groep 6 met vieze kleding"])
def test_gegevens_van_een_kind_worden_niet_meegenomen_en_dat_zegt_hij(tekst: str) -> None:
    s = situatie(tekst, kennis=vind((PESTEN, 0.3), (JGT, 0.28)), rol="professional", consult=True)
    uitkomst = ActieAntwoord(GEREEDSCHAP).doe(s)
    assert ids(uitkomst.kaarten)[0] == "consult_geen_kind"
    assert not any("[naam]" in zin or "groep" in zin for zin in uitkomst.slots.get("verhaal", []))
    assert ids(CONSULT.doe(s).kaarten)[0] == "consult_geen_kind"


ROUTE = JGT.model_copy(update={"id": "consultatie/route", "onderwerp": "consultatie", "doelgroep": ("professional",)})
OOK = ROUTE.model_copy(update={"id": "consultatie/ook"})


def test_een_professional_die_naar_een_route_vraagt_krijgt_die_meteen_en_houdt_het_consult() -> None:
    kennis = vind((ROUTE, 0.95), (OOK, 0.2))
    uitkomst = CONSULT.doe(situatie("hoe breng ik dit bij dat team", kennis=kennis, rol="professional"))
    assert (uitkomst.artikel, uitkomst.route, uitkomst.slots["consult"]) == ("consultatie/route", "consult", True)


def test_onder_een_artikel_over_overleggen_staat_de_knop_voor_een_consult_maar_niet_voor_een_ouder() -> None:
    kennis = vind((ROUTE, 0.95), (OOK, 0.2))
    for rol, knop in (("professional", True), (None, True), ("ouder", False)):
        uitkomst = ActieAntwoord(GEREEDSCHAP).doe(situatie("hoe breng ik dit bij dat team", kennis=kennis, rol=rol))
        assert ("consult" in keuzes(uitkomst.kaarten)) is knop, rol


@pytest.mark.parametrize("scores", [(0.95, 0.9), (0.6, 0.1)])
def test_een_professional_die_wil_praten_krijgt_een_mens(scores: tuple[float, float]) -> None:
    kennis = vind((ROUTE, scores[0]), (OOK, scores[1]))
    uitkomst = CONSULT.doe(situatie("ik wil overleggen", kennis=kennis, rol="professional"))
    assert ids(uitkomst.kaarten)[:3] == ["consult", "consult", "contact"]


def test_wie_zijn_plek_noemt_krijgt_de_vaste_contactpersoon_met_dagen() -> None:
    uitkomst = CONSULT.doe(situatie("ik wil overleggen", gemeente=MET_BOOM, contactpersoon="boom"))
    kaart = uitkomst.kaarten[2]
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
    kaart = CONSULT.doe(situatie("ik wil overleggen", gemeente=MET_BOOM)).kaarten[2]
    assert isinstance(kaart, Contact)
    assert kaart.team == "Jeugd- en Gezinsteam Dam"


def test_wat_een_professional_vertelt_gaat_mee_in_het_consult_en_wordt_geen_gok() -> None:
    raar = vind((PESTEN, 0.3), (JGT, 0.28))
    uitkomst = ActieAntwoord(GEREEDSCHAP).doe(
        situatie("wisselend gedrag en vaak te laat", kennis=raar, rol="professional", consult=True)
    )
    assert ids(uitkomst.kaarten) == ["consult_gehoord", "consult", "contact", "keuzes"]
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
        assert keuzes(uitkomst.kaarten)[-1] == KNOP[stap.bied][1]
        assert (uitkomst.slots["consult"], ConsultKaart in map(type, uitkomst.kaarten)) == (
            stap.bied != "aanmelding",
            stap.id == "consultatie",
        )


def test_het_stroomschema_biedt_pas_een_consult_na_het_gesprek_of_waar_dat_niet_veilig_is(kennis: Kennisbank) -> None:
    schema = kennis.schemas["stroomschema"]
    assert {stap.id for stap in schema.stappen if stap.bied is None} == {"zorg", "direct-gevaar", "veilig-thuis"}
    assert {stap.id for stap in schema.stappen if stap.bied == "aanmelding"} == {"aanmelding"}
    wacht = schema.stap("praten-niet-veilig")
    assert wacht is not None
    assert (wacht.bied, "veilig-thuis" in wacht.hulplijnen) == ("consult", True)


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
