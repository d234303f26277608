"""The search index on disk: built once for each state of the content, read in a fraction of the time and memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from knowledge import learning, readers, searching, words
from knowledge.array_file import lees_of_maak
from knowledge.models import Artikel
from knowledge.searching import Zoeker

NAAM = "zoekindex"


def zoeker_voor(
    artikelen: Sequence[Artikel], voorbeeldvragen: Mapping[str, Sequence[str]], map_: Path | None
) -> Zoeker:
    """The index of this content, from this folder when it is there, else built and put there."""
    return lees_of_maak(
        map_ if artikelen else None,
        NAAM,
        _delen(artikelen, voorbeeldvragen),
        lambda data: Zoeker(artikelen, voorbeeldvragen, data),
        lambda: Zoeker(artikelen, voorbeeldvragen),
    )


def _delen(artikelen: Sequence[Artikel], voorbeeldvragen: Mapping[str, Sequence[str]]) -> Iterator[bytes]:
    """What the index is made from: the code, the articles and the loose questions."""
    for module in (learning, readers, searching, words):
        yield Path(str(module.__file__)).read_bytes()
    for artikel in artikelen:
        yield artikel.model_dump_json().encode()
    yield json.dumps({naam: list(vragen) for naam, vragen in voorbeeldvragen.items()}).encode()
