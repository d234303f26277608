"""The little words and endings by which a surname is known: tussenvoegsels, "-stra", "heet", "ik wil niet dat"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from assistant.gate.redact_words import Woord

VASTE_VOEGSELS = frozenset(("van der", "van den", "van de", "in t", "op de", "op den", "vd", "v d"))
ACHTER_VOEGSEL = frozenset(
    ("ter", "ten", "van der", "van den")
)  # "ter Haar": with a capital no ordinary word stands there
UITGANGEN = (
    "stra", "sma", "ink", "inga", "ema", "dijk", "veld", "berg", "huis", "sen", "mans", "oglu", "ski", "ska", "cki", "cka", "enko",
    "chuk", "yan", "ov", "ova", "wicz", "beek", "broek", "horst", "kamp", "burg", "meijer", "meyer", "hout", "wijk", "steen",
    "boer", "wal", "loo", "zak", "iak",
)  # fmt: skip
LIDWOORDVOEGSELS = frozenset(("de", "het", "den"))
AANWIJZEND = frozenset(("die", "ene", "onze", "mijn", "familie"))
HEET = frozenset(("heet", "heten", "heette", "heetten"))
VOOR_VAN = frozenset(
    ("dat", "oke", "collega", "helpen", "helpt", "omdat", "zei", "zegt", "want", "als", "namens", "heet", "heten")
)


def na_punt(woord: Woord) -> bool:
    """Whether a word stands behind a space or a dot, so that it can go on after an initial."""
    return woord.voor in (" ", ". ", ".", " '", ". '")


def doet_iets(rij: Sequence[Woord], kern: int, werkwoorden: Set[str]) -> bool:
    """Whether a verb follows: ", van Gelderen heeft geen tijd"."""
    verder = rij[kern + 1] if kern + 1 < len(rij) and rij[kern + 1].los else None
    return verder is not None and (verder.laag in werkwoorden or verder.laag in ("is", "was", "dus"))
