"""A route in steps hangs together: no step that cannot be reached, no arrow into nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from knowledge.stroomschema import Stroomschema


def _stap(naam: str, *naar: str) -> dict[str, Any]:
    volgende = [{"als": f"naar {doel}", "naar": doel} for doel in naar]
    return {"id": naam, "titel": naam, "wie": ["jij"], "wanneer": "nu", "doen": "doe dit", "volgende": volgende}


def _schema(*stappen: dict[str, Any], begin: str = "a") -> Stroomschema:
    kop = {"versie": 1, "status": "concept", "eigenaar": "x", "nagekeken_op": date(2026, 11, 22)}
    rest = {"verloopt_op": date(2027, 5, 22), "doelgroep": ["professional"], "bronnen": [], "begin": begin}
    return Stroomschema.model_validate(kop | rest | {"stappen": list(stappen)})


def test_een_schema_met_een_lus_en_een_eind_is_goed() -> None:
    schema = _schema(_stap("a", "b"), _stap("b", "a", "c"), _stap("c"))
    assert [schema.stap(naam) is not None for naam in ("a", "c", "z")] == [True, True, False]


@pytest.mark.parametrize(
    ("stappen", "begin", "uitleg"),
    [
        ([_stap("a", "weg")], "a", "bestaat niet: weg"),
        ([_stap("a")], "b", "bestaat niet: b"),
        ([_stap("a"), _stap("b")], "a", "niet te bereiken: b"),
        ([_stap("a"), _stap("a")], "a", "twee keer"),
    ],
)
def test_wat_niet_samenhangt_wordt_geweigerd_met_uitleg(stappen: list[Any], begin: str, uitleg: str) -> None:
    with pytest.raises(ValidationError, match=uitleg):
        _schema(*stappen, begin=begin)
