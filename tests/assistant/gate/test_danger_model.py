"""The danger model itself: learnt from messages, stored as arrays, read in pieces."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.gate.danger_model import KORT, OVERLAP, VENSTER, Gevaarmodel, vensters
from assistant.gate.danger_training import DATA, Bericht, gevaarmodel, leer

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


def test_het_zegt_of_een_bericht_kort_is() -> None:
    for aantal in (KORT, KORT + 1, 3 * VENSTER):
        weging = KLEIN.weeg(" ".join(f"woord{nummer}" for nummer in range(aantal)))
        assert weging is not None
        assert weging.kort is (aantal <= KORT)


def test_niets_weegt_niets() -> None:
    assert KLEIN.weeg("") is None
    assert KLEIN.weeg(" \n\t ") is None


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
