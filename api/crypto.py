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


class SleutelFout(Exception):
    """A key is missing, unreadable or does not fit what it should open."""


class Sleutelbos:
    """The master key and what is derived from it. Ciphertexts are `nonce + AES-256-GCM`, bound to their purpose."""

    def __init__(self, hoofdsleutel: bytes) -> None:
        if len(hoofdsleutel) != 32:
            raise SleutelFout("de hoofdsleutel moet 32 bytes zijn, in base64")
        self._hoofd = AESGCM(hoofdsleutel)
        self._peper = hmac.digest(hoofdsleutel, b"voordeur codes", "sha256")

    @classmethod
    def open(cls, tekst: str | None, map_: Path) -> Sleutelbos:
        """From the setting, else from the file in the data folder, which is made (0600) when it is not there yet."""
        if tekst is None:
            tekst = _uit_bestand(map_ / "hoofdsleutel")
        try:
            return cls(base64.b64decode(tekst, validate=True))
        except ValueError as fout:
            raise SleutelFout("de hoofdsleutel is geen geldige base64") from fout

    def nieuwe_sleutel(self, voor: str) -> bytes:
        """A fresh data key, wrapped for storage beside the row it belongs to."""
        return _sluit(self._hoofd, AESGCM.generate_key(256), voor)

    def kluis(self, ingepakt: bytes, voor: str) -> Kluis:
        """The vault that this wrapped data key opens; raises SleutelFout when it is not ours."""
        return Kluis(_open(self._hoofd, ingepakt, voor))

    def merk(self, geheim: str) -> str:
        """A keyed hash, for tokens, codes and blind indexes: comparable, not readable."""
        return hmac.new(self._peper, geheim.encode(), hashlib.sha256).hexdigest()

    def klopt(self, geheim: str, merk: str) -> bool:
        """Whether the secret has this mark, in constant time."""
        return hmac.compare_digest(self.merk(geheim), merk)


class Kluis:
    """Seals and opens with one data key."""

    def __init__(self, sleutel: bytes) -> None:
        self._sleutel = AESGCM(sleutel)

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


def _uit_bestand(pad: Path) -> str:
    pad.parent.mkdir(parents=True, exist_ok=True)
    try:
        met = os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return pad.read_text().strip()
    with os.fdopen(met, "w") as bestand:
        bestand.write(base64.b64encode(secrets.token_bytes(32)).decode())
    return pad.read_text().strip()
