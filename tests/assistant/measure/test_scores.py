"""Precision, recall, F1 and their bootstrap interval."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import f1_score, precision_recall_fscore_support

from assistant.measure.scores import Score, f1_interval, interval, macro_f1, per_soort, score_regel

PAREN = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "b"), ("c", "a"), ("c", "c"), ("c", "c"), ("a", "a")]


def test_precisie_vangst_en_f1_zijn_die_van_scikit_learn() -> None:
    verwacht, gegeven = zip(*PAREN, strict=True)
    precisie, vangst, f1, aantal = precision_recall_fscore_support(verwacht, gegeven, labels=["a", "b", "c"])
    scores = per_soort(PAREN)
    assert list(scores) == ["a", "b", "c"]
    assert [score.precisie for score in scores.values()] == pytest.approx(list(precisie))
    assert [score.vangst for score in scores.values()] == pytest.approx(list(vangst))
    assert [score.f1 for score in scores.values()] == pytest.approx(list(f1))
    assert [score.verwacht for score in scores.values()] == list(aantal)
    assert macro_f1(PAREN)[0] == pytest.approx(f1_score(verwacht, gegeven, average="macro"))


def test_wat_nergens_verwacht_wordt_telt_niet_als_eigen_soort_maar_wel_als_fout() -> None:
    assert per_soort([("a", "a"), ("a", "x")]) == {"a": Score(1, 2, 1)}
    assert macro_f1([("a", "a"), ("a", "x")])[0] == pytest.approx(2 / 3)


def test_zonder_iets_om_te_tellen_is_alles_nul() -> None:
    assert (Score(0, 0, 0).precisie, Score(0, 0, 0).vangst, Score(0, 0, 0).f1) == (0.0, 0.0, 0.0)


def test_de_marge_is_elke_keer_dezelfde_en_ligt_om_het_cijfer() -> None:
    paren = PAREN * 20
    score, marge = macro_f1(paren)
    assert macro_f1(paren) == (score, marge)
    assert marge[0] < score < marge[1]


def test_meer_berichten_geven_een_smallere_marge() -> None:
    def breedte(keer: int) -> float:
        laag, hoog = macro_f1(PAREN * keer)[1]
        return hoog - laag

    assert breedte(100) < breedte(10) / 2


def test_alles_goed_heeft_geen_marge_en_niets_gemeten_de_hele() -> None:
    assert macro_f1([("a", "a"), ("b", "b")] * 5) == (1.0, (1.0, 1.0))
    assert interval(0, lambda _: 0.0) == (0.0, 1.0)


def test_de_marge_van_een_gemiddelde_klopt_met_de_formule() -> None:
    """Of a share of 0.2 over 400 the normal interval is 0.2 plus or minus 1.96 * 0.02."""
    goed = np.array([1] * 80 + [0] * 320)
    assert interval(400, lambda plekken: float(goed[plekken].mean())) == pytest.approx((0.161, 0.239), abs=0.004)


def test_de_marge_van_een_f1_ligt_om_die_f1() -> None:
    rijen = [(True, True, True)] * 80 + [(False, True, False)] * 10 + [(False, False, True)] * 10
    laag, hoog = f1_interval(rijen)
    assert laag < 2 * 80 / 180 < hoog
    assert f1_interval([(True, True, True)] * 9) == (1.0, 1.0)


def test_een_regel_noemt_cijfer_en_marge() -> None:
    assert score_regel("F1", 0.5, (0.4, 0.6)).split() == ["F1", "0.500", "(0.400", "-", "0.600)"]
