"""A brain that says what a test wants, so that the pages can be tested without Rasa."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from actions.kaarten import AanmeldingKaart, Kaart, Keuze, Keuzes, Tekst
from assistant.brain.brain import BreinWeg, Vraag


@dataclass
class Toestand:
    """Where Rasa stands."""

    slots: dict[str, Any] = field(default_factory=dict)
    formulier: str | None = None

    def naar_bytes(self) -> bytes:
        return b"toestand"


@dataclass
class Reactie:
    """What Rasa answers."""

    berichten: list[dict[str, Any]]
    toestand: Toestand = field(default_factory=Toestand)
    intent: str = "vraag"


class Naprater:
    """Repeats the message and offers two buttons; on 'wil_aanmelden' shows the aanmelding with `velden`."""

    stand = "gereed"

    def __init__(self) -> None:
        self.velden: dict[str, Any] = {}
        self.gehoord: list[str] = []
        self.weg = False

    def start(self) -> None:
        pass

    def stop(self) -> None:
        pass

    def beurt(self, vraag: Vraag) -> Reactie:
        if self.weg:
            raise BreinWeg("fout")
        self.gehoord.append(vraag.tekst)
        knoppen = Keuzes(
            keuzes=[Keuze(label="Bel mij terug", keuze="wil_aanmelden"), Keuze(label="Nee, nu niet", keuze="nee")]
        )
        kaarten: list[Kaart] = [Tekst(tekst=f"Je zei: {vraag.tekst}"), knoppen]
        if vraag.tekst == "/wil_aanmelden":
            kaarten = [AanmeldingKaart(velden=self.velden)]
        return Reactie([{"custom": {"kaart": kaart.model_dump(mode="json", exclude_none=True)}} for kaart in kaarten])
