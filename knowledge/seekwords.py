"""The words by which people look for help nearby, and which kind of place each of them means."""

from __future__ import annotations

from pydantic import Field, model_validator

from knowledge.models import Model, Slug, Voorziening, Zin


class Begrip(Model):
    """A kind of help under all its names. `kaal` words tell the shape only ('a course'): what it is about picks the place."""

    id: Slug
    woorden: tuple[Zin, ...] = Field(min_length=1)
    soort: tuple[Zin, ...] = ()
    plek: tuple[Slug, ...] = ()
    kaal: bool = False

    @model_validator(mode="after")
    def _wijst_ergens_heen(self) -> Begrip:
        if not (self.soort or self.plek):
            raise ValueError("noem een soort of een plek")
        return self

    def hoort_bij(self, voorziening: Voorziening) -> bool:
        """Whether these words mean a place like this one."""
        return voorziening.soort in self.soort or voorziening.id in self.plek
