"""Conversations played from the command line: the same steps and the same concept as the chat, nothing stored."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog

from actions.context import Gereedschap
from actions.texts import Teksten
from api.chat.concept import concept_voor, leg_vast
from api.chat.store import Stand
from api.clock import nu
from api.crypto import Kluis
from api.settings import Settings
from assistant.beurt import Beurt
from assistant.brain.brain import Brein
from assistant.brain.build import bouw_processor
from assistant.gate.danger import Gevaarlezer
from assistant.measure.play import Onthoud, Speler
from assistant.ordinary import onderwerp_van
from assistant.steps import gesprek, poort
from knowledge.current import KennisHouder

LADEN_S = 300  # measuring may share the machine with other work


@contextmanager
def speler() -> Iterator[Speler]:
    """A player with the real gate, brain and content; the brain stops when the work is done."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    gereedschap = Gereedschap(KennisHouder(index_map=Settings().index), Teksten.laad())
    brein = Brein(lambda: bouw_processor(Settings().modellen, gereedschap))
    brein.start()
    if not brein.wacht(LADEN_S):
        raise SystemExit("Rasa is niet op tijd geladen; is er een model? Draai eerst `voordeur train`.")
    gevaar = Gevaarlezer.open(Settings().modellen, onderwerp_van(gereedschap.kennis))
    try:
        yield maak_speler(gereedschap, brein, gevaar)
    finally:
        brein.stop()


def maak_speler(gereedschap: Gereedschap, brein: Brein, gevaar: Gevaarlezer) -> Speler:
    """A player of these parts."""
    stappen = [*poort(gevaar), *gesprek(gevaar, brein, gereedschap)]
    return Speler(stappen, gereedschap.kennis.nu.gemeente, _nieuw_concept, nu())


def _nieuw_concept() -> Onthoud:
    """What the chat keeps beside one gesprek, in memory only."""
    stand = Stand("meting", "", None, 0, nu(), Kluis(secrets.token_bytes(32)))

    def onthoud(beurt: Beurt) -> dict[str, Any]:
        leg_vast(stand, beurt)
        return concept_voor(stand)

    return onthoud
