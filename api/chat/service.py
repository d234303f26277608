"""A beurt from request to stored reply. Danger is read first; whatever goes wrong after that, the reply still helps."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from fastapi.responses import JSONResponse

from actions.kaarten import AanmeldingKaart, Kaart
from api import emergency_stop
from api.chat import store
from api.chat.concept import concept_voor, leg_vast
from api.chat.intake import Verzoek, bewaak, controleer, hulp_bij, lees_ruw
from api.context import Huis
from api.crypto import SleutelFout
from api.database.engine import DatabaseWeg
from api.database.locks import Bezet
from api.database.tables import BeurtRij, Gesprek
from api.problem import Probleem
from api.veiligheid.marks import merk as mark
from api.wiping import wis_gesprekken
from assistant.beurt import Beurt, als_antwoord, doorloop
from assistant.fallback import noodantwoord
from assistant.gate.safety_reply import NIET_BEDOELD
from assistant.gate.urgency import Signaal
from assistant.steps import gesprek as gespreksstappen
from assistant.steps import poort
from knowledge.models import Gemeente

log = structlog.get_logger()
WIS = "wis_gesprek_nu"


def start_gesprek(
    huis: Huis, *, gemeente_id: str, rol: str | None, adres: str, om_te_sturen: bool = False
) -> dict[str, Any]:
    """A new conversation, with the first words of the assistant; raises Probleem. One that only serves to send an aanmelding
    begins with the chat off too."""
    bewaak(huis, huis.per_adres.wacht(adres), ())
    try:
        gemeente = huis.gemeente(gemeente_id)
    except KeyError:
        raise Probleem(404, "Deze gemeente kennen we niet.", "onbekende-gemeente", huis.hulp()) from None
    gesprek_id, token, nu = secrets.token_hex(16), secrets.token_urlsafe(32), huis.klok()
    try:
        if not om_te_sturen:
            emergency_stop.bewaak(huis, gemeente)
        with huis.database.schrijven() as sessie:
            store.create_gesprek(
                sessie, huis.bos, gesprek_id=gesprek_id, token=token, gemeente=gemeente_id, rol=rol, nu=nu
            )
    except DatabaseWeg as fout:
        raise _storing(huis, huis.hulp(gemeente)) from fout
    return {
        "id": gesprek_id,
        "token": token,
        "gemeente": gemeente_id,
        "verloopt_op": nu + timedelta(minutes=huis.settings.gesprek_minuten),
        "berichten": begroeting(huis, gemeente.naam),
    }


def begroeting(huis: Huis, gemeente: str) -> list[Kaart]:
    """The first words: this is a computer, and a person can be reached."""
    teksten = huis.gereedschap.teksten
    knoppen = teksten.knoppen("begroeting")
    return [teksten.zeg("begroeting", gemeente=gemeente), *([knoppen] if knoppen else [])]


def beantwoord(huis: Huis, verzoek: Verzoek) -> dict[str, Any]:
    """The reply to one message; raises Probleem, which carries the safety reply where there is danger."""
    tekst, keuze = lees_ruw(verzoek.inhoud)
    beurt = Beurt(tekst, huis.klok(), verzoek.gesprek, keuze=keuze)
    doorloop(beurt, poort(huis.gevaar))
    hulp = hulp_bij(huis, beurt)
    controleer(huis, verzoek, hulp)
    if keuze == WIS:
        return _wis_en_zeg(huis, verzoek)
    merk = hashlib.sha256(verzoek.inhoud).hexdigest()
    try:
        with huis.sloten.houd(verzoek.gesprek, verzoek.sleutel):
            rij, eerder = _open(huis, verzoek, hulp)
            if eerder is not None:
                return _herhaal(huis, rij, eerder, merk, hulp)
            return _behandel(huis, verzoek, beurt, rij, merk, hulp)
    except Bezet as fout:
        raise Probleem(
            409, "Je vorige bericht wordt nog beantwoord.", "bezig", hulp, kop={"Retry-After": "1"}
        ) from fout
    except DatabaseWeg as fout:
        log.error("database_weg", bij="beurt")
        raise _storing(huis, _zonder_opslag(huis, beurt, hulp_bij(huis, beurt))) from fout


def _wis_en_zeg(huis: Huis, verzoek: Verzoek) -> dict[str, Any]:
    """The button 'Wis dit gesprek': wiped first, then said."""
    wis_gesprek(huis, verzoek.gesprek, verzoek.token)
    klaar = Beurt("", huis.klok(), verzoek.gesprek)
    klaar.eindig([huis.gereedschap.teksten.zeg("gesprek_gewist")], "praktisch", "beantwoord")
    return als_antwoord(klaar, None)


def get_geldig_gesprek(huis: Huis, gesprek_id: str, token: str, hulp: Sequence[Kaart] = ()) -> Gesprek:
    """The row of a conversation that this token may continue; raises Probleem 404 or 401."""
    with huis.database.lezen() as sessie:
        rij = store.get_gesprek(sessie, gesprek_id)
    if rij is None:
        raise Probleem(404, "Dit gesprek bestaat niet (meer). Begin een nieuw gesprek.", "onbekend-gesprek", hulp)
    verlopen = huis.klok() - rij.laatst_op > timedelta(minutes=huis.settings.gesprek_minuten)
    if verlopen or not huis.bos.klopt(token, rij.token_merk):
        raise Probleem(401, "Dit gesprek is verlopen. Begin een nieuw gesprek.", "verlopen", hulp)
    return rij


def _open(huis: Huis, verzoek: Verzoek, hulp: Sequence[Kaart]) -> tuple[Gesprek, BeurtRij | None]:
    rij = get_geldig_gesprek(huis, verzoek.gesprek, verzoek.token, hulp)
    if verzoek.sleutel is None:
        return rij, None
    with huis.database.lezen() as sessie:
        return rij, store.find_beurt(sessie, rij.id, huis.bos.merk(verzoek.sleutel))


def _herhaal(huis: Huis, rij: Gesprek, eerder: BeurtRij, merk: str, hulp: Sequence[Kaart]) -> dict[str, Any]:
    """The stored reply once more; another body under the same key is a mistake of the client."""
    if eerder.inhoud_merk != merk:
        raise Probleem(422, "Deze Idempotency-Key hoort bij een ander bericht.", "sleutel-hergebruikt", hulp)
    stand = store.open_stand(rij, huis.bos)
    antwoord = dict(store.open_json(stand.kluis, eerder.antwoord, "antwoord"))
    return vul_velden(antwoord, concept_voor(stand))


def vul_velden(antwoord: dict[str, Any], velden: dict[str, Any]) -> dict[str, Any]:
    """Put the concept back into the stored reply, which is kept without it."""
    for bericht in antwoord["berichten"]:
        if bericht["soort"] == "aanmelding":
            bericht["velden"] = velden
    return antwoord | {"concept": velden or None}


def _behandel(
    huis: Huis, verzoek: Verzoek, beurt: Beurt, rij: Gesprek, merk: str, hulp: Sequence[Kaart]
) -> dict[str, Any]:
    try:
        stand = store.open_stand(rij, huis.bos)
    except SleutelFout as fout:
        raise Probleem(401, "Dit gesprek is gewist. Begin een nieuw gesprek.", "verlopen", hulp) from fout
    if stand.beschadigd:
        log.error("toestand_beschadigd")
    beurt.gemeente, beurt.rol, beurt.toestand = huis.gemeente(stand.gemeente), stand.rol, stand.toestand
    beurt.geheugen, beurt.volgnummer = dict(stand.geheugen), stand.versie + 1
    _bewaak_noodstop(huis, beurt, beurt.gemeente)
    _doorloop_of_vang(huis, beurt)
    stand.rol, stand.toestand, stand.geheugen = beurt.rol, beurt.toestand, beurt.geheugen
    leg_vast(stand, beurt)
    velden = concept_voor(stand)
    if beurt.velden is not None:
        beurt.kaarten = [replace_velden(kaart, velden) for kaart in beurt.kaarten]
    antwoord = als_antwoord(beurt, velden)
    with huis.database.schrijven() as sessie:
        weg = store.wipe_merk(sessie, stand.id) if beurt.keuze == NIET_BEDOELD else None
        store.store_beurt(sessie, stand, _te_bewaren(huis, verzoek, beurt, merk, antwoord))
    _tel(huis, beurt, stand.gemeente, weg)
    log.info("beurt", status=beurt.status, route=beurt.route, onderwerp=beurt.onderwerp)
    return antwoord


def _bewaak_noodstop(huis: Huis, beurt: Beurt, gemeente: Gemeente) -> None:
    """With the chat off nothing is answered or stored, except danger: that is answered, and counted."""
    if emergency_stop.is_uit(huis, gemeente.id):
        _tel(huis, beurt, gemeente.id, None)
        raise emergency_stop.dicht(huis, gemeente, hulp_bij(huis, beurt))


def _tel(huis: Huis, beurt: Beurt, gemeente: str, weg: Signaal | None) -> None:
    """What this beurt adds to the counts: a sign, or the sign before it that was not meant that way."""
    if beurt.signaal is not None:
        huis.teller.tel(beurt.signaal, deur="gesprek", nu=beurt.nu, gemeente=gemeente)
    if weg is not None:
        huis.teller.tel(weg, deur="gesprek", nu=beurt.nu, gemeente=gemeente, soort="niet_bedoeld")


def replace_velden(kaart: Kaart, velden: dict[str, Any]) -> Kaart:
    """The aanmelding card with what the conversation gathered, contact details included."""
    return kaart.model_copy(update={"velden": velden}) if isinstance(kaart, AanmeldingKaart) else kaart


def _doorloop_of_vang(huis: Huis, beurt: Beurt) -> None:
    """The steps; a step that fails becomes a stored status and a useful reply, with the state as it was."""
    eerder = replace(beurt, geheugen=dict(beurt.geheugen))
    try:
        doorloop(beurt, gespreksstappen(huis.gevaar, huis.brein, huis.gereedschap))
    except Exception as fout:  # noqa: BLE001 - stored as a status, answered by fallback
        log.error("beurt_mislukt", soort=type(fout).__name__)
        beurt.toestand, beurt.geheugen, beurt.rol = eerder.toestand, eerder.geheugen, eerder.rol
        beurt.velden = None
        noodantwoord(beurt, huis.gereedschap)
        beurt.status = "mislukt"


def _te_bewaren(huis: Huis, verzoek: Verzoek, beurt: Beurt, merk: str, antwoord: dict[str, Any]) -> store.NieuweBeurt:
    """What is stored: the redacted text, and the reply without the fields of the aanmelding."""
    kaal = antwoord | {"concept": None}
    kaal["berichten"] = [b | {"velden": {}} if b["soort"] == "aanmelding" else b for b in antwoord["berichten"]]
    label = huis.label(beurt.keuze) if beurt.keuze else None
    return store.NieuweBeurt(
        idempotentie=huis.bos.merk(verzoek.sleutel) if verzoek.sleutel else None,
        inhoud_merk=merk,
        op=beurt.nu,
        status=beurt.status,
        route=beurt.route,
        onderwerp=beurt.onderwerp,
        **mark(beurt.signaal),
        invoer={"tekst": label if beurt.keuze else beurt.veilig},
        antwoord=kaal,
    )


def _zonder_opslag(huis: Huis, beurt: Beurt, hulp: Sequence[Kaart]) -> Sequence[Kaart]:
    """With the database down: the safety reply, else what search finds, and always the help lines."""
    if beurt.signaal is not None or not beurt.tekst:
        return hulp
    from actions.answer import zoek_antwoord
    from actions.present import artikelkaart

    kennis = huis.gereedschap.kennis.nu
    antwoord = zoek_antwoord(kennis, beurt.tekst)
    gemeente = beurt.gemeente or next(iter(kennis.gemeenten.values()))
    gevonden = [artikelkaart(antwoord.artikel, kennis, gemeente)] if antwoord.artikel else []
    return [huis.gereedschap.teksten.zeg("storing_opslag"), *gevonden, *hulp]


def _storing(huis: Huis, hulp: Sequence[Kaart]) -> Probleem:
    return Probleem(
        503,
        "Het systeem kan nu even niets opslaan. Je bericht is niet bewaard. Probeer het over een paar minuten nog eens.",
        "storing",
        hulp,
        kop={"Retry-After": "60"},
    )


def wis_gesprek(huis: Huis, gesprek_id: str, token: str) -> None:
    """Wipe the conversation now: key, text and state."""
    get_geldig_gesprek(huis, gesprek_id, token)
    with huis.database.schrijven() as sessie:
        wis_gesprekken(sessie, [gesprek_id], huis.klok())
    huis.database.wis_sporen()
    log.info("gesprek_gewist")


def verloopt_op(huis: Huis, rij: Gesprek) -> datetime:
    """Until when this conversation can be continued without a new message."""
    return rij.laatst_op + timedelta(minutes=huis.settings.gesprek_minuten)


def als_json(antwoord: dict[str, Any]) -> JSONResponse:
    """The reply as it goes out; it was built from typed cards, so it is not validated a second time."""
    return JSONResponse(antwoord)
