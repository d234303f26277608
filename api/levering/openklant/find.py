"""Is it there already? What the receiver gives back is believed only when it carries our own marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.levering.openklant.client import OpenKlant
from api.levering.openklant.message import Stuk, als_verwijzing, referentie_van

ACTOR, OBJECT = "actoridentificator", "onderwerpobject__onderwerpobjectidentificator"


def _vraag(voor: str, merk: Stuk) -> dict[str, str]:
    """An identification as query parameters: `codeRegister` becomes `actoridentificatorCodeRegister`."""
    return {f"{voor}{naam[0].upper()}{naam[1:]}": waarde for naam, waarde in merk.items()}


def find_actor(api: OpenKlant, merk: Stuk) -> Stuk | None:
    """The team with this identification, or None."""
    gevonden = api.zoek("actoren", **_vraag(ACTOR, merk))
    return next((actor for actor in gevonden if (actor.get(ACTOR) or {}).items() >= merk.items()), None)


def find_contact(api: OpenKlant, kenmerk: str, nummers: Sequence[str]) -> Stuk | None:
    """The contact that refers to our kenmerk and has one of our numbers, or None."""
    gevonden = api.zoek("klantcontacten", **_vraag(OBJECT, als_verwijzing(kenmerk)))
    return next((contact for contact in gevonden if _van_ons(contact, nummers)), None)


def find_taak(api: OpenKlant, contact: str, nummers: Sequence[str]) -> Stuk | None:
    """Our task for this contact, or None; a colleague may have added others."""
    gevonden = api.zoek("internetaken", aanleidinggevendKlantcontact__uuid=contact)
    eigen = [taak for taak in gevonden if (taak.get("aanleidinggevendKlantcontact") or {}).get("uuid") == contact]
    return next((taak for taak in eigen if _van_ons(taak, nummers)), None)


def find_adres(api: OpenKlant, kenmerk: str, soort: str) -> Stuk | None:
    """Our address of this kind, or None."""
    referentie = referentie_van(kenmerk, soort)
    gevonden = api.zoek("digitaleadressen", referentie=referentie)
    return next((adres for adres in gevonden if adres.get("referentie") == referentie), None)


def _van_ons(deel: dict[str, Any], nummers: Sequence[str]) -> bool:
    return deel.get("nummer") in nummers or deel.get("referentienummer") in nummers
