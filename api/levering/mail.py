"""A mail that says only that something is ready at the balie: no kenmerk, no name, no subject of the question."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime

from api.levering.errors import LeverFout, van_netwerk
from api.levering.job import Post
from api.pages.texts import teksten

POORT, POORT_TLS, TERMIJN_S = 25, 465, 10.0


def lever(klus: Post) -> None:
    """To the team; raises LeverFout."""
    verstuur(klus, naar=klus.huis.settings.mail_naar or "", tekst="levermail")


def verstuur(klus: Post, *, naar: str, tekst: str) -> None:
    """Send this fixed text; raises LeverFout. A second attempt has the same Message-ID."""
    bericht = _bericht(klus, naar, tekst)
    try:
        _stuur(klus.huis.settings.mail_server or "", bericht)
    except smtplib.SMTPRecipientsRefused as fout:
        raise _geweigerd(next(iter(fout.recipients.values()))[0]) from None
    except smtplib.SMTPResponseException as fout:
        raise _geweigerd(fout.smtp_code) from None
    except OSError as fout:
        raise van_netwerk(fout) from None


def _geweigerd(code: int) -> LeverFout:
    return LeverFout(f"smtp_{code}", blijvend=500 <= code < 600)


def _bericht(klus: Post, naar: str, tekst: str) -> EmailMessage:
    settings, t, bericht = klus.huis.settings, teksten(), EmailMessage()
    bericht["Subject"], bericht["From"] = t(f"{tekst}.onderwerp"), settings.mail_van
    bericht["To"], bericht["Date"] = naar, format_datetime(klus.huis.klok())
    bericht["Message-ID"] = f"<{klus.merk[:32]}@{(settings.mail_van or '').rpartition('@')[2]}>"
    bericht["Auto-Submitted"] = "auto-generated"
    bericht.set_content(t(f"{tekst}.tekst"))
    return bericht


def _stuur(server: str, bericht: EmailMessage) -> None:
    """Over TLS when the server can; on port 465 from the start."""
    naam, _, poort = server.partition(":")
    nummer, context = int(poort or POORT), ssl.create_default_context()
    if nummer == POORT_TLS:
        with smtplib.SMTP_SSL(naam, nummer, timeout=TERMIJN_S, context=context) as smtp:
            smtp.send_message(bericht)
        return
    with smtplib.SMTP(naam, nummer, timeout=TERMIJN_S) as smtp:
        smtp.ehlo()
        if smtp.has_extn("starttls"):
            smtp.starttls(context=context)
        smtp.send_message(bericht)
