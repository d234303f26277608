"""Dutch words made comparable, and texts made into rows of numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import hstack

from knowledge.words import Kenmerken, lemma, lemmas, normaliseer

ZINNEN = ["mijn kind slaapt niet", "de baby huilt de hele nacht", "ruzie met mijn puber over school"]


@pytest.mark.parametrize(
    ("ruw", "gelijk"),
    [
        ("Eén", "een"),
        ("ZOË", "zoe"),
        ("neeeeee", "nee"),
        ("slaaaapt", "slaapt"),
        ("zee", "zee"),
        ("ﬁets", "fiets"),
        ("straße", "strasse"),
        ("", ""),
    ],
)
def test_schrijfwijzen_vallen_samen(ruw: str, gelijk: str) -> None:
    assert normaliseer(ruw) == gelijk


def test_normaliseren_is_na_een_keer_klaar() -> None:
    for tekst in ("Héééél érg", "ÇA VA", "aaab", *ZINNEN):
        assert normaliseer(normaliseer(tekst)) == normaliseer(tekst)


@pytest.mark.parametrize(("woord", "vorm"), [("kinderen", "kind"), ("ouders", "ouder"), ("scholen", "school")])
def test_een_woord_krijgt_zijn_woordenboekvorm(woord: str, vorm: str) -> None:
    assert lemma(woord) == vorm


def test_lemmas_laten_leestekens_weg() -> None:
    assert lemmas("Kinderen, ouders!") == "kind ouder"


def test_een_typfout_lijkt_meer_op_het_goede_woord_dan_op_een_ander() -> None:
    kenmerken = Kenmerken()
    matrix = kenmerken.leer(ZINNEN).toarray()
    gelijk = matrix @ kenmerken.van(["mn kindje slaaptt niett"]).toarray().ravel()
    assert int(gelijk.argmax()) == 0


def test_andere_woordvormen_tellen_in_plaats_van_de_eigen_lemmas() -> None:
    kenmerken = Kenmerken()
    kenmerken.leer(ZINNEN, ["aap", "noot", "mies"])
    met, zonder = kenmerken.van(["zzz"], ["noot"]), kenmerken.van(["zzz"], ["wim"])
    assert met.nnz > zonder.nnz


def test_kenmerken_als_data_geven_dezelfde_rijen_terug() -> None:
    kenmerken = Kenmerken(tekens=(2, 4))
    kenmerken.leer(ZINNEN)
    kopie = Kenmerken.uit_data(*kenmerken.als_data(), tekens=(2, 4))
    vraag = ["waarom slaapt mijn puber niet op school"]
    np.testing.assert_allclose(kenmerken.van(vraag).toarray(), kopie.van(vraag).toarray(), rtol=1e-6)


def test_onbekende_tekens_geven_een_lege_rij() -> None:
    kenmerken = Kenmerken()
    kenmerken.leer(ZINNEN)
    assert kenmerken.van(["☃☃☃"]).nnz == 0


GELEERD = Kenmerken(tekens=(3, 5), woorden=(1, 3))
GELEERD.leer(
    [
        "onze peuter wil niet slapen en huilt 's nachts",
        "hij huilt, hij huilt en hij huilt",
        "ik weet 't niet meer: é ï ß a bb",
        "slaapt slecht... slaapt hij slecht?",
    ]
)


WOORDEN = ("onze", "peuter", "wil", "niet", "slapen", "hij", "huilt", "'t", "a", "é", "ß", "slecht?", "\t", "\n")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WOORDEN)).map(" ".join)), min_size=1, max_size=4)
)
def test_de_rijen_zijn_die_van_de_telramen_die_het_leerden(teksten: list[str]) -> None:
    vormen = [lemmas(tekst) for tekst in teksten]
    verwacht = hstack(
        [GELEERD._tekens.transform(map(normaliseer, teksten)), GELEERD._woorden.transform(vormen)]
    ).toarray()
    assert np.abs(GELEERD.van(teksten).toarray() - verwacht).max() < 1e-6


def test_een_woord_dat_terugkomt_telt_elke_keer() -> None:
    een, twee = (rij[rij > 0] for rij in GELEERD.van(["huilt slecht", "huilt huilt slecht"]).toarray())
    assert len(een) == len(twee)
    assert not np.allclose(een, twee)
