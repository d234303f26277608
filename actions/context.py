"""What every action may use: the kennisbank, the texts, and the facts of this beurt that travel with the message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rasa_sdk import Tracker

from actions.clauses import inhoud, zonder_tussenwerpsel
from actions.kaarten import Contact, Kaart, Tekst
from actions.present import contactkaart
from actions.texts import Teksten
from knowledge.base import Kennisbank
from knowledge.current import KennisHouder
from knowledge.models import Gemeente

ZEGT_MEER = 2  # words beside the facts from which there is something to search with


@dataclass(frozen=True)
class Gereedschap:
    """The parts that live as long as the process."""

    kennis: KennisHouder
    teksten: Teksten


@dataclass(frozen=True)
class Situatie:
    """One beurt as an action sees it: who writes, from which gemeente, what is known so far."""

    kennis: Kennisbank
    teksten: Teksten
    gemeente: Gemeente
    nu: datetime
    slots: dict[str, Any]
    tekst: str
    intent: str
    zekerheid: float
    kiem: str
    alleen_feiten: bool = False
    noemt_leeftijd: bool = False
    noemt_kern: bool = False
    los_woord: str = ""

    @classmethod
    def van(cls, tracker: Tracker, gereedschap: Gereedschap) -> Situatie:
        """The situation of the latest message in this tracker."""
        bericht = tracker.latest_message
        meta = bericht.get("metadata") or {}
        kennis = gereedschap.kennis.nu
        intent = bericht.get("intent") or {}
        tekst = bericht.get("text") or ""
        feiten = bericht.get("entities") or []
        naast = woorden_naast(tekst, feiten)
        alleen_feiten = len(naast) < ZEGT_MEER
        return cls(
            kennis=kennis,
            teksten=gereedschap.teksten,
            gemeente=kennis.gemeente(meta["gemeente"]),
            nu=datetime.fromisoformat(meta["nu"]),
            slots=tracker.current_slot_values(),
            tekst="" if tekst.startswith("/") else tekst,  # a button says nothing in the visitor's own words
            intent=intent.get("name") or "",
            zekerheid=float(intent.get("confidence") or 0.0),
            kiem=str(meta.get("kiem", "")),
            alleen_feiten=alleen_feiten,
            los_woord=" ".join(naast) if alleen_feiten else "",
            noemt_leeftijd=any(feit.get("entity") == "leeftijd" for feit in feiten),
            noemt_kern=any(feit.get("entity") == "kern" for feit in feiten),
        )

    @property
    def rol(self) -> Any:
        """Who is chatting, or None while that is unknown."""
        return self.slots.get("rol")

    @property
    def leeftijd(self) -> float | None:
        """The child's age in years, or None while that is unknown."""
        waarde = self.slots.get("kind_leeftijd")
        jaren = waarde.get("jaren") if isinstance(waarde, dict) else None
        return float(jaren) if jaren is not None else None

    @property
    def kern(self) -> str | None:
        """The kern id, or None while it is unknown or skipped."""
        waarde = self.slots.get("kern")
        return waarde.get("id") if isinstance(waarde, dict) else None

    def zeg(self, tekst_id: str, **waarden: str) -> Tekst:
        """A text for this reader, with the variant that belongs to this beurt."""
        nummer = f" ({self.gemeente.telefoon})" if self.gemeente.telefoon else ""
        vast = {"gemeente": self.gemeente.naam, "telefoon": nummer}
        return self.teksten.zeg(tekst_id, rol=self.rol, kiem=self.kiem, **vast | waarden)

    def zeg_met_knoppen(self, tekst_id: str, **waarden: str) -> list[Kaart]:
        """A text followed by the quick replies that belong to it."""
        knoppen = self.teksten.knoppen(tekst_id)
        return [self.zeg(tekst_id, **waarden), *([knoppen] if knoppen else [])]

    def contact(self) -> Contact:
        """How to reach the JGT now: the team of the kern where that is known."""
        team = self.gemeente.team_van(self.kern) if self.kern else None
        return contactkaart(self.gemeente, team, self.nu, self.zeg("contact_uitleg").tekst)


def zegt_meer(tekst: str, feiten: Iterable[Mapping[str, Any]]) -> bool:
    """Whether words are left to search with, once the facts (an age, a duration, who writes) are taken out."""
    return len(woorden_naast(tekst, feiten)) >= ZEGT_MEER


def woorden_naast(tekst: str, feiten: Iterable[Mapping[str, Any]]) -> list[str]:
    """The words that say something beside these facts."""
    rest = list(zonder_tussenwerpsel(tekst))
    for feit in feiten:
        begin, eind = feit.get("start") or 0, feit.get("end") or 0
        rest[begin:eind] = " " * (eind - begin)
    return inhoud("".join(rest))
