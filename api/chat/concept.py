"""The concept of an aanmelding beside a gesprek: what Rasa gathered, contact details found, and the visitor's own changes."""

from __future__ import annotations

from typing import Any

from actions.names import is_eigen_naam, medewerker_bij_naam
from api.chat.store import Stand
from assistant.beurt import Beurt

CONTACT = {"telefoon": "telefoon", "e-mail": "email"}
LEGE: dict[str, Any] = {"velden": {}, "gevonden": {}, "bewerkt": {}}


def concept_voor(stand: Stand) -> dict[str, Any]:
    """The fields as they stand: the visitor's changes win over what was found, that over what was gathered."""
    concept = LEGE | stand.concept
    velden = _samen(concept["velden"], concept["gevonden"])
    return _samen(velden, concept["bewerkt"])


def leg_vast(stand: Stand, beurt: Beurt) -> None:
    """After a beurt: keep the gathered fields, and contact details only while someone is filling an aanmelding."""
    bezig = beurt.formulier or beurt.velden is not None or bool(stand.concept)
    if not bezig:
        return
    concept = LEGE | stand.concept
    if beurt.velden is not None:
        concept["velden"] = beurt.velden
    concept["gevonden"] = _samen(concept["gevonden"], _gevonden(beurt))
    stand.concept = concept


def bewerk(stand: Stand, velden: dict[str, Any]) -> None:
    """Keep what the visitor changed in the card."""
    concept = LEGE | stand.concept
    stand.concept = concept | {"bewerkt": _samen(concept["bewerkt"], velden)}


def _gevonden(beurt: Beurt) -> dict[str, Any]:
    gevonden: dict[str, Any] = {}
    for vondst in beurt.vondsten:
        if vondst.soort in CONTACT:
            gevonden.setdefault("contact", {})[CONTACT[vondst.soort]] = vondst.waarde
        elif vondst.soort == "naam" and is_eigen_naam(beurt.veilig):
            gevonden.setdefault("naam", vondst.waarde)
    namen = [vondst.waarde for vondst in beurt.vondsten if vondst.soort == "naam"]
    werker = medewerker_bij_naam(beurt.veilig, namen)
    return gevonden | ({"vaste_medewerker": werker} if werker else {})


def _samen(onder: dict[str, Any], boven: dict[str, Any]) -> dict[str, Any]:
    """`boven` over `onder`; contact details field by field."""
    contact = {**(onder.get("contact") or {}), **(boven.get("contact") or {})}
    return onder | boven | ({"contact": contact} if contact else {})
