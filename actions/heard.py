"""What a message tells for the fields of the aanmelding, whenever it is said: each in its own slot, in the visitor's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from actions.people import steunfiguur, vaste_medewerker, wie_helpt, wie_weten
from actions.preference import veilig_in, vorm_in
from actions.request import verzoeken, vraagt_contact, zonder_verzoek
from actions.wishes import wens_in

IN_STUKKEN: dict[str, Callable[[str], list[str]]] = {
    "wie_helpt_al": wie_helpt,
    "wens": wens_in,
    "wie_weten_ervan": wie_weten,
}
STUKKEN_MAX = 6
APPEN = re.compile(r"\b(?:app|appen|appje|appt|whatsapp\w*|sms\w*)\b", re.I)


def gehoord_in(tekst: str, eerder: Mapping[str, Any]) -> dict[str, Any]:
    """The slots that this message fills; what was told before stays, and the same thing is kept once."""
    if not tekst:
        return {}
    verzoek = vraagt_contact(tekst)
    rest = (zonder_verzoek(tekst) or tekst) if verzoek else tekst
    slots = {veld: nieuw for veld, lees in IN_STUKKEN.items() if (nieuw := _erbij(eerder.get(veld), lees(rest)))}
    bezig = bool(verzoek or eerder.get("requested_slot") or eerder.get("kaart_getoond"))
    enkel = {
        "steunfiguur": steunfiguur(tekst),
        "vaste_medewerker": vaste_medewerker(tekst),
        "vorm": vorm_in(tekst, gevraagd=bezig),
        "bereikbaar": next((deel for deel in verzoeken(tekst) if APPEN.search(deel)), None),
    }
    gezet = {veld: waarde for veld, waarde in enkel.items() if waarde}
    return slots | gezet | veilig_in(tekst)


def _erbij(eerder: Any, stukken: list[str]) -> str | None:
    """The pieces below what was told before, or None when there is nothing new."""
    regels = str(eerder).split("\n") if eerder else []
    nieuw = [stuk for stuk in stukken if stuk not in regels]
    return "\n".join([*regels, *nieuw][-STUKKEN_MAX:]) if nieuw else None
