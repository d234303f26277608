"""Marks by which an aanmelding is found: keyed hashes of number, address and surname, one row each, nothing to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import Session

from api.aanmelding import normal_forms
from api.crypto import Sleutelbos
from api.database.search_tables import Zoekmerk
from api.database.tables import AanmeldingRij

Soort = Literal["telefoon", "email", "achternaam", "gezin"]


def zet(sessie: Session, bos: Sleutelbos, rij: AanmeldingRij, velden: Mapping[str, Any]) -> None:
    """Make the marks of this aanmelding, in the place of those that were there; the row itself must be there already."""
    sessie.execute(delete(Zoekmerk).where(Zoekmerk.aanmelding_id == rij.id))
    rijen = [
        {"aanmelding_id": rij.id, "soort": soort, "merk": merken(bos, rij.gemeente, soort, waarde)[0]}
        for soort, waarde in sorted(set(_waarden(velden)))
    ]
    if rijen:
        sessie.execute(insert(Zoekmerk), rijen)


def merken(bos: Sleutelbos, gemeente: str, soort: Soort, waarde: str) -> list[str]:
    """The marks of a value, of the present key first; in another gemeente the same value has other marks."""
    return bos.zoekmerken(f"{soort}:{gemeente}:{waarde}")


def met_merk(alle: Iterable[str]) -> Select[str]:
    """The numbers of the aanmeldingen that have one of these marks."""
    return select(Zoekmerk.aanmelding_id).where(Zoekmerk.merk.in_(list(alle)))


def _waarden(velden: Mapping[str, Any]) -> Iterator[tuple[Soort, str]]:
    contact = velden.get("contact") or {}
    nummer = normal_forms.telefoon(contact.get("telefoon") or "")
    if nummer:
        yield "telefoon", nummer
    adres = normal_forms.email(contact.get("email") or "")
    if adres:
        yield "email", adres
    namen = normal_forms.achternamen(velden.get("naam") or "")
    yield from (("achternaam", naam) for naam in namen)
    yield from (("gezin", waarde) for waarde in _gezin(namen, velden))


def _gezin(namen: list[str], velden: Mapping[str, Any]) -> Iterator[str]:
    """Surname, kern and age, for this age and the next: two children that differ at most a year have one of them in common.

    Only when a first name was given too: 'Sanne' alone may not be a surname."""
    jaar = normal_forms.leeftijd(velden.get("kind_leeftijd") or "")
    if jaar is None or len((velden.get("naam") or "").split()) < 2:
        return
    for naam in namen:
        yield from (f"{naam}|{velden.get('kern')}|{deel}" for deel in (jaar, jaar + 1))
