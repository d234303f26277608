"""The names by which a kern of this gemeente is known in one message: its own, and the postcode that was given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.gate.redact import Vondst
from knowledge.models import Gemeente

CIJFERS = re.compile(r"\d{4}")
ALLEEN_CIJFERS = re.compile(r"\W*(\d{4})\W*")
PLAATS = "[postcode]"  # what redact leaves of a postcode

Kernen = dict[str, dict[str, str]]


def kernen_van(plaats: Gemeente, tekst: str = "", vondsten: Sequence[Vondst] = ()) -> Kernen:
    """Every name in lower case with its kern; without a kern for the gemeente itself.

    Of a postcode only the four digits are looked at, and only when they belong to one kern alone.
    """
    namen: Kernen = {plaats.naam.lower(): {}}
    namen |= {
        naam.lower(): {"id": kern.id, "naam": kern.naam} for kern in plaats.kernen for naam in (kern.naam, *kern.ook)
    }
    gegeven = next((vondst.waarde for vondst in vondsten if vondst.soort == "postcode"), None)
    kaal = ALLEEN_CIJFERS.fullmatch(tekst)
    if gegeven and (cijfers := CIJFERS.match(gegeven)):
        namen |= _bij_postcode(plaats, cijfers[0], als=PLAATS)
    elif kaal:
        namen |= _bij_postcode(plaats, kaal[1], als=kaal[1])
    return namen


def _bij_postcode(plaats: Gemeente, cijfers: str, *, als: str) -> Kernen:
    passend = [kern for kern in plaats.kernen if cijfers in kern.postcodes]
    return {als: {"id": passend[0].id, "naam": passend[0].naam}} if len(passend) == 1 else {}
