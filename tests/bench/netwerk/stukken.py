"""The word pieces of the base model, less those that Dutch families never write."""

from collections import Counter
from pathlib import Path

import numpy as np
from sentencepiece import SentencePieceProcessor, sentencepiece_model_pb2

VAAK = 2  # how often a piece must occur in the messages
LATIJN = 0x250  # letters below this are single pieces that always stay, so that every Dutch word can be spelled
TEKENS = "▁’‘“”–…€"
LANG = 4  # shorter dictionary words are mostly spelled with pieces that stay anyway


def kleiner(model: bytes, teksten: list[str], woordenlijst: set[str]) -> tuple[bytes, list[int]]:
    """The tokenizer with fewer pieces, and which piece each was. Dropped pieces are spelled with smaller ones."""
    groot = sentencepiece_model_pb2.ModelProto()
    groot.ParseFromString(model)
    lezer = SentencePieceProcessor(model_proto=model)
    telling = Counter(nummer for tekst in teksten for nummer in lezer.encode(tekst.lower()))
    oud = [
        nummer
        for nummer, stuk in enumerate(groot.pieces)
        if stuk.type != 1 or telling[nummer] >= VAAK or _letter(stuk.piece) or _woord(stuk.piece, woordenlijst)
    ]
    stukken = [groot.pieces[nummer] for nummer in oud]
    klein = sentencepiece_model_pb2.ModelProto()
    klein.CopyFrom(groot)
    del klein.pieces[:]
    klein.pieces.extend(stukken)
    klein.trainer_spec.vocab_size = len(stukken)
    return klein.SerializeToString(), oud


def _letter(stuk: str) -> bool:
    return len(stuk.strip("▁")) <= 1 and all(ord(teken) < LATIJN or teken in TEKENS for teken in stuk)


def _woord(stuk: str, woordenlijst: set[str]) -> bool:
    return stuk.startswith("▁") and len(stuk) > LANG and stuk[1:] in woordenlijst


def lees_woordenlijst(bestanden: list[Path]) -> set[str]:
    """The words of these files in lower case; lines with # are comment."""
    regels = [regel for pad in bestanden for regel in pad.read_text(encoding="utf-8").splitlines()]
    return {woord.lower() for regel in regels if not regel.startswith("#") for woord in regel.split()}


def tabel(basis: dict[str, np.ndarray], oud: list[int]) -> np.ndarray:
    """The vectors of these pieces, unpacked from the blocks in which the wheel keeps them."""
    blokken = len(basis["scale"])
    rijen = [
        basis[f"q{n % blokken + 1}"][n // blokken] * basis["scale"][n % blokken] + basis["lo"][n % blokken] for n in oud
    ]
    return np.array(rijen, dtype=np.float32)
