"""The warm handover: at most three questions, then the aanmelding as a card to read, change and approve."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, ClassVar

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction
from rasa_sdk.types import DomainDict

from actions.answer import onderwerp_uit, zoek_antwoord
from actions.base import Actie, Uitkomst, spreek
from actions.clauses import zonder
from actions.concept import IN_EIGEN_VELD, OVERGESLAGEN, concept_uit
from actions.consult import is_consult, is_in_consult, toon_consult
from actions.context import Gereedschap, Situatie, zegt_meer
from actions.extra import LuisterActie, aanbod
from actions.inform import geef, huidig_artikel
from actions.kaarten import AanmeldingKaart, Kaart
from actions.notes import KERNTEAM, samen_kaart
from actions.request import vraagt_contact, zonder_verzoek
from actions.supplement import VAKER_NIET
from actions.told import BEL_MIJ, verteld, wanneer_te_bereiken

FORMULIER = "concept_formulier"
VRAAGT_ALLEEN = 9  # words up to which a message asks for a call and tells nothing yet
ZIJSPRONG = frozenset(  # what was asked in between is no answer that was not understood
    {
        "waarom_vraag",
        "vraag",
        "groet",
        "robot",
        "privacy",
        "wachttijd",
        "kosten_verwijzing",
        "jgt_uitleg",
        "consult",
        "meldcode",
        "pgb",
        "klacht",
    }
)
OUDERS = re.compile(r"\b(?:ouders?|vader|moeder|papa|mama|pa|ma|pap|mam|thuis)\b", re.I)
MELDT_AAN = re.compile(
    r"\b(?:aan\s?meld\w*|aangemeld|opgeven|aanvra\w*|inschrijv\w*|hulp (?:krijgen|voor|regelen))\b", re.I
)
LUISTER, KLACHT = "action_listen", "klacht-bezwaar"
DAARBIJ = re.compile(r"\b(?:daarbij|hierbij|daarmee|hiermee|met mij mee|met me mee)\b", re.I)
ANDER_LOKET = 0.8  # probability from which a question is surely for another desk
SLA_OVER = frozenset({"overslaan", "weet_niet", "nee"})


class ActieVraag(Actie):
    """Asks for one field of the concept."""

    def __init__(self, gereedschap: Gereedschap, veld: str) -> None:
        super().__init__(gereedschap)
        self._veld = veld

    def name(self) -> str:
        """Rasa's name for the action that asks for this slot."""
        return f"action_ask_{self._veld}"

    def doe(self, s: Situatie) -> Uitkomst:
        gevraagd = list(s.slots.get("gevraagd") or [])
        iets_anders = self._veld in gevraagd and (s.noemt_kern or s.noemt_leeftijd)
        if self._veld not in gevraagd or s.intent not in ZIJSPRONG:
            gevraagd.append(self._veld)
        vooraf = [s.zeg("dat_ook_gehoord")] if iets_anders else []
        return Uitkomst([*vooraf, *s.zeg_met_knoppen(f"vraag_{self._veld}")], {"gevraagd": gevraagd}, "overdracht")


class ActieBeginAanmelding(Actie):
    """Someone wants to be called. What they tell in the same breath is kept; a question for another desk is named as such."""

    naam = "actie_begin_aanmelding"

    def doe(self, s: Situatie) -> Uitkomst:
        if is_consult(s):  # then the form asks nothing, and ends in the card of the consult
            return Uitkomst([], {"consult": True}, "consult")
        if _is_voor_een_ander_loket(s):
            return Uitkomst(s.zeg_met_knoppen("ander_loket"), {"wacht_op": None}, "onbegrepen", volgende=LUISTER)
        daarbij = hulp_daarbij(s)
        if daarbij is not None:
            return replace(daarbij, volgende=LUISTER)
        niet = {"consult": False} if s.rol == "professional" else {}
        return Uitkomst(_vooraf(s), naast_het_verzoek(s) | niet, "overdracht")


def hulp_daarbij(s: Situatie) -> Uitkomst | None:
    """'Can someone help me with that?', asked below an article about a complaint: who goes along with you, and no aanmelding."""
    huidig = huidig_artikel(s)
    if huidig is None or huidig.onderwerp != KLACHT or not DAARBIJ.search(s.tekst):
        return None
    antwoord = zoek_antwoord(s.kennis, s.tekst, rol=s.rol, onderwerpen=(KLACHT,))
    ander = next((t.artikel for t in antwoord.treffers if t.artikel.id != huidig.id), None)
    return geef(s, ander, {"laatste_vraag": s.tekst}) if ander else None


def _is_voor_een_ander_loket(s: Situatie) -> bool:
    """Whether what is asked for is surely no help for a child or family: a passport, a permit. Then no form is begun."""
    if not s.tekst or s.slots.get("laatste_vraag") or BEL_MIJ.search(s.tekst) or vraagt_contact(s.tekst):
        return False
    return zoek_antwoord(s.kennis, s.tekst).buiten > ANDER_LOKET


def onderwerp_van(s: Situatie) -> str | None:
    """The topic of the conversation, or of the story when the conversation did not get to one."""
    return s.slots.get("onderwerp") or onderwerp_uit(s.kennis, s.slots.get("verhaal") or [])


class ActieTerugNaarAanmelding(LuisterActie):
    """Asked again for a call while the aanmelding is being made: what was told beside it is kept, and the questions go on."""

    naam = "actie_terug_naar_aanmelding"

    def doe(self, s: Situatie) -> Uitkomst:
        return Uitkomst([s.zeg("terug_naar_aanmelding")], naast_het_verzoek(s), "overdracht")


def naast_het_verzoek(s: Situatie) -> dict[str, Any]:
    """The slots for what was told in the same breath as the request; what has a field of its own is no worry."""
    verzoek = vraagt_contact(s.tekst)
    if not verzoek and not s.noemt_leeftijd and len(s.tekst.split()) <= VRAAGT_ALLEEN:
        return {}
    elders = {regel for naam in IN_EIGEN_VELD for regel in str(s.slots.get(naam) or "").split("\n")}
    rest = zonder(zonder_verzoek(s.tekst), elders)
    if not rest or (verzoek and not zegt_meer(rest, ())):
        return {}
    verhaal = replace(s, tekst=rest)
    return verteld(verhaal) | {"laatste_vraag": s.slots.get("laatste_vraag") or rest}


def _vooraf(s: Situatie) -> list[Kaart]:
    """What should be said before the first question: that parents are not told, that someone known already is asked for."""
    teksten: list[Kaart] = []
    if s.rol == "jongere" and OUDERS.search(s.tekst):
        teksten.append(s.zeg("niet_naar_ouders"))
    if s.rol == "ander" and MELDT_AAN.search(s.tekst):
        teksten.append(s.zeg("voor_een_ander"))
    if s.slots.get("vaste_medewerker"):
        teksten.append(s.zeg("vaste_medewerker"))
    return teksten


class ValideerConcept(FormValidationAction):  # type: ignore[misc]
    """Decides which questions are still needed and whether an answer will do."""

    def __init__(self, gereedschap: Gereedschap) -> None:
        self._gereedschap = gereedschap

    def name(self) -> str:
        """Rasa's name for the action that validates this form."""
        return f"validate_{FORMULIER}"

    async def required_slots(
        self, domain_slots: list[str], dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[str]:
        """Nothing that was told before is asked again; a professional is not asked about the child."""
        if tracker.get_slot("rol") == "professional" and tracker.get_slot("consult"):
            return []
        overbodig = set()
        if tracker.get_slot("verhaal") and tracker.get_slot("laatste_vraag"):  # a fact alone ("hij is 3") is no worry
            overbodig.add("zorg")
        if tracker.get_slot("rol") == "professional":
            overbodig.add("kind_leeftijd")
        gevraagd = tracker.get_slot("gevraagd") or []
        overbodig |= {
            slot for slot in domain_slots if gevraagd.count(slot) >= VAKER_NIET
        }  # answered with something else
        return [slot for slot in domain_slots if slot not in overbodig]

    def validate_kern(
        self, waarde: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """A known kern, or skipped; an unknown place is asked once more in other words."""
        if isinstance(waarde, dict):
            return {"kern": waarde}
        s = Situatie.van(tracker, self._gereedschap)
        if s.intent in SLA_OVER or s.slots.get("kern_gevraagd"):
            return {"kern": {"id": None, "naam": OVERGESLAGEN}, "kern_gevraagd": None}
        erbij = wanneer_te_bereiken(s)
        if erbij:  # when to call, said at the question where someone lives: kept, and the question stays open
            spreek(dispatcher, Uitkomst([s.zeg("moment_gehoord")], route="overdracht"))
            return {"kern": None} | erbij
        spreek(dispatcher, Uitkomst([s.zeg("kern_onbekend")], route="overdracht"))
        return {"kern": None, "kern_gevraagd": True}

    def validate_kind_leeftijd(
        self, waarde: Any, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> dict[str, Any]:
        """An age as the entity component reads it; anything else counts as skipped."""
        bekend = isinstance(waarde, dict)
        return {"kind_leeftijd": waarde if bekend else {"jaren": None, "tekst": None}}


class ActieToonAanmelding(Actie):
    """Shows the aanmelding, filled with what was told, to read and approve."""

    naam: ClassVar[str] = "actie_toon_aanmelding"

    def doe(self, s: Situatie) -> Uitkomst:
        if is_in_consult(s):
            return toon_consult(s)
        kaart = AanmeldingKaart(velden=concept_uit(s.slots))
        onderwerp = onderwerp_van(s)
        slots: dict[str, Any]
        if s.slots.get("kaart_getoond"):
            slots = {"wacht_op": None, "gevraagd": None, "onderwerp": onderwerp}
            return Uitkomst([s.zeg("aanmelding_weer"), kaart], slots, "overdracht", onderwerp)
        al = list(s.slots.get("aangeboden") or [])
        nieuw = KERNTEAM not in al and s.rol != "professional"
        samen = samen_kaart(s, list(s.slots.get("verhaal") or [])) if nieuw else None
        slots = {
            "wacht_op": None,
            "kern_gevraagd": None,
            "gevraagd": None,
            "kaart_getoond": True,
            "onderwerp": onderwerp,
        }
        slots |= {"aangeboden": sorted({*al, KERNTEAM})} if samen else {}
        kaarten = [*([samen] if samen else []), s.zeg("aanmelding_klaar"), kaart, *aanbod(s, {})]
        return Uitkomst(kaarten, slots, "overdracht", onderwerp)
