"""What is worth saying once beside an answer: that one team can look at several things together, and the plan before turning 18."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.base import Uitkomst
from actions.context import Situatie
from actions.kaarten import Kaart, Keuze, Keuzes, Tekst
from knowledge.life_areas import kernteam_reden, leefgebieden_in, noemt_gebied

PLAN_VANAF, PLAN_NU, VOLWASSEN = 17.0, 17.5, 18.0
PLAN = {"jongere": "volwassen-worden/bijna-achttien", None: "volwassen-worden/ouder-van-zeventienjarige"}
KERNTEAM, PERSPECTIEFPLAN = "kernteam", "perspectiefplan"
NIET_BIJ = frozenset({"veiligheid", "overdracht", "consult"})


def met_opmerkingen(s: Situatie, uitkomst: Uitkomst) -> Uitkomst:
    """The outcome with what should be said beside it now, each thing once in a conversation."""
    if s.rol == "professional" or s.slots.get("requested_slot") or uitkomst.route in NIET_BIJ or not uitkomst.kaarten:
        return uitkomst
    al = list(uitkomst.slots.get("aangeboden") or s.slots.get("aangeboden") or [])
    kaarten = list(uitkomst.kaarten)
    samen = (
        None
        if KERNTEAM in al or not noemt_gebied(s.tekst)
        else samen_kaart(s, [*(s.slots.get("verhaal") or []), s.tekst])
    )
    if samen:
        kaarten.insert(0, samen)
        al.append(KERNTEAM)
    plan = _plan(s, uitkomst) if PERSPECTIEFPLAN not in al else None
    if plan:
        kaarten = _voor_de_vraag(kaarten, s.zeg("plan_nu" if (s.leeftijd or 0) >= PLAN_NU else "plan"), plan)
        al.append(PERSPECTIEFPLAN)
    slots: dict[str, Any] = {"aangeboden": sorted(al)} if samen or plan else {}
    return replace(uitkomst, kaarten=kaarten, slots=dict(uitkomst.slots) | slots)


def samen_kaart(s: Situatie, verhaal: list[str]) -> Tekst | None:
    """That more teams can look together, and why; None when one team is enough."""
    reden = kernteam_reden(leefgebieden_in("\n".join(verhaal)))
    return s.zeg("samen_kijken", reden=reden) if reden else None


def _plan(s: Situatie, uitkomst: Uitkomst) -> Keuze | None:
    """The button to the article about the plan, when the child is 17 and the answer is about something else."""
    if s.leeftijd is None or not PLAN_VANAF <= s.leeftijd < VOLWASSEN or uitkomst.onderwerp == "volwassen-worden":
        return None
    artikel = s.kennis.te_geven(PLAN.get(s.rol, PLAN[None]))
    return Keuze(label=artikel.titel, keuze=f"artikel:{artikel.id}") if artikel else None


def _voor_de_vraag(kaarten: list[Kaart], tekst: Tekst, knop: Keuze) -> list[Kaart]:
    """The text before the question that closes the reply, and its button with the others."""
    *voor, laatste = kaarten
    if not isinstance(laatste, Keuzes):
        return [*kaarten, tekst, Keuzes(keuzes=[knop])]
    vraag = [voor.pop()] if voor and isinstance(voor[-1], Tekst) else []
    keuzes = {keuze.keuze: keuze for keuze in (*laatste.keuzes, knop)}
    return [*voor, tekst, *vraag, Keuzes(keuzes=list(keuzes.values()))]
