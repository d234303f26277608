"""Reading and writing aanmeldingen: fields encrypted with a data key of their own, every change in the logbook."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.aanmelding import search_marks
from api.crypto import Kluis, Sleutelbos, SleutelFout
from api.database.tables import AanmeldingRij, Idempotentie, LogboekRij
from api.veiligheid.marks import merk
from assistant.gate.urgency import Signaal

OPEN = ("ontvangen", "opgepakt", "contact_geprobeerd", "contact_gelukt")


class Veranderd(Exception):
    """Somebody else changed the aanmelding in between."""


def create_aanmelding(sessie: Session, bos: Sleutelbos, rij: AanmeldingRij, velden: dict[str, Any]) -> None:
    """Store a new aanmelding with its own data key, the marks to search by and the first line of its logbook."""
    rij.sleutel = bos.nieuwe_sleutel(rij.id)
    rij.velden = _sluit(bos.kluis(rij.sleutel, rij.id), velden, "velden")
    rij.versie, rij.zoek_van = 0, bos.zoeknaam
    sessie.add(rij)
    sessie.flush()
    search_marks.zet(sessie, bos, rij, velden)
    voeg_toe(sessie, bos, rij, wie="melder", soort="ontvangen", op=rij.ontvangen_op)


def find_aanmelding(sessie: Session, kenmerk: str) -> AanmeldingRij | None:
    """The aanmelding with this kenmerk, or None."""
    return sessie.scalars(select(AanmeldingRij).where(AanmeldingRij.kenmerk == kenmerk)).one_or_none()


def list_aanmeldingen(sessie: Session, *, gemeente: str, dicht: bool = False) -> list[AanmeldingRij]:
    """The worklist of a gemeente: the earliest belofte first."""
    vraag = select(AanmeldingRij).where(AanmeldingRij.gemeente == gemeente)
    voorwaarde = AanmeldingRij.status.not_in(OPEN) if dicht else AanmeldingRij.status.in_(OPEN)
    return list(
        sessie.scalars(vraag.where(voorwaarde).order_by(AanmeldingRij.contact_voor, AanmeldingRij.ontvangen_op))
    )


def list_logboek(sessie: Session, aanmelding_id: str) -> list[LogboekRij]:
    """What happened, oldest first."""
    vraag = select(LogboekRij).where(LogboekRij.aanmelding_id == aanmelding_id).order_by(LogboekRij.id)
    return list(sessie.scalars(vraag))


def open_velden(rij: AanmeldingRij, bos: Sleutelbos) -> dict[str, Any]:
    """The approved fields; empty when the text was wiped."""
    if rij.sleutel is None or rij.velden is None:
        return {}
    return dict(json.loads(bos.kluis(rij.sleutel, rij.id).open(rij.velden, "velden")))


def open_tekst(rij: AanmeldingRij, regel: LogboekRij, bos: Sleutelbos) -> str | None:
    """The text of a line in the logbook, or None when it has none or was wiped."""
    if rij.sleutel is None or regel.tekst is None:
        return None
    return bos.kluis(rij.sleutel, rij.id).open(regel.tekst, "logboek").decode()


def voeg_toe(
    sessie: Session,
    bos: Sleutelbos,
    rij: AanmeldingRij,
    *,
    wie: str,
    soort: str,
    op: datetime,
    tekst: str | None = None,
    signaal: Signaal | None = None,
    gebeurd_op: datetime | None = None,
) -> None:
    """A line in the logbook, with the mark of a sign in it; raises SleutelFout when there is text and the aanmelding was wiped."""
    gesloten = None
    if tekst is not None:
        if rij.sleutel is None:
            raise SleutelFout("gewist")
        gesloten = bos.kluis(rij.sleutel, rij.id).sluit(tekst.encode(), "logboek")
    kop = {"aanmelding_id": rij.id, "op": op, "wie": wie, "soort": soort, "gebeurd_op": gebeurd_op}
    sessie.add(LogboekRij(**kop, tekst=gesloten, **merk(signaal)))


def store_velden(sessie: Session, bos: Sleutelbos, rij: AanmeldingRij, velden: dict[str, Any], **ook: Any) -> None:
    """Replace the fields with their marks, and these columns with them; raises Veranderd when another change came first."""
    if rij.sleutel is None:
        raise SleutelFout("gewist")
    dicht = _sluit(bos.kluis(rij.sleutel, rij.id), velden, "velden")
    verander(sessie, rij, velden=dicht, zoek_van=bos.zoeknaam, **ook)
    search_marks.zet(sessie, bos, rij, velden)


def verander(sessie: Session, rij: AanmeldingRij, **waarden: Any) -> None:
    """Change columns, unless somebody else did in between: then raises Veranderd."""
    gedaan = sessie.execute(
        update(AanmeldingRij)
        .where(AanmeldingRij.id == rij.id, AanmeldingRij.versie == rij.versie)
        .values(versie=rij.versie + 1, **waarden)
    )
    if gedaan.rowcount != 1:  # type: ignore[attr-defined]
        raise Veranderd(rij.kenmerk)


def find_herhaling(sessie: Session, merk: str) -> Idempotentie | None:
    """What was answered to this key before, or None."""
    return sessie.get(Idempotentie, merk)


def create_herhaling(
    sessie: Session, bos: Sleutelbos, *, merk: str, inhoud_merk: str, op: datetime, antwoord: dict[str, Any]
) -> None:
    """Keep the reply to this key, encrypted, so that a repeated POST gets the same answer."""
    sleutel = bos.nieuwe_sleutel(merk)
    gesloten = _sluit(bos.kluis(sleutel, merk), antwoord, "antwoord")
    sessie.add(Idempotentie(sleutel_merk=merk, inhoud_merk=inhoud_merk, op=op, sleutel=sleutel, antwoord=gesloten))


def open_herhaling(rij: Idempotentie, bos: Sleutelbos) -> dict[str, Any]:
    """The kept reply."""
    return dict(json.loads(bos.kluis(rij.sleutel, rij.sleutel_merk).open(rij.antwoord, "antwoord")))


def _sluit(kluis: Kluis, inhoud: dict[str, Any], veld: str) -> bytes:
    return kluis.sluit(json.dumps(inhoud, ensure_ascii=False, default=_json).encode(), veld)


def _json(waarde: Any) -> str:
    if isinstance(waarde, (date, datetime)):
        return waarde.isoformat()
    raise TypeError(type(waarde).__name__)
