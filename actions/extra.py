"""Questions beside the aanmelding that nobody has to answer: offered as buttons, asked one at a time, kept in own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.base import Actie, Uitkomst
from actions.clauses import stukken
from actions.concept import concept_uit
from actions.context import Gereedschap, Situatie
from actions.kaarten import AanmeldingKaart, Kaart, Keuzes
from actions.people import steunfiguur
from actions.reach import alleen_contact

EXTRA: dict[str, tuple[str, ...]] = {
    "erbij_gaat_goed": ("ouder", "jongere", "ander"),
    "erbij_met_jou": ("ouder",),
    "erbij_steunfiguur": ("jongere",),
    "erbij_wie_helpt_al": ("ouder", "ander", "jongere"),
}
"""The button of each question, and who it is for; the field has the same name without 'erbij_'."""
GEEN_ANTWOORD = frozenset(
    {
        "stop",
        "wis_gesprek",
        "wil_mens",
        "wil_aanmelden",
        "veilig_nee",
        "status_aanmelding",
        "waarom_vraag",
        "privacy",
        "robot",
        "geeft_nummer",
        "groet",
        "afscheid",
        "andere_vraag",
        "niet_bedoeld",
    }
)
PRAKTISCH = frozenset({"kosten_verwijzing", "wachttijd", "klacht", "pgb", "jgt_uitleg", "consult", "meldcode"})
STERK = 0.75  # how sure it must be that this asks for something else
LIEVER_NIET = frozenset({"overslaan", "nee", "weet_niet"})
KORT = 4  # words up to which 'nee' and 'weet niet' are no answer


def veld_van(knop: str) -> str:
    """The field that a button asks about."""
    return knop.removeprefix("erbij_")


class ActieErbij(Actie):
    """Asks one of these questions; the next message is its answer, unless that is about something else."""

    def __init__(self, gereedschap: Gereedschap, knop: str) -> None:
        super().__init__(gereedschap)
        self._knop = knop

    def name(self) -> str:
        """The name under which rules call this action."""
        return f"actie_{self._knop}"

    def doe(self, s: Situatie) -> Uitkomst:
        return Uitkomst(s.zeg_met_knoppen(f"vraag_{veld_van(self._knop)}"), {"erbij": self._knop}, "overdracht")


class LuisterActie(Actie):
    """An action that free text leads to, also the text that answers a question of this kind."""

    def beslis(self, s: Situatie) -> Uitkomst:
        """An answer is kept; all else is for the action itself."""
        return antwoord_erbij(s) or self.doe(s)


def antwoord_erbij(s: Situatie) -> Uitkomst | None:
    """The acknowledgement with the card, when this answers the question that was just asked; None when it does not."""
    knop = s.slots.get("erbij")
    if knop not in EXTRA or s.intent in GEEN_ANTWOORD or (s.intent in PRAKTISCH and s.zekerheid >= STERK):
        return None
    if s.intent in LIEVER_NIET and len(s.tekst.split()) <= KORT:  # the button has no text at all
        return _met_de_kaart(s, s.zeg("erbij_overgeslagen"), {})
    if (
        not s.tekst
        or s.slots.get("requested_slot")
        or alleen_contact(s.tekst)
        or all(vraagt for _, vraagt in stukken(s.tekst))
    ):
        return None
    return _met_de_kaart(s, s.zeg("erbij_dank"), {veld_van(knop): _antwoord(veld_van(knop), s)})


def _antwoord(veld: str, s: Situatie) -> str:
    """The words as they were said, below earlier ones; of who stands by someone only the relation, when it is in there."""
    if veld == "steunfiguur":
        return steunfiguur(s.tekst) or s.tekst.strip()
    eerder = str(s.slots.get(veld) or "")
    return eerder if s.tekst.strip() in eerder else "\n".join(filter(None, [eerder, s.tekst.strip()]))


def _met_de_kaart(s: Situatie, gehoord: Kaart, nieuw: Mapping[str, Any]) -> Uitkomst:
    slots = dict(nieuw) | {"erbij": None, "wacht_op": None}
    kaart = AanmeldingKaart(velden=concept_uit({**s.slots, **slots}))
    return Uitkomst([gehoord, kaart, *aanbod(s, slots)], slots, "overdracht", s.slots.get("onderwerp"))


def aanbod(s: Situatie, nieuw: Mapping[str, Any]) -> list[Kaart]:
    """What someone may add, as buttons: only what was not told yet and suits who is writing; nothing for a professional."""
    bekend = {**s.slots, **nieuw}
    knoppen = s.teksten.knoppen("erbij_aanbod")
    over = [
        knop
        for knop in (knoppen.keuzes if knoppen else ())
        if (s.rol or "ouder") in EXTRA[knop.keuze] and not bekend.get(veld_van(knop.keuze))
    ]
    return [s.zeg("erbij_aanbod"), Keuzes(keuzes=over)] if over else []
