"""One beurt as one visible list of steps. Each step is a small class with one method; each may end the beurt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from actions.kaarten import Kaart, Kandidaat, Route, Tekst, Urgentie
from assistant.gate.danger_model import Weging
from assistant.gate.redact import Vondst
from assistant.gate.urgency import Signaal
from knowledge.models import Gemeente, Rol

Status = Literal["beantwoord", "veiligheid", "andere_taal", "fallback", "mislukt"]


@dataclass
class Beurt:
    """One message of the visitor on its way to a reply. The raw text never leaves this object."""

    ruw: str
    nu: datetime
    gesprek: str
    gemeente: Gemeente | None = None
    volgnummer: int = 1
    keuze: str | None = None
    rol: Rol | None = None
    toestand: bytes | None = None
    geheugen: dict[str, Any] = field(default_factory=dict)
    # what the steps find out
    tekst: str = ""
    signaal: Signaal | None = None
    weging: Weging | None = None
    taal: str = "nl"
    veilig: str = ""
    vondsten: tuple[Vondst, ...] = ()
    hervat: str | None = None  # what was said before a safety reply and is answered after all
    # what is said back
    kaarten: list[Kaart] = field(default_factory=list)
    route: Route = "onbegrepen"
    onderwerp: str | None = None
    artikel: str | None = None
    kandidaten: list[Kandidaat] = field(default_factory=list)
    velden: dict[str, Any] | None = None
    intent: str | None = None
    formulier: bool = False
    status: Status = "beantwoord"
    klaar: bool = False

    @property
    def plaats(self) -> Gemeente:
        """The gemeente, known once the gesprek was opened."""
        if self.gemeente is None:
            raise RuntimeError("de gemeente van deze beurt is nog niet bekend")
        return self.gemeente

    @property
    def urgentie(self) -> Urgentie | None:
        """The signal as the contract shows it."""
        if self.signaal is None:
            return None
        return Urgentie(niveau=self.signaal.niveau, categorie=self.signaal.categorie, regel=self.signaal.regel)

    def eindig(self, kaarten: Iterable[Kaart], route: Route, status: Status) -> None:
        """Give this reply; the steps after this one are skipped."""
        self.kaarten, self.route, self.status, self.klaar = list(kaarten), route, status, True


class Stap(Protocol):
    """One step of a beurt."""

    def __call__(self, beurt: Beurt) -> None:
        """Read and fill the beurt; call `beurt.eindig` to end it."""


def doorloop(beurt: Beurt, stappen: Iterable[Stap]) -> Beurt:
    """Take the steps in order until one ends the beurt."""
    for stap in stappen:
        if beurt.klaar:
            break
        stap(beurt)
    return beurt


def als_antwoord(beurt: Beurt, concept: Mapping[str, Any] | None) -> dict[str, Any]:
    """The beurt as the contract's JSON (docs: api.md, Chat)."""
    return {
        "route": beurt.route,
        "onderwerp": beurt.onderwerp,
        "artikel": beurt.artikel,
        "kandidaten": [kandidaat.model_dump() for kandidaat in beurt.kandidaten],
        "urgentie": beurt.urgentie.model_dump() if beurt.urgentie else None,
        "taal": beurt.taal,
        "concept": dict(concept) if concept else None,
        "berichten": [kaart.model_dump(mode="json", exclude_none=True) for kaart in beurt.kaarten],
    }


def alleen_tekst(beurt: Beurt) -> str:
    """The reply as plain text, for the command line and for tests."""
    return "\n".join(kaart.tekst for kaart in beurt.kaarten if isinstance(kaart, Tekst))
