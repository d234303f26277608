"""Learning a linear model from texts, the same way every time."""

from __future__ import annotations

import threading
from typing import Any

_EEN_TEGELIJK = threading.Lock()  # liblinear draws its random numbers from one source for the whole process


def leer_lineair(matrix: Any, klassen: Any, *, c: float, tol: float = 1e-4, gewichten: Any = None) -> Any:
    """A fitted LinearSVC; the same input gives the same weights, whatever else is being learnt in this process."""
    from sklearn.svm import LinearSVC  # only learning needs it

    with _EEN_TEGELIJK:
        return LinearSVC(C=c, tol=tol, class_weight=gewichten, random_state=0).fit(matrix, klassen)
