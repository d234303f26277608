"""Rules and model together: what a sign becomes once the model has weighed the message."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.gate.danger import Gevaarlezer
from assistant.gate.danger_model import KORT, Gevaarmodel, Weging
from assistant.gate.danger_training import instelling
from assistant.gate.urgency import Urgentieregels
from tests.assistant.gate.test_danger_model import GEVAAR

VOORBEELDEN = [(regel, zin) for regel, _ in Urgentieregels().boek.regels for zin in regel.voorbeelden.wel]
ZET = instelling()
VRAAG = ZET.twijfel


class Vast:
    """A model with a fixed opinion."""

    def __init__(self, weging: Weging | None) -> None:
        self._weging = weging

    def weeg(self, tekst: str) -> Weging | None:
        return self._weging


def lezer(weging: Weging | None) -> Gevaarlezer:
    model: Future[Gevaarmodel] = Future()
    model.set_result(Vast(weging))  # type: ignore[arg-type]
    return Gevaarlezer(Urgentieregels(), ZET, model)


def zwaar(niveau: str = "vandaag", categorie: str = "verwaarlozing", marge: float = 5.0) -> Weging:
    acuut = marge if niveau == "112" else -9.0
    return Weging(marge, categorie, ("vies",), acuut=acuut, slepend=niveau == "binnenkort")


def test_wat_de_regels_als_112_zien_wacht_niet_op_het_model() -> None:
    traag = Gevaarlezer(Urgentieregels(), ZET, Future())
    signaal = traag.beoordeel("ik sta op de brug en wil springen")
    assert signaal is not None
    assert signaal.niveau == "112"


def test_wat_de_regels_niet_zien_ziet_het_model() -> None:
    signaal = lezer(zwaar()).beoordeel("hij draagt al weken dezelfde trui")
    assert signaal is not None
    assert (signaal.niveau, signaal.categorie, signaal.regel) == ("vandaag", "verwaarlozing", "model-verwaarlozing")
    assert signaal.woorden == ("vies",)
    assert signaal.versie == ZET.versie


@pytest.mark.parametrize(
    ("marge", "niveau"),
    [(VRAAG - 0.01, None), (VRAAG, "twijfel"), (ZET.alarm, "vandaag")],
)
def test_hoe_zekerder_het_model_hoe_zwaarder_het_niveau(marge: float, niveau: str | None) -> None:
    signaal = lezer(zwaar("vandaag", marge=marge)).beoordeel("iets anders")
    assert (signaal.niveau if signaal else None) == niveau


def test_wat_op_112_lijkt_is_112_vanaf_zijn_eigen_grens() -> None:
    for acuut, niveau in ((ZET.alarm_112 - 0.01, "twijfel"), (ZET.alarm_112, "112")):
        weging = Weging(ZET.nood_vanaf, "overdosis", ("vies",), acuut=acuut)
        signaal = lezer(weging).beoordeel("iets anders")
        assert signaal is not None
        assert signaal.niveau == niveau
    flauw = Weging(ZET.nood_vanaf - 0.01, "overdosis", ("vies",), acuut=9.0)
    vraag = lezer(flauw).beoordeel("iets anders")
    assert vraag is not None
    assert vraag.niveau == "twijfel"


def test_een_klein_kind_dat_slaat_is_een_opvoedvraag_en_een_puber_niet() -> None:
    twijfel = zwaar(categorie="kind_bedreigt", marge=VRAAG)
    assert lezer(twijfel).beoordeel("mijn zoon van 4 slaat zijn zusje") is None
    groot = lezer(twijfel).beoordeel("mijn zoon van 14 slaat zijn zusje")
    assert groot is not None
    assert groot.categorie == "kind_bedreigt"


@pytest.mark.parametrize(
    ("tekst", "niveau"),
    [
        ("me zoontje van 4 slaat alles kort en klein als ik nee zeg", "twijfel"),
        ("onze peuter gooit alles door de kamer", "twijfel"),
        ("mijn zoon van 14 slaat alles kort en klein", "vandaag"),
        ("mijn zoontje van 4 is bang, zijn broer van 15 slaat alles kort en klein", "vandaag"),
        ("mijn dochtertje van 5 verstopt zich want mijn oudste gooit met stoelen", "vandaag"),
    ],
)
def test_een_alarm_wordt_een_vraag_als_het_kleine_kind_zelf_slaat(tekst: str, niveau: str) -> None:
    signaal = lezer(zwaar(categorie="kind_bedreigt")).beoordeel(tekst)
    assert signaal is not None
    assert (signaal.niveau, signaal.categorie) == (niveau, "kind_bedreigt")
    nood = lezer(zwaar("112", categorie="kind_bedreigt")).beoordeel(tekst)
    assert nood is not None
    assert nood.niveau == "112"


def test_ook_een_soort_die_meestal_sleept_kan_nu_gaande_zijn() -> None:
    signaal = lezer(zwaar("112", "verwaarlozing")).beoordeel("iets anders")
    assert signaal is not None
    assert (signaal.niveau, signaal.categorie) == ("112", "verwaarlozing")


def test_wat_sleept_is_binnenkort_en_een_onzekere_soort_blijft_algemeen() -> None:
    sleept = lezer(zwaar("binnenkort")).beoordeel("iets anders")
    assert sleept is not None
    assert sleept.niveau == "binnenkort"
    onzeker = lezer(Weging(5.0, "verwaarlozing", ("vies",), ZET.soort - 0.01)).beoordeel("iets anders")
    assert onzeker is not None
    assert (onzeker.categorie, onzeker.regel) == ("onveilig_gevoel", "model-verwaarlozing")


def test_het_zwaarste_niveau_telt_en_de_soort_die_vooraan_staat() -> None:
    zin = "mijn vader slaat mij soms"
    regels = Urgentieregels().beoordeel(zin)
    assert regels is not None
    samen = lezer(zwaar("112", "huiselijk_geweld")).beoordeel(zin)
    assert samen is not None
    assert (samen.niveau, samen.categorie, samen.regel) == ("112", "huiselijk_geweld", regels.regel)
    vaag = Weging(5.0, "verwaarlozing", ("vies",), ZET.soort - 0.01, slepend=True)
    assert lezer(vaag).beoordeel(zin) == regels
    assert lezer(None).beoordeel(zin) == regels


def test_ook_bij_112_van_een_regel_noemt_het_model_de_soort_als_het_er_al_is() -> None:
    signaal = lezer(zwaar("112", "psychose")).beoordeel("ze is bewusteloos")
    assert signaal is not None
    assert (signaal.niveau, signaal.categorie) == ("112", "psychose")


@pytest.mark.parametrize(
    ("rol", "categorie"),
    [
        ("ouder", "suicidaliteit_ouder"),
        ("jongere", "suicidaliteit_jongere"),
        ("professional", "suicidaliteit_kind"),
        (None, "suicidaliteit_jongere"),
    ],
)
def test_wie_er_schrijft_gaat_voor_op_wat_het_model_daarvan_denkt(rol: str | None, categorie: str) -> None:
    signaal = lezer(zwaar(categorie="suicidaliteit_jongere")).beoordeel("ik wil er niet meer zijn", rol=rol)
    assert signaal is not None
    assert signaal.categorie == categorie


def test_wat_het_model_het_meest_onwaarschijnlijk_vindt_zwijgt() -> None:
    assert lezer(zwaar(marge=min(ZET.stil, ZET.twijfel) - 0.1)).beoordeel("mijn vader slaat mij soms") is None
    twijfel = "thuis is het niet fijn"
    assert lezer(zwaar(marge=ZET.stil_vraag - 0.01)).beoordeel(twijfel) is None


@pytest.mark.parametrize(
    ("onderwerp", "marge", "niveau"),
    [
        ("slapen", VRAAG + 0.001, None),
        ("suicidaliteit", VRAAG + 0.001, "twijfel"),
        (None, VRAAG + 0.001, "twijfel"),
        ("slapen", ZET.gewoon_onder + 0.01, "twijfel"),
        ("slapen", ZET.alarm, "vandaag"),
    ],
)
def test_een_flauwe_twijfel_vervalt_bij_een_gewoon_onderwerp(
    onderwerp: str | None, marge: float, niveau: str | None
) -> None:
    model: Future[Gevaarmodel] = Future()
    model.set_result(Vast(zwaar(marge=marge)))  # type: ignore[arg-type]
    signaal = Gevaarlezer(Urgentieregels(), ZET, model, lambda _: onderwerp).beoordeel("iets anders")
    assert (signaal.niveau if signaal else None) == niveau


@pytest.mark.parametrize(
    ("tekst", "marge", "niveau"),
    [
        ("ik wil dood", ZET.vast_vraag, "vandaag"),
        ("ik wil dood", ZET.vast_vraag - 0.01, "twijfel"),
        ("ik wil dood", -9.0, "twijfel"),  # a question at least, never silence
        ("ik sta op de brug en wil springen", -9.0, "112"),
    ],
)
def test_een_vaste_regel_vraagt_eerst_als_het_model_er_niets_in_ziet(tekst: str, marge: float, niveau: str) -> None:
    signaal = lezer(zwaar(marge=marge)).beoordeel(tekst)
    assert signaal is not None
    assert signaal.niveau == niveau
    assert signaal.regel in Urgentieregels().vast


@pytest.mark.parametrize(
    ("tekst", "niveau"),
    [
        ("ik ben su\u00efcidaal", "twijfel"),  # an alarm of a rule
        ("was ik er maar niet", "twijfel"),  # a question of a rule
        ("i want to kill myself", "vandaag"),  # the model knows no English
        ("onze zoon van negen vraagt voor zijn spreekbeurt wat het betekent als iemand su\u00efcidaal is", None),
    ],
)
def test_bij_een_kort_bericht_zwijgt_geen_regel(tekst: str, niveau: str | None) -> None:
    gewogen = replace(zwaar(marge=-2.0), kort=len(tekst.split()) <= KORT)
    signaal = lezer(gewogen).beoordeel(tekst)
    assert (signaal.niveau if signaal else None) == niveau


def test_elk_kort_voorbeeld_van_een_regel_geeft_met_het_echte_model_ten_minste_een_vraag(gevaar: Gevaarlezer) -> None:
    korte = [zin for regel, zin in VOORBEELDEN if len(zin.split()) <= KORT]
    assert len(korte) > 90
    assert [zin for zin in korte if gevaar.beoordeel(zin) is None] == []


def test_een_codewoord_wordt_niet_gewogen() -> None:
    signaal = lezer(zwaar(marge=-9)).beoordeel("masker 19")
    assert signaal is not None
    assert (signaal.niveau, signaal.regel) == ("vandaag", "codewoord-masker")


def test_een_alarm_dat_het_model_onwaarschijnlijk_vindt_wordt_eerst_een_vraag() -> None:
    signaal = lezer(zwaar(marge=ZET.terug - 0.1)).beoordeel("mijn vader slaat mij soms")
    assert signaal is not None
    assert signaal.niveau == "twijfel"
    bezig = lezer(zwaar(marge=-9)).beoordeel("ik sta op de brug en wil springen")
    assert bezig is not None
    assert bezig.niveau == "112"


def test_112_van_een_regel_zwijgt_nooit_maar_vraagt_hooguit_eerst() -> None:
    zin = "ze is bewusteloos"
    model: Future[Gevaarmodel] = Future()
    model.set_result(Vast(zwaar(marge=ZET.stil_112 - 0.1)))  # type: ignore[arg-type]
    onwaarschijnlijk = Gevaarlezer(Urgentieregels(), ZET, model, lambda _: "slapen").beoordeel(zin)
    assert onwaarschijnlijk is not None
    assert onwaarschijnlijk.niveau == "twijfel"
    denkbaar = lezer(zwaar(marge=ZET.stil_112)).beoordeel(zin)
    assert denkbaar is not None
    assert denkbaar.niveau == "112"


def test_zonder_teken_is_er_geen_signaal() -> None:
    assert lezer(zwaar(marge=-3)).beoordeel("mijn peuter slaapt slecht") is None
    assert lezer(None).beoordeel("mijn peuter slaapt slecht") is None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([bericht.text for bericht in GEVAAR]))
def test_hoofdletters_en_spaties_maken_niet_uit(gevaar: Gevaarlezer, zin: str) -> None:
    gewoon = gevaar.beoordeel(zin)
    assert gevaar.beoordeel(zin.upper()) == gevaar.beoordeel(zin.replace(" ", "   ")) == gewoon


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_het_faalt_nooit_en_zegt_twee_keer_hetzelfde(gevaar: Gevaarlezer, rommel: str) -> None:
    assert gevaar.beoordeel(rommel) == gevaar.beoordeel(rommel)


def test_zonder_model_gaan_de_regels_alleen_verder() -> None:
    kapot: Future[Gevaarmodel] = Future()
    kapot.set_exception(OSError("schijf weg"))
    alleen = Gevaarlezer(Urgentieregels(), ZET, kapot)
    zin = "mijn vader slaat mij soms"
    assert alleen.beoordeel(zin) == Urgentieregels().beoordeel(zin) is not None
    assert alleen.beoordeel("mijn peuter slaapt slecht") is None


def test_een_regel_die_zwijgt_verbergt_geen_vaste_regel() -> None:
    zin = "mijn vader slaat mij soms, als mijn ouders horen dat ik met jullie praat krijg ik straf"
    regels = Urgentieregels()
    zwaarste = regels.beoordeel(zin)
    assert zwaarste is not None and zwaarste.regel not in regels.vast

    signaal = lezer(zwaar(marge=min(ZET.stil, ZET.twijfel) - 0.1)).beoordeel(zin)

    assert signaal is not None and (signaal.niveau, signaal.regel) == ("twijfel", "bang-voor-ontdekking")


def test_het_model_wordt_pas_gelezen_als_iemand_erom_vraagt_en_dan_een_keer() -> None:
    keren: list[int] = []

    def maak() -> Gevaarmodel:
        keren.append(1)
        return Vast(zwaar())  # type: ignore[return-value]

    lui = Gevaarlezer(Urgentieregels(), ZET, Future(), maak=maak)
    assert (lui.stand, keren) == ("laadt", [])
    lui.begin()
    signaal = lui.beoordeel("hij draagt al weken dezelfde trui")
    assert signaal is not None
    assert (signaal.niveau, lui.stand, keren) == ("vandaag", "gereed", [1])


def test_een_woord_is_voor_het_model_te_weinig_en_voor_de_regels_niet() -> None:
    zeker = lezer(zwaar("112"))
    assert zeker.beoordeel("geld") is None
    assert zeker.lees("hij").weging is None
    assert zeker.beoordeel("hij heeft geld nodig voor iets") is not None
    assert lezer(None).beoordeel("zelfmoord") is not None


def test_bij_een_professional_gaat_ook_een_vaste_regel_over_een_ander() -> None:
    signaal = lezer(None).beoordeel("hij gaat vanavond een eind aan zijn leven maken", rol="professional")
    assert signaal is not None
    assert signaal.categorie == "suicidaliteit_kind"


def test_een_gewone_vraag_achter_een_zin_met_gevaar_laat_geen_regel_zwijgen(gevaar: Gevaarlezer) -> None:
    erachter = (
        "",
        " Hoe krijg ik rust?",
        " Wat kost zwemles ook alweer?",
        " Fijne avond!",
        "\nGroetjes en alvast bedankt.",
    )
    for staart in erachter:
        lezing = gevaar.lees(f"Mijn man slaat me en de kinderen zien het.{staart}")
        assert lezing.signaal is not None
        assert lezing.signaal.niveau in ("112", "vandaag"), staart
