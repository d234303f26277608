"""Answering a question: which article, how sure, and what to say when it is not sure. Used by Rasa's action and by fallback."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from actions.clauses import delen, zonder_taalexcuus
from actions.kaarten import Kaart, Kandidaat, Keuze, Keuzes, Route
from actions.present import artikelkaart
from knowledge.base import Kennisbank
from knowledge.models import Artikel, Gemeente, Rol
from knowledge.searching import Treffer

Zekerheid = Literal["zeker", "dichtbij", "keuze", "onbegrepen"]
# Set on questions written by others than the authors of the articles: see docs/meten.md
ZEKER, DICHTBIJ, MINIMAAL = 0.70, 0.25, 0.08
VERSCHIL = 1.6  # how many times likelier than the next topic a close answer must be
BUITEN_BEREIK = 0.5  # probability from which a question is not ours to answer
VREEMD = 0.12  # similarity to the nearest example below which a question is not about anything we know
HEEL_VREEMD = 0.08  # the same for who is sure of the topic: the loose questions of a topic lie outside every article
KANDIDATEN, PER_ONDERWERP = 5, 2
IETS_ANDERS = Keuze(label="Iets anders", keuze="andere_vraag")
EEN_MENS = Keuze(label="Ik wil iemand spreken", keuze="wil_mens")


@dataclass(frozen=True)
class Antwoord:
    """What search led to: how sure, the article if there is one, and all candidates."""

    zekerheid: Zekerheid
    treffers: Sequence[Treffer]
    artikel: Artikel | None = None
    kandidaten: list[Kandidaat] = field(default_factory=list)

    @property
    def buiten(self) -> float:
        """How likely it is that the question is not ours to answer."""
        return self.treffers[0].buiten if self.treffers else 0.0

    @property
    def buiten_bereik(self) -> bool:
        """Whether the question is most likely not ours to answer."""
        return _is_buiten(self.treffers)


def zoek_antwoord(
    kennis: Kennisbank,
    vraag: str,
    *,
    rol: Rol | None = None,
    leeftijd: float | None = None,
    onderwerpen: Sequence[str] | None = None,
) -> Antwoord:
    """The best article for a question, within these topics when given, judged sure, close, a choice or not understood."""
    alle = kennis.zoek(zonder_taalexcuus(vraag), rol=rol, leeftijd=leeftijd, aantal=60)
    treffers = (
        _gespreid(alle) if onderwerpen is None else [t for t in alle if t.artikel.onderwerp in onderwerpen][:KANDIDATEN]
    )
    zekerheid = _oordeel(treffers)
    return Antwoord(
        zekerheid=zekerheid,
        treffers=treffers,
        artikel=treffers[0].artikel if zekerheid in ("zeker", "dichtbij") else None,
        kandidaten=[
            Kandidaat(onderwerp=t.artikel.onderwerp, artikel=t.artikel.id, score=min(t.score, 1.0)) for t in treffers
        ],
    )


def zeker_onderwerp(kennis: Kennisbank, tekst: str) -> str | None:
    """The topic that search is sure this is about, or None."""
    treffers = kennis.zoek(tekst, aantal=1)
    return treffers[0].artikel.onderwerp if treffers and treffers[0].score >= ZEKER else None


def onderwerp_uit(kennis: Kennisbank, verhaal: Sequence[str]) -> str | None:
    """The topic of a story: of a message by itself, the last one first, or of all of it; else of the part that search is
    surest of. None when that is not clear."""
    for tekst in dict.fromkeys([*reversed(verhaal), " ".join(verhaal)]):
        antwoord = zoek_antwoord(kennis, tekst)
        if antwoord.artikel is not None and route_van(antwoord.artikel, kennis) == "kennis":
            return antwoord.artikel.onderwerp
    stukken = [kennis.zoek(deel, aantal=1) for zin in verhaal for deel in delen(zin)]
    beste = max((gevonden[0] for gevonden in stukken if gevonden), key=lambda treffer: treffer.score, default=None)
    return beste.artikel.onderwerp if beste is not None and beste.score >= ZEKER else None


def _gespreid(treffers: Sequence[Treffer]) -> list[Treffer]:
    """The best five, at most two of a topic: a choice then names three topics, also beside a topic with many articles."""
    keer: Counter[str] = Counter()
    beste = []
    for treffer in treffers:
        keer[treffer.artikel.onderwerp] += 1
        if keer[treffer.artikel.onderwerp] <= PER_ONDERWERP:
            beste.append(treffer)
    return beste[:KANDIDATEN]


def _is_buiten(treffers: Sequence[Treffer]) -> bool:
    return bool(treffers) and treffers[0].buiten > BUITEN_BEREIK


def _oordeel(treffers: Sequence[Treffer]) -> Zekerheid:
    """Sure, close, a choice between topics, or not understood; the scores are probabilities."""
    if not treffers or _is_buiten(treffers) or treffers[0].score < MINIMAAL:
        return "onbegrepen"
    eerste = treffers[0].score
    if max(treffer.gelijkenis for treffer in treffers) < (VREEMD if eerste < ZEKER else HEEL_VREEMD):
        return "onbegrepen"
    ander = next((t.score for t in treffers if t.artikel.onderwerp != treffers[0].artikel.onderwerp), 0.0)
    if eerste >= ZEKER:
        return "zeker"
    return "dichtbij" if eerste >= DICHTBIJ and eerste >= VERSCHIL * ander else "keuze"


def keuzekaart(
    treffers: Sequence[Treffer], *, aantal: int = 3, verder: Sequence[Keuze] = (IETS_ANDERS, EEN_MENS)
) -> Keuzes:
    """The nearest articles, one for each topic, as buttons; then the ways on when it is none of these."""
    per_onderwerp: dict[str, Artikel] = {}
    for treffer in treffers:
        per_onderwerp.setdefault(treffer.artikel.onderwerp, treffer.artikel)
    knoppen = [Keuze(label=a.titel, keuze=f"artikel:{a.id}") for a in list(per_onderwerp.values())[:aantal]]
    return Keuzes(keuzes=[*knoppen, *verder])


def toon(artikel: Artikel, kennis: Kennisbank, gemeente: Gemeente) -> list[Kaart]:
    """The article as it is shown, with the questions people ask next as buttons."""
    return [artikelkaart(artikel, kennis, gemeente)]


def vervolgknoppen(artikel: Artikel, kennis: Kennisbank, getoond: Sequence[str]) -> list[Keuze]:
    """The questions people ask next, for articles that may be given and were not shown yet."""
    return [
        Keuze(label=volgende.vraag, keuze=f"artikel:{volgende.artikel}")
        for volgende in artikel.vervolg
        if kennis.te_geven(volgende.artikel) and volgende.artikel not in getoond
    ][:2]


def route_van(artikel: Artikel, kennis: Kennisbank) -> Route:
    """Where an answer from this article leads: arranging help is practical, the rest is knowledge."""
    return "praktisch" if kennis.onderwerpen[artikel.onderwerp].thema == "hulp-regelen" else "kennis"
