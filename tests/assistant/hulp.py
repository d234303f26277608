"""A beurt in gemeente Dam, and a brain that says what the test tells it to."""

from __future__ import annotations

from typing import Any

from actions.kaarten import Kaart
from assistant.beurt import Beurt
from assistant.brain.brain import BreinWeg, Vraag
from assistant.brain.processor import Reactie
from assistant.brain.state import Toestand
from knowledge.base import Kennisbank
from tests.actions.hulp import GEMEENTE, MAANDAG


def beurt(ruw: str = "", **meer: Any) -> Beurt:
    """A message on a Monday morning, not cleaned yet."""
    return Beurt(ruw, MAANDAG, "gesprek-1", **({"gemeente": GEMEENTE} | meer))


def echt(kennis: Kennisbank, ruw: str = "", **meer: Any) -> Beurt:
    """The same in one of the shipped gemeenten."""
    return beurt(ruw, gemeente=kennis.gemeente("kaag-en-braassem"), **meer)


class NepBrein:
    """Gives this reaction, or is away for this reason; keeps what it was asked."""

    def __init__(
        self,
        *kaarten: Kaart,
        over: dict[str, Any] | None = None,
        toestand: Toestand | None = None,
        weg: str | None = None,
    ) -> None:
        self._weg = weg
        self.vragen: list[Vraag] = []
        berichten: list[dict[str, Any]] = [{"custom": {"kaart": kaart.model_dump(mode="json")}} for kaart in kaarten]
        berichten += [{"custom": {"over": over}}] if over else []
        self.reactie = Reactie(berichten, toestand or Toestand(), "groet", 0.9)

    def beurt(self, vraag: Vraag) -> Reactie:
        """As the real brain does it."""
        self.vragen.append(vraag)
        if self._weg:
            raise BreinWeg(self._weg)
        return self.reactie
