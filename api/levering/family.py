"""A mail to the family that something is ready for them: only when they chose it, and never what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from api.aanmelding.store import open_velden
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.levering import mail
from api.levering.errors import Vervallen
from api.levering.job import Klus
from api.levering.store import FAMILIE, leverdoelen, zet_klaar


def mag_mailen(velden: Mapping[str, Any]) -> bool:
    """Whether this family chose mail. When calling is unsafe only for an address that nobody else reads."""
    contact = velden.get("contact") or {}
    keuze = contact.get("mail_bericht") if contact.get("email") else None
    return keuze == "alleen_ik" or (keuze == "gedeeld" and contact.get("veilig_bellen") is not False)


def meld_familie(huis: Huis, sessie: Session, rij: AanmeldingRij, velden: Mapping[str, Any] | None = None) -> None:
    """Put a mail ready, in the transaction of what there is to read; nothing when mail is off or was not chosen."""
    gekozen = mag_mailen(open_velden(rij, huis.bos) if velden is None else velden)
    if gekozen and FAMILIE in leverdoelen(huis.settings):
        zet_klaar(sessie, huis.bos, rij, soort="klaar", doelen=(FAMILIE,), op=huis.klok(), alleen=True)


def lever(klus: Klus) -> None:
    """Send it; raises LeverFout, or Vervallen when the family thought better of it or the text is gone."""
    if klus.gewist or not mag_mailen(klus.velden):
        raise Vervallen
    mail.verstuur(klus, naar=klus.velden["contact"]["email"], tekst="familiemail")
