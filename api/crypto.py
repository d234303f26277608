"""Encryption at rest: a master key wraps a data key for each gesprek and aanmelding; destroying that key wipes the text."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12
BESTAND, BESTAND_OUD = "hoofdsleutel", "hoofdsleutel.oud"


class SleutelFout(Exception):
    """A key is missing, unreadable or does not fit what it should open."""


class Sleutelbos:
    """The master key and what is derived from it. Ciphertexts are `nonce + AES-256-GCM`, bound to their purpose.

    A master key is 32 bytes, or 64: then the second half is the pepper of marks, handed on from key to key, so that codes and
    the chain of the logbook go on being right. While keys are changed the one before it opens too, and never seals."""

    def __init__(self, hoofdsleutel: bytes, vorige: bytes | None = None) -> None:
        self._hoofd, self._peper = _lees(hoofdsleutel)
        self._zoek = [_zoeksleutel(deel) for deel in (hoofdsleutel, vorige) if deel is not None]
        self._vorige: AESGCM | None = None
        if vorige is not None:
            self._vorige, peper = _lees(vorige)
            if not hmac.compare_digest(peper, self._peper):
                raise SleutelFout("de nieuwe hoofdsleutel hoort niet bij de oude; maak haar met 'beheer sleutel nieuw'")

    @classmethod
    def open(cls, tekst: str | None, map_: Path, vorige: str | None = None) -> Sleutelbos:
        """From the settings, else from the files in the data folder; the first is made (0600) when it is not there yet."""
        if tekst is None:
            tekst, oud = uit_bestand(map_ / BESTAND), map_ / BESTAND_OUD
            vorige = vorige or (oud.read_text().strip() if oud.exists() else None)
        return cls(_decodeer(tekst), None if vorige is None else _decodeer(vorige))

    @property
    def wisselt(self) -> bool:
        """Whether the key before this one is known too."""
        return self._vorige is not None

    def volgende(self) -> str:
        """A new master key to go on with, in base64: marks stay what they are."""
        return base64.b64encode(AESGCM.generate_key(256) + self._peper).decode()

    def pak_om(self, ingepakt: bytes, voor: str) -> bytes | None:
        """The data key wrapped with the present master key; None when it is already. Raises SleutelFout when neither opens it."""
        try:
            _open(self._hoofd, ingepakt, voor)
        except SleutelFout:
            return _sluit(self._hoofd, self._uitpakken(ingepakt, voor), voor)
        return None

    def nieuwe_sleutel(self, voor: str) -> bytes:
        """A fresh data key, wrapped for storage beside the row it belongs to."""
        return _sluit(self._hoofd, AESGCM.generate_key(256), voor)

    def kluis(self, ingepakt: bytes, voor: str) -> Kluis:
        """The vault that this wrapped data key opens; raises SleutelFout when it is not ours."""
        return Kluis(self._uitpakken(ingepakt, voor))

    def _uitpakken(self, ingepakt: bytes, voor: str) -> bytes:
        try:
            return _open(self._hoofd, ingepakt, voor)
        except SleutelFout:
            if self._vorige is None:
                raise
            return _open(self._vorige, ingepakt, voor)

    def merk(self, geheim: str) -> str:
        """A keyed hash, for tokens and codes: comparable, not readable, and the same after another master key."""
        return hmac.new(self._peper, geheim.encode(), hashlib.sha256).hexdigest()

    @property
    def zoeknaam(self) -> str:
        """Which key makes the marks to search by now; says nothing about that key."""
        return hmac.digest(self._zoek[0], b"naam", "sha256")[:8].hex()

    def zoekmerken(self, waarde: str) -> list[str]:
        """The marks under which a value can be found (a blind index): of the present master key first, then of the one before it.

        Their key comes from the master key itself, not from the part that is handed on: another master key makes other marks."""
        return [hmac.new(sleutel, waarde.encode(), hashlib.sha256).hexdigest() for sleutel in self._zoek]

    def zegel(self, doel: str) -> hmac.HMAC:
        """An HMAC to fill with what must not change; the same for every master key that was made from this one."""
        return hmac.new(hmac.digest(self._peper, f"zegel:{doel}".encode(), "sha256"), digestmod=hashlib.sha256)

    def klopt(self, geheim: str, merk: str) -> bool:
        """Whether the secret has this mark, in constant time."""
        return hmac.compare_digest(self.merk(geheim), merk)


class Kluis:
    """Seals and opens with one data key."""

    def __init__(self, sleutel: bytes) -> None:
        self._sleutel, self._ruw = AESGCM(sleutel), sleutel

    def merk(self, doel: str) -> str:
        """A mark of this data key for a purpose: the same for as long as the key lives, however it is wrapped."""
        return hmac.new(self._ruw, doel.encode(), hashlib.sha256).hexdigest()

    def sluit(self, inhoud: bytes, veld: str) -> bytes:
        """Ciphertext that opens only for this field."""
        return _sluit(self._sleutel, inhoud, veld)

    def open(self, gesloten: bytes, veld: str) -> bytes:
        """The content; raises SleutelFout when it was damaged or belongs to another field."""
        return _open(self._sleutel, gesloten, veld)


def _sluit(sleutel: AESGCM, inhoud: bytes, doel: str) -> bytes:
    nonce = secrets.token_bytes(NONCE)
    return nonce + sleutel.encrypt(nonce, inhoud, doel.encode())


def _open(sleutel: AESGCM, gesloten: bytes, doel: str) -> bytes:
    try:
        return sleutel.decrypt(gesloten[:NONCE], gesloten[NONCE:], doel.encode())
    except (InvalidTag, ValueError) as fout:
        raise SleutelFout("deze gegevens zijn niet te openen") from fout


def _lees(sleutel: bytes) -> tuple[AESGCM, bytes]:
    if len(sleutel) not in (32, 64):
        raise SleutelFout("de hoofdsleutel moet 32 of 64 bytes zijn, in base64")
    return AESGCM(sleutel[:32]), sleutel[32:] or hmac.digest(sleutel, b"voordeur codes", "sha256")


def _zoeksleutel(hoofdsleutel: bytes) -> bytes:
    return hmac.digest(hoofdsleutel[:32], b"voordeur zoekmerken", "sha256")


def _decodeer(tekst: str) -> bytes:
    try:
        return base64.b64decode(tekst, validate=True)
    except ValueError as fout:
        raise SleutelFout("de hoofdsleutel is geen geldige base64") from fout


def uit_bestand(pad: Path) -> str:
    """The key in this file, made the first time."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    try:
        met = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return pad.read_text().strip()
    with os.fdopen(met, "w") as bestand:
        bestand.write(base64.b64encode(secrets.token_bytes(32)).decode())
    return pad.read_text().strip()
