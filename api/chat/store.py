"""Reading and writing a gesprek: encrypted with its own data key, versioned, ordered by number and never by clock."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from api.crypto import Kluis, Sleutelbos, SleutelFout
from api.database.tables import BeurtRij, Gesprek
from api.veiligheid.marks import uit_merk
from assistant.gate.urgency import Signaal
from knowledge.models import Rol


class Verouderd(Exception):
    """Another process stored a beurt of this gesprek in between."""


@dataclass
class Stand:
    """Where a gesprek stands, opened. `beschadigd` when the stored state could not be opened and was left out."""

    id: str
    gemeente: str
    rol: Rol | None
    versie: int
    laatst_op: datetime
    kluis: Kluis
    toestand: bytes | None = None
    geheugen: dict[str, Any] = field(default_factory=dict)
    concept: dict[str, Any] = field(default_factory=dict)
    beschadigd: bool = False


@dataclass(frozen=True)
class NieuweBeurt:
    """What is stored of one beurt; `invoer` and `antwoord` hold no personal data."""

    idempotentie: str | None
    inhoud_merk: str
    op: datetime
    status: str
    route: str
    onderwerp: str | None
    niveau: str | None
    regel: str | None
    categorie: str | None
    invoer: dict[str, Any]
    antwoord: dict[str, Any]


def find_onderwerp(sessie: Session, gesprek_id: str) -> str | None:
    """What this gesprek was last about, or None."""
    vraag = select(BeurtRij.onderwerp).where(BeurtRij.gesprek_id == gesprek_id, BeurtRij.onderwerp.is_not(None))
    return sessie.scalars(vraag.order_by(BeurtRij.volgnummer.desc()).limit(1)).first()


def create_gesprek(
    sessie: Session, bos: Sleutelbos, *, gesprek_id: str, token: str, gemeente: str, rol: str | None, nu: datetime
) -> None:
    """Store a new gesprek with a data key of its own."""
    sessie.add(
        Gesprek(
            id=gesprek_id,
            token_merk=bos.merk(token),
            gemeente=gemeente,
            rol=rol,
            begonnen_op=nu,
            laatst_op=nu,
            versie=0,
            sleutel=bos.nieuwe_sleutel(gesprek_id),
        )
    )


def get_gesprek(sessie: Session, gesprek_id: str) -> Gesprek | None:
    """The row, or None."""
    return sessie.get(Gesprek, gesprek_id)


def open_stand(rij: Gesprek, bos: Sleutelbos) -> Stand:
    """The row opened; raises SleutelFout when its key was destroyed. A damaged part is left out, not fatal."""
    if rij.sleutel is None:
        raise SleutelFout("gewist")
    kluis = bos.kluis(rij.sleutel, rij.id)
    stand = Stand(rij.id, rij.gemeente, cast(Rol | None, rij.rol), rij.versie, rij.laatst_op, kluis)
    for veld in ("toestand", "geheugen", "concept"):
        gesloten = getattr(rij, veld)
        if gesloten is None:
            continue
        try:
            inhoud = kluis.open(gesloten, veld)
            setattr(stand, veld, inhoud if veld == "toestand" else json.loads(inhoud))
        except (SleutelFout, ValueError):
            stand.beschadigd = True
    return stand


def find_beurt(sessie: Session, gesprek_id: str, idempotentie: str) -> BeurtRij | None:
    """The beurt that was stored under this key, or None."""
    vraag = select(BeurtRij).where(BeurtRij.gesprek_id == gesprek_id, BeurtRij.idempotentie == idempotentie)
    return sessie.scalars(vraag).one_or_none()


def list_beurten(sessie: Session, gesprek_id: str) -> list[BeurtRij]:
    """All beurten in order."""
    vraag = select(BeurtRij).where(BeurtRij.gesprek_id == gesprek_id).order_by(BeurtRij.volgnummer)
    return list(sessie.scalars(vraag))


def store_beurt(sessie: Session, stand: Stand, beurt: NieuweBeurt) -> None:
    """Beurt, state, memory, concept and idempotency record in the caller's one transaction; raises Verouderd."""
    kluis = stand.kluis
    bijgewerkt = sessie.execute(
        update(Gesprek)
        .where(Gesprek.id == stand.id, Gesprek.versie == stand.versie)
        .values(
            versie=stand.versie + 1,
            laatst_op=max(stand.laatst_op, beurt.op),  # a clock may step back
            rol=stand.rol,
            toestand=kluis.sluit(stand.toestand, "toestand") if stand.toestand else None,
            geheugen=_sluit(kluis, stand.geheugen, "geheugen"),
            concept=_sluit(kluis, stand.concept, "concept"),
        )
    )
    if bijgewerkt.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd(stand.id)
    velden = {naam: getattr(beurt, naam) for naam in NieuweBeurt.__dataclass_fields__ if naam not in VERSLEUTELD}
    sessie.add(
        BeurtRij(
            gesprek_id=stand.id,
            volgnummer=stand.versie + 1,
            invoer=_sluit(kluis, beurt.invoer, "invoer"),
            antwoord=_sluit(kluis, beurt.antwoord, "antwoord"),
            **velden,
        )
    )


VERSLEUTELD = ("invoer", "antwoord")


def wipe_merk(sessie: Session, gesprek_id: str) -> Signaal | None:
    """Take the mark of the latest sign off its beurt ('zo bedoelde ik het niet') and give it back, to be counted."""
    vraag = select(BeurtRij).where(BeurtRij.gesprek_id == gesprek_id, BeurtRij.niveau.is_not(None))
    rij = sessie.scalars(vraag.order_by(BeurtRij.volgnummer.desc()).limit(1)).first()
    if rij is None:
        return None
    signaal = uit_merk(rij.niveau, rij.regel, rij.categorie)
    rij.niveau = rij.regel = rij.categorie = None
    return signaal


def store_concept(sessie: Session, stand: Stand) -> None:
    """Only the concept; raises Verouderd when a beurt came in between."""
    bijgewerkt = sessie.execute(
        update(Gesprek)
        .where(Gesprek.id == stand.id, Gesprek.versie == stand.versie)
        .values(concept=_sluit(stand.kluis, stand.concept, "concept"))
    )
    if bijgewerkt.rowcount != 1:  # type: ignore[attr-defined]
        raise Verouderd(stand.id)


def open_json(kluis: Kluis, gesloten: bytes, veld: str) -> Any:
    """A stored field as data."""
    return json.loads(kluis.open(gesloten, veld))


def _sluit(kluis: Kluis, inhoud: dict[str, Any], veld: str) -> bytes:
    return kluis.sluit(json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")).encode(), veld)
