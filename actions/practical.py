"""Practical questions about help itself: the intent says which topics may answer, search picks the article.

They are not part of the story for the aanmelding: who asks what it costs has not said yet what the worry is.
"""

from __future__ import annotations

from actions.answer import zoek_antwoord
from actions.base import Actie, Uitkomst
from actions.context import Gereedschap, Situatie
from actions.inform import geef
from knowledge.models import Artikel

ONDERWERPEN: dict[str, tuple[str, ...]] = {
    "actie_wachttijd": ("wachttijd",),
    "actie_klacht": ("klacht-bezwaar",),
    "actie_pgb": ("pgb",),
    "actie_privacy": ("dossier-privacy",),
    "actie_jgt_uitleg": ("jgt", "aanmelden-jgt"),
    "actie_kosten_verwijzing": ("jgt", "specialistische-hulp"),
    "actie_meldcode": ("meldcode",),
}


class ActiePraktisch(Actie):
    """Answers from the topics that belong to one practical intent, and says so when there is no article yet."""

    def __init__(self, gereedschap: Gereedschap, naam: str, onderwerpen: tuple[str, ...]) -> None:
        super().__init__(gereedschap)
        self._naam, self._onderwerpen = naam, onderwerpen

    def name(self) -> str:
        """The name under which rules call this action."""
        return self._naam

    def doe(self, s: Situatie) -> Uitkomst:
        antwoord = zoek_antwoord(s.kennis, s.tekst, rol=s.rol, onderwerpen=self._onderwerpen)
        artikel = antwoord.treffers[0].artikel if antwoord.treffers else self._eerste(s)
        if artikel is None:
            return Uitkomst([s.zeg("mens"), s.contact()], {"wacht_op": None}, "praktisch", self._onderwerpen[0])
        uitkomst = geef(s, artikel, {"laatste_vraag": s.tekst})
        return Uitkomst(
            uitkomst.kaarten, uitkomst.slots, "praktisch", artikel.onderwerp, artikel.id, antwoord.kandidaten
        )

    def _eerste(self, s: Situatie) -> Artikel | None:
        return next((a for a in s.kennis.geldig if a.onderwerp in self._onderwerpen), None)
