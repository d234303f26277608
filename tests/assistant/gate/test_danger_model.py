"""The model beside the rules: learnt from messages, stored as arrays, and joined with what the rules find."""

from __future__ import annotations

import itertools
from concurrent.futures import Future
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.gate.danger import Gevaarlezer
from assistant.gate.danger_model import OVERLAP, VENSTER, Gevaarmodel, Weging, vensters
from assistant.gate.danger_training import DATA, Bericht, gevaarmodel, instelling, leer
from assistant.gate.urgency import Urgentieregels

GEVAAR = [
    Bericht(text="hij knijpt onze baby als die huilt", category="kindermishandeling", urgency="vandaag"),
    Bericht(text="hij knijpt de peuter in zijn arm", category="kindermishandeling", urgency="vandaag"),
    Bericht(text="zij knijpt haar zoontje tot hij blauw is", category="kindermishandeling", urgency="vandaag"),
    Bericht(text="hij draagt al weken dezelfde vieze trui", category="verwaarlozing", urgency="binnenkort"),
    Bericht(text="ze draagt elke dag dezelfde vieze kleren", category="verwaarlozing", urgency="binnenkort"),
    Bericht(text="ze staat nu op het dak van de flat", category="suicidaliteit_kind", urgency="112"),
    Bericht(text="hij staat nu op de rand van het dak", category="suicidaliteit_kind", urgency="112"),
]
GEWOON = [
    "de baby huilt elke avond een uur",
    "onze peuter wil niet slapen",
    "haar zoontje eet geen groente",
    "wij wonen in een flat",
    "ze staat elke nacht naast mijn bed",
    "hij is bang in het donker",
]
KLEIN = leer(GEVAAR, GEWOON)


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


ZET = instelling()
VRAAG = ZET.twijfel


def zwaar(niveau: str = "vandaag", categorie: str = "verwaarlozing", marge: float = 5.0) -> Weging:
    acuut = marge if niveau == "112" else -9.0
    return Weging(marge, categorie, ("vies",), acuut=acuut, slepend=niveau == "binnenkort")


def test_het_leert_gevaar_van_gewoon_te_scheiden_en_noemt_soort_en_niveau() -> None:
    gevaar = KLEIN.weeg("hij knijpt de kleuter in zijn arm")
    gewoon = KLEIN.weeg("de baby wil niet slapen")
    assert gevaar is not None
    assert gewoon is not None
    assert gevaar.marge > gewoon.marge
    assert (gevaar.categorie, gevaar.slepend) == ("kindermishandeling", False)
    assert any("knijpt" in woord or "knijpen" in woord for woord in gevaar.woorden)
    dak = KLEIN.weeg("hij staat op het dak")
    trui = KLEIN.weeg("hij draagt al weken een vieze trui")
    assert dak is not None
    assert trui is not None
    assert dak.acuut > gevaar.acuut > gewoon.acuut
    assert trui.slepend


def test_bewaard_en_weer_gelezen_weegt_het_hetzelfde() -> None:
    terug = Gevaarmodel.uit_data(KLEIN.als_data())
    for tekst in ("hij knijpt de baby", "slaapt niet", "qwzx"):
        eerst, later = KLEIN.weeg(tekst), terug.weeg(tekst)
        assert eerst is not None
        assert later is not None
        assert later.marge == pytest.approx(eerst.marge, abs=1e-4)
        assert later.acuut == pytest.approx(eerst.acuut, abs=1e-4)
        assert (later.categorie, later.slepend) == (eerst.categorie, eerst.slepend)


def test_in_een_lang_verhaal_verdrinkt_het_niet() -> None:
    kort = KLEIN.weeg("hij knijpt onze baby als die huilt")
    lang = KLEIN.weeg(
        "wij gingen naar de markt " * 60 + "hij knijpt onze baby als die huilt " + "en toen naar huis " * 60
    )
    leeg = KLEIN.weeg("wij gingen naar de markt " * 60)
    assert kort is not None
    assert lang is not None
    assert leeg is not None
    assert leeg.marge < lang.marge <= kort.marge


@given(st.lists(st.sampled_from(["hij", "slaat", "mij", "de", "baby", "huilt"]), max_size=400))
def test_elk_woord_staat_in_een_venster_en_geen_venster_is_te_lang(woorden: list[str]) -> None:
    genummerd = [f"{woord}{i}" for i, woord in enumerate(woorden)]
    delen = [deel.split() for deel in vensters(" ".join(genummerd))]
    assert {woord for deel in delen for woord in deel} == set(genummerd)
    assert all(len(deel) <= VENSTER for deel in delen)
    assert all(een[-OVERLAP:] == ander[:OVERLAP] for een, ander in itertools.pairwise(delen))


def test_niets_weegt_niets() -> None:
    assert KLEIN.weeg("") is None
    assert KLEIN.weeg(" \n\t ") is None


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
    signaal = lezer(zwaar("vandaag", marge=marge)).beoordeel("iets")
    assert (signaal.niveau if signaal else None) == niveau


def test_wat_op_112_lijkt_is_112_vanaf_zijn_eigen_grens() -> None:
    for marge, niveau in ((ZET.alarm_112 - 0.01, "twijfel"), (ZET.alarm_112, "112")):
        signaal = lezer(zwaar("112", "overdosis", marge)).beoordeel("iets")
        assert signaal is not None
        assert signaal.niveau == niveau
    flauw = Weging(ZET.nood_vanaf - 0.01, "overdosis", ("vies",), acuut=9.0)
    vraag = lezer(flauw).beoordeel("iets")
    assert vraag is not None
    assert vraag.niveau == "twijfel"


def test_een_klein_kind_dat_slaat_is_een_opvoedvraag_en_een_puber_niet() -> None:
    twijfel = zwaar(categorie="kind_bedreigt", marge=VRAAG)
    assert lezer(twijfel).beoordeel("mijn zoon van 4 slaat zijn zusje") is None
    groot = lezer(twijfel).beoordeel("mijn zoon van 14 slaat zijn zusje")
    assert groot is not None
    assert groot.categorie == "kind_bedreigt"


def test_ook_een_soort_die_meestal_sleept_kan_nu_gaande_zijn() -> None:
    signaal = lezer(zwaar("112", "verwaarlozing")).beoordeel("iets")
    assert signaal is not None
    assert (signaal.niveau, signaal.categorie) == ("112", "verwaarlozing")


def test_wat_sleept_is_binnenkort_en_een_onzekere_soort_blijft_algemeen() -> None:
    sleept = lezer(zwaar("binnenkort")).beoordeel("iets")
    assert sleept is not None
    assert sleept.niveau == "binnenkort"
    onzeker = lezer(Weging(5.0, "verwaarlozing", ("vies",), ZET.soort - 0.01)).beoordeel("iets")
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
    [("ouder", "suicidaliteit_ouder"), ("jongere", "suicidaliteit_jongere"), (None, "suicidaliteit_jongere")],
)
def test_wie_er_schrijft_gaat_voor_op_wat_het_model_daarvan_denkt(rol: str | None, categorie: str) -> None:
    signaal = lezer(zwaar(categorie="suicidaliteit_jongere")).beoordeel("ik wil er niet meer zijn", rol=rol)
    assert signaal is not None
    assert signaal.categorie == categorie


def test_wat_het_model_het_meest_onwaarschijnlijk_vindt_zwijgt() -> None:
    assert lezer(zwaar(marge=ZET.stil - 0.1)).beoordeel("mijn vader slaat mij soms") is None
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
    signaal = Gevaarlezer(Urgentieregels(), ZET, model, lambda _: onderwerp).beoordeel("iets")
    assert (signaal.niveau if signaal else None) == niveau


def test_een_vaste_regel_wordt_niet_gewogen() -> None:
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


def test_het_wordt_een_keer_geleerd_voor_elke_stand_van_de_data(tmp_path: Path) -> None:
    map_ = tmp_path
    (map_ / "model.yml").write_text((DATA / "model.yml").read_text())
    regels = [bericht.model_dump_json() for bericht in GEVAAR] + [Bericht(text=zin).model_dump_json() for zin in GEWOON]
    (map_ / "klein.jsonl").write_text("\n".join(regels))
    bewaard = map_ / "bewaard"
    eerst = gevaarmodel(bewaard, map_)
    (bestand,) = bewaard.iterdir()
    moment = bestand.stat().st_mtime_ns
    assert gevaarmodel(bewaard, map_).weeg("hij knijpt") == eerst.weeg("hij knijpt")
    assert bestand.stat().st_mtime_ns == moment
    (map_ / "klein.jsonl").write_text("\n".join([*regels, Bericht(text="nog een gewone zin").model_dump_json()]))
    gevaarmodel(bewaard, map_)
    assert [pad.name for pad in bewaard.iterdir()] != [bestand.name]


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

    signaal = lezer(zwaar(marge=ZET.stil - 0.1)).beoordeel(zin)

    assert signaal is not None and (signaal.niveau, signaal.regel) == ("twijfel", "bang-voor-ontdekking")
