"""A sign for another system: which aanmelding, and what happened. Signed, and without content."""

from __future__ import annotations

import hashlib
import hmac
import json

from api.levering.job import Klus
from api.levering.web import verstuur
from api.settings import Settings

GEBEURTENIS = {
    "aanmelding": "aanmelding.ontvangen",
    "wijziging": "aanmelding.gewijzigd",
    "intrekking": "aanmelding.ingetrokken",
}


def lever(klus: Klus) -> None:
    """Send the sign; raises LeverFout. The same event has the same `Idempotency-Key` at every attempt."""
    gebeurtenis = {"kenmerk": klus.aanmelding.kenmerk, "gebeurtenis": GEBEURTENIS[klus.levering.soort]}
    inhoud = json.dumps(gebeurtenis).encode()
    tijd = str(int(klus.huis.klok().timestamp()))
    kop = {
        "Content-Type": "application/json",
        "Idempotency-Key": klus.merk,
        "Voordeur-Tijd": tijd,
        "Voordeur-Handtekening": handtekening(klus.huis.settings, tijd, inhoud),
    }
    verstuur("POST", klus.huis.settings.webhook_url or "", kop=kop, inhoud=inhoud).of_fout()


def handtekening(settings: Settings, tijd: str, inhoud: bytes) -> str:
    """`sha256=` and the HMAC of the moment, a full stop and the body, with the shared secret."""
    geheim = settings.webhook_geheim.get_secret_value() if settings.webhook_geheim else ""
    return "sha256=" + hmac.new(geheim.encode(), f"{tijd}.".encode() + inhoud, hashlib.sha256).hexdigest()
