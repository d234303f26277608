"""From an approved text to a promise, and what the family can do afterwards with kenmerk and code."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

import structlog
from pydantic import ValidationError
from sqlalchemy.orm import Session

from api.aanmelding import store
from api.aanmelding.confirmation import Verzonden, bevestiging
from api.aanmelding.promise import antwoord_voor, contact_voor, eerst_gelezen
from api.aanmelding.proposal import stel_voor
from api.aanmelding.reference import nieuw_kenmerk, nieuwe_code, zoals_gegeven
from api.aanmelding.routing import kies_team, leesbaar
from api.aanmelding.schemas import AanmeldingUit, LogRegel, NieuweAanmelding, Toegang, Velden
from api.aanmelding.states import GEEN_VERZOEK, naar
from api.balie import audit
from api.chat.service import get_geldig_gesprek
from api.chat.store import find_onderwerp
from api.context import Huis
from api.database.tables import AanmeldingRij
from api.levering.family import meld_familie
from api.levering.store import Soort, zet_klaar
from api.once import Merken, een_keer
from api.problem import Probleem
from api.veiligheid.gate import getypt, hoor
from api.veiligheid.marks import is_zwaarder, merk
from api.wiping import wis_aanmeldingen
from assistant.gate.urgency import Signaal
from knowledge.models import Gemeente

log = structlog.get_logger()
TOEGANG_MINUTEN = 30
FOUTE_CODES, SLOT_SECONDEN, LANGSTE_SLOT = 5, 60, 24 * 3600
WAARHEEN = {"kern", "gemeente_inschrijving_kind"}
VOOR_OPPAKKEN = ("ontvangen",)


def verstuur(huis: Huis, nieuw: NieuweAanmelding, *, token: str, sleutel: str, inhoud: bytes) -> dict[str, Any]:
    """Store what the family approved and answer with kenmerk, code and belofte; the same key gives the same answer."""
    gemeente = _gemeente(huis, nieuw, token)
    signaal = hoor(huis, getypt(nieuw.velden.model_dump(mode="json", exclude_none=True)), rol=nieuw.velden.rol)
    return een_keer(
        huis, wat="aanmelding", een="een andere aanmelding", sleutel=sleutel, inhoud=inhoud, gemeente=gemeente,
        doe=lambda merken: _bewaar(huis, nieuw, gemeente, signaal, merken),
    )  # fmt: skip


def _gemeente(huis: Huis, nieuw: NieuweAanmelding, token: str) -> Gemeente:
    """The gemeente of the conversation, or the one that was named."""
    gemeente_id = nieuw.gemeente
    if nieuw.gesprek is not None:
        gemeente_id = get_geldig_gesprek(huis, nieuw.gesprek, token, huis.hulp()).gemeente
    try:
        return huis.gemeente(gemeente_id or "")
    except KeyError:
        raise Probleem(422, "Zeg voor welke gemeente de aanmelding is.", "onbekende-gemeente", huis.hulp()) from None


def _bewaar(
    huis: Huis,
    nieuw: NieuweAanmelding,
    gemeente: Gemeente,
    signaal: Signaal | None,
    merken: Merken,
) -> dict[str, Any]:
    nu, code = huis.klok(), nieuwe_code()
    velden = nieuw.velden.model_dump(mode="json", exclude_none=True)
    team, reden = kies_team(gemeente, velden)
    rij = AanmeldingRij(
        id=secrets.token_hex(16),
        kenmerk=nieuw_kenmerk(),
        code_merk=huis.bos.merk(code),
        gemeente=gemeente.id,
        team=team.id if team else None,
        team_reden=reden,
        status="ontvangen",
        ontvangen_op=nu,
        contact_voor=contact_voor(nu, gemeente.sluitingsdagen),
        eerst_gelezen=eerst_gelezen(nu, gemeente.uren_van(team), gemeente.sluitingsdagen),
        **leesbaar(gemeente, velden),
        **merk(signaal),
    )
    wat = Verzonden(gemeente, team, velden, signaal, _onderwerp(huis, nieuw))
    antwoord = bevestiging(huis, rij, code, wat)
    with huis.database.schrijven() as sessie:
        rij.voorgesteld_aan = stel_voor(sessie, gemeente=gemeente.id, team=rij.team, velden=velden)
        store.create_aanmelding(sessie, huis.bos, rij, velden)
        _lever(huis, sessie, rij, "aanmelding")
        meld_familie(huis, sessie, rij, velden)
        store.create_herhaling(
            sessie, huis.bos, merk=merken.sleutel, inhoud_merk=merken.inhoud, op=nu, antwoord=antwoord
        )
    if signaal is not None:
        huis.teller.tel(signaal, deur="aanmelding", nu=nu, gemeente=gemeente.id)
    log.info("aanmelding_ontvangen", gemeente=gemeente.id, team=rij.team)
    return antwoord


def _onderwerp(huis: Huis, nieuw: NieuweAanmelding) -> str | None:
    """What the conversation was last about."""
    if nieuw.gesprek is None:
        return None
    with huis.database.lezen() as sessie:
        return find_onderwerp(sessie, nieuw.gesprek)


def geef_toegang(huis: Huis, *, kenmerk: str, code: str) -> Toegang:
    """A token to read along; wrong codes lock the kenmerk for longer each time, and say nothing about whether it exists."""
    nu = huis.klok()
    with huis.database.lezen() as sessie:
        rij = store.find_aanmelding(sessie, zoals_gegeven(kenmerk))
    if rij is None:
        raise _fout_code()
    if rij.op_slot_tot is not None and nu < rij.op_slot_tot:
        seconden = int((rij.op_slot_tot - nu).total_seconds()) + 1
        raise Probleem(429, "Er zijn te veel foute codes geprobeerd. Wacht even, of bel het JGT.", "op-slot",
                       huis.hulp(), kop={"Retry-After": str(seconden)})  # fmt: skip
    if not huis.bos.klopt(zoals_gegeven(code), rij.code_merk):
        _tel_foute_code(huis, rij, nu)
        raise _fout_code()
    token, tot = secrets.token_urlsafe(32), nu + timedelta(minutes=TOEGANG_MINUTEN)
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij, foute_codes=0, op_slot_tot=None, toegang_merk=huis.bos.merk(token), toegang_tot=tot)
    return Toegang(token=token, verloopt_op=tot)


def _fout_code() -> Probleem:
    return Probleem(401, "Kenmerk en code horen niet bij elkaar. Kijk ze na, of bel het JGT.", "foute-code")


def _tel_foute_code(huis: Huis, rij: AanmeldingRij, nu: datetime) -> None:
    fout = rij.foute_codes + 1
    dubbel = min(max(fout - FOUTE_CODES, 0), 30)
    slot = nu + timedelta(seconds=min(SLOT_SECONDEN * 2**dubbel, LANGSTE_SLOT)) if fout >= FOUTE_CODES else None
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij, foute_codes=fout, op_slot_tot=slot)


def get_voor_familie(huis: Huis, kenmerk: str, token: str) -> AanmeldingRij:
    """The aanmelding this token opens; raises Probleem 401."""
    with huis.database.lezen() as sessie:
        rij = store.find_aanmelding(sessie, zoals_gegeven(kenmerk))
    geldig = rij is not None and rij.toegang_tot is not None and huis.klok() < rij.toegang_tot
    if rij is None or not geldig or not huis.bos.klopt(token, rij.toegang_merk or ""):
        raise Probleem(401, "Vul je kenmerk en code opnieuw in.", "geen-toegang", huis.hulp())
    return rij


def lees(huis: Huis, rij: AanmeldingRij) -> AanmeldingUit:
    """The aanmelding as family and JGT both read it."""
    gemeente = huis.gemeente(rij.gemeente)
    team = next((team.naam for team in gemeente.teams if team.id == rij.team), None)
    with huis.database.lezen() as sessie:
        regels = store.list_logboek(sessie, rij.id)
    logboek = [
        LogRegel(
            op=regel.gebeurd_op or regel.op,
            wie="jij" if regel.wie == "melder" else "het JGT",
            soort=regel.soort,
            tekst=store.open_tekst(rij, regel, huis.bos),
        )
        for regel in regels
        if regel.soort != "notitie"
    ]
    return AanmeldingUit(
        kenmerk=rij.kenmerk,
        status=rij.status,  # type: ignore[arg-type]
        ontvangen_op=rij.ontvangen_op,
        contact_voor=rij.contact_voor,
        team=team,
        telefoon=gemeente.telefoon,
        velden=store.open_velden(rij, huis.bos),
        logboek=logboek,
        wissen_voor=antwoord_voor(rij.wis_gevraagd_op) if rij.wis_gevraagd_op else None,
    )


def wijzig(huis: Huis, rij: AanmeldingRij, velden: dict[str, Any]) -> AanmeldingUit:
    """Change fields. The old values stay readable in the logbook: whoever holds the code may not be the one who asked."""
    oud = store.open_velden(rij, huis.bos)
    try:
        nieuw = Velden.model_validate(oud | velden).model_dump(mode="json", exclude_none=True)
    except ValidationError as fout:
        raise Probleem(422, _eerste_fout(fout), "ongeldig-veld", huis.hulp()) from None
    anders = [veld for veld in (oud | nieuw) if nieuw.get(veld) != oud.get(veld)]
    if not anders:
        return lees(huis, rij)
    regels = [f"{veld} was: {oud.get(veld, 'leeg')}" for veld in anders]
    signaal = hoor(huis, getypt({veld: nieuw[veld] for veld in anders if veld in nieuw}), rol=nieuw["rol"])
    with huis.database.schrijven() as sessie:
        ook = _zwaarder_merk(rij, signaal) | (_team(huis, rij, nieuw) if WAARHEEN & set(anders) else {})
        if rij.opgepakt_door is None:
            team = ook.get("team", rij.team)
            ook["voorgesteld_aan"] = stel_voor(sessie, gemeente=rij.gemeente, team=team, velden=nieuw)
        store.store_velden(sessie, huis.bos, rij, nieuw, **ook, **leesbaar(huis.gemeente(rij.gemeente), nieuw))
        tekst = "\n".join(regels)
        store.voeg_toe(
            sessie, huis.bos, rij, wie="melder", soort="gewijzigd", op=huis.klok(), tekst=tekst, signaal=signaal
        )
        _lever(huis, sessie, rij, "wijziging")
    return _lees_met_antwoord(huis, rij, signaal, nieuw["rol"])


def _team(huis: Huis, rij: AanmeldingRij, velden: dict[str, Any]) -> dict[str, Any]:
    """Another kern may be another team, as long as nobody took it up; afterwards the professional decides."""
    if rij.status not in VOOR_OPPAKKEN:
        return {}
    team, reden = kies_team(huis.gemeente(rij.gemeente), velden)
    return {"team": team.id if team else None, "team_reden": reden}


def _eerste_fout(fout: ValidationError) -> str:
    deel = fout.errors()[0]
    veld = ".".join(str(stap) for stap in deel["loc"])
    return f"{veld}: {deel['msg'].removeprefix('Value error, ')}" if veld else deel["msg"].removeprefix("Value error, ")


def schrijf_bij(huis: Huis, rij: AanmeldingRij, tekst: str, *, soort: str = "bericht") -> AanmeldingUit:
    """A line of the family, with the safety reply when there is danger in it."""
    rol = store.open_velden(rij, huis.bos).get("rol")
    signaal = hoor(huis, [tekst], rol=rol)
    with huis.database.schrijven() as sessie:
        store.voeg_toe(sessie, huis.bos, rij, wie="melder", soort=soort, op=huis.klok(), tekst=tekst, signaal=signaal)
        zwaarder = _zwaarder_merk(rij, signaal)
        if zwaarder:
            store.verander(sessie, rij, **zwaarder)
    return _lees_met_antwoord(huis, rij, signaal, rol)


def _zwaarder_merk(rij: AanmeldingRij, signaal: Signaal | None) -> dict[str, Any]:
    """The mark to put on the aanmelding: only one that is more serious than what stands there."""
    return merk(signaal) if signaal is not None and is_zwaarder(signaal, rij.niveau) else {}


def _lees_met_antwoord(huis: Huis, rij: AanmeldingRij, signaal: Signaal | None, rol: str | None) -> AanmeldingUit:
    uit = lees(huis, _opnieuw(huis, rij))
    if signaal is not None:
        huis.teller.tel(signaal, deur="meelezen", nu=huis.klok(), gemeente=rij.gemeente)
        uit.berichten = huis.veilig(signaal, rol=rol, gemeente=huis.gemeente(rij.gemeente))  # type: ignore[assignment]
    return uit


def trek_in(huis: Huis, rij: AanmeldingRij) -> None:
    """Before take-up the text is wiped and a count stays; afterwards the request stops and a professional decides."""
    if rij.status == "ingetrokken":
        return
    status, ongelezen = naar(rij.status, "intrekken"), rij.status in VOOR_OPPAKKEN
    if status is None:
        raise Probleem(409, "Je aanmelding is al afgerond. Intrekken kan niet meer.", "al-afgerond", huis.hulp())
    with huis.database.schrijven() as sessie:
        store.verander(sessie, rij, status=status, **GEEN_VERZOEK)
        if ongelezen:
            wis_aanmeldingen(sessie, [rij.id], huis.klok(), ingetrokken=True)
        store.voeg_toe(sessie, huis.bos, rij, wie="melder", soort="ingetrokken", op=huis.klok())
        _lever(huis, sessie, rij, "intrekking")
    huis.database.wis_sporen()
    log.info("aanmelding_ingetrokken", gemeente=rij.gemeente)


def wis_op_verzoek(huis: Huis, rij: AanmeldingRij, *, wie: str) -> None:
    """The family asked for it: text and key go, whatever the state; an open aanmelding ends as withdrawn. Targets are told."""
    with huis.database.schrijven() as sessie:
        open_ = rij.status in store.OPEN
        store.verander(sessie, rij, wis_gevraagd_op=None)
        wis_aanmeldingen(sessie, [rij.id], huis.klok(), ingetrokken=open_)
        store.voeg_toe(sessie, huis.bos, rij, wie="melder", soort="gewist", op=huis.klok())
        _lever(huis, sessie, rij, "intrekking")
        wat = "gewist op verzoek"
        audit.voeg_toe(
            sessie, huis.bos, wie=wie, wat=wat, op=huis.klok(), kenmerk=rij.kenmerk, gemeente=rij.gemeente
        )  # fmt: skip
    huis.database.wis_sporen()
    log.info("aanmelding_ingetrokken", gemeente=rij.gemeente)


def _lever(huis: Huis, sessie: Session, rij: AanmeldingRij, soort: Soort) -> None:
    """In the same transaction: what is stored is delivered, what is not stored is not."""
    zet_klaar(sessie, huis.bos, rij, soort=soort, doelen=huis.settings.doelen, op=huis.klok())


def _opnieuw(huis: Huis, rij: AanmeldingRij) -> AanmeldingRij:
    with huis.database.lezen() as sessie:
        vers = store.find_aanmelding(sessie, rij.kenmerk)
    return vers or rij
