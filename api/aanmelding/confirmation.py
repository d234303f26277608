"""The confirmation: what the family gets in return for what it sent. Kept for a day, so that a repeated POST gets the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from actions.kaarten import Kaart
from api.aanmelding.meanwhile import intussen, rechten
from api.aanmelding.reminder import herinnering
from api.aanmelding.schemas import Intussen
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.pages.words import uren
from assistant.gate.urgency import Signaal
from knowledge.models import Gemeente, Team


@dataclass(frozen=True)
class Verzonden:
    """What was sent, to whom, and what the gate heard in it; `onderwerp` is that of the conversation."""

    gemeente: Gemeente
    team: Team | None
    velden: dict[str, Any]
    signaal: Signaal | None
    onderwerp: str | None = None


def bevestiging(huis: Huis, rij: AanmeldingRij, code: str, wat: Verzonden) -> dict[str, Any]:
    """Everything of `Ontvangen`, as JSON."""
    kennis, gemeente = huis.gereedschap.kennis.nu, wat.gemeente
    rustig = wat.signaal is None
    kaarten: list[Kaart] = [huis.gereedschap.teksten.zeg("aanmelding_rechten")]
    if wat.signaal is not None:
        kaarten = huis.veilig(wat.signaal, rol=wat.velden["rol"], gemeente=gemeente)
    tips = intussen(kennis, gemeente, wat.velden, wat.onderwerp) if rustig else Intussen()
    return {
        "kenmerk": rij.kenmerk,
        "code": code,
        "status": rij.status,
        "contact_voor": rij.contact_voor.isoformat(),
        "eerst_gelezen": rij.eerst_gelezen.isoformat() if rij.eerst_gelezen else None,
        "team": wat.team.naam if wat.team else None,
        "telefoon": gemeente.telefoon,
        "uren": uren(gemeente.uren_van(wat.team)) or None,
        "berichten": _json(kaarten),
        "intussen": tips.model_dump(mode="json", exclude_none=True),
        "rechten": _json(rechten(kennis, gemeente, huis.klok)),
        "agenda": agenda(huis, rij),
    }


def agenda(huis: Huis, rij: AanmeldingRij) -> str:
    """The belofte for someone's own calendar."""
    return herinnering(rij.contact_voor, nu=huis.klok(), merk=huis.bos.merk(f"agenda:{rij.id}"))


def _json(kaarten: list[Kaart]) -> list[dict[str, Any]]:
    return [kaart.model_dump(mode="json", exclude_none=True) for kaart in kaarten]
