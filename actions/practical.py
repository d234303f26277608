"""Practical questions about help itself: the intent says which topics may answer, search picks the article.

They are not part of the story for the aanmelding: who asks what it costs has not said yet what the worry is.
"""

from __future__ import annotations

import re
from typing import Any

from actions.answer import MINIMAAL, Antwoord, route_van, zoek_antwoord
from actions.base import Uitkomst
from actions.consult import BEGIN_MELDCODE, STAP, consultkaarten, toon_consult, vaste_contactpersoon, wat_mee_mag
from actions.context import Gereedschap, Situatie
from actions.inform import GEZIN, ActieAntwoord, beantwoord, blijf_bij, geef
from actions.kaarten import Keuze, Keuzes
from actions.nearby import wat_kost_dat
from actions.supplement import VrijeActie
from actions.told import verteld
from actions.wayfinding import TE_DUUR
from knowledge.models import Artikel

STERK = 0.75  # probability of the intent from which search does not have a say
BIJNA_ZO_GOED = 0.5
VRAAGT_ALLEEN = 16  # words up to which a message asks for a consult and tells nothing yet
GENOEG = 0.1  # score from which an article about consulting is worth showing to who asks on
RUIM_BETER = 2.5  # how many times likelier than the next one an article must be to stand for a first reply
VRAAGT_TERUGBELLEN = re.compile(
    r"\b(?:terug\s?(?:ge)?bel\w*|belt? (?:me|mij|ons)\b|gebeld worden|consult aanvragen)", re.I
)
HOOFDARTIKEL = {"actie_klacht": "klacht-bezwaar/niet-eens-of-klacht"}  # for words that search does not know
OVER_CONSULT = ("consultatie", "toestemming-gezag", "dossier-privacy", "meldcode")
ONDERWERPEN: dict[str, tuple[str, ...]] = {
    "actie_wachttijd": ("wachttijd",),
    "actie_klacht": ("klacht-bezwaar",),
    "actie_pgb": ("pgb",),
    "actie_privacy": ("dossier-privacy",),
    "actie_jgt_uitleg": ("jgt", "aanmelden-jgt"),
    "actie_kosten_verwijzing": ("jgt", "specialistische-hulp"),
}


class ActiePraktisch(VrijeActie):
    """Answers from the topics that belong to one practical intent, and says so when there is no article yet."""

    def __init__(self, gereedschap: Gereedschap, naam: str, onderwerpen: tuple[str, ...]) -> None:
        super().__init__(gereedschap)
        self._naam, self._onderwerpen = naam, onderwerpen

    def name(self) -> str:
        """The name under which rules call this action."""
        return self._naam

    def doe(self, s: Situatie) -> Uitkomst:
        plekken = wat_kost_dat(s) if self._naam == "actie_kosten_verwijzing" else None
        if plekken is not None:
            return plekken
        over_het_kind = self._toch_over_het_kind(s)
        if over_het_kind is not None:
            return over_het_kind
        antwoord = zoek_antwoord(s.kennis, s.tekst, rol=s.rol, onderwerpen=self._onderwerpen)
        artikel = self._kies(s, antwoord)
        if artikel is None:
            return Uitkomst([s.zeg("mens"), s.contact()], {"wacht_op": None}, "praktisch", self._onderwerpen[0])
        if artikel.id in (s.slots.get("getoond") or []):
            uitkomst = blijf_bij(
                s, artikel, {"laatste_vraag": s.tekst, "artikel": artikel.id, "onderwerp": artikel.onderwerp}
            )
        else:
            uitkomst = geef(s, artikel, {"laatste_vraag": s.tekst})
        return Uitkomst(
            uitkomst.kaarten, uitkomst.slots, "praktisch", artikel.onderwerp, artikel.id, antwoord.kandidaten
        )

    def _kies(self, s: Situatie, antwoord: Antwoord) -> Artikel | None:
        """The best article; of two that are nearly as good the one that was not shown yet."""
        al = s.slots.get("getoond") or []
        beste = antwoord.treffers[0].score if antwoord.treffers else 0.0
        nieuw = (t.artikel for t in antwoord.treffers if t.artikel.id not in al and t.score >= beste * BIJNA_ZO_GOED)
        hoofd = s.kennis.te_geven(HOOFDARTIKEL.get(self._naam, "")) if beste < MINIMAAL else None
        if hoofd is not None and hoofd.id not in al:
            return hoofd
        gevonden = next(nieuw, antwoord.treffers[0].artikel if antwoord.treffers else None)
        return gevonden or next((a for a in s.kennis.geldig if a.onderwerp in self._onderwerpen), None)

    def _toch_over_het_kind(self, s: Situatie) -> Uitkomst | None:
        """The answer when the intent was not sure and search is: 'my son has been at home for four months' asks for no leaflet."""
        if s.tekst and TE_DUUR.search(s.tekst):  # what a family cannot pay is no question about what we cost
            return ActieAntwoord(self._gereedschap).doe(s)
        if not s.tekst or s.zekerheid >= STERK:
            return None
        antwoord = zoek_antwoord(s.kennis, s.tekst, rol=s.rol, leeftijd=s.leeftijd)
        if antwoord.zekerheid != "zeker" or route_van(antwoord.treffers[0].artikel, s.kennis) != "kennis":
            return None
        return beantwoord(s, antwoord, verteld(s) | {"laatste_vraag": s.tekst})


class ActieConsult(VrijeActie):
    """Someone wants to think along with the JGT: who their fixed contact is, how to be called back, and the routes in steps.

    Who asks on gets an answer from what is known about consulting; what is told on the way is kept for the consult.
    """

    naam = "actie_consult"

    def doe(self, s: Situatie) -> Uitkomst:
        if (
            s.tekst and s.rol in GEZIN and s.zekerheid < STERK
        ):  # someone who said to be a parent does not turn into a teacher
            return ActieAntwoord(self._gereedschap).doe(s)
        if not s.tekst or VRAAGT_TERUGBELLEN.search(s.tekst):
            return toon_consult(s)
        slots: dict[str, Any] = {"rol": "professional", "consult": True, "wacht_op": "aanmelden"}
        if s.noemt_leeftijd or len(s.tekst.split()) > VRAAGT_ALLEEN:
            slots |= wat_mee_mag(s)
        antwoord = zoek_antwoord(s.kennis, s.tekst, rol="professional", onderwerpen=OVER_CONSULT)
        if not s.slots.get("consult") and (vaste_contactpersoon(s) or not _springt_eruit(antwoord)):
            return Uitkomst(consultkaarten(s, s.zeg_met_knoppen("consult")), slots, "consult")
        al = s.slots.get("getoond") or []
        nieuw = next((t.artikel for t in antwoord.treffers if t.score >= GENOEG and t.artikel.id not in al), None)
        if nieuw is None:
            return Uitkomst(consultkaarten(s, s.zeg_met_knoppen("consult_gehoord")), slots, "consult")
        uitkomst = geef(s, nieuw, dict(slots))
        return Uitkomst(uitkomst.kaarten, uitkomst.slots, "consult", nieuw.onderwerp, nieuw.id, antwoord.kandidaten)


def _springt_eruit(antwoord: Antwoord) -> bool:
    """Whether a first message asks for one article above all others ("how do I get a child to the CADT?"), not for a talk."""
    scores = [treffer.score for treffer in antwoord.treffers[:2]]
    return antwoord.zekerheid == "zeker" and scores[0] >= RUIM_BETER * (scores[1] if len(scores) > 1 else 0.0)


class ActieMeldcode(ActiePraktisch):
    """The article that answers, and an offer to go through the five steps together."""

    def __init__(self, gereedschap: Gereedschap) -> None:
        super().__init__(gereedschap, "actie_meldcode", ("meldcode",))

    def doe(self, s: Situatie) -> Uitkomst:
        uitkomst = super().doe(s)
        kaarten = list(uitkomst.kaarten)
        knop = Keuze(label=s.zeg("knop_meldcode").tekst, keuze=STAP + BEGIN_MELDCODE)
        if kaarten and isinstance(kaarten[-1], Keuzes):
            kaarten[-1] = Keuzes(keuzes=[knop, *kaarten[-1].keuzes])
        else:
            kaarten.append(Keuzes(keuzes=[knop]))
        slots = dict(uitkomst.slots) | ({"consult": True} if s.rol == "professional" else {})
        return Uitkomst(kaarten, slots, uitkomst.route, uitkomst.onderwerp, uitkomst.artikel, uitkomst.kandidaten)
