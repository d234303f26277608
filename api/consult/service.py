"""From what a professional sends to a consult at the balie: never changed on the way, sent once, and heard for danger first."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import structlog

from actions.consult import contactpersoonkaart_bij, genoemde_contactpersoon
from actions.kaarten import Kaart
from api.aanmelding.reference import nieuw_kenmerk
from api.aanmelding.store import create_herhaling
from api.consult import store
from api.consult.recognisable import herkenbaar_in
from api.consult.schemas import ConsultVelden, NieuwConsult
from api.context import Huis
from api.database.consult_tables import ConsultRij
from api.levering.store import zet_consult_klaar
from api.once import Merken, een_keer
from api.problem import Probleem
from api.veiligheid.gate import diep, hoor
from api.veiligheid.marks import merk
from assistant.gate.urgency import Signaal
from knowledge.free_days import na_werkdagen
from knowledge.models import Contactpersoon, Gemeente
from knowledge.opening_hours import AMSTERDAM

log = structlog.get_logger()
ROL = "professional"


def verstuur(huis: Huis, nieuw: NieuwConsult, *, sleutel: str, inhoud: bytes) -> dict[str, Any]:
    """Store a consult and answer with kenmerk and by when somebody calls; the same key gives the same answer.

    Raises Probleem 422 while the line holds what a child is known by, or the topic is not ours: nothing is stored then."""
    gemeente = _get_gemeente_or_raise(huis, nieuw.gemeente)
    signaal = hoor_consult(huis, nieuw.velden.model_dump(mode="json", exclude_none=True))
    _keur(huis, nieuw.velden)
    return een_keer(
        huis, wat="consult", een="een ander consult", sleutel=sleutel, inhoud=inhoud, gemeente=gemeente,
        doe=lambda merken: _bewaar(huis, nieuw.velden, gemeente, signaal, merken),
    )  # fmt: skip


def hoor_consult(huis: Huis, velden: dict[str, Any]) -> Signaal | None:
    """The most serious sign of danger in what was filled in."""
    return hoor(huis, diep(velden), rol=ROL)


def _get_gemeente_or_raise(huis: Huis, gemeente_id: str) -> Gemeente:
    try:
        return huis.gemeente(gemeente_id)
    except KeyError:
        raise Probleem(422, "Zeg voor welke gemeente het consult is.", "onbekende-gemeente", huis.hulp()) from None


def _keur(huis: Huis, velden: ConsultVelden) -> None:
    """What a child is known by is named by its kind, so that no word of the line stands in an error."""
    if velden.onderwerp not in huis.gereedschap.kennis.nu.onderwerpen:
        raise _weiger("onderwerp", "Kies een onderwerp uit de lijst.")
    soorten = sorted({deel.soort for deel in herkenbaar_in(velden.zin or "")})
    if soorten:
        raise _weiger("zin", f"Haal dit eerst weg: {', '.join(soorten)}. Dan kan niemand het kind herkennen.")


def _weiger(veld: str, uitleg: str) -> Probleem:
    fout = {"veld": f"velden.{veld}", "uitleg": uitleg}
    return Probleem(422, "Een of meer velden kloppen nog niet.", "ongeldig-veld", extra={"velden": [fout]})


def bellen_voor(gemeente: Gemeente, op: datetime) -> date | None:
    """By when somebody calls, where the gemeente filled in within how many working days; else nothing is promised."""
    dagen = gemeente.consult_binnen_werkdagen
    return na_werkdagen(op.astimezone(AMSTERDAM).date(), dagen, gemeente.sluitingsdagen) if dagen else None


def _bewaar(
    huis: Huis, velden: ConsultVelden, gemeente: Gemeente, signaal: Signaal | None, merken: Merken
) -> dict[str, Any]:
    nu, team = huis.klok(), gemeente.team_of_enige(velden.kern)
    rij = ConsultRij(
        id=secrets.token_hex(16),
        kenmerk=nieuw_kenmerk().replace("VD", "VC", 1),
        gemeente=gemeente.id,
        team=team.id if team else None,
        status="ontvangen",
        onderwerp=velden.onderwerp,
        functie=velden.functie,
        urgentie=velden.urgentie,
        ontvangen_op=nu,
        laatst_op=nu,
        bellen_voor=bellen_voor(gemeente, nu),
        **merk(signaal),
    )
    antwoord = {
        "kenmerk": rij.kenmerk,
        "status": rij.status,
        "bellen_voor": rij.bellen_voor.isoformat() if rij.bellen_voor else None,
        "team": team.naam if team else None,
        "telefoon": gemeente.telefoon,
        "berichten": [k.model_dump(mode="json", exclude_none=True) for k in _kaarten(huis, velden, gemeente, signaal)],
    }
    with huis.database.schrijven() as sessie:
        store.create_consult(sessie, huis.bos, rij, velden.model_dump(mode="json", exclude_none=True))
        zet_consult_klaar(sessie, huis.bos, rij, doelen=huis.settings.doelen, op=nu)
        create_herhaling(sessie, huis.bos, merk=merken.sleutel, inhoud_merk=merken.inhoud, op=nu, antwoord=antwoord)
    if signaal is not None:
        huis.teller.tel(signaal, deur="consult", nu=nu, gemeente=gemeente.id)
    log.info("consult_ontvangen", gemeente=gemeente.id, team=rij.team, onderwerp=rij.onderwerp)
    return antwoord


def _kaarten(huis: Huis, velden: ConsultVelden, gemeente: Gemeente, signaal: Signaal | None) -> Sequence[Kaart]:
    """The safety reply where there is danger; else the fixed contact of this place, where the team filled one in."""
    if signaal is not None:
        return huis.veilig(signaal, rol=ROL, gemeente=gemeente)
    vast = vaste_contactpersoon(gemeente, velden.organisatie)
    return [contactpersoonkaart_bij(huis.gereedschap.teksten, gemeente, vast)] if vast else []


def vaste_contactpersoon(gemeente: Gemeente, organisatie: str) -> Contactpersoon | None:
    """The fixed contact of the place that was filled in, or None."""
    gezocht = genoemde_contactpersoon(gemeente, organisatie)
    return next((persoon for persoon in gemeente.contactpersonen if persoon.id == gezocht), None)
