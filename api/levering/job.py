"""One attempt at one delivery: what to deliver, what already succeeded, and where that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.aanmelding.store import open_velden
from api.context import Huis
from api.database.tables import AanmeldingRij, LeveringRij
from api.levering import store


@dataclass
class Post:
    """A row that is ours until its term: a sign without content, whatever it belongs to."""

    huis: Huis
    levering: LeveringRij
    voortgang: dict[str, Any]

    @property
    def merk(self) -> str:
        """The same at every attempt, another one for every other event: by this a receiver knows what it already has."""
        return store.kluis_van(self.levering, self.huis.bos).merk("levering")

    def bewaar(self, **stap: Any) -> None:
        """Keep what just succeeded before anything else is done; raises Overgenomen when the row is no longer ours."""
        self.voortgang |= stap
        with self.huis.database.schrijven() as sessie:
            store.bewaar_voortgang(sessie, self.huis.bos, self.levering, self.voortgang, nu=self.huis.klok())


@dataclass
class Klus(Post):
    """The same, with the aanmelding as it is now."""

    aanmelding: AanmeldingRij

    @classmethod
    def begin(cls, huis: Huis, levering: LeveringRij) -> Klus:
        """Opened; raises SleutelFout when it cannot be."""
        with huis.database.lezen() as sessie:
            aanmelding = sessie.get_one(AanmeldingRij, levering.aanmelding_id)
        return cls(huis, levering, store.open_voortgang(levering, huis.bos), aanmelding)

    @property
    def velden(self) -> dict[str, Any]:
        """The approved fields; empty when the text was wiped."""
        return open_velden(self.aanmelding, self.huis.bos)

    @property
    def gewist(self) -> bool:
        """Whether the text of the family is gone."""
        return self.aanmelding.sleutel is None
