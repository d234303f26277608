"""One beurt from the command line: the same steps, nothing stored."""

from __future__ import annotations

import json
import logging

import structlog

from actions.context import Gereedschap
from actions.kaarten import ArtikelKaart, Contact, HulplijnKaart, Kaart, Keuzes, Tekst, VoorzieningKaart
from actions.texts import Teksten
from api.clock import nu
from api.settings import Settings
from assistant.beurt import Beurt, als_antwoord, doorloop
from assistant.brain.brain import Brein
from assistant.brain.build import bouw_processor
from assistant.gate.danger import Gevaarlezer
from assistant.ordinary import onderwerp_van
from assistant.steps import gesprek, poort
from knowledge.current import KennisHouder
from knowledge.models import Rol

LADEN_S = 90


def een_beurt(tekst: str, *, gemeente: str, rol: Rol | None, als_json: bool) -> str:
    """The reply to one message, as text or as the contract's JSON."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    gereedschap = Gereedschap(KennisHouder(index_map=Settings().index), Teksten.laad())
    brein = Brein(lambda: bouw_processor(Settings().modellen, gereedschap))
    brein.start()
    brein.wacht(LADEN_S)
    beurt = Beurt(tekst, nu(), "opdrachtregel", gereedschap.kennis.nu.gemeente(gemeente), rol=rol)
    gevaar = Gevaarlezer.open(Settings().modellen, onderwerp_van(gereedschap.kennis))
    doorloop(beurt, [*poort(gevaar), *gesprek(gevaar, brein, gereedschap)])
    brein.stop()
    if als_json:
        return json.dumps(als_antwoord(beurt, beurt.velden), ensure_ascii=False, indent=2)
    return "\n\n".join(filter(None, map(_tekst, beurt.kaarten)))


def _tekst(kaart: Kaart) -> str:
    match kaart:
        case Tekst():
            return kaart.tekst
        case ArtikelKaart():
            return f"{kaart.titel}\n{kaart.tekst}"
        case VoorzieningKaart():
            return f"{kaart.naam}: {kaart.wat}"
        case HulplijnKaart():
            return " ".join(filter(None, (kaart.naam, kaart.nummer, kaart.open)))
        case Contact():
            return f"{kaart.team} {kaart.telefoon or ''} {kaart.open or ''}".strip()
        case Keuzes():
            return " | ".join(keuze.label for keuze in kaart.keuzes)
        case _:
            return ""
