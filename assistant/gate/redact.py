"""Takes personal data out of a text: each piece becomes a typed placeholder, so that the sentence stays readable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.gate.finds import Vondst, Zoeker
from assistant.gate.redact_called import zoek_genoemd
from assistant.gate.redact_dates import zoek_geboortedatum
from assistant.gate.redact_names import Namenzoeker
from assistant.gate.redact_numbers import zoek_bsn, zoek_iban, zoek_kenteken, zoek_postcode, zoek_telefoon
from assistant.gate.redact_online import zoek_email, zoek_online
from assistant.gate.redact_places import zoek_adres
from assistant.gate.redact_school_called import zoek_school_genoemd
from assistant.gate.redact_schools import Scholenzoeker
from assistant.gate.redact_words import MASKER

__all__ = ["Redacteur", "Redactie", "Vondst", "redigeer"]

_plaatshouder = re.compile(
    r"\[(?:telefoon|e-mail|bsn|iban|postcode|adres|geboortedatum|naam|kenteken|account|ip|school)\]"
)


@dataclass(frozen=True, slots=True)
class Redactie:
    """The text without personal data, and what was taken out, in the order in which it stood."""

    tekst: str
    vondsten: tuple[Vondst, ...]


class Redacteur:
    """All finders in order of trust: where two finds overlap, the earlier finder is believed."""

    def __init__(self) -> None:
        self._zoekers: tuple[Zoeker, ...] = (
            zoek_email,
            zoek_iban,
            zoek_geboortedatum,
            zoek_online,
            zoek_telefoon,
            zoek_bsn,
            zoek_kenteken,
            zoek_adres,
            zoek_postcode,
            zoek_genoemd,
            zoek_school_genoemd,
            Scholenzoeker(),
            Namenzoeker(),
        )

    def redigeer(self, tekst: str) -> Redactie:
        """The text with every find replaced by its placeholder ("[naam]"); placeholders already there stay."""
        vondsten = tuple(sorted(self._alle(tekst), key=lambda gevonden: gevonden.start))
        delen, vorige = [], 0
        for gevonden in vondsten:
            delen += [tekst[vorige : gevonden.start], f"[{gevonden.soort}]"]
            vorige = gevonden.eind
        return Redactie("".join([*delen, tekst[vorige:]]), vondsten)

    def _alle(self, tekst: str) -> list[Vondst]:
        """Round after round until nothing is found, so that the result holds nothing that a second look would find."""
        rest = _plaatshouder.sub(lambda houder: MASKER * len(houder[0]), tekst)
        gevonden: list[Vondst] = []
        while True:
            aantal = len(gevonden)
            for zoeker in self._zoekers:
                nieuw = _vrij(zoeker(rest), rest)
                rest = _gemaskeerd(rest, nieuw)
                gevonden += nieuw
            if len(gevonden) == aantal:
                return gevonden


def _vrij(vondsten: Iterator[Vondst], tekst: str) -> list[Vondst]:
    """The finds that overlap neither each other nor what was found before."""
    vrij: list[Vondst] = []
    bezet = bytearray(len(tekst))
    for een in vondsten:
        if een.waarde.strip() and MASKER not in een.waarde and not any(bezet[een.start : een.eind]):
            bezet[een.start : een.eind] = b"\x01" * len(een.waarde)
            vrij.append(een)
    return vrij


def _gemaskeerd(tekst: str, vondsten: list[Vondst]) -> str:
    tekens = list(tekst)
    for gevonden in vondsten:
        tekens[gevonden.start : gevonden.eind] = MASKER * len(gevonden.waarde)
    return "".join(tekens)


@cache
def redacteur() -> Redacteur:
    """The redactor of this installation, made the first time it is needed."""
    return Redacteur()


def redigeer(tekst: str) -> Redactie:
    """The text without names, numbers and addresses of persons; never raises, and changes nothing the second time."""
    return redacteur().redigeer(tekst)
