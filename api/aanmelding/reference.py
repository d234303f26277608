"""Kenmerk and code: short, easy to say over the phone, without letters that look alike."""

from __future__ import annotations

import secrets

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
VOORVOEGSEL = "VD"
GROEP = 4


def nieuw_kenmerk() -> str:
    """The public reference, like VD-7K4P-2MXQ."""
    return f"{VOORVOEGSEL}-{_blok()}-{_blok()}"


def nieuwe_code() -> str:
    """The secret of the family, like 4KQ2-9XMA-7TRW: 60 bits."""
    return "-".join(_blok() for _ in range(3))


def zoals_gegeven(tekst: str) -> str:
    """What someone typed, in the form it was given in: capitals, in groups of four, whatever stood between them."""
    tekens = "".join(teken for teken in tekst.upper() if teken.isalnum())
    if len(tekens) == len(VOORVOEGSEL) + 2 * GROEP and tekens.startswith(VOORVOEGSEL):
        return f"{VOORVOEGSEL}-{_in_groepen(tekens.removeprefix(VOORVOEGSEL))}"
    return _in_groepen(tekens)


def _in_groepen(tekens: str) -> str:
    return "-".join(tekens[begin : begin + GROEP] for begin in range(0, len(tekens), GROEP))


def _blok() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(GROEP))
