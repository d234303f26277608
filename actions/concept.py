"""The concept: the aanmelding as the conversation has filled it so far. Only what does not identify anyone passes here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

OVERGESLAGEN = "overgeslagen"
RECHTSTREEKS = ("rol", "sinds", "al_geprobeerd", "wie_helpt_al", "wens")


def concept_uit(slots: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the aanmelding that these slots fill; what is unknown or skipped is left out."""
    velden: dict[str, Any] = {naam: slots[naam] for naam in RECHTSTREEKS if slots.get(naam)}
    zorg = in_eigen_woorden(slots.get("verhaal") or [], slots.get("zorg"))
    if zorg:
        velden["zorg"] = zorg
    leeftijd, kern = slots.get("kind_leeftijd"), slots.get("kern")
    if isinstance(leeftijd, dict) and leeftijd.get("tekst"):
        velden["kind_leeftijd"] = leeftijd["tekst"]
    if isinstance(kern, dict) and kern.get("id"):
        velden["kern"] = kern["id"]
    if slots.get("wanneer"):
        velden["contact"] = {"wanneer": list(slots["wanneer"])}
    if slots.get("bereikbaar"):
        velden["opmerking"] = f"Over bellen: {slots['bereikbaar']}"
    return velden


def in_eigen_woorden(verhaal: Sequence[str], zorg: str | None) -> str:
    """The visitor's own sentences in the order they were said, each once, with a full stop between them."""
    zinnen = list(dict.fromkeys(zin.strip() for zin in [*verhaal, *([zorg] if zorg else [])] if zin.strip()))
    return " ".join(zin if zin[-1] in ".!?" else f"{zin}." for zin in zinnen)
