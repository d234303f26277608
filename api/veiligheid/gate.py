"""The gate as the doors use it: every piece that was typed is read for danger, the story also as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from actions.kaarten import Kaart, Tekst
from api.context import Huis
from api.veiligheid.marks import zwaarte
from assistant.gate.clean import opschonen
from assistant.gate.urgency import Signaal
from knowledge.models import Rol

VERHAAL = (
    "zorg",
    "al_geprobeerd",
    "wie_helpt_al",
    "wens",
    "gaat_goed",
    "met_jou",
    "opmerking",
    "wie_weten_ervan",
    "veilig_te_benaderen",
)


def hoor(huis: Huis, teksten: Iterable[str], *, rol: Any = None) -> Signaal | None:
    """The most serious sign in any of these texts, or None."""
    schoon = (opschonen(tekst) for tekst in teksten)
    gehoord = (huis.gevaar.beoordeel(tekst, rol=als_rol(rol)) for tekst in schoon if tekst)
    return min((signaal for signaal in gehoord if signaal), key=lambda signaal: zwaarte(signaal.niveau), default=None)


def hoor_fout(huis: Huis, teksten: Iterable[str]) -> Sequence[Kaart]:
    """The safety reply to danger in a request that was refused, or nothing; counted, because nothing else of it is kept."""
    signaal = hoor(huis, teksten)
    if signaal is None:
        return ()
    huis.teller.tel(signaal, deur="fout", nu=huis.klok())
    return huis.veilig(signaal, rol=None)


def is_veiligheidsantwoord(kaarten: Sequence[Kaart]) -> bool:
    """Whether these cards are a safety reply; its first text says so in its id."""
    return any(isinstance(kaart, Tekst) and (kaart.id or "").startswith("veiligheid/") for kaart in kaarten)


def als_rol(waarde: Any) -> Rol | None:
    """The rol, when it is one of ours."""
    return next((rol for rol in get_args(Rol) if rol == waarde), None)


def getypt(velden: Mapping[str, Any]) -> list[str]:
    """What stands in an aanmelding, whoever typed or chose it: the story as one text, every other field by itself."""
    verhaal = "\n".join(velden[naam] for naam in VERHAAL if isinstance(velden.get(naam), str))
    overig = {naam: waarde for naam, waarde in velden.items() if naam not in VERHAAL or not isinstance(waarde, str)}
    return [verhaal, *diep(overig)]


def diep(waarde: Any) -> Iterator[str]:
    """Every piece of text in data, however deep."""
    if isinstance(waarde, str):
        yield waarde
    delen = waarde.values() if isinstance(waarde, Mapping) else waarde if isinstance(waarde, list | tuple) else ()
    for deel in delen:
        yield from diep(deel)
