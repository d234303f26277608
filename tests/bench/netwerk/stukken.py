"""The word pieces of the base model, less those that Dutch families never write."""

from collections import Counter
from pathlib import Path

from sentencepiece import SentencePieceProcessor, sentencepiece_model_pb2

from tests.bench.netwerk.wiel import Wiel

VAAK = 2  # how often a piece must occur in the messages
LATIJN = 0x250  # letters below this are single pieces that always stay, so that every Dutch word can be spelled
TEKENS = "▁’‘“”–…€"
LANG = 4  # shorter dictionary words are mostly spelled with pieces that stay anyway
BIJZONDER = 4  # begin, padding, end and unknown come first
GEWOON, ONBEKEND, STURING = 1, 2, 3  # the kinds of sentencepiece
NUMMERS = {"bos_id": 0, "pad_id": 1, "eos_id": 2, "unk_id": 3}


def kleiner(wiel: Wiel, teksten: list[str], woordenlijst: set[str]) -> tuple[bytes, list[int]]:
    """The tokenizer with fewer pieces, and which piece each was. Dropped pieces are spelled with smaller ones."""
    plekken: dict[str, int] = {}
    for nummer, stuk in enumerate(wiel.stukken):
        if nummer < BIJZONDER or stuk == stuk.lower():
            plekken.setdefault(stuk, nummer)
    alle = list(plekken.values())
    lezer = SentencePieceProcessor(model_proto=_model(wiel, alle))
    telling = Counter(nummer for tekst in teksten for nummer in lezer.encode(tekst))
    oud = [
        nummer
        for plek, nummer in enumerate(alle)
        if plek < BIJZONDER or telling[plek] >= VAAK or _blijft(wiel.stukken[nummer], woordenlijst)
    ]
    return _model(wiel, oud), oud


def bewaard(wiel: Wiel, woordstukken: bytes) -> list[int]:
    """Which piece of the base model each piece of an earlier tokenizer was."""
    lezer = SentencePieceProcessor(model_proto=woordstukken)
    plekken = {stuk: nummer for nummer, stuk in reversed(list(enumerate(wiel.stukken)))}
    return [plekken[lezer.id_to_piece(nummer)] for nummer in range(lezer.get_piece_size())]


def _model(wiel: Wiel, nummers: list[int]) -> bytes:
    model = sentencepiece_model_pb2.ModelProto()
    for nummer in nummers:
        soort = {0: STURING, 1: STURING, 2: STURING, 3: ONBEKEND}.get(nummer, GEWOON)
        model.pieces.add(piece=wiel.stukken[nummer], score=float(wiel.scores[nummer]), type=soort)
    model.trainer_spec.model_type = 1  # unigram
    model.trainer_spec.vocab_size = len(nummers)
    for naam, nummer in NUMMERS.items():
        setattr(model.trainer_spec, naam, nummer)
    model.normalizer_spec.name = "identity"
    model.normalizer_spec.add_dummy_prefix = model.normalizer_spec.remove_extra_whitespaces = True
    return bytes(model.SerializeToString())


def _blijft(stuk: str, woordenlijst: set[str]) -> bool:
    letter = len(stuk.strip("▁")) <= 1 and all(ord(teken) < LATIJN or teken in TEKENS for teken in stuk)
    return letter or (stuk.startswith("▁") and len(stuk) > LANG and stuk[1:] in woordenlijst)


def lees_woordenlijst(bestanden: list[Path]) -> set[str]:
    """The words of these files in lower case; lines with # are comment."""
    regels = [regel for pad in bestanden for regel in pad.read_text(encoding="utf-8").splitlines()]
    return {woord.lower() for regel in regels if not regel.startswith("#") for woord in regel.split()}
