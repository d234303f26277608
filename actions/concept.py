"""The concept: the aanmelding as the conversation has filled it so far. Only what does not identify anyone passes here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from actions.shown import in_de_buurt
from knowledge.life_areas import leefgebieden_in

OVERGESLAGEN = "overgeslagen"
RECHTSTREEKS = (
    "rol",
    "sinds",
    "al_geprobeerd",
    "wie_helpt_al",
    "wens",
    "gaat_goed",
    "met_jou",
    "steunfiguur",
    "wie_weten_ervan",
)
CONTACT = ("wanneer", "vorm", "veilig_bellen", "voicemail_ok", "tolk")
IN_EIGEN_VELD = ("wie_helpt_al", "wens", "wie_weten_ervan", "vaste_medewerker")
OVER_HET_GEZIN = ("zorg", "al_geprobeerd", "wens", "met_jou")
NAAM = re.compile(r",?\s*(?:\b(?:heet|namelijk|dat is)\s+)?\[naam\]")


def concept_uit(slots: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the aanmelding that these slots fill; what is unknown or skipped is left out."""
    velden: dict[str, Any] = {naam: slots[naam] for naam in RECHTSTREEKS if slots.get(naam)}
    zorg = in_eigen_woorden(_zonder_eigen_veld(slots), slots.get("zorg"))
    if zorg:
        velden["zorg"] = zorg
    leeftijd, kern = slots.get("kind_leeftijd"), slots.get("kern")
    if isinstance(leeftijd, dict) and leeftijd.get("tekst"):
        velden["kind_leeftijd"] = leeftijd["tekst"]
    if isinstance(kern, dict) and kern.get("id"):
        velden["kern"] = kern["id"]
    if slots.get("vaste_medewerker"):
        velden["vaste_medewerker"] = NAAM.sub("", slots["vaste_medewerker"]).strip(" ,")
    if slots.get("buurt"):
        velden["aangeboden"] = in_de_buurt(slots["buurt"])
    if slots.get("bereikbaar"):
        velden["opmerking"] = f"Over bellen: {slots['bereikbaar']}"
    contact = {naam: slots[naam] for naam in CONTACT if slots.get(naam) not in (None, "", [])}
    gebieden = leefgebieden_in("\n".join(str(velden[naam]) for naam in OVER_HET_GEZIN if naam in velden))
    return velden | ({"leefgebieden": gebieden} if gebieden else {}) | ({"contact": contact} if contact else {})


def _zonder_eigen_veld(slots: Mapping[str, Any]) -> list[str]:
    """The story without the messages that stand word for word in a field of their own; all of it when nothing else was told."""
    elders = {regel for naam in IN_EIGEN_VELD for regel in str(slots.get(naam) or "").split("\n")}
    verhaal = list(slots.get("verhaal") or [])
    rest = [zin for zin in verhaal if zin.strip(" .!") not in elders]
    return rest if rest or slots.get("zorg") else verhaal


def in_eigen_woorden(verhaal: Sequence[str], zorg: str | None) -> str:
    """The visitor's own sentences in the order they were said, each once, with a full stop between them."""
    zinnen = list(dict.fromkeys(zin.strip() for zin in [*verhaal, *([zorg] if zorg else [])] if zin.strip()))
    return " ".join(zin if zin[-1] in ".!?" else f"{zin}." for zin in zinnen)
