"""Knowledge questions: give the curated answer, remember what was told, and keep the thread over several beurten."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from actions.answer import Antwoord, keuzekaart, route_van, toon, vervolgknoppen, zoek_antwoord
from actions.base import Actie, Uitkomst
from actions.consult import overleg
from actions.context import Situatie
from actions.kaarten import Kaart, Keuze, Keuzes, Tekst
from actions.nearby import genoemde_plek, in_deze_kern, voor_deze_leeftijd
from actions.supplement import VrijeActie
from actions.told import verteld
from knowledge.models import Artikel, Blok

VRAGEN_OP_RIJ = 2  # questions without an answer before a person is offered
ZEGT_WEINIG = 9  # words up to which a question may lean on the one before it
LEUNT, NERGENS_OVER = (
    14,
    0.2,
)  # the same for one that points back and by itself is about nothing much (score of its best article)
WIJST_TERUG = re.compile(
    r"\b(?:dat|dit|het|'t|dan|daar\w*|er(?:mee|over|van|bij|op)|zo|weer|die|hij|ze|zij|hem|haar)\b", re.I
)
KORTE_VRAAG = 7  # words up to which one that points back goes on, also when its words alone lie outside what we know
OVER_CONSULT = "consultatie"  # who reads about it can ask for it at once
GEZIN = ("ouder", "jongere", "ander")
ZEKER_BUITEN = 0.95  # the same for a short question that points back: 'is dat niet illegaal dan'
VERLAAT = 0.8  # probability of being out of scope from which a question leaves the topic of the conversation
ZWAK = 0.3  # score of a choice below which a place that was named says more
NABIJ = 0.03  # score from which an article is worth naming as a guess
VOLGORDE = ("Wat je vandaag kunt doen", "Liever niet", "Wanneer hulp", "In de buurt")


class ActieAntwoord(VrijeActie):
    """Answer a question or a worry from the knowledge base."""

    naam = "actie_antwoord"

    def doe(self, s: Situatie) -> Uitkomst:
        if s.alleen_feiten and (s.noemt_kern or s.noemt_leeftijd):
            return ActieInformeer(self._gereedschap).doe(s)
        antwoord = zoek_antwoord(s.kennis, s.tekst, rol=s.rol, leeftijd=s.leeftijd)
        huidig = huidig_artikel(s)
        if huidig is None:
            return beantwoord(s, _met_wat_eraan_voorafging(s, antwoord), verteld(s) | {"laatste_vraag": s.tekst})
        if _blijft_bij(s, antwoord, huidig) or gaat_verder(s, antwoord, huidig):
            return blijf_bij(s, huidig, verteld(s))
        return beantwoord(s, antwoord, verteld(s) | {"laatste_vraag": s.tekst})


class ActieInformeer(VrijeActie):
    """A fact was told: remember it, and when there is a question already, look again with what is known now."""

    naam = "actie_informeer"

    def doe(self, s: Situatie) -> Uitkomst:
        slots = verteld(s)
        vraag, huidig = s.slots.get("laatste_vraag"), huidig_artikel(s)
        praktisch = huidig is not None and route_van(huidig, s.kennis) == "praktisch"
        if not vraag or (
            praktisch and (s.los_woord or not s.alleen_feiten)
        ):  # who asked what it costs tells a story now
            return begin(s, slots)
        if s.noemt_leeftijd and s.alleen_feiten and (plekken := voor_deze_leeftijd(s)):
            return plekken
        if s.noemt_kern and s.alleen_feiten and not s.noemt_leeftijd and (nabij := in_deze_kern(s)):
            return replace(nabij, slots=slots | dict(nabij.slots))
        if huidig is not None and (nieuw := _iets_anders(s, huidig)):
            return beantwoord(s, nieuw, slots | {"laatste_vraag": s.tekst})
        antwoord = zoek_antwoord(s.kennis, f"{vraag} {s.tekst}", rol=s.rol, leeftijd=s.leeftijd)
        if huidig is not None and (passend := _voor_deze_leeftijd(s, huidig)):
            return geef(s, passend, slots)
        if huidig is not None and not _is_beter(antwoord, huidig):
            return blijf_bij(s, huidig, slots)
        return beantwoord(s, antwoord, slots)


def begin(s: Situatie, slots: dict[str, Any]) -> Uitkomst:
    """A story told as a fact, before any question: search when there is something to search with, else ask one question."""
    zinnen = [s.tekst, " ".join(slots["verhaal"][-3:])]
    for zin in dict.fromkeys(zinnen) if not s.alleen_feiten else ():
        antwoord = zoek_antwoord(s.kennis, zin, rol=s.rol, leeftijd=s.leeftijd)
        if antwoord.zekerheid != "onbegrepen":
            return beantwoord(s, antwoord, slots | {"laatste_vraag": zin})
    if s.los_woord:  # 'jongen 16, blowen': one word, and it says it all
        antwoord = zoek_antwoord(s.kennis, s.tekst, rol=s.rol, leeftijd=s.leeftijd)
        if antwoord.artikel is not None:
            return beantwoord(s, antwoord, slots | {"laatste_vraag": s.tekst})
    if (plek := None if s.alleen_feiten else genoemde_plek(s)) is not None:
        return replace(plek, slots=slots | dict(plek.slots) | {"misverstanden": 0})
    keer = int(s.slots.get("misverstanden") or 0) + 1
    if keer > VRAGEN_OP_RIJ:
        return wijs_een_mens(s, slots)
    kaarten = s.zeg_met_knoppen("wat_is_je_vraag" if keer == 1 else "wat_is_je_vraag_weer")
    return Uitkomst(kaarten, slots | {"misverstanden": keer}, "gesprek")


def huidig_artikel(s: Situatie) -> Artikel | None:
    """The article the conversation is about now."""
    return s.kennis.te_geven(str(s.slots.get("artikel")))


def _met_wat_eraan_voorafging(s: Situatie, antwoord: Antwoord) -> Antwoord:
    """The answer to this together with a question that got no article yet, when that makes it clear and this alone does not."""
    vraag = s.slots.get("laatste_vraag")
    if not vraag or antwoord.zekerheid == "zeker" or antwoord.buiten > VERLAAT:
        return antwoord
    samen = zoek_antwoord(s.kennis, f"{vraag} {s.tekst}", rol=s.rol, leeftijd=s.leeftijd)
    return samen if samen.artikel is not None and (antwoord.artikel is None or samen.zekerheid == "zeker") else antwoord


def gaat_verder(s: Situatie, antwoord: Antwoord, huidig: Artikel) -> bool:
    """Whether words that search does not know ask on about the article just shown, and are not surely about something else."""
    kort = len(s.tekst.split()) <= KORTE_VRAAG and bool(WIJST_TERUG.search(s.tekst))
    blijft = antwoord.buiten <= VERLAAT or (kort and antwoord.buiten <= ZEKER_BUITEN)
    return antwoord.zekerheid == "onbegrepen" and blijft and _kan_verder(s, huidig)


def _iets_anders(s: Situatie, huidig: Artikel) -> Antwoord | None:
    """The answer to what was told by itself, when that is surely about another topic than the conversation so far."""
    antwoord = None if s.alleen_feiten else zoek_antwoord(s.kennis, s.tekst, rol=s.rol, leeftijd=s.leeftijd)
    if antwoord is None or antwoord.zekerheid != "zeker" or antwoord.artikel is None:
        return None
    return antwoord if antwoord.artikel.onderwerp != huidig.onderwerp else None


def _voor_deze_leeftijd(s: Situatie, huidig: Artikel) -> Artikel | None:
    """Another article on the same topic, when the one just shown is not about a child of the age that is known now."""
    if s.leeftijd is None or huidig.leeftijd.bevat(s.leeftijd):
        return None
    vraag = str(s.slots.get("laatste_vraag"))
    gevonden = zoek_antwoord(s.kennis, vraag, rol=s.rol, leeftijd=s.leeftijd, onderwerpen=[huidig.onderwerp])
    return next((t.artikel for t in gevonden.treffers if t.artikel.leeftijd.bevat(s.leeftijd)), None)


def _blijft_bij(s: Situatie, antwoord: Antwoord, huidig: Artikel) -> bool:
    """Whether this goes on about the article just shown: the same answer again, or a question that says little by itself."""
    if antwoord.artikel is not None:
        return antwoord.artikel.id == huidig.id
    if len(s.tekst.split()) > ZEGT_WEINIG and not _leunt(s, antwoord):
        return False
    samen = zoek_antwoord(s.kennis, f"{s.slots.get('laatste_vraag')} {s.tekst}", rol=s.rol, leeftijd=s.leeftijd)
    return bool(samen.treffers) and samen.treffers[0].artikel.onderwerp == huidig.onderwerp


def _leunt(s: Situatie, antwoord: Antwoord) -> bool:
    """Whether a somewhat longer question points back to the one before it and is about nothing much without it."""
    los = not antwoord.treffers or antwoord.treffers[0].score < NERGENS_OVER
    return los and len(s.tekst.split()) <= LEUNT and bool(WIJST_TERUG.search(s.tekst))


def _kan_verder(s: Situatie, huidig: Artikel) -> bool:
    """Whether more of the article can be told to someone whose words search does not know."""
    verdiept = s.slots.get("verdiept") or []
    return route_van(huidig, s.kennis) == "kennis" and any(
        f"{huidig.id}#{b.kop}" not in verdiept for b in huidig.blokken
    )


def _is_beter(antwoord: Antwoord, huidig: Artikel) -> bool:
    """Whether what was told makes another article the clear answer."""
    nieuw = antwoord.artikel
    if nieuw is None or nieuw.id == huidig.id:
        return False
    return nieuw.onderwerp == huidig.onderwerp or antwoord.zekerheid == "zeker"


class ActieToonArtikel(Actie):
    """Show the article that the visitor chose with a button."""

    naam = "actie_toon_artikel"

    def doe(self, s: Situatie) -> Uitkomst:
        artikel = s.kennis.te_geven(str(s.slots.get("gekozen_artikel")))
        if artikel is None:
            return Uitkomst(s.zeg_met_knoppen("onbegrepen"), {"gekozen_artikel": None}, "onbegrepen")
        return geef(s, artikel, {"gekozen_artikel": None, "laatste_vraag": artikel.titel})


def beantwoord(s: Situatie, antwoord: Antwoord, slots: dict[str, Any]) -> Uitkomst:
    """Show the article, offer a choice, or say that the question was not understood."""
    huidig = huidig_artikel(s)
    if huidig is not None and antwoord.artikel is not None and antwoord.artikel.id == huidig.id:
        return blijf_bij(s, huidig, slots)
    if antwoord.artikel is not None and not (s.slots.get("consult") and antwoord.zekerheid != "zeker"):
        uitkomst = geef(s, antwoord.artikel, slots, zeker=antwoord.zekerheid == "zeker")
        return Uitkomst(
            uitkomst.kaarten, uitkomst.slots, uitkomst.route, uitkomst.onderwerp, uitkomst.artikel, antwoord.kandidaten
        )
    if s.rol == "professional" and (s.slots.get("consult") or antwoord.zekerheid != "dichtbij"):
        return overleg(s)
    plek = genoemde_plek(s) if _is_zwak(antwoord) else None
    if plek is not None:
        return replace(plek, slots=slots | dict(plek.slots) | {"misverstanden": 0})
    if antwoord.zekerheid == "keuze":
        eerste = antwoord.treffers[0].artikel
        kaarten = [s.zeg("bedoel_je"), keuzekaart(antwoord.treffers)]
        slots |= {"misverstanden": 0, "wacht_op": None}
        return Uitkomst(kaarten, slots, "gesprek", eerste.onderwerp, eerste.id, antwoord.kandidaten)
    return niet_begrepen(s, antwoord, slots)


def _is_zwak(antwoord: Antwoord) -> bool:
    return antwoord.zekerheid == "onbegrepen" or not antwoord.treffers or antwoord.treffers[0].score < ZWAK


def geef(s: Situatie, artikel: Artikel, slots: dict[str, Any], *, zeker: bool = True) -> Uitkomst:
    """The article, then the questions people ask next and 'does this help?'."""
    getoond = [*(s.slots.get("getoond") or []), artikel.id][-20:]
    kaarten: list[Kaart] = [] if zeker else [s.zeg("dichtbij")]
    kaarten += toon(artikel, s.kennis, s.gemeente)
    kaarten += [s.zeg("helpt_dit"), _knoppen(s, artikel, getoond)]
    nieuw = {"onderwerp": artikel.onderwerp, "artikel": artikel.id, "getoond": getoond}
    slots |= nieuw | {"wacht_op": "helpt", "misverstanden": 0}
    return Uitkomst(kaarten, slots, route_van(artikel, s.kennis), artikel.onderwerp, artikel.id)


def _knoppen(s: Situatie, artikel: Artikel, getoond: list[str]) -> Keuzes:
    vast = s.teksten.knoppen("helpt_dit")
    eigen: list[Keuze] = list(vast.keuzes) if vast else []
    if artikel.onderwerp == OVER_CONSULT and s.rol not in GEZIN:
        eigen.insert(0, Keuze(label=s.zeg("knop_consult").tekst, keuze="consult"))
    return Keuzes(keuzes=[*eigen, *vervolgknoppen(artikel, s.kennis, getoond)])


def blijf_bij(s: Situatie, artikel: Artikel, slots: dict[str, Any]) -> Uitkomst:
    """The answer stays the same: show the next part of it rather than the whole card again; at the end lead on to help."""
    verdiept = list(s.slots.get("verdiept") or [])
    blok = next((b for b in _volgorde(artikel) if f"{artikel.id}#{b.kop}" not in verdiept), None)
    slots |= {"wacht_op": "helpt", "misverstanden": 0}
    if blok is None:
        al = list(s.slots.get("aangeboden") or [])
        if "alles" in al:
            return wijs_een_mens(s, slots)
        slots |= {"wacht_op": "aanmelden", "aangeboden": sorted({*al, "alles"})}
        return Uitkomst(s.zeg_met_knoppen("alles_verteld"), slots, "overdracht", artikel.onderwerp, artikel.id)
    slots["verdiept"] = [*verdiept, f"{artikel.id}#{blok.kop}"][-20:]
    tekst = Tekst(tekst=s.kennis.vul_in(blok.tekst, s.gemeente), id=f"artikel:{artikel.id}")
    knoppen = _knoppen(s, artikel, list(s.slots.get("getoond") or []))
    kaarten: list[Kaart] = [s.zeg("past_ook", kop=blok.kop.lower()), tekst, s.zeg("helpt_dit"), knoppen]
    return Uitkomst(kaarten, slots, route_van(artikel, s.kennis), artikel.onderwerp, artikel.id)


def _volgorde(artikel: Artikel) -> list[Blok]:
    """The parts in the order in which they help someone who asks on: what to do first, what is normal last."""
    return sorted(artikel.blokken, key=lambda blok: VOLGORDE.index(blok.kop) if blok.kop in VOLGORDE else 9)


def niet_begrepen(s: Situatie, antwoord: Antwoord, slots: dict[str, Any]) -> Uitkomst:
    """Say so, with what comes nearest, the neighbourhood and a person as ways on; the second time with the number itself."""
    if antwoord.buiten_bereik:
        return niet_van_ons(s, antwoord, slots)
    keer = int(s.slots.get("misverstanden") or 0) + 1
    slots |= {"misverstanden": keer, "wacht_op": None}
    if keer >= VRAGEN_OP_RIJ:
        return wijs_een_mens(s, slots, antwoord)
    vast = s.teksten.knoppen("onbegrepen")
    dichtbij = [treffer for treffer in antwoord.treffers if treffer.score >= NABIJ]
    kaarten = [s.zeg("onbegrepen"), keuzekaart(dichtbij, aantal=2, verder=vast.keuzes if vast else ())]
    return Uitkomst(kaarten, slots, "onbegrepen", kandidaten=antwoord.kandidaten)


def niet_van_ons(s: Situatie, antwoord: Antwoord, slots: dict[str, Any]) -> Uitkomst:
    """Not ours to answer: no misunderstanding, but not said twice either; then a person with the number."""
    al = list(s.slots.get("aangeboden") or [])
    if "buiten_bereik" in al or s.slots.get("misverstanden"):
        return wijs_een_mens(s, slots, antwoord)
    slots |= {"wacht_op": None, "aangeboden": sorted({*al, "buiten_bereik"})}
    return Uitkomst(s.zeg_met_knoppen("buiten_bereik"), slots, "onbegrepen", kandidaten=antwoord.kandidaten)


def wijs_een_mens(s: Situatie, slots: dict[str, Any], antwoord: Antwoord | None = None) -> Uitkomst:
    """It does not work out here: how to reach a person, with the number. The count starts again."""
    kaarten = s.zeg_met_knoppen("onbegrepen_mens")
    kaarten.insert(1, s.contact())
    slots |= {"misverstanden": 0, "wacht_op": None}
    return Uitkomst(kaarten, slots, "onbegrepen", kandidaten=antwoord.kandidaten if antwoord else [])
