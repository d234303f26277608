"""Which entries of the sociale basis a visitor has seen and what became of them, for the aanmelding they may want later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actions.kaarten import Kaart, VoorzieningKaart

LATEN_ZIEN, NIET_GENOEG, GENOEG = "laten zien", "was niet genoeg", "daar wil ik naartoe"
OORDEEL = {"niet_geholpen": NIET_GENOEG, "geholpen": GENOEG, "ja": GENOEG, "bedankt": GENOEG, "nee": NIET_GENOEG}


def getoond(slots: Mapping[str, Any], intent: str, kaarten: Sequence[Kaart]) -> dict[str, Any]:
    """The slots after this beurt: what was just shown gets the verdict that this message gives, and new entries are added."""
    buurt, vers = dict(slots.get("buurt") or {}), list(slots.get("buurt_vers") or [])
    oordeel = OORDEEL.get(intent) if slots.get("wacht_op") == "helpt" or intent == "niet_geholpen" else None
    if oordeel:
        buurt |= dict.fromkeys(vers, oordeel)
    nieuw = [kaart.naam for kaart in kaarten if isinstance(kaart, VoorzieningKaart)]
    buurt |= {naam: LATEN_ZIEN for naam in nieuw if naam not in buurt}
    if buurt == (slots.get("buurt") or {}) and not nieuw:
        return {}
    return {"buurt": buurt, **({"buurt_vers": nieuw} if nieuw else {})}


def in_de_buurt(plekken: Mapping[str, str]) -> str:
    """What was shown, one line each, with what became of it."""
    return "\n".join(f"{naam}: {stand}" for naam, stand in plekken.items())
