"""Memory that loading left behind goes back to the system: glibc keeps it otherwise, for as long as the process lives."""

from __future__ import annotations

import ctypes

M_ARENA_MAX = -8


def wees_zuinig() -> None:
    """Fewer pools of memory for threads; set before the first thread starts."""
    _libc("mallopt", M_ARENA_MAX, 2)


def geef_terug() -> None:
    """Return what is free now."""
    _libc("malloc_trim", 0)


def _libc(naam: str, *waarden: int) -> None:
    """Call this function of glibc; another C library may not have it, and then nothing changes."""
    functie = getattr(ctypes.CDLL(None), naam, None)
    if functie is not None:
        functie(*waarden)
