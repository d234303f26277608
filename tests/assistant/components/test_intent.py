"""The intent classifier: it learns, it is stored without code, it loads the same, and it knows when it does not know."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.exceptions import InvalidConfigException

from assistant.components.intent import LinearIntentClassifier
from assistant.components.tokenizer import DutchTokenizer
from tests.assistant.components.hulp import CONTEXT, ZINNEN, bericht, leerzinnen, ongetraind


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a classifier was trained and stored."""
    map_ = tmp_path_factory.mktemp("model")
    assert ongetraind(map_).train(leerzinnen()).name == "intent"
    return map_


def _geladen(map_: Path, **instellingen: object) -> LinearIntentClassifier:
    config = LinearIntentClassifier.get_default_config() | instellingen
    return LinearIntentClassifier.load(config, LocalModelStorage(map_), Resource("intent"), CONTEXT)


def _intent(component: LinearIntentClassifier, tekst: str) -> dict[str, object]:
    return dict(component.process([bericht(tekst)])[0].get("intent"))


def test_het_leert_de_voorbeelden_en_herkent_wat_erop_lijkt(map_: Path) -> None:
    component = _geladen(map_)
    for intent, zinnen in ZINNEN.items():
        assert all(_intent(component, zin)["name"] == intent for zin in zinnen)
    assert _intent(component, "Halloooo daarr")["name"] == "groet"
    assert _intent(component, "mn kindje slaapt neit")["name"] == "vraag"


def test_geladen_geeft_het_precies_dezelfde_kansen_als_getraind(tmp_path: Path) -> None:
    getraind = ongetraind(tmp_path)
    getraind.train(leerzinnen())
    for zin in ("hallo", "bedankt", "slaapt niet", "iets heel anders"):
        een, twee = (c.process([bericht(zin)])[0].get("intent_ranking") for c in (getraind, _geladen(tmp_path)))
        assert [r["name"] for r in een] == [r["name"] for r in twee]
        assert [r["confidence"] for r in een] == pytest.approx([r["confidence"] for r in twee], abs=1e-6)


def test_kansen_tellen_op_tot_een_en_lopen_af(map_: Path) -> None:
    lijst = _geladen(map_, threshold=0.0).process([bericht("goedemorgen, dank")])[0].get("intent_ranking")
    kansen = [regel["confidence"] for regel in lijst]
    assert sum(kansen) == pytest.approx(1, abs=1e-5)
    assert kansen == sorted(kansen, reverse=True)


def test_wat_bewaard_wordt_bevat_geen_code(map_: Path) -> None:
    bestanden = sorted(pad for pad in map_.rglob("*") if pad.is_file())
    assert [pad.name for pad in bestanden] == ["intent.json", "intent.npz"]
    with zipfile.ZipFile(bestanden[1]) as reeksen:
        for naam in reeksen.namelist():
            kop = reeksen.read(naam)[:256]
            assert kop.startswith(b"\x93NUMPY")
            assert b"|O" not in kop, "een reeks van objecten is een pickle"


def test_onder_de_drempel_is_het_een_vraag_voor_de_zoekmachine(map_: Path) -> None:
    bericht_ = _geladen(map_, threshold=0.9999).process([bericht("hallo daar")])[0]
    assert bericht_.get("intent")["name"] == "vraag"
    assert bericht_.get("intent")["confidence"] < 0.9999
    namen = [regel["name"] for regel in bericht_.get("intent_ranking")]
    assert namen[:2] == ["vraag", "groet"]
    assert len(namen) == len(set(namen))


def test_zonder_een_woord_dat_geleerd_is_moet_het_zekerder_zijn(map_: Path) -> None:
    los, streng = (_geladen(map_, threshold=0.0, unknown=grens) for grens in (0.0, 0.999))
    for zin, intent in {"halloooow": "vraag", "hallo": "groet"}.items():
        assert _intent(los, zin)["name"] == "groet"
        assert _intent(streng, zin)["name"] == intent


def test_waar_een_twijfelgeval_heen_gaat_is_in_te_stellen(map_: Path) -> None:
    assert _intent(_geladen(map_, threshold=0.9999, otherwise="groet"), "ze eet geen groente")["name"] == "groet"


def test_de_intentie_van_een_knop_blijft_staan(map_: Path) -> None:
    knop = {"name": "wil_mens", "confidence": 1.0}
    bericht_ = _geladen(map_).process([bericht("/wil_mens", intent=knop)])[0]
    assert bericht_.get("intent") == knop
    assert bericht_.get("intent_ranking") is None


def test_een_bericht_zonder_tekst_wordt_overgeslagen(map_: Path) -> None:
    assert _geladen(map_).process([bericht("")])[0].get("intent") is None


@pytest.mark.parametrize("drempel", [-0.1, 1, 1.5])
def test_een_onmogelijke_drempel_wordt_geweigerd_met_een_gewone_zin(tmp_path: Path, drempel: float) -> None:
    with pytest.raises(InvalidConfigException, match="'threshold' moet tussen 0 en 1 liggen"):
        ongetraind(tmp_path, threshold=drempel)


@pytest.mark.parametrize("waarde", ["veel", None, [1]])
def test_een_drempel_die_geen_getal_is_wordt_ook_zo_geweigerd(tmp_path: Path, waarde: object) -> None:
    with pytest.raises(InvalidConfigException, match="'threshold' moet tussen 0 en 1 liggen"):
        ongetraind(tmp_path, threshold=waarde)


@pytest.mark.parametrize("waarde", [0, -3, "veel"])
def test_een_onmogelijke_regularisatie_wordt_geweigerd(tmp_path: Path, waarde: object) -> None:
    with pytest.raises(InvalidConfigException, match="'C' moet"):
        ongetraind(tmp_path, C=waarde)


def test_ongetraind_raadt_het_niet(tmp_path: Path) -> None:
    with pytest.raises(InvalidConfigException, match="niet getraind"):
        ongetraind(tmp_path).process([bericht("hallo")])


def test_er_moet_een_tokenizer_voor_staan() -> None:
    assert LinearIntentClassifier.required_components() == [DutchTokenizer]


def test_leerzinnen_houden_hun_eigen_intentie(map_: Path) -> None:
    data = leerzinnen()
    assert _geladen(map_).process_training_data(data) is data
    assert {m.get("intent") for m in data.training_examples} == set(ZINNEN)
