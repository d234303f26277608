"""A conversation that shows one or more vermogens: a Gesprek with its numbers, a moment, and demands on single beurten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import Field, TypeAdapter, model_validator

from api.cli_vermogens import AANTAL, GESPREKKEN, lees_yml
from assistant.measure.conversations import Gesprek
from assistant.measure.outcomes import Patroon
from assistant.measure.play import Spel

MOMENTEN = {
    "overdag": datetime(2026, 11, 24, 9, 30, tzinfo=UTC),  # a Tuesday, the JGT is open
    "avond": datetime(2026, 11, 24, 20, 30, tzinfo=UTC),
}


class VermogenGesprek(Gesprek):
    """`op` and `niet_op` are what must and must not be seen or said in the beurt of that number."""

    vermogen: tuple[Annotated[int, Field(ge=1, le=AANTAL)], ...] = Field(min_length=1)
    moment: Literal["overdag", "avond"] = "overdag"
    op: Mapping[int, tuple[Patroon, ...]] = {}
    niet_op: Mapping[int, tuple[Patroon, ...]] = {}
    nog_niet: str = ""

    @model_validator(mode="after")
    def _beurten_bestaan(self) -> Self:
        onbekend = {*self.op, *self.niet_op} - set(range(1, len(self.beurten) + 1))
        if onbekend:
            raise ValueError(f"beurt {min(onbekend)} is er niet")
        return self

    @model_validator(mode="after")
    def _kan_falen(self) -> Self:
        wel = self.resultaat.mens or self.resultaat.model_dump(exclude={"mens"}, exclude_defaults=True)
        if not (wel or self.niet.model_dump(exclude_defaults=True) or self.op or self.niet_op):
            raise ValueError("dit gesprek vraagt niets")
        return self

    def tijdstip(self) -> datetime:
        """When this conversation takes place."""
        return MOMENTEN[self.moment]

    def ook(self, spel: Spel) -> Iterator[str]:
        """What is not as it should be in one beurt, in words."""
        for nummer, beurt in enumerate(spel.beurten, 1):
            alles = "\n".join((*beurt.gezien, beurt.gezegd))
            for patroon in self.op.get(nummer, ()):
                if not re.search(patroon, alles, re.I | re.M):
                    yield f"niet in beurt {nummer}: {patroon}"
            for patroon in self.niet_op.get(nummer, ()):
                if re.search(patroon, alles, re.I | re.M):
                    yield f"toch in beurt {nummer}: {patroon}"


ALLE = TypeAdapter(list[VermogenGesprek])


def lees_gesprekken() -> dict[str, VermogenGesprek]:
    """The conversations by id; raises ValueError for an id that is used twice."""
    alle: dict[str, VermogenGesprek] = {}
    for pad in sorted(GESPREKKEN.glob("*.yml")):
        for gesprek in ALLE.validate_python(lees_yml(pad)["gesprekken"]):
            if gesprek.id in alle:
                raise ValueError(f"{pad.name}: deze id staat er twee keer: {gesprek.id}")
            alle[gesprek.id] = gesprek
    return alle
