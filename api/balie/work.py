"""What an employee does with an aanmelding: one step at a time, each of them in the logbook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy.orm import Session

from api.aanmelding.looking_back import tel_antwoord
from api.aanmelding.states import GEEN_VERZOEK, KanNiet, naar_or_raise
from api.aanmelding.store import find_aanmelding, list_logboek, open_tekst, verander, voeg_toe
from api.balie.closing import dagen_geprobeerd, einde, verzoek, vraagt_tweede
from api.balie.entry import Ingevuld, Onvolledig
from api.balie.session import Aangemeld, noteer
from api.balie.steps import NIET_BEREIKT, STAPPEN, VOOR_GEZIN, Stap
from api.balie.urgency import oordeel
from api.context import Huis
from api.database.tables import AanmeldingRij, LogboekRij
from api.levering.family import meld_familie
from api.pages.forms import Formulier
from api.pages.texts import teksten
from api.veiligheid.gate import hoor

__all__ = ["STAPPEN", "Onvolledig", "WasJeVoor", "verwerk"]
log = structlog.get_logger()
KLAAR_VOOR_GEZIN = ("bericht", "contact_geprobeerd")  # after these steps there is something new to read for the family
TWEE_KEER = timedelta(minutes=2)  # the same words by the same person within this time are one press of a button


class WasJeVoor(Exception):
    """A colleague or the family changed this aanmelding after it was shown."""


@dataclass(frozen=True)
class Regel:
    """A line for the logbook."""

    soort: str
    tekst: str | None = None


@dataclass(frozen=True)
class Taak:
    """One step as one employee takes it now."""

    huis: Huis
    wie: Aangemeld
    stap: Stap
    invoer: Ingevuld
    rij: AanmeldingRij
    logboek: list[LogboekRij]
    nu: datetime

    @property
    def gezin(self) -> int:
        """The last line of the family."""
        return laatste_van_gezin(self.logboek)


def laatste_van_gezin(logboek: list[LogboekRij]) -> int:
    """The number of the last line that the family wrote."""
    return max((regel.id for regel in logboek if regel.wie == "melder"), default=0)


def verwerk(huis: Huis, wie: Aangemeld, kenmerk: str, stap: Stap, formulier: Formulier) -> None:
    """Do this step and write it down; raises Onvolledig, KanNiet, WasJeVoor or Veranderd, and then nothing has changed."""
    with huis.database.schrijven() as sessie:
        rij = find_aanmelding(sessie, kenmerk)
        if rij is None:
            raise WasJeVoor(kenmerk)
        logboek, nu = list_logboek(sessie, rij.id), huis.klok()
        taak = Taak(huis, wie, stap, Ingevuld.van(formulier), rij, logboek, nu)
        gebeurd_op = taak.invoer.controleer(stap, rij, huis.gemeente(rij.gemeente), nu)
        regels = _regels(taak)
        if _staat_er_al(taak, regels):
            return
        _mag_or_raise(taak)
        _schrijf(sessie, taak, regels, gebeurd_op)
    log.info("aanmelding_veranderd", soort=stap.naam, gemeente=rij.gemeente, medewerker=wie.id)


def _mag_or_raise(taak: Taak) -> None:
    """Raises WasJeVoor when something changed since the page was shown, else KanNiet when the step is impossible."""
    rij, stap = taak.rij, taak.stap
    if taak.invoer.gezien != stap.gezien(rij, taak.gezin):
        raise WasJeVoor(rij.kenmerk)
    if not stap.kan(rij, taak.wie.naam):
        raise KanNiet(rij.kenmerk, rij.status)
    if stap.naam == "afsluiten" and taak.invoer.keuze == NIET_BEREIKT:
        nodig = taak.huis.gemeente(rij.gemeente).dagen_niet_bereikt
        gedaan = len(dagen_geprobeerd(taak.logboek))
        if gedaan < nodig:
            raise Onvolledig("te_weinig_dagen", nodig=nodig, gedaan=gedaan)


def _schrijf(sessie: Session, taak: Taak, regels: list[Regel], gebeurd_op: datetime | None) -> None:
    huis, rij, stap, wie = taak.huis, taak.rij, taak.stap, taak.wie
    nieuw = _nieuw(taak)
    if nieuw:
        verander(sessie, rij, **nieuw)
    for nummer, regel in enumerate(regels):
        signaal = hoor(huis, [regel.tekst or ""], rol="professional")
        voeg_toe(
            sessie, huis.bos, rij, wie=wie.naam, soort=regel.soort, op=taak.nu, tekst=regel.tekst, signaal=signaal,
            gebeurd_op=gebeurd_op if stap.gebeurde and nummer == 0 else None,
        )  # fmt: skip
        if signaal is not None:
            huis.teller.tel(signaal, deur="balie", nu=taak.nu, gemeente=rij.gemeente)
    if stap.naam in KLAAR_VOOR_GEZIN:
        meld_familie(huis, sessie, rij)
    if stap.naam == "afsluiten" and taak.invoer.terugblik:
        tel_antwoord(huis, sessie, gemeente=rij.gemeente, van="medewerker", antwoord=taak.invoer.terugblik)
    noteer(huis, sessie, wie, stap.naam, kenmerk=rij.kenmerk, gemeente=rij.gemeente)


def _nieuw(taak: Taak) -> dict[str, Any]:
    """The columns that this step changes."""
    rij, stap, invoer, naam = taak.rij, taak.stap, taak.invoer, taak.wie.naam
    match stap.naam:
        case "urgentie":
            gezet = oordeel(taak.huis.bos, rij, urgentie=invoer.keuze, reden=invoer.tekst, wie=naam, op=taak.nu)
            return gezet | {"onbeoordeeld_op": None}
        case "overnemen":
            return {"opgepakt_door": naam}
        case "doorgeven":
            return {"team": invoer.keuze, "opgepakt_door": None, "voorgesteld_aan": None, **GEEN_VERZOEK}
        case "laat_open":
            return dict(GEEN_VERZOEK)
        case "afsluiten" if vraagt_tweede(rij, invoer.keuze):
            return verzoek(invoer.keuze, door=naam, op=taak.nu)
    return _beweeg(taak) if stap.beweegt else {}


def _beweeg(taak: Taak) -> dict[str, Any]:
    """The new state, with what belongs to it."""
    rij, stap = taak.rij, taak.stap
    status: dict[str, Any] = {"status": naar_or_raise(rij.kenmerk, rij.status, stap.naam)}
    if stap.naam in ("oppakken", "heropenen"):
        return status | {"opgepakt_door": taak.wie.naam} | einde(None)
    if stap.naam in ("afsluiten", "akkoord"):
        return status | einde(taak.invoer.keuze or rij.sluit_uitkomst)
    return status if stap.naam == "contact_geprobeerd" else {**status, **GEEN_VERZOEK}


def _regels(taak: Taak) -> list[Regel]:
    """The lines for the logbook: what the family may read, then notes for colleagues."""
    stap, invoer, rij, t = taak.stap, taak.invoer, taak.rij, teksten()
    notitie = [Regel("notitie", invoer.tekst)] if invoer.tekst else []
    if stap.naam in VOOR_GEZIN or stap.naam == "notitie":
        return [Regel(stap.soort, invoer.tekst)]
    if stap.naam == "urgentie":
        woorden = t(f"urgentie.{invoer.keuze}")
        return [Regel("notitie", t("urgentie.regel", urgentie=woorden, reden=invoer.tekst))]
    if stap.naam == "laat_open":
        return [Regel("notitie", t("balie.blijft_open")), *notitie]
    if stap.naam == "afsluiten" and vraagt_tweede(rij, invoer.keuze):
        return [Regel("notitie", t("balie.wil_afsluiten", uitkomst=t(f"afsluiten.{invoer.keuze}"))), *notitie]
    if stap.naam == "akkoord":
        samen = t("balie.samen_afgesloten", een=rij.sluit_door or "", twee=taak.wie.naam)
        return [Regel("afgesloten", t.keuze("afsluiten", rij.sluit_uitkomst or "")), Regel("notitie", samen), *notitie]
    return [Regel(stap.soort, _voor_gezin(taak)), *_wat_precies(stap, invoer), *notitie]


def _voor_gezin(taak: Taak) -> str | None:
    """What the family reads of a choice."""
    stap, keuze = taak.stap, taak.invoer.keuze
    if stap.naam == "doorgeven":
        return stap.opties(taak.huis.gemeente(taak.rij.gemeente), taak.rij).get(keuze)
    return teksten().zinnen.get(f"{stap.naam}_gezin.{keuze}") or teksten()(f"{stap.naam}.{keuze}") if keuze else None


def _wat_precies(stap: Stap, invoer: Ingevuld) -> list[Regel]:
    """The choice as colleagues read it, where the family reads it in other words."""
    anders = f"{stap.naam}_gezin.{invoer.keuze}" in teksten().zinnen
    return [Regel("notitie", teksten()(f"{stap.naam}.{invoer.keuze}"))] if anders else []


def _staat_er_al(taak: Taak, regels: list[Regel]) -> bool:
    """The button was pressed twice: the same words by the same person are already the last lines."""
    staart = taak.logboek[-len(regels) :]
    if len(staart) < len(regels) or taak.nu - staart[-1].op > TWEE_KEER:
        return False
    al = [(r.wie, r.soort, open_tekst(taak.rij, r, taak.huis.bos)) for r in staart]
    return al == [(taak.wie.naam, regel.soort, regel.tekst) for regel in regels]
