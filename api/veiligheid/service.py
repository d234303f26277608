"""'Gemist of vals alarm': received, promised an answer in ten working days, read by the owner, closed with an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import structlog

from actions.kaarten import Kaart
from api.aanmelding.reference import nieuw_kenmerk
from api.context import Huis
from api.database.tables import MeldingRij
from api.veiligheid import store
from api.veiligheid.gate import hoor
from api.veiligheid.rules import bekende_regel, eigenaar_van
from api.veiligheid.schemas import NieuweMelding, Van
from assistant.gate.clean import opschonen
from assistant.gate.redact import redigeer
from knowledge.free_days import na_werkdagen
from knowledge.models import Gemeente
from knowledge.opening_hours import AMSTERDAM

log = structlog.get_logger()
WERKDAGEN = 10


@dataclass(frozen=True)
class Gemeld:
    """What the reporter is told."""

    kenmerk: str
    antwoord_voor: date
    kaarten: Sequence[Kaart]


def antwoord_voor(op: datetime) -> date:
    """The tenth working day after this moment, in Amsterdam."""
    return na_werkdagen(op.astimezone(AMSTERDAM).date(), WERKDAGEN)


def meld(huis: Huis, nieuw: NieuweMelding, *, van: Van, getypt: Sequence[str] = ()) -> Gemeld:
    """Store a report; all that was typed goes through the gate, and the sentence is kept without personal data."""
    nu, gemeente = huis.klok(), find_gemeente(huis, nieuw.gemeente)
    plaats = gemeente.id if gemeente else None
    kaarten: Sequence[Kaart] = ()
    signaal = hoor(huis, [nieuw.tekst, *getypt])
    if signaal is not None:
        huis.teller.tel(signaal, deur="melding", nu=nu, gemeente=plaats)
        kaarten = huis.veilig(signaal, rol=None, gemeente=gemeente)
    regel = bekende_regel(nieuw.regel, huis.bos)
    rij = MeldingRij(
        kenmerk=nieuw_kenmerk().replace("VD", "VM", 1),
        op=nu,
        van=van,
        soort=nieuw.soort,
        gemeente=plaats,
        regel=regel,
        eigenaar=eigenaar_van(regel),
        antwoord_voor=antwoord_voor(nu),
        status=store.OPEN,
    )
    with huis.database.schrijven() as sessie:
        store.create_melding(sessie, huis.bos, rij, redigeer(opschonen(nieuw.tekst)).tekst)
    log.info("melding_ontvangen", soort=rij.soort, van=van, regel=regel, gemeente=plaats)
    return Gemeld(rij.kenmerk, rij.antwoord_voor, kaarten)


def hoor_alleen(huis: Huis, teksten: Sequence[str], *, gemeente: str | None) -> None:
    """Count danger in what an employee typed and what was not kept."""
    signaal = hoor(huis, teksten, rol="professional")
    if signaal is not None:
        huis.teller.tel(signaal, deur="balie", nu=huis.klok(), gemeente=gemeente)


def find_gemeente(huis: Huis, gemeente_id: str | None) -> Gemeente | None:
    """The gemeente, or None when none of ours was named."""
    return huis.gereedschap.kennis.nu.gemeenten.get(gemeente_id or "")


def sluit(huis: Huis, rij: MeldingRij, *, uitkomst: str, wie: str) -> bool:
    """Close with what came of it; False when a colleague was first."""
    nu = huis.klok()
    hoor_alleen(huis, [uitkomst], gemeente=rij.gemeente)
    with huis.database.schrijven() as sessie:
        gedaan = store.sluit(sessie, huis.bos, rij, uitkomst=redigeer(opschonen(uitkomst)).tekst, wie=wie, op=nu)
    if gedaan:
        log.info("melding_afgesloten", soort=rij.soort, regel=rij.regel, gemeente=rij.gemeente)
    return gedaan
