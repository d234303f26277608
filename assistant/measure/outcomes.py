"""What must be true of a conversation at its end, what must not have happened, and what holds for every conversation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict

from assistant.measure.play import Gehoord, Spel

VRAGEN_OP_RIJ = 3
NOOIT_GEVRAAGD = re.compile(r"\b(?:bsn|burgerservicenummer|diagnose)\b", re.I)


def _patroon(waarde: str) -> str:
    try:
        re.compile(waarde)
    except re.error as fout:
        raise ValueError(f"geen geldig patroon: {fout}") from None
    return waarde


Patroon = Annotated[str, AfterValidator(_patroon)]


class Vorm(BaseModel):
    """A mistake in a key is an error: an outcome that is never checked proves nothing."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Resultaat(Vorm):
    """What must be true at the end."""

    routes: tuple[str, ...] = ()
    laatste_route: tuple[str, ...] = ()
    onderwerp: tuple[str, ...] = ()
    gezien: tuple[Patroon, ...] = ()
    gezegd: tuple[Patroon, ...] = ()
    aan_het_eind: tuple[Patroon, ...] = ()
    concept: Mapping[str, Patroon] = {}
    mens: bool = True


class Niet(Vorm):
    """What must not have happened."""

    routes: tuple[str, ...] = ()
    gezien: tuple[Patroon, ...] = ()
    gezegd: tuple[Patroon, ...] = ()
    gevraagd: tuple[Patroon, ...] = ()
    concept: tuple[str, ...] = ()


def gebreken(spel: Spel, resultaat: Resultaat, niet: Niet, *, vragen_op_rij: int = VRAGEN_OP_RIJ) -> list[str]:
    """Everything that is not as it should be, in words; empty when the conversation reached its outcome."""
    return [*_wel(spel, resultaat), *_niet(spel, niet), *_altijd(spel, vragen_op_rij)]


def _wel(spel: Spel, eis: Resultaat) -> Iterator[str]:
    routes = [beurt.route for beurt in spel.beurten]
    onderwerpen = {beurt.onderwerp for beurt in spel.beurten}
    laatste = spel.beurten[-1]
    yield from (f"route {route} kwam niet" for route in eis.routes if route not in routes)
    if eis.laatste_route and laatste.route not in eis.laatste_route:
        yield f"laatste route is {laatste.route}, niet {' of '.join(eis.laatste_route)}"
    if eis.onderwerp and not onderwerpen & set(eis.onderwerp):
        yield f"onderwerp {' of '.join(eis.onderwerp)} kwam niet, wel {sorted(filter(None, onderwerpen))}"
    yield from (f"niet gezien: {p}" for p in eis.gezien if not _ergens(p, _gezien(spel.beurten)))
    yield from (f"niet gezegd: {p}" for p in eis.gezegd if not _ergens(p, (b.gezegd for b in spel.beurten)))
    yield from (
        f"niet aan het eind: {p}" for p in eis.aan_het_eind if not _ergens(p, (*laatste.gezien, laatste.gezegd))
    )
    for veld, patroon in eis.concept.items():
        waarde = veld_van(spel.concept, veld)
        if not re.search(patroon, waarde, re.I):
            yield f"concept {veld} is {waarde!r}, niet {patroon}"
    if eis.mens and not laatste.mens:
        yield "aan het eind is er geen weg naar een mens"


def _niet(spel: Spel, niet: Niet) -> Iterator[str]:
    routes = {beurt.route for beurt in spel.beurten}
    yield from (f"route {route} mocht niet" for route in niet.routes if route in routes)
    yield from (f"toch gezien: {p}" for p in niet.gezien if _ergens(p, _gezien(spel.beurten)))
    yield from (f"toch gezegd: {p}" for p in niet.gezegd if _ergens(p, (b.gezegd for b in spel.beurten)))
    vragen = [vraag for beurt in spel.beurten for vraag in beurt.vragen]
    yield from (f"toch gevraagd: {p}" for p in niet.gevraagd if _ergens(p, vragen))
    yield from (f"concept {veld} had leeg moeten zijn" for veld in niet.concept if veld_van(spel.concept, veld))


def _altijd(spel: Spel, vragen_op_rij: int) -> Iterator[str]:
    """Never too many questions in a row, never the same reply twice running, never a question that is forbidden."""
    op_rij = 0
    for vorige, beurt in zip((None, *spel.beurten), spel.beurten, strict=False):
        op_rij = op_rij + 1 if beurt.vragen and not beurt.nuttig else 0
        if op_rij == vragen_op_rij + 1:
            yield f"meer dan {vragen_op_rij} vragen op rij"
        if vorige is not None and vorige.gezegd == beurt.gezegd and vorige.gezien == beurt.gezien:
            yield f"twee keer hetzelfde antwoord: {beurt.gezien}"
        yield from (f"dit wordt nooit gevraagd: {vraag}" for vraag in beurt.vragen if NOOIT_GEVRAAGD.search(vraag))


def _gezien(beurten: Iterable[Gehoord]) -> Iterator[str]:
    return (naam for beurt in beurten for naam in beurt.gezien)


def _ergens(patroon: str, teksten: Iterable[str]) -> bool:
    return any(re.search(patroon, tekst, re.I) for tekst in teksten)


def veld_van(concept: Mapping[str, Any], pad: str) -> str:
    """A field of the concept as text, '' when it is not there; `contact.telefoon` is a field inside a field."""
    waarde: Any = concept
    for deel in pad.split("."):
        waarde = waarde.get(deel) if isinstance(waarde, Mapping) else None
    if isinstance(waarde, list):
        return ", ".join(map(str, waarde))
    return "" if waarde is None else str(waarde)
