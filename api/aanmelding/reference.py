"""Kenmerk and code: short, easy to say over the phone, without letters that look alike."""

from __future__ import annotations

import secrets

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def nieuw_kenmerk() -> str:
    """The public reference, like VD-7K4P-2MXQ."""
    return f"VD-{_blok(4)}-{_blok(4)}"


def nieuwe_code() -> str:
    """The secret of the family, like 4KQ2-9XMA-7TRW: 60 bits."""
    return "-".join(_blok(4) for _ in range(3))


def zoals_gegeven(tekst: str) -> str:
    """What someone typed, in the form it was given in: capitals, no spaces."""
    return "".join(tekst.upper().split())


def _blok(lengte: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(lengte))
