"""What comes in: read for danger first, however it is shaped, and only then judged on size, form and pace."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from actions.consult import STAP
from actions.kaarten import Kaart
from api.chat.schemas import MAX_BYTES, MAX_TEKENS, Bericht
from api.context import Huis
from api.problem import Probleem
from assistant.beurt import Beurt


@dataclass(frozen=True)
class Verzoek:
    """One POST as it came in: body unread, and who sends it."""

    gesprek: str
    token: str
    inhoud: bytes
    sleutel: str | None = None
    adres: str = ""


def lees_ruw(inhoud: bytes) -> tuple[str, str | None]:
    """The text to scan, however the body is shaped, and the button if it is one."""
    ruw = inhoud[:MAX_BYTES].decode("utf-8", "replace")
    try:
        data = json.loads(inhoud)
    except (ValueError, RecursionError):
        return ruw, None
    if not isinstance(data, dict):
        return ruw, None
    tekst, keuze = data.get("tekst"), data.get("keuze")
    if isinstance(tekst, str):
        return tekst[:MAX_BYTES], None
    return ("", keuze) if isinstance(keuze, str) else (ruw, None)


def hulp_bij(huis: Huis, beurt: Beurt) -> Sequence[Kaart]:
    """What every error shows: the safety reply where there is danger, else the help lines."""
    if beurt.signaal is None:
        return huis.hulp(beurt.gemeente)
    return huis.veilig(beurt.signaal, rol=beurt.rol, gemeente=beurt.gemeente)


def controleer(huis: Huis, verzoek: Verzoek, hulp: Sequence[Kaart]) -> None:
    """Limits and shape, judged after the text was scanned for danger."""
    bewaak(huis, huis.per_adres.wacht(verzoek.adres), hulp)
    if len(verzoek.inhoud) > MAX_BYTES:
        raise Probleem(413, f"Een bericht mag ten hoogste {MAX_TEKENS} tekens lang zijn.", "te-lang", hulp)
    try:
        bericht = Bericht.model_validate_json(verzoek.inhoud)
    except ValidationError as fout:
        raise Probleem(422, _uitleg(fout), "ongeldig-bericht", hulp) from None
    if bericht.keuze is not None and not _bekende_keuze(huis, bericht.keuze):
        raise Probleem(422, "Deze knop kennen we niet (meer).", "onbekende-keuze", hulp)
    bewaak(huis, huis.per_gesprek.wacht(verzoek.gesprek), hulp)


def _uitleg(fout: ValidationError) -> str:
    soorten = {deel["type"] for deel in fout.errors()}
    if "string_too_long" in soorten:
        return f"Je bericht is te lang. Ten hoogste {MAX_TEKENS} tekens passen in een bericht. Knip het in tweeën."
    if "value_error" in soorten:
        return "Je bericht is leeg. Typ een vraag of kies een knop."
    return "We kunnen dit bericht niet lezen. Stuur JSON met 'tekst' of 'keuze'."


def _bekende_keuze(huis: Huis, keuze: str) -> bool:
    if keuze.startswith("artikel:"):
        return keuze.removeprefix("artikel:") in huis.gereedschap.kennis.nu.artikelen
    if keuze.startswith(STAP):
        return huis.gereedschap.kennis.nu.stap(keuze.removeprefix(STAP)) is not None
    return keuze in huis.keuzes


def bewaak(huis: Huis, seconden: int, hulp: Sequence[Kaart]) -> None:
    """Refuse with 429 when the limit says how long to wait; the refusal carries the help."""
    if seconden and huis.settings.rate_limit == "on":
        detail = f"Je stuurt veel berichten achter elkaar. Over {seconden} seconden kan het weer."
        raise Probleem(429, detail, "te-snel", hulp or huis.hulp(), kop={"Retry-After": str(seconden)})
