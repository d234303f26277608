"""Who is likely to ask this, learnt from for whom each article is written: for a visitor who has not said who they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

import numpy as np
from scipy.sparse import csr_matrix

from knowledge.learning import leer_lineair
from knowledge.models import Artikel, Rol

SCHERPTE = 4.0  # turns margins into how well each reader fits; chosen on authors the model had not read
ROLLEN: tuple[Rol, ...] = get_args(Rol)


class Lezers:
    """A linear model from the words of a question to its reader; without enough to learn from, every reader fits."""

    def __init__(self, artikelen: Sequence[Artikel], gewichten: Any, bias: Any) -> None:
        self.gewichten, self.bias = gewichten, bias
        self._voor = np.array([[rol in artikel.doelgroep for rol in ROLLEN] for artikel in artikelen]).T

    @classmethod
    def leer(cls, artikelen: Sequence[Artikel], matrix: csr_matrix, regel_van: Sequence[int]) -> Lezers:
        """Learn from these lines, each with the number of its article; articles for several readers teach nothing."""
        duidelijk = [n for n, nummer in enumerate(regel_van) if len(artikelen[nummer].doelgroep) == 1]
        rollen = np.array([ROLLEN.index(artikelen[regel_van[n]].doelgroep[0]) for n in duidelijk], dtype=int)
        gewichten = np.zeros((matrix.shape[1], len(ROLLEN)), dtype=np.float16)
        bias = np.zeros(len(ROLLEN), dtype=np.float32)
        soorten = np.unique(rollen)
        if len(soorten) > 2:  # with two, liblinear gives one row; no real content has so few
            model = leer_lineair(matrix[duidelijk], rollen, c=0.1)
            bias[:] = -np.inf
            gewichten[:, soorten], bias[soorten] = model.coef_.T, model.intercept_
        return cls(artikelen, gewichten, bias)

    @classmethod
    def uit_data(cls, artikelen: Sequence[Artikel], data: Mapping[str, Any]) -> Lezers:
        """The opposite of `als_data`."""
        return cls(artikelen, data["lezer_gewichten"], data["lezer_bias"])

    def als_data(self) -> dict[str, Any]:
        """Weights and bias, to be stored as plain arrays."""
        return {"lezer_gewichten": self.gewichten, "lezer_bias": self.bias}

    def past(self, rij: csr_matrix, rol: Rol | None) -> Any:
        """For every article between 0 and 1 how well it fits the reader: the one that is known, else the likely ones."""
        if rol is not None:
            return self._voor[ROLLEN.index(rol)].astype(float)
        marges = rij.data @ self.gewichten[rij.indices].astype(np.float32) + self.bias
        kansen = np.exp(SCHERPTE * (marges - marges.max()))
        return (self._voor * kansen[:, None]).max(axis=0)
