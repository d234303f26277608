"""What Open Klant asks of numbers and addresses, in so far as its specification does not say so."""

from __future__ import annotations

import hashlib
import re

import phonenumbers

LAAGSTE, AANTAL = 10**9, 9 * 10**9
TELEFOON = re.compile(r"(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})")
GEEN_MENS = ("0800", "0900", "1400", "140")
POSTCODE = re.compile(r"([1-9]\d{3}) ?([A-Za-z]{2})")


def nummer_van(kenmerk: str, volg: int = 0) -> str:
    """Ten digits that always belong to this kenmerk; the next `volg` when the receiver has them for something else."""
    merk = hashlib.sha256(f"{kenmerk}:{volg}".encode()).digest()
    return str(LAAGSTE + int.from_bytes(merk[:8], "big") % AANTAL)


def telefoon_voor(getypt: str) -> str | None:
    """The number as Open Klant accepts it, or None: then it only stands in the text."""
    try:
        gelezen = phonenumbers.parse(getypt, "NL")
    except phonenumbers.NumberParseException:
        return None
    soort = phonenumbers.PhoneNumberFormat.E164
    nummer = phonenumbers.format_number(gelezen, soort)
    if gelezen.country_code == 31:
        nummer = "0" + nummer.removeprefix("+31")
    return nummer if TELEFOON.fullmatch(nummer) and not nummer.startswith(GEEN_MENS) else None


def postcode_voor(getypt: str) -> str | None:
    """'1234 AB', or None when it is no postcode."""
    delen = POSTCODE.fullmatch(getypt.strip())
    return f"{delen[1]} {delen[2].upper()}" if delen else None
