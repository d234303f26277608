"""The belofte as an item for someone's own calendar (RFC 5545), with a title that says nothing.

Written here and not with a library: there is no text of a person in it, so nothing to escape or fold."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from api.pages.texts import teksten

BESTAND = "herinnering.ics"
SOORT = "text/calendar; charset=utf-8"


def herinnering(dag: date, *, nu: datetime, merk: str) -> str:
    """The whole of this day. `merk` (hexadecimal) makes it the same item when it is downloaded again; no kenmerk is in it."""
    regels = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Agenda//NL",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{UUID(merk[:32])}",
        f"DTSTAMP:{nu.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{dag:%Y%m%d}",
        f"DTEND;VALUE=DATE:{dag + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{teksten()('herinnering.titel')}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{regel}\r\n" for regel in regels)
