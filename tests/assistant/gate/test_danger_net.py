"""The network beside the danger model: read as it was learnt, whole or not at all, and never the only one that reads."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from assistant.gate.danger_model import NET_GEVAAR, NET_MEEST, VENSTER
from assistant.gate.danger_net import NETWERK, Netwerk, paren
from assistant.gate.danger_training import DATA, gevaarmodel, instelling, lees_netwerk, vingerafdruk
from tests.assistant.gate.test_danger_model import GEVAAR, GEWOON, KLEIN

NET = Netwerk.open(DATA / NETWERK)


@pytest.fixture(scope="module")
def data() -> dict[str, np.ndarray]:
    with np.load(DATA / NETWERK, allow_pickle=False) as bewaard:
        return {naam: bewaard[naam] for naam in bewaard.files}


def test_het_leest_zoals_het_geleerd_is() -> None:
    teksten, verwacht = NET.controle
    uit = NET.lees(teksten)
    gelezen = np.column_stack([uit.gevaar, uit.acuut, uit.soorten])
    assert len(teksten) >= 20
    fout = np.abs(gelezen - verwacht)
    assert fout.mean() < 0.15  # weights of eight bits; log-odds run from -10 to 10
    assert fout.max() < 1.5
    zeker = np.abs(verwacht[:, 0]) > 1
    assert ((uit.gevaar > 0) == (verwacht[:, 0] > 0))[zeker].all()


def test_de_controle_kan_mislukken() -> None:
    teksten, verwacht = NET.controle
    assert np.abs(NET.lees(teksten[::-1]).gevaar - verwacht[:, 0]).max() > 2


def test_gevaar_weegt_zwaarder_dan_gewoon() -> None:
    gevaar, gewoon = NET.lees(
        ["als ik er niet meer ben hoeft niemand zich meer zorgen te maken", "hoe laat gaat de speelgoedbieb open"]
    ).gevaar
    assert gevaar > 0 > gewoon


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_elke_tekst_geeft_eindige_getallen_en_twee_keer_dezelfde(tekst: str) -> None:
    eerst, later = NET.lees([tekst]), NET.lees([tekst])
    assert np.isfinite([*eerst.gevaar, *eerst.acuut, *eerst.soorten.ravel()]).all()
    assert (eerst.gevaar == later.gevaar).all()


def test_hoofdletters_maken_niets_uit() -> None:
    klein, groot = NET.lees(["hij sluit haar elke avond op", "HIJ SLUIT HAAR ELKE AVOND OP"]).gevaar
    assert klein == groot


def test_het_kent_elke_soort_die_het_model_kent() -> None:
    assert set(instelling().categorieen.values()) <= set(NET.soorten)


def test_het_netwerk_telt_mee_maar_nooit_meer_dan_zijn_deel() -> None:
    model, zonder = KLEIN.met(NET), KLEIN
    for tekst in ("ze heeft vannacht op het dak gezeten", "welke kleur zal ik de babykamer verven"):
        met, alleen = model.weeg(tekst), zonder.weeg(tekst)
        assert met is not None
        assert alleen is not None
        assert met.marge != alleen.marge
        assert abs(met.marge - alleen.marge) <= NET_GEVAAR * NET_MEEST + 1e-6


def test_van_een_lang_verhaal_leest_het_netwerk_alleen_het_zwaarste_deel(monkeypatch: pytest.MonkeyPatch) -> None:
    gelezen: list[str] = []
    lees = NET.lees
    monkeypatch.setattr(NET, "lees", lambda teksten: gelezen.extend(teksten) or lees(teksten))
    KLEIN.met(NET).weeg("wij gingen naar de markt " * 40 + "hij knijpt onze baby als die huilt " + "naar huis " * 40)
    (deel,) = gelezen
    assert "hij knijpt onze baby als die huilt" in deel
    assert len(deel.split()) <= VENSTER


def test_stukken_gaan_twee_aan_twee_verder() -> None:
    assert paren([0, 7, 2]) == [0, 7, 2, 2]
    assert paren([0, 7, 8, 2]) == [0, 7, 8, 2]


@pytest.mark.parametrize("inhoud", [None, b"", b"geen zip", "half"])
def test_zonder_heel_bestand_lezen_regels_en_woorden_verder(inhoud: bytes | str | None, tmp_path: Path) -> None:
    pad = tmp_path / NETWERK
    if inhoud == "half":
        pad.write_bytes((DATA / NETWERK).read_bytes()[:100_000])
    elif inhoud is not None:
        pad.write_bytes(inhoud)
    with capture_logs() as regels:
        assert lees_netwerk(pad) is None
    assert [regel["event"] for regel in regels] == ["gevaarnetwerk_weg"]


def test_een_bestand_zonder_gewichten_wordt_geweigerd(data: dict[str, np.ndarray]) -> None:
    uit = io.BytesIO()
    np.savez(uit, **{naam: waarde for naam, waarde in data.items() if naam != "graaf"})
    uit.seek(0)
    with np.load(uit) as bewaard, pytest.raises(KeyError):
        Netwerk({naam: bewaard[naam] for naam in bewaard.files})


@pytest.mark.parametrize("graaf", [b"", b"rommel" * 99, "half"])
def test_een_graaf_die_geen_graaf_is_wordt_geweigerd(graaf: bytes | str, data: dict[str, np.ndarray]) -> None:
    heel = data["graaf"].tobytes()
    stuk = heel[: len(heel) // 2] if graaf == "half" else graaf
    with pytest.raises(ValueError, match="graaf"):
        Netwerk(data | {"graaf": np.frombuffer(stuk, dtype=np.uint8)})


def test_een_soort_die_het_netwerk_niet_kent_laat_de_woorden_verder_lezen(
    data: dict[str, np.ndarray], tmp_path: Path
) -> None:
    kop = json.loads(data["kop"].tobytes())
    kop["soorten"] = ["" if soort == "verwaarlozing" else soort for soort in kop["soorten"]]
    np.savez(tmp_path / NETWERK, **(data | {"kop": np.frombuffer(json.dumps(kop).encode(), dtype=np.uint8)}))
    (tmp_path / "model.yml").write_text((DATA / "model.yml").read_text())
    gewoon = [json.dumps({"text": zin}) for zin in GEWOON]
    (tmp_path / "klein.jsonl").write_text("\n".join([bericht.model_dump_json() for bericht in GEVAAR] + gewoon))
    with capture_logs() as regels:
        model = gevaarmodel(None, tmp_path)
    assert model.netwerk is None
    assert model.weeg("hij knijpt de peuter") is not None
    assert [regel["event"] for regel in regels] == ["gevaarnetwerk_weg"]


def test_het_bestand_zegt_waarvan_het_leerde() -> None:
    assert NET.geleerd["berichten"] > 50_000
    assert len(NET.geleerd["vingerafdruk"]) == len(vingerafdruk())
