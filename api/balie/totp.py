"""The second step: a time-based code (RFC 6238, by pyotp) or a recovery code. Each code works once, in all processes."""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta

import pyotp
import segno
from markupsafe import Markup
from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from api.aanmelding.reference import nieuwe_code
from api.context import Huis
from api.crypto import Sleutelbos, SleutelFout
from api.database.login_tables import Herstelcode
from api.database.tables import Medewerker, Zitting
from knowledge.errors import KennisFout

TIK_S, NAAST = 30, 1  # a clock may be one step of thirty seconds off
CIJFERS, HERSTELCODES = 6, 10
SLEUTEL_LENGTE = 60  # a wrapped data key: nonce, 32 bytes, tag
INSTELLEN = timedelta(days=3)  # after that an administrator starts again


def is_nodig(huis: Huis, medewerker: Medewerker) -> bool:
    """Whether the balie stays closed without a second step: with --live, and for a gemeente that is not of the demo."""
    try:
        return huis.settings.live or not huis.gemeente(medewerker.gemeente).demo
    except (KeyError, KennisFout):
        return True


def mag_instellen(medewerker: Medewerker, nu: datetime) -> bool:
    """Whether there still is time to set it up with only the password."""
    return not medewerker.totp_aan and medewerker.instellen_tot is not None and nu < medewerker.instellen_tot


def nieuw_geheim() -> str:
    """A fresh secret, in base32."""
    return pyotp.random_base32()


def verzegel(bos: Sleutelbos, geheim: str, token: str) -> str:
    """The secret as the page carries it until its first code: only this session can set it up, and nothing is stored before."""
    sleutel = bos.nieuwe_sleutel(f"instellen:{token}")
    return urlsafe_b64encode(sleutel + bos.kluis(sleutel, f"instellen:{token}").sluit(geheim.encode(), "totp")).decode()


def open_zegel(bos: Sleutelbos, zegel: str, token: str) -> str | None:
    """The secret in it; None when it was not made for this session."""
    try:
        alles = urlsafe_b64decode(zegel.encode())
        kluis = bos.kluis(alles[:SLEUTEL_LENGTE], f"instellen:{token}")
        return kluis.open(alles[SLEUTEL_LENGTE:], "totp").decode()
    except (SleutelFout, ValueError):
        return None


def otpauth(geheim: str, naam: str) -> str:
    """The address that an authenticator app reads."""
    return pyotp.TOTP(geheim).provisioning_uri(name=naam, issuer_name="Voordeur")


def als_qr(adres: str) -> Markup:
    """The address as a picture."""
    return Markup(segno.make(adres, error="m").svg_inline(scale=5, light="white"))  # noqa: S704 - only lines, made by us


def zet_aan(huis: Huis, medewerker_id: int, geheim: str, code: str) -> list[str] | None:
    """Switch it on with a first code, and end every session; gives ten recovery codes, to be shown once.

    None when the code is wrong or it was on already."""
    tik = _tik(huis, geheim, code)
    if tik is None:
        return None
    codes = [nieuwe_code() for _ in range(HERSTELCODES)]
    with huis.database.schrijven() as sessie:
        rij = sessie.get_one(Medewerker, medewerker_id, with_for_update=True)
        if rij.totp_aan:
            return None
        vergeet(sessie, rij)
        rij.totp_sleutel = huis.bos.nieuwe_sleutel(naam_van(rij))
        rij.totp = huis.bos.kluis(rij.totp_sleutel, naam_van(rij)).sluit(geheim.encode(), "totp")
        rij.totp_aan, rij.totp_tik, rij.instellen_tot = True, tik, None
        merken = [_herstelmerk(huis.bos, rij.id, schoon(code)) for code in codes]
        sessie.add_all(Herstelcode(medewerker_id=rij.id, merk=merk) for merk in merken)
    return codes


def gebruik(huis: Huis, medewerker_id: int, code: str) -> str | None:
    """'code' or 'herstelcode' when this opens the second step; it does so once. None when it does not."""
    if _is_cijfers(code):
        return "code" if _gebruik_tik(huis, medewerker_id, code) else None
    merk = _herstelmerk(huis.bos, medewerker_id, schoon(code))
    with huis.database.schrijven() as sessie:
        van_hier = (Herstelcode.medewerker_id == medewerker_id, Herstelcode.merk == merk)
        weg = sessie.execute(delete(Herstelcode).where(*van_hier))
    return "herstelcode" if weg.rowcount else None  # type: ignore[attr-defined]


def count_herstelcodes(sessie: Session, medewerker_id: int) -> int:
    """How many recovery codes are left."""
    vraag = select(func.count()).select_from(Herstelcode).where(Herstelcode.medewerker_id == medewerker_id)
    return int(sessie.scalar(vraag) or 0)


def zet_terug(sessie: Session, rij: Medewerker, nu: datetime) -> None:
    """Forget the secret and the recovery codes, end the sessions; for three days the password is enough to set it up."""
    rij.totp_sleutel = rij.totp = rij.totp_tik = None
    rij.totp_aan, rij.instellen_tot = False, nu + INSTELLEN
    vergeet(sessie, rij)


def vergeet(sessie: Session, rij: Medewerker) -> None:
    """The recovery codes and every session of this account."""
    for tabel in (Herstelcode, Zitting):
        sessie.execute(delete(tabel).where(tabel.medewerker_id == rij.id))


def schoon(code: str) -> str:
    """What was typed, without spaces and dashes."""
    return "".join(teken for teken in code.upper() if teken.isalnum())


def _is_cijfers(code: str) -> bool:
    kaal = schoon(code)
    return len(kaal) == CIJFERS and kaal.isascii() and kaal.isdigit()


def _tik(huis: Huis, geheim: str, code: str) -> int | None:
    """Of which thirty seconds this is the code: those of now, or just beside; None when of neither."""
    if not _is_cijfers(code):
        return None
    nu, maak, kaal = int(huis.klok().timestamp()) // TIK_S, pyotp.TOTP(geheim).generate_otp, schoon(code)
    goed = [nu + naast for naast in range(-NAAST, NAAST + 1) if hmac.compare_digest(maak(nu + naast), kaal)]
    return goed[-1] if goed else None


def _gebruik_tik(huis: Huis, medewerker_id: int, code: str) -> bool:
    """Whether this is a code of now that is later than the last that was used; from here on it is used."""
    with huis.database.schrijven() as sessie:
        geheim = _open(huis.bos, sessie.get_one(Medewerker, medewerker_id))
        tik = _tik(huis, geheim, code) if geheim is not None else None
        if tik is None:
            return False
        later = or_(Medewerker.totp_tik.is_(None), Medewerker.totp_tik < tik)
        neem = update(Medewerker).where(Medewerker.id == medewerker_id, later).values(totp_tik=tik)
        return bool(sessie.execute(neem).rowcount)  # type: ignore[attr-defined]


def _open(bos: Sleutelbos, rij: Medewerker) -> str | None:
    if rij.totp_sleutel is None or rij.totp is None:
        return None
    return bos.kluis(rij.totp_sleutel, naam_van(rij)).open(rij.totp, "totp").decode()


def naam_van(rij: Medewerker) -> str:
    """What the key of this second step is bound to."""
    return f"medewerker:{rij.id}"


def _herstelmerk(bos: Sleutelbos, medewerker_id: int, kaal: str) -> str:
    return bos.merk(f"herstel:{medewerker_id}:{kaal}")
