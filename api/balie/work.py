"""What an employee does with an aanmelding: a small state machine, with every step in the logbook."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from sqlalchemy.orm import Session

from api.aanmelding.store import find_aanmelding, open_tekst, verander, voeg_toe
from api.balie.session import Aangemeld, noteer
from api.balie.store import GEVAAR, find_laatste_regel
from api.balie.urgency import URGENTIES, oordeel
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.pages.forms import Formulier
from api.pages.texts import teksten
from api.veiligheid.gate import hoor

log = structlog.get_logger()
BEZIG = ("opgepakt", "contact_geprobeerd", "contact_gelukt")
MANIEREN = ("gebeld_geen_gehoor", "voicemail", "bericht", "langs_geweest")
GESPREKKEN = ("telefoon", "beeldbellen", "thuis", "op_school", "kantoor")
UITKOMSTEN = ("advies", "sociale_basis", "jgt", "kernteam", "elders", "geen_contact")
MAX_TEKST = 4000


class WasJeVoor(Exception):
    """A colleague changed this aanmelding after it was shown."""


class Onvolledig(Exception):
    """Something still has to be filled in; `tekst` names what to say about it."""

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst)
        self.tekst = tekst


@dataclass(frozen=True)
class Stap:
    """One thing to do: from which states, to which state (None: it stays), and what must be filled in."""

    naam: str
    van: tuple[str, ...]
    naar: str | None = None
    soort: str = ""
    kies: tuple[str, ...] = ()
    tekst_nodig: bool = False

    def gezien(self, rij: AanmeldingRij) -> str:
        """What must still be so when this step is taken, as the form carries it along; empty when nothing has to."""
        if self.naam == "urgentie":
            return rij.urgentie_op.isoformat() if rij.urgentie_op else "nooit"
        return rij.status if self.naar else ""


STAPPEN = {
    stap.naam: stap
    for stap in (
        Stap("oppakken", ("ontvangen",), "opgepakt", "opgepakt"),
        Stap("contact_geprobeerd", BEZIG[:2], "contact_geprobeerd", "contact_geprobeerd", kies=MANIEREN),
        Stap("contact_gelukt", BEZIG, "contact_gelukt", "contact_gelukt", kies=GESPREKKEN),
        Stap("bericht", ("ontvangen", *BEZIG), None, "bericht", tekst_nodig=True),
        Stap("notitie", ("ontvangen", *BEZIG, "overgedragen", "afgesloten", "ingetrokken"), None, "notitie", (), True),
        Stap("overdragen", BEZIG, "overgedragen", "overgedragen", tekst_nodig=True),
        Stap("afsluiten", (*BEZIG, "ingetrokken"), "afgesloten", "afgesloten", kies=UITKOMSTEN),
        Stap("urgentie", ("ontvangen", *BEZIG), None, "notitie", kies=URGENTIES, tekst_nodig=True),
        Stap("heropenen", ("afgesloten", "overgedragen"), "opgepakt", "heropend", tekst_nodig=True),
    )
}
VOOR_COLLEGAS = ("heropenen",)  # the text of this step is a note; the family sees only that it happened


def mogelijk(rij: AanmeldingRij) -> list[Stap]:
    """What can be done now; nothing once the text was wiped."""
    return [stap for stap in STAPPEN.values() if rij.status in stap.van] if rij.sleutel is not None else []


def verwerk(huis: Huis, wie: Aangemeld, kenmerk: str, stap: Stap, invoer: Formulier) -> None:
    """Do this step and write it down; raises Onvolledig, WasJeVoor or Veranderd, and then nothing has changed."""
    with huis.database.schrijven() as sessie:
        rij = find_aanmelding(sessie, kenmerk)
        if rij is None or rij.status not in stap.van:
            raise WasJeVoor(kenmerk)
        anders = stap.gezien(rij) not in ("", invoer.een("gezien"))
        if stap.naar and anders:
            raise WasJeVoor(kenmerk)
        regels = _regels(rij, stap, invoer)
        if stap.naar is None and _staat_er_al(huis, sessie, rij, wie, regels[0]):
            return
        if anders:
            raise WasJeVoor(kenmerk)
        nieuw = _nieuw(huis, rij, stap, wie, invoer)
        if nieuw:
            verander(sessie, rij, **nieuw)
        for soort, tekst in regels:
            signaal = hoor(huis, [tekst or ""], rol="professional")
            voeg_toe(sessie, huis.bos, rij, wie=wie.naam, soort=soort, op=huis.klok(), tekst=tekst, signaal=signaal)
            if signaal is not None:
                huis.teller.tel(signaal, deur="balie", nu=huis.klok(), gemeente=rij.gemeente)
        noteer(huis, sessie, wie, stap.naam, kenmerk=rij.kenmerk, gemeente=rij.gemeente)
    log.info("aanmelding_veranderd", soort=stap.naam, gemeente=rij.gemeente, medewerker=wie.id)


def _nieuw(huis: Huis, rij: AanmeldingRij, stap: Stap, wie: Aangemeld, invoer: Formulier) -> dict[str, object]:
    """The columns that this step changes."""
    if stap.naam == "urgentie":
        keuze, reden = invoer.een("keuze"), invoer.een("tekst")
        return oordeel(huis.bos, rij, urgentie=keuze, reden=reden, wie=wie.naam, op=huis.klok())
    opgepakt: dict[str, object] = {"opgepakt_door": wie.naam} if stap.naar == "opgepakt" else {}
    return opgepakt | {"status": stap.naar} if stap.naar is not None else {}


def _regels(rij: AanmeldingRij, stap: Stap, invoer: Formulier) -> list[tuple[str, str | None]]:
    """The lines for the logbook: what the family may read, then the note for colleagues; raises Onvolledig."""
    tekst, keuze = invoer.een("tekst"), invoer.een("keuze")
    if len(tekst) > MAX_TEKST:
        raise Onvolledig("te_lang")
    if (stap.tekst_nodig and not tekst) or (stap.kies and keuze not in stap.kies):
        raise Onvolledig(stap.naam)
    if stap.naam == "urgentie":
        return [(stap.soort, teksten()("urgentie.regel", urgentie=teksten()(f"urgentie.{keuze}"), reden=tekst))]
    notities = [tekst] if tekst and (stap.kies or stap.naam in VOOR_COLLEGAS) else []
    if keuze == "geen_contact" and rij.niveau in GEVAAR:
        notities.append(_tweede(invoer))
    voor_familie = teksten()(f"{stap.naam}.{keuze}") if stap.kies else tekst
    eerste: tuple[str, str | None] = (stap.soort, None if stap.naam in VOOR_COLLEGAS else voor_familie or None)
    return [eerste, *(("notitie", notitie) for notitie in notities)]


def _tweede(invoer: Formulier) -> str:
    """With a sign of danger nobody closes alone after failed calls."""
    naam = invoer.een("tweede")
    if not naam:
        raise Onvolledig("tweede")
    return teksten()("balie.overlegd_met", naam=naam)


def _staat_er_al(
    huis: Huis, sessie: Session, rij: AanmeldingRij, wie: Aangemeld, regel: tuple[str, str | None]
) -> bool:
    """The button was pressed twice: the same words by the same person are already the last line."""
    laatste = find_laatste_regel(sessie, rij.id)
    if laatste is None or (laatste.wie, laatste.soort) != (wie.naam, regel[0]):
        return False
    return open_tekst(rij, laatste, huis.bos) == regel[1]
