"""The log: structured events from this list, never message text. docs/logboek.md is the same list with a meaning each."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import MutableMapping
from typing import Any

import structlog

GEBEURTENISSEN = frozenset(
    {
        "start",
        "stop",
        "kennis_gelezen",
        "kennis_fout",
        "brein_gevallen",
        "brein_opgegeven",
        "brein_fout",
        "actie_mislukt",
        "lege_reactie",
        "fallback",
        "beurt",
        "beurt_mislukt",
        "toestand_beschadigd",
        "gesprek_gewist",
        "database_weg",
        "gevaarmodel_weg",
        "gevaarnetwerk_weg",
        "aanmelding_ontvangen",
        "aanmelding_ingetrokken",
        "wisverzoek",
        "aanmelding_veranderd",
        "consult_ontvangen",
        "consult_veranderd",
        "melding_ontvangen",
        "melding_afgesloten",
        "levering_klaar",
        "levering_uitgesteld",
        "levering_mislukt",
        "levering_opnieuw",
        "balie_aangemeld",
        "balie_geweigerd",
        "oidc_fout",
        "onverwachte_fout",
        "poort_fout",
        "opgeruimd",
        "logboek_opgeruimd",
        "logboek_beschadigd",
        "belofte_gemist",
        "teken_niet_beoordeeld",
        "chat_uit",
        "chat_aan",
        "sleutels_gewisseld",
        "zoekmerken_gemaakt",
    }
)


def _alleen_bekend(_: Any, __: str, gebeurtenis: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Anything not on the list is somebody else's (Rasa logs message text through structlog too) and is dropped."""
    if gebeurtenis.get("event") not in GEBEURTENISSEN:
        raise structlog.DropEvent
    return gebeurtenis


def _zwijg(*_: Any, **__: Any) -> None:
    """What libraries say about their own future means nothing to who runs Voordeur."""


def richt_in(niveau: str) -> None:
    """One JSON line an event on standard error; loggers and warnings of libraries are silenced."""
    warnings.showwarning = _zwijg
    structlog.configure(
        processors=[
            _alleen_bekend,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, niveau.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.getLogger().setLevel(logging.ERROR)  # noqa: TID251 - silences others
    for naam in ("rasa", "rasa_sdk", "sqlalchemy", "tensorflow", "apscheduler", "matplotlib"):
        logging.getLogger(naam).setLevel(logging.CRITICAL + 1)  # noqa: TID251 - silences others
